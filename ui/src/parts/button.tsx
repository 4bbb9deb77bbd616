/** A button that prints its key. With `action` it lends that action its deed and says its word. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { type ActionId, keyCap, useAction } from "../keys";
import { keysOf } from "../keys/registry";
import { useText } from "../text";
import { Icon } from "./icons";

interface Look {
  main?: boolean;
  quiet?: boolean;
  small?: boolean;
  wide?: boolean;
  icon?: LucideIcon;
  /** Why it cannot be pressed; also makes it so. */
  disabledBecause?: string | undefined;
  busy?: boolean;
  /** A switch: whether it is on. */
  pressed?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

function classOf(look: Look): string {
  return ["btn", look.main && "main", look.quiet && "quiet", look.small && "small", look.wide && "wide"].filter(Boolean).join(" ");
}

export function Button(props: Look & { onPress: () => void; children: ReactNode; cap?: string; label?: string; id?: string }) {
  const off = props.disabledBecause !== undefined || props.busy;
  return (
    <button
      type="button"
      ref={props.ref}
      id={props.id}
      className={classOf(props)}
      onClick={props.onPress}
      disabled={off}
      aria-busy={props.busy || undefined}
      aria-label={props.label}
      title={props.disabledBecause}
    >
      {props.icon && <Icon of={props.icon} small={props.small ?? false} />}
      <span>{props.children}</span>
      {props.cap && <kbd aria-hidden="true">{props.cap}</kbd>}
    </button>
  );
}

export function ActionButton(props: Look & { action: ActionId; run: () => void; children?: ReactNode; label?: string }) {
  const t = useText();
  const off = props.disabledBecause !== undefined || props.busy === true;
  useAction(props.action, props.run, !off);
  return (
    <button
      type="button"
      ref={props.ref}
      className={classOf(props)}
      onClick={props.run}
      disabled={off}
      aria-busy={props.busy || undefined}
      aria-pressed={props.pressed}
      aria-label={props.label}
      aria-keyshortcuts={keysOf(props.action)[0]?.replace("Ctrl", "Control")}
      title={props.disabledBecause}
    >
      {props.icon && <Icon of={props.icon} small={props.small ?? false} />}
      <span>{props.children ?? t(`action-${props.action}`)}</span>
      <kbd aria-hidden="true">{keyCap(props.action)}</kbd>
    </button>
  );
}

/** A square button with a picture; its name is read aloud and shown on hover. */
export function IconButton(props: {
  icon: LucideIcon;
  name: string;
  onPress: () => void;
  small?: boolean;
  quiet?: boolean;
  disabled?: boolean;
}) {
  return (
    <button
      type="button"
      className={`btn icon${props.small ? " small" : ""}${props.quiet === false ? "" : " quiet"}`}
      onClick={props.onPress}
      aria-label={props.name}
      title={props.name}
      disabled={props.disabled}
    >
      <Icon of={props.icon} small={props.small ?? false} />
    </button>
  );
}
