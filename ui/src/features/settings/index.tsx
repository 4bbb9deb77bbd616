/** The settings, one page a subject. */

import { useText } from "../../text";
import { useSession } from "../shell/session";
import { Backup } from "./backup";
import { Look } from "./look";
import { Numbering } from "./numbering";
import { Organisations } from "./organisations";
import { ActionList } from "./pages";
import { Passphrase } from "./passphrase";
import { Tables } from "./tables";

export const PAGES = ["organisations", "numbering", "look", "backup", "passphrase", "tables"] as const;
export type Page = (typeof PAGES)[number];

export function SettingsScreen(props: { page: Page }) {
  const t = useText();
  const { start } = useSession();
  return (
    <>
      <div className="bar">
        <h1>
          {t("section-settings")} <span>{t(`settings-${props.page}`)}</span>
        </h1>
        <span className="end t3 sm">{t("version", { version: start.version })}</span>
      </div>
      <div className="body settings" data-place="desk">
        <ActionList page={props.page} />
        <div className="scroll settings-page" key={props.page} role="region" aria-label={t(`settings-${props.page}`)} tabIndex={0}>
          {props.page === "organisations" && <Organisations />}
          {props.page === "numbering" && <Numbering />}
          {props.page === "look" && <Look />}
          {props.page === "backup" && <Backup />}
          {props.page === "passphrase" && <Passphrase />}
          {props.page === "tables" && <Tables />}
        </div>
      </div>
    </>
  );
}
