/** Where the active cell goes. Pure: rows 0…count-1 are lines, row `count` is the new line. */
import { ARTICLE, COLUMNS } from "./columns";

export interface Cell {
  row: number;
  col: number;
}

/** Marked cells: rows and columns from … to, both ends within. */
export interface Span {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function spanOf(active: Cell, corner: Cell | null): Span {
  const other = corner ?? active;
  return {
    top: Math.min(active.row, other.row),
    bottom: Math.max(active.row, other.row),
    left: Math.min(active.col, other.col),
    right: Math.max(active.col, other.col),
  };
}

const FIRST = 1;
const LAST = COLUMNS.length - 1;

export function clamp(cell: Cell, count: number): Cell {
  const row = Math.max(0, Math.min(cell.row, count));
  return { row, col: row === count ? ARTICLE : Math.max(FIRST, Math.min(cell.col, LAST)) };
}

/** Enter: the next usual field that is still empty, then the first of the next line. */
export function nextUsual(cell: Cell, count: number, filled: (row: number, column: string) => boolean): Cell {
  for (let row = cell.row; row < count; row += 1) {
    for (let col = row === cell.row ? cell.col + 1 : FIRST; col <= LAST; col += 1) {
      const column = COLUMNS[col];
      if (column?.usual && !filled(row, column.id)) return { row, col };
    }
    // What was left empty to the left is asked before the line is left: the unit of a line without a card.
    if (row === cell.row) {
      const left = COLUMNS.findIndex((column, col) => col < cell.col && column.usual && !filled(row, column.id));
      if (left >= 0) return { row, col: left };
    }
    // A line with all its usual fields full is passed on its quantity, where a correction is likeliest.
    if (row > cell.row) return { row, col: 4 };
  }
  return { row: count, col: ARTICLE };
}

/** Tab: the next field of the line, then the next line; `null` leaves the grid. */
export function nextField(cell: Cell, count: number, step: 1 | -1): Cell | null {
  if (cell.row === count) {
    if (step === 1) return null;
    return count === 0 ? null : { row: count - 1, col: LAST };
  }
  const col = cell.col + step;
  if (col > LAST) return cell.row + 1 === count ? { row: count, col: ARTICLE } : { row: cell.row + 1, col: FIRST };
  if (col < FIRST) return cell.row === 0 ? null : { row: cell.row - 1, col: LAST };
  return { row: cell.row, col };
}

/** Arrows, Home, End, the pages. */
export function step(cell: Cell, key: string, ctrl: boolean, count: number, page: number): Cell | null {
  switch (key) {
    case "ArrowUp":
      return clamp({ ...cell, row: cell.row - 1 }, count);
    case "ArrowDown":
      return clamp({ ...cell, row: cell.row + 1 }, count);
    case "ArrowLeft":
      return clamp({ ...cell, col: cell.col - 1 }, count);
    case "ArrowRight":
      return clamp({ ...cell, col: cell.col + 1 }, count);
    case "Home":
      return clamp({ row: ctrl ? 0 : cell.row, col: FIRST }, count);
    case "End":
      return clamp({ row: cell.row, col: LAST }, count);
    case "PageUp":
      return clamp({ ...cell, row: cell.row - page }, count);
    case "PageDown":
      return clamp({ ...cell, row: cell.row + page }, count);
    default:
      return null;
  }
}
