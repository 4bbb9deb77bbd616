/** The editor inside a cell and the note under it: the expression's result, or what is wrong with the text. */
import { CircleAlert } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { core } from "../../backend/commands";
import type { Problem } from "../../backend/types";
import { problemText, useText } from "../../text";
import { Icon } from "../icons";
import { COLUMNS, type Column, isExpression, TEMPLATE } from "./columns";

export function CellInput(props: {
  column: Column;
  label: string;
  text: string;
  select: boolean;
  listId?: string | undefined;
  activeOption?: string | undefined;
  /** `isWhole` is false while an input method is still making the sign. */
  onText: (text: string, isWhole: boolean) => void;
  onComposed: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onPaste: (event: React.ClipboardEvent<HTMLInputElement>) => void;
  onBlur: (event: React.FocusEvent<HTMLInputElement>) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const { select } = props;
  useEffect(() => {
    const field = input.current;
    if (!field) return;
    field.focus({ preventScroll: true });
    if (select) field.select();
    else field.setSelectionRange(field.value.length, field.value.length);
  }, [select]);
  const list = props.listId !== undefined;
  return (
    <input
      ref={input}
      className={`ed${props.column.right ? " n" : ""}`}
      aria-label={props.label}
      role={list ? "combobox" : undefined}
      aria-expanded={list ? props.activeOption !== undefined : undefined}
      aria-controls={props.activeOption !== undefined ? props.listId : undefined}
      aria-activedescendant={props.activeOption}
      aria-autocomplete={list ? "list" : undefined}
      autoComplete="off"
      spellCheck={false}
      data-typed="true"
      value={props.text}
      onChange={(event) => props.onText(event.target.value, (event.nativeEvent as InputEvent).isComposing !== true)}
      onCompositionEnd={(event) => props.onComposed(event.data ?? "")}
      onKeyDown={props.onKeyDown}
      onPaste={props.onPaste}
      onBlur={props.onBlur}
    />
  );
}

interface Preview {
  shown: string;
  problem: Problem | null;
}

/** The value of an expression, worked out by the core while it is typed. */
export function usePreview(column: Column | undefined, text: string | null, current: string): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const as =
    column && (column.entry === "number" || column.entry === "price" || column.entry === "sum" || column.entry === "percent")
      ? column.entry
      : null;
  const wanted = as !== null && text !== null && isExpression(text) ? text : null;
  useEffect(() => {
    if (wanted === null || as === null) {
      setPreview(null);
      return;
    }
    let stale = false;
    core
      .preview(as, wanted, current)
      .then((answer) => !stale && setPreview({ shown: answer.shown, problem: answer.problem }))
      .catch(() => !stale && setPreview(null));
    return () => {
      stale = true;
    };
  }, [wanted, as, current]);
  return preview;
}

/** A strip of its own under the active line, so that no other line is covered. */
export function Note(props: { column: number; preview: Preview | null; before: string; problem: Problem | null; top: number; id: string }) {
  const t = useText();
  const right = COLUMNS[props.column]?.right ?? false;
  const place = right
    ? { gridColumn: `1 / ${props.column + 2}`, justifySelf: "end" }
    : { gridColumn: `${props.column + 1} / -1`, justifySelf: "start" };
  return (
    <div className="lg-note" style={{ top: props.top, gridTemplateColumns: TEMPLATE }} aria-live="polite">
      <div style={place} className={`note-in${props.problem ? " danger" : ""}`} id={props.id}>
        {props.problem ? (
          <>
            <Icon of={CircleAlert} small />
            <span>{problemText(props.problem)}</span>
          </>
        ) : (
          <>
            <span>=</span>
            <b>{props.preview?.shown}</b>
            {props.before && <span className="t3">{t("instead-of", { value: props.before })}</span>}
            <kbd>Enter</kbd>
            <kbd>Esc</kbd>
          </>
        )}
      </div>
    </div>
  );
}
