/** The status bar: keys of the place where the focus stands at the left, where one is at the right. */
import { useEffect, useState } from "react";
import type { ActionId } from "../keys";
import { keyCap, useDeeds } from "../keys";
import { useText } from "../text";
import { createStore, useStore } from "./store";

const place = createStore<string>("");

/** Says where one is, while the component is on the screen. */
export function useStatus(text: string): void {
  useEffect(() => {
    place.set(text);
    return () => place.set((now) => (now === text ? "" : now));
  }, [text]);
}

/** Which keys each place prints; those without a deed at the moment are left out. */
export const HINTS: Record<string, readonly ActionId[]> = {
  grid: ["grid-next", "grid-field", "grid-choose", "grid-copy", "grid-remove", "undo"],
  list: ["open", "mark", "new", "filter", "next-tab", "undo"],
  record: ["post", "problems", "history", "copy-record", "attach", "undo", "back"],
  today: ["today-act", "today-pay", "today-new", "palette", "undo"],
  import: ["import-file", "import-next", "import-undo", "back"],
  firstrun: ["first-next", "first-start", "language"],
  desk: ["palette", "organisation", "undo", "back"],
};
/** Known to the grid itself, which lends them no deed. */
const OWN = /^(grid-|first-next|open$|mark$|today-act)/;

function usePlace(): string {
  const [where, setWhere] = useState("desk");
  useEffect(() => {
    const look = () => {
      const here =
        document.activeElement?.closest<HTMLElement>("[data-place]") ??
        document.querySelector<HTMLElement>("main [data-place],main[data-place]");
      setWhere(here?.dataset.place ?? "desk");
    };
    look();
    document.addEventListener("focusin", look);
    // The screen of the new address is drawn after the event.
    const later = () => void setTimeout(look, 60);
    window.addEventListener("hashchange", later);
    return () => {
      document.removeEventListener("focusin", look);
      window.removeEventListener("hashchange", later);
    };
  }, []);
  return where;
}

export function StatusBar(props: { left?: React.ReactNode }) {
  const t = useText();
  const where = usePlace();
  const deeds = useDeeds();
  const text = useStore(place);
  const hints = (HINTS[where] ?? HINTS.desk ?? []).filter((id) => OWN.test(id) || deeds.includes(id));
  return (
    <footer className="foot">
      <span className="keys">
        {hints.map((id) => (
          <span className="k" key={id}>
            <kbd className="bare">{keyCap(id)}</kbd>
            <b>{t(`hint-${id}`)}</b>
          </span>
        ))}
      </span>
      <span className="place">
        {props.left}
        {text && <span className="el">{text}</span>}
        <span className="k">
          <kbd className="bare">{keyCap("help")}</kbd>
          <b>{t("hint-help")}</b>
        </span>
      </span>
    </footer>
  );
}
