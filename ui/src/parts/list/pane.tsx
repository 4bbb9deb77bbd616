/**
 * The pane beside a list: what is known of the current row. F6 opens and closes it and the focus stays with the list; in a
 * narrow window it lies over the list and begins closed.
 */
import { X } from "lucide-react";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import type { ListRow } from "../../backend/types";
import { keyCap } from "../../keys";
import { useText } from "../../text";
import { Button, IconButton } from "../button";
import { useLocal } from "../local";
import { go, pathOf } from "../route";
import { State } from "../state";

const NARROW = "(max-width: 1100px)";

function useNarrow(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const query = window.matchMedia?.(NARROW);
      query?.addEventListener?.("change", tell);
      return () => query?.removeEventListener?.("change", tell);
    },
    () => window.matchMedia?.(NARROW)?.matches ?? false,
  );
}

export interface PaneHold {
  open: boolean;
  /** Lies over the list: Esc closes it. */
  over: boolean;
  toggle: () => void;
}

export function usePane(): PaneHold {
  const narrow = useNarrow();
  const [kept, keep] = useLocal("list.pane");
  const [over, setOver] = useState(false);
  const beside = kept !== "closed";
  return {
    open: narrow ? over : beside,
    over: narrow && over,
    toggle: () => (narrow ? setOver(!over) : keep(beside ? "closed" : "open")),
  };
}

/** The frame of every pane: whose it is, what is known, what can be done. */
export function Pane(props: {
  row: ListRow;
  title: string;
  close: () => void;
  children: ReactNode;
  actions?: ReactNode;
  className?: string;
  /** Word of the main button. */
  open?: string;
}) {
  const t = useText();
  const { row } = props;
  return (
    <aside className={`pane beside open ${props.className ?? ""}`} tabIndex={-1} aria-label={t("pane")}>
      <div className="ph">
        <b className="el" title={props.title}>
          {props.title}
        </b>
        <span className="row">
          <State of={row.status || row.state} />
          <IconButton small icon={X} name={t("pane-close", { key: keyCap("pane") })} onPress={props.close} />
        </span>
      </div>
      {props.children}
      <div className="pa">
        <Button wide cap={keyCap("open")} onPress={() => go(pathOf(row.kind, row.id))}>
          {props.open ?? t("action-open")}
        </Button>
        {props.actions}
      </div>
    </aside>
  );
}

/** Facts that are there; an absent one takes no line. */
export function Facts(props: { label: string; rows: Record<string, ReactNode> }) {
  const t = useText();
  const rows = Object.entries(props.rows).filter(([, value]) => value !== "" && value !== null && value !== undefined && value !== false);
  if (rows.length === 0) return null;
  return (
    <section aria-label={props.label}>
      <dl className="pd bare">
        {rows.map(([label, value]) => (
          <div key={label} className="fact">
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export interface Line {
  key: string;
  href?: string | undefined;
  /** Day or number at the left. */
  lead?: string;
  text: string;
  sub?: string;
  right?: string;
  tone?: string;
}

/** A short list inside the pane; what does not fit is counted. */
export function Lines(props: { title: string; lines: Line[]; total?: number; none?: string }) {
  const t = useText();
  const total = props.total ?? props.lines.length;
  const over = total - props.lines.length;
  if (props.lines.length === 0 && !props.none) return null;
  return (
    <section aria-label={props.title}>
      <h2>
        {props.title} {total > 0 && <span className="cnt">{t("count", { count: total })}</span>}
      </h2>
      {props.lines.length === 0 && <p className="t3 sm">{props.none}</p>}
      <ul className="papers">
        {props.lines.map((line) => {
          const inside = (
            <>
              {line.lead !== undefined && <span className="t3 day">{line.lead}</span>}
              <span className="el dense" title={line.text}>
                {line.text}
              </span>
              {line.sub && <span className="t3 nw sm">{line.sub}</span>}
              {line.right && <span className="n nw">{line.right}</span>}
            </>
          );
          return (
            <li key={line.key}>
              {line.href ? (
                <a href={line.href} className={line.tone ?? ""}>
                  {inside}
                </a>
              ) : (
                <span className={`pl ${line.tone ?? ""}`}>{inside}</span>
              )}
            </li>
          );
        })}
      </ul>
      {over > 0 && <p className="t3 sm">{t("and-more", { count: over })}</p>}
    </section>
  );
}
