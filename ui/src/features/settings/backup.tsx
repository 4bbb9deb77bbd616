/** Copies of the records: made now or daily, listed, brought back; and the check that all is whole. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { DatabaseZap, Save, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { asFailure, isWindow } from "../../backend";
import { core } from "../../backend/commands";
import type { BackupRow, Failure } from "../../backend/types";
import { keyCap, useAction } from "../../keys";
import { ActionButton, Button } from "../../parts/button";
import { CopyLocked } from "../../parts/copy-locked";
import { Dialog } from "../../parts/dialog";
import { Progress, useProgress } from "../../parts/progress";
import { queries } from "../../parts/record";
import { attempt, toast } from "../../parts/toast";
import { findingText, useText } from "../../text";
import { clock, date, size } from "../../text/format";
import { useSession } from "../shell/session";

type Work = "backup" | "verify" | "rebuild";
type Findings = { code: string; params: Record<string, string> }[];

/** The long works of this page: one at a time, and what they have found. */
function useWorks() {
  const t = useText();
  const client = useQueryClient();
  const [busy, setBusy] = useState<Work | null>(null);
  const [findings, setFindings] = useState<Findings | null>(null);
  const works: Record<Work, () => Promise<void>> = {
    async backup() {
      const made = await core.backup();
      toast(t("backup-made", { path: made.path }));
      await client.invalidateQueries({ queryKey: ["backups"] });
    },
    async verify() {
      setFindings(null);
      setFindings(await core.verify());
    },
    async rebuild() {
      setFindings(null);
      await core.rebuild();
      await queries.invalidateQueries();
      toast(t("rebuild-done"));
    },
  };
  const during = async (work: Work) => {
    setBusy(work);
    try {
      await works[work]();
    } finally {
      setBusy(null);
    }
  };
  return { busy, findings, start: (work: Work) => attempt(during(work)) };
}

export function Backup() {
  const t = useText();
  const session = useSession();
  const backups = useQuery({ queryKey: ["backups"], queryFn: () => core.backups() });
  const [asked, setAsked] = useState<BackupRow | null>(null);
  const { busy, findings, start } = useWorks();
  const going = useProgress(0);
  const newest = backups.data?.[0];
  useAction("restore-last", () => newest && setAsked(newest), newest !== undefined && busy === null);
  return (
    <section>
      <h2>{t("settings-backup")}</h2>
      <p className="t2 sm">{t("backup-note")}</p>
      <div className="row">
        <ActionButton action="backup-now" main icon={Save} run={() => start("backup")} busy={busy !== null} />
        <ActionButton action="verify-now" icon={ShieldCheck} run={() => start("verify")} busy={busy !== null} />
        <ActionButton action="rebuild-now" icon={DatabaseZap} run={() => start("rebuild")} busy={busy !== null} />
      </div>
      {busy !== null && busy !== "backup" && <Progress of={going ?? { id: busy, label: busy, done: 0, total: 0 }} />}
      {findings && <Found findings={findings} />}
      <Copies rows={backups.data ?? []} restore={setAsked} />
      {backups.data?.length === 0 && <p className="t3 sm">{t("backups-none")}</p>}
      {isWindow() && session.start.profile && (
        <p className="t3 sm">
          {t("profile-at")} {session.start.profile}
        </p>
      )}
      {asked && <Restore copy={asked} close={() => setAsked(null)} />}
    </section>
  );
}

function Found(props: { findings: Findings }) {
  const t = useText();
  return (
    <div role="status">
      {props.findings.length === 0 ? (
        <p className="ok">{t("verify-fine")}</p>
      ) : (
        <ul className="plain-list">
          {props.findings.map((finding, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings are shown once and never reordered
            <li key={index} className="danger">
              {findingText(finding.code)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Copies(props: { rows: BackupRow[]; restore: (row: BackupRow) => void }) {
  const t = useText();
  return (
    <table className="backups" aria-label={t("backups")}>
      <thead>
        <tr>
          <th scope="col">{t("backup-at")}</th>
          <th scope="col">{t("backup-kind")}</th>
          <th scope="col" className="n">
            {t("backup-size")}
          </th>
          <th scope="col">{t("backup-path")}</th>
          <th scope="col">
            <span className="vh">{t("backup-restore")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, index) => {
          const bytes = size(Number(row.size));
          return (
            <tr key={row.path}>
              <td>{`${date(row.at)} ${clock(row.at)}`}</td>
              <td className="t2">{t(`backup-kind-${row.kind.replaceAll("_", "-")}`)}</td>
              <td className="n">{t("file-size", { value: bytes.value, unit: bytes.unit })}</td>
              <td className="t2 el" title={row.path}>
                {row.path}
              </td>
              <td className="n">
                <Button small onPress={() => props.restore(row)} {...(index === 0 && { cap: keyCap("restore-last") })}>
                  {t("backup-restore")}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The question before everything goes back to another day. A copy of an encrypted desk asks for its pass-phrase. */
function Restore(props: { copy: BackupRow; close: () => void }) {
  const t = useText();
  const session = useSession();
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const locked = refusal?.code === "passphrase_needed" || refusal?.code === "wrong_passphrase";
  const restore = async () => {
    setBusy(true);
    try {
      const started = await core.restore(props.copy.path, passphrase);
      props.close();
      session.restart(started);
    } catch (error) {
      setRefusal(asFailure(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      grave
      title={t("restore-title", { date: date(props.copy.at) })}
      close={props.close}
      cancel={t("restore-keep")}
      confirm={{ say: t("restore-confirm"), run: () => void restore(), busy }}
    >
      <p>{t("restore-text")}</p>
      <CopyLocked refusal={refusal} locked={locked} passphrase={passphrase} set={setPassphrase} />
    </Dialog>
  );
}
