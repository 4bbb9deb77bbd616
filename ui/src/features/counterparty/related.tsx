/** Contracts and papers of a counterparty. */
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { core } from "../../backend/commands";
import type { Id, Kind, ListRow } from "../../backend/types";
import { keyCap } from "../../keys";
import { ActionButton } from "../../parts/button";
import { openNew } from "../../parts/record";
import { pathOf } from "../../parts/route";
import { State } from "../../parts/state";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { dayMonth, shortDate, sum } from "../../text/format";
import { useSession } from "../shell/session";

function useRows(kind: Kind, counterparty: Id): ListRow[] {
  const query = useQuery({
    queryKey: ["list", kind, "of", counterparty],
    queryFn: () => core.list({ kind, tab: "all", counterparty, position: "first", limit: 12 }),
  });
  return query.data?.rows ?? [];
}

export function Contracts(props: { counterparty: Id }) {
  const t = useText();
  const session = useSession();
  const rows = useRows("contract", props.counterparty);
  const add = async () => {
    const body = { counterparty: props.counterparty, organisation: session.organisation };
    const made = await core.create("contract", body);
    openNew(made);
  };
  return (
    <section className="entries" aria-label={t("contracts")}>
      <h2>
        {t("contracts")} {rows.length > 0 && <span className="cnt">{rows.length}</span>}
        <span className="end">
          <ActionButton action="add-row" small quiet icon={Plus} run={() => attempt(add())}>
            {t("contract-add")}
          </ActionButton>
        </span>
      </h2>
      {rows.length > 0 && (
        <table className="related">
          <colgroup>
            <col style={{ width: 210 }} />
            <col style={{ width: 60 }} />
            <col style={{ width: 140 }} />
            <col />
            <col style={{ width: 124 }} />
          </colgroup>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="m">
                  <a className="row-link" href={`#${pathOf("contract", row.id)}`}>
                    № {row.number || "—"} {row.date && <span className="t2">{t("from-date", { date: shortDate(row.date) })}</span>}
                  </a>
                </td>
                <td className="t2">{row.currency}</td>
                <td className="n">{row.total ? sum(row.total) : ""}</td>
                <td className="t2 sm">{row.rest ? t("left-of-limit", { sum: sum(row.rest) }) : ""}</td>
                <td>
                  <State of={row.status || row.state} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function Papers(props: { counterparty: Id }) {
  const t = useText();
  const { today } = useSession();
  const invoices = useRows("invoice", props.counterparty);
  const deals = useRows("deal", props.counterparty);
  const payments = useRows("payment", props.counterparty);
  const rows = [...invoices, ...deals, ...payments].sort((a, b) => (b.date ?? "").localeCompare(a.date ?? "")).slice(0, 12);
  return (
    <section aria-label={t("papers")}>
      <h2>
        {t("papers")} {rows.length > 0 && <span className="cnt">{rows.length}</span>}
      </h2>
      {rows.length === 0 && <p className="t3 sm">{t("papers-none", { key: keyCap("new-deal") })}</p>}
      <ul className="papers">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={`#${pathOf(row.kind, row.id)}`} className={row.status === "late" ? "danger" : ""}>
              <span className="t3 day">{dayMonth(row.date, today)}</span>
              <span className="el dense">
                {row.number
                  ? t("kind-number", { kind: t(`kind-${row.kind}`), number: row.number })
                  : t("kind-draft", { kind: t(`kind-${row.kind}`) })}
              </span>
              <span className="n nw">{row.total ? `${sum(row.total)} ${row.currency}` : ""}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
