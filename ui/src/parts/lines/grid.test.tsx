/** The grid under the hands: typing, choosing, Enter on, refusals and pasted cells, against a core that answers at once. */
import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { RecordView } from "../../backend/types";
import { deal, fakeCore, lineView } from "../../test/core";
import { hands } from "../../test/hands";
import { TextProvider } from "../../text";
import { keep, queries, RecordProvider, useRecord } from "../record";
import { LineGrid } from "./grid";

const GOOD = { id: "g1", kind: "good", article: "НШ-32", name: "Насос", unit: "796", price: "6480", currency: "RUB" };

function withLine(record: RecordView, quantity: string | null): RecordView {
  const line = { order: "1", good: "g1", article: "НШ-32", name: "Насос", unit: "796", quantity, price: "6480", discount: null, vat: "" };
  return {
    ...record,
    rev: record.rev + 1,
    body: { ...record.body, lines: { l1: line } },
    derived: { ...record.derived, lines: [lineView("l1", 1)] },
  };
}

function Screen() {
  const { record } = useRecord("deal-1");
  return record ? (
    <RecordProvider record={record}>
      <LineGrid record={record} units={[]} autoFocus />
    </RecordProvider>
  ) : null;
}

function open(record: RecordView) {
  queries.clear();
  keep(record);
  render(
    <QueryClientProvider client={queries}>
      <TextProvider language="ru">
        <Screen />
      </TextProvider>
    </QueryClientProvider>,
  );
  return screen.getByRole("grid");
}

const key = (target: Element, name: string, more: object = {}) => fireEvent.keyDown(target, { key: name, code: name, ...more });

describe("the line-entry grid", () => {
  let record = deal();
  beforeEach(() => {
    record = deal();
  });

  it("makes a line out of an article and takes the quantity that was typed ahead of every answer", async () => {
    const { calls } = fakeCore({
      "record.get": () => record,
      search: () => [{ row: GOOD, matched: "" }],
      "line.add": () => {
        record = withLine(record, null);
        return { record, line: "l1" };
      },
      "line.enter": (args: { text: string }) => {
        record = withLine(record, args.text);
        return { record, problem: null, shown: args.text };
      },
    });
    const grid = open(record);
    hands("нш", "Enter", "24", "Enter");
    await waitFor(() => expect(calls.filter(([name]) => name === "line.enter")).toHaveLength(1));
    expect(calls.find(([name]) => name === "line.add")?.[1]).toMatchObject({ id: "deal-1", good: "g1" });
    expect(calls.find(([name]) => name === "line.enter")?.[1]).toMatchObject({ line: "l1", field: "quantity", text: "24" });
    await waitFor(() => expect(screen.getByText("24")).toBeTruthy());
    // Price came with the card, so the hands stand on the new line.
    expect(grid.getAttribute("aria-activedescendant")).toMatch(/-1-1$/);
  });

  it("keeps a refused text in its cell and says why", async () => {
    record = withLine(record, "1");
    fakeCore({
      "record.get": () => record,
      "entry.preview": () => ({ value: "", shown: "", problem: null }),
      "line.enter": () => ({ record, problem: { code: "entry_ambiguous", field: "", level: "blocks_save" }, shown: "" }),
    });
    const grid = open(record);
    key(grid, "ArrowUp");
    for (let times = 0; times < 3; times += 1) key(grid, "ArrowRight");
    key(grid, "1");
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "1,2,3" } });
    key(screen.getByRole("textbox"), "Enter");
    await waitFor(() => expect(screen.getByRole("textbox")).toHaveProperty("value", "1,2,3"));
    expect(document.querySelector(".lg-note")?.textContent?.length).toBeGreaterThan(5);
    key(screen.getByRole("textbox"), "Escape");
    await waitFor(() => expect(document.querySelector(".refused")).toBeNull());
  });

  it("hands pasted cells over from the active cell on and reports each that failed", async () => {
    record = withLine(record, "1");
    const { calls } = fakeCore({
      "record.get": () => record,
      "line.paste": () => ({
        record,
        filled: 3,
        added: 1,
        failed: [
          {
            row: 2,
            column: 1,
            text: "много",
            problem: { code: "entry_character", field: "", level: "blocks_save", params: { position: "1" } },
          },
        ],
      }),
    });
    const grid = open(record);
    fireEvent.paste(grid, { clipboardData: { getData: () => "НШ-32\t5\nГР-80\tмного" } });
    await waitFor(() => expect(screen.getByText("много")).toBeTruthy());
    expect(calls.find(([name]) => name === "line.paste")?.[1]).toMatchObject({ field: "article", text: "НШ-32\t5\nГР-80\tмного" });
  });

  it("changes nothing in a locked paper", () => {
    record = { ...withLine(record, "1"), kind: "invoice", state: "issued" };
    const { calls } = fakeCore({ "record.get": () => record });
    const grid = open(record);
    key(grid, "5");
    key(grid, "Delete");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(calls.every(([name]) => name === "record.get")).toBe(true);
  });
});
