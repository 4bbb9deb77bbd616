/** One list at work: its question to the core, the rows in sight, the current row and the marks. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { core } from "../../backend/commands";
import type { Id, Kind, ListRow } from "../../backend/types";
import { useText } from "../../text";
import { useStore } from "../store";
import { complain, toast } from "../toast";
import { type Sight, useRowHeight, useSight } from "../window";
import { asked, NO_FILTER, type SavedFilter } from "./filter";
import { idsOf, type Pages, type Question, usePages } from "./pages";
import { type ListState, stateOf } from "./state";

/** Kinds that belong to one own organisation: the one chosen in the header narrows them. */
const OF_ORGANISATION = new Set<Kind>(["deal", "invoice", "payment", "contract"]);
/** More marks are asked of nobody, and their sums would take longer than a breath. */
const MOST_MARKED = 20_000;

/** Marks that are all rows of a question: the core sums them up without being told each one. */
const wholes = new WeakMap<ReadonlySet<Id>, Question>();

export function wholeOf(marked: ReadonlySet<Id>): Question | undefined {
  return wholes.get(marked);
}

export interface Hold {
  kind: Kind;
  organisation: Id | undefined;
  state: ListState;
  /** Changes what is asked: the list begins anew. */
  ask: (change: Partial<ListState>) => void;
  question: Question;
  pages: Pages;
  total: number;
  sight: Sight;
  rowHeight: number;
  current: number;
  currentRow: ListRow | undefined;
  move: (index: number) => void;
  press: (index: number, row: ListRow | undefined) => void;
  mark: (row: ListRow | undefined) => void;
  markAll: () => void;
  unmark: () => void;
  clear: () => void;
  apply: (saved: SavedFilter) => void;
}

/** Keeps the current row with its record when others come in or go above it. */
function useHeld(state: ListState, question: Question, held: Id | undefined, set: (change: Partial<ListState>) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another record has come under the current place
  useEffect(() => {
    if (held === undefined || held === state.currentId) return;
    if (state.currentId === "") {
      set({ currentId: held });
      return;
    }
    core.place({ ...question, position: "first", limit: 0 }, state.currentId).then((place) => {
      if (place === null) set({ currentId: held });
      else set({ current: place });
    }, complain);
  }, [held]);
}

export function useHold(kind: Kind, chosen: Id, box: React.RefObject<HTMLElement | null>): Hold {
  const t = useText();
  const store = stateOf(kind);
  const state = useStore(store);
  const rowHeight = useRowHeight();
  const organisation = state.filter.organisation || (OF_ORGANISATION.has(kind) ? chosen : "") || undefined;
  const { tab, filter, sort } = state;
  const question = useMemo<Question>(() => ({ kind, tab, organisation, ...asked(filter), sort }), [kind, tab, organisation, filter, sort]);
  const [known, setKnown] = useState(0);
  const sight = useSight(box, known, rowHeight);
  const pages = usePages(question, sight, state.current);
  const total = pages.total ?? 0;
  useEffect(() => setKnown(total), [total]);

  const set = useCallback((change: Partial<ListState>) => store.set((now) => ({ ...now, ...change })), [store]);
  const ask = (change: Partial<ListState>) => {
    set({ ...change, current: 0, currentId: "" });
    if (box.current) box.current.scrollTop = 0;
  };
  const current = Math.min(state.current, Math.max(0, total - 1));
  const currentRow = pages.row(current);
  useHeld(state, question, currentRow?.id, set);

  const rowsAreThere = known > 0;
  const { reveal } = sight;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the rows are there
  useEffect(() => {
    // Coming back from a record: the row it was opened from is in sight again.
    if (rowsAreThere) reveal(store.get().current);
  }, [rowsAreThere]);

  const mark = (row: ListRow | undefined) => {
    if (!row) return;
    const marked = new Set(store.get().marked);
    if (!marked.delete(row.id)) marked.add(row.id);
    set({ marked });
  };
  const markAll = () =>
    void idsOf(question, MOST_MARKED).then(({ ids, total: all }) => {
      const marked = new Set([...store.get().marked, ...ids]);
      if (marked.size === all) wholes.set(marked, question);
      set({ marked });
      if (ids.length < all) toast(t("marked-first", { count: ids.length, total: all }));
    }, complain);
  return {
    kind,
    organisation,
    state,
    ask,
    question,
    pages,
    total,
    sight,
    rowHeight,
    current,
    currentRow,
    move(index) {
      const next = Math.max(0, Math.min(index, total - 1));
      set({ current: next, currentId: pages.row(next)?.id ?? "" });
      reveal(next);
    },
    press: (index, row) => set({ current: index, currentId: row?.id ?? "" }),
    mark,
    markAll,
    unmark: () => set({ marked: new Set() }),
    clear: () => ask({ tab: "all", filter: NO_FILTER, saved: "" }),
    apply: (saved) => ask({ tab: saved.tab, filter: saved.filter, saved: saved.id, marked: new Set() }),
  };
}

/** What stands still for a moment: an arrow that is held down asks for nothing on its way. */
export function useSettled<Value>(value: Value, key: string, pause: number): Value {
  const [settled, setSettled] = useState({ key, value });
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ key, value: latest.current }), pause);
    return () => clearTimeout(timer);
  }, [key, pause]);
  return settled.key === key ? value : settled.value;
}
