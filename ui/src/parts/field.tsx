/**
 * A labelled field of a record. What is typed goes to the core on Enter, on leaving, and (text) after a pause; the core's
 * reply says what was understood or what is wrong, and that stands beside the field.
 */
import { Check, CircleAlert, TriangleAlert } from "lucide-react";
import { type ChangeEvent, type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { EntryKind, Problem } from "../backend/types";
import { problemText, useText } from "../text";
import { date, number, sum } from "../text/format";
import { nextField } from "./focus";
import { Icon } from "./icons";
import { hold } from "./pending";
import { at, useAccess } from "./record";
import { complain } from "./toast";

const PAUSE_MS = 400;

/** Label at the left, whatever stands at the right of it. */
export function Row(props: { label: string; htmlFor?: string | undefined; children: ReactNode; className?: string }) {
  return (
    <div className={`f ${props.className ?? ""}`}>
      <label htmlFor={props.htmlFor}>{props.label}</label>
      <div className="v">{props.children}</div>
    </div>
  );
}

/** What is not filled in yet is said quietly; red is for what was entered and is wrong. */
export function isWrong(problem: Problem | undefined): boolean {
  return problem !== undefined && problem.level !== "warns" && !problem.code.endsWith("_missing");
}

export function Remark(props: { problem: Problem; id?: string }) {
  const words = problemText(props.problem);
  const warns = props.problem.level === "warns";
  const tone = isWrong(props.problem) ? "danger" : warns && !props.problem.code.endsWith("_missing") ? "warn" : "t2";
  return (
    <span className={`remark ${tone}`} id={props.id} title={words}>
      <Icon of={warns ? TriangleAlert : CircleAlert} small />
      <span>{words}</span>
    </span>
  );
}

export function Fine(props: { children: ReactNode }) {
  return (
    <span className="remark ok">
      <Icon of={Check} small />
      <span>{props.children}</span>
    </span>
  );
}

export function showValue(value: unknown, as: EntryKind): string {
  if (typeof value !== "string") return "";
  if (as === "date") return date(value);
  if (as === "sum" || as === "price") return sum(value);
  if (as === "number" || as === "percent") return number(value);
  return value;
}

interface FieldProps {
  path: string;
  /** Message id of the label. */
  label: string;
  as?: EntryKind;
  multiline?: boolean;
  /** Stands after the field when nothing is wrong. */
  after?: ReactNode;
  width?: number;
  bare?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
  className?: string;
  /** Told at each key, for a check that runs while typing. */
  onTyped?: (text: string) => void;
  locked?: boolean;
  /** How the value reads while nobody types into it: an account in groups. */
  format?: (raw: string) => string;
}

/** The text that is typed, when it is sent, and the refusal that came back. */
function useEntry(props: FieldProps) {
  const access = useAccess();
  const as = props.as ?? "text";
  const stored = showValue(at(access.record.body, props.path), as);
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const latest = useRef<{ text: string | null; sent: string | null }>({ text: null, sent: null });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const send = async (): Promise<void> => {
    clearTimeout(timer.current);
    const text = latest.current.text;
    if (text === null || text === latest.current.sent) return;
    latest.current.sent = text;
    try {
      const entered = await access.enter(props.path, as === "text" && props.multiline ? "note" : as, text);
      if (latest.current.text !== text) return;
      setRefusal(entered.problem);
      if (!entered.problem && document.activeElement !== field.current) finish();
    } catch (error) {
      latest.current.sent = null;
      complain(error);
    }
  };
  const finish = () => {
    latest.current = { text: null, sent: null };
    setTyped(null);
    setRefusal(null);
  };
  const sender = useRef(send);
  sender.current = send;
  const field = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);

  useEffect(() => {
    const release = hold(() => sender.current());
    return () => {
      void sender.current();
      release();
    };
  }, []);

  return {
    field,
    value: typed ?? stored,
    dirty: typed !== null,
    refusal,
    type(text: string) {
      latest.current.text = text;
      setTyped(text);
      clearTimeout(timer.current);
      if (as === "text") timer.current = setTimeout(() => void sender.current(), PAUSE_MS);
    },
    async leave() {
      await sender.current();
      if (latest.current.text === null) return;
      // Refused text stays in the field; understood text gives way to the canonical one.
      setRefusal((known) => {
        if (!known && latest.current.text === latest.current.sent) finish();
        return known;
      });
    },
    send,
    restore() {
      clearTimeout(timer.current);
      finish();
    },
  };
}

export function Field(props: FieldProps) {
  const t = useText();
  const access = useAccess();
  const entry = useEntry(props);
  const [focused, setFocused] = useState(false);
  const id = useId();
  const locked = props.locked ?? access.locked;
  const problem = entry.refusal ?? access.problemsAt(props.path)[0];
  const as = props.as ?? "text";
  const right = as === "sum" || as === "price" || as === "number" || as === "percent";

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey) {
      if (props.multiline) return;
      event.preventDefault();
      void entry.leave();
      nextField(event.currentTarget as HTMLElement);
    } else if (event.key === "Escape" && entry.dirty) {
      event.preventDefault();
      entry.restore();
    }
  };
  const shared = {
    id,
    value: !focused && !entry.dirty && props.format ? props.format(entry.value) : entry.value,
    readOnly: locked,
    placeholder: props.placeholder,
    "aria-invalid": isWrong(problem) || undefined,
    "aria-describedby": problem ? `${id}-p` : undefined,
    "aria-label": props.bare ? t(props.label) : undefined,
    "data-typed": entry.dirty,
    "data-path": props.path,
    autoComplete: "off",
    spellCheck: false,
    autoFocus: props.autoFocus,
    onBlur: () => {
      setFocused(false);
      void entry.leave();
    },
    onKeyDown,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      entry.type(event.target.value);
      props.onTyped?.(event.target.value);
    },
  };
  const keepField = (node: HTMLInputElement | HTMLTextAreaElement | null) => {
    entry.field.current = node;
  };
  const onFocus = (event: FocusEvent<HTMLInputElement>) => {
    setFocused(true);
    const field = event.target;
    // After the plain value is in place of the grouped one.
    requestAnimationFrame(() => document.activeElement === field && field.select());
  };
  const bad = isWrong(problem);
  const control = (
    <>
      <div
        className={`in${bad ? " bad" : ""}${locked ? " fixed" : ""}${right ? " right" : ""} ${props.className ?? ""}`}
        style={props.width ? { flex: `0 1 ${props.width}px` } : undefined}
      >
        {props.multiline ? (
          <textarea {...shared} rows={2} ref={keepField} />
        ) : (
          <input {...shared} ref={keepField} inputMode={as === "text" ? undefined : "decimal"} onFocus={onFocus} />
        )}
      </div>
      {problem ? <Remark problem={problem} id={`${id}-p`} /> : props.after}
    </>
  );
  if (props.bare) return control;
  return (
    <Row label={t(props.label)} htmlFor={id} className={props.multiline ? "tall" : ""}>
      {control}
    </Row>
  );
}
