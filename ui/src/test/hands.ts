/** Fast hands for component tests: keys go where the focus stands, and a field takes the signs that nobody took before it. */
import { act } from "@testing-library/react";
import { insert } from "../parts/ahead";

/** Words are typed sign by sign; a name of a key (`Enter`, `Tab`, `ArrowDown`) is that key. */
export function hands(...keys: string[]): void {
  for (const key of keys) for (const sign of /^[A-Z][a-z]+[A-Za-z]*$/.test(key) ? [key] : key) press(sign);
}

export function press(key: string, held: KeyboardEventInit = {}): void {
  act(() => {
    const at = document.activeElement ?? document.body;
    const event = new KeyboardEvent("keydown", { key, code: key, bubbles: true, cancelable: true, ...held });
    const isSign = key.length === 1 && !held.ctrlKey && !held.altKey;
    if (!at.dispatchEvent(event) || !isSign || !(at instanceof HTMLInputElement) || document.activeElement !== at) return;
    insert(at, key);
  });
}
