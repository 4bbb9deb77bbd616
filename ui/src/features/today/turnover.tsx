/** The turnover by month and country: bars, and the same as a table. */
import { ChartColumn, Table2 } from "lucide-react";
import { useState } from "react";
import type { Today } from "../../backend/types";
import { IconButton } from "../../parts/button";
import { lengthOf, longest, steps } from "../../parts/scale";
import { useText } from "../../text";
import { sum, whole } from "../../text/format";

const WIDTH = 288;
const HEIGHT = 116;
const LEFT = 34;

/** The number of the month in `2026-11`. */
const monthOf = (iso: string) => Number(iso.slice(5, 7));

export function Turnover(props: { rows: Today["turnover"]; total: Today["turnover_total"] }) {
  const t = useText();
  const [table, setTable] = useState(false);
  const rows = props.rows.slice(-12);
  const countries = ["RU", "BY"].filter((country) => rows.some((row) => row.by_country[country]));
  const currency = rows.at(-1)?.currency ?? "";
  return (
    <section aria-label={t("turnover")}>
      <h2>
        {t("turnover")} {currency && <span className="cnt sm">{t("turnover-note", { currency })}</span>}
        <span className="end">
          <IconButton
            small
            icon={table ? ChartColumn : Table2}
            name={t(table ? "show-chart" : "show-table")}
            onPress={() => setTable(!table)}
          />
        </span>
      </h2>
      {rows.length === 0 ? (
        <p className="t3 sm">{t("turnover-none")}</p>
      ) : table ? (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t("month")}</th>
              {countries.map((country) => (
                <th key={country} scope="col" className="n">
                  {t(`country-${country.toLowerCase()}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.month}>
                <td>{`${t("month-name", { month: monthOf(row.month) })} ${row.month.slice(0, 4)}`}</td>
                {countries.map((country) => (
                  <td key={country} className="n">
                    {whole(row.by_country[country]) || "—"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("owed-total")}</th>
              {countries.map((country) => (
                <td key={country} className="n">
                  {whole(props.total[country])}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      ) : (
        <Bars rows={rows} countries={countries} total={props.total} />
      )}
    </section>
  );
}

function Bars(props: { rows: Today["turnover"]; countries: string[]; total: Today["turnover_total"] }) {
  const t = useText();
  const { rows, countries } = props;
  const top = longest(rows.flatMap((row) => Object.values(row.by_country)));
  const slot = (WIDTH - LEFT) / Math.max(1, rows.length);
  const bar = Math.max(3, Math.min(9, slot / (countries.length + 0.6)));
  const axis = steps(top);
  const unit = top >= 2_000_000 ? 1_000_000 : top >= 2_000 ? 1_000 : 1;
  return (
    <>
      <div className="legend">
        {countries.map((country, place) => (
          <span key={country}>
            <i className={`b${place + 1}`} />
            {t(`country-${country.toLowerCase()}`)} <b title={sum(props.total[country])}>{whole(props.total[country])}</b>
          </span>
        ))}
        {unit > 1 && <span className="end t3">{t(unit === 1_000_000 ? "millions" : "thousands")}</span>}
      </div>
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT + 22}`} role="img" aria-label={t("turnover-chart")}>
        {axis.map((value) => (
          <g key={value}>
            <line
              x1={LEFT - 4}
              x2={WIDTH}
              y1={HEIGHT - (value / top) * (HEIGHT - 8)}
              y2={HEIGHT - (value / top) * (HEIGHT - 8)}
              className={value === 0 ? "g0" : "gl"}
            />
            <text x={LEFT - 8} y={HEIGHT - (value / top) * (HEIGHT - 8) + 4} textAnchor="end">
              {String(Math.round((value / unit) * 10) / 10).replace(".", ",")}
            </text>
          </g>
        ))}
        {rows.map((row, index) => {
          const x = LEFT + index * slot + (slot - bar * countries.length - 1) / 2;
          const last = index === rows.length - 1;
          return (
            <g key={row.month}>
              {countries.map((country, place) => {
                const height = lengthOf(row.by_country[country] ?? "0", top, HEIGHT - 8);
                return (
                  <rect
                    key={country}
                    x={x + place * (bar + 1)}
                    y={HEIGHT - height}
                    width={bar}
                    height={height}
                    className={`b${place + 1}${last ? " now" : ""}`}
                  />
                );
              })}
              {(rows.length <= 6 || (rows.length - 1 - index) % 2 === 0) && (
                <text x={LEFT + index * slot + slot / 2} y={HEIGHT + 16} textAnchor="middle" className={last ? "cm" : ""}>
                  {t("month-short", { month: monthOf(row.month) })}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </>
  );
}
