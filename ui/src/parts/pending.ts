/** What was typed and not yet sent. Leaving a screen, hiding the window or closing it sends it first. */
import { useEffect, useRef } from "react";

type Flush = () => Promise<unknown> | undefined;

const waiting = new Set<Flush>();

export function hold(flush: Flush): () => void {
  waiting.add(flush);
  return () => waiting.delete(flush);
}

export async function flushAll(): Promise<void> {
  await Promise.allSettled([...waiting].map((flush) => flush()));
}

/** Starts the watch over hiding and closing; returns how to stop it. */
export function flushOnLeave(): () => void {
  const hide = () => {
    if (document.visibilityState === "hidden") void flushAll();
  };
  const leave = () => void flushAll();
  document.addEventListener("visibilitychange", hide);
  window.addEventListener("pagehide", leave);
  window.addEventListener("beforeunload", leave);
  return () => {
    document.removeEventListener("visibilitychange", hide);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("beforeunload", leave);
  };
}

/** Sends what is being typed when the screen is left, hidden or closed. */
export function useSendOnLeave(send: () => void): void {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    const release = hold(async () => latest.current());
    return () => {
      latest.current();
      release();
    };
  }, []);
}
