/** The sums under the grid, by rate and in all, and what is known of the active line. Every figure is the core's. */
import type { Id, RecordView } from "../../backend/types";
import { useText } from "../../text";
import { date, sum, tnved } from "../../text/format";
import { textAt } from "../record";
import { countryOf, useTable } from "../tables";
import { vatText } from "./columns";
import { lineBody } from "./work";

export function Totals(props: { record: RecordView }) {
  const t = useText();
  const { totals, lines } = props.record.derived;
  const currency = textAt(props.record.body, "/currency");
  const rates = Object.entries(totals?.by_rate ?? {});
  const shown = rates.length > 1 ? rates : [];
  const rate = (code: string) => vatText(code, t("without-vat"));
  return (
    <div className="tot">
      <table aria-label={t("totals")}>
        <colgroup>
          <col />
          <col style={{ width: 116 }} />
          <col style={{ width: 108 }} />
          <col style={{ width: 128 }} />
        </colgroup>
        <tbody>
          <tr className="h">
            <td className="sm t3">{t("lines-count", { count: lines.length })}</td>
            <td className="n">{t("net")}</td>
            <td className="n">{rates.length === 1 ? t("vat-at", { rate: rate(rates[0]![0]) }) : t("vat")}</td>
            <td className="n">{t("gross")}</td>
          </tr>
          {shown.map(([code, part]) => (
            <tr className="rt" key={code}>
              <td className="n t2">{rate(code)}</td>
              <td className="n">{sum(part.net)}</td>
              <td className="n">{sum(part.vat)}</td>
              <td className="n">{sum(part.gross)}</td>
            </tr>
          ))}
          <tr className="all">
            <td className="n">
              <span className="narrow-rates">
                {rates.map(([code, part]) => t("vat-part", { rate: rate(code), sum: sum(part.vat) })).join(", ")}
              </span>
              {t("total")}
              <span className="sm t2 cur1">{currency}</span>
            </td>
            <td className="n">{sum(totals?.net ?? "0")}</td>
            <td className="n">{sum(totals?.vat ?? "0")}</td>
            <td className="n big" aria-live="polite">
              {sum(totals?.gross ?? "0")}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

export function LineDetails(props: { record: RecordView; line: Id | null }) {
  const t = useText();
  useTable("countries");
  const view = props.record.derived.lines.find((line) => line.id === props.line);
  if (!props.line || !view) return <div className="line-details" />;
  const body = lineBody(props.record, props.line);
  const settled = props.record.derived.last_prices?.[props.line];
  const fact = (id: string, value: string, hint?: string) =>
    value ? (
      <span title={hint}>
        <i>{t(id)}</i> {value}
      </span>
    ) : null;
  return (
    <div className="line-details">
      <b>{t("line-n", { n: view.n })}</b>
      {fact("line-net", sum(view.net))}
      {fact("line-vat", sum(view.vat))}
      {body.discount ? fact("line-price-after", sum(view.price)) : null}
      {settled ? fact("line-settled", `${sum(settled.price)}, ${date(settled.date)}`) : null}
      {fact("line-tnved", typeof body.tnved === "string" ? tnved(body.tnved) : "")}
      {fact("line-origin", typeof body.origin === "string" ? countryOf(body.origin) : "", String(body.origin ?? ""))}
    </div>
  );
}
