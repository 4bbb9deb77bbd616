/** Which key does what in the line-entry grid: in a cell that is being typed into, and at rest. */
import type { ClipboardEvent, KeyboardEvent } from "react";
import { pressed } from "../../keys";
import { ARTICLE, COLUMNS } from "./columns";
import { lineCommand } from "./commands";
import { clamp, nextField, step } from "./moves";
import type { Grid } from "./use-grid";

/** A key of a composed sign: an input method, a dead key, a keyboard on the screen. Its text comes by events of its own. */
const isComposed = (event: KeyboardEvent) =>
  event.nativeEvent.isComposing || event.key === "Process" || event.key === "Dead" || event.key === "Unidentified";

export function editStroke(event: KeyboardEvent<HTMLInputElement>, grid: Grid): void {
  const { finder, choice } = grid;
  if (grid.ahead.keep(event.nativeEvent)) {
    event.stopPropagation();
    return;
  }
  const now = grid.live.current;
  if (!now || isComposed(event)) return;
  const entry = COLUMNS[now.col]?.entry;
  const listOpen = finder.finder !== null || choice !== null;
  const bare = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (pressed(event, "grid-choose") && entry !== "number") {
    if (entry === "good") void finder.look(now.text);
    else grid.openChoice(now, "");
  } else if (event.key === "Enter" && !event.ctrlKey && !event.altKey) grid.finish(grid.usual);
  else if (event.key === "Tab" && bare) grid.finish((from, lines) => nextField(from, lines, event.shiftKey ? -1 : 1));
  else if (event.key === "Escape") grid.cancel();
  else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && bare) {
    const way = event.key === "ArrowDown" ? 1 : -1;
    if (finder.finder) finder.move(way);
    else if (choice) grid.setChoice({ ...choice, active: (choice.active + way + choice.options.length) % choice.options.length });
    else grid.finish((from, lines) => clamp({ ...from, row: from.row + way }, lines));
  } else return;
  event.preventDefault();
  if (event.key === "Escape" || listOpen) event.stopPropagation();
}

export function restStroke(event: KeyboardEvent<HTMLDivElement>, grid: Grid): void {
  if (event.target !== grid.box.current) return;
  if (grid.ahead.keep(event.nativeEvent)) {
    event.stopPropagation();
    return;
  }
  if (grid.live.current) return;
  const { active, count, locked } = grid;
  if (event.shiftKey && !event.ctrlKey && !event.altKey) {
    const marked = step(grid.corner ?? active, event.key, false, count, grid.sight.page);
    if (marked) {
      grid.extend(marked);
      event.preventDefault();
      return;
    }
  }
  const stepped =
    event.altKey || event.shiftKey ? null : step(active, event.key, event.ctrlKey, locked ? count - 1 : count, grid.sight.page);
  if (stepped && !(event.ctrlKey && event.key.startsWith("Arrow")) && !(event.ctrlKey && event.key === "End")) {
    grid.move(stepped);
    event.preventDefault();
    return;
  }
  if (event.key === "c" && (event.ctrlKey || event.metaKey)) return;
  if (locked) return;
  if (isComposed(event)) {
    // The cell takes the focus before the sign is made, so that the sign is made in it; the key itself goes on.
    grid.edit(active, "");
    return;
  }
  if (changed(event, grid)) event.preventDefault();
}

/** What changes the lines or opens a cell; false when the key is none of the grid's. */
function changed(event: KeyboardEvent, grid: Grid): boolean {
  const { active, count, list } = grid;
  const column = COLUMNS[active.col];
  const line = list[active.row];
  if (pressed(event, "grid-next")) {
    if (active.row === count) grid.edit(active, "");
    else grid.enter();
  } else if (event.key === "Tab" && !event.ctrlKey && !event.altKey) {
    const next = nextField(active, count, event.shiftKey ? -1 : 1);
    if (!next) return false;
    grid.move(next);
  } else if (pressed(event, "grid-edit") || pressed(event, "grid-choose")) grid.edit(active);
  else if (lineCommand(event, grid.work, grid.record.id, list, active.row, grid.place)) return true;
  else if (pressed(event, "grid-new")) grid.move({ row: count, col: ARTICLE });
  else if (event.key === "Delete" || event.key === "Backspace") {
    if (event.ctrlKey || event.shiftKey || active.row >= count || column?.entry === "none") return false;
    if (event.key === "Backspace") grid.edit(active, "");
    else if (line && column && column.entry !== "good") void grid.work.enter(line.key, column.id, "");
  } else if (event.key.length === 1 && event.ctrlKey === event.altKey && !event.metaKey)
    grid.edit(active, event.key === " " ? "" : event.key);
  else return false;
  return true;
}

/** The marked cells as a sheet takes them; one cell is its value alone. */
export function copyCells(event: ClipboardEvent, grid: Grid): void {
  if (grid.live.current || grid.active.row >= grid.count) return;
  const { top, bottom, left, right } = grid.span;
  const columns = COLUMNS.slice(left, right + 1);
  const rows = [];
  for (let row = top; row <= bottom; row += 1) rows.push(columns.map((column) => grid.valueAt(row, column.id)).join("\t"));
  event.preventDefault();
  event.clipboardData.setData("text/plain", rows.join("\n"));
}

/** Cells of Excel fill from the active one on; a single value in an open cell is the field's own affair. */
export async function pasteCells(event: ClipboardEvent, grid: Grid) {
  const text = event.clipboardData.getData("text/plain");
  if (grid.locked || text === "") return;
  if (grid.ahead.isWaiting) {
    event.preventDefault();
    grid.ahead.keepPaste(text);
    return;
  }
  if (grid.live.current && !/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  const { active } = grid;
  grid.close();
  grid.home();
  return grid.work.paste(grid.list[active.row]?.key ?? null, COLUMNS[active.col]?.id ?? "article", text);
}
