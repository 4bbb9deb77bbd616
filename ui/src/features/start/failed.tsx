/** The desk could not open its records: what happened, why, and what can be done here. */
import { useQuery } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { isWindow } from "../../backend";
import { core } from "../../backend/commands";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icons";
import { attempt } from "../../parts/toast";
import { failureText, useText } from "../../text";
import { clock, date } from "../../text/format";
import { useSession } from "../shell/session";

/** A store that is damaged can be replaced by a backup; one that is locked, newer or read-only must not be. */
const RESTORABLE = new Set(["damaged", "corrupt", "not_a_store", "store_damaged"]);

export function StartFailed(props: { again: () => void }) {
  const t = useText();
  const { start, restart } = useSession();
  const failure = start.failure ?? { code: "unreachable", params: {}, problems: [] };
  const { title, advice } = failureText(failure);
  const restorable = RESTORABLE.has(failure.code);
  const backups = useQuery({ queryKey: ["backups"], queryFn: () => core.backups(), enabled: restorable });
  return (
    <main className="door">
      <h1 className="danger">
        <Icon of={CircleAlert} /> {t("start-failed")}
      </h1>
      <p role="alert">
        <b>{title}</b> {advice}
      </p>
      {start.profile && <p className="t2 sm">{t("start-profile", { path: start.profile })}</p>}
      <div className="row">
        <Button main onPress={props.again}>
          {t("try-again")}
        </Button>
        {isWindow() && <Button onPress={() => attempt(core.close())}>{t("close-desk")}</Button>}
      </div>
      {restorable && backups.data && backups.data.length > 0 && (
        <section>
          <h2>{t("backup-restore-from")}</h2>
          <ul>
            {backups.data.slice(0, 8).map((backup) => (
              <li key={backup.path} className="row">
                <span className="grow">{`${date(backup.at)} ${clock(backup.at)}`}</span>
                <Button small onPress={() => attempt(core.restore(backup.path).then(restart))}>
                  {t("backup-restore")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
