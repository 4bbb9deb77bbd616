/** Every screen of the desk with its address: the table of contents of the interface. */
import type { ReactNode } from "react";
import type { Kind } from "./backend/types";
import { ContractCard } from "./features/contract/card";
import { Contracts } from "./features/contract/list";
import { CounterpartyCard } from "./features/counterparty/card";
import { Counterparties } from "./features/counterparty/list";
import { Deals } from "./features/deal/list";
import { DealScreen } from "./features/deal/screen";
import { GoodCard } from "./features/good/card";
import { Goods } from "./features/good/list";
import { ImportWizard } from "./features/imports";
import { Invoices } from "./features/invoice/list";
import { InvoiceScreen } from "./features/invoice/screen";
import { PaymentCard } from "./features/payment/card";
import { Payments } from "./features/payment/list";
import { PriceListCard } from "./features/price/card";
import { PriceLists } from "./features/price/list";
import { SettingsScreen } from "./features/settings";
import { OrganisationCard } from "./features/settings/organisation";
import { TodayScreen } from "./features/today";

interface Screen {
  name: string;
  /** `:id` stands for a record of `kind`. */
  path: string;
  kind?: Kind;
  draw: (id: string) => ReactNode;
}

export const SCREENS: readonly Screen[] = [
  { name: "today", path: "/today", draw: () => <TodayScreen /> },
  { name: "deals", path: "/deals", draw: () => <Deals /> },
  { name: "deal", path: "/deal/:id", kind: "deal", draw: (id) => <DealScreen key={id} id={id} /> },
  { name: "invoices", path: "/invoices", draw: () => <Invoices /> },
  { name: "invoice", path: "/invoice/:id", kind: "invoice", draw: (id) => <InvoiceScreen key={id} id={id} /> },
  { name: "payments", path: "/payments", draw: () => <Payments /> },
  { name: "payment", path: "/payment/:id", kind: "payment", draw: (id) => <PaymentCard key={id} id={id} /> },
  { name: "counterparties", path: "/counterparties", draw: () => <Counterparties /> },
  { name: "counterparty", path: "/counterparty/:id", kind: "counterparty", draw: (id) => <CounterpartyCard key={id} id={id} /> },
  { name: "contracts", path: "/contracts", draw: () => <Contracts /> },
  { name: "contract", path: "/contract/:id", kind: "contract", draw: (id) => <ContractCard key={id} id={id} /> },
  { name: "goods", path: "/goods", draw: () => <Goods /> },
  { name: "good", path: "/good/:id", kind: "good", draw: (id) => <GoodCard key={id} id={id} /> },
  { name: "prices", path: "/prices", draw: () => <PriceLists /> },
  { name: "price-list", path: "/price-list/:id", kind: "price_list", draw: (id) => <PriceListCard key={id} id={id} /> },
  { name: "import", path: "/import", draw: () => <ImportWizard /> },
  { name: "settings", path: "/settings", draw: () => <SettingsScreen page="organisations" /> },
  { name: "settings-organisations", path: "/settings/organisations", draw: () => <SettingsScreen page="organisations" /> },
  { name: "settings-numbering", path: "/settings/numbering", draw: () => <SettingsScreen page="numbering" /> },
  { name: "settings-look", path: "/settings/look", draw: () => <SettingsScreen page="look" /> },
  { name: "settings-backup", path: "/settings/backup", draw: () => <SettingsScreen page="backup" /> },
  { name: "settings-passphrase", path: "/settings/passphrase", draw: () => <SettingsScreen page="passphrase" /> },
  { name: "settings-tables", path: "/settings/tables", draw: () => <SettingsScreen page="tables" /> },
  { name: "organisation", path: "/organisation/:id", kind: "organisation", draw: (id) => <OrganisationCard key={id} id={id} /> },
];

export function screenFor(route: string): ReactNode {
  for (const screen of SCREENS) {
    const [base, id] = screen.path.split("/:");
    if (id === undefined && route === screen.path) return <Keyed key={screen.name}>{screen.draw("")}</Keyed>;
    if (id !== undefined && base && route.startsWith(`${base}/`)) return screen.draw(decodeURIComponent(route.slice(base.length + 1)));
  }
  return <TodayScreen />;
}

function Keyed(props: { children: ReactNode }) {
  return props.children;
}
