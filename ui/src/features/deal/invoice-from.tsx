/** An invoice out of a deal: the whole of it, what is left, or a share before shipment. */
import { type KeyboardEvent, useState } from "react";
import { core } from "../../backend/commands";
import type { RecordView } from "../../backend/types";
import { Dialog } from "../../parts/dialog";
import { flushAll } from "../../parts/pending";
import { entries, textAt } from "../../parts/record";
import { go, pathOf } from "../../parts/route";
import { complain } from "../../parts/toast";
import { useText } from "../../text";
import { isZero, number, plain, sum } from "../../text/format";

type Scope = "whole" | "remainder" | "prepayment";

export function InvoiceFrom(props: { record: RecordView; close: () => void }) {
  const t = useText();
  const { record } = props;
  const { derived, body } = record;
  const started = !isZero(derived.invoiced);
  /** Invoices ask for all of it already: a further one is said to go beyond. */
  const isAsked = started && (isZero(derived.rest) || derived.rest.startsWith("-"));
  const agreed = entries(body, "/payment_terms/parts").find((part) => part.value.kind === "prepayment");
  const share = textAt(agreed?.value ?? {}, "/share");
  const [scope, setScope] = useState<Scope>(started && !isAsked ? "remainder" : share && share !== "100" ? "prepayment" : "whole");
  const [percent, setPercent] = useState(plain(share || "50"));
  const [busy, setBusy] = useState(false);
  const currency = textAt(body, "/currency");
  const make = async () => {
    setBusy(true);
    try {
      await flushAll();
      const invoice = await core.invoiceFromDeal(
        record.id,
        scope,
        scope === "prepayment" ? percent.replace(/[\s%]/g, "").replace(",", ".") : undefined,
      );
      props.close();
      go(pathOf("invoice", invoice.id));
    } catch (error) {
      complain(error);
      setBusy(false);
    }
  };
  const byEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || busy) return;
    event.preventDefault();
    void make();
  };
  const option = (key: Scope, text: string) => (
    <label className={`op${scope === key ? " on" : ""}`}>
      <input type="radio" name="scope" checked={scope === key} onChange={() => setScope(key)} onKeyDown={byEnter} />
      <span>
        <b>{t(`scope-${key}`)}</b>
        <span className="op-text">{text}</span>
      </span>
    </label>
  );
  return (
    <Dialog
      title={record.number ? t("invoice-from-title", { number: record.number }) : t("invoice-from-draft")}
      close={props.close}
      confirm={{ say: t("invoice-make"), run: () => void make(), busy }}
    >
      {isAsked && <p className="warn">{t("invoice-from-all")}</p>}
      <div className="ops stacked" role="radiogroup" aria-label={t("invoice-from-what")}>
        {option("whole", `${sum(derived.totals?.gross)} ${currency}`)}
        {started && !isAsked && option("remainder", `${sum(derived.rest)} ${currency}`)}
        {option("prepayment", t("scope-prepayment-text"))}
      </div>
      {scope === "prepayment" && <Share percent={percent} set={setPercent} agreed={share} onKeyDown={byEnter} />}
    </Dialog>
  );
}

function Share(props: { percent: string; set: (percent: string) => void; agreed: string; onKeyDown: (event: KeyboardEvent) => void }) {
  const t = useText();
  return (
    <div className="f">
      <label htmlFor="share">{t("field-share")}</label>
      <div className="v">
        <div className="in right" style={{ flex: "0 1 90px" }}>
          <input
            id="share"
            value={props.percent}
            inputMode="decimal"
            onFocus={(event) => event.target.select()}
            onChange={(event) => props.set(event.target.value)}
            onKeyDown={props.onKeyDown}
          />
        </div>
        <span className="side1 t3">%</span>
        {props.agreed && <span className="side1 t3">{t("share-agreed", { share: number(props.agreed) })}</span>}
      </div>
    </div>
  );
}
