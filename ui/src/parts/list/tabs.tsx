/** The filters of a list in one row: those of the house, then the saved ones, each with its count. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { Bookmark, ChevronsDown, ListFilterPlus, PanelRight } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { core } from "../../backend/commands";
import { keyCap, useAction } from "../../keys";
import { useText } from "../../text";
import { ActionButton } from "../button";
import { Icon } from "../icons";
import { attempt } from "../toast";
import { TABS } from "./columns";
import { asked, asOfToday, NO_FILTER, type SavedFilter, sameFilter } from "./filter";
import type { Hold } from "./hold";
import { pageQuery } from "./pages";

const understand = (typed: string) => core.preview("date", typed).then((seen) => seen.value);

function useCounts(hold: Hold, saved: SavedFilter[]): (number | undefined)[] {
  const { kind } = hold;
  const own = (entry: SavedFilter) => entry.filter.organisation || hold.organisation;
  const counts = useQueries({
    queries: saved.map((entry) => ({
      queryKey: ["tabs", "saved", kind, own(entry), entry.tab, entry.filter],
      queryFn: async () => {
        const filter = asked(await asOfToday(entry.filter, understand));
        return (await core.list({ kind, tab: entry.tab, organisation: own(entry), ...filter, position: "first", limit: 0 })).total;
      },
    })),
  });
  return counts.map((count) => count.data);
}

/** Rows under each tab, narrowed by everything else that the list is narrowed by. */
function useTabCounts(hold: Hold): { tab: string; count: number }[] | undefined {
  const asks = { ...hold.question, tab: "all", sort: undefined };
  return useQuery({
    queryKey: ["tabs", asks],
    queryFn: () => core.tabs(pageQuery(asks, 0, 0)),
    placeholderData: (before) => before,
  }).data;
}

interface Props {
  hold: Hold;
  saved: SavedFilter[];
  /** The panel of days and sums is open. */
  narrowing: boolean;
  narrow: () => void;
  /** Absent where the list has no pane. */
  pane: { open: boolean; toggle: () => void } | undefined;
}

interface Entry {
  key: string;
  chosen: boolean;
  name: string;
  count: number | undefined;
  go: () => void;
  own?: boolean;
  changed?: boolean;
}

export function Tabs(props: Props) {
  const t = useText();
  const { hold, saved } = props;
  const { kind, state } = hold;
  const counts = useTabCounts(hold);
  const savedCounts = useCounts(hold, saved);
  const countOf = (tab: string) => counts?.find((known) => known.tab === tab)?.count;
  const tabs = (TABS[kind] ?? ["all"]).filter(
    (tab) => tab === "all" || tab === state.tab || tab === "archived" || countOf(tab) !== undefined,
  );
  const on = saved.find((entry) => entry.id === state.saved);

  const goTab = (tab: string) =>
    // A saved filter is left as a whole; what was typed by hand goes along to the next tab.
    hold.ask({ tab, saved: "", marked: new Set(), filter: on ? NO_FILTER : state.filter });
  const goSaved = (entry: SavedFilter) => attempt(asOfToday(entry.filter, understand).then((filter) => hold.apply({ ...entry, filter })));
  const ofHouse = (tab: string): Entry => ({
    key: tab,
    chosen: !on && tab === state.tab,
    name: t(`tab-${kind.replace("_", "-")}-${tab.replace("_", "-")}`),
    count: countOf(tab),
    go: () => goTab(tab),
  });
  const ofPerson = (entry: SavedFilter, index: number): Entry => ({
    key: entry.id,
    chosen: entry === on,
    name: entry.name,
    count: savedCounts[index],
    go: () => goSaved(entry),
    own: true,
    changed: entry === on && (!sameFilter(entry.filter, state.filter) || entry.tab !== state.tab),
  });
  // The person's own stand first after «all»: the row may be too long for the window.
  const entries = [...tabs.slice(0, 1).map(ofHouse), ...saved.map(ofPerson), ...tabs.slice(1).map(ofHouse)];
  const at = entries.findIndex((entry) => entry.chosen);
  useAction("next-tab", () => entries[at + 1]?.go());
  useAction("previous-tab", () => entries[at - 1]?.go());
  // The desk lends F6 a deed of its own; the list's has to come after it to be the one that is done.
  const [there, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  const box = useRef<HTMLDivElement>(null);
  const chosen = entries[at]?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another one is chosen
  useEffect(() => {
    box.current?.querySelector("[aria-selected=true]")?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [chosen]);

  return (
    <div className="tabline">
      <div className="tabs" role="tablist" aria-label={t("filters")} ref={box}>
        {entries.map((entry) => (
          <Tab key={entry.key} entry={entry} />
        ))}
        <kbd className="end" aria-hidden="true">
          Ctrl ↑↓
        </kbd>
      </div>
      <AllTabs entries={entries} chosen={chosen} box={box} />
      <ActionButton action="narrow" small quiet icon={ListFilterPlus} run={props.narrow} pressed={props.narrowing} />
      {props.pane && there && (
        <ActionButton action="pane" small quiet icon={PanelRight} run={props.pane.toggle} pressed={props.pane.open}>
          <span className="vh">{t("action-pane")}</span>
        </ActionButton>
      )}
    </div>
  );
}

function Tab(props: { entry: Entry }) {
  const t = useText();
  const { entry } = props;
  return (
    <button
      type="button"
      role="tab"
      aria-selected={entry.chosen}
      tabIndex={entry.chosen ? 0 : -1}
      className={`${entry.own ? "own" : ""}${entry.count === 0 ? " zero" : ""}`}
      onClick={entry.go}
      title={entry.own ? entry.name : undefined}
    >
      {entry.own && <Icon of={Bookmark} small />}
      <span className="el">{entry.name}</span>{" "}
      {entry.changed ? (
        <i className="warn">{t("filter-changed")}</i>
      ) : (
        entry.count !== undefined && <em>{t("count", { count: entry.count })}</em>
      )}
    </button>
  );
}

/** Whether the row holds more than is seen of it. */
function useCut(box: RefObject<HTMLElement | null>, count: number): boolean {
  const [cut, setCut] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when there are more or fewer
  useEffect(() => {
    const row = box.current;
    if (!row || typeof ResizeObserver === "undefined") return;
    const look = () => setCut(row.scrollWidth > row.clientWidth + 1);
    const watch = new ResizeObserver(look);
    watch.observe(row);
    look();
    return () => watch.disconnect();
  }, [box, count]);
  return cut;
}

/** All filters one under another, where the row does not hold them. */
function AllTabs(props: { entries: Entry[]; chosen: string | undefined; box: RefObject<HTMLElement | null> }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const cut = useCut(props.box, props.entries.length);
  useAction("all-tabs", () => setOpen(true), cut);
  if (!cut) return null;
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <AriaButton className="btn small quiet">
        <Icon of={ChevronsDown} small />
        <span className="vh">{t("action-all-tabs")}</span>
        <kbd aria-hidden="true">{keyCap("all-tabs")}</kbd>
      </AriaButton>
      <Popover className="pop menu" placement="bottom end">
        <Menu
          aria-label={t("action-all-tabs")}
          selectionMode="single"
          selectedKeys={props.chosen === undefined ? [] : [props.chosen]}
          onAction={(key) => props.entries.find((entry) => entry.key === key)?.go()}
        >
          {props.entries.map((entry) => (
            <MenuItem key={entry.key} id={entry.key} className="opt" textValue={entry.name}>
              <span className="grow el">{entry.name}</span>
              {entry.count !== undefined && <span className="sub">{t("count", { count: entry.count })}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
