/** Keys that come faster than the core answers: nothing that was typed is lost, and nothing lands in another column. */
import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Body, RecordView } from "../../backend/types";
import { deal, fakeCore, lineView } from "../../test/core";
import { hands, press } from "../../test/hands";
import { TextProvider } from "../../text";
import { keep, queries, RecordProvider, useRecord } from "../record";
import { LineGrid } from "./grid";

const UNITS = [
  { key: "796", name: "шт" },
  { key: "166", name: "кг" },
];
const GOOD = { id: "g1", kind: "good", article: "НШ-32", name: "Насос", unit: "796", price: "6480", currency: "RUB" };

/** Late answers of one test are of another deal than the next one's. */
let cores = 0;

/** A core with real lines that answers each command after its own while, in no order of the clock. */
function slowCore(wait: (name: string, turn: number) => number, isBroken: (name: string) => boolean = () => false) {
  cores += 1;
  let record = deal({ id: `deal-${cores}` });
  let made = 0;
  let turn = 0;
  const lines = () => record.body.lines as Record<string, Body>;
  const put = (id: string, change: Body): RecordView => {
    const all = { ...lines(), [id]: { ...lines()[id], ...change } };
    const views = Object.keys(all).map((line, index) => lineView(line, index + 1, { unit_sign: String(all[line]?.unit ?? "") }));
    record = { ...record, rev: record.rev + 1, body: { ...record.body, lines: all }, derived: { ...record.derived, lines: views } };
    return record;
  };
  const card = { good: "g1", article: GOOD.article, name: GOOD.name, unit: "шт", price: "6480" };
  const answers: Record<string, (args: never) => unknown> = {
    "record.get": () => record,
    search: (args: { text: string }) =>
      args.text !== "" && "нш-32".startsWith(args.text.toLowerCase()) ? [{ row: GOOD, matched: "" }] : [],
    "entry.preview": () => ({ value: "", shown: "", problem: null }),
    "line.add": (args: { good?: string; text?: string }) => {
      made += 1;
      return { record: put(`l${made}`, { order: String(made), ...(args.good ? card : { name: args.text }) }), line: `l${made}` };
    },
    "line.set_good": (args: { line: string }) => put(args.line, card),
    "line.enter": (args: { line: string; field: string; text: string }) => ({
      record: put(args.line, { [args.field]: args.text }),
      problem: null,
      shown: args.text,
    }),
    "line.paste": (args: { line?: string; field: string; text: string }) => ({
      record: put(args.line ?? "nowhere", { [args.field]: args.text }),
      filled: 1,
      added: 0,
      failed: [],
    }),
  };
  const slow = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      async (args: never) => {
        turn += 1;
        await new Promise((done) => setTimeout(done, wait(name, turn)));
        if (isBroken(name)) throw { code: "disk_full", params: {}, problems: [] };
        return answer(args);
      },
    ]),
  );
  const { calls } = fakeCore(slow);
  queries.clear();
  keep(record);
  render(
    <QueryClientProvider client={queries}>
      <TextProvider language="ru">
        <Screen id={record.id} />
      </TextProvider>
    </QueryClientProvider>,
  );
  return { calls, lines: () => Object.values(lines()), grid: screen.getByRole("grid") };
}

function Screen(props: { id: string }) {
  const { record } = useRecord(props.id);
  return record ? (
    <RecordProvider record={record}>
      <LineGrid record={record} units={UNITS} autoFocus />
      <input aria-label="Примечание" />
    </RecordProvider>
  ) : null;
}

describe("keys ahead of the answers", () => {
  const speeds: [string, (name: string, turn: number) => number][] = [
    ["at once", () => 0],
    ["slow goods", (name) => (name === "search" ? 40 : 0)],
    ["slow lines", (name) => (name.startsWith("line.") ? 25 : 0)],
    ["everything slow and uneven", (_, turn) => (turn * 17) % 31],
  ];

  it.each(speeds)("fill the unit, the quantity and the price of a line without a card: %s", async (_, wait) => {
    const core = slowCore(wait);
    hands("Болт М8", "Enter", "шт", "Enter", "120", "Enter", "12,5", "Enter", "Шайба", "Enter", "кг", "Enter", "7", "Enter", "3", "Enter");
    await waitFor(() => expect(core.lines()[1]?.price).toBe("3"), { timeout: 4000 });
    expect(core.lines()).toMatchObject([
      { name: "Болт М8", unit: "шт", quantity: "120", price: "12,5" },
      { name: "Шайба", unit: "кг", quantity: "7", price: "3" },
    ]);
    await waitFor(() => expect(core.grid.getAttribute("aria-activedescendant")).toMatch(/-2-1$/));
  });

  it.each(speeds)("pass over the unit that a card brings: %s", async (_, wait) => {
    const core = slowCore(wait);
    hands("нш", "Enter", "24", "Enter", "Втулка", "Enter", "кг", "Enter", "5", "Enter", "9", "Enter", "нш-3", "Enter", "2", "Enter");
    await waitFor(() => expect(core.lines()[2]?.quantity).toBe("2"), { timeout: 4000 });
    expect(core.lines()).toMatchObject([
      { good: "g1", unit: "шт", quantity: "24" },
      { name: "Втулка", unit: "кг", quantity: "5", price: "9" },
      { good: "g1", unit: "шт", quantity: "2" },
    ]);
  });

  it("are mended and moved as in an open cell", async () => {
    const core = slowCore(() => 20);
    hands("Болт", "Enter", "шт", "Enter", "19", "Backspace", "2", "ArrowLeft", "0", "Enter");
    await waitFor(() => expect(core.lines()[0]?.quantity).toBe("102"));
  });

  it("go by Tab from field to field", async () => {
    const core = slowCore(() => 20);
    hands("Болт", "Tab", "шт", "Tab", "4", "Tab", "8", "Enter");
    await waitFor(() => expect(core.lines()[0]?.price).toBe("8"));
    expect(core.lines()).toMatchObject([{ name: "Болт", unit: "шт", quantity: "4" }]);
  });

  it("are taken back by Escape before the answer, and the text stays in its cell", async () => {
    const core = slowCore(() => 20);
    hands("Болт", "Enter", "Escape");
    await new Promise((done) => setTimeout(done, 60));
    expect(screen.getByRole("combobox")).toHaveProperty("value", "Болт");
    expect(core.calls.some(([name]) => name === "line.add")).toBe(false);
    hands(" М8", "Enter", "шт", "Enter");
    await waitFor(() => expect(core.lines()).toMatchObject([{ name: "Болт М8", unit: "шт" }]));
  });

  it("take pasted text with them", async () => {
    const core = slowCore(() => 20);
    hands("нш", "Enter");
    press("v", { ctrlKey: true, code: "KeyV" });
    fireEvent.paste(document.activeElement!, { clipboardData: { getData: () => "36" } });
    await waitFor(() => expect(core.lines()).toMatchObject([{ good: "g1", quantity: "36" }]));
  });

  it("come before a press of the pointer", async () => {
    const core = slowCore(() => 20);
    const note = screen.getByRole("textbox", { name: "Примечание" });
    hands("Болт", "Enter", "шт");
    fireEvent.mouseDown(note);
    fireEvent.click(note);
    await waitFor(() => expect(document.activeElement).toBe(note));
    await waitFor(() => expect(core.lines()).toMatchObject([{ name: "Болт", unit: "шт" }]));
  });

  it("reach the keys of the whole desk in their turn", async () => {
    const core = slowCore(() => 20);
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => event.ctrlKey && heard.push(`${event.key} ${core.lines().length}`);
    document.addEventListener("keydown", listen);
    hands("Болт", "Enter");
    press("Enter", { ctrlKey: true });
    expect(heard).toEqual([]);
    await waitFor(() => expect(heard).toHaveLength(1));
    document.removeEventListener("keydown", listen);
  });

  it("put another card into a line before the empty field after it is asked", async () => {
    const core = slowCore(() => 20);
    hands("Болт", "Enter");
    await waitFor(() => expect(core.lines()).toHaveLength(1));
    await waitFor(() => expect(core.grid.getAttribute("aria-activedescendant")).toMatch(/-0-3$/));
    hands("Home");
    hands("нш", "Enter", "6", "Enter");
    await waitFor(() => expect(core.lines()).toMatchObject([{ good: "g1", unit: "шт", quantity: "6" }]));
  });
});

describe("a cell that was left without Enter", () => {
  it("keeps the words of a new line when the focus goes elsewhere", async () => {
    const core = slowCore(() => 5);
    hands("Болт М8");
    fireEvent.focusIn(screen.getByRole("textbox", { name: "Примечание" }));
    screen.getByRole("textbox", { name: "Примечание" }).focus();
    await waitFor(() => expect(core.lines()).toMatchObject([{ name: "Болт М8" }]));
    expect(core.calls.find(([name]) => name === "line.add")?.[1]).toMatchObject({ text: "Болт М8" });
  });
});

describe("a line that could not be made", () => {
  it("stays on the screen with what was typed into it and is sent again from there", async () => {
    let full = true;
    const core = slowCore(
      () => 5,
      (name) => name === "line.add" && full,
    );
    hands("Болт", "Enter", "шт", "Enter", "120", "Enter");
    await waitFor(() => expect(document.querySelectorAll(".refused").length).toBeGreaterThan(1));
    expect(core.lines()).toEqual([]);
    full = false;
    await waitFor(() => expect(core.grid.getAttribute("aria-activedescendant")).toMatch(/-0-5$/));
    hands("Home");
    press("F2");
    hands("Enter");
    await waitFor(() => expect(core.lines()).toMatchObject([{ name: "Болт", unit: "шт", quantity: "120" }]));
  });
});

describe("composed text", () => {
  it("begins a cell", async () => {
    const core = slowCore(() => 0);
    press("Process");
    const field = screen.getByRole("combobox");
    expect(document.activeElement).toBe(field);
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: "螺栓" } });
    fireEvent.compositionEnd(field, { data: "螺栓" });
    hands("Enter", "шт", "Enter");
    await waitFor(() => expect(core.lines()).toMatchObject([{ name: "螺栓", unit: "шт" }]));
  });

  it("waits its turn when it is made ahead of an answer", async () => {
    const core = slowCore(() => 20);
    hands("Болт", "Enter");
    const composed = Object.assign(new Event("compositionend", { bubbles: true }), { data: "кг" });
    document.activeElement?.dispatchEvent(composed);
    hands("Enter", "3", "Enter");
    await waitFor(() => expect(core.lines()).toMatchObject([{ name: "Болт", unit: "кг", quantity: "3" }]));
  });
});
