/** Head and rows of a list. Rows are drawn in sight only and each is drawn again only when something of it changed. */
import { ArrowDown, ArrowUp, Check } from "lucide-react";
import { type MouseEvent, memo, type PointerEvent, useMemo, useRef } from "react";
import type { ListRow } from "../../backend/types";
import { useText } from "../../text";
import { Icon } from "../icons";
import { State } from "../state";
import type { ListColumn } from "./columns";
import type { Hold } from "./hold";
import { within } from "./layout";

/** Rows stand at their places inside blocks of so many; a block moves as one, so that scrolling draws no row again. */
const BLOCK = 500;

interface Hands {
  press: (index: number, row: ListRow | undefined, event: MouseEvent) => void;
  mark: (row: ListRow | undefined) => void;
  open: (row: ListRow | undefined) => void;
}

interface RowProps {
  index: number;
  top: number;
  row: ListRow | undefined;
  columns: ListColumn[];
  template: string;
  current: boolean;
  marked: boolean;
  today: string;
  /** What the texts of the columns lean on besides the row: a table that came later. */
  basis: unknown;
  hands: Hands;
}

const Row = memo(function Row(props: RowProps) {
  const t = useText();
  const { index, row, hands } = props;
  const look = `${props.current ? " cur" : ""}${props.marked ? " mk" : ""}${row ? "" : " wait"}`;
  return (
    <div
      role="row"
      id={`row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={props.marked}
      aria-current={props.current || undefined}
      aria-busy={row === undefined || undefined}
      className={`ls-row${look}`}
      style={{ transform: `translateY(${props.top}px)`, gridTemplateColumns: props.template }}
      onClick={(event) => hands.press(index, row, event)}
      onDoubleClick={() => hands.open(row)}
      onKeyDown={() => {}}
    >
      <div
        role="gridcell"
        className="ck"
        onClick={(event) => {
          event.stopPropagation();
          hands.mark(row);
        }}
        onKeyDown={() => {}}
      >
        {props.marked && (
          <>
            <Icon of={Check} />
            <span className="vh">{t("marked")}</span>
          </>
        )}
      </div>
      {props.columns.map((column) => (
        <Cell key={column.id} column={column} row={row} today={props.today} />
      ))}
    </div>
  );
});

function Cell(props: { column: ListColumn; row: ListRow | undefined; today: string }) {
  const t = useText();
  const { column, row } = props;
  const text = row ? column.text(row, props.today) : "";
  const classes = [
    column.right && "n",
    column.look === "strong" && "m",
    column.look === "dense" && "dense",
    column.look === "muted" && "t2",
  ];
  if (row && column.look === "due" && row.due && row.state !== "draft") {
    if (row.status === "late") classes.push("danger", "b");
    else if (row.due === props.today && row.status !== "paid") classes.push("warn", "b");
    else classes.push("t2");
  }
  const nameless = row !== undefined && column.id === "name" && text.trim() === "";
  return (
    <div
      role="gridcell"
      className={classes.filter(Boolean).join(" ")}
      title={row && column.hint ? column.hint(row) : column.look === "dense" || column.look === "strong" ? text : undefined}
    >
      {column.look === "status" && row ? (
        <State of={row.status || row.state} />
      ) : (
        <span className={`el${nameless ? " t3" : ""}`}>{nameless ? t("nameless") : text}</span>
      )}
    </div>
  );
}

export function Rows(props: { hold: Hold; columns: ListColumn[]; template: string; today: string; basis: unknown; open: Hands["open"] }) {
  const { hold } = props;
  const { sight, rowHeight } = hold;
  const latest = useRef(props);
  latest.current = props;
  const hands = useMemo<Hands>(
    () => ({
      press(index, row, event) {
        latest.current.hold.press(index, row);
        if (event.ctrlKey || event.metaKey) latest.current.hold.mark(row);
      },
      mark: (row) => latest.current.hold.mark(row),
      open: (row) => latest.current.open(row),
    }),
    [],
  );
  const base = Math.floor(sight.first / BLOCK) * BLOCK;
  const rows = [];
  for (let index = sight.first; index < Math.min(sight.last, hold.total); index += 1) {
    const row = hold.pages.row(index);
    rows.push(
      <Row
        key={index}
        index={index}
        top={(index - base) * rowHeight}
        row={row}
        columns={props.columns}
        template={props.template}
        current={index === hold.current}
        marked={row !== undefined && hold.state.marked.has(row.id)}
        today={props.today}
        basis={props.basis}
        hands={hands}
      />,
    );
  }
  const shift = sight.top - (sight.first - base) * rowHeight;
  return (
    <div className="ls-rows" role="presentation" style={{ height: sight.height }}>
      <div className="ls-block" role="presentation" style={{ transform: `translateY(${shift}px)` }}>
        {rows}
      </div>
    </div>
  );
}

export function Head(props: {
  columns: ListColumn[];
  template: string;
  sort: { column: string; descending: boolean } | undefined;
  sortBy: (column: ListColumn) => void;
  resize: (id: string, width: number) => void;
}) {
  const t = useText();
  return (
    <div className="ls-head" data-head="" role="row" aria-rowindex={1} style={{ gridTemplateColumns: props.template }}>
      <div role="columnheader">
        <span className="vh">{t("marked")}</span>
      </div>
      {props.columns.map((column) => {
        const sorted = props.sort?.column === column.sort && column.sort !== undefined;
        return (
          <div
            key={column.id}
            role="columnheader"
            className={`${column.right ? "n" : ""}${column.sort ? " sorts" : ""}`}
            aria-sort={sorted ? (props.sort?.descending ? "descending" : "ascending") : undefined}
            onClick={() => props.sortBy(column)}
            onKeyDown={() => {}}
          >
            <span className="el">{t(column.title)}</span> {sorted && <Icon of={props.sort?.descending ? ArrowDown : ArrowUp} small />}
            <Edge resize={(width) => props.resize(column.id, width)} />
          </div>
        );
      })}
    </div>
  );
}

/** The right edge of a head cell: dragged, it makes the column wider; the keyboard does it in the chooser of columns. */
function Edge(props: { resize: (width: number) => void }) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const drag = (event: PointerEvent) => {
    if (start.current) props.resize(within(start.current.width + event.clientX - start.current.x));
  };
  return (
    <span
      className="edge"
      aria-hidden="true"
      onClick={(event) => event.stopPropagation()}
      onKeyDown={() => {}}
      onPointerDown={(event) => {
        const cell = event.currentTarget.parentElement;
        if (!cell) return;
        start.current = { x: event.clientX, width: cell.getBoundingClientRect().width };
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}
