/** The seven states of a record, the same sign and word everywhere; never by colour alone. */
import { Archive, Ban, CircleCheck, CircleDot, CircleDotDashed, ClockAlert, type LucideIcon, PencilLine } from "lucide-react";
import { useText } from "../text";
import { Icon } from "./icons";

const LOOKS: Record<string, [icon: LucideIcon, tone: string]> = {
  draft: [PencilLine, "t2"],
  issued: [CircleDot, "acc"],
  live: [CircleDot, "acc"],
  part: [CircleDotDashed, "acc"],
  paid: [CircleCheck, "ok"],
  late: [ClockAlert, "danger"],
  expired: [ClockAlert, "danger"],
  expiring: [ClockAlert, "warn"],
  void: [Ban, "t2"],
  archived: [Archive, "t2"],
  became_issued: [CircleCheck, "t2"],
};

export function State(props: { of: string; strong?: boolean }) {
  const t = useText();
  const [icon, tone] = LOOKS[props.of] ?? [CircleDot, "t2"];
  return (
    <span className={`st ${tone}${props.strong ? " b" : ""}`}>
      <Icon of={icon} small />
      <span className="el">{t(`status-${props.of.replaceAll("_", "-")}`)}</span>
    </span>
  );
}
