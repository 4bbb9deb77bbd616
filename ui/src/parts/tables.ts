/** Dated tables of law and reference as options of a chooser, in the desk's language. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { core } from "../backend/commands";
import type { TableRow } from "../backend/types";
import { language } from "../text";
import type { Option } from "./combobox";
import { queries } from "./record";

export function useTable(name: "units" | "currencies" | "countries" | "incoterms"): TableRow[] {
  const query = useQuery({ queryKey: ["table", name], queryFn: () => core.table(name), staleTime: Number.POSITIVE_INFINITY });
  return query.data ?? [];
}

/** The sign of an ОКЕИ code once the table is there; the code until then. */
export function signOf(code: string): string {
  return queries.getQueryData<TableRow[]>(["table", "units"])?.find((row) => row.code === code)?.sign || code;
}

export function nameOf(row: TableRow): string {
  return row[language()] || row.ru || row.code;
}

/** The name of a country once the table is there; the code until then. */
export function countryOf(code: string): string {
  const row = queries.getQueryData<TableRow[]>(["table", "countries"])?.find((row) => row.code === code);
  return row ? nameOf(row) : code;
}

export function useCurrencies(): Option[] {
  const rows = useTable("currencies");
  return useMemo(() => rows.map((row) => ({ key: row.code, name: row.code, sub: nameOf(row) })), [rows]);
}

export function useCountries(): Option[] {
  const rows = useTable("countries");
  return useMemo(() => rows.map((row) => ({ key: row.code, name: nameOf(row), sub: row.code })), [rows]);
}

export function useUnits(): Option[] {
  const rows = useTable("units");
  return useMemo(() => rows.map((row) => ({ key: row.code, name: row.sign || nameOf(row), sub: nameOf(row) })), [rows]);
}

export function useIncoterms(): Option[] {
  const rows = useTable("incoterms");
  return useMemo(() => rows.map((row) => ({ key: row.code, name: row.code, sub: nameOf(row) })), [rows]);
}
