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
  /** The core did not make it (a full disk): what was typed stays on the screen and is sent again from here. */
  failed?: boolean;
}

const notSaved: Problem = { code: "not_saved", field: "", level: "blocks_save" };

/** What a row from Excel fills, in the order of the grid. */
const PASTED = COLUMNS.filter((column) => column.entry !== "none" && column.id !== "gross").map((column) => column.id);

let buds = 0;

/** Values on their way and refused ones, by `line/column`. */
function useValues() {
  const [values, setValues] = useState<ReadonlyMap<string, OnItsWay>>(new Map());
  const put = useCallback((cell: string, value: OnItsWay | null) => {
    setValues((known) => {
      const next = new Map(known);
      if (value) next.set(cell, value);
      else next.delete(cell);
      return next;
    });
  }, []);
  return { values, setValues, put };
}

/** Commands whose answer is the record and nothing to wait for. */
function useCommands(recordId: Id, lineOf: (key: string) => Promise<Id>) {
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
    async (key: string | null, field: string, text: string): Promise<PasteReport | undefined> => {
      try {
        const report = await inLine(recordId, async () =>
          core.pasteLines(recordId, key === null ? null : await lineOf(key), field, PASTED, text),
        );
        keep(report.record);
        return report;
      } catch (error) {
        complain(error);
        return undefined;
      }
    },
    [recordId, lineOf],
  );
  return { run, paste };
}

export function useLineWork(record: RecordView, onRefused: (key: string, column: string, text: string) => void) {
  const [budding, setBudding] = useState<Budding[]>([]);
  const { values, setValues, put } = useValues();
  const ids = useRef(new Map<string, Promise<Id>>());
  /** Which bud a line was: its row stays the same one on the screen, with the cell that is open in it. */
  const grown = useRef(new Map<Id, string>());
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

  /** The line of a row; that of a bud is known once the core has made it. */
  const lineOf = useCallback(async (key: string): Promise<Id> => ids.current.get(key) ?? key, []);

  const enter = useCallback(
    async (key: string, column: string, text: string) => {
      const cell = `${key}/${column}`;
      put(cell, { text, problem: null });
      try {
        const reply = await inLine(recordId, async () => core.enterLine(recordId, await lineOf(key), column, text));
        keep(reply.record);
        const line = await lineOf(key);
        put(cell, null);
        put(`${line}/${column}`, null);
        if (reply.problem) {
          put(`${line}/${column}`, { text, problem: reply.problem });
          refused.current(line, column, text);
        }
      } catch (error) {
        // Not kept: the text stays in the cell as typed, so that it can be sent again.
        put(cell, { text, problem: notSaved });
        complain(error);
      }
    },
    [put, recordId, lineOf],
  );

  const add = useCallback(
    (label: string, what: () => Promise<{ good?: Id; text?: string }>, insteadOf?: string) => {
      buds += 1;
      const key = `new-${buds}`;
      const bud: Budding = { key, label, line: null };
      // What is meant is found out inside the queue: the hands go on to the quantity at once.
      const reply = inLine(recordId, async () => core.addLine({ id: recordId, ...(await what()) }));
      const id = reply.then((answer) => answer.line);
      id.catch(() => undefined);
      ids.current.set(key, id);
      setBudding((list) =>
        list.some((old) => old.key === insteadOf) ? list.map((old) => (old.key === insteadOf ? bud : old)) : [...list, bud],
      );
      reply
        .then((answer) => {
          grown.current.set(answer.line, key);
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
          setBudding((list) => list.map((bud) => (bud.key === key ? { ...bud, failed: true } : bud)));
          put(`${key}/article`, { text: label, problem: notSaved });
          complain(error);
        });
      return key;
    },
    [
      recordId,
      put, // What was typed into the bud and is still on its way shows in the line that it became.
      setValues,
    ],
  );
  const drop = useCallback(
    (key: string) => {
      setBudding((list) => list.filter((bud) => bud.key !== key));
      setValues((known) => new Map([...known].filter(([cell]) => !cell.startsWith(`${key}/`))));
    },
    [setValues],
  );
  /** Makes the line of a failed bud after all, and sends what was typed into it. */
  const again = (key: string, label: string, what: () => Promise<{ good?: Id; text?: string }>) => {
    const typed = [...values].filter(([cell]) => cell.startsWith(`${key}/`) && cell !== `${key}/article`);
    const line = add(label, what, key);
    drop(key);
    for (const [cell, value] of typed) void enter(line, cell.slice(key.length + 1), value.text);
  };

  const { run, paste } = useCommands(recordId, lineOf);
  const rowOf = useCallback((line: Id) => grown.current.get(line) ?? line, []);
  const forget = useCallback((key: string, column: string) => put(`${key}/${column}`, null), [put]);
  return { budding, values, enter, add, run, paste, forget, lineOf, rowOf, drop, again };
}

export function lineBody(record: RecordView, id: Id): Body {
  const lines = record.body.lines;
  if (typeof lines !== "object" || lines === null) return {};
  return ((lines as Record<string, Body>)[id] ?? {}) as Body;
}
