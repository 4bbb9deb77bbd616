/** The dated tables that the desk counts by: with their source and the day when they were checked. */
import { useQuery } from "@tanstack/react-query";
import { Check, TriangleAlert } from "lucide-react";
import { core } from "../../backend/commands";
import { Icon } from "../../parts/icons";
import { vatText } from "../../parts/lines/columns";
import { nameOf } from "../../parts/tables";
import { useText } from "../../text";
import { date } from "../../text/format";

const COUNTRIES = ["RU", "BY", "KZ", "AM", "KG"];

export function Tables() {
  const t = useText();
  return (
    <section>
      <h2>{t("settings-tables")}</h2>
      <p className="t2 sm">{t("tables-note")}</p>
      {COUNTRIES.map((country) => (
        <Vat key={country} country={country} />
      ))}
    </section>
  );
}

function Vat(props: { country: string }) {
  const t = useText();
  const rows = useQuery({
    queryKey: ["table", "vat", props.country],
    queryFn: () => core.table("vat", { country: props.country }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!rows.data || rows.data.length === 0) return null;
  const title = t("tables-vat", { country: t(`country-${props.country.toLowerCase()}`) });
  return (
    <section className="entries" aria-label={title}>
      <h2>{title}</h2>
      <table>
        <colgroup>
          <col style={{ width: 72 }} />
          <col style={{ width: 150 }} />
          <col style={{ width: 192 }} />
          <col />
          <col style={{ width: 132 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t("vat")}</th>
            <th scope="col">{t("tables-what")}</th>
            <th scope="col">{t("tables-when")}</th>
            <th scope="col">{t("tables-source")}</th>
            <th scope="col">{t("tables-checked")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.data.map((row) => (
            <tr key={`${row.sign}${row.rate}${row.from}`}>
              <td className="m">{vatText(row.sign ?? "", t("without-vat"))}</td>
              <td title={nameOf(row)}>{t(`vat-class-${row.rate}`)}</td>
              <td className="t2">
                {[row.from ? t("tables-from", { date: date(row.from) }) : "", row.to ? t("tables-to", { date: date(row.to) }) : ""]
                  .filter(Boolean)
                  .join(" ") || "—"}
              </td>
              <td className="t2" title={row.source}>
                {row.source}
              </td>
              <td>
                {row.verify ? (
                  <span className="st warn" title={t("tables-verify")}>
                    <Icon of={TriangleAlert} small />
                    {t("tables-verify")}
                  </span>
                ) : (
                  <span className="st t2">
                    <Icon of={Check} small />
                    {t("tables-checked-on", { date: date(row.checked_on) })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
