/** Beside the list of contracts: sums, what is left of the limit, the term, the files, what was sold under it. */
import { useQuery } from "@tanstack/react-query";
import { core } from "../../backend/commands";
import type { ListRow } from "../../backend/types";
import { Facts, Lines, Pane } from "../../parts/list/pane";
import { entries, textAt, useRecord } from "../../parts/record";
import { pathOf } from "../../parts/route";
import { useText } from "../../text";
import { date, dayMonth, isNegative, sum } from "../../text/format";
import { useSession } from "../shell/session";

const SHOWN = 6;

export function ContractBeside(props: { row: ListRow; close: () => void }) {
  const t = useText();
  const { today } = useSession();
  const { row } = props;
  const { record } = useRecord(row.id);
  const deals = useQuery({
    queryKey: ["list", "deal", "beside-contract", row.id],
    queryFn: () => core.list({ kind: "deal", tab: "all", contract: row.id, position: "first", limit: SHOWN }),
  }).data;
  const body = record?.body ?? {};
  const names = record?.derived.names ?? {};
  const left = record?.derived.limit_left || row.rest;
  const kind = textAt(body, "/kind");
  const prices = textAt(body, "/price_kind");
  const basis = [textAt(body, "/incoterms"), textAt(body, "/incoterms_place")].filter(Boolean).join(", ");
  const files = entries(body, "/files");
  const term = row.due ? t("until-date", { date: date(row.due) }) : t("no-end");
  return (
    <Pane row={row} title={t("kind-number", { kind: t("kind-contract"), number: row.number || "—" })} close={props.close}>
      <Facts
        label={t("requisites")}
        rows={{
          "field-limit": row.total ? `${sum(row.total)} ${row.currency}` : t("no-limit"),
          "left-in-contract": row.total && left && <b className={isNegative(left) ? "danger" : ""}>{`${sum(left)} ${row.currency}`}</b>,
          "field-term": <span className={row.status === "expired" ? "danger" : row.status === "expiring" ? "warn" : ""}>{term}</span>,
          "field-counterparty": row.counterparty && (
            <a className="link" href={`#${pathOf("counterparty", row.counterparty)}`}>
              {row.counterparty_name}
            </a>
          ),
          "field-contract-kind": kind && t(`enum-contract-kind-${kind}`),
          "field-subject": textAt(body, "/subject"),
          "column-price": prices && t(`enum-price-kind-${prices.replace("_", "-")}`),
          "field-price-list": names[textAt(body, "/price_list")]?.name ?? "",
          "field-incoterms": basis,
        }}
      />
      <Lines title={t("files")} none={t("files-none")} lines={files.map((file) => ({ key: file.id, text: textAt(file.value, "/name") }))} />
      <Lines
        title={t("section-deal")}
        total={deals?.total ?? 0}
        lines={(deals?.rows ?? []).map((deal) => ({
          key: deal.id,
          href: `#${pathOf("deal", deal.id)}`,
          lead: dayMonth(deal.date, today),
          text: deal.number || t("status-draft").toLocaleLowerCase(),
          right: deal.total ? `${sum(deal.total)} ${deal.currency}` : "",
        }))}
      />
    </Pane>
  );
}
