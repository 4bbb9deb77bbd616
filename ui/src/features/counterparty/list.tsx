/** Everyone we sell to or buy from. */
import { Building2 } from "lucide-react";
import { core } from "../../backend/commands";
import { openNew } from "../../parts/record";
import { useTable } from "../../parts/tables";
import { attempt } from "../../parts/toast";
import { RecordList } from "../shell/record-list";
import { useSession } from "../shell/session";
import { CounterpartyBeside } from "./beside";

export function Counterparties() {
  const { start } = useSession();
  // The rows show the names of the countries.
  const countries = useTable("countries");
  const add = () => attempt(core.create("counterparty", { buyer: true, country: start.organisations[0]?.country ?? "RU" }).then(openNew));
  return (
    <RecordList
      kind="counterparty"
      words={{ add: "counterparty-new", empty: "counterparties-empty", advice: "counterparties-empty-text" }}
      icon={Building2}
      add={add}
      imported
      basis={countries}
      pane={(row, close) => <CounterpartyBeside row={row} close={close} />}
    />
  );
}
