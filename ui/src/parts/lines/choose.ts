/** What a typed cell becomes: a good out of the list, a line without a card, a value out of a short list. */
import { core } from "../../backend/commands";
import type { Id, RecordView } from "../../backend/types";
import { narrow, type Option } from "../combobox";
import type { Column } from "./columns";
import type { Found } from "./finder";
import type { Cell } from "./moves";
import type { useLineWork } from "./work";

/** Key of the line that waits after the last. */
export const NEW = "new";

export interface Editing extends Cell {
  key: string;
  text: string;
  before: string;
  select: boolean;
}

/** What came of a typed cell: a line out of a card, a line without one (its unit is asked next), or a line that is being filled. */
export type Done = { what: "line" | "free" } | { what: "filling"; filling: Promise<unknown> };

/** What a new line is asked for: the good that was found, or a line without a card. */
export const wanted = (found: Found | null, text: string): { good?: Id; text?: string } =>
  found?.what === "good" ? { good: found.row.id } : { text };

type Work = ReturnType<typeof useLineWork>;

export function takeFound(work: Work, record: RecordView, now: Editing, found: Found, failed: boolean): Done {
  const text = now.text.trim();
  const made = async () => (await core.create("good", { name: text })).id;
  if (now.key === NEW || failed) {
    const label = found.what === "good" ? found.row.name : text;
    const what = async () => (found.what === "create" ? { good: await made() } : wanted(found, text));
    if (failed) work.again(now.key, label, what);
    else work.add(label, what);
    return { what: found.what === "good" ? "line" : "free" };
  }
  if (found.what === "free") return { what: "filling", filling: work.enter(now.key, "article", text) };
  const fill = async () => core.setGood(record.id, await work.lineOf(now.key), found.what === "good" ? found.row.id : await made());
  return { what: "filling", filling: work.run(fill) };
}

/** The values of a short list that fit what is typed. */
export function choicesOf(column: Column | undefined, record: RecordView, units: Option[], withoutVat: string, text: string): Option[] {
  const rates = () =>
    record.derived.vat_choices.map((known) => ({
      key: known.choice,
      name: known.code === "none" ? withoutVat : known.code.includes("/") ? known.code : `${known.code}\u00a0%`,
    }));
  return narrow(column?.entry === "unit" ? units : rates(), text).slice(0, 60);
}

/** How the core is told of a chosen value: a unit by its sign, VAT by its class. */
export function chosenText(column: Column, option: Option): string {
  return column.entry === "unit" ? option.name : option.key;
}
