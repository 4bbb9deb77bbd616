/**
 * What narrows a list besides its tab: words, an organisation, a counterparty, days and sums. Pure: what was typed is
 * understood by the core before it comes here. Saved filters are this, under a name.
 */
import type { Id, Kind } from "../../backend/types";

/** A day as it is asked for; `typed` only where it counts from today (`-30`, `.`), so that a saved filter moves on. */
export interface Day {
  iso: string;
  typed: string;
}

export interface Filter {
  text: string;
  organisation: Id;
  organisationName: string;
  counterparty: Id;
  counterpartyName: string;
  from: Day;
  to: Day;
  /** Decimal texts; empty when not asked for. */
  sumFrom: string;
  sumTo: string;
}

export interface SavedFilter {
  id: string;
  name: string;
  tab: string;
  filter: Filter;
}

/** What a list can be narrowed by; the quick filter by words is always there. */
export type Side = "organisation" | "counterparty" | "days" | "sums";

const NO_DAY: Day = { iso: "", typed: "" };

export const NO_FILTER: Filter = {
  text: "",
  organisation: "",
  organisationName: "",
  counterparty: "",
  counterpartyName: "",
  from: NO_DAY,
  to: NO_DAY,
  sumFrom: "",
  sumTo: "",
};

const PAPERS: readonly Side[] = ["days", "sums", "counterparty", "organisation"];

export const SIDES: Partial<Record<Kind, readonly Side[]>> = {
  deal: PAPERS,
  invoice: PAPERS,
  payment: PAPERS,
  contract: PAPERS,
  price_list: ["days"],
};

const RELATIVE = /^(\.|[+-]\s*\d{1,4})$/;

/** A day that was typed and understood. */
export function dayOf(typed: string, iso: string): Day {
  const text = typed.trim().replace("−", "-");
  return { iso, typed: iso !== "" && RELATIVE.test(text) ? text : "" };
}

/** What a filter asks of the core; absent where it does not narrow. */
export function asked(filter: Filter) {
  return {
    text: filter.text.trim() || undefined,
    counterparty: filter.counterparty || undefined,
    from: filter.from.iso || undefined,
    to: filter.to.iso || undefined,
    sum_from: filter.sumFrom || undefined,
    sum_to: filter.sumTo || undefined,
  };
}

/** Narrowed by more than words. */
export function hasSides(filter: Filter): boolean {
  return !sameFilter({ ...filter, text: "" }, NO_FILTER);
}

export function sameFilter(one: Filter, other: Filter): boolean {
  return (
    one.text.trim() === other.text.trim() &&
    one.organisation === other.organisation &&
    one.counterparty === other.counterparty &&
    sameDay(one.from, other.from) &&
    sameDay(one.to, other.to) &&
    one.sumFrom === other.sumFrom &&
    one.sumTo === other.sumTo
  );
}

function sameDay(one: Day, other: Day): boolean {
  return one.typed || other.typed ? one.typed === other.typed : one.iso === other.iso;
}

/** The parts of a filter that can be taken off one by one, in the order in which they are shown. */
export type Part = "organisation" | "counterparty" | "from" | "to" | "sumFrom" | "sumTo";

export function partsOf(filter: Filter): Part[] {
  const parts: Part[] = [];
  if (filter.from.iso) parts.push("from");
  if (filter.to.iso) parts.push("to");
  if (filter.sumFrom) parts.push("sumFrom");
  if (filter.sumTo) parts.push("sumTo");
  if (filter.counterparty) parts.push("counterparty");
  if (filter.organisation) parts.push("organisation");
  return parts;
}

export function without(filter: Filter, part: Part): Filter {
  const blank: Partial<Filter> = { [part]: NO_FILTER[part] };
  if (part === "counterparty") blank.counterpartyName = "";
  if (part === "organisation") blank.organisationName = "";
  return { ...filter, ...blank };
}

/** Days that count from today are worked out anew by `understand` (the core's reading of a typed day). */
export async function asOfToday(filter: Filter, understand: (typed: string) => Promise<string>): Promise<Filter> {
  const again = async (day: Day) => (day.typed ? { ...day, iso: (await understand(day.typed)) || day.iso } : day);
  const [from, to] = await Promise.all([again(filter.from), again(filter.to)]);
  return { ...filter, from, to };
}
