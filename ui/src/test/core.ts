/** A core for component tests only: answers from a table of functions and remembers what was asked. */
import { replaceTransport } from "../backend";
import type { LineView, RecordView } from "../backend/types";

export type Answers = Record<string, (args: never) => unknown>;

export function fakeCore(answers: Answers): { calls: [string, unknown][] } {
  const calls: [string, unknown][] = [];
  replaceTransport({
    async call(name, args) {
      calls.push([name, args]);
      const answer = answers[name];
      if (!answer) throw { code: "unknown_command", params: { name }, problems: [] };
      return answer(args as never);
    },
    listen: () => () => {},
  });
  return { calls };
}

export function lineView(id: string, n: number, change: Partial<LineView> = {}): LineView {
  return { id, n, price: "0", net: "0", vat: "0", gross: "0", vat_code: "22", unit_sign: "шт", problem: null, ...change };
}

export function deal(change: Partial<RecordView> = {}): RecordView {
  return {
    id: "deal-1",
    kind: "deal",
    state: "draft",
    rev: 1,
    number: "",
    title: "",
    body: { counterparty: "", organisation: "", currency: "RUB", lines: {} },
    problems: [],
    derived: { names: {}, lines: [], totals: null, vat_choices: [], due: [], chain: [], invoiced: "", paid: "", rest: "", limit_left: "" },
    updated_at: "2026-11-22T09:41:00Z",
    can_undo: false,
    ...change,
  };
}
