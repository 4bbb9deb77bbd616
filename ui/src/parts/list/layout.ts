/** Which columns of a list are shown and how wide: `number:120,date,total` among this device's settings. */
import type { ListColumn } from "./columns";

export const NARROWEST = 36;
export const WIDEST = 640;

export interface Layout {
  shown: string[];
  /** Pixels; columns that are not named have their usual width. */
  widths: Record<string, number>;
}

export function within(width: number): number {
  return Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));
}

export function readLayout(kept: string, all: readonly ListColumn[]): Layout {
  const usual = all.filter((column) => column.usual).map((column) => column.id);
  const named = kept.split(",").map((entry) => entry.split(":"));
  const widths: Record<string, number> = {};
  for (const [id, width] of named) {
    const pixels = Number(width);
    if (id && width && Number.isFinite(pixels)) widths[id.replace(/^-/, "")] = within(pixels);
  }
  // A leading minus keeps the width of a column that is hidden.
  const shown = all.map((column) => column.id).filter((id) => named.some(([known]) => known === id));
  return { shown: shown.length > 0 ? shown : usual, widths };
}

export function writeLayout(layout: Layout): string {
  const width = (id: string) => (layout.widths[id] === undefined ? "" : `:${layout.widths[id]}`);
  const hidden = Object.keys(layout.widths).filter((id) => !layout.shown.includes(id));
  return [...layout.shown.map((id) => `${id}${width(id)}`), ...hidden.map((id) => `-${id}${width(id)}`)].join(",");
}

/** The least that a track of the grid takes: `minmax(170px,1fr)` is 170. */
export function leastOf(width: string): number {
  return Number(/(\d+)px/.exec(width)?.[1] ?? 0);
}

export const MARK_WIDTH = 28;

/** The tracks of head and rows, and the least that they need in pixels. */
export function tracks(columns: readonly ListColumn[], widths: Record<string, number>): { template: string; least: number } {
  const own = columns.map((column) => {
    const width = widths[column.id];
    if (width === undefined) return column.width;
    // What stretches goes on taking the spare room, or the sums would hang in the middle of the page.
    return column.width.includes("1fr") ? `minmax(${width}px,1fr)` : `${width}px`;
  });
  return { template: `${MARK_WIDTH}px ${own.join(" ")}`, least: own.reduce((sum, width) => sum + leastOf(width), MARK_WIDTH) };
}
