/** Beside the list of payments: what it was for, to which account it came, which invoices it was divided among. */
import type { Body, ListRow } from "../../backend/types";
import { Facts, Lines, Pane } from "../../parts/list/pane";
import { at, textAt, useRecord } from "../../parts/record";
import { pathOf } from "../../parts/route";
import { useText } from "../../text";
import { account, dayMonth, isZero, sum } from "../../text/format";
import { useSession } from "../shell/session";

export function PaymentBeside(props: { row: ListRow; close: () => void }) {
  const t = useText();
  const { today } = useSession();
  const { row } = props;
  const { record } = useRecord(row.id);
  const body = record?.body ?? {};
  const seller = useRecord(textAt(body, "/organisation")).record;
  const own = (at(seller?.body ?? {}, `/accounts/${textAt(body, "/account")}`) ?? {}) as Body;
  const names = record?.derived.names ?? {};
  const divided = Object.entries((at(body, "/allocations") ?? {}) as Record<string, Body>);
  const direction = textAt(body, "/direction");
  const title = row.number
    ? t("kind-number", { kind: t("kind-payment"), number: row.number })
    : t("kind-draft", { kind: t("kind-payment") });
  return (
    <Pane row={row} title={title} close={props.close}>
      <Facts
        label={t("requisites")}
        rows={{
          "field-amount": row.total && <b>{`${sum(row.total)} ${row.currency}`}</b>,
          "field-direction": direction && t(`enum-direction-${direction}`),
          "field-counterparty": row.counterparty && (
            <a className="link" href={`#${pathOf("counterparty", row.counterparty)}`}>
              {row.counterparty_name}
            </a>
          ),
          "field-account": textAt(own, "/number") && account(textAt(own, "/number")),
          "field-bank-name": textAt(own, "/bank_name"),
          "field-purpose": textAt(body, "/purpose"),
        }}
      />
      {record && (
        <Lines
          title={t("allocations")}
          none={t("allocations-none")}
          lines={divided.map(([invoice, part]) => ({
            key: invoice,
            href: `#${pathOf("invoice", invoice)}`,
            lead: dayMonth(names[invoice]?.sub, today),
            text: names[invoice] ? t("kind-number", { kind: t("kind-invoice"), number: names[invoice].name }) : t("no-access"),
            right: `${sum(textAt(part, "/amount"))} ${row.currency}`,
          }))}
        />
      )}
      {!isZero(row.rest) && (
        <section aria-label={t("column-unallocated")}>
          <p className="warn m">{t("advance-left", { sum: `${sum(row.rest)} ${row.currency}` })}</p>
        </section>
      )}
    </Pane>
  );
}
