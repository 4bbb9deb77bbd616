/**
 * A list of records: filters with counts, narrowing by words, days and sums, saved filters, rows in sight only, marks with
 * Space and their sums, columns to choose, a pane beside, and exactly what is shown as XLSX.
 */
import { Columns3, FileSpreadsheet, ListFilter, Plus } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { core } from "../../backend/commands";
import type { Kind, ListRow, OrganisationBrief } from "../../backend/types";
import { keyCap, pressed, useAction } from "../../keys";
import { useText } from "../../text";
import { ActionButton, Button } from "../button";
import { FailurePanel } from "../failure";
import { Icon } from "../icons";
import { useLocal } from "../local";
import { saveFile } from "../paper";
import { undoLast } from "../record";
import { go, pathOf } from "../route";
import { useStatus } from "../status";
import { attempt, toast } from "../toast";
import { ColumnChooser } from "./chooser";
import { LIST_COLUMNS, type ListColumn } from "./columns";
import { hasSides, NO_FILTER, SIDES, sameFilter } from "./filter";
import { type Hold, useHold, useSettled } from "./hold";
import { readLayout, tracks, writeLayout } from "./layout";
import "./list.css";
import { MarkedBar } from "./marked";
import { Chips, FilterButtons, NarrowPanel } from "./narrow";
import { type PaneHold, usePane } from "./pane";
import { Head, Rows } from "./rows";
import { SaveDialog } from "./save-dialog";
import { useSaved } from "./saved";
import { Tabs } from "./tabs";

/** The pane waits so long for the current row to stand still. */
const PAUSE_MS = 140;

export interface ListViewProps {
  kind: Kind;
  today: string;
  organisation: string;
  organisations: OrganisationBrief[];
  title: string;
  onNew: () => void;
  newText: string;
  empty: ReactNode;
  /** What stands beside the list for its current row. */
  pane?: ((row: ListRow, close: () => void) => ReactNode) | undefined;
  markedActions?: ((ids: string[]) => ReactNode) | undefined;
  /** A table that the columns read: the rows are drawn anew when it comes. */
  basis?: unknown;
}

export function ListView(props: ListViewProps) {
  const { kind, today } = props;
  const box = useRef<HTMLDivElement>(null);
  const filterBox = useRef<HTMLInputElement>(null);
  const hold = useHold(kind, props.organisation, box);
  const [narrowing, setNarrowing] = useState(false);
  const pane = usePane();
  const columns = useColumns(kind);
  const { currentRow } = hold;
  const beside = useSettled(currentRow, currentRow ? `${currentRow.id}${currentRow.updated_at}` : "", PAUSE_MS);

  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const leave = () => box.current?.focus();
  useListActions(hold, leave, { narrowing, close: () => setNarrowing(false) }, pane, props.pane !== undefined);
  const paneThere = props.pane !== undefined && pane.open && beside !== undefined && hold.total > 0;
  return (
    <>
      <TopBar {...props} hold={hold} columns={columns} filterBox={filterBox} leave={leave} />
      <div className={`body${paneThere ? " paned list-pane" : ""}`}>
        <div className="col">
          <Filters
            hold={hold}
            organisations={props.organisations}
            narrowing={narrowing}
            setNarrowing={setNarrowing}
            leave={leave}
            pane={props.pane && pane}
          />
          <Table hold={hold} columns={columns} box={box} filterBox={filterBox} title={props.title} today={today} basis={props.basis} />
          {hold.pages.total === 0 && !hold.pages.failure && <Nothing hold={hold} empty={props.empty} leave={leave} />}
          {hold.state.marked.size > 0 && (
            <MarkedBar kind={kind} marked={hold.state.marked} clear={hold.unmark} actions={props.markedActions} />
          )}
        </div>
        {paneThere && props.pane?.(beside, pane.toggle)}
      </div>
    </>
  );
}

interface Columns {
  all: readonly ListColumn[];
  shown: ListColumn[];
  layout: ReturnType<typeof readLayout>;
  keep: (layout: ReturnType<typeof readLayout>) => void;
  reset: () => void;
}

function useColumns(kind: Kind): Columns {
  const [kept, keep] = useLocal(`columns.${kind}`);
  const all = LIST_COLUMNS[kind] ?? [];
  const key = `${kind} ${kept}`;
  const made = useRef<{ key: string; layout: Columns["layout"]; shown: ListColumn[] } | null>(null);
  if (made.current?.key !== key) {
    const layout = readLayout(kept, all);
    made.current = { key, layout, shown: all.filter((column) => layout.shown.includes(column.id)) };
  }
  const { layout, shown } = made.current;
  return { all, shown, layout, keep: (next) => keep(writeLayout(next)), reset: () => keep("") };
}

/** The keys of a list; Esc takes away one layer at a time. */
function useListActions(
  hold: Hold,
  leave: () => void,
  panel: { narrowing: boolean; close: () => void },
  pane: PaneHold,
  hasPane: boolean,
): void {
  const t = useText();
  const { kind, currentRow, state } = hold;
  useAction("mark-all", hold.markAll, hold.total > 0);
  const archives = kind === "counterparty" || kind === "good" || kind === "contract" || kind === "price_list";
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
    currentRow !== undefined && archives,
  );
  const narrowed = !sameFilter(state.filter, NO_FILTER) || state.saved !== "";
  const layers: [there: boolean, away: () => void][] = [
    [pane.over && hasPane, pane.toggle],
    [panel.narrowing, panel.close],
    [state.marked.size > 0, hold.unmark],
    [narrowed, () => hold.ask({ filter: NO_FILTER, saved: "" })],
    [hold.pages.total === 0 && state.tab !== "all", hold.clear],
  ];
  const top = layers.find(([there]) => there);
  useAction(
    "back",
    () => {
      top?.[1]();
      leave();
    },
    top !== undefined,
  );
  const place = t("list-place", { row: hold.current + 1, total: hold.total });
  useStatus(hold.total === 0 ? "" : hold.pages.cut ? `${place} · ${t("list-cut-short")}` : place);
}

interface TopProps extends ListViewProps {
  hold: Hold;
  columns: Columns;
  filterBox: RefObject<HTMLInputElement | null>;
  leave: () => void;
}

function TopBar(props: TopProps) {
  const t = useText();
  const { hold, columns, kind } = props;
  const [choosing, setChoosing] = useState(false);
  const { filter } = hold.state;
  useAction("filter", () => props.filterBox.current?.focus());
  const exportShown = () =>
    attempt(
      core
        .xlsx(
          { ...hold.question, position: "first", limit: 1_000_000 },
          columns.shown.map((column) => ({ id: column.id, title: t(column.title) })),
        )
        .then(async (file) => {
          if (file.base64) {
            const path = await saveFile(file.base64, file.file_name ?? `${t(`section-${kind.replace("_", "-")}`)}.xlsx`);
            if (path === null) return;
          }
          toast(t("exported", { count: file.rows }));
        }),
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && filter.text) hold.ask({ filter: { ...filter, text: "" } });
    else if (event.key !== "ArrowDown" && event.key !== "Enter" && event.key !== "Escape") return;
    props.leave();
    event.preventDefault();
  };
  return (
    <div className="bar">
      <h1>{props.title}</h1>
      <label className="quick">
        <Icon of={ListFilter} />
        <input
          ref={props.filterBox}
          value={filter.text}
          placeholder={t("filter-placeholder")}
          aria-label={t("filter-placeholder")}
          spellCheck={false}
          onChange={(event) => hold.ask({ filter: { ...filter, text: event.target.value } })}
          onKeyDown={onKeyDown}
        />
        <kbd aria-hidden="true">{keyCap("filter")}</kbd>
      </label>
      <div className="acts">
        <ActionButton action="columns" icon={Columns3} run={() => setChoosing(true)} />
        <ActionButton
          action="xlsx"
          icon={FileSpreadsheet}
          run={exportShown}
          disabledBecause={hold.pages.total === 0 ? t("nothing-to-export") : undefined}
        />
        <ActionButton action="new" main icon={Plus} run={props.onNew}>
          {props.newText}
        </ActionButton>
      </div>
      {choosing && (
        <ColumnChooser
          columns={columns.all}
          layout={columns.layout}
          save={columns.keep}
          reset={columns.reset}
          close={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

function Filters(props: {
  hold: Hold;
  organisations: OrganisationBrief[];
  narrowing: boolean;
  setNarrowing: (open: boolean) => void;
  leave: () => void;
  pane: PaneHold | undefined;
}) {
  const t = useText();
  const { hold, narrowing } = props;
  const [saved, setSaved] = useSaved(hold.kind);
  const [saving, setSaving] = useState(false);
  const { filter, tab } = hold.state;
  const empty = sameFilter(filter, NO_FILTER) && tab === "all";
  // Also while neither panel nor chips show its button: words and tabs can be saved too.
  useAction("save-filter", () => setSaving(true), !empty);
  const on = saved.find((entry) => entry.id === hold.state.saved);
  const set = (next: typeof filter) => hold.ask({ filter: next });
  const buttons = <FilterButtons saved={on !== undefined} save={() => setSaving(true)} clear={hold.clear} empty={empty} />;
  const sides = SIDES[hold.kind] ?? [];
  const toggle = () => {
    props.setNarrowing(!narrowing);
    if (narrowing) props.leave();
  };
  return (
    <>
      <Tabs hold={hold} saved={saved} narrowing={narrowing} narrow={toggle} pane={props.pane} />
      {narrowing ? (
        <NarrowPanel sides={sides} filter={filter} set={set} organisations={props.organisations} leave={props.leave}>
          {buttons}
        </NarrowPanel>
      ) : (
        (hasSides(filter) || on) && (
          <Chips
            filter={filter}
            set={(next) => {
              set(next);
              props.leave();
            }}
          >
            {buttons}
          </Chips>
        )
      )}
      {saving && (
        <SaveDialog
          list={saved}
          set={setSaved}
          on={on}
          now={{ tab, filter }}
          suggestion={
            filter.text ||
            filter.counterpartyName ||
            (tab === "all" ? "" : t(`tab-${hold.kind.replace("_", "-")}-${tab.replace("_", "-")}`))
          }
          chosen={(id) => hold.apply({ id, name: "", tab, filter })}
          close={() => setSaving(false)}
        />
      )}
    </>
  );
}

function Table(props: {
  hold: Hold;
  columns: Columns;
  box: RefObject<HTMLDivElement | null>;
  filterBox: RefObject<HTMLInputElement | null>;
  title: string;
  today: string;
  basis: unknown;
}) {
  const { hold, columns, box } = props;
  const { current, currentRow, sight } = hold;
  const { template, least } = tracks(columns.shown, columns.layout.widths);
  const open = (row: ListRow | undefined) => row && go(pathOf(row.kind, row.id));
  const sortBy = (column: ListColumn) => {
    if (!column.sort) return;
    const same = hold.state.sort?.column === column.sort;
    const descending = same ? !hold.state.sort?.descending : column.id === "date" || column.right === true;
    hold.ask({ sort: { column: column.sort, descending } });
  };
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== box.current || event.altKey || event.ctrlKey || event.metaKey) return;
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + sight.page,
      PageUp: current - sight.page,
      Home: 0,
      End: hold.total - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      if (event.shiftKey && event.key.startsWith("Arrow")) hold.mark(currentRow);
      hold.move(next);
    } else if (pressed(event, "open")) open(currentRow);
    else if (pressed(event, "mark")) {
      hold.mark(currentRow);
      hold.move(current + 1);
    } else {
      // Letters typed over a list filter it at once.
      if (event.key.length === 1 && event.key !== " ") props.filterBox.current?.focus();
      return;
    }
    event.preventDefault();
  };
  if (hold.pages.failure) return <FailurePanel failure={hold.pages.failure} />;
  return (
    <div
      ref={box}
      className="ls"
      data-place="list"
      role="grid"
      aria-label={props.title}
      aria-multiselectable="true"
      aria-rowcount={hold.total + 1}
      aria-colcount={columns.shown.length + 1}
      aria-activedescendant={hold.total > 0 ? `row-${current}` : undefined}
      tabIndex={0}
      onKeyDown={onKey}
    >
      <div className="ls-all" role="presentation" style={{ minWidth: least }}>
        <Head
          columns={columns.shown}
          template={template}
          sort={hold.state.sort}
          sortBy={sortBy}
          resize={(id, width) => columns.keep({ ...columns.layout, widths: { ...columns.layout.widths, [id]: width } })}
        />
        <Rows hold={hold} columns={columns.shown} template={template} today={props.today} basis={props.basis} open={open} />
      </div>
    </div>
  );
}

/** Nothing found is another thing than nothing yet. */
function Nothing(props: { hold: Hold; empty: ReactNode; leave: () => void }) {
  const t = useText();
  const { hold } = props;
  const { filter, tab, saved } = hold.state;
  const narrowed = !sameFilter(filter, NO_FILTER) || tab !== "all" || saved !== "";
  return (
    <div className="ls-empty">
      {narrowed ? (
        <div className="empty">
          <h2>{t("nothing-found")}</h2>
          <p>{t("nothing-found-advice")}</p>
          <Button
            main
            cap="Esc"
            onPress={() => {
              hold.clear();
              props.leave();
            }}
          >
            {t("drop-filter")}
          </Button>
        </div>
      ) : (
        props.empty
      )}
    </div>
  );
}
