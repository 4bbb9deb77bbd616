/** Beside the list of counterparties: requisites, what they owe by currency, their last invoices and contracts. */
import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { core } from "../../backend/commands";
import type { Debt, Id, Kind, ListPage, ListRow } from "../../backend/types";
import { Facts, Lines, Pane } from "../../parts/list/pane";
import { entries, flagAt, textAt, useRecord } from "../../parts/record";
import { pathOf } from "../../parts/route";
import { useText } from "../../text";
import { account, dayMonth, isZero, shortDate, sum } from "../../text/format";
import { useSession } from "../shell/session";

const SHOWN = 5;

function useRows(kind: Kind, counterparty: Id, organisation: Id): ListPage | undefined {
  return useQuery({
    queryKey: ["list", kind, "beside", counterparty, organisation],
    queryFn: () => core.list({ kind, tab: "all", counterparty, organisation: organisation || undefined, position: "first", limit: SHOWN }),
  }).data;
}

export function CounterpartyBeside(props: { row: ListRow; close: () => void }) {
  const t = useText();
  const { organisation, today } = useSession();
  const { row } = props;
  const { record } = useRecord(row.id);
  const owed = row.debts ?? [];
  const invoices = useRows("invoice", row.id, organisation);
  const contracts = useRows("contract", row.id, organisation);
  const body = record?.body ?? {};
  const bank = entries(body, "/accounts")[0]?.value ?? {};
  const roles = [flagAt(body, "/buyer") && t("role-buyer"), flagAt(body, "/supplier") && t("role-supplier")].filter(Boolean);
  const limit = textAt(body, "/credit_limit");
  return (
    <Pane row={row} title={row.name} close={props.close}>
      <Facts
        label={t("requisites")}
        rows={{
          "column-tax-id": row.tax_id,
          "field-kpp": textAt(body, "/kpp"),
          "field-role": roles.join(", "),
          "field-address": textAt(entries(body, "/addresses")[0]?.value ?? {}, "/text"),
          "field-phone": textAt(body, "/phone"),
          "field-email": textAt(body, "/email"),
          "field-account": textAt(bank, "/number") && <span className="dense">{account(textAt(bank, "/number"))}</span>,
          "field-bank-name": textAt(bank, "/bank_name"),
          "field-credit-limit": limit && `${sum(limit)} ${textAt(body, "/credit_currency")}`,
          "field-manager": textAt(body, "/manager"),
        }}
      />
      <Owes owed={owed} />
      <Lines
        title={t("section-invoice")}
        total={invoices?.total ?? 0}
        lines={(invoices?.rows ?? []).map((paper) => ({
          key: paper.id,
          href: `#${pathOf("invoice", paper.id)}`,
          lead: dayMonth(paper.date, today),
          text: paper.number ? `№\u00a0${paper.number}` : t("status-draft").toLocaleLowerCase(),
          right: paper.total ? `${sum(paper.total)} ${paper.currency}` : "",
          tone: paper.status === "late" ? "danger" : "",
        }))}
      />
      <Lines
        title={t("section-contract")}
        total={contracts?.total ?? 0}
        lines={(contracts?.rows ?? []).map((contract) => ({
          key: contract.id,
          href: `#${pathOf("contract", contract.id)}`,
          text: `№\u00a0${contract.number || "—"} ${t("from-date", { date: shortDate(contract.date) })}`,
          right: contract.currency,
          tone: contract.status === "expired" ? "danger" : "",
        }))}
      />
    </Pane>
  );
}

/** What it owes us, by currency, and how much of that is late. */
function Owes(props: { owed: Debt[] }) {
  const t = useText();
  const { owed } = props;
  return (
    <section aria-label={t("owes-us")}>
      <h2>{t("owes-us")}</h2>
      {owed.length === 0 && <p className="t3 sm">{t("owes-nothing")}</p>}
      {owed.length > 0 && (
        <table className="figures">
          <thead className="vh">
            <tr>
              <th scope="col">{t("column-currency")}</th>
              <th scope="col">{t("column-debt")}</th>
            </tr>
          </thead>
          <tbody>
            {owed.map((debt) => (
              <Fragment key={debt.currency}>
                <tr>
                  <td>{debt.currency}</td>
                  <td className="n b">{sum(debt.rest)}</td>
                </tr>
                {!isZero(debt.late) && (
                  <tr className="danger">
                    <td>{t("owes-late")}</td>
                    <td className="n">{sum(debt.late)}</td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
