/** The desk could not open its records: what happened, why, and what can be done here. */
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, History as HistoryIcon } from "lucide-react";
import { useState } from "react";
import { asFailure, isWindow } from "../../backend";
import { core } from "../../backend/commands";
import type { BackupRow, Failure } from "../../backend/types";
import { keyCap, useAction } from "../../keys";
import { ActionButton, Button } from "../../parts/button";
import { CopyLocked } from "../../parts/copy-locked";
import { Icon } from "../../parts/icons";
import { attempt, Toasts } from "../../parts/toast";
import { failureText, useText } from "../../text";
import { clock, date, size } from "../../text/format";
import { useSession } from "../shell/session";
import { DoorBar } from "./languages";

/** A copy may take the place of a store that is broken; never of one that is locked, newer or read-only. */
const RESTORABLE = new Set(["corrupt", "not_ours", "key_missing"]);
/** Copies that are offered; the older ones lie beside them in the folder. */
const OFFERED = 8;

export function StartFailed(props: { again: () => void }) {
  const t = useText();
  const { start } = useSession();
  const failure = start.failure ?? { code: "unreachable", params: {}, problems: [] };
  const { title, advice } = failureText(failure);
  return (
    <div className="app first">
      <DoorBar />
      <main className="door">
        <h1 className="danger">
          <Icon of={CircleAlert} /> {t("start-failed")}
        </h1>
        <p role="alert">
          <b>{title}</b> {advice}
        </p>
        {start.profile && <p className="t2 sm path">{t("start-profile", { path: start.profile })}</p>}
        <div className="row">
          <ActionButton action="start-again" main run={props.again} />
          {isWindow() && <ActionButton action="close-desk" run={() => attempt(core.close())} />}
        </div>
        {RESTORABLE.has(failure.code) && <Copies />}
      </main>
      <Toasts />
    </div>
  );
}

/** The kept copies, the newest first. What does not open is set aside whole before a copy takes its place. */
function Copies() {
  const t = useText();
  const { restart } = useSession();
  const backups = useQuery({ queryKey: ["backups"], queryFn: () => core.backups() });
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState("");
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const locked = refusal?.code === "passphrase_needed" || refusal?.code === "wrong_passphrase";
  const restore = async (backup: BackupRow) => {
    setBusy(backup.path);
    try {
      restart(await core.restore(backup.path, passphrase));
    } catch (error) {
      setRefusal(asFailure(error));
      setBusy("");
    }
  };
  const newest = backups.data?.[0];
  useAction("start-restore", () => newest && void restore(newest), newest !== undefined && busy === "");
  if (!backups.data || backups.data.length === 0) return null;
  return (
    <section className="copies">
      <h2>{t("backup-restore-from")}</h2>
      <p className="t2 sm">{t("start-restore-text")}</p>
      <CopyLocked refusal={refusal} locked={locked} passphrase={passphrase} set={setPassphrase} />
      <ul>
        {backups.data.slice(0, OFFERED).map((backup, place) => {
          const bytes = size(Number(backup.size));
          return (
            <li key={backup.path} className="row" title={backup.path}>
              <span className="nw">{`${date(backup.at)} ${clock(backup.at)}`}</span>
              <span className="t2 grow">{t(`backup-kind-${backup.kind.replaceAll("_", "-")}`)}</span>
              <span className="t2 nw">{t("file-size", { value: bytes.value, unit: bytes.unit })}</span>
              <Button
                small
                icon={HistoryIcon}
                busy={busy !== ""}
                {...(place === 0 ? { cap: keyCap("start-restore") } : {})}
                onPress={() => void restore(backup)}
              >
                {t("backup-restore")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
