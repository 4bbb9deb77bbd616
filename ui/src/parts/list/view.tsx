/**
 * A list of records: filters with counts, a filter by words, rows in sight only, marks with Space and their sums, columns
 * to choose, and exactly what is shown as XLSX.
 */
import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Check, Columns3, FileSpreadsheet, ListFilter, Plus } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { core } from "../../backend/commands";
import type { Kind, ListRow } from "../../backend/types";
import { keyCap, pressed, useAction } from "../../keys";
import { useText } from "../../text";
import { ActionButton, Button } from "../button";
import { FailurePanel } from "../failure";
import { Icon } from "../icons";
import { useLocal } from "../local";
import { saveFile } from "../paper";
import { undoLast } from "../record";
import { go, pathOf } from "../route";
import { State } from "../state";
import { useStatus } from "../status";
import { useStore } from "../store";
import { attempt, toast } from "../toast";
import { useRowHeight, useSight } from "../window";
import { ColumnChooser } from "./chooser";
import { LIST_COLUMNS, type ListColumn, TABS } from "./columns";
import { MarkedBar } from "./marked";
import { type Question, usePages } from "./pages";
import { stateOf } from "./state";

export interface ListViewProps {
  kind: Kind;
  today: string;
  organisation: string;
  title: string;
  onNew?: () => void;
  newText?: string;
  /** Told which row is current, for the pane beside. */
  onCurrent?: (row: ListRow | undefined) => void;
  actions?: ReactNode;
  empty: ReactNode;
  pane?: ReactNode;
  markedActions?: (ids: string[]) => ReactNode;
}

/** Kinds that belong to one own organisation: the one chosen in the header narrows them. */
const OF_ORGANISATION = new Set<Kind>(["deal", "invoice", "payment", "contract"]);

export function ListView(props: ListViewProps) {
  const t = useText();
  const { kind } = props;
  const store = stateOf(kind);
  const state = useStore(store);
  const box = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const row = useRowHeight();
  const [hidden, setHidden] = useLocal(`columns.${kind}`);
  const [choosing, setChoosing] = useState(false);
  const all = LIST_COLUMNS[kind] ?? [];
  const chosen = hidden === "" ? all.filter((column) => column.usual) : all.filter((column) => hidden.split(",").includes(column.id));
  const columns = chosen.length > 0 ? chosen : all.slice(0, 1);
  const template = `28px ${columns.map((column) => column.width).join(" ")}`;

  const organisation = OF_ORGANISATION.has(kind) ? props.organisation || undefined : undefined;
  const question: Question = { kind, tab: state.tab, organisation, text: state.text || undefined, sort: state.sort };
  const counts = useQuery({ queryKey: ["tabs", kind, organisation], queryFn: () => core.tabs({ kind, organisation }) });
  const [known, setKnown] = useState(0);
  const sight = useSight(box, known, row);
  const pages = usePages(question, sight.first, Math.max(sight.last, sight.first + 1));
  const total = pages.total ?? 0;
  useEffect(() => setKnown(total), [total]);

  const current = Math.min(state.current, Math.max(0, total - 1));
  const currentRow = pages.row(current);
  const { onCurrent } = props;
  useEffect(() => onCurrent?.(currentRow), [currentRow, onCurrent]);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, []);
  const rowsAreThere = known > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the rows are there
  useEffect(() => {
    // Coming back from a record: the row it was opened from is in sight again.
    if (rowsAreThere) sight.reveal(store.get().current);
  }, [rowsAreThere]);

  const set = (change: Partial<typeof state>) => store.set((now) => ({ ...now, ...change }));
  const move = (index: number) => {
    const next = Math.max(0, Math.min(index, total - 1));
    set({ current: next, currentId: pages.row(next)?.id ?? "" });
    sight.reveal(next);
  };
  const heldId = currentRow?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another record has come under the current place
  useEffect(() => {
    if (heldId === undefined || heldId === state.currentId) return;
    if (state.currentId === "") {
      set({ currentId: heldId });
      return;
    }
    // A row came in or went above: the current one stays with its record, its place follows.
    void core.place({ ...question, position: "first", limit: 0 }, state.currentId).then((place) => {
      if (place === null) set({ currentId: heldId });
      else set({ current: place });
    });
  }, [heldId]);
  const open = (target = currentRow) => target && go(pathOf(target.kind, target.id));
  const mark = (target: ListRow | undefined) => {
    if (!target) return;
    const marked = new Set(state.marked);
    if (!marked.delete(target.id)) marked.add(target.id);
    set({ marked });
  };
  const tabs = (TABS[kind] ?? ["all"]).filter(
    (tab) => tab === "all" || tab === state.tab || tab === "archived" || counts.data?.some((known) => known.tab === tab),
  );
  const count = (tab: string) => counts.data?.find((known) => known.tab === tab)?.count;
  const goTab = (tab: string | undefined) => {
    if (!tab) return;
    set({ tab, current: 0, currentId: "", marked: new Set() });
    if (box.current) box.current.scrollTop = 0;
  };
  const sortBy = (column: ListColumn) => {
    if (!column.sort) return;
    const same = state.sort?.column === column.sort;
    set({
      sort: { column: column.sort, descending: same ? !state.sort?.descending : column.id === "date" || column.right === true },
      current: 0,
      currentId: "",
    });
  };

  useAction("next-tab", () => goTab(tabs[tabs.indexOf(state.tab) + 1]));
  useAction("previous-tab", () => goTab(tabs[tabs.indexOf(state.tab) - 1]));
  useAction("filter", () => filter.current?.focus());
  useAction("mark-all", () => {
    const ids = new Set(state.marked);
    for (let index = 0; index < total; index += 1) {
      const target = pages.row(index);
      if (target) ids.add(target.id);
    }
    set({ marked: ids });
  });
  useAction("back", () => set({ marked: new Set() }), state.marked.size > 0);
  useAction(
    "archive-current",
    () => {
      if (!currentRow) return;
      const archived = currentRow.state === "archived";
      attempt(
        (archived ? core.unarchive(currentRow.id) : core.archive(currentRow.id)).then(() =>
          toast(t(archived ? "unarchived" : "archived", { name: currentRow.name || currentRow.number }), {
            undo: () => void undoLast("undo"),
          }),
        ),
      );
    },
    currentRow !== undefined && (kind === "counterparty" || kind === "good" || kind === "contract" || kind === "price_list"),
  );
  useStatus(total > 0 ? t("list-place", { row: current + 1, total }) : "");

  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== box.current || event.altKey || event.ctrlKey || event.metaKey) return;
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + sight.page,
      PageUp: current - sight.page,
      Home: 0,
      End: total - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      if (event.shiftKey && event.key.startsWith("Arrow")) mark(currentRow);
      move(next);
    } else if (pressed(event, "open")) open();
    else if (pressed(event, "mark")) {
      mark(currentRow);
      move(current + 1);
    } else if (event.key.length === 1 && event.key !== " ") {
      // Letters typed over a list filter it at once.
      filter.current?.focus();
      return;
    } else return;
    event.preventDefault();
  };

  const exportShown = () =>
    attempt(
      core
        .xlsx(
          { ...question, position: "first", limit: 1_000_000 },
          columns.map((column) => ({ id: column.id, title: t(column.title) })),
        )
        .then(async (file) => {
          if (file.base64) await saveFile(file.base64, file.file_name ?? `${t(`section-${kind}`)}.xlsx`);
          toast(t("exported", { count: file.rows }));
        }),
    );

  const rows = [];
  for (let index = sight.first; index < Math.min(sight.last, total); index += 1) {
    const item = pages.row(index);
    const isCurrent = index === current;
    const isMarked = item !== undefined && state.marked.has(item.id);
    rows.push(
      <div
        key={index}
        role="row"
        id={`row-${index}`}
        aria-rowindex={index + 2}
        aria-selected={isMarked}
        aria-current={isCurrent || undefined}
        className={`ls-row${isCurrent ? " cur" : ""}${isMarked ? " mk" : ""}`}
        style={{ transform: `translateY(${sight.top + (index - sight.first) * row}px)`, gridTemplateColumns: template }}
        onClick={(event) => {
          set({ current: index, currentId: item?.id ?? "" });
          if (event.ctrlKey || event.metaKey) mark(item);
        }}
        onDoubleClick={() => open(item)}
        onKeyDown={() => {}}
      >
        <div
          role="gridcell"
          className="ck"
          onClick={(event) => {
            event.stopPropagation();
            mark(item);
          }}
          onKeyDown={() => {}}
        >
          {isMarked && (
            <>
              <Icon of={Check} />
              <span className="vh">{t("marked")}</span>
            </>
          )}
        </div>
        {columns.map((column) => (
          <Cell key={column.id} column={column} row={item} today={props.today} />
        ))}
      </div>,
    );
  }

  const nothing = pages.total === 0;
  const narrowed = state.text !== "" || state.tab !== "all";
  return (
    <>
      <div className="bar">
        <h1>{props.title}</h1>
        <label className="quick">
          <Icon of={ListFilter} />
          <input
            ref={filter}
            value={state.text}
            placeholder={t("filter-placeholder")}
            aria-label={t("filter-placeholder")}
            spellCheck={false}
            onChange={(event) => {
              set({ text: event.target.value, current: 0, currentId: "" });
              if (box.current) box.current.scrollTop = 0;
            }}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown" || event.key === "Enter") box.current?.focus();
              else if (event.key === "Escape") {
                if (state.text) set({ text: "", current: 0, currentId: "" });
                box.current?.focus();
              } else return;
              event.preventDefault();
            }}
          />
          <kbd aria-hidden="true">{keyCap("filter")}</kbd>
        </label>
        <div className="acts">
          {props.actions}
          <ActionButton action="columns" icon={Columns3} run={() => setChoosing(true)} />
          <ActionButton
            action="xlsx"
            icon={FileSpreadsheet}
            run={exportShown}
            disabledBecause={nothing ? t("nothing-to-export") : undefined}
          />
          {props.onNew && (
            <ActionButton action="new" main icon={Plus} run={props.onNew}>
              {props.newText}
            </ActionButton>
          )}
        </div>
      </div>
      <div className={`body${props.pane ? " paned wide-pane" : ""}`}>
        <div className="col">
          <div className="tabs" role="tablist" aria-label={t("filters")}>
            {tabs.map((tab) => (
              <button
                key={tab}
                type="button"
                role="tab"
                aria-selected={tab === state.tab}
                tabIndex={tab === state.tab ? 0 : -1}
                onClick={() => goTab(tab)}
              >
                {t(`tab-${kind.replace("_", "-")}-${tab.replace("_", "-")}`)}{" "}
                {count(tab) !== undefined && <em>{t("count", { count: count(tab)! })}</em>}
              </button>
            ))}
            <kbd className="end" aria-hidden="true">
              Ctrl ↑↓
            </kbd>
          </div>
          {pages.failure ? (
            <FailurePanel failure={pages.failure} />
          ) : (
            <div
              ref={box}
              className="ls"
              data-place="list"
              role="grid"
              aria-label={props.title}
              aria-multiselectable="true"
              aria-rowcount={total + 1}
              aria-colcount={columns.length + 1}
              aria-activedescendant={total > 0 ? `row-${current}` : undefined}
              tabIndex={0}
              onKeyDown={onKey}
            >
              <div className="ls-head" data-head="" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
                <div role="columnheader">
                  <span className="vh">{t("marked")}</span>
                </div>
                {columns.map((column) => {
                  const sorted = state.sort?.column === column.sort && column.sort !== undefined;
                  return (
                    <div
                      key={column.id}
                      role="columnheader"
                      className={column.right ? "n" : ""}
                      aria-sort={sorted ? (state.sort?.descending ? "descending" : "ascending") : undefined}
                      onClick={() => sortBy(column)}
                      onKeyDown={() => {}}
                    >
                      {t(column.title)} {sorted && <Icon of={state.sort?.descending ? ArrowDown : ArrowUp} small />}
                    </div>
                  );
                })}
              </div>
              <div className="ls-rows" role="presentation" style={{ height: sight.height }}>
                {rows}
              </div>
            </div>
          )}
          {nothing && !pages.failure && (
            <div className="ls-empty">
              {narrowed ? (
                <div className="empty">
                  <h2>{t("nothing-found")}</h2>
                  <p>{t("nothing-found-advice")}</p>
                  <Button
                    onPress={() => {
                      set({ text: "", tab: "all" });
                      box.current?.focus();
                    }}
                  >
                    {t("drop-filter")}
                  </Button>
                </div>
              ) : (
                props.empty
              )}
            </div>
          )}
          {state.marked.size > 0 && (
            <MarkedBar kind={kind} ids={[...state.marked]} clear={() => set({ marked: new Set() })} actions={props.markedActions} />
          )}
        </div>
        {props.pane}
      </div>
      {choosing && (
        <ColumnChooser
          columns={all}
          shown={columns.map((column) => column.id)}
          save={(ids) => setHidden(ids.join(","))}
          close={() => setChoosing(false)}
        />
      )}
    </>
  );
}

function Cell(props: { column: ListColumn; row: ListRow | undefined; today: string }) {
  const { column, row } = props;
  const text = row ? column.text(row, props.today) : "";
  const classes = [
    column.right && "n",
    column.look === "strong" && "m",
    column.look === "dense" && "dense",
    column.look === "muted" && "t2",
  ];
  if (row && column.look === "due" && row.due && row.state !== "draft") {
    if (row.status === "late") classes.push("danger", "b");
    else if (row.due === props.today && row.status !== "paid") classes.push("warn", "b");
    else classes.push("t2");
  }
  return (
    <div
      role="gridcell"
      className={classes.filter(Boolean).join(" ")}
      title={column.look === "dense" || column.look === "strong" ? text : undefined}
    >
      {column.look === "status" && row ? <State of={row.status || row.state} /> : <span className="el">{text}</span>}
    </div>
  );
}
