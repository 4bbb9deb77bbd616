/** One line of the grid, and the line that waits after the last. Drawn only when something in it changed. */
import { CircleAlert } from "lucide-react";
import { memo, type ReactNode, type RefObject } from "react";
import type { Body } from "../../backend/types";
import { useText } from "../../text";
import { Icon } from "../icons";
import { ARTICLE, COLUMNS, cellText, TEMPLATE } from "./columns";
import type { GridLine } from "./use-grid";
import type { OnItsWay } from "./work";

export function GridHead() {
  const t = useText();
  return (
    <div className="lg-head" data-head="" role="row" aria-rowindex={1} style={{ gridTemplateColumns: TEMPLATE }}>
      {COLUMNS.map((head, index) => (
        <div key={head.id} role="columnheader" aria-colindex={index + 1} className={head.right ? "n" : ""}>
          {t(head.title)}
        </div>
      ))}
    </div>
  );
}

interface RowProps {
  index: number;
  line: GridLine;
  body: Body;
  values: ReadonlyMap<string, OnItsWay>;
  current: boolean;
  activeCol: number;
  /** First and last marked column, `2-5`; empty when none is marked. */
  marked: string;
  editor: ReactNode;
  cellBox: RefObject<HTMLDivElement | null>;
  top: number;
  id: string;
  onPick: (col: number, twice: boolean, further: boolean) => void;
}

export const LineRow = memo(
  function LineRow(props: RowProps) {
    const t = useText();
    const { line, index } = props;
    const [left = 1, right = 0] = props.marked.split("-", 2).map(Number);
    const isMarked = (col: number) => props.marked !== "" && col >= left && col <= right;
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        aria-selected={props.current}
        className={`lg-row${props.current ? " cur" : ""}${line.id === null ? " bud" : ""}`}
        style={{ transform: `translateY(${props.top}px)`, gridTemplateColumns: TEMPLATE }}
      >
        {COLUMNS.map((column, col) => {
          const active = col === props.activeCol;
          const onItsWay = props.values.get(`${line.key}/${column.id}`);
          const trouble = onItsWay?.problem ?? null;
          const rest =
            line.id === null && column.id === "name" ? line.label : cellText(column, props.body, line.view, t("without-vat-short"));
          const text = onItsWay ? onItsWay.text : column.id === "n" ? String(index + 1) : rest;
          const classes = [
            "lg-cell",
            column.right && "n",
            column.id === "n" && "t3",
            column.id === "gross" && "ro",
            active && "act",
            onItsWay && "way",
            trouble && "refused",
            isMarked(col) && "span",
          ];
          if (column.id === "name") classes.push("dense");
          if (column.id === "unit" || column.id === "vat" || column.id === "discount") classes.push("t2");
          return (
            <div
              key={column.id}
              role={column.id === "n" ? "rowheader" : "gridcell"}
              id={`${props.id}-${index}-${col}`}
              aria-colindex={col + 1}
              aria-selected={isMarked(col) || undefined}
              aria-invalid={trouble !== null || undefined}
              ref={
                active
                  ? (node) => {
                      if (node) props.cellBox.current = node;
                    }
                  : undefined
              }
              className={classes.filter(Boolean).join(" ")}
              title={column.id === "name" || column.id === "article" ? text : undefined}
              onClick={(event) => props.onPick(col, event.detail > 1, event.shiftKey)}
              onKeyDown={() => {}}
            >
              {active && props.editor ? (
                props.editor
              ) : (
                <>
                  {trouble && <Icon of={CircleAlert} small />}
                  <span className="el">{text}</span>
                </>
              )}
            </div>
          );
        })}
      </div>
    );
  },
  (before, after) =>
    before.editor === null &&
    after.editor === null &&
    before.line === after.line &&
    before.body === after.body &&
    before.values === after.values &&
    before.current === after.current &&
    before.activeCol === after.activeCol &&
    before.marked === after.marked &&
    before.top === after.top &&
    before.index === after.index,
);

export function NewRow(props: {
  n: number;
  id: string;
  current: boolean;
  editor: ReactNode;
  cellBox: RefObject<HTMLDivElement | null>;
  top: number;
  hint: string[];
  onPick: () => void;
}) {
  const [hint, cap, excel, paste] = props.hint;
  return (
    <div
      role="row"
      aria-rowindex={props.n + 1}
      aria-selected={props.current}
      className={`lg-row new${props.current ? " cur" : ""}`}
      style={{ transform: `translateY(${props.top}px)`, gridTemplateColumns: TEMPLATE }}
    >
      <div role="rowheader" className="lg-cell n t3" aria-colindex={1}>
        {props.n}
      </div>
      <div
        role="gridcell"
        aria-colindex={2}
        id={`${props.id}-${props.n - 1}-${ARTICLE}`}
        className={`lg-cell hint t3${props.current ? " act" : ""}`}
        ref={
          props.current
            ? (node) => {
                if (node) props.cellBox.current = node;
              }
            : undefined
        }
        onClick={props.onPick}
        onKeyDown={() => {}}
      >
        {props.editor ?? (
          <span className="el">
            {hint} <kbd>{cap}</kbd>
            <span className="g8" />
            {excel} <kbd>{paste}</kbd>
          </span>
        )}
      </div>
    </div>
  );
}
