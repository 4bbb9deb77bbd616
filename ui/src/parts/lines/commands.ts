/** What is done to a line as a whole: a copy of it, its removal, its place among the others. */
import { core } from "../../backend/commands";
import type { Id } from "../../backend/types";
import { pressed } from "../../keys";
import { QUANTITY } from "./columns";
import type { Cell } from "./moves";
import type { GridLine } from "./use-grid";
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
  const line = list[row];
  const id = () => work.lineOf(line?.key ?? "");
  if (pressed(event, "grid-copy")) {
    if (line && !line.failed) {
      void work
        .run(async () => core.copyLine(record, await id()))
        .then((fresh) => {
          const made = fresh?.derived.lines.findIndex((view) => !list.some((known) => known.id === view.id)) ?? -1;
          if (made >= 0) move({ row: made, col: QUANTITY });
        });
    }
    return true;
  }
  if (pressed(event, "grid-remove")) {
    if (line?.failed) work.drop(line.key);
    else if (line) void work.run(async () => core.removeLines(record, [await id()]));
    return true;
  }
  const up = pressed(event, "grid-up");
  if (!up && !pressed(event, "grid-down")) return false;
  const last = row >= list.length - 1;
  if (!line || line.failed || (up ? row === 0 : last)) return true;
  const before = list[up ? row - 1 : row + 2];
  void work.run(async () => core.moveLine(record, await id(), before && !before.failed ? await work.lineOf(before.key) : null));
  move({ row: row + (up ? -1 : 1), col: QUANTITY });
  return true;
}
