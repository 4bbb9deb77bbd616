/** Price in one currency, payment in another: whose rate, of which day, with what margin. */
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useText } from "../text";
import { isZero, number } from "../text/format";
import { Choice, useOptions } from "./choice";
import { Dialog } from "./dialog";
import { Field } from "./field";
import { Icon } from "./icons";
import { textAt, useAccess } from "./record";
import { useCurrencies } from "./tables";

export function RateClauseButton(props: { path: string }) {
  const t = useText();
  const access = useAccess();
  const [open, setOpen] = useState(false);
  const { body } = access.record;
  const pay = textAt(body, `${props.path}/pay_currency`);
  const margin = textAt(body, `${props.path}/margin`);
  const bank = textAt(body, `${props.path}/bank`) || "nbrb";
  const words = pay
    ? t("rate-clause-words", {
        currency: pay,
        bank,
        margin: isZero(margin) ? "" : margin.startsWith("-") ? ` ${number(margin)}\u00a0%` : ` +${number(margin)}\u00a0%`,
      })
    : t("rate-clause-none");
  return (
    <>
      <button
        type="button"
        className="in as-field"
        data-stop=""
        data-path={props.path}
        aria-haspopup="dialog"
        aria-label={`${t("field-rate-clause")}: ${words}`}
        disabled={access.locked}
        onClick={() => setOpen(true)}
      >
        <span className={`el${pay ? "" : " t3"}`}>{words}</span>
        <Icon of={ChevronDown} small className="chev" />
      </button>
      {open && <RateClauseDialog path={props.path} close={() => setOpen(false)} />}
    </>
  );
}

function RateClauseDialog(props: { path: string; close: () => void }) {
  const t = useText();
  const currencies = useCurrencies();
  const banks = useOptions("rate-bank", ["nbrb", "cbr"]);
  const dates = useOptions("rate-date", ["payment", "invoice", "shipment"]);
  return (
    <Dialog title={t("rate-clause-title")} close={props.close}>
      <p className="t2">{t("rate-clause-intro")}</p>
      <div className="form one wide-labels">
        <Choice path={`${props.path}/pay_currency`} label="field-pay-currency" options={currencies} clearable />
        <Choice path={`${props.path}/bank`} label="field-bank-rate" options={banks} />
        <Choice path={`${props.path}/date`} label="field-rate-date" options={dates} />
        <Field path={`${props.path}/margin`} label="field-margin" as="percent" />
      </div>
    </Dialog>
  );
}
