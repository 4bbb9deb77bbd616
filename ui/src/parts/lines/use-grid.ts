/**
 * The state of the line-entry grid: the active cell, the cell that is being typed into, what becomes of its text and where
 * the hands go then. Which key does what stands in `strokes`, what is drawn in `grid`.
 */
import { useEffect, useMemo, useRef, useState } from "react";
import type { Id, LineView, RecordView } from "../../backend/types";
import { useAction } from "../../keys";
import { useText } from "../../text";
import { useAhead } from "../ahead";
import type { Option } from "../combobox";
import { useSendOnLeave } from "../pending";
import { useAccess } from "../record";
import { useRowHeight, useSight } from "../window";
import { choicesOf, chosenText, type Done, type Editing, NEW, takeFound } from "./choose";
import { ARTICLE, COLUMNS, editText, QUANTITY, UNIT } from "./columns";
import { type Found, useFinder } from "./finder";
import { type Cell, clamp, nextUsual, spanOf } from "./moves";
import { lineBody, useLineWork } from "./work";

export interface GridLine {
  key: string;
  id: Id | null;
  view: LineView | undefined;
  label: string;
  failed: boolean;
}

/** A reply is on the screen a moment after it came. */
const drawn = () => new Promise<void>((done) => setTimeout(done));

export type Grid = ReturnType<typeof useGrid>;
/** Where the hands go from a cell, with so many lines in the grid. */
export type Way = (from: Cell, lines: number) => Cell | null;

export function useGrid(props: { record: RecordView; units: Option[]; onLine?: (id: Id | null) => void; autoFocus?: boolean }) {
  const t = useText();
  const { record } = props;
  const { locked } = useAccess();
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Cell>({ row: record.derived.lines.length, col: ARTICLE });
  /** The other end of the marked cells, when more than the active one is marked. */
  const [corner, setCorner] = useState<Cell | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const live = useRef<Editing | null>(null);
  const [choice, setChoice] = useState<{ options: Option[]; active: number } | null>(null);
  const row = useRowHeight();
  const finder = useFinder();
  const ahead = useAhead(box);

  const work = useLineWork(record, (key, columnId, text) => {
    // Back to the refused cell, unless the hands are already typing elsewhere. What they type on is added to its text.
    const place = lines.current.findIndex((line) => line.key === key);
    const col = COLUMNS.findIndex((column) => column.id === columnId);
    if (live.current === null && place >= 0 && document.activeElement === box.current) {
      setActive({ row: place, col });
      edit({ row: place, col }, text);
    }
  });

  const list = useMemo<GridLine[]>(() => {
    const kept = record.derived.lines.map((view) => ({ key: view.id, id: view.id, view, label: "", failed: false }));
    const there = new Set(record.derived.lines.map((view) => view.id));
    return [
      ...kept,
      ...work.budding
        .filter((bud) => bud.line === null || !there.has(bud.line))
        .map((bud) => ({ key: bud.key, id: null, view: undefined, label: bud.label, failed: bud.failed ?? false })),
    ];
  }, [record.derived.lines, work.budding]);
  const lines = useRef(list);
  lines.current = list;
  const count = list.length;
  const rows = locked ? count : count + 1;
  const sight = useSight(box, rows, row, row + 40);

  const setEdit = (next: Editing | null) => {
    setCorner(null);
    live.current = next;
    setEditing(next);
  };
  const home = () => box.current?.focus({ preventScroll: true });
  const move = (cell: Cell) => {
    const there = lines.current.length;
    const next = locked ? { row: Math.min(cell.row, Math.max(0, there - 1)), col: cell.col } : clamp(cell, Math.max(there, cell.row));
    setActive(next);
    setCorner(null);
    sight.reveal(next.row);
  };
  /** Marks the cells from the active one to this one; only lines that are there. */
  const extend = (cell: Cell) => {
    if (active.row >= count || cell.row >= count) return;
    setCorner(cell);
    sight.reveal(cell.row);
  };
  /** Into a line that the list does not show yet: the core's answer is on its way. */
  const place = (cell: Cell) => {
    setActive(cell);
    setCorner(null);
    sight.reveal(cell.row + 1);
  };
  const toNew = (row: number, how: "line" | "free") => place({ row, col: how === "free" ? UNIT : QUANTITY });
  const valueAt = (index: number, columnId: string) => {
    const at = COLUMNS.find((known) => known.id === columnId);
    const line = lines.current[index];
    const onItsWay = work.values.get(`${line?.key}/${columnId}`);
    if (onItsWay) return onItsWay.text;
    return at ? editText(at, lineBody(record, line?.id ?? ""), line?.view) : "";
  };
  const filled = (index: number, columnId: string) => {
    if (columnId === "article") return true;
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
  function type(text: string): void {
    const now = live.current;
    if (!now) return;
    setEdit({ ...now, text });
    const entry = COLUMNS[now.col]?.entry;
    if (entry === "good") void finder.look(text);
    if (entry === "unit" || entry === "vat") openChoice(now, text);
  }
  const close = () => {
    setEdit(null);
    setChoice(null);
    finder.close();
  };
  const stop = () => {
    close();
    home();
  };
  const cancel = () => {
    const now = live.current;
    const line = lines.current.find((known) => known.key === now?.key);
    if (now && !line?.failed) work.forget(now.key, COLUMNS[now.col]?.id ?? "");
    stop();
  };

  const isFailed = (now: Editing) => lines.current.find((line) => line.key === now.key)?.failed ?? false;
  const take = (now: Editing, found: Found): Done => takeFound(work, record, now, found, isFailed(now));
  /** Leaves a cell whose good is known by now. */
  const settle = (now: Editing, found: Found, where: Way) => {
    const row = now.key === NEW ? lines.current.length : now.row;
    const done = take(now, found);
    stop();
    // What the card fills is not asked for, and that is known once it has.
    if (done.what === "filling") ahead.wait(done.filling.then(drawn).then(() => () => latest.current.step(now, where)));
    else toNew(row, done.what);
  };
  /** Moves the hands on. What a line that is still being made lacks is known once the core has made it. */
  const onward = (now: Cell, where: Way) => {
    const line = lines.current[now.row];
    if (line && line.id === null && !line.failed && where === usual) {
      const made = work.lineOf(line.key).then(drawn, drawn);
      ahead.wait(made.then(() => () => latest.current.step(now, where)));
    } else step(now, where);
  };
  const step = (now: Cell, where: Way) => {
    const next = where(now, lines.current.length);
    if (next) move(next);
  };
  const enter = () => onward(active, usual);
  /** A marked one of the goods was taken by the pointer. */
  const taken = (found: Found) => {
    const now = live.current;
    if (now) settle(now, found, usual);
  };
  const chosen = (option: Option) => {
    const now = live.current;
    if (!now) return;
    void work.enter(now.key, COLUMNS[now.col]!.id, chosenText(COLUMNS[now.col]!, option));
    stop();
    onward(now, usual);
  };
  const [usual] = useState<Way>(
    () => (from: Cell, lineCount: number) => nextUsual(from, lineCount, (index, column) => latest.current.filled(index, column)),
  );

  /** Sends what is typed and moves on; the text of a list is taken from what is marked in it. */
  const finish = (where: Way) => {
    const now = live.current;
    const target = now && COLUMNS[now.col];
    if (!now || !target) return;
    if (target.entry === "good") {
      const typed = now.text.trim();
      if (typed === "" && now.key === NEW) return;
      if (typed === "" || (now.key !== NEW && !isFailed(now) && typed === now.before.trim())) {
        stop();
        onward(now, where);
        return;
      }
      const seen = finder.seen(now.text);
      if (seen) settle(now, seen, where);
      // Whether a card brings the unit or the hands are to enter it is known with the answer: keys come faster.
      else ahead.wait(finder.pick(now.text).then((found) => () => latest.current.settle(now, found ?? { what: "free" }, where)));
      return;
    }
    const marked = choice && now.text !== now.before ? choice.options[choice.active] : undefined;
    if (now.text !== now.before) void work.enter(now.key, target.id, marked ? chosenText(target, marked) : now.text);
    stop();
    onward(now, where);
  };

  /** Sends what stands in the open cell, for hands that went elsewhere without Enter. */
  const send = () => {
    const now = live.current;
    const target = now && COLUMNS[now.col];
    if (!now || !target) return;
    const inside = box.current?.contains(document.activeElement) ?? false;
    const typed = now.text.trim();
    if (target.entry !== "good") {
      if (now.text !== now.before) void work.enter(now.key, target.id, now.text);
    } else if (typed !== "" && (now.key === NEW || now.text !== now.before)) {
      // Nobody chose from the list: an article of ours brings its card, other words stand as they were typed.
      take(now, { what: "free" });
    }
    close();
    if (inside) home();
  };
  const leave = () => (ahead.isWaiting ? ahead.settled().then(() => latest.current.send()) : send());
  useSendOnLeave(leave);

  // An answer is met by the grid as it is then, not as it was when the key was pressed.
  const latest = useRef({ settle, step, filled, send });
  latest.current = { settle, step, filled, send };

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
  const lineId = list[active.row]?.id ?? null;
  useEffect(() => onLine?.(lineId), [lineId, onLine]);
  useEffect(() => {
    // Lines that went away leave the active cell inside the grid.
    setActive((cell) => (cell.row >= rows ? { ...cell, row: Math.max(0, rows - 1) } : cell));
  }, [rows]);

  return {
    record,
    locked,
    box,
    active,
    corner,
    span: spanOf(active, corner),
    extend,
    editing,
    live,
    choice,
    setChoice,
    row,
    rows,
    finder,
    ahead,
    work,
    list,
    lines,
    count,
    sight,
    home,
    move,
    place,
    valueAt,
    enter,
    edit,
    openChoice,
    type,
    close,
    cancel,
    finish,
    taken,
    chosen,
    usual,
    send,
  };
}
