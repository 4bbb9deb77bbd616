/** Beside the list of goods: its prices with their days, its codes and masses, its certificates. */
import { useQuery } from "@tanstack/react-query";
import { core } from "../../backend/commands";
import type { ListRow } from "../../backend/types";
import { Facts, Lines, Pane } from "../../parts/list/pane";
import { entries, textAt, useRecord } from "../../parts/record";
import { pathOf } from "../../parts/route";
import { signOf, useCountries } from "../../parts/tables";
import { useText } from "../../text";
import { date, number, shortDate, sum, tnved } from "../../text/format";
import { useSession } from "../shell/session";

export function GoodBeside(props: { row: ListRow; close: () => void }) {
  const t = useText();
  const { today } = useSession();
  const { row } = props;
  const { record } = useRecord(row.id);
  const countries = useCountries();
  const prices = useQuery({ queryKey: ["good-prices", row.id], queryFn: () => core.goodPrices(row.id) }).data;
  const body = record?.body ?? {};
  const vat = textAt(body, "/vat");
  const mass = (path: string) => {
    const value = textAt(body, path);
    return value && `${number(value)} ${t("kg")}`;
  };
  const certificates = entries(body, "/certificates");
  return (
    <Pane row={row} title={row.article || row.name} close={props.close}>
      <Facts
        label={t("good-itself")}
        rows={{
          "column-line-name": row.name,
          "field-unit": signOf(row.unit),
          "field-vat": vat && t(`enum-vat-choice-${vat}`),
          "field-tnved": tnved(textAt(body, "/tnved")),
          "field-origin": countries.find((country) => country.key === row.country)?.name ?? row.country,
          "field-gtin": textAt(body, "/gtin"),
          "field-net-mass": mass("/net_mass"),
          "field-gross-mass": mass("/gross_mass"),
        }}
      />
      {prices && (
        <Lines
          title={t("good-prices")}
          none={t("good-prices-none")}
          lines={prices.map((price) => ({
            key: `${price.list}${price.from}`,
            href: `#${pathOf("price_list", price.list)}`,
            lead: shortDate(price.from),
            text: price.list_name,
            right: `${sum(price.price)} ${price.currency}`,
          }))}
        />
      )}
      <Lines
        title={t("certificates")}
        lines={certificates.map(({ id, value }) => {
          const to = textAt(value, "/to");
          return {
            key: id,
            text: [textAt(value, "/name"), textAt(value, "/number")].filter(Boolean).join(" "),
            right: to && t("until-date", { date: date(to) }),
            tone: to && to < today ? "danger" : "",
          };
        })}
      />
    </Pane>
  );
}
