/** Marking an invoice paid: the day, the sum and the payment order's number; the usual ones are filled in. */
import { useState } from "react";
import { asFailure } from "../../backend";
import { core } from "../../backend/commands";
import type { Failure, Id } from "../../backend/types";
import { Dialog } from "../../parts/dialog";
import { keep, queries, undoLast } from "../../parts/record";
import { toast } from "../../parts/toast";
import { failureText, problemText, useText } from "../../text";
import { date, plain, sum } from "../../text/format";
import { useSession } from "../shell/session";

export function PayDialog(props: { id: Id; number: string; rest: string; currency: string; close: () => void }) {
  const t = useText();
  const { today } = useSession();
  const [day, setDay] = useState(date(today));
  const [amount, setAmount] = useState(plain(props.rest));
  const [number, setNumber] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const pay = async () => {
    setBusy(true);
    try {
      const { payment, invoice } = await core.payInvoice({ id: props.id, date: day, amount, number });
      keep(payment);
      keep(invoice);
      await queries.invalidateQueries();
      toast(t("invoice-paid", { number: props.number }), { undo: () => void undoLast("undo") });
      props.close();
    } catch (error) {
      setFailure(asFailure(error));
      setBusy(false);
    }
  };
  const field = (id: string, label: string, value: string, set: (text: string) => void, first = false) => (
    <div className="f">
      <label htmlFor={id}>{t(label)}</label>
      <div className="v">
        <div className="in">
          <input
            id={id}
            value={value}
            autoFocus={first}
            autoComplete="off"
            onFocus={(event) => event.target.select()}
            onKeyDown={(event) => event.key === "Enter" && !event.ctrlKey && void pay()}
            onChange={(event) => set(event.target.value)}
          />
        </div>
      </div>
    </div>
  );
  return (
    <Dialog
      title={t("pay-title", { number: props.number })}
      close={props.close}
      confirm={{ say: t("pay-confirm"), run: () => void pay(), busy }}
    >
      <p className="t2">{t("pay-rest", { sum: `${sum(props.rest)} ${props.currency}` })}</p>
      <div className="form one wide-labels">
        {field("pay-amount", "field-amount", amount, setAmount, true)}
        {field("pay-date", "field-date", day, setDay)}
        {field("pay-number", "field-payment-number", number, setNumber)}
      </div>
      {failure && (
        <p className="danger" role="alert">
          {failureText(failure).title} {failure.problems.map(problemText).join(" ")}
        </p>
      )}
    </Dialog>
  );
}
