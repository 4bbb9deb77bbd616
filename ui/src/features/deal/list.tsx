/** The deals. */
import { Handshake } from "lucide-react";
import { core } from "../../backend/commands";
import { openNew } from "../../parts/record";
import { attempt } from "../../parts/toast";
import { RecordList } from "../shell/record-list";
import { useSession } from "../shell/session";
import { DealBeside } from "./beside";

export function useNewDeal(): () => void {
  const { start, organisation } = useSession();
  return () => attempt(core.createDeal({ organisation: organisation || start.organisation || undefined }).then(openNew));
}

export function Deals() {
  return (
    <RecordList
      kind="deal"
      words={{ add: "deal-new", empty: "deals-empty", advice: "deals-empty-text" }}
      icon={Handshake}
      add={useNewDeal()}
      pane={(row, close) => <DealBeside row={row} close={close} />}
    />
  );
}
