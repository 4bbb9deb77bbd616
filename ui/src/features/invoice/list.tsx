/** The invoices, the paper of the current one beside them, and what is done with many at once. */
import { FileText, Printer, Save, Wallet } from "lucide-react";
import { useState } from "react";
import { core } from "../../backend/commands";
import type { Id, ListRow } from "../../backend/types";
import { ActionButton, Button } from "../../parts/button";
import { ListView } from "../../parts/list/view";
import { PdfPreview, printPaper, savePaper } from "../../parts/paper";
import { openNew } from "../../parts/record";
import { go, pathOf } from "../../parts/route";
import { State } from "../../parts/state";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { date, isZero, sum } from "../../text/format";
import { useSession } from "../shell/session";
import { PayDialog } from "./pay";

export function useNewInvoice(): () => void {
  const session = useSession();
  return () => attempt(core.createInvoice({ organisation: session.organisation || session.start.organisation || undefined }).then(openNew));
}

export function Invoices() {
  const t = useText();
  const session = useSession();
  const add = useNewInvoice();
  const [row, setRow] = useState<ListRow | undefined>(undefined);
  const [paying, setPaying] = useState<ListRow | null>(null);
  const printMarked = (ids: Id[]) => attempt(core.batch(ids).then(printPaper));
  return (
    <>
      <ListView
        kind="invoice"
        title={t("section-invoice")}
        today={session.today}
        organisation={session.organisation}
        onNew={add}
        newText={t("invoice-new")}
        onCurrent={setRow}
        pane={row ? <Preview row={row} pay={() => setPaying(row)} /> : undefined}
        markedActions={(ids) => (
          <>
            <Button small icon={Save} onPress={() => attempt(core.batch(ids).then(savePaper))}>
              {t("save-marked", { count: ids.length })}
            </Button>
            <ActionButton action="print-marked" small icon={Printer} run={() => printMarked(ids)}>
              {t("print-marked", { count: ids.length })}
            </ActionButton>
          </>
        )}
        empty={
          <div className="empty">
            <h2>{t("invoices-empty")}</h2>
            <p>{t("invoices-empty-text")}</p>
            <Button main icon={FileText} onPress={add}>
              {t("invoice-new")}
            </Button>
          </div>
        }
      />
      {paying && (
        <PayDialog
          id={paying.id}
          number={paying.number}
          rest={paying.rest ?? ""}
          currency={paying.currency}
          close={() => setPaying(null)}
        />
      )}
    </>
  );
}

function Preview(props: { row: ListRow; pay: () => void }) {
  const t = useText();
  const { row } = props;
  const draft = row.state === "draft";
  const title = draft ? t("invoice-draft") : t("kind-number", { kind: t("kind-invoice"), number: row.number });
  return (
    <aside className="pane preview" tabIndex={-1} aria-label={t("pane")}>
      <div className="ph">
        <b>{title}</b>
        <State of={row.status || row.state} />
      </div>
      <div className="pdf">
        <PdfPreview id={row.id} rev={row.updated_at} width={300} title={title} />
      </div>
      <dl className="pd">
        <dt>{t("to-pay")}</dt>
        <dd className="b">{row.total ? `${sum(row.rest || row.total)} ${row.currency}` : "—"}</dd>
        {row.due && (
          <>
            <dt>{t("column-due")}</dt>
            <dd className={row.status === "late" ? "danger" : ""}>{date(row.due)}</dd>
          </>
        )}
        <dt>{t("column-buyer")}</dt>
        <dd className="el">
          <a className="link" href={`#${pathOf("counterparty", row.counterparty)}`}>
            {row.counterparty_name}
          </a>
        </dd>
        {row.deal && (
          <>
            <dt>{t("kind-deal")}</dt>
            <dd>
              <a className="link" href={`#${pathOf("deal", row.deal)}`}>
                {t("open-deal")}
              </a>
            </dd>
          </>
        )}
      </dl>
      <div className="pa">
        <Button icon={FileText} main={draft} wide cap="Enter" onPress={() => go(pathOf("invoice", row.id))}>
          {t(draft ? "invoice-continue" : "action-open")}
        </Button>
        {!draft && <PrintButton id={row.id} />}
        {!draft && !isZero(row.rest) && row.state !== "void" && (
          <ActionButton action="pay-current" icon={Wallet} wide main run={props.pay} />
        )}
        {!draft && (
          <Button icon={Save} wide onPress={() => attempt(core.pdf(row.id).then(savePaper))}>
            {t("action-save-pdf")}
          </Button>
        )}
      </div>
    </aside>
  );
}

function PrintButton(props: { id: Id }) {
  return (
    <ActionButton action="print-marked" icon={Printer} wide run={() => attempt(core.pdf(props.id).then(printPaper))}>
      {useText()("action-print")}
    </ActionButton>
  );
}
