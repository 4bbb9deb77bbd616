/** A price list: its time and currency, and a price for each good, typed into in place. */
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { core } from "../../backend/commands";
import type { Id, PriceRow, Problem, RecordView } from "../../backend/types";
import { keyCap, useAction } from "../../keys";
import { useArchive } from "../../parts/archive";
import { cardOf } from "../../parts/card";
import { Choice, optionOf, useOptions } from "../../parts/choice";
import { Combobox } from "../../parts/combobox";
import { Field } from "../../parts/field";
import { More } from "../../parts/more";
import { History, ProblemList } from "../../parts/panes";
import { inLine, keep, queries, textAt, useAccess } from "../../parts/record";
import { signOf, useCurrencies, useUnits } from "../../parts/tables";
import { complain } from "../../parts/toast";
import { useRowHeight, useSight } from "../../parts/window";
import { problemText, useText } from "../../text";
import { shortDate, sum } from "../../text/format";
import { RecordBar } from "../shell/record-bar";
import { useSession } from "../shell/session";

const PAGE = 200;

export const PriceListCard = cardOf(Card);

function Card(props: { record: RecordView }) {
  const t = useText();
  const session = useSession();
  const { record } = props;
  const archive = useArchive(record);
  const currencies = useCurrencies();
  const kinds = useOptions("price-kind", ["on_top", "included"]);
  return (
    <>
      <RecordBar record={record} title={textAt(record.body, "/name") || t("price-list-new")} status={record.state}>
        <More items={[archive]} />
      </RecordBar>
      <div className="body paned" data-place="record">
        <div className="col">
          <div className="form" data-form="">
            <Field path="/name" label="field-price-list-name" autoFocus={textAt(record.body, "/name") === ""} />
            <Choice path="/currency" label="field-currency" options={currencies} width={90} />
            <Field path="/from" label="field-from" as="date" width={110} />
            <Field path="/to" label="field-to" as="date" width={110} />
            <Choice path="/price_kind" label="field-price-kind" options={kinds} />
            <Field path="/note" label="field-note" />
          </div>
          <Prices record={record} />
        </div>
        <aside className="pane" tabIndex={-1} aria-label={t("pane")}>
          <ProblemList problems={record.problems} />
          <History id={record.id} rev={record.rev} today={session.today} />
        </aside>
      </div>
    </>
  );
}

function Prices(props: { record: RecordView }) {
  const t = useText();
  const { record } = props;
  useUnits();
  const box = useRef<HTMLDivElement>(null);
  const adder = useRef<HTMLInputElement>(null);
  const row = useRowHeight();
  const [text, setText] = useState("");
  const [count, setCount] = useState(0);
  const [fresh, setFresh] = useState<PriceRow[]>([]);
  const sight = useSight(box, count, row);
  const page = Math.floor(sight.first / PAGE);
  const prices = useQuery({
    queryKey: ["price-rows", record.id, record.rev, text, page],
    queryFn: async () => {
      const answer = await core.prices({ list: record.id, text: text || undefined, limit: PAGE * 2, offset: page * PAGE });
      setCount(answer.total);
      return answer;
    },
    placeholderData: (before) => before,
  });
  useAction("add-row", () => adder.current?.focus());
  const rows = prices.data?.rows ?? [];
  const pending = fresh.filter((made) => !rows.some((known) => known.good === made.good));
  const shown: { item: PriceRow; at: number }[] = [];
  for (let index = sight.first; index < Math.min(sight.last, count); index += 1) {
    const item = rows[index - page * PAGE];
    if (item) shown.push({ item, at: sight.top + (index - sight.first) * row });
  }
  return (
    <>
      <div className="row price-tools">
        <div className="combo-wrap">
          <Combobox
            inputRef={adder}
            label={t("price-add")}
            shown=""
            placeholder={`${t("price-add")} (${keyCap("add-row")})`}
            width={420}
            find={async (words) =>
              (await core.search({ text: words, kind: "good", limit: 10 })).map((hit) => ({ ...optionOf(hit.row), sub: hit.row.article }))
            }
            choose={(option) => {
              setFresh((list) => [
                { good: option.key, article: option.sub ?? "", name: option.name, unit: "", price: "", from: "" },
                ...list,
              ]);
            }}
          />
        </div>
        <div className="in grow">
          <input
            value={text}
            placeholder={t("filter-placeholder")}
            aria-label={t("filter-placeholder")}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <span className="t3 sm">{t("prices-count", { count })}</span>
      </div>
      <div className="ls" ref={box} role="table" aria-label={t("prices")} aria-rowcount={count + 1}>
        <div className="ls-head price-row" role="row" data-head="">
          <div role="columnheader">{t("column-article")}</div>
          <div role="columnheader">{t("column-line-name")}</div>
          <div role="columnheader">{t("column-unit")}</div>
          <div role="columnheader" className="n">
            {t("column-price")}
          </div>
          <div role="columnheader">{t("column-from")}</div>
        </div>
        {pending.map((item) => (
          <PriceLine key={item.good} item={item} list={record.id} fresh />
        ))}
        <div className="ls-rows" role="presentation" style={{ height: sight.height }}>
          {shown.map(({ item, at }) => (
            <PriceLine key={item.good} item={item} list={record.id} top={at} />
          ))}
        </div>
        {count === 0 && pending.length === 0 && <p className="empty t2">{t("prices-none")}</p>}
      </div>
    </>
  );
}

function PriceLine(props: { item: PriceRow; list: Id; top?: number; fresh?: boolean }) {
  const { item } = props;
  const { locked } = useAccess();
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async () => {
    if (typed === null) return;
    try {
      const answer = await inLine(props.list, () => core.setPrice(props.list, item.good, typed));
      setProblem(answer.problem);
      if (answer.problem) return;
      keep(answer.record);
      setTyped(null);
      await queries.invalidateQueries({ queryKey: ["price-rows", props.list] });
    } catch (error) {
      complain(error);
    }
  };
  const step = (from: HTMLElement, way: 1 | -1) => {
    const all = [...document.querySelectorAll<HTMLElement>("[data-price]")];
    all[all.indexOf(from) + way]?.focus();
  };
  return (
    <div
      role="row"
      className={`price-row${props.top === undefined ? " fresh" : " ls-row"}`}
      style={props.top === undefined ? undefined : { transform: `translateY(${props.top}px)` }}
    >
      <div role="cell" className="m el">
        {item.article}
      </div>
      <div role="cell" className="dense el" title={item.name}>
        {item.name}
      </div>
      <div role="cell" className="t2">
        {signOf(item.unit)}
      </div>
      <div role="cell">
        <div className={`in soft right${problem ? " bad" : ""}`}>
          <input
            data-price=""
            data-typed={typed !== null}
            aria-label={t("price-of", { name: item.name })}
            aria-invalid={problem !== null || undefined}
            title={problem ? problemText(problem) : undefined}
            readOnly={locked}
            autoFocus={props.fresh}
            value={typed ?? sum(item.price)}
            inputMode="decimal"
            onChange={(event) => setTyped(event.target.value)}
            onFocus={(event) => event.target.select()}
            onBlur={() => void save()}
            onKeyDown={(event) => {
              if (event.key === "Enter" || event.key === "ArrowDown") step(event.currentTarget, 1);
              else if (event.key === "ArrowUp") step(event.currentTarget, -1);
              else if (event.key === "Escape" && typed !== null) {
                setTyped(null);
                setProblem(null);
              } else return;
              event.preventDefault();
              if (event.key === "Enter") void save();
            }}
          />
        </div>
      </div>
      <div role="cell" className="t3">
        {problem ? <span className="danger sm">{problemText(problem)}</span> : shortDate(item.from)}
      </div>
    </div>
  );
}
