/** The pages of the settings with their keys. */
import { Building2, Hash, LockKeyhole, type LucideIcon, Palette, Save, Table2 } from "lucide-react";
import { type ActionId, keyCap, useAction } from "../../keys";
import { Icon } from "../../parts/icons";
import { go } from "../../parts/route";
import { useText } from "../../text";

const PAGES: [page: string, icon: LucideIcon, action: ActionId][] = [
  ["organisations", Building2, "section-1"],
  ["numbering", Hash, "section-2"],
  ["look", Palette, "section-3"],
  ["backup", Save, "section-4"],
  ["passphrase", LockKeyhole, "section-5"],
  ["tables", Table2, "section-6"],
];

function PageLink(props: { page: string; icon: LucideIcon; action: ActionId; on: boolean }) {
  const t = useText();
  const path = `/settings/${props.page}`;
  useAction(props.action, () => go(path));
  return (
    <a className="nav" href={`#${path}`} aria-current={props.on ? "page" : undefined}>
      <Icon of={props.icon} />
      <span className="grow el">{t(`settings-${props.page}`)}</span>
      <kbd className="bare">{keyCap(props.action)}</kbd>
    </a>
  );
}

export function ActionList(props: { page: string }) {
  const t = useText();
  return (
    <nav className="settings-nav" aria-label={t("section-settings")}>
      {PAGES.map(([page, icon, action]) => (
        <PageLink key={page} page={page} icon={icon} action={action} on={page === props.page} />
      ))}
    </nav>
  );
}
