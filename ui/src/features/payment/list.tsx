/** The payments that came in and went out. */
import { Wallet } from "lucide-react";
import { core } from "../../backend/commands";
import { openNew } from "../../parts/record";
import { attempt } from "../../parts/toast";
import { RecordList } from "../shell/record-list";
import { useSession } from "../shell/session";
import { PaymentBeside } from "./beside";

export function Payments() {
  const { today } = useSession();
  const add = () => attempt(core.createPayment({ date: today }).then(openNew));
  return (
    <RecordList
      kind="payment"
      words={{ add: "payment-new", empty: "payments-empty", advice: "payments-empty-text" }}
      icon={Wallet}
      add={add}
      pane={(row, close) => <PaymentBeside row={row} close={close} />}
    />
  );
}
