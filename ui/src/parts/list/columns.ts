/** The columns of each list, in their usual order; which are shown and how wide is the person's to choose. */
import type { Kind, ListRow } from "../../backend/types";
import { dayMonth, isZero, shortDate, sum } from "../../text/format";
import { countryOf, signOf } from "../tables";

export interface ListColumn {
  id: string;
  title: string;
  width: string;
  right?: boolean;
  /** Shown until the person says otherwise. */
  usual: boolean;
  /** What the core sorts by; absent where it cannot. */
  sort?: string;
  text: (row: ListRow, today: string) => string;
  /** What the pointer reads over the cell when it is not the text itself. */
  hint?: (row: ListRow) => string;
  look?: "status" | "due" | "strong" | "dense" | "muted" | "kind";
}

const dash = (value: string) => (isZero(value) ? "—" : sum(value));

const number: ListColumn = {
  id: "number",
  title: "column-number",
  width: "104px",
  usual: true,
  sort: "number",
  look: "strong",
  text: (row) => row.number || "—",
};
const day: ListColumn = {
  id: "date",
  title: "column-date",
  width: "68px",
  usual: true,
  sort: "date",
  look: "muted",
  text: (row) => shortDate(row.date),
};
const status: ListColumn = { id: "status", title: "column-status", width: "120px", usual: true, look: "status", text: (row) => row.status };
const currency: ListColumn = {
  id: "currency",
  title: "column-currency",
  width: "40px",
  usual: true,
  look: "muted",
  text: (row) => row.currency,
};
const total: ListColumn = {
  id: "total",
  title: "column-total",
  width: "108px",
  right: true,
  usual: true,
  sort: "total",
  text: (row) => (row.total ? sum(row.total) : "—"),
};
const rest: ListColumn = {
  id: "rest",
  title: "column-rest",
  width: "108px",
  right: true,
  usual: true,
  sort: "rest",
  text: (row) => dash(row.rest),
};
const due: ListColumn = {
  id: "due",
  title: "column-due",
  width: "56px",
  usual: true,
  sort: "due",
  look: "due",
  text: (row, today) => (row.due ? dayMonth(row.due, today) : "—"),
};
const buyer: ListColumn = {
  id: "counterparty",
  title: "column-counterparty",
  width: "minmax(170px,1fr)",
  usual: true,
  sort: "counterparty",
  look: "dense",
  text: (row) => row.counterparty_name,
};
const updated: ListColumn = {
  id: "updated",
  title: "column-updated",
  width: "84px",
  usual: false,
  look: "muted",
  text: (row) => shortDate(row.updated_at),
};
const name = (title: string): ListColumn => ({
  id: "name",
  title,
  width: "minmax(180px,1fr)",
  usual: true,
  sort: "name",
  look: "strong",
  text: (row) => row.name,
});
const country: ListColumn = {
  id: "country",
  title: "column-country",
  width: "92px",
  usual: true,
  look: "muted",
  text: (row) => countryOf(row.country),
  hint: (row) => row.country,
};

/** The first currency of a debt, and how many more there are. */
function currencyOfDebts(row: ListRow): string {
  const [first, ...more] = row.debts ?? [];
  return first && more.length > 0 ? `${first.currency} +${more.length}` : row.currency;
}

export const LIST_COLUMNS: Partial<Record<Kind, ListColumn[]>> = {
  deal: [{ ...number, width: "112px" }, day, buyer, total, { ...rest, title: "column-to-invoice" }, currency, status, updated],
  invoice: [{ ...number, width: "60px" }, day, { ...buyer, title: "column-buyer" }, total, rest, currency, due, status, updated],
  payment: [
    { ...number, width: "84px" },
    day,
    buyer,
    total,
    { ...rest, title: "column-unallocated" },
    currency,
    { ...status, usual: false },
    updated,
  ],
  counterparty: [
    name("column-name"),
    { id: "tax_id", title: "column-tax-id", width: "124px", usual: true, text: (row) => row.tax_id },
    country,
    { ...rest, title: "column-debt", text: (row) => dash(row.rest || (row.debts?.[0]?.rest ?? "")) },
    { ...currency, width: "64px", text: currencyOfDebts },
    updated,
  ],
  contract: [
    { ...number, width: "104px" },
    day,
    { ...buyer, width: "minmax(150px,1fr)" },
    { ...total, title: "column-limit" },
    // Without a limit nothing is left of it.
    { ...rest, title: "column-limit-left", text: (row) => (row.rest ? sum(row.rest) : "—") },
    currency,
    { ...due, title: "column-valid-to", width: "68px", text: (row) => shortDate(row.due) || "—" },
    { ...status, width: "98px" },
    updated,
  ],
  good: [
    {
      id: "article",
      title: "column-article",
      width: "124px",
      usual: true,
      sort: "number",
      look: "strong",
      text: (row) => row.article || "—",
    },
    { ...name("column-line-name"), look: "dense" },
    { id: "unit", title: "column-unit", width: "56px", usual: true, look: "muted", text: (row) => signOf(row.unit) },
    { id: "price", title: "column-price", width: "112px", right: true, usual: true, text: (row) => (row.price ? sum(row.price) : "—") },
    currency,
    { ...country, title: "column-origin", width: "112px", usual: true },
    updated,
  ],
  price_list: [
    name("column-price-list"),
    { ...day, title: "column-from" },
    { ...due, title: "column-to", width: "84px", text: (row) => shortDate(row.due) || "—" },
    currency,
    updated,
  ],
};

/** Filters over each list; the core counts them. */
export const TABS: Partial<Record<Kind, string[]>> = {
  deal: ["all", "drafts", "to_pay", "part", "paid", "archived"],
  invoice: ["all", "to_pay", "late", "due_week", "drafts", "part", "paid", "void", "archived"],
  payment: ["all", "drafts", "to_pay", "incoming", "outgoing", "archived"],
  counterparty: ["all", "buyers", "suppliers", "archived"],
  contract: ["all", "expiring", "expired", "archived"],
  good: ["all", "archived"],
  price_list: ["all", "expiring", "expired", "archived"],
};
