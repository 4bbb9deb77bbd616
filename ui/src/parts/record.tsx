/**
 * One record on the screen: its view, its commands in the order they were given, and when it was last kept. A reply older
 * than what is shown is dropped.
 */
import { QueryClient, useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import { asFailure } from "../backend";
import { core } from "../backend/commands";
import type { Body, Edit, Entered, EntryKind, Failure, Id, Kind, Problem, RecordView } from "../backend/types";
import { back, go, pathOf } from "./route";
import { complain } from "./toast";

export const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, staleTime: 2_000, networkMode: "always" } },
});

/** Puts a reply on the screen unless a newer one is there already. */
export function keep(record: RecordView): void {
  queries.setQueryData<RecordView>(["record", record.id], (known) => (known && known.rev > record.rev ? known : record));
}

const lanes = new Map<Id, Promise<unknown>>();
const busy = new Map<Id, number>();
const kept = new Map<Id, string>();
const watchers = new Set<() => void>();
let version = 0;

function tell(): void {
  version += 1;
  for (const watch of watchers) watch();
}

/** Runs commands of one record one after another: the second edit of a field never overtakes the first. */
export function inLine<Answer>(id: Id, command: () => Promise<Answer>): Promise<Answer> {
  const before = lanes.get(id) ?? Promise.resolve();
  busy.set(id, (busy.get(id) ?? 0) + 1);
  tell();
  const run = before.then(command, command);
  const settled = run.then(
    () => kept.set(id, new Date().toISOString()),
    () => undefined,
  );
  lanes.set(
    id,
    settled.then(() => {
      busy.set(id, (busy.get(id) ?? 1) - 1);
      tell();
    }),
  );
  return run;
}

/** Until every record's commands are answered; a command that an answer brings on is waited for too. */
export async function allAnswered(): Promise<void> {
  while ([...busy.values()].some((count) => count > 0)) await Promise.allSettled([...lanes.values()]);
}

export function useSaved(id: Id): { saving: boolean; at: string | undefined } {
  useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => watchers.delete(watch);
    },
    () => version,
  );
  return { saving: (busy.get(id) ?? 0) > 0, at: kept.get(id) };
}

export interface RecordAccess {
  record: RecordView;
  /** Nothing in it can be changed: issued, void or archived. */
  locked: boolean;
  edit(edits: Edit[]): Promise<RecordView>;
  enter(path: string, as: EntryKind, text: string): Promise<Entered>;
  /** Any other command that answers with this record. */
  run(command: () => Promise<RecordView>): Promise<RecordView>;
  problemsAt(path: string): Problem[];
}

export function useRecord(id: Id): { record: RecordView | undefined; failure: Failure | undefined } {
  const query = useQuery({
    queryKey: ["record", id],
    queryFn: async () => {
      const fresh = await core.get(id);
      const known = queries.getQueryData<RecordView>(["record", id]);
      return known && known.rev > fresh.rev ? known : fresh;
    },
    enabled: id !== "",
  });
  return { record: query.data, failure: query.error ? asFailure(query.error) : undefined };
}

export function accessTo(record: RecordView): RecordAccess {
  const { id } = record;
  const run = async (command: () => Promise<RecordView>) => {
    const reply = await inLine(id, command);
    keep(reply);
    return reply;
  };
  return {
    record,
    // A posted deal or payment stays editable: it is an agreement in progress. An issued invoice never changes.
    locked: record.state === "void" || record.state === "archived" || (record.kind === "invoice" && record.state === "issued"),
    run,
    edit: (edits) => run(() => core.edit(id, edits)),
    enter: async (path, as, text) => {
      const entered = await inLine(id, () => core.enter(id, path, as, text));
      keep(entered.record);
      return entered;
    },
    problemsAt: (path) => record.problems.filter((problem) => problem.field === path),
  };
}

/** Records made a moment ago by this desk; one that is left untouched leaves no trace. */
const fresh = new Set<Id>();
const open = new Map<Id, number>();
/** A screen that is drawn anew takes its record up again within this time. */
const LEFT_MS = 400;

export function openNew(made: RecordView): void {
  keep(made);
  fresh.add(made.id);
  go(pathOf(made.kind, made.id));
}

function useDiscardUntouched(id: Id): void {
  useEffect(() => {
    open.set(id, (open.get(id) ?? 0) + 1);
    return () => {
      open.set(id, (open.get(id) ?? 1) - 1);
      setTimeout(() => {
        if (!fresh.has(id) || kept.has(id) || (busy.get(id) ?? 0) > 0 || (open.get(id) ?? 0) > 0) return;
        fresh.delete(id);
        core.discard(id).then(
          () => queries.invalidateQueries(),
          () => undefined,
        );
      }, LEFT_MS);
    };
  }, [id]);
}

const Context = createContext<RecordAccess | null>(null);

export function RecordProvider(props: { record: RecordView; children: ReactNode }) {
  const access = useMemo(() => accessTo(props.record), [props.record]);
  useDiscardUntouched(props.record.id);
  return <Context.Provider value={access}>{props.children}</Context.Provider>;
}

export function useAccess(): RecordAccess {
  const access = useContext(Context);
  if (!access) throw new Error("a field stands outside a record");
  return access;
}

/** A new record that was taken away has no screen any more. */
function leaveGone(id: Id): void {
  fresh.delete(id);
  const [, kind, shown] = window.location.hash.replace(/^#/, "").split("/");
  if (shown === id && kind) back(kind.replaceAll("-", "_") as Kind);
}

/** Takes back the last change of this desk; says so when there is nothing or a colleague was there since. */
export async function undoLast(direction: "undo" | "redo"): Promise<string | undefined> {
  try {
    const { record, code, gone, made_again } = await core[direction]();
    if (gone) leaveGone(gone);
    if (record && made_again) openNew(record);
    else if (record) keep(record);
    await queries.invalidateQueries();
    return code;
  } catch (error) {
    complain(error);
    return undefined;
  }
}

/** The value at a JSON Pointer, or undefined. */
export function at(body: Body, path: string): unknown {
  let value: unknown = body;
  for (const step of path.split("/").slice(1)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Body)[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return value;
}

export function textAt(body: Body, path: string): string {
  const value = at(body, path);
  return typeof value === "string" ? value : "";
}

export function flagAt(body: Body, path: string): boolean {
  return at(body, path) === true;
}

export type Keyed = { id: Id; value: Body };

/** Entries of a map keyed by id, in their order. Orders are short decimals made by the core: the text is compared by length first. */
export function entries(body: Body, path: string): Keyed[] {
  const map = at(body, path);
  if (typeof map !== "object" || map === null) return [];
  const list = Object.entries(map as Record<string, Body>).map(([id, value]) => ({ id, value }));
  const place = (entry: Keyed) => Number(entry.value.order ?? 0);
  return list.sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** A key for a new entry of a map: UUIDv7, so that entries made later sort later. */
export function newKey(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The order of an entry after all others. */
export function nextOrder(list: Keyed[]): string {
  const last = list.at(-1);
  return String(Math.floor(Number(last?.value.order ?? 0)) + 1);
}
