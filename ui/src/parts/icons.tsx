/** The few pictures of the desk, all lucide; they never speak alone, so they are hidden from a screen reader. */
import type { LucideIcon } from "lucide-react";

export function Icon(props: { of: LucideIcon; small?: boolean; className?: string }) {
  const Picture = props.of;
  return (
    <Picture
      className={`i${props.small ? " s" : ""}${props.className ? ` ${props.className}` : ""}`}
      aria-hidden="true"
      focusable="false"
    />
  );
}
