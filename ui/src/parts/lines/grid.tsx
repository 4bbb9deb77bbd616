/**
 * The line-entry grid: one tab stop, arrows move, typing edits, Enter goes to the next usual field, a new line waits after
 * the last one, cells of Excel are pasted from the active cell on. Every committed cell is one command to the core.
 */
import { useEffect, useId, useRef, useState } from "react";
import type { Id, PasteReport, RecordView } from "../../backend/types";
import { keyCap } from "../../keys";
import { useText } from "../../text";
import type { Option } from "../combobox";
import { useStatus } from "../status";
import { CellInput, Note, usePreview } from "./cell";
import { ChoiceList } from "./choices";
import { ARTICLE, COLUMNS, cellText } from "./columns";
import { FinderList } from "./finder";
import { PasteTrouble } from "./paste";
import { GridHead, LineRow, NewRow } from "./row";
import { copyCells, editStroke, pasteCells, restStroke } from "./strokes";
import { type Grid, useGrid } from "./use-grid";
import { lineBody } from "./work";

export function LineGrid(props: { record: RecordView; units: Option[]; onLine?: (id: Id | null) => void; autoFocus?: boolean }) {
  const t = useText();
  const grid = useGrid(props);
  const { record, active, editing, count, list, row, sight, work } = grid;
  const id = useId();
  const cellBox = useRef<HTMLDivElement | null>(null);
  const [report, setReport] = useReport(record);
  const column = COLUMNS[active.col];
  const line = list[active.row];
  const refused = line && column ? work.values.get(`${line.key}/${column.id}`) : undefined;
  const preview = usePreview(COLUMNS[editing?.col ?? -1], editing?.text ?? null, editing?.before ?? "");
  const problem = preview?.problem ?? refused?.problem ?? null;
  const noteShown = (editing !== null && preview !== null) || (refused?.problem ?? null) !== null;
  useStatus(
    active.row < count
      ? t("grid-place", { row: active.row + 1, rows: count, column: t(column?.title ?? "column-n") })
      : t("grid-place-new", { rows: count }),
  );

  const paste = async (event: React.ClipboardEvent) => {
    const pasted = await pasteCells(event, grid);
    if (!pasted) return;
    setReport(pasted);
    grid.move({ row: pasted.record.derived.lines.length, col: ARTICLE });
  };
  const editor = editing && <Editor grid={grid} id={id} onPaste={(event) => void paste(event)} />;
  const rows = [];
  for (let index = sight.first; index < Math.min(sight.last, count); index += 1) {
    const item = list[index]!;
    const shift = noteShown && index > active.row ? row : 0;
    rows.push(
      <LineRow
        key={item.id === null ? item.key : work.rowOf(item.id)}
        index={index}
        line={item}
        body={lineBody(record, item.id ?? "")}
        values={work.values}
        current={index === active.row}
        activeCol={index === active.row ? active.col : -1}
        marked={grid.corner && index >= grid.span.top && index <= grid.span.bottom ? `${grid.span.left}-${grid.span.right}` : ""}
        editor={editing?.row === index ? editor : null}
        cellBox={cellBox}
        top={sight.top + (index - sight.first) * row + shift}
        id={id}
        onPick={(col, twice, further) => {
          if (grid.live.current) return;
          if (further) {
            grid.extend({ row: index, col: Math.max(ARTICLE, col) });
            grid.home();
            return;
          }
          grid.move({ row: index, col });
          if (twice || (active.row === index && active.col === col)) grid.edit({ row: index, col });
          else grid.home();
        }}
      />,
    );
  }
  const before = editing && editing.before !== "" ? cellText(COLUMNS[editing.col]!, lineBody(record, line?.id ?? ""), line?.view, "") : "";
  return (
    <>
      <div
        ref={grid.box}
        className="lg"
        data-place="grid"
        data-stop=""
        role="grid"
        aria-label={t("lines")}
        aria-rowcount={grid.rows + 1}
        aria-colcount={COLUMNS.length}
        aria-activedescendant={editing ? undefined : `${id}-${active.row}-${active.col}`}
        aria-readonly={grid.locked || undefined}
        tabIndex={editing ? -1 : 0}
        onKeyDown={(event) => restStroke(event, grid)}
        onCopy={(event) => copyCells(event, grid)}
        onPaste={(event) => void paste(event)}
      >
        <GridHead />
        <div className="lg-rows" role="presentation" style={{ height: grid.rows * row + (noteShown ? row : 0) }}>
          {rows}
          {noteShown && (
            <Note
              id={`${id}-note`}
              column={editing?.col ?? active.col}
              preview={editing ? preview : null}
              before={before}
              problem={problem}
              top={sight.top + (active.row + 1 - sight.first) * row}
            />
          )}
          {!grid.locked && sight.last > count && (
            <NewRow
              n={count + 1}
              id={id}
              current={active.row === count}
              editor={editing?.row === count ? editor : null}
              cellBox={cellBox}
              top={sight.top + (count - sight.first) * row + (noteShown && active.row < count ? row : 0)}
              hint={[t("new-line-hint"), keyCap("add-row"), t("new-line-excel"), keyCap("grid-paste")]}
              onPick={() => {
                if (grid.live.current) return;
                grid.move({ row: count, col: ARTICLE });
                grid.edit({ row: count, col: ARTICLE }, "");
              }}
            />
          )}
        </div>
      </div>
      <Lists grid={grid} by={cellBox} id={id} />
      {report && (
        <PasteTrouble
          report={report}
          close={() => {
            setReport(null);
            grid.home();
          }}
        />
      )}
    </>
  );
}

/** What a paste came to. A report of lines that were taken back speaks of nothing any more; it comes a moment before they do. */
function useReport(record: RecordView) {
  const [report, setReport] = useState<PasteReport | null>(null);
  const reported = useRef(false);
  const isThere = !!report && record.derived.lines.length >= report.record.derived.lines.length;
  useEffect(() => {
    if (reported.current && !isThere) setReport(null);
    reported.current = isThere;
  }, [isThere]);
  return [report, setReport] as const;
}

function Editor(props: { grid: Grid; id: string; onPaste: (event: React.ClipboardEvent) => void }) {
  const t = useText();
  const { grid, id } = props;
  const { editing, finder, choice } = grid;
  const column = COLUMNS[editing?.col ?? -1];
  if (!editing || !column) return null;
  const option = finder.finder ? `${id}-goods-${finder.finder.active}` : choice ? `${id}-choice-${choice.active}` : undefined;
  return (
    <CellInput
      column={column}
      label={t("cell-of", { column: t(column.title), row: editing.row + 1 })}
      text={editing.text}
      select={editing.select}
      listId={column.entry === "good" ? `${id}-goods` : choice ? `${id}-choice` : undefined}
      activeOption={option}
      onText={(text, isWhole) => {
        if (!grid.ahead.isWaiting) grid.type(text);
        else if (isWhole && text.startsWith(editing.text)) grid.ahead.keepText(text.slice(editing.text.length));
      }}
      onComposed={(text) => grid.ahead.isWaiting && grid.ahead.keepText(text)}
      onKeyDown={(event) => editStroke(event, grid)}
      onPaste={props.onPaste}
      onBlur={(event) => {
        // Another window came before this one: the cell is still open under the hands.
        if (document.activeElement === event.target || grid.ahead.isWaiting) return;
        grid.send();
      }}
    />
  );
}

function Lists(props: { grid: Grid; by: React.RefObject<HTMLElement | null>; id: string }) {
  const t = useText();
  const { grid, by, id } = props;
  const { editing, finder, choice } = grid;
  const column = COLUMNS[editing?.col ?? -1];
  if (!editing || !column) return null;
  return (
    <>
      {finder.finder && <FinderList finder={finder.finder} by={by} id={`${id}-goods`} take={grid.taken} />}
      {choice && (
        <ChoiceList
          by={by}
          id={`${id}-choice`}
          label={t(column.title)}
          options={choice.options}
          active={choice.active}
          take={grid.chosen}
        />
      )}
    </>
  );
}
