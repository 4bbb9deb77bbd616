/** A price list: its time and currency, and a price for each good, typed into in place. */
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { core } from "../../backend/commands";
import type { Id, PriceRow, Problem, RecordView } from "../../backend/types";
import { keyCap, useAction } from "../../keys";
import { useArchive } from "../../parts/archive";
import { cardOf } from "../../parts/card";
import { Choice, optionOf, useOptions } from "../../parts/choice";
import { Combobox, type Option } from "../../parts/combobox";
import { Field } from "../../parts/field";
import { More } from "../../parts/more";
import { History, ProblemList } from "../../parts/panes";
import { entries, inLine, keep, queries, textAt, useAccess } from "../../parts/record";
import { signOf, useCurrencies, useUnits } from "../../parts/tables";
import { attempt, complain } from "../../parts/toast";
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

/** Goods that were chosen and stand out of sight or behind the filter: they wait on top for their price. */
function useChosen(list: Id, rows: PriceRow[], reveal: (index: number) => void, first: number) {
  const [fresh, setFresh] = useState<PriceRow[]>([]);
  const [wanted, setWanted] = useState<Id | null>(null);
  const choose = async (option: Option) => {
    const at = rows.findIndex((known) => known.good === option.key);
    if (at >= 0) reveal(first + at);
    else {
      const known = (await core.goodPrices(option.key)).find((price) => price.list === list);
      const made = { good: option.key, article: option.sub ?? "", name: option.name, unit: "", price: known?.price ?? "", from: "" };
      setFresh((others) => [made, ...others.filter((other) => other.good !== made.good)]);
    }
    setWanted(option.key);
  };
  const pending = fresh.filter((made) => !rows.some((known) => known.good === made.good));
  return { pending, wanted, choose, arrive: () => setWanted(null) };
}

/** Goods that have a price in the list; those without one stand in it too, to be typed into. */
function priced(record: RecordView): number {
  return entries(record.body, "/prices").filter(({ value }) => textAt(value, "/price") !== "").length;
}

function Prices(props: { record: RecordView }) {
  const t = useText();
  const { record } = props;
  useUnits();
  const box = useRef<HTMLDivElement>(null);
  const row = useRowHeight();
  const [text, setText] = useState("");
  const [count, setCount] = useState(0);
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
  const rows = prices.data?.rows ?? [];
  const { pending, wanted, choose, arrive } = useChosen(record.id, rows, sight.reveal, page * PAGE);
  const shown: { item: PriceRow; at: number }[] = [];
  for (let index = sight.first; index < Math.min(sight.last, count); index += 1) {
    const item = rows[index - page * PAGE];
    if (item) shown.push({ item, at: sight.top + (index - sight.first) * row });
  }
  const calls = (item: PriceRow) => (wanted === item.good ? arrive : undefined);
  return (
    <>
      <Tools text={text} setText={setText} choose={(option) => attempt(choose(option))} count={priced(record)} />
      <div className="ls" ref={box} role="table" aria-label={t("prices")} aria-rowcount={count + 1}>
        <PriceHead />
        {pending.map((item) => (
          <PriceLine key={item.good} item={item} list={record.id} arrive={calls(item)} />
        ))}
        <div className="ls-rows" role="presentation" style={{ height: sight.height }}>
          {shown.map(({ item, at }) => (
            <PriceLine key={item.good} item={item} list={record.id} top={at} arrive={calls(item)} />
          ))}
        </div>
        {count === 0 && pending.length === 0 && <p className="empty t2">{t("prices-none")}</p>}
      </div>
    </>
  );
}

function Tools(props: { text: string; setText: (text: string) => void; choose: (option: Option) => void; count: number }) {
  const t = useText();
  const adder = useRef<HTMLInputElement>(null);
  useAction("add-row", () => adder.current?.focus());
  return (
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
          choose={props.choose}
        />
      </div>
      <div className="in grow">
        <input
          value={props.text}
          placeholder={t("filter-placeholder")}
          aria-label={t("filter-placeholder")}
          onChange={(event) => props.setText(event.target.value)}
        />
      </div>
      <span className="t3 sm">{t("prices-count", { count: props.count })}</span>
    </div>
  );
}

function PriceHead() {
  const t = useText();
  return (
    <div className="ls-head price-row" role="row" data-head="">
      <div role="columnheader">{t("column-article")}</div>
      <div role="columnheader">{t("column-line-name")}</div>
      <div role="columnheader">{t("column-unit")}</div>
      <div role="columnheader" className="n">
        {t("column-price")}
      </div>
      <div role="columnheader">{t("column-from")}</div>
    </div>
  );
}

/** The price of a line as it is typed, and what the core says to it. */
function useTypedPrice(list: Id, good: Id) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async () => {
    if (typed === null) return;
    try {
      const answer = await inLine(list, () => core.setPrice(list, good, typed));
      setProblem(answer.problem);
      if (answer.problem) return;
      keep(answer.record);
      setTyped(null);
      await queries.invalidateQueries({ queryKey: ["price-rows", list] });
    } catch (error) {
      complain(error);
    }
  };
  const takeBack = () => {
    setTyped(null);
    setProblem(null);
  };
  return { typed, setTyped, problem, save, takeBack };
}

function stepPrice(from: HTMLElement, way: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>("[data-price]")];
  all[all.indexOf(from) + way]?.focus();
}

interface LineProps {
  item: PriceRow;
  list: Id;
  /** Absent over the others, where chosen goods wait. */
  top?: number;
  /** There when the hands come here; told when they have. */
  arrive: (() => void) | undefined;
}

function PriceLine(props: LineProps) {
  const { item } = props;
  const t = useText();
  const { problem, ...price } = useTypedPrice(props.list, item.good);
  return (
    <div
      role="row"
      className={`price-row${props.top === undefined ? " fresh" : " ls-row"}`}
      style={props.top === undefined ? undefined : { transform: `translateY(${props.top}px)` }}
    >
      <div role="cell" className="m el">
        {item.article}
      </div>
      <div role="cell" className={`dense el${item.name ? "" : " t3"}`} title={item.name}>
        {item.name || t("nameless")}
      </div>
      <div role="cell" className="t2">
        {signOf(item.unit)}
      </div>
      <div role="cell">
        <PriceInput item={item} arrive={props.arrive} price={{ problem, ...price }} />
      </div>
      <div role="cell" className="t3">
        {problem ? <span className="danger sm">{problemText(problem)}</span> : shortDate(item.from)}
      </div>
    </div>
  );
}

function PriceInput(props: { item: PriceRow; arrive: (() => void) | undefined; price: ReturnType<typeof useTypedPrice> }) {
  const { item, arrive } = props;
  const { typed, setTyped, problem, save, takeBack } = props.price;
  const { locked } = useAccess();
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!arrive) return;
    field.current?.focus();
    arrive();
  }, [arrive]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" || event.key === "ArrowDown") stepPrice(event.currentTarget, 1);
    else if (event.key === "ArrowUp") stepPrice(event.currentTarget, -1);
    else if (event.key === "Escape" && typed !== null) takeBack();
    else return;
    event.preventDefault();
    if (event.key === "Enter") void save();
  };
  return (
    <div className={`in soft right${problem ? " bad" : ""}`}>
      <input
        ref={field}
        data-price=""
        data-typed={typed !== null}
        aria-label={t("price-of", { name: item.name })}
        aria-invalid={problem !== null || undefined}
        title={problem ? problemText(problem) : undefined}
        readOnly={locked}
        value={typed ?? sum(item.price)}
        inputMode="decimal"
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
