/** What burns, what is due, what was begun; who owes us and how the turnover goes. */
import { useQuery } from "@tanstack/react-query";
import {
  FileText,
  Handshake,
  type LucideIcon,
  Package,
  PencilLine,
  Percent,
  Plus,
  ScrollText,
  Truck,
  UserCheck,
  Wallet,
} from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { asFailure } from "../../backend";
import { core } from "../../backend/commands";
import type { Today, TodayRow } from "../../backend/types";
import { keyCap, pressed, useAction } from "../../keys";
import { ActionButton, Button } from "../../parts/button";
import { FailurePanel } from "../../parts/failure";
import { Icon } from "../../parts/icons";
import { go, pathOf } from "../../parts/route";
import { useStatus } from "../../parts/status";
import { type Text, useText } from "../../text";
import { dayMonth, sum } from "../../text/format";
import { useNewDeal } from "../deal/list";
import { PayDialog } from "../invoice/pay";
import { useSession } from "../shell/session";
import { Owed } from "./owed";
import { Turnover } from "./turnover";

const ICONS: Record<TodayRow["what"], LucideIcon> = {
  payment: Wallet,
  contract: ScrollText,
  draft: PencilLine,
  certificate: Package,
  authority: UserCheck,
  vat_change: Percent,
  shipment: Truck,
};

/** «Стройкомплект-Лужники» without its legal form: the board is narrow. */
function shortName(name: string): string {
  return /«.*»/.exec(name)?.[0] ?? name;
}

/** «понедельник, 23 ноября»: by the catalogue, for not every web view knows Belarusian days. */
function weekday(iso: string, t: Text): string {
  const day = new Date(`${iso}T12:00:00`);
  if (Number.isNaN(day.getTime())) return "";
  return t("today-date", { weekday: day.getDay() || 7, day: day.getDate(), month: day.getMonth() + 1 });
}

export function TodayScreen() {
  const t = useText();
  const session = useSession();
  const newDeal = useNewDeal();
  const today = useQuery({ queryKey: ["today", session.organisation], queryFn: () => core.today(session.organisation || undefined) });
  return (
    <>
      <div className="bar">
        <h1>
          {t("section-today")} <span>{weekday(session.today, t)}</span>
        </h1>
        <div className="acts">
          <ActionButton action="today-new" main icon={Plus} run={newDeal}>
            {t("deal-new")}
          </ActionButton>
        </div>
      </div>
      {today.error && <FailurePanel failure={asFailure(today.error)} />}
      {today.data && <Board today={today.data} newDeal={newDeal} />}
    </>
  );
}

function Board(props: { today: Today; newDeal: () => void }) {
  const t = useText();
  const { today } = props;
  const rows = today.groups.flatMap((group) => group.rows);
  const nothing = rows.length === 0 && today.drafts.length === 0;
  // All done and nothing begun yet are not the same.
  const fresh = today.turnover.every((month) => Object.keys(month.by_country).length === 0);
  return (
    <div className="body paned today-pane">
      <div className="col">
        {nothing ? (
          <div className="empty">
            <h2>{t(fresh ? "today-fresh" : "today-empty")}</h2>
            <p>{t(fresh ? "today-fresh-text" : "today-empty-text")}</p>
            <span className="row">
              <Button main icon={Handshake} onPress={props.newDeal} cap={keyCap("today-new")}>
                {t("deal-new")}
              </Button>
              <Button onPress={() => go("/import")} cap={keyCap("go-import")}>
                {t("import-some")}
              </Button>
            </span>
          </div>
        ) : (
          <Burning today={today} />
        )}
        <Drafts today={today} />
      </div>
      <aside className="pane" tabIndex={-1} aria-label={t("pane")}>
        <Turnover rows={today.turnover} total={today.turnover_total} />
        <Owed rows={today.owed} total={today.owed_total} />
      </aside>
    </div>
  );
}

function Burning(props: { today: Today }) {
  const t = useText();
  const { today } = props;
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [paying, setPaying] = useState<TodayRow | null>(null);
  const rows = today.groups.flatMap((group) => group.rows);
  const at = Math.min(current, Math.max(0, rows.length - 1));
  const burning = today.groups
    .filter((group) => group.group === "late" || group.group === "today")
    .reduce((count, group) => count + group.rows.length, 0);
  useStatus(t("today-burning", { count: burning, total: rows.length }));
  useEffect(() => {
    if (!document.activeElement?.closest("main")) box.current?.focus({ preventScroll: true });
  }, []);
  const act = (row: TodayRow | undefined) => row && go(pathOf(row.kind, row.id));
  const owed = rows[at] && isOwed(rows[at]) ? rows[at] : null;
  useAction("today-pay", () => setPaying(owed), owed !== null && paying === null);
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (pressed(event, "today-act")) {
      act(rows[at]);
      event.preventDefault();
      return;
    }
    const next = burnStep(event, at, rows.length - 1);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    requestAnimationFrame(() => document.getElementById(`burn-${Math.max(0, next)}`)?.scrollIntoView?.({ block: "nearest" }));
  };
  const pay = (row: TodayRow) => (isOwed(row) ? setPaying(row) : act(row));
  return (
    <div
      className="scroll burn"
      role="grid"
      aria-label={t("today-list")}
      tabIndex={0}
      ref={box}
      onKeyDown={onKey}
      aria-activedescendant={rows.length > 0 ? `burn-${at}` : undefined}
      data-place="today"
    >
      {today.groups
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <div key={group.group} role="rowgroup" aria-label={t(`today-${group.group}`)}>
            <GroupHead name={t(`today-${group.group}`)} count={group.rows.length} />
            {group.rows.map((row) => {
              const place = rows.indexOf(row);
              return (
                <BurnRow
                  key={`${row.id}${row.what}`}
                  row={row}
                  place={place}
                  current={place === at}
                  choose={() => setCurrent(place)}
                  open={() => act(row)}
                  deed={() => pay(row)}
                />
              );
            })}
          </div>
        ))}
      {paying && (
        <PayDialog id={paying.id} number={paying.number} rest={paying.amount} currency={paying.currency} close={() => setPaying(null)} />
      )}
    </div>
  );
}

function GroupHead(props: { name: string; count: number }) {
  return (
    <div role="row" className="gh">
      <div role="gridcell">
        <b>{props.name}</b> <span className="t3">{props.count}</span>
      </div>
    </div>
  );
}

/** Money that is awaited by an invoice can be taken in here. */
const isOwed = (row: TodayRow) => row.what === "payment" && row.kind === "invoice";

/** The row that the pressed key goes to; null when the key means nothing here. */
function burnStep(event: KeyboardEvent, at: number, last: number): number | null {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  if (event.key === "ArrowDown") return Math.min(at + 1, last);
  if (event.key === "ArrowUp") return Math.max(at - 1, 0);
  if (event.key === "Home") return 0;
  if (event.key === "End") return last;
  return digit ? Math.min(Number(digit === "0" ? "10" : digit) - 1, last) : null;
}

interface BurnProps {
  row: TodayRow;
  /** From 0; the first ten have a digit. */
  place: number;
  current: boolean;
  choose: () => void;
  open: () => void;
  /** What its button does. */
  deed: () => void;
}

function BurnRow(props: BurnProps) {
  const t = useText();
  const { today } = useSession();
  const { row, place, current } = props;
  const tone = row.level === "late" ? "danger" : row.level === "soon" ? "warn" : "";
  return (
    <div
      id={`burn-${place}`}
      role="row"
      aria-selected={current}
      className={`burn-row${current ? " cur" : ""}`}
      onClick={props.choose}
      onDoubleClick={props.open}
      onKeyDown={() => {}}
    >
      <div role="gridcell" className="kk t3">
        {place < 10 ? (place + 1) % 10 : ""}
      </div>
      <div role="gridcell" className={`st m ${tone}`}>
        <Icon of={ICONS[row.what] ?? FileText} />
        {t(`what-${row.what.replace("_", "-")}`)}
      </div>
      <div role="gridcell" className="el">
        {row.number ? t("kind-number", { kind: t(`kind-${row.kind.replace("_", "-")}`), number: row.number }) : row.title}{" "}
        <span className="t2 dense" title={row.counterparty}>
          {shortName(row.counterparty)}
        </span>
      </div>
      <div role="gridcell" className="n">
        {row.amount && sum(row.amount)} <span className="t3 cu">{row.amount && row.currency}</span>
      </div>
      <div role="gridcell" className="n t2">
        {dayMonth(row.date, today)}
      </div>
      <div role="gridcell" className={row.level === "plain" ? "t2" : `m ${tone}`}>
        {row.days < 0 && "−"}
        {t("days-left", { days: Math.abs(row.days) })}
      </div>
      <div role="gridcell" className="n">
        <button
          type="button"
          tabIndex={-1}
          className={`do${current ? " acc" : ""}`}
          onClick={(event) => {
            event.stopPropagation();
            props.deed();
          }}
        >
          {t(`do-${row.what.replace("_", "-")}`)}
        </button>
      </div>
    </div>
  );
}

function Drafts(props: { today: Today }) {
  const t = useText();
  const { drafts } = props.today;
  if (drafts.length === 0) return null;
  return (
    <section className="drafts" aria-label={t("drafts")}>
      <h2>
        {t("drafts")} <span className="cnt">{drafts.length}</span>
      </h2>
      <ul className="papers">
        {drafts.slice(0, 5).map((row) => (
          <li key={row.id}>
            <a href={`#${pathOf(row.kind, row.id)}`}>
              <span className="dense nw">
                {row.number ? t("kind-number", { kind: t(`kind-${row.kind}`), number: row.number }) : t(`kind-${row.kind}`)}
              </span>
              <span className="el t2 dense">{row.counterparty_name || t("no-counterparty")}</span>
              <span className="n nw">{row.total ? `${sum(row.total)} ${row.currency}` : ""}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
