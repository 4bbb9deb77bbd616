/** Beside the list of deals: whose it is, its lines in short, what was invoiced and paid, and by which papers. */
import type { Kind, ListRow } from "../../backend/types";
import { Facts, Lines, Pane } from "../../parts/list/pane";
import { entries, textAt, useRecord } from "../../parts/record";
import { pathOf } from "../../parts/route";
import { useText } from "../../text";
import { date, dayMonth, number, sum } from "../../text/format";
import { useSession } from "../shell/session";

const LINES = 8;

export function DealBeside(props: { row: ListRow; close: () => void }) {
  const t = useText();
  const { today } = useSession();
  const { row } = props;
  const { record } = useRecord(row.id);
  const derived = record?.derived;
  const lines = entries(record?.body ?? {}, "/lines");
  const money = (amount: string | undefined) => (amount ? `${sum(amount)} ${row.currency}` : "");
  const papers = (derived?.chain ?? []).filter((step) => step.id !== "" && (step.kind === "invoice" || step.kind === "payment"));
  const title = row.number ? t("kind-number", { kind: t("kind-deal"), number: row.number }) : t("kind-draft", { kind: t("kind-deal") });
  return (
    <Pane row={row} title={title} close={props.close}>
      <Facts
        label={t("requisites")}
        rows={{
          "field-counterparty": row.counterparty && (
            <a className="link" href={`#${pathOf("counterparty", row.counterparty)}`}>
              {row.counterparty_name}
            </a>
          ),
          "field-contract": row.contract && (
            <a className="link" href={`#${pathOf("contract", row.contract)}`}>
              {`№\u00a0${row.contract_number || "—"}`}
            </a>
          ),
          "field-shipment": date(textAt(record?.body ?? {}, "/shipment_date")),
          total: row.total && <b>{money(row.total)}</b>,
          "chain-invoice": money(derived?.invoiced),
          "chain-payment": money(derived?.paid || row.paid),
          "column-to-invoice": row.state !== "draft" && money(row.rest),
        }}
      />
      <Lines
        title={t("lines")}
        total={lines.length}
        lines={lines.slice(0, LINES).map(({ id, value }) => {
          const view = derived?.lines.find((known) => known.id === id);
          return {
            key: id,
            text: textAt(value, "/name") || textAt(value, "/article"),
            sub: `${number(textAt(value, "/quantity"))} ${view?.unit_sign ?? ""}`.trim(),
            right: view ? sum(view.gross) : "",
          };
        })}
      />
      <Lines
        title={t("papers")}
        lines={papers.map((step) => ({
          key: `${step.kind}${step.id}${step.part}`,
          href: `#${pathOf(step.kind as Kind, step.id)}`,
          lead: dayMonth(step.date, today),
          text: step.number
            ? t("kind-number", { kind: t(`kind-${step.kind}`), number: step.number })
            : t("kind-draft", { kind: t(`kind-${step.kind}`) }),
          right: `${sum(step.part || step.amount)} ${step.currency}`,
          tone: step.status === "late" ? "danger" : "",
        }))}
      />
    </Pane>
  );
}
