/** Beside the list of price lists: when it holds, in what money, and its first prices. */
import { useQuery } from "@tanstack/react-query";
import { core } from "../../backend/commands";
import type { ListRow } from "../../backend/types";
import { Facts, Lines, Pane } from "../../parts/list/pane";
import { textAt, useRecord } from "../../parts/record";
import { pathOf } from "../../parts/route";
import { useText } from "../../text";
import { date, sum } from "../../text/format";

const SHOWN = 15;

export function PriceListBeside(props: { row: ListRow; close: () => void }) {
  const t = useText();
  const { row } = props;
  const { record } = useRecord(row.id);
  const prices = useQuery({
    queryKey: ["price-rows", "beside", row.id],
    queryFn: () => core.prices({ list: row.id, limit: SHOWN, offset: 0 }),
  }).data;
  const kind = textAt(record?.body ?? {}, "/price_kind");
  return (
    <Pane row={row} title={row.name || t("price-list-new")} close={props.close}>
      <Facts
        label={t("requisites")}
        rows={{
          "field-from": date(row.date),
          "field-to": row.due ? date(row.due) : t("no-end"),
          "field-currency": row.currency,
          "column-price": kind && t(`enum-price-kind-${kind.replace("_", "-")}`),
        }}
      />
      {prices && (
        <Lines
          title={t("prices")}
          none={t("prices-none")}
          total={prices.total}
          lines={prices.rows.map((price) => ({
            key: price.good,
            href: `#${pathOf("good", price.good)}`,
            text: price.name,
            right: sum(price.price),
          }))}
        />
      )}
    </Pane>
  );
}
