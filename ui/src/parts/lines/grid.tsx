/**
 * The line-entry grid: one tab stop, arrows move, typing edits, Enter goes to the next usual field, a new line waits after
 * the last one, cells of Excel are pasted from the active cell on. Every committed cell is one command to the core.
 */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Id, LineView, RecordView } from "../../backend/types";
import { keyCap, pressed, useAction } from "../../keys";
import { useText } from "../../text";
import type { Option } from "../combobox";
import { useSendOnLeave } from "../pending";
import { useAccess } from "../record";
import { useStatus } from "../status";
import { useRowHeight, useSight } from "../window";
import { CellInput, Note, usePreview } from "./cell";
import { ChoiceList } from "./choices";
import { choicesOf, chosenText, type Done, type Editing, NEW, takeFound, wanted } from "./choose";
import { ARTICLE, COLUMNS, cellText, editText, QUANTITY, UNIT } from "./columns";
import { lineCommand } from "./commands";
import { FinderList, type Found, useFinder } from "./finder";
import { type Cell, clamp, nextField, nextUsual, step } from "./moves";
import { PasteTrouble } from "./paste";
import { GridHead, LineRow, NewRow } from "./row";
import { lineBody, useLineWork } from "./work";

export interface GridLine {
  key: string;
  id: Id | null;
  view: LineView | undefined;
  label: string;
}

export function LineGrid(props: { record: RecordView; units: Option[]; onLine?: (id: Id | null) => void; autoFocus?: boolean }) {
  const t = useText();
  const { record } = props;
  const { locked } = useAccess();
  const gridId = useId();
  const box = useRef<HTMLDivElement>(null);
  const cellBox = useRef<HTMLDivElement | null>(null);
  const [active, setActive] = useState<Cell>({ row: record.derived.lines.length, col: ARTICLE });
  const [editing, setEditing] = useState<Editing | null>(null);
  const live = useRef<Editing | null>(null);
  const [choice, setChoice] = useState<{ options: Option[]; active: number } | null>(null);
  const [trouble, setTrouble] = useState<Awaited<ReturnType<typeof work.paste>> | null>(null);
  const row = useRowHeight();
  const finder = useFinder();

  const work = useLineWork(record, (key, columnId, text) => {
    // Go back to the refused cell unless the hands are already typing elsewhere.
    const place = lines.current.findIndex((line) => line.key === key);
    const col = COLUMNS.findIndex((column) => column.id === columnId);
    if (live.current === null && place >= 0) {
      setActive({ row: place, col });
      edit({ row: place, col }, text, true);
    }
  });

  const list = useMemo<GridLine[]>(() => {
    const kept = record.derived.lines.map((view) => ({ key: view.id, id: view.id, view, label: "" }));
    const there = new Set(record.derived.lines.map((view) => view.id));
    return [
      ...kept,
      ...work.budding
        .filter((bud) => bud.line === null || !there.has(bud.line))
        .map((bud) => ({ key: bud.key, id: null, view: undefined, label: bud.label })),
    ];
  }, [record.derived.lines, work.budding]);
  const lines = useRef(list);
  lines.current = list;
  const count = list.length;
  // A report of lines that were taken back speaks of nothing any more. It comes a moment before its lines do.
  const reported = useRef(false);
  const isThere = !!trouble && record.derived.lines.length >= trouble.record.derived.lines.length;
  useEffect(() => {
    if (reported.current && !isThere) setTrouble(null);
    reported.current = isThere;
  }, [isThere]);
  const rows = locked ? count : count + 1;
  const sight = useSight(box, rows, row, row + 40);
  const line = list[active.row];
  const column = COLUMNS[active.col];
  const refused = line && column ? work.values.get(`${line.key}/${column.id}`) : undefined;
  const preview = usePreview(COLUMNS[editing?.col ?? -1], editing?.text ?? null, editing?.before ?? "");
  const problem = preview?.problem ?? refused?.problem ?? null;
  const noteShown = (editing !== null && preview !== null) || (refused?.problem ?? null) !== null;

  const setEdit = (next: Editing | null) => {
    live.current = next;
    setEditing(next);
  };
  const home = () => box.current?.focus({ preventScroll: true });
  const move = (cell: Cell) => {
    const next = locked ? { row: Math.min(cell.row, Math.max(0, count - 1)), col: cell.col } : clamp(cell, Math.max(count, cell.row));
    setActive(next);
    sight.reveal(next.row);
  };
  /** Into a line that the list does not show yet: the core's answer is on its way. */
  const place = (cell: Cell) => {
    setActive(cell);
    sight.reveal(cell.row + 1);
  };
  const toNew = (row: number, how: "line" | "free") => place({ row, col: how === "free" ? UNIT : QUANTITY });
  const bodyOf = (index: number) => lineBody(record, list[index]?.id ?? "");
  const valueAt = (index: number, columnId: string) => {
    const at = COLUMNS.find((known) => known.id === columnId);
    const onItsWay = work.values.get(`${list[index]?.key}/${columnId}`);
    if (onItsWay) return onItsWay.text;
    return at ? editText(at, bodyOf(index), list[index]?.view) : "";
  };
  const filled = (index: number, columnId: string) => {
    if (columnId === "article") return true;
    // The card of a good brings its price and unit; where it does not, the cell says so a moment later.
    if (list[index]?.id === null && columnId !== "quantity") return true;
    return valueAt(index, columnId) !== "";
  };

  function edit(cell: Cell, text?: string, select = text === undefined): void {
    const target = COLUMNS[cell.col];
    if (locked || !target || target.entry === "none") return;
    const before = cell.row >= lines.current.length ? "" : valueAt(cell.row, target.id);
    setEdit({ ...cell, key: lines.current[cell.row]?.key ?? NEW, text: text ?? before, before, select });
    if (target.entry === "good") void finder.look(text ?? "");
    if (target.entry === "unit" || target.entry === "vat") openChoice(cell, text ?? "");
  }
  function openChoice(cell: Cell, text: string): void {
    const options = choicesOf(COLUMNS[cell.col], record, props.units, t("without-vat"), text);
    setChoice(options.length > 0 ? { options, active: 0 } : null);
  }
  const stop = () => {
    setEdit(null);
    setChoice(null);
    finder.close();
    home();
  };
  const cancel = () => {
    if (editing && column) work.forget(editing.key, column.id);
    stop();
  };

  /** Sends what is typed; the text of a list is taken from what is marked in it. Never waits: keys come faster than answers. */
  const commit = (now: Editing): Done | "nothing" => {
    const target = COLUMNS[now.col];
    if (!target) return "nothing";
    if (target.entry === "good") {
      const typed = now.text.trim();
      if (typed === "" || (now.key !== NEW && typed === now.before.trim())) return now.key === NEW ? "nothing" : "same";
      const seen = finder.seen(now.text);
      if (seen) return take(now, seen);
      if (now.key === NEW) {
        work.add(typed, async () => wanted(await finder.pick(now.text), typed));
        return "line";
      }
      void finder.pick(now.text).then((found) => take(now, found?.what === "good" ? found : { what: "free" }));
      return "same";
    }
    const chosen = choice && now.text !== now.before ? choice.options[choice.active] : undefined;
    if (now.text !== now.before) void work.enter(now.key, target.id, chosen ? chosenText(target, chosen) : now.text);
    return "same";
  };
  const take = (now: Editing, found: Found): Done => takeFound(work, record, list[now.row]?.id ?? null, now, found);
  const taken = (found: Found) => {
    const now = live.current;
    if (!now) return;
    const done = take(now, found);
    stop();
    if (done === "same") move(nextUsual(now, count, filled));
    else toNew(now.row, done);
  };
  const finish = (where: (from: Cell, lines: number) => Cell | null) => {
    const now = live.current;
    if (!now) return;
    live.current = null;
    const done = commit(now);
    if (done === "nothing" && now.key === NEW) {
      live.current = now;
      return;
    }
    stop();
    if (done === "line" || done === "free") toNew(now.row, done);
    else {
      const next = where(now, lines.current.length);
      if (next) move(next);
    }
  };

  const leave = () => {
    const now = live.current;
    const target = now && COLUMNS[now.col];
    if (now && target && target.entry !== "good" && now.text !== now.before) {
      live.current = null;
      void work.enter(now.key, target.id, now.text);
    }
  };
  useSendOnLeave(leave);
  const focusFirst = useRef(props.autoFocus);
  useEffect(() => {
    if (focusFirst.current) box.current?.focus({ preventScroll: true });
  }, []);
  useAction(
    "add-row",
    () => {
      home();
      move({ row: count, col: ARTICLE });
    },
    !locked,
  );
  const { onLine } = props;
  const lineId = line?.id ?? null;
  useEffect(() => onLine?.(lineId), [lineId, onLine]);
  useEffect(() => {
    // Lines that went away leave the active cell inside the grid.
    setActive((cell) => (cell.row >= rows ? { ...cell, row: Math.max(0, rows - 1) } : cell));
  }, [rows]);
  useStatus(
    active.row < count
      ? t("grid-place", { row: active.row + 1, rows: count, column: t(column?.title ?? "column-n") })
      : t("grid-place-new", { rows: count }),
  );

  const onEditKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const now = live.current;
    if (!now || event.nativeEvent.isComposing) return;
    const listOpen = finder.finder !== null || choice !== null;
    if (pressed(event, "grid-choose") && COLUMNS[now.col]?.entry !== "number") {
      if (COLUMNS[now.col]?.entry === "good") void finder.look(now.text);
      else openChoice(now, "");
    } else if (event.key === "Enter" && !event.ctrlKey && !event.altKey) finish((from, lineCount) => nextUsual(from, lineCount, filled));
    else if (event.key === "Tab") {
      const next = nextField(now, count, event.shiftKey ? -1 : 1);
      finish(() => next);
    } else if (event.key === "Escape") cancel();
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !event.ctrlKey && !event.altKey) {
      const way = event.key === "ArrowDown" ? 1 : -1;
      if (finder.finder) finder.move(way);
      else if (choice) setChoice({ ...choice, active: (choice.active + way + choice.options.length) % choice.options.length });
      else finish((from, lineCount) => clamp({ ...from, row: from.row + way }, lineCount));
    } else return;
    event.preventDefault();
    if (event.key === "Escape" || listOpen) event.stopPropagation();
  };

  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (live.current || event.target !== box.current) return;
    const handled = () => event.preventDefault();
    const stepped = event.altKey || event.shiftKey ? null : step(active, event.key, event.ctrlKey, locked ? count - 1 : count, sight.page);
    if (stepped && !(event.ctrlKey && event.key.startsWith("Arrow")) && !(event.ctrlKey && event.key === "End")) {
      move(stepped);
      return handled();
    }
    if (event.key === "c" && (event.ctrlKey || event.metaKey)) return;
    if (locked) return;
    if (pressed(event, "grid-next")) {
      if (active.row === count) edit(active, "");
      else move(nextUsual(active, count, filled));
    } else if (event.key === "Tab" && !event.ctrlKey && !event.altKey) {
      const next = nextField(active, count, event.shiftKey ? -1 : 1);
      if (!next) return;
      move(next);
    } else if (pressed(event, "grid-edit") || pressed(event, "grid-choose")) edit(active);
    else if (lineCommand(event, work, record.id, list, active.row, place)) {
      // Done to the line as a whole.
    } else if (pressed(event, "grid-new")) move({ row: count, col: ARTICLE });
    else if (event.key === "Delete" || event.key === "Backspace") {
      if (event.ctrlKey || event.shiftKey || active.row >= count || column?.entry === "none") return;
      if (event.key === "Backspace") edit(active, "");
      else if (line && column && column.entry !== "good") void work.enter(line.key, column.id, "");
    } else if (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey)
      edit(active, event.key === " " ? "" : event.key);
    else return;
    handled();
  };

  const onCopy = (event: React.ClipboardEvent) => {
    if (live.current || !column || active.row >= count) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", valueAt(active.row, column.id));
  };
  const onPaste = async (event: React.ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (locked || text === "") return;
    if (live.current && !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    setEdit(null);
    setChoice(null);
    finder.close();
    home();
    const report = await work.paste(list[active.row]?.id ?? null, column?.id ?? "article", text);
    if (!report) return;
    setTrouble(report);
    const after = report.record.derived.lines.length;
    move({ row: after, col: ARTICLE });
  };

  const finderId = `${gridId}-goods`;
  const choiceId = `${gridId}-choice`;
  const editor = editing && COLUMNS[editing.col] && (
    <CellInput
      column={COLUMNS[editing.col]!}
      label={t("cell-of", { column: t(COLUMNS[editing.col]!.title), row: editing.row + 1 })}
      text={editing.text}
      select={editing.select}
      listId={COLUMNS[editing.col]!.entry === "good" ? finderId : choice ? choiceId : undefined}
      activeOption={finder.finder ? `${finderId}-${finder.finder.active}` : choice ? `${choiceId}-${choice.active}` : undefined}
      onText={(text) => {
        const now = live.current;
        if (!now) return;
        setEdit({ ...now, text });
        const entry = COLUMNS[now.col]?.entry;
        if (entry === "good") void finder.look(text);
        if (entry === "unit" || entry === "vat") openChoice(now, text);
      }}
      onKeyDown={onEditKey}
      onPaste={(event) => void onPaste(event)}
      onBlur={() => {
        const now = live.current;
        if (!now) return;
        leave();
        live.current = null;
        setEdit(null);
        setChoice(null);
        finder.close();
      }}
    />
  );

  const shownRows = [];
  for (let index = sight.first; index < Math.min(sight.last, count); index += 1) {
    const item = list[index]!;
    const shift = noteShown && index > active.row ? row : 0;
    shownRows.push(
      <LineRow
        key={item.key}
        index={index}
        line={item}
        body={lineBody(record, item.id ?? "")}
        values={work.values}
        current={index === active.row}
        activeCol={index === active.row ? active.col : -1}
        editor={editing?.row === index ? editor : null}
        cellBox={cellBox}
        top={sight.top + (index - sight.first) * row + shift}
        id={gridId}
        onPick={(col, twice) => {
          if (live.current && (live.current.row !== index || live.current.col !== col)) finish(() => ({ row: index, col }));
          else if (!live.current) {
            move({ row: index, col });
            if (twice || (active.row === index && active.col === col)) edit({ row: index, col });
            else home();
          }
        }}
      />,
    );
  }
  const newTop = sight.top + (count - sight.first) * row + (noteShown && active.row < count ? row : 0);
  return (
    <>
      <div
        ref={box}
        className="lg"
        data-place="grid"
        data-stop=""
        role="grid"
        aria-label={t("lines")}
        aria-rowcount={rows + 1}
        aria-colcount={COLUMNS.length}
        aria-activedescendant={editing ? undefined : `${gridId}-${active.row}-${active.col}`}
        aria-readonly={locked || undefined}
        tabIndex={editing ? -1 : 0}
        onKeyDown={onKey}
        onCopy={onCopy}
        onPaste={(event) => void onPaste(event)}
      >
        <GridHead />
        <div className="lg-rows" role="presentation" style={{ height: rows * row + (noteShown ? row : 0) }}>
          {shownRows}
          {noteShown && (
            <Note
              id={`${gridId}-note`}
              column={editing?.col ?? active.col}
              preview={editing ? preview : null}
              before={
                editing && editing.before !== "" ? cellText(COLUMNS[editing.col]!, bodyOf(editing.row), list[editing.row]?.view, "") : ""
              }
              problem={problem}
              top={sight.top + (active.row + 1 - sight.first) * row}
            />
          )}
          {!locked && sight.last > count && (
            <NewRow
              n={count + 1}
              id={gridId}
              current={active.row === count}
              editor={editing?.row === count ? editor : null}
              cellBox={cellBox}
              top={newTop}
              hint={[t("new-line-hint"), keyCap("add-row"), t("new-line-excel"), keyCap("grid-paste")]}
              onPick={() => {
                move({ row: count, col: ARTICLE });
                if (!live.current) edit({ row: count, col: ARTICLE }, "");
              }}
            />
          )}
        </div>
      </div>
      {finder.finder && editing && <FinderList finder={finder.finder} by={cellBox} id={finderId} take={taken} />}
      {choice && editing && (
        <ChoiceList
          by={cellBox}
          id={choiceId}
          label={t(COLUMNS[editing.col]!.title)}
          options={choice.options}
          active={choice.active}
          take={(option) => {
            const now = live.current;
            if (!now) return;
            live.current = null;
            void work.enter(now.key, COLUMNS[now.col]!.id, chosenText(COLUMNS[now.col]!, option));
            stop();
            move(nextUsual(now, count, filled));
          }}
        />
      )}
      {trouble && (
        <PasteTrouble
          report={trouble}
          close={() => {
            setTrouble(null);
            home();
          }}
        />
      )}
    </>
  );
}
