/** Pages of a list around what is in sight and around the current row; a page once read stays until something changes. */
import { useQueries } from "@tanstack/react-query";
import { useEffect, useReducer, useRef } from "react";
import { asFailure } from "../../backend";
import { core } from "../../backend/commands";
import type { Failure, Id, ListPage, ListQuery, ListRow } from "../../backend/types";

const PAGE = 100;
/** Rows read ahead on both sides, so that the next screenful is there before it is asked for. */
const AHEAD = 50;
/** A dragged scroll bar passes hundreds of pages: they are not kept for long. */
const KEPT_MS = 60_000;
/** The core answers with so many rows at the most. */
const MOST_AT_ONCE = 10_000;

export type Question = Omit<ListQuery, "position" | "limit">;

export function pageQuery(question: Question, offset: number, limit: number): ListQuery {
  return { ...question, position: offset === 0 ? "first" : { offset }, limit };
}

function pagesAround(first: number, last: number, current: number): number[] {
  const wanted: number[] = [];
  const to = Math.floor((Math.max(first, last - 1) + AHEAD) / PAGE);
  for (let page = Math.floor(Math.max(0, first - AHEAD) / PAGE); page <= to; page += 1) wanted.push(page);
  const held = Math.floor(current / PAGE);
  if (!wanted.includes(held)) wanted.push(held);
  return wanted;
}

export interface Pages {
  row: (index: number) => ListRow | undefined;
  total: number | undefined;
  failure: Failure | undefined;
  /** The words fit more rows than the list holds. */
  cut: boolean;
}

export function usePages(question: Question, sight: { first: number; last: number }, current: number): Pages {
  const lastTotal = useRef<number | undefined>(undefined);
  const known = lastTotal.current ?? 0;
  const now = pagesAround(sight.first, sight.last, current).filter((page) => page === 0 || page * PAGE < known);
  // A dragged scroll bar asks for one far place at a time: the next when the last has answered.
  const way = useRef({ question, wanted: now, busy: false });
  const held = Math.floor(current / PAGE);
  const jumps = way.current.question === question && !now.some((page) => page !== held && way.current.wanted.includes(page));
  const waits = way.current.busy && jumps;
  const wanted = waits ? way.current.wanted : now;
  const pages = useQueries({
    queries: wanted.map((page) => ({
      queryKey: ["list", question, page],
      queryFn: () => core.list(pageQuery(question, page * PAGE, PAGE)),
      gcTime: KEPT_MS,
      // Until the answer to a new question comes, the same page of the former one stands in; never another page: its rows
      // would stand at wrong places.
      placeholderData: (before: ListPage | undefined, query: { queryKey: readonly unknown[] } | undefined) =>
        query?.queryKey[2] === page ? before : undefined,
    })),
  });
  const busy = pages.some((page) => page.isPending && page.isFetching);
  way.current = { question, wanted, busy };
  const [, again] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => {
    if (waits && !busy) again();
  }, [waits, busy]);
  // While a far page is on its way the length of the list is what it was.
  const total = pages.find((page) => page.data)?.data?.total ?? lastTotal.current;
  lastTotal.current = total;
  const failed = pages.find((page) => page.error);
  return {
    total,
    cut: pages.some((page) => page.data?.cut_short === true),
    failure: failed ? asFailure(failed.error) : undefined,
    row(index) {
      const page = pages[wanted.indexOf(Math.floor(index / PAGE))];
      return page?.data?.rows[index % PAGE];
    },
  };
}

/** The ids of all rows of a question, at most `most` of them. */
export async function idsOf(question: Question, most: number): Promise<{ ids: Id[]; total: number }> {
  const ids: Id[] = [];
  for (;;) {
    const page = await core.list(pageQuery(question, ids.length, Math.min(MOST_AT_ONCE, most - ids.length)));
    ids.push(...page.rows.map((row) => row.id));
    if (page.rows.length === 0 || ids.length >= Math.min(page.total, most)) return { ids, total: page.total };
  }
}
