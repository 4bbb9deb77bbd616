/** The invoices, the paper of the current one beside them, and what is done with many at once. */
import { FileText, type LucideIcon, Printer, Save, Wallet } from "lucide-react";
import { useState } from "react";
import { core } from "../../backend/commands";
import type { Id, ListRow } from "../../backend/types";
import type { ActionId } from "../../keys";
import { ActionButton, Button } from "../../parts/button";
import { Facts, Pane } from "../../parts/list/pane";
import { stateOf } from "../../parts/list/state";
import { PdfPreview, printPaper, savePaper } from "../../parts/paper";
import { openNew } from "../../parts/record";
import { pathOf } from "../../parts/route";
import { useStore } from "../../parts/store";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { date, isZero, sum } from "../../text/format";
import { RecordList } from "../shell/record-list";
import { useSession } from "../shell/session";
import { PayDialog } from "./pay";

export function useNewInvoice(): () => void {
  const session = useSession();
  return () => attempt(core.createInvoice({ organisation: session.organisation || session.start.organisation || undefined }).then(openNew));
}

export function Invoices() {
  const t = useText();
  const add = useNewInvoice();
  const [paying, setPaying] = useState<ListRow | null>(null);
  const printMarked = (ids: Id[]) => attempt(core.batch(ids).then(printPaper));
  return (
    <>
      <RecordList
        kind="invoice"
        words={{ add: "invoice-new", empty: "invoices-empty", advice: "invoices-empty-text" }}
        icon={FileText}
        add={add}
        pane={(row, close) => <Preview row={row} close={close} pay={() => setPaying(row)} />}
        markedActions={(ids) => (
          <>
            <ActionButton action="save-marked" small icon={Save} run={() => attempt(core.batch(ids).then(savePaper))}>
              {t("save-marked", { count: ids.length })}
            </ActionButton>
            <ActionButton action="print-marked" small icon={Printer} run={() => printMarked(ids)}>
              {t("print-marked", { count: ids.length })}
            </ActionButton>
          </>
        )}
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

function Preview(props: { row: ListRow; close: () => void; pay: () => void }) {
  const t = useText();
  const { row } = props;
  const draft = row.state === "draft";
  const title = draft ? t("invoice-draft") : t("kind-number", { kind: t("kind-invoice"), number: row.number });
  return (
    <Pane
      row={row}
      title={title}
      close={props.close}
      className="preview"
      open={t(draft ? "invoice-continue" : "action-open")}
      actions={!draft && <Deeds row={row} pay={props.pay} />}
    >
      <div className="pdf">
        <PdfPreview id={row.id} rev={row.updated_at} width={300} title={title} />
      </div>
      <Facts
        label={t("requisites")}
        rows={{
          "to-pay": <b>{row.total ? `${sum(row.rest || row.total)} ${row.currency}` : "—"}</b>,
          "column-due": row.due && <span className={row.status === "late" ? "danger" : ""}>{date(row.due)}</span>,
          "column-buyer": row.counterparty && (
            <a className="link" href={`#${pathOf("counterparty", row.counterparty)}`}>
              {row.counterparty_name}
            </a>
          ),
          "kind-deal": row.deal && (
            <a className="link" href={`#${pathOf("deal", row.deal)}`}>
              {t("open-deal")}
            </a>
          ),
        }}
      />
    </Pane>
  );
}

/** What is done with an issued invoice. */
function Deeds(props: { row: ListRow; pay: () => void }) {
  const { row } = props;
  // With marked rows the keys print and save them.
  const marks = useStore(stateOf("invoice")).marked.size > 0;
  return (
    <>
      <PaperButton
        action="print-marked"
        say="action-print"
        icon={Printer}
        keyed={!marks}
        run={() => attempt(core.pdf(row.id).then(printPaper))}
      />
      {!isZero(row.rest) && row.state !== "void" && <ActionButton action="pay-current" icon={Wallet} wide main run={props.pay} />}
      <PaperButton
        action="save-marked"
        say="action-save-pdf"
        icon={Save}
        keyed={!marks}
        run={() => attempt(core.pdf(row.id).then(savePaper))}
      />
    </>
  );
}

function PaperButton(props: { action: ActionId; say: string; icon: LucideIcon; keyed: boolean; run: () => void }) {
  const t = useText();
  if (!props.keyed) {
    return (
      <Button icon={props.icon} wide onPress={props.run}>
        {t(props.say)}
      </Button>
    );
  }
  return (
    <ActionButton action={props.action} icon={props.icon} wide run={props.run}>
      {t(props.say)}
    </ActionButton>
  );
}
