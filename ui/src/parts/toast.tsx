/** What was just done, with the way back. One line at the lower left, gone after a while; read aloud politely. */
import { Undo2, X } from "lucide-react";
import { asFailure } from "../backend";
import { failureText, t, useText } from "../text";
import { Button, IconButton } from "./button";
import { createStore, useStore } from "./store";

interface Toast {
  key: number;
  text: string;
  bad: boolean;
  undo: (() => void) | undefined;
}

const toasts = createStore<Toast[]>([]);
let last = 0;
/** Long enough to read a sentence and reach the button. */
const SHOWN_MS = 7000;

export function toast(text: string, options: { undo?: () => void; bad?: boolean } = {}): void {
  last += 1;
  const key = last;
  toasts.set((list) => [...list.slice(-2), { key, text, bad: options.bad ?? false, undo: options.undo }]);
  setTimeout(() => dismiss(key), options.bad ? SHOWN_MS * 2 : SHOWN_MS);
}

/** Says why a command was refused, in the catalogue's words. */
export function complain(error: unknown): void {
  const { title, advice } = failureText(asFailure(error));
  toast(advice ? `${title} ${advice}` : title, { bad: true });
}

/** Runs a deed of a button; a refusal is said, never lost. */
export function attempt(deed: Promise<unknown>): void {
  deed.catch(complain);
}

/** After Ctrl+Z there is nothing more to offer: another press would take back something older. */
export function withdrawUndo(): void {
  toasts.set((list) => list.filter((toast) => toast.undo === undefined));
}

function dismiss(key: number): void {
  toasts.set((list) => list.filter((toast) => toast.key !== key));
}

export function Toasts() {
  const text = useText();
  const list = useStore(toasts);
  return (
    <section className="toasts" aria-label={text("toasts")}>
      <div role="status" aria-live="polite">
        {list.map((item) => (
          <div key={item.key} className={`toast fade${item.bad ? " danger" : ""}`}>
            <span>{item.text}</span>
            {item.undo && (
              <Button
                small
                icon={Undo2}
                cap="Ctrl Z"
                onPress={() => {
                  dismiss(item.key);
                  item.undo?.();
                }}
              >
                {t("action-undo")}
              </Button>
            )}
            <IconButton small icon={X} name={text("close")} onPress={() => dismiss(item.key)} />
          </div>
        ))}
      </div>
    </section>
  );
}
