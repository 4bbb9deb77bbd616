/** The columns of the line-entry grid: what each shows and how it is entered. */
import type { Body, LineView } from "../../backend/types";
import { number, sum } from "../../text/format";

export type Entry = "good" | "text" | "number" | "price" | "sum" | "percent" | "unit" | "vat" | "none";

export interface Column {
  id: string;
  /** Message id of the head. */
  title: string;
  width: string;
  right: boolean;
  entry: Entry;
  /** Enter stops here when it is empty. */
  usual: boolean;
}

export const COLUMNS: readonly Column[] = [
  { id: "n", title: "column-n", width: "34px", right: true, entry: "none", usual: false },
  { id: "article", title: "column-article", width: "104px", right: false, entry: "good", usual: true },
  { id: "name", title: "column-line-name", width: "minmax(150px,1fr)", right: false, entry: "text", usual: false },
  { id: "unit", title: "column-unit", width: "52px", right: false, entry: "unit", usual: true },
  { id: "quantity", title: "column-quantity", width: "62px", right: true, entry: "number", usual: true },
  { id: "price", title: "column-price", width: "100px", right: true, entry: "price", usual: true },
  { id: "discount", title: "column-discount", width: "64px", right: true, entry: "percent", usual: false },
  { id: "vat", title: "column-vat", width: "60px", right: true, entry: "vat", usual: false },
  { id: "gross", title: "column-gross", width: "106px", right: true, entry: "sum", usual: false },
];

export const TEMPLATE = COLUMNS.map((column) => column.width).join(" ");
export const ARTICLE = 1;
export const UNIT = 3;
export const QUANTITY = 4;

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** `22` is «22 %», `none` is said in words, `22/122` stays. */
export function vatText(code: string, withoutVat: string): string {
  if (code === "") return "";
  if (code === "none") return withoutVat;
  return code.includes("/") ? code : `${code}\u00a0%`;
}

/** What a cell shows at rest. */
export function cellText(column: Column, line: Body, view: LineView | undefined, withoutVat: string): string {
  switch (column.id) {
    case "n":
      return view ? String(view.n) : "";
    case "unit":
      return view?.unit_sign || text(line.unit_sign) || text(line.unit);
    case "quantity":
      return number(text(line.quantity));
    case "price":
      return sum(text(line.price));
    case "discount":
      return line.discount ? `${number(text(line.discount))}\u00a0%` : "";
    case "vat":
      return vatText(view?.vat_code ?? text(line.vat_code), withoutVat);
    case "gross":
      return sum(view?.gross ?? text(line.gross));
    default:
      return text(line[column.id]);
  }
}

/** What stands in the editor when the cell is opened: the plain figure, as it would be typed. */
export function editText(column: Column, line: Body, view: LineView | undefined): string {
  switch (column.id) {
    case "quantity":
    case "price":
    case "discount":
      return text(line[column.id]).replace(".", ",");
    case "gross":
      return (view?.gross ?? "").replace(".", ",");
    case "unit":
      return view?.unit_sign ?? "";
    case "vat":
      return view?.vat_code ?? "";
    default:
      return text(line[column.id]);
  }
}

/** An expression is worth a preview; a bare number is not. */
export function isExpression(typed: string): boolean {
  return /[+\-*/()%×÷:]/.test(typed.trim().slice(1)) || /^[+\-*/]/.test(typed.trim());
}
