/** The sections of the desk in the order of the sidebar, with their digit. */
import { Building2, FileText, Handshake, Import, type LucideIcon, Package, ScrollText, Settings, Sun, Tags, Wallet } from "lucide-react";
import type { ActionId } from "../../keys";

export interface Section {
  id: string;
  path: string;
  action: ActionId;
  icon: LucideIcon;
  group: 1 | 2 | 3;
}

export const SECTIONS: readonly Section[] = [
  { id: "today", path: "/today", action: "go-today", icon: Sun, group: 1 },
  { id: "deal", path: "/deals", action: "go-deals", icon: Handshake, group: 1 },
  { id: "invoice", path: "/invoices", action: "go-invoices", icon: FileText, group: 1 },
  { id: "payment", path: "/payments", action: "go-payments", icon: Wallet, group: 1 },
  { id: "counterparty", path: "/counterparties", action: "go-counterparties", icon: Building2, group: 2 },
  { id: "contract", path: "/contracts", action: "go-contracts", icon: ScrollText, group: 2 },
  { id: "good", path: "/goods", action: "go-goods", icon: Package, group: 2 },
  { id: "price-list", path: "/prices", action: "go-prices", icon: Tags, group: 2 },
  { id: "import", path: "/import", action: "go-import", icon: Import, group: 3 },
  { id: "settings", path: "/settings", action: "go-settings", icon: Settings, group: 3 },
];

/** Which section a path belongs to. */
export function sectionOf(path: string): string {
  const first = path.split("/")[1] ?? "";
  const singular: Record<string, string> = {
    today: "today",
    deals: "deal",
    deal: "deal",
    invoices: "invoice",
    invoice: "invoice",
    payments: "payment",
    payment: "payment",
    counterparties: "counterparty",
    counterparty: "counterparty",
    contracts: "contract",
    contract: "contract",
    goods: "good",
    good: "good",
    prices: "price-list",
    "price-list": "price-list",
    import: "import",
  };
  return singular[first] ?? "settings";
}
