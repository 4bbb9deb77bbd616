/** The contracts, their terms and limits. */
import { ScrollText } from "lucide-react";
import { core } from "../../backend/commands";
import { openNew } from "../../parts/record";
import { attempt } from "../../parts/toast";
import { RecordList } from "../shell/record-list";
import { useSession } from "../shell/session";
import { ContractBeside } from "./beside";

export function Contracts() {
  const { start, organisation, today } = useSession();
  const add = () => attempt(core.create("contract", { organisation: organisation || start.organisation, date: today }).then(openNew));
  return (
    <RecordList
      kind="contract"
      words={{ add: "contract-new", empty: "contracts-empty", advice: "contracts-empty-text" }}
      icon={ScrollText}
      add={add}
      imported
      pane={(row, close) => <ContractBeside row={row} close={close} />}
    />
  );
}
