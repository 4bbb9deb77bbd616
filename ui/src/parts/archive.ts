/** Putting a record into the archive and back, as an item of the rarer actions. */
import { Archive, ArchiveRestore } from "lucide-react";
import { core } from "../backend/commands";
import type { RecordView } from "../backend/types";
import { useText } from "../text";
import type { MoreItem } from "./more";
import { inLine, keep, undoLast } from "./record";
import { attempt, toast } from "./toast";

export function useArchive(record: RecordView): MoreItem {
  const t = useText();
  const archived = record.state === "archived";
  return {
    action: "archive",
    icon: archived ? ArchiveRestore : Archive,
    say: t(archived ? "unarchive" : "archive"),
    run: () =>
      attempt(
        inLine(record.id, () => (archived ? core.unarchive(record.id) : core.archive(record.id))).then((reply) => {
          keep(reply);
          toast(t(archived ? "unarchived" : "archived", { name: record.title }), { undo: () => void undoLast("undo") });
        }),
      ),
  };
}
