/**
 * The shapes that cross the boundary to the core. Every number is a decimal string, every date is `2026-11-22`.
 * The one file of the interface that knows where the shapes come from.
 */
export type Id = string;

export type Level = "blocks_save" | "blocks_issue" | "warns";
export interface Problem {
  code: string;
  /** JSON Pointer into the record's body. */
  field: string;
  level: Level;
  params?: Record<string, string>;
}
export interface Failure {
  code: string;
  params: Record<string, string>;
  problems: Problem[];
}
export type Language = "ru" | "be" | "en";
export type Theme = "system" | "light" | "dark";
export type Density = "compact" | "usual" | "roomy";

export interface OrganisationBrief {
  id: Id;
  name: string;
  city: string;
  country: string;
  currency: string;
}
export interface StartState {
  state: "first_run" | "passphrase" | "ready" | "failed";
  failure?: Failure | null;
  version: string;
  profile: string;
  today: string;
  language: Language | "";
  theme: Theme;
  density: Density;
  encrypted: boolean;
  organisations: OrganisationBrief[];
  organisation: Id;
  author: string;
  demo: boolean;
}

export type Kind =
  | "organisation"
  | "counterparty"
  | "contract"
  | "good"
  | "price_list"
  | "deal"
  | "invoice"
  | "payment"
  | "series"
  | "settings";
export type RecordState = "live" | "archived" | "draft" | "issued" | "void";

/** A body as the core keeps it: read through [`pick`], written through pointers. */
export type Body = { [key: string]: unknown };

export interface NameView {
  name: string;
  sub: string;
  kind: string;
  state: string;
}
export interface LineView {
  id: Id;
  n: number;
  price: string;
  net: string;
  vat: string;
  gross: string;
  vat_code: string;
  unit_sign: string;
  problem: Problem | null;
}
export interface RateSum {
  net: string;
  vat: string;
  gross: string;
  lines: string;
}
export interface Totals {
  net: string;
  vat: string;
  gross: string;
  by_rate: Record<string, RateSum>;
}
export interface ChainStep {
  kind: string;
  id: Id;
  number: string;
  date: string;
  amount: string;
  rest: string;
  /** What of a payment went to the invoice before it; empty for all else. */
  part: string;
  currency: string;
  status: string;
}
export interface DueView {
  id: Id;
  kind: "prepayment" | "deferral";
  share: string;
  amount: string;
  date: string | null;
}
export interface Derived {
  names: Record<Id, NameView>;
  lines: LineView[];
  totals: Totals | null;
  vat_choices: { choice: string; code: string }[];
  due: DueView[];
  chain: ChainStep[];
  invoiced: string;
  paid: string;
  rest: string;
  limit_left: string;
  /** Last price of each line's good to the same counterparty, by line. */
  last_prices?: Record<Id, { price: string; date: string }>;
}
export interface RecordView {
  id: Id;
  kind: Kind;
  state: RecordState;
  rev: number;
  number: string;
  title: string;
  body: Body;
  problems: Problem[];
  derived: Derived;
  updated_at: string;
  can_undo: boolean;
}
/** `gone`: the new record that was taken away, else empty; `made_again`: the record is here again under another id. */
export interface UndoAnswer {
  code: string;
  record: RecordView | null;
  gone: Id;
  made_again: boolean;
}
export interface ListRow {
  id: Id;
  kind: Kind;
  state: RecordState;
  status: string;
  number: string;
  date: string;
  name: string;
  tax_id: string;
  country: string;
  counterparty: Id;
  counterparty_name: string;
  organisation: Id;
  contract: Id;
  contract_number: string;
  deal: Id;
  total: string;
  paid: string;
  rest: string;
  currency: string;
  due: string;
  article: string;
  unit: string;
  price: string;
  /** What a counterparty owes, by currency; `rest` and `currency` repeat it when it is in one. */
  debts?: Debt[];
  updated_at: string;
}
export interface Debt {
  currency: string;
  rest: string;
  late: string;
}
export interface ListQuery {
  kind: Kind;
  tab: string;
  organisation?: Id;
  counterparty?: Id;
  contract?: Id;
  deal?: Id;
  text?: string;
  from?: string;
  to?: string;
  sum_from?: string;
  sum_to?: string;
  sort?: { column: string; descending: boolean };
  position: "first" | "last" | { offset: number } | { after: string };
  limit: number;
}
export interface ListPage {
  rows: ListRow[];
  total: number;
  offset: number;
  /** The words fit more rows than a list holds; `total` counts the newest, which are listed. */
  cut_short?: boolean;
}
export interface CurrencySum {
  currency: string;
  rows: number;
  total: string;
  rest: string;
}
export interface Entered {
  record: RecordView;
  problem: Problem | null;
  shown: string;
}
export type EntryKind = "number" | "sum" | "price" | "percent" | "date" | "vat" | "unit" | "tax_id" | "text" | "note";
export interface Check {
  ok: boolean;
  canonical: string;
  code: string;
  params?: Record<string, string>;
  remarks: string[];
}
export interface Guess {
  country: string;
  kind: string;
  canonical: string;
  ok: boolean;
  code: string;
}
export interface BankCheck {
  number: Check;
  bic: Check;
  currency: string;
  pair: Check;
}
export interface Change {
  path: string;
  label: string;
  /** Number of the line or name of the entry, when the change lies in one. */
  entry?: string;
  old: string;
  new: string;
}
export interface HistoryEntry {
  at: string;
  author: string;
  author_short: string;
  /** By the one who sits here. */
  mine: boolean;
  op: string;
  changes: Change[];
}
export interface Edit {
  path: string;
  value: unknown;
}
export interface PasteReport {
  record: RecordView;
  filled: number;
  added: number;
  failed: { row: number; column: number; text: string; problem: Problem }[];
}
export interface Paper {
  base64: string;
  pages: number;
  sha256?: string;
  file_name: string;
}
export interface TodayRow {
  what: "payment" | "contract" | "draft" | "certificate" | "authority" | "vat_change" | "shipment";
  id: Id;
  kind: Kind;
  number: string;
  title: string;
  counterparty: string;
  amount: string;
  currency: string;
  date: string;
  days: number;
  level: "late" | "soon" | "plain";
}
export interface Today {
  date: string;
  groups: { group: "late" | "today" | "week" | "month"; rows: TodayRow[] }[];
  drafts: ListRow[];
  owed: { bucket: "not_due" | "1_30" | "31_60" | "61_90" | "over_90"; by_currency: Record<string, string> }[];
  owed_total: Record<string, string>;
  turnover: { month: string; by_country: Record<string, string>; currency: string }[];
  turnover_total: Record<string, string>;
}
export interface SeriesRow {
  id: Id;
  kind: string;
  year: string;
  prefix: string;
  suffix: string;
  width: string | number;
  next: string | number;
  sample: string;
}
export interface PriceRow {
  good: Id;
  article: string;
  name: string;
  unit: string;
  price: string;
  from: string;
}
export interface BackupRow {
  path: string;
  at: string;
  size: string | number;
  kind: string;
}
export interface TableRow {
  code: string;
  ru: string;
  be: string;
  en: string;
  source?: string;
  checked_on?: string;
  verify?: boolean;
  rate?: string;
  from?: string;
  to?: string;
  sign?: string;
}
export type DeskEvent =
  | { type: "changed"; ids: Id[]; kinds: string[]; by: string }
  | { type: "progress"; id: string; label: string; done: number; total: number }
  /** The window is about to close and waits a moment for what was typed. */
  | { type: "closing" };

export interface ImportProblem {
  row: number;
  column: string;
  text: string;
  problem: Problem;
}
export interface ImportView {
  session: string;
  /** Empty for a text file, like `sheets`. */
  sheet: string;
  sheets: string[];
  /** As Excel numbers it; 0 for a file without headers. */
  header_row: number;
  columns: string[];
  sample: string[][];
  rows: number;
  fields: string[];
  mapping: Record<string, string>;
  required: string[];
  encoding: string;
  delimiter: string;
  damaged: boolean;
}
export interface PlanView {
  session: string;
  rows: number;
  create: number;
  update: number;
  skip: number;
  same: number;
  refused: number;
  problem_count: number;
  problems: ImportProblem[];
  duplicates: { row: number; tax_id: string; name: string; existing: Id; existing_name: string }[];
}
