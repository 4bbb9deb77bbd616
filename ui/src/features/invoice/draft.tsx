/** The draft of an invoice. */
import { Eye, FileCheck, Printer } from "lucide-react";
import { useState } from "react";
import { asFailure } from "../../backend";
import { core } from "../../backend/commands";
import type { Failure, Id, RecordView } from "../../backend/types";
import { ActionButton } from "../../parts/button";
import { Choice, Flag, useOptions } from "../../parts/choice";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { LineGrid } from "../../parts/lines/grid";
import { LineDetails, Totals } from "../../parts/lines/totals";
import { More } from "../../parts/more";
import { History, ProblemList, useFieldName } from "../../parts/panes";
import { PdfPreview, printPaper } from "../../parts/paper";
import { flushAll } from "../../parts/pending";
import { accessTo, entries, queries, textAt, useAccess, useRecord } from "../../parts/record";
import { pathOf, replace } from "../../parts/route";
import { useUnits } from "../../parts/tables";
import { TermsField } from "../../parts/terms";
import { complain, toast } from "../../parts/toast";
import { failureText, problemText, useText } from "../../text";
import { account, date, number, sum } from "../../text/format";
import { Chain } from "../deal/chain";
import { Buyer, ContractField, DeliveryField, MoneyField, PriceKindField, SellerField, SpecificationField } from "../deal/header";
import { RecordBar } from "../shell/record-bar";
import { useSession } from "../shell/session";

export function InvoiceDraft(props: { record: RecordView }) {
  const t = useText();
  const session = useSession();
  const units = useUnits();
  const fieldName = useFieldName();
  const { record } = props;
  const [line, setLine] = useState<Id | null>(null);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const day = textAt(record.body, "/date");
  const fromDeal = textAt(record.body, "/deal") !== "";
  const issue = async (print: boolean) => {
    setBusy(true);
    try {
      await flushAll();
      const issued = await accessTo(record).run(() => core.issueInvoice(record.id));
      await queries.invalidateQueries({ queryKey: ["list"] });
      toast(t("invoice-issued", { number: issued.number }));
      replace(pathOf("invoice", issued.id));
      if (print) await printPaper(await core.pdf(issued.id));
    } catch (error) {
      const failure = asFailure(error);
      if (failure.problems.length > 0) setRefusal(failure);
      else complain(error);
      setBusy(false);
    }
  };
  return (
    <>
      <RecordBar record={record} title={t("invoice-draft")} of={day ? t("from-date", { date: date(day) }) : ""} status="draft">
        <More items={[{ action: "issue-print", icon: Printer, run: () => void issue(true) }]} />
        <ActionButton action="preview" icon={Eye} run={() => void flushAll().then(() => setShown(true))} />
        <ActionButton action="post" main icon={FileCheck} run={() => void issue(false)} busy={busy}>
          {t("invoice-issue")}
        </ActionButton>
      </RecordBar>
      <div className="body paned" data-place="record">
        <div className="col">
          <Header autoFocus={textAt(record.body, "/counterparty") === ""} />
          <LineGrid record={record} units={units} onLine={setLine} autoFocus={fromDeal} />
          <LineDetails record={record} line={line} />
          <div className="strip">
            <span className="end">{t("strip-problems", { count: record.problems.length })}</span>
          </div>
          <Totals record={record} />
        </div>
        <aside className="pane" tabIndex={-1} aria-label={t("pane")}>
          <ProblemList problems={record.problems} />
          <Due record={record} />
          {record.derived.chain.length > 0 && (
            <section aria-label={t("chain")}>
              <h2>{t("chain")}</h2>
              <Chain steps={record.derived.chain} here={record.id} />
            </section>
          )}
          <ForPrint />
          <History id={record.id} rev={record.rev} today={session.today} />
        </aside>
      </div>
      {shown && (
        <Dialog title={t("invoice-preview")} close={() => setShown(false)} wide>
          <PdfPreview id={record.id} rev={record.rev} width={800} title={t("invoice-draft")} />
        </Dialog>
      )}
      {refusal && (
        <Dialog title={failureText(refusal).title} close={() => setRefusal(null)}>
          <p>{t("issue-refused")}</p>
          <ul className="plain-list">
            {refusal.problems.map((problem) => (
              <li key={`${problem.code}${problem.field}`} className={problem.level === "warns" ? "warn" : "danger"}>
                {problem.field.startsWith("/lines/") && `${fieldName(problem.field)}: `}
                {problemText(problem)}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}

function Header(props: { autoFocus: boolean }) {
  const t = useText();
  return (
    <div className="form" data-form="">
      <Buyer autoFocus={props.autoFocus} label="field-buyer" />
      <SellerField />
      <ContractField />
      <AccountField />
      <div className="f">
        <span className="lb">{t("field-date")}</span>
        <div className="v">
          <Field bare path="/date" label="field-date" as="date" width={96} />
          <span className="side1 t3">{t("field-shipment-short")}</span>
          <Field bare path="/shipment_date" label="field-shipment" as="date" width={96} />
        </div>
      </div>
      <MoneyField />
      <TermsField path="/payment_terms" label="field-payment" />
      <PriceKindField />
      <Field path="/due" label="field-due" as="date" width={96} />
      <DeliveryField />
    </div>
  );
}

/** Which account of the seller is printed: those of the organisation, by currency. */
function AccountField() {
  const t = useText();
  const { record } = useAccess();
  const seller = useRecord(textAt(record.body, "/organisation")).record;
  const options = entries(seller?.body ?? {}, "/accounts").map(({ id, value }) => ({
    key: id,
    name: `${textAt(value, "/currency")} ${account(textAt(value, "/number"))}`,
    sub: textAt(value, "/bank_name"),
  }));
  return <Choice path="/account" label="field-account" options={options} clearable empty={t("account-main")} />;
}

function Due(props: { record: RecordView }) {
  const t = useText();
  const { due } = props.record.derived;
  if (due.length === 0) return null;
  return (
    <section aria-label={t("due-title")}>
      <h2>{t("due-title")}</h2>
      <ul className="papers">
        {due.map((part) => (
          <li key={part.id}>
            <span className="due-row">
              <span className="t3">{part.date ? date(part.date) : t("due-unknown")}</span>
              <span className="el">{t(`due-${part.kind}`, { share: number(part.share) })}</span>
              <span className="n nw">{sum(part.amount)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ForPrint() {
  const t = useText();
  const languages = useOptions("paper-language", ["ru", "be", "en"]);
  return (
    <section aria-label={t("invoice-more")}>
      <h2>{t("invoice-more")}</h2>
      <div className="form one pane-form" data-form="">
        <Choice path="/language" label="field-paper-language" options={languages} clearable empty={t("paper-language-usual")} />
        <Field path="/purpose" label="field-purpose" multiline placeholder={t("purpose-composed")} />
        <Field path="/valid_until" label="field-valid-until" as="date" width={96} />
        <Field path="/delivery" label="field-delivery" />
        <Field path="/basis" label="field-basis-text" />
        <SpecificationField />
        <Field path="/note" label="field-note" />
        <Flag path="/with_stamp" label="field-with-stamp" />
      </div>
    </section>
  );
}
