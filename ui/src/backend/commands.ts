/** Every command of the core by name, typed. A screen calls these and nothing else. */
import type { Commands } from "../generated/commands";
import { call as send } from "./index";
import type * as T from "./types";

type Id = T.Id;

/** What only the window can do: dialogs, printing, closing. */
type ShellCommand = "shell.print" | "shell.save_as" | "shell.pick_file" | "shell.open_path" | "shell.close";

/** A name that the core's table does not hold is an error of the type checker. */
function call<Answer>(name: keyof Commands | ShellCommand, args: unknown = {}): Promise<Answer> {
  return send<Answer>(name, args);
}

export const core = {
  start: () => call<T.StartState>("start.state"),
  unlock: (passphrase: string) => call<T.StartState>("start.unlock", { passphrase }),
  createStart: (args: unknown) => call<T.StartState>("start.create", args),
  setLocal: (key: string, value: string) => call<null>("local.set", { key, value }),
  getLocal: (key: string) => call<string>("local.get", { key }),

  checkIdentifier: (kind: string, value: string) => call<T.Check>("identifier.check", { kind, value }),
  guessIdentifier: (text: string) => call<T.Guess[]>("identifier.guess", { text }),
  checkBank: (number: string, bic: string) => call<T.BankCheck>("bank.check", { number, bic }),

  create: (kind: T.Kind, body: T.Body) => call<T.RecordView>("record.create", { kind, body }),
  get: (id: Id) => call<T.RecordView>("record.get", { id }),
  edit: (id: Id, edits: T.Edit[]) => call<T.RecordView>("record.edit", { id, edits }),
  enter: (id: Id, path: string, as: T.EntryKind, text: string) => call<T.Entered>("record.enter", { id, path, as, text }),
  archive: (id: Id) => call<T.RecordView>("record.archive", { id }),
  unarchive: (id: Id) => call<T.RecordView>("record.unarchive", { id }),
  discard: (id: Id) => call<null>("record.discard", { id }),
  history: (id: Id, limit: number) => call<T.HistoryEntry[]>("record.history", { id, limit }),
  undo: () => call<T.UndoAnswer>("undo"),
  redo: () => call<T.UndoAnswer>("redo"),

  similar: (args: { id?: Id; name: string; tax_id: string; country: string }) => call<T.ListRow[]>("counterparty.similar", args),
  list: (query: T.ListQuery) => call<T.ListPage>("list", { query }),
  /** Rows under each tab, narrowed as the list is; the query's own tab does not count. */
  tabs: (query: T.ListQuery) => call<{ tab: string; count: number }[]>("list.tabs", { kind: query.kind, query }),
  /** Where a record stands in a list, from 0; null when it is not in it. */
  place: (query: T.ListQuery, id: Id) => call<{ place: number | null }>("list.place", { query, id }).then((found) => found.place),
  sums: (kind: T.Kind, ids: Id[]) => call<T.CurrencySum[]>("list.sums", { kind, ids }),
  /** The same of all rows of a list. */
  sumsOf: (query: T.ListQuery) => call<T.CurrencySum[]>("list.sums", { kind: query.kind, ids: [], query }),
  search: (args: { text: string; kind?: T.Kind; limit: number; counterparty?: Id; organisation?: Id }) =>
    call<{ row: T.ListRow; matched: string }[]>("search", args),

  createDeal: (args: { counterparty?: Id; contract?: Id; organisation?: Id }) => call<T.RecordView>("deal.create", args),
  copyDeal: (id: Id) => call<T.RecordView>("deal.copy", { id }),
  postDeal: (id: Id) => call<T.RecordView>("deal.post", { id }),
  setCounterparty: (id: Id, counterparty: Id) => call<T.RecordView>("deal.set_counterparty", { id, counterparty }),
  setContract: (id: Id, contract: Id) => call<T.RecordView>("deal.set_contract", { id, contract }),

  addLine: (args: { id: Id; good?: Id; text?: string; after?: Id }) => call<{ record: T.RecordView; line: Id }>("line.add", args),
  enterLine: (id: Id, line: Id, field: string, text: string) => call<T.Entered>("line.enter", { id, line, field, text }),
  setGood: (id: Id, line: Id, good: Id) => call<T.RecordView>("line.set_good", { id, line, good }),
  removeLines: (id: Id, lines: Id[]) => call<T.RecordView>("line.remove", { id, lines }),
  copyLine: (id: Id, line: Id) => call<{ record: T.RecordView; line: Id }>("line.copy", { id, line }),
  moveLine: (id: Id, line: Id, before: Id | null) => call<T.RecordView>("line.move", { id, line, before }),
  pasteLines: (id: Id, line: Id | null, field: string, columns: string[], text: string) =>
    call<T.PasteReport>("line.paste", { id, line: line ?? undefined, field, columns, text }),
  preview: (as: T.EntryKind, text: string, current?: string) =>
    call<{ value: string; shown: string; problem: T.Problem | null }>("entry.preview", { as, text, current }),

  createInvoice: (args: { counterparty?: Id; contract?: Id; organisation?: Id }) => call<T.RecordView>("invoice.create", args),
  invoiceFromDeal: (deal: Id, scope: "whole" | "remainder" | "prepayment", share?: string) =>
    call<T.RecordView>("invoice.from_deal", { deal, scope, share }),
  issueInvoice: (id: Id) => call<T.RecordView>("invoice.issue", { id }),
  voidInvoice: (id: Id, reason: string) => call<T.RecordView>("invoice.void", { id, reason }),
  copyInvoice: (id: Id) => call<T.RecordView>("invoice.copy", { id }),
  payInvoice: (args: { id: Id; date?: string; amount?: string; number?: string }) =>
    call<{ payment: T.RecordView; invoice: T.RecordView }>("invoice.pay", args),
  postPayment: (id: Id) => call<T.RecordView>("payment.post", { id }),
  createPayment: (args: { invoice?: Id; amount?: string; date?: string; number?: string }) => call<T.RecordView>("payment.create", args),

  pdf: (id: Id) => call<T.Paper>("paper.pdf", { id }),
  batch: (ids: Id[]) => call<T.Paper>("paper.batch", { ids }),
  savePapers: (ids: Id[], path: string) => call<{ paths: string[] }>("paper.save", { ids, path }),

  today: (organisation?: Id) => call<T.Today>("today", { organisation }),
  prices: (args: { list: Id; text?: string; limit: number; offset: number }) =>
    call<{ rows: T.PriceRow[]; total: number }>("price.list", args),
  setPrice: (list: Id, good: Id, text: string) => call<T.Entered>("price.set", { list, good, text }),
  goodPrices: (id: Id) => call<{ list: Id; list_name: string; price: string; currency: string; from: string }[]>("good.prices", { id }),
  series: (organisation: Id) => call<T.SeriesRow[]>("series.list", { organisation }),
  setLastNumber: (organisation: Id, kind: string, last: string) => call<T.SeriesRow[]>("series.set_last", { organisation, kind, last }),

  putBlob: (base64: string, media_type: string) => call<{ hash: string; size: number }>("blob.put", { base64, media_type }),
  getBlob: (hash: string) => call<{ base64: string; media_type: string }>("blob.get", { hash }),
  attach: (id: Id, file: { base64: string; name: string } | { path: string }) => call<T.RecordView>("file.attach", { id, ...file }),
  detach: (id: Id, file: Id) => call<T.RecordView>("file.remove", { id, file }),

  readImport: (args: { base64?: string; path?: string; name: string; kind: T.Kind }) => call<T.ImportView>("import.read", args),
  rereadImport: (session: string, reading: { sheet: string; delimiter: string; header_row: number | null }) =>
    call<T.ImportView>("import.reread", { session, ...reading }),
  planImport: (session: string, mapping: Record<string, string>, options: Record<string, string>) =>
    call<T.PlanView>("import.plan", { session, mapping, options }),
  applyImport: (session: string) =>
    call<{ created: number; updated: number; skipped: number; batch: string; cancelled: boolean }>("import.apply", { session }),
  undoImport: (batch: string) => call<{ undone: number; kept: number }>("import.undo", { batch }),
  xlsx: (query: T.ListQuery, columns: { id: string; title: string }[]) =>
    call<{ base64?: string; path?: string; rows: number; file_name?: string }>("export.xlsx", { query, columns }),

  backup: (path?: string) => call<T.BackupRow>("backup.now", { path }),
  backups: () => call<T.BackupRow[]>("backup.list"),
  restore: (path: string, passphrase = "") => call<T.StartState>("backup.restore", { path, passphrase }),
  setPassphrase: (old: string, next: string) => call<T.StartState>("passphrase.set", { old, new: next }),
  verify: () => call<{ code: string; params: Record<string, string> }[]>("verify"),
  rebuild: () => call<null>("rebuild"),
  cancel: (id: string) => call<null>("progress.cancel", { id }),
  table: (name: "vat" | "units" | "currencies" | "countries" | "incoterms", args: Record<string, string> = {}) =>
    call<T.TableRow[]>(`tables.${name}`, args),

  print: (paper: { base64: string; file_name: string; copies?: number }) => call<null>("shell.print", { copies: 1, ...paper }),
  saveAs: (file: { base64: string; file_name: string }) => call<string | null>("shell.save_as", file),
  pickFile: (filters: { name: string; extensions: string[] }[]) => call<string | null>("shell.pick_file", { filters }),
  openPath: (path: string) => call<null>("shell.open_path", { path }),
  close: () => call<null>("shell.close"),
  /** All is sent: the window may go. */
  closed: () => call<null>("shell.close", { done: true }),
};
