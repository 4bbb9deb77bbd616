/** The head of a deal or of an invoice draft: who, under which contract, for what money, where to. */
import { core } from "../../backend/commands";
import { Choice, Reference, useOptions } from "../../parts/choice";
import { Field, Fine } from "../../parts/field";
import { RateClauseButton } from "../../parts/rate-clause";
import { textAt, useAccess } from "../../parts/record";
import { useCurrencies, useIncoterms } from "../../parts/tables";
import { TermsField } from "../../parts/terms";
import { useText } from "../../text";
import { date, isNegative, sum } from "../../text/format";

export function Buyer(props: { autoFocus?: boolean; label: string }) {
  const t = useText();
  const access = useAccess();
  const { record } = access;
  const id = textAt(record.body, "/counterparty");
  const known = record.derived.names[id];
  return (
    <Reference
      path="/counterparty"
      label={props.label}
      kind="counterparty"
      autoFocus={props.autoFocus ?? false}
      set={(next) => access.run(() => core.setCounterparty(record.id, next))}
      make={(text) => (/^[\d\s]{9,14}$/.test(text) ? { tax_id: text.replace(/\s/g, ""), buyer: true } : { name: text, buyer: true })}
      after={known?.sub ? <Fine>{known.sub}</Fine> : id === "" ? <span className="side1 t3">{t("buyer-hint")}</span> : undefined}
    />
  );
}

export function ContractField() {
  const t = useText();
  const access = useAccess();
  const { record } = access;
  const id = textAt(record.body, "/contract");
  const known = record.derived.names[id];
  const left = record.derived.limit_left;
  const shown = known
    ? `№\u00a0${known.name.replace(/^№\s*/, "")}${known.sub && /^\d{4}-/.test(known.sub) ? ` ${t("from-date", { date: date(known.sub) })}` : ""}`
    : undefined;
  return (
    <Reference
      path="/contract"
      label="field-contract"
      kind="contract"
      optional
      of={{ counterparty: textAt(record.body, "/counterparty") || undefined }}
      set={(next) => access.run(() => core.setContract(record.id, next))}
      make={() => ({ counterparty: textAt(record.body, "/counterparty"), organisation: textAt(record.body, "/organisation") })}
      name={(row) => ({
        key: row.id,
        name: `№\u00a0${row.number} ${t("from-date", { date: date(row.date) })}`,
        sub: row.counterparty_name,
      })}
      {...(shown ? { shown } : {})}
      after={
        left ? <span className={`side1 ${isNegative(left) ? "danger" : "t3"}`}>{t("limit-left", { sum: sum(left) })}</span> : undefined
      }
    />
  );
}

export function SellerField() {
  const { record } = useAccess();
  const known = record.derived.names[textAt(record.body, "/organisation")];
  return (
    <Reference
      path="/organisation"
      label="field-seller"
      kind="organisation"
      after={known?.sub ? <span className="side1 t3 el">{known.sub}</span> : undefined}
    />
  );
}

export function MoneyField() {
  const t = useText();
  const currencies = useCurrencies();
  return (
    <div className="f">
      <span className="lb">{t("field-currency")}</span>
      <div className="v">
        <Choice bare quiet path="/currency" label="field-currency" options={currencies} width={76} />
        <RateClauseButton path="/rate_clause" />
      </div>
    </div>
  );
}

export function PriceKindField() {
  const t = useText();
  const { record } = useAccess();
  const kinds = useOptions("price-kind", ["on_top", "included"]);
  const list = record.derived.names[textAt(record.body, "/price_list")];
  return (
    <Choice
      path="/price_kind"
      label="field-prices"
      options={kinds}
      after={list ? <span className="side1 t3 el">{list.name}</span> : <span className="side1 t3">{t("no-price-list")}</span>}
    />
  );
}

export function DeliveryField() {
  const t = useText();
  const incoterms = useIncoterms();
  return (
    <div className="f">
      <span className="lb">{t("field-incoterms")}</span>
      <div className="v">
        <Choice bare quiet path="/incoterms" label="field-incoterms" options={incoterms} width={76} clearable />
        <Field bare path="/incoterms_place" label="field-incoterms-place" placeholder={t("incoterms-place-hint")} />
      </div>
    </div>
  );
}

export function SpecificationField() {
  const t = useText();
  return (
    <div className="f">
      <span className="lb">{t("field-specification")}</span>
      <div className="v">
        <Field bare path="/specification" label="field-specification" placeholder="№" width={110} />
        <span className="side1 t3">{t("from-word")}</span>
        <Field bare path="/specification_date" label="field-specification-date" as="date" width={96} />
      </div>
    </div>
  );
}

export function DealHeader(props: { autoFocus: boolean }) {
  return (
    <div className="form" data-form="">
      <Buyer autoFocus={props.autoFocus} label="field-buyer" />
      <SellerField />
      <ContractField />
      <MoneyField />
      <TermsField path="/payment_terms" label="field-payment" />
      <PriceKindField />
      <Field path="/shipment_date" label="field-shipment" as="date" width={96} />
      <DeliveryField />
      <SpecificationField />
      <Field path="/note" label="field-note" />
    </div>
  );
}
