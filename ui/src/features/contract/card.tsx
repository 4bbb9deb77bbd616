/** A contract: parties, money, VAT, delivery, payment terms, and its scans. */
import { Handshake } from "lucide-react";
import { core } from "../../backend/commands";
import type { RecordView } from "../../backend/types";
import { useArchive } from "../../parts/archive";
import { ActionButton } from "../../parts/button";
import { cardOf } from "../../parts/card";
import { Choice, Reference, useOptions } from "../../parts/choice";
import { Field } from "../../parts/field";
import { DropArea, Files } from "../../parts/files";
import { More } from "../../parts/more";
import { History, ProblemList } from "../../parts/panes";
import { RateClauseButton } from "../../parts/rate-clause";
import { openNew, textAt } from "../../parts/record";

import { useCurrencies, useIncoterms } from "../../parts/tables";
import { TermsField } from "../../parts/terms";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { date, isNegative, sum } from "../../text/format";
import { Chain } from "../deal/chain";
import { RecordBar } from "../shell/record-bar";
import { useSession } from "../shell/session";

export const ContractCard = cardOf(Card);

function Card(props: { record: RecordView }) {
  const t = useText();
  const session = useSession();
  const { record } = props;
  const archive = useArchive(record);
  const { body } = record;
  const number = textAt(body, "/number");
  const left = record.derived.limit_left;
  const newDeal = async () => {
    const deal = await core.createDeal({
      contract: record.id,
      counterparty: textAt(body, "/counterparty"),
      organisation: textAt(body, "/organisation"),
    });
    openNew(deal);
  };
  return (
    <>
      <RecordBar
        record={record}
        title={number ? t("kind-number", { kind: t("kind-contract"), number }) : t("contract-new")}
        of={textAt(body, "/date") ? t("from-date", { date: date(textAt(body, "/date")) }) : ""}
        status={record.state}
      >
        <More items={[archive]} />
        <ActionButton
          action="new-deal"
          main
          icon={Handshake}
          run={() => attempt(newDeal())}
          disabledBecause={record.state === "archived" ? t("archived-no-deal") : undefined}
        />
      </RecordBar>
      <DropArea className="body paned card">
        <div className="scroll">
          <Terms left={left} fresh={number === ""} />
        </div>
        <aside className="pane" tabIndex={-1} aria-label={t("pane")}>
          <ProblemList problems={record.problems} />
          <section>
            <Files />
          </section>
          {record.derived.chain.length > 0 && (
            <section aria-label={t("contract-deals")}>
              <h2>{t("contract-deals")}</h2>
              <Chain steps={record.derived.chain} />
            </section>
          )}
          <History id={record.id} rev={record.rev} today={session.today} />
        </aside>
      </DropArea>
    </>
  );
}

function Terms(props: { left: string; fresh: boolean }) {
  const t = useText();
  const currencies = useCurrencies();
  const incoterms = useIncoterms();
  const kinds = useOptions("contract-kind", ["supply", "commission", "agency"]);
  const roles = useOptions("our-role", ["seller", "buyer"]);
  const prices = useOptions("price-kind", ["on_top", "included"]);
  const vats = useOptions("vat-choice", ["base", "reduced", "zero", "none"]);
  return (
    <div className="cols">
      <section>
        <h2>{t("contract-itself")}</h2>
        <div className="form one wide-labels" data-form="">
          <Field path="/number" label="field-number" autoFocus={props.fresh} />
          <Field path="/date" label="field-date" as="date" width={110} />
          <Reference path="/counterparty" label="field-counterparty" kind="counterparty" make={(text) => ({ name: text, buyer: true })} />
          <Reference path="/organisation" label="field-organisation" kind="organisation" />
          <Choice path="/role" label="field-our-role" options={roles} />
          <Choice path="/kind" label="field-contract-kind" options={kinds} />
          <Field path="/place" label="field-place" />
          <Field path="/subject" label="field-subject" multiline />
          <Field path="/from" label="field-valid-from" as="date" width={110} />
          <Field path="/to" label="field-valid-to" as="date" width={110} />
          <Field path="/note" label="field-note" multiline />
        </div>
      </section>
      <section>
        <h2>{t("contract-money")}</h2>
        <div className="form one wide-labels" data-form="">
          <div className="f">
            <span className="lb">{t("field-currency")}</span>
            <div className="v">
              <Choice bare quiet path="/currency" label="field-currency" options={currencies} width={84} />
              <RateClauseButton path="/rate_clause" />
            </div>
          </div>
          <Choice path="/price_kind" label="field-price-kind" options={prices} />
          <Choice path="/vat" label="field-vat" options={vats} clearable />
          <Field path="/vat_wording" label="field-vat-wording" multiline />
          <Reference path="/price_list" label="field-price-list" kind="price_list" optional />
          <Field
            path="/limit"
            label="field-limit"
            as="sum"
            width={112}
            after={
              props.left ? (
                <span className={`side1 ${isNegative(props.left) ? "danger" : "t3"}`}>{t("limit-left", { sum: sum(props.left) })}</span>
              ) : undefined
            }
          />
          <TermsField path="/payment_terms" label="field-payment-terms" />
          <div className="f">
            <span className="lb">{t("field-incoterms")}</span>
            <div className="v">
              <Choice bare quiet path="/incoterms" label="field-incoterms" options={incoterms} width={84} clearable />
              <Field bare path="/incoterms_place" label="field-incoterms-place" placeholder={t("incoterms-place-hint")} />
            </div>
          </div>
        </div>
      </section>
    </div>
  );
}
