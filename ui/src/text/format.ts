/**
 * Decimal strings and ISO dates made readable. Only characters are moved: nothing here adds, rounds or compares sums.
 * Groups are parted by a no-break space (U+00A0), so that a copied sum is still a number for Excel.
 */
const GAP = "\u00a0";
const MINUS = "−";

function group(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, GAP);
}

function split(machine: string): [sign: string, whole: string, fraction: string] | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(machine);
  if (!match) return null;
  return [match[1] ? MINUS : "", match[2] ?? "", match[3] ?? ""];
}

/** `1234.5` → `1 234,50`; what is no decimal comes back as it is. */
export function sum(machine: string | null | undefined): string {
  if (!machine) return "";
  const parts = split(machine);
  if (!parts) return machine;
  return `${parts[0]}${group(parts[1])},${parts[2].padEnd(2, "0")}`;
}

/** `1234.50` → `1 234,5`: a quantity, a percent, a mass. */
export function number(machine: string | null | undefined): string {
  if (!machine) return "";
  const parts = split(machine);
  if (!parts) return machine;
  const fraction = parts[2].replace(/0+$/, "");
  return `${parts[0]}${group(parts[1])}${fraction ? `,${fraction}` : ""}`;
}

/** `1234567.89` → `1 234 567`: the whole part, for narrow tables where kopecks say nothing. */
export function whole(machine: string | null | undefined): string {
  const parts = machine ? split(machine) : null;
  return parts ? `${parts[0]}${group(parts[1])}` : "";
}

/** True for `0`, `0.00` and an absent sum. */
export function isZero(machine: string | null | undefined): boolean {
  return !machine || /^-?0*(\.0*)?$/.test(machine);
}

export function isNegative(machine: string | null | undefined): boolean {
  return !!machine && machine.startsWith("-") && !isZero(machine);
}

/** Plain digits for the clipboard: what Excel takes back without a question. */
export function plain(machine: string): string {
  return machine.replace(".", ",");
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})/;

/** `2026-11-22` → `22.11.2026`. */
export function date(iso: string | null | undefined): string {
  const match = DATE.exec(iso ?? "");
  return match ? `${match[3]}.${match[2]}.${match[1]}` : (iso ?? "");
}

/** `2026-11-22` → `22.11.26`: in lists. */
export function shortDate(iso: string | null | undefined): string {
  const match = DATE.exec(iso ?? "");
  return match ? `${match[3]}.${match[2]}.${match[1]?.slice(2)}` : (iso ?? "");
}

/** `2026-11-22` → `22.11`: where the year is plain; with the year when it is another one. */
export function dayMonth(iso: string | null | undefined, today?: string): string {
  const match = DATE.exec(iso ?? "");
  if (!match) return iso ?? "";
  const otherYear = today !== undefined && today.slice(0, 4) !== match[1];
  return otherYear ? shortDate(iso) : `${match[3]}.${match[2]}`;
}

/** Local `12:41` of a moment in RFC 3339. */
export function clock(moment: string | null | undefined): string {
  if (!moment) return "";
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return "";
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}

/** `12:41` when it is of today, `20.11` when not. */
export function moment(text: string, today: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return "";
  const day = `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
  return day === today ? clock(text) : dayMonth(day, today);
}

/** Bytes for people: `1,4 МБ` is written by the catalogue, this gives the figure and the unit's key. */
export function size(bytes: number): { value: string; unit: "b" | "kb" | "mb" } {
  if (bytes < 1024) return { value: String(bytes), unit: "b" };
  if (bytes < 1024 * 1024) return { value: String(Math.round(bytes / 1024)), unit: "kb" };
  return { value: (bytes / 1024 / 1024).toFixed(1).replace(".", ","), unit: "mb" };
}

/** An IBAN in groups of four, a Russian account as `40702 810 9 0000 0002851`. */
export function account(raw: string): string {
  const text = raw.replace(/\s/g, "");
  if (/^\d{20}$/.test(text)) return [text.slice(0, 5), text.slice(5, 8), text.slice(8, 9), text.slice(9, 13), text.slice(13)].join(GAP);
  if (/^[A-Z]{2}\d{2}[0-9A-Z]{10,}$/.test(text)) return text.replace(/(.{4})(?=.)/g, `$1${GAP}`);
  return raw;
}

/** `2710199800` → `2710 19 980 0`. */
export function tnved(raw: string): string {
  const match = /^(\d{4})(\d{2})(\d{3})(\d)$/.exec(raw);
  return match ? match.slice(1).join(GAP) : raw;
}
