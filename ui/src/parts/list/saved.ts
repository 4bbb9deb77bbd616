/** The saved filters of a list: kept among this device's settings as one text a list. */
import type { Kind } from "../../backend/types";
import { useLocal } from "../local";
import { type Day, type Filter, NO_FILTER, type SavedFilter } from "./filter";

/** More would not fit beside the tabs, and nobody would find them again. */
export const MOST_SAVED = 20;

type Loose = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const isLoose = (value: unknown): value is Loose => typeof value === "object" && value !== null && !Array.isArray(value);

function day(value: unknown): Day {
  return isLoose(value) ? { iso: text(value.iso), typed: text(value.typed) } : NO_FILTER.from;
}

function filterOf(value: unknown): Filter {
  if (!isLoose(value)) return NO_FILTER;
  return {
    text: text(value.text),
    organisation: text(value.organisation),
    organisationName: text(value.organisationName),
    counterparty: text(value.counterparty),
    counterpartyName: text(value.counterpartyName),
    from: day(value.from),
    to: day(value.to),
    sumFrom: text(value.sumFrom),
    sumTo: text(value.sumTo),
  };
}

/** What cannot be read is left out: a setting never keeps a list from opening. */
export function readSaved(kept: string): SavedFilter[] {
  let found: unknown;
  try {
    found = JSON.parse(kept || "[]");
  } catch {
    return [];
  }
  if (!Array.isArray(found)) return [];
  return found
    .filter(isLoose)
    .map((entry) => ({
      id: text(entry.id),
      name: text(entry.name).trim(),
      tab: text(entry.tab) || "all",
      filter: filterOf(entry.filter),
    }))
    .filter((entry, index, all) => entry.id && entry.name && all.findIndex((known) => known.id === entry.id) === index)
    .slice(0, MOST_SAVED);
}

/** Puts `saved` in its place, or last when it is new. */
export function withSaved(list: SavedFilter[], saved: SavedFilter): SavedFilter[] {
  return list.some((known) => known.id === saved.id) ? list.map((known) => (known.id === saved.id ? saved : known)) : [...list, saved];
}

export function useSaved(kind: Kind): [list: SavedFilter[], set: (list: SavedFilter[]) => void] {
  const [kept, keep] = useLocal(`filters.${kind}`);
  return [readSaved(kept), (list) => keep(JSON.stringify(list))];
}
