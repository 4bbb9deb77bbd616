/** A counterparty: requisites that are typed into in place, accounts, signers, contracts, its papers and history. */
import { Handshake } from "lucide-react";
import { useState } from "react";
import { core } from "../../backend/commands";
import type { RecordView } from "../../backend/types";
import { useArchive } from "../../parts/archive";
import { ActionButton } from "../../parts/button";
import { cardOf } from "../../parts/card";
import { Choice, Flag } from "../../parts/choice";
import { Field } from "../../parts/field";
import { More } from "../../parts/more";
import { History, ProblemList } from "../../parts/panes";
import { openNew, textAt } from "../../parts/record";

import { useCurrencies } from "../../parts/tables";
import { TermsField } from "../../parts/terms";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { Accounts, Addresses, Contacts, MoreIds, Reach, Requisites, Signers } from "../party/sections";
import { RecordBar } from "../shell/record-bar";
import { useSession } from "../shell/session";
import { Contracts, Papers } from "./related";
import { Similar } from "./similar";

export const CounterpartyCard = cardOf(Card);

function Card(props: { record: RecordView }) {
  const t = useText();
  const session = useSession();
  const { record } = props;
  const currencies = useCurrencies();
  const archive = useArchive(record);
  const [name, setName] = useState(textAt(record.body, "/name"));
  const [taxId, setTaxId] = useState(textAt(record.body, "/tax_id"));
  const title = textAt(record.body, "/name") || t("counterparty-new");
  const newDeal = async () => {
    const deal = await core.createDeal({ counterparty: record.id, organisation: session.organisation || undefined });
    openNew(deal);
  };
  return (
    <>
      <RecordBar record={record} title={title} status={record.state}>
        <More items={[archive]} />
        <ActionButton
          action="new-deal"
          main
          icon={Handshake}
          run={() => attempt(newDeal())}
          disabledBecause={record.state === "archived" ? t("archived-no-deal") : undefined}
        />
      </RecordBar>
      <Similar record={record} name={name} taxId={taxId} />
      <div className="body paned card" data-place="record">
        <div className="scroll">
          <div className="cols">
            <section>
              <h2>{t("requisites")}</h2>
              <Requisites onName={setName} onTaxId={setTaxId} autoFocus={textAt(record.body, "/name") === ""} />
            </section>
            <section>
              <h2>{t("terms-usual")}</h2>
              <div className="form one wide-labels" data-form="">
                <div className="f">
                  <span className="lb">{t("field-role")}</span>
                  <div className="v">
                    <Flag path="/buyer" label="role-buyer" />
                    <Flag path="/supplier" label="role-supplier" />
                  </div>
                </div>
                <TermsField path="/payment_terms" label="field-payment-terms" />
                <Field
                  path="/credit_limit"
                  label="field-credit-limit"
                  as="sum"
                  after={<Choice bare path="/credit_currency" label="field-currency" options={currencies} width={84} clearable />}
                />
                <Field path="/manager" label="field-manager" />
                <Reach />
              </div>
            </section>
          </div>
          <Accounts />
          <Signers />
          <Addresses />
          <Contacts />
          <MoreIds />
          <Contracts counterparty={record.id} />
        </div>
        <aside className="pane" tabIndex={-1} aria-label={t("pane")}>
          <ProblemList problems={record.problems} />
          <Papers counterparty={record.id} />
          <History id={record.id} rev={record.rev} today={session.today} />
        </aside>
      </div>
    </>
  );
}
