/** Where the desk stands: the hash of the address. Opening a record remembers the list it was opened from. */
import { useSyncExternalStore } from "react";
import type { Id, Kind } from "../backend/types";

function read(): string {
  return window.location.hash.replace(/^#/, "") || "/today";
}

function watch(watcher: () => void): () => void {
  window.addEventListener("hashchange", watcher);
  return () => window.removeEventListener("hashchange", watcher);
}

export function useRoute(): string {
  return useSyncExternalStore(watch, read);
}

export function go(path: string): void {
  if (read() !== path) window.location.hash = path;
}

export function replace(path: string): void {
  window.history.replaceState(null, "", `#${path}`);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

const LISTS: Record<Kind, string> = {
  organisation: "/settings/organisations",
  counterparty: "/counterparties",
  contract: "/contracts",
  good: "/goods",
  price_list: "/prices",
  deal: "/deals",
  invoice: "/invoices",
  payment: "/payments",
  series: "/settings/numbering",
  settings: "/settings",
};

export function listOf(kind: Kind): string {
  return LISTS[kind];
}

export function pathOf(kind: Kind, id: Id): string {
  return `/${kind.replace("_", "-")}/${id}`;
}

/** Esc on a record: back to where it was opened from, or to its list when the desk started on it. */
export function back(kind: Kind): void {
  if (window.history.length > 1 && sessionStorage.getItem("opened") === "here") window.history.back();
  else go(listOf(kind));
}

/** Marks that there is a place to go back to. */
export function rememberOpening(): () => void {
  const mark = () => sessionStorage.setItem("opened", "here");
  window.addEventListener("hashchange", mark);
  sessionStorage.removeItem("opened");
  return () => window.removeEventListener("hashchange", mark);
}
