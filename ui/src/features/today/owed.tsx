/** Who owes us and how long: by age and currency. */
import type { Today } from "../../backend/types";
import { lengthOf, longest } from "../../parts/scale";
import { useText } from "../../text";
import { isZero, sum, whole } from "../../text/format";

export function Owed(props: { rows: Today["owed"]; total: Today["owed_total"] }) {
  const t = useText();
  const currencies = [...new Set(props.rows.flatMap((row) => Object.keys(row.by_currency)))]
    .sort((a, b) => order(a) - order(b))
    .slice(0, 3);
  const tops = Object.fromEntries(
    currencies.map((currency) => [currency, longest(props.rows.map((row) => row.by_currency[currency] ?? "0"))]),
  );
  return (
    <section aria-label={t("owed")}>
      <h2>{t("owed")}</h2>
      {currencies.length === 0 ? (
        <p className="t3 sm">{t("owed-none")}</p>
      ) : (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{t("owed-age")}</span>
              </th>
              {currencies.map((currency) => (
                <th key={currency} scope="col" className="n">
                  {currency}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={row.bucket} className={row.bucket === "not_due" ? "" : "aged"}>
                <td>{t(`owed-${row.bucket.replaceAll("_", "-")}`)}</td>
                {currencies.map((currency, place) => {
                  const value = row.by_currency[currency];
                  return (
                    <td key={currency} className="n owed-cell" title={isZero(value) ? undefined : sum(value)}>
                      {isZero(value) ? "—" : whole(value)}
                      <i className={`b${Math.min(place + 1, 2)}`} style={{ width: lengthOf(value ?? "0", tops[currency] ?? 0, 72) }} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("owed-total")}</th>
              {currencies.map((currency) => (
                <td key={currency} className="n" title={sum(props.total[currency])}>
                  {whole(props.total[currency])}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  );
}

const ORDER = ["RUB", "BYN"];
function order(currency: string): number {
  const place = ORDER.indexOf(currency);
  return place < 0 ? ORDER.length : place;
}
