/** A sheet that floats by its field and never takes the focus from it. */
import { type ReactNode, type RefObject, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";

interface Spot {
  left: number;
  top: number;
  width: number;
  above: boolean;
}

const EDGE = 8;
const USUAL_HEIGHT = 316;
/** With so much room below it stays below: what is above has just been read. */
const ENOUGH = 190;

export function Popover(props: { by: RefObject<HTMLElement | null>; width?: number; children: ReactNode; id?: string }) {
  const [spot, setSpot] = useState<Spot | null>(null);
  useLayoutEffect(() => {
    const place = () => {
      const box = props.by.current?.getBoundingClientRect();
      if (!box) return;
      const width = Math.min(Math.max(box.width, props.width ?? 0), window.innerWidth - 2 * EDGE);
      const above = box.bottom + ENOUGH > window.innerHeight && box.top > window.innerHeight - box.bottom;
      const left = Math.max(EDGE, Math.min(box.left, window.innerWidth - width - EDGE));
      setSpot({ left, width, above, top: above ? box.top - 2 : box.bottom + 2 });
    };
    place();
    window.addEventListener("resize", place);
    window.addEventListener("scroll", place, true);
    return () => {
      window.removeEventListener("resize", place);
      window.removeEventListener("scroll", place, true);
    };
  }, [props.by, props.width]);
  if (!spot) return null;
  const room = spot.above ? spot.top - EDGE : window.innerHeight - spot.top - EDGE;
  return createPortal(
    <div
      className="pop fade"
      style={{
        left: spot.left,
        minWidth: spot.width,
        maxWidth: `calc(100vw - ${2 * EDGE}px)`,
        maxHeight: Math.min(USUAL_HEIGHT, room),
        ...(spot.above ? { bottom: window.innerHeight - spot.top } : { top: spot.top }),
      }}
    >
      {props.children}
    </div>,
    document.body,
  );
}
