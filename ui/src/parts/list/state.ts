/** Where each list stands: kept while the desk is open, so that Esc from a record comes back to the same row. */
import type { Id, Kind } from "../../backend/types";
import { createStore, type Store } from "../store";
import { type Filter, NO_FILTER } from "./filter";

export interface ListState {
  tab: string;
  filter: Filter;
  /** The saved filter that is on; it may have been changed since. */
  saved: string;
  current: number;
  currentId: Id;
  sort: { column: string; descending: boolean } | undefined;
  marked: ReadonlySet<Id>;
}

const states = new Map<Kind, Store<ListState>>();

export function stateOf(kind: Kind): Store<ListState> {
  const known = states.get(kind);
  if (known) return known;
  const made = createStore<ListState>({
    tab: "all",
    filter: NO_FILTER,
    saved: "",
    current: 0,
    currentId: "",
    sort: undefined,
    marked: new Set(),
  });
  states.set(kind, made);
  return made;
}
