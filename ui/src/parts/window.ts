/**
 * Which rows of a long list are in sight. Rows are of one height, so it is a division; the height of the whole is capped,
 * because a web view draws no element taller than some 30 million pixels and a million rows would be.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

const TALLEST = 8_000_000;
const SPARE = 6;
/** Rows are drawn anew when so many have passed; the spare ones cover what lies between. */
const STEP = 4;

function read(): number {
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue("--row"), 10) || 28;
}

export function useRowHeight(): number {
  const [height, setHeight] = useState(read);
  useEffect(() => {
    const again = () => setHeight(read());
    window.addEventListener("resize", again);
    const watcher = new MutationObserver(again);
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["data-density"] });
    return () => {
      window.removeEventListener("resize", again);
      watcher.disconnect();
    };
  }, []);
  return height;
}

export interface Sight {
  first: number;
  /** One past the last. */
  last: number;
  /** Height of the whole, for the scroll bar. */
  height: number;
  /** Where the first drawn row stands. */
  top: number;
  /** Rows that fit, for PageDown. */
  page: number;
  reveal(index: number): void;
}

export function useSight(box: RefObject<HTMLElement | null>, count: number, row: number, extra = 0): Sight {
  const [scroll, setScroll] = useState(0);
  const [room, setRoom] = useState(640);
  const full = count * row;
  // Inside the cap one pixel of the bar is one pixel of rows; beyond it the bar is stretched.
  const stretched = full > TALLEST;
  const grain = useRef(1);
  grain.current = stretched ? 1 : STEP * row;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setRoom(element.clientHeight || 640);
    measure();
    // At once: drawn after the frame, the rows of a dragged scroll bar would always be those of the place before.
    const onScroll = () => {
      const next = Math.floor(element.scrollTop / grain.current) * grain.current;
      flushSync(() => setScroll(next));
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    const watcher = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(measure);
    watcher?.observe(element);
    return () => {
      element.removeEventListener("scroll", onScroll);
      watcher?.disconnect();
    };
  }, [box]);

  const height = Math.min(full, TALLEST) + extra;
  const travel = Math.max(1, Math.min(full, TALLEST) - room);
  const at = stretched ? (scroll / travel) * (full - room) : scroll;
  const first = Math.max(0, Math.floor(at / row) - SPARE);
  const last = Math.min(count, Math.ceil((at + room) / row) + SPARE);
  const top = stretched ? scroll - (at - first * row) : first * row;
  const page = Math.max(1, Math.floor(room / row) - 1);

  const reveal = useCallback(
    (index: number) => {
      const element = box.current;
      if (!element) return;
      const inView = element.clientHeight || 640;
      const whole = count * row;
      const path = Math.max(1, Math.min(whole, TALLEST) - inView);
      const now = whole > TALLEST ? (element.scrollTop / path) * (whole - inView) : element.scrollTop;
      // The head is sticky and covers the first `row` pixels of what is in view.
      const head = element.querySelector<HTMLElement>("[data-head]")?.offsetHeight ?? 0;
      let want = now;
      if (index * row < now) want = index * row;
      else if ((index + 1) * row > now + inView - head) want = (index + 1) * row - inView + head;
      if (want !== now) element.scrollTop = whole > TALLEST ? (want / (whole - inView)) * path : want;
    },
    [box, count, row],
  );
  return { first, last, height, top, page, reveal };
}
