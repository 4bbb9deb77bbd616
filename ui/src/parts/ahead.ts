/**
 * Keys typed ahead of an answer. Where the hands go after a cell or a field may depend on what the core finds; until it has
 * answered they stay there, and what is typed meanwhile waits its turn and is then done as if it had been typed that moment.
 * Nothing that was typed is dropped, and nothing lands in another place. It knows nothing of lines or fields.
 */
import { type RefObject, useEffect, useRef } from "react";
import { flushSync } from "react-dom";

type Typed =
  | { what: "key"; key: KeyboardEventInit & { key: string } }
  | { what: "text"; text: string }
  | { what: "paste"; text: string }
  | { what: "press"; at: HTMLElement };

/** Held keys of which only the next one makes something. */
const HELD = /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|Fn|FnLock|ScrollLock|OS)$/;

export function useAhead(box: RefObject<HTMLElement | null>) {
  const made = useRef<Ahead | null>(null);
  made.current ??= new Ahead(() => box.current);
  const ahead = made.current;
  useEffect(() => () => ahead.loosen(), [ahead]);
  return ahead;
}

export class Ahead {
  private turn = 0;
  private answer: Promise<void> | null = null;
  private queue: Typed[] = [];
  private readonly place: () => HTMLElement | null;

  constructor(place: () => HTMLElement | null) {
    this.place = place;
  }

  get isWaiting(): boolean {
    return this.answer !== null;
  }

  /** Holds the keys until `answer` has come, moves the hands by what it brings, then does what was typed meanwhile. */
  wait(answer: Promise<() => void>): void {
    this.turn += 1;
    const mine = this.turn;
    document.addEventListener("mousedown", this.hold, true);
    document.addEventListener("click", this.press, true);
    const settle = (go?: () => void) => {
      if (mine !== this.turn) return;
      this.answer = null;
      this.loosen();
      if (go) flushSync(go);
      this.feed();
    };
    // Without an answer the hands stay where they are, and the keys are theirs again.
    this.answer = answer.then(settle, () => settle());
  }

  /** Until there is no answer to wait for and nothing left of what was typed ahead of one. */
  async settled(): Promise<void> {
    while (this.answer) await this.answer;
  }

  /** Takes the key to itself while an answer is awaited; false when there is none. */
  keep(event: KeyboardEvent): boolean {
    if (!this.answer) return false;
    const isText = event.isComposing || event.key === "Process" || event.key === "Dead" || event.key === "Unidentified";
    // Copied and pasted text comes by events of its own, composed text when it is whole.
    const clipboard = (event.ctrlKey || event.metaKey) && /^Key[CVX]$/.test(event.code);
    if (isText || clipboard || HELD.test(event.key) || (event.shiftKey && event.key === "Insert")) return true;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape" && this.queue.length === 0) {
      // Taken back before it was answered: the hands are in the cell as before.
      this.turn += 1;
      this.answer = null;
      this.loosen();
      return true;
    }
    const { key, code, ctrlKey, shiftKey, altKey, metaKey } = event;
    this.queue.push({ what: "key", key: { key, code, ctrlKey, shiftKey, altKey, metaKey } });
    return true;
  }

  keepText(text: string): void {
    if (text !== "") this.queue.push({ what: "text", text });
  }

  keepPaste(text: string): void {
    if (text !== "") this.queue.push({ what: "paste", text });
  }

  /** The answer leaves the hands where they are: keys that were meant for another place are not typed into this one. */
  forget(): void {
    this.queue = [];
  }

  /** The pointer is free again. */
  loosen(): void {
    document.removeEventListener("mousedown", this.hold, true);
    document.removeEventListener("click", this.press, true);
  }

  private readonly hold = (event: Event): void => {
    // The focus stays in the cell: what was typed before the press comes before it.
    event.preventDefault();
    event.stopPropagation();
  };

  private readonly press = (event: Event): void => {
    this.hold(event);
    if (event.target instanceof HTMLElement) this.queue.push({ what: "press", at: event.target });
  };

  private feed(): void {
    while (this.answer === null && this.place()?.isConnected) {
      const next = this.queue.shift();
      if (!next) return;
      strike(next, this.place());
    }
  }
}

const HEARD = { bubbles: true, cancelable: true };

/** What it brings about is on the screen when this returns; false when somebody took the event to himself. */
function dispatch(at: HTMLElement, event: Event): boolean {
  return flushSync(() => at.dispatchEvent(event));
}

/** Does one thing where the focus stands, as the person would have. */
function strike(typed: Typed, place: HTMLElement | null): void {
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement && focused !== document.body ? focused : place;
  if (!at) return;
  if (typed.what === "press") {
    if (!typed.at.isConnected) return;
    flushSync(() => typed.at.closest<HTMLElement>(STOPS)?.focus());
    flushSync(() => typed.at.click());
  } else if (typed.what === "text") {
    // Composed text opens a cell that stands closed, as its first key did.
    if (!(at instanceof HTMLInputElement)) dispatch(at, new KeyboardEvent("keydown", { key: "Process", ...HEARD }));
    const field = document.activeElement;
    if (field instanceof HTMLInputElement) insert(field, typed.text);
  } else if (typed.what === "paste") {
    if (!pasted(at, typed.text) && at instanceof HTMLInputElement) insert(at, typed.text.replace(/\s+/g, " "));
  } else strikeKey(typed.key, at);
}

/** True when somebody took the pasted text to himself. */
function pasted(at: HTMLElement, text: string): boolean {
  const event = new Event("paste", HEARD);
  Object.defineProperty(event, "clipboardData", { value: { getData: () => text } });
  return !dispatch(at, event);
}

function strikeKey(key: KeyboardEventInit & { key: string }, at: HTMLElement): void {
  const event = new KeyboardEvent("keydown", { ...key, ...HEARD });
  const isFree = dispatch(at, event);
  if (isFree && key.key === "Tab" && !key.ctrlKey && !key.altKey) tab(at, key.shiftKey ? -1 : 1);
  if (!isFree || !(at instanceof HTMLInputElement) || document.activeElement !== at) return;
  // The browser does nothing of its own on a key that a program pressed.
  const from = at.selectionStart ?? at.value.length;
  const to = at.selectionEnd ?? from;
  const isSign = key.key.length === 1 && key.ctrlKey === key.altKey && !key.metaKey;
  if (isSign) insert(at, key.key);
  else if (key.key === "Backspace") insert(at, "", from === to ? Math.max(0, from - 1) : from, to);
  else if (key.key === "Delete") insert(at, "", from, from === to ? Math.min(at.value.length, to + 1) : to);
  else if (key.key === "ArrowLeft" || key.key === "Home") {
    const to = key.key === "Home" ? 0 : Math.max(0, from - 1);
    at.setSelectionRange(to, to);
  } else if (key.key === "ArrowRight" || key.key === "End") {
    const place = key.key === "End" ? at.value.length : Math.min(at.value.length, to + 1);
    at.setSelectionRange(place, place);
  }
}

const STOPS = "input,textarea,select,button,a[href],[tabindex]";

/** The browser's own Tab. */
function tab(from: HTMLElement, step: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.tabIndex >= 0 && !stop.hasAttribute("disabled"));
  const next = stops[stops.indexOf(from) + step];
  if (next) flushSync(() => next.focus());
}

/** The field's own setter: React puts another one before it, and would not notice the change. */
const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;

export function insert(
  field: HTMLInputElement,
  text: string,
  from = field.selectionStart ?? field.value.length,
  to = field.selectionEnd ?? from,
): void {
  setValue?.call(field, field.value.slice(0, from) + text + field.value.slice(to));
  field.setSelectionRange(from + text.length, from + text.length);
  dispatch(field, new Event("input", HEARD));
}
