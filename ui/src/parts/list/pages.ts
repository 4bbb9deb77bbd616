/** Pages of a list around what is in sight; a page once read stays until something changes. */
import { useQueries } from "@tanstack/react-query";
import { asFailure } from "../../backend";
import { core } from "../../backend/commands";
import type { Failure, ListPage, ListQuery, ListRow } from "../../backend/types";

const PAGE = 100;

export type Question = Omit<ListQuery, "position" | "limit">;

export function usePages(
  question: Question,
  first: number,
  last: number,
): { row: (index: number) => ListRow | undefined; total: number | undefined; failure: Failure | undefined } {
  const from = Math.floor(first / PAGE);
  const to = Math.floor(Math.max(first, last - 1) / PAGE);
  const wanted: number[] = [];
  for (let page = from; page <= to; page += 1) wanted.push(page);
  const pages = useQueries({
    queries: wanted.map((page) => ({
      queryKey: ["list", question, page],
      queryFn: () => core.list({ ...question, position: page === 0 ? ("first" as const) : { offset: page * PAGE }, limit: PAGE }),
      placeholderData: (before: ListPage | undefined) => before,
    })),
  });
  const total = pages.find((page) => page.data)?.data?.total;
  const failed = pages.find((page) => page.error);
  return {
    total,
    failure: failed ? asFailure(failed.error) : undefined,
    row(index) {
      const page = pages[wanted.indexOf(Math.floor(index / PAGE))];
      // A page of the former question stands in until the new one comes; its rows are at their own places.
      return page?.data?.rows[index - Math.floor(index / PAGE) * PAGE];
    },
  };
}
