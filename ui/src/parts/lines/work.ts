/**
 * The grid's commands: lines that are being made while the hands already type into them, values on their way, values that
 * the core refused. Nothing typed is dropped: a refused text stays in its cell until it is put right or taken back.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { core } from "../../backend/commands";
import type { Body, Id, PasteReport, Problem, RecordView } from "../../backend/types";
import { inLine, keep } from "../record";
import { complain } from "../toast";
import { COLUMNS } from "./columns";

export interface OnItsWay {
  text: string;
  problem: Problem | null;
}

/** A line that the core has not numbered yet. */
export interface Budding {
  key: string;
  label: string;
  /** Known once the core has made it; the bud gives way when the record shows that line. */
  line: Id | null;
}

/** What a row from Excel fills, in the order of the grid. */
const PASTED = COLUMNS.filter((column) => column.entry !== "none" && column.id !== "gross").map((column) => column.id);

let buds = 0;

export function useLineWork(record: RecordView, onRefused: (key: string, column: string, text: string) => void) {
  const [budding, setBudding] = useState<Budding[]>([]);
  const [values, setValues] = useState<ReadonlyMap<string, OnItsWay>>(new Map());
  const ids = useRef(new Map<string, Promise<Id>>());
  const refused = useRef(onRefused);
  refused.current = onRefused;
  const recordId = record.id;

  // A bud whose line the record shows has done its work; it must not come back when that line is removed.
  const shown = record.derived.lines;
  useEffect(() => {
    const there = new Set(shown.map((view) => view.id));
    setBudding((list) =>
      list.some((bud) => bud.line !== null && there.has(bud.line)) ? list.filter((bud) => bud.line === null || !there.has(bud.line)) : list,
    );
  }, [shown]);

  const put = useCallback((cell: string, value: OnItsWay | null) => {
    setValues((known) => {
      const next = new Map(known);
      if (value) next.set(cell, value);
      else next.delete(cell);
      return next;
    });
  }, []);

  const enter = useCallback(
    async (key: string, column: string, text: string) => {
      const cell = `${key}/${column}`;
      put(cell, { text, problem: null });
      try {
        const reply = await inLine(recordId, async () => core.enterLine(recordId, await (ids.current.get(key) ?? key), column, text));
        keep(reply.record);
        const line = ids.current.has(key) ? await ids.current.get(key)! : key;
        put(cell, null);
        put(`${line}/${column}`, null);
        if (reply.problem) {
          put(`${line}/${column}`, { text, problem: reply.problem });
          refused.current(line, column, text);
        }
      } catch (error) {
        // Not kept: the text stays in the cell as typed, so that it can be sent again.
        put(cell, { text, problem: { code: "not_saved", field: "", level: "blocks_save" } });
        complain(error);
      }
    },
    [put, recordId],
  );

  const add = useCallback(
    (label: string, what: () => Promise<{ good?: Id; text?: string }>) => {
      buds += 1;
      const key = `new-${buds}`;
      // What is meant is found out inside the queue: the hands go on to the quantity at once.
      const reply = inLine(recordId, async () => core.addLine({ id: recordId, ...(await what()) }));
      const id = reply.then((answer) => answer.line);
      id.catch(() => undefined);
      ids.current.set(key, id);
      setBudding((list) => [...list, { key, label, line: null }]);
      reply
        .then((answer) => {
          keep(answer.record);
          // What was typed into the bud and is still on its way shows in the line that it became.
          setValues(
            (known) =>
              new Map(
                [...known].map(([cell, value]) => [cell.startsWith(`${key}/`) ? `${answer.line}${cell.slice(key.length)}` : cell, value]),
              ),
          );
          setBudding((list) => list.map((bud) => (bud.key === key ? { ...bud, line: answer.line } : bud)));
        })
        .catch((error) => {
          setBudding((list) => list.filter((bud) => bud.key !== key));
          complain(error);
        });
      return key;
    },
    [recordId],
  );

  const run = useCallback(
    (command: () => Promise<RecordView | { record: RecordView }>): Promise<RecordView | undefined> =>
      inLine(recordId, command)
        .then((answer) => {
          const fresh = "record" in answer ? answer.record : answer;
          keep(fresh);
          return fresh;
        })
        .catch((error) => {
          complain(error);
          return undefined;
        }),
    [recordId],
  );

  const paste = useCallback(
    async (line: Id | null, field: string, text: string): Promise<PasteReport | undefined> => {
      try {
        const report = await inLine(recordId, () => core.pasteLines(recordId, line, field, PASTED, text));
        keep(report.record);
        return report;
      } catch (error) {
        complain(error);
        return undefined;
      }
    },
    [recordId],
  );

  const forget = useCallback((key: string, column: string) => put(`${key}/${column}`, null), [put]);
  return { budding, values, enter, add, run, paste, forget };
}

export function lineBody(record: RecordView, id: Id): Body {
  const lines = record.body.lines;
  if (typeof lines !== "object" || lines === null) return {};
  return ((lines as Record<string, Body>)[id] ?? {}) as Body;
}
