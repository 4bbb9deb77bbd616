/** The dated price lists. */
import { Tags } from "lucide-react";
import { core } from "../../backend/commands";
import { openNew } from "../../parts/record";
import { attempt } from "../../parts/toast";
import { RecordList } from "../shell/record-list";
import { useSession } from "../shell/session";
import { PriceListBeside } from "./beside";

export function PriceLists() {
  const { start, today } = useSession();
  const add = () => attempt(core.create("price_list", { from: today, currency: start.organisations[0]?.currency ?? "RUB" }).then(openNew));
  return (
    <RecordList
      kind="price_list"
      words={{ add: "price-list-new", empty: "prices-empty", advice: "prices-empty-text" }}
      icon={Tags}
      add={add}
      imported
      pane={(row, close) => <PriceListBeside row={row} close={close} />}
    />
  );
}
