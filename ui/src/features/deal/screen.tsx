/** A deal: its head, the lines that are typed in, the sums, the way it goes and what is missing. */
import { Copy, FileText } from "lucide-react";
import { useState } from "react";
import { core } from "../../backend/commands";
import type { ChainStep, Id, RecordView } from "../../backend/types";
import { keyCap } from "../../keys";
import { useArchive } from "../../parts/archive";
import { ActionButton, Button } from "../../parts/button";
import { FailurePanel } from "../../parts/failure";
import { Icon } from "../../parts/icons";
import { LineGrid } from "../../parts/lines/grid";
import { LineDetails, Totals } from "../../parts/lines/totals";
import { More } from "../../parts/more";
import { History, ProblemList } from "../../parts/panes";
import { flushAll } from "../../parts/pending";
import { accessTo, RecordProvider, textAt, undoLast, useRecord } from "../../parts/record";
import { back, go, pathOf } from "../../parts/route";
import { useUnits } from "../../parts/tables";
import { attempt, toast } from "../../parts/toast";
import { useText } from "../../text";
import { date, isZero, sum } from "../../text/format";
import { RecordBar } from "../shell/record-bar";
import { useSession } from "../shell/session";
import { Chain } from "./chain";
import { DealHeader } from "./header";
import { InvoiceFrom } from "./invoice-from";

export function DealScreen(props: { id: Id }) {
  const { record, failure } = useRecord(props.id);
  if (failure) return <FailurePanel failure={failure} />;
  if (!record) return null;
  return (
    <RecordProvider record={record}>
      <Deal record={record} />
    </RecordProvider>
  );
}

function Deal(props: { record: RecordView }) {
  const t = useText();
  const units = useUnits();
  const { record } = props;
  const archive = useArchive(record);
  const [line, setLine] = useState<Id | null>(null);
  const [invoicing, setInvoicing] = useState(false);
  const draft = record.number === "";
  const day = textAt(record.body, "/date");
  const empty = record.derived.lines.length === 0;
  const blocking = record.problems.filter((problem) => problem.level !== "warns").length;
  const status = statusOf(record);
  const own = stepOf(record, status);

  const post = async () => {
    await flushAll();
    const access = accessTo(record);
    const posted = draft ? await access.run(() => core.postDeal(record.id)) : record;
    if (draft) toast(t("deal-posted", { number: posted.number }), { undo: () => void undoLast("undo") });
    back("deal");
  };
  const copy = async () => {
    const made = await core.copyDeal(record.id);
    toast(t("deal-copied"));
    go(pathOf("deal", made.id));
  };
  return (
    <>
      <RecordBar
        record={record}
        title={draft ? t("deal-new") : t("kind-number", { kind: t("kind-deal"), number: record.number })}
        of={day ? t("from-date", { date: date(day) }) : ""}
        status={status}
      >
        <More items={[{ action: "copy-record", icon: Copy, run: () => attempt(copy()) }, ...(draft ? [] : [archive])]} />
        <ActionButton
          action="invoice"
          icon={FileText}
          run={() => setInvoicing(true)}
          disabledBecause={empty ? t("deal-no-lines") : undefined}
        >
          {t("make-invoice")}
        </ActionButton>
        <ActionButton action="post" main run={() => attempt(post())} disabledBecause={draft && empty ? t("deal-no-lines") : undefined}>
          {t(draft ? "deal-post" : "deal-close")}
        </ActionButton>
      </RecordBar>
      <div className="body paned" data-place="record">
        <div className="col">
          <DealHeader autoFocus={textAt(record.body, "/counterparty") === ""} />
          <LineGrid record={record} units={units} onLine={setLine} autoFocus={textAt(record.body, "/counterparty") !== ""} />
          <LineDetails record={record} line={line} />
          <Strip record={record} blocking={blocking} />
          <Totals record={record} />
        </div>
        <Beside record={record} own={own} invoice={() => setInvoicing(true)} />
      </div>
      {invoicing && <InvoiceFrom record={record} close={() => setInvoicing(false)} />}
    </>
  );
}

function statusOf(record: RecordView): string {
  const { derived } = record;
  const paidUp = isZero(derived.rest) && derived.paid !== "" && sum(derived.paid) === sum(derived.totals?.gross);
  if (record.state === "archived") return "archived";
  if (record.number === "") return "draft";
  if (paidUp) return "paid";
  return isZero(derived.paid) ? "issued" : "part";
}

/** The deal itself as the first step of its way. */
function stepOf(record: RecordView, status: string): ChainStep {
  const { derived, body, id, number } = record;
  return {
    kind: "deal",
    id,
    number,
    date: textAt(body, "/date"),
    amount: derived.totals?.gross ?? "",
    rest: derived.rest,
    part: "",
    currency: textAt(body, "/currency"),
    status,
  };
}

function Beside(props: { record: RecordView; own: ChainStep; invoice: () => void }) {
  const t = useText();
  const session = useSession();
  const { record } = props;
  const { derived } = record;
  const next = (step: ChainStep, last: boolean) =>
    step.kind === "deal" && last && derived.lines.length > 0 && !isZero(step.rest) && !step.rest.startsWith("-") ? (
      <div className="c3">
        <Button small onPress={props.invoice} cap={keyCap("invoice")}>
          {t(isZero(derived.invoiced) ? "make-invoice" : "invoice-rest")}
        </Button>
      </div>
    ) : null;
  return (
    <aside className="pane" tabIndex={-1} aria-label={t("pane")}>
      <section aria-label={t("chain")}>
        <h2>
          {t("chain")} <kbd className="end">{keyCap("pane")}</kbd>
        </h2>
        <Chain steps={[props.own, ...derived.chain]} here={record.id} after={next} />
      </section>
      <ProblemList problems={record.problems} />
      <History id={record.id} rev={record.rev} today={session.today} />
    </aside>
  );
}

/** What the pane says, in one line, when the window is too narrow for it. */
function Strip(props: { record: RecordView; blocking: number }) {
  const t = useText();
  const { derived, problems } = props.record;
  return (
    <div className="strip">
      {derived.invoiced && (
        <span className="st">
          <Icon of={FileText} small />
          {t("strip-invoiced")} <b>{sum(derived.invoiced)}</b>
        </span>
      )}
      {derived.rest && (
        <span>
          {derived.rest.startsWith("-") ? t("chain-over") : t("strip-rest")} <b>{sum(derived.rest.replace("-", ""))}</b>
        </span>
      )}
      <span className={`end ${props.blocking > 0 ? "danger" : "t2"}`}>
        {t("strip-problems", { count: problems.length })} <kbd>{keyCap("problems")}</kbd>
      </span>
    </div>
  );
}
