/** What is done to a line as a whole: a copy of it, its removal, its place among the others. */
import { core } from "../../backend/commands";
import type { Id } from "../../backend/types";
import { pressed } from "../../keys";
import { QUANTITY } from "./columns";
import type { GridLine } from "./grid";
import type { Cell } from "./moves";
import type { useLineWork } from "./work";

/** Does what the key asks for; false when it asks for nothing of the kind. */
export function lineCommand(
  event: React.KeyboardEvent,
  work: ReturnType<typeof useLineWork>,
  record: Id,
  list: GridLine[],
  row: number,
  move: (cell: Cell) => void,
): boolean {
  const line = list[row]?.id ?? null;
  if (pressed(event, "grid-copy")) {
    if (line) {
      void work
        .run(() => core.copyLine(record, line))
        .then((fresh) => {
          const made = fresh?.derived.lines.findIndex((view) => !list.some((known) => known.id === view.id)) ?? -1;
          if (made >= 0) move({ row: made, col: QUANTITY });
        });
    }
    return true;
  }
  if (pressed(event, "grid-remove")) {
    if (line) void work.run(() => core.removeLines(record, [line]));
    return true;
  }
  const up = pressed(event, "grid-up");
  if (!up && !pressed(event, "grid-down")) return false;
  const last = row >= list.length - 1;
  if (!line || (up ? row === 0 : last)) return true;
  const before = up ? (list[row - 1]?.id ?? null) : (list[row + 2]?.id ?? null);
  void work.run(() => core.moveLine(record, line, before));
  move({ row: row + (up ? -1 : 1), col: QUANTITY });
  return true;
}
