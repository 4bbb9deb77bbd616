/** The rarer actions of a screen behind one button; each keeps its key and its place in the palette. */
import { Ellipsis, type LucideIcon } from "lucide-react";
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { type ActionId, keyCap, useAction } from "../keys";
import { useText } from "../text";
import { Icon } from "./icons";

export interface MoreItem {
  action: ActionId;
  icon: LucideIcon;
  run: () => void;
  say?: string;
}

/** Lends the action its deed while the screen is open. */
function Deed(props: { item: MoreItem }) {
  useAction(props.item.action, props.item.run);
  return null;
}

export function More(props: { items: MoreItem[] }) {
  const t = useText();
  return (
    <>
      {props.items.map((item) => (
        <Deed key={item.action} item={item} />
      ))}
      <MenuTrigger>
        <AriaButton className="btn icon" aria-label={t("more")}>
          <Icon of={Ellipsis} />
        </AriaButton>
        <Popover className="pop menu" placement="bottom end">
          <Menu aria-label={t("more")} onAction={(key) => props.items.find((item) => item.action === key)?.run()}>
            {props.items.map((item) => (
              <MenuItem key={item.action} id={item.action} className="opt" textValue={item.say ?? t(`action-${item.action}`)}>
                <Icon of={item.icon} />
                <span className="grow">{item.say ?? t(`action-${item.action}`)}</span>
                <kbd>{keyCap(item.action)}</kbd>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}
