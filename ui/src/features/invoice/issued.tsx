/** The issued invoice: its paper, its payments, and what may still be done: print, save, pay, copy, void. */
import { Ban, Copy, Printer, Save, Wallet } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { core } from "../../backend/commands";
import type { RecordView } from "../../backend/types";
import { ActionButton } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { More } from "../../parts/more";
import { History } from "../../parts/panes";
import { PdfPreview, printPaper, savePaper } from "../../parts/paper";
import { accessTo, textAt } from "../../parts/record";
import { go, pathOf } from "../../parts/route";
import { attempt, toast } from "../../parts/toast";
import { useText } from "../../text";
import { date, isZero, sum } from "../../text/format";
import { Chain } from "../deal/chain";
import { RecordBar } from "../shell/record-bar";
import { useSession } from "../shell/session";
import { PayDialog } from "./pay";

export function IssuedInvoice(props: { record: RecordView }) {
  const t = useText();
  const session = useSession();
  const { record } = props;
  const { body, derived } = record;
  const [dialog, setDialog] = useState<"pay" | "void" | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const currency = textAt(body, "/currency");
  const gone = record.state === "void";
  const due = textAt(body, "/due");
  const late = due !== "" && due < session.today;
  const status = gone ? "void" : isZero(derived.rest) ? "paid" : late ? "late" : isZero(derived.paid) ? "issued" : "part";
  const title = t("kind-number", { kind: t("kind-invoice"), number: record.number });
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const copy = async () => {
    const made = await core.copyInvoice(record.id);
    toast(t("invoice-copied"));
    go(pathOf("invoice", made.id));
  };
  return (
    <>
      <RecordBar record={record} title={title} of={t("from-date", { date: date(textAt(body, "/date")) })} status={status} noSaved>
        <More
          items={[
            { action: "copy-record", icon: Copy, run: () => attempt(copy()) },
            ...(gone ? [] : [{ action: "void" as const, icon: Ban, run: () => setDialog("void") }]),
          ]}
        />
        <ActionButton action="save-pdf" icon={Save} run={() => attempt(core.pdf(record.id).then(savePaper))} />
        <ActionButton
          action="print"
          icon={Printer}
          main={isZero(derived.rest) || gone}
          run={() => attempt(core.pdf(record.id).then(printPaper))}
        />
        {!gone && !isZero(derived.rest) && <ActionButton action="pay" main icon={Wallet} run={() => setDialog("pay")} />}
      </RecordBar>
      {gone && (
        <div className="notice bad">
          <b className="danger">{t("invoice-void-mark")}</b> <span>{textAt(body, "/void_reason")}</span>
        </div>
      )}
      <div className="body paned wide-pane" data-place="record">
        <div className="scroll paper-desk" ref={box} tabIndex={0} role="region" aria-label={title}>
          <PdfPreview id={record.id} rev={record.rev} width={760} title={title} />
        </div>
        <aside className="pane" tabIndex={-1} aria-label={t("pane")}>
          <section aria-label={t("to-pay")}>
            <dl className="pd bare">
              <dt>{t("total")}</dt>
              <dd className="b">{`${sum(derived.totals?.gross ?? textAt(body, "/totals/gross"))} ${currency}`}</dd>
              <dt>{t("paid")}</dt>
              <dd>{derived.paid ? sum(derived.paid) : "—"}</dd>
              <dt>{t("to-pay")}</dt>
              <dd className="b">{derived.rest ? sum(derived.rest) : "—"}</dd>
              <dt>{t("column-due")}</dt>
              <dd>{date(textAt(body, "/due")) || "—"}</dd>
              <dt>{t("field-buyer")}</dt>
              <dd className="el">
                <a className="link" href={`#${pathOf("counterparty", textAt(body, "/counterparty"))}`}>
                  {textAt(body, "/buyer/name")}
                </a>
              </dd>
            </dl>
          </section>
          {derived.chain.length > 0 && (
            <section aria-label={t("chain")}>
              <h2>{t("chain")}</h2>
              <Chain steps={derived.chain} here={record.id} />
            </section>
          )}
          <History id={record.id} rev={record.rev} today={session.today} />
        </aside>
      </div>
      {dialog === "pay" && (
        <PayDialog id={record.id} number={record.number} rest={derived.rest} currency={currency} close={() => setDialog(null)} />
      )}
      {dialog === "void" && <VoidDialog record={record} close={() => setDialog(null)} />}
    </>
  );
}

/** Voiding cannot be taken back, so it is asked, with a reason, and the safe button has the focus. */
function VoidDialog(props: { record: RecordView; close: () => void }) {
  const t = useText();
  const [reason, setReason] = useState("");
  const { record } = props;
  const run = () =>
    attempt(
      accessTo(record)
        .run(() => core.voidInvoice(record.id, reason))
        .then(() => props.close()),
    );
  return (
    <Dialog
      grave
      title={t("void-title", { number: record.number })}
      close={props.close}
      cancel={t("void-keep")}
      confirm={{ say: t("void-confirm"), run, disabledBecause: reason.trim() === "" ? t("void-needs-reason") : undefined }}
    >
      <p>{t("void-text")}</p>
      <div className="form one wide-labels">
        <div className="f">
          <label htmlFor="void-reason">{t("field-reason")}</label>
          <div className="v">
            <div className="in">
              <input id="void-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
            </div>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
