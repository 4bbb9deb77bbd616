/** Which columns a list shows and how wide: arrows go from one to the next, Space shows or hides, Left and Right set the width. */
import { type KeyboardEvent, useRef, useState } from "react";
import { useText } from "../../text";
import { Button } from "../button";
import { Dialog } from "../dialog";
import type { ListColumn } from "./columns";
import { type Layout, leastOf, within } from "./layout";

/** One press of an arrow. */
const STEP = 8;

interface Props {
  columns: readonly ListColumn[];
  layout: Layout;
  save: (layout: Layout) => void;
  /** The usual columns at their usual widths. */
  reset: () => void;
  close: () => void;
}

export function ColumnChooser(props: Props) {
  const t = useText();
  const [shown, setShown] = useState(props.layout.shown);
  const [widths, setWidths] = useState(props.layout.widths);
  const list = useRef<HTMLUListElement>(null);
  const widthOf = (column: ListColumn) => widths[column.id] ?? leastOf(column.width);
  const onKeyDown = (event: KeyboardEvent, column: ListColumn) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
    const at = boxes.indexOf(event.target as HTMLInputElement);
    const goal: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 };
    const next = goal[event.key];
    if (next !== undefined) boxes[next]?.focus();
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight")
      setWidths({ ...widths, [column.id]: within(widthOf(column) + (event.key === "ArrowRight" ? STEP : -STEP)) });
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      title={t("columns-title")}
      close={props.close}
      confirm={{
        say: t("apply"),
        disabledBecause: shown.length === 0 ? t("columns-none") : undefined,
        run: () => {
          props.save({ shown, widths });
          props.close();
        },
      }}
    >
      <p className="t2 sm">{t("columns-note")}</p>
      <ul className="columns" ref={list}>
        {props.columns.map((column, index) => (
          <li key={column.id}>
            <label className="flag">
              <input
                type="checkbox"
                autoFocus={index === 0}
                checked={shown.includes(column.id)}
                onKeyDown={(event) => onKeyDown(event, column)}
                onChange={(event) => setShown(event.target.checked ? [...shown, column.id] : shown.filter((id) => id !== column.id))}
              />
              <span>{t(column.title)}</span>
            </label>
            <span className="t3 sm" aria-live="polite">
              {t("column-width", { width: widthOf(column) })}
            </span>
          </li>
        ))}
      </ul>
      <Button
        small
        onPress={() => {
          props.reset();
          props.close();
        }}
      >
        {t("columns-reset")}
      </Button>
    </Dialog>
  );
}
