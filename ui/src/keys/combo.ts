/**
 * A combination of keys as text: `Ctrl+K`, `Shift+F9`, `Alt+Digit`. Letters and digits are matched by their place on the
 * board (`event.code`), so that they work under the Russian and Belarusian layouts; named keys by their name.
 */
export interface Combo {
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
  key: string;
}

export const isMac = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

export function parse(text: string): Combo {
  const parts = text.split("+");
  const key = parts.pop() ?? "";
  return { ctrl: parts.includes("Ctrl"), shift: parts.includes("Shift"), alt: parts.includes("Alt"), key };
}

const SIGNS: Record<string, string> = { Minus: "-", Equal: "=", Comma: ",", Period: ".", Slash: "/", NumpadAdd: "=", NumpadSubtract: "-" };
/** What the board calls the key, and what we do. */
const NAMES: Record<string, string> = {
  " ": "Space",
  Insert: "Ins",
  Escape: "Esc",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
};

function keyOf(event: KeyboardEvent): string {
  const letter = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code);
  if (letter?.[1]) return letter[1];
  return NAMES[event.key] ?? SIGNS[event.code] ?? event.key;
}

export function matches(event: KeyboardEvent, combo: Combo): boolean {
  // Ctrl+Alt is AltGr on several layouts: it types a sign and is never ours.
  const ctrl = isMac ? event.metaKey || event.ctrlKey : event.ctrlKey;
  return ctrl === combo.ctrl && event.altKey === combo.alt && event.shiftKey === combo.shift && keyOf(event) === combo.key;
}

const SHOWN: Record<string, string> = { Up: "↑", Down: "↓", Left: "←", Right: "→" };

/** As the cap on a button reads: `Ctrl K`. */
export function show(text: string): string {
  return text
    .split("+")
    .map((part) => (isMac && part === "Ctrl" ? "⌘" : (SHOWN[part] ?? part)))
    .join(" ");
}
