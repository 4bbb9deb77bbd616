/** Long work: what, how far, and a way to stop it. */
import { useEffect, useState } from "react";
import { listen } from "../backend";
import { core } from "../backend/commands";
import { hasText, useText } from "../text";
import { Button } from "./button";
import { attempt } from "./toast";

export interface Going {
  id: string;
  label: string;
  done: number;
  total: number;
}

/** Work shorter than this shows nothing. */
const SOON_MS = 1000;

export function useProgress(): Going | null {
  const [going, setGoing] = useState<Going | null>(null);
  useEffect(() => {
    const began = new Map<string, number>();
    return listen((event) => {
      if (event.type !== "progress") return;
      if (event.done >= event.total) {
        began.delete(event.id);
        setGoing((now) => (now?.id === event.id ? null : now));
        return;
      }
      const start = began.get(event.id) ?? Date.now();
      began.set(event.id, start);
      if (Date.now() - start >= SOON_MS) setGoing({ id: event.id, label: event.label, done: event.done, total: event.total });
    });
  }, []);
  return going;
}

export function Progress(props: { of: Going }) {
  const t = useText();
  const { of } = props;
  return (
    <span className="row">
      <progress max={of.total} value={of.done} aria-label={hasText(of.label) ? t(of.label) : t("progress")} />
      <span>{t("progress-count", { done: of.done, total: of.total })}</span>
      <Button small quiet onPress={() => attempt(core.cancel(of.id))}>
        {t("cancel")}
      </Button>
    </span>
  );
}
