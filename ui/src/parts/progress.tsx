/** Long work: what, how far, and a way to stop it. */
import { useEffect, useState } from "react";
import { listen } from "../backend";
import { core } from "../backend/commands";
import { hasText, useText } from "../text";
import { ActionButton } from "./button";
import { attempt } from "./toast";

export interface Going {
  id: string;
  label: string;
  done: number;
  total: number;
}

/** Work shorter than this shows nothing. */
const SOON_MS = 1000;

/** The work that goes on; after so long, unless the screen waits for it anyway. */
export function useProgress(after = SOON_MS): Going | null {
  const [going, setGoing] = useState<Going | null>(null);
  useEffect(() => {
    const began = new Map<string, number>();
    return listen((event) => {
      if (event.type !== "progress") return;
      // At its end the core may still have the search to build; the answer takes the bar away where it is waited for.
      if (event.done >= event.total && after > 0) {
        began.delete(event.id);
        setGoing((now) => (now?.id === event.id ? null : now));
        return;
      }
      const start = began.get(event.id) ?? Date.now();
      began.set(event.id, start);
      if (Date.now() - start >= after) setGoing({ id: event.id, label: event.label, done: event.done, total: event.total });
    });
  }, [after]);
  return going;
}

export function Progress(props: { of: Going }) {
  const t = useText();
  const { of } = props;
  const stop = () => attempt(core.cancel(of.id));
  return (
    <span className="row">
      {/* Without a count yet the bar only says that work goes on. */}
      <progress
        {...(of.done > 0 && { max: of.total, value: of.done })}
        aria-label={hasText(`work-${of.label}`) ? t(`work-${of.label}`) : t("progress")}
      />
      {of.total > 0 && <span>{t("progress-count", { done: of.done, total: of.total })}</span>}
      <ActionButton action="stop-work" small quiet run={stop} />
    </span>
  );
}
