/** Copies of the records: made now or daily, listed, brought back; and the check that all is whole. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Save, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { isWindow } from "../../backend";
import { core } from "../../backend/commands";
import type { BackupRow } from "../../backend/types";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { attempt, toast } from "../../parts/toast";
import { findingText, useText } from "../../text";
import { clock, date, size } from "../../text/format";
import { useSession } from "../shell/session";

export function Backup() {
  const t = useText();
  const session = useSession();
  const client = useQueryClient();
  const backups = useQuery({ queryKey: ["backups"], queryFn: () => core.backups() });
  const [asked, setAsked] = useState<BackupRow | null>(null);
  const [busy, setBusy] = useState(false);
  const [findings, setFindings] = useState<{ code: string; params: Record<string, string> }[] | null>(null);
  const make = async () => {
    setBusy(true);
    try {
      const made = await core.backup();
      toast(t("backup-made", { path: made.path }));
      await client.invalidateQueries({ queryKey: ["backups"] });
    } finally {
      setBusy(false);
    }
  };
  const verify = async () => {
    setBusy(true);
    try {
      setFindings(await core.verify());
    } finally {
      setBusy(false);
    }
  };
  return (
    <section>
      <h2>{t("settings-backup")}</h2>
      <p className="t2 sm">{t("backup-note")}</p>
      <div className="row">
        <Button main icon={Save} onPress={() => attempt(make())} busy={busy}>
          {t("backup-now")}
        </Button>
        <Button icon={ShieldCheck} onPress={() => attempt(verify())} busy={busy}>
          {t("verify-now")}
        </Button>
      </div>
      {findings && (
        <div role="status">
          {findings.length === 0 ? (
            <p className="ok">{t("verify-fine")}</p>
          ) : (
            <ul className="plain-list">
              {findings.map((finding, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: findings are shown once and never reordered
                <li key={index} className="danger">
                  {findingText(finding.code)}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
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
          {backups.data?.map((row) => {
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
                  <Button small onPress={() => setAsked(row)}>
                    {t("backup-restore")}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {backups.data?.length === 0 && <p className="t3 sm">{t("backups-none")}</p>}
      {isWindow() && session.start.profile && (
        <p className="t3 sm">
          {t("profile-at")} {session.start.profile}
        </p>
      )}
      {asked && (
        <Dialog
          grave
          title={t("restore-title", { date: date(asked.at) })}
          close={() => setAsked(null)}
          cancel={t("restore-keep")}
          confirm={{
            say: t("restore-confirm"),
            run: () =>
              attempt(
                core.restore(asked.path).then((started) => {
                  setAsked(null);
                  session.restart(started);
                }),
              ),
          }}
        >
          <p>{t("restore-text")}</p>
        </Dialog>
      )}
    </section>
  );
}
