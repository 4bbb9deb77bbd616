import { describe, expect, it } from "vitest";
import { LIST_COLUMNS } from "./columns";
import { asked, asOfToday, dayOf, type Filter, hasSides, NO_FILTER, partsOf, type SavedFilter, sameFilter, without } from "./filter";
import { MARK_WIDTH, NARROWEST, readLayout, tracks, WIDEST, writeLayout } from "./layout";
import { MOST_SAVED, readSaved, withSaved } from "./saved";

const october: Filter = {
  ...NO_FILTER,
  from: dayOf("0110", "2026-10-01"),
  sumFrom: "20000",
  counterparty: "c1",
  counterpartyName: "ООО «Ромашка»",
};

describe("a filter", () => {
  it("asks only for what narrows", () => {
    expect(Object.values(asked(NO_FILTER)).filter(Boolean)).toEqual([]);
    expect(asked({ ...october, text: "  насос " })).toEqual({
      text: "насос",
      counterparty: "c1",
      from: "2026-10-01",
      to: undefined,
      sum_from: "20000",
      sum_to: undefined,
    });
  });

  it("loses one part at a time, with its name", () => {
    expect(partsOf(october)).toEqual(["from", "sumFrom", "counterparty"]);
    const left = partsOf(october).reduce(without, october);
    expect(left).toEqual(NO_FILTER);
    expect(hasSides(left)).toBe(false);
    expect(hasSides({ ...NO_FILTER, text: "насос" })).toBe(false);
  });

  it("keeps a day that counts from today as it was typed, and only such a day", () => {
    expect(dayOf("−30", "2026-10-24")).toEqual({ iso: "2026-10-24", typed: "-30" });
    expect(dayOf(" . ", "2026-11-23").typed).toBe(".");
    expect(dayOf("22.11", "2026-11-22").typed).toBe("");
    expect(dayOf("+abc", "").typed).toBe("");
  });

  it("moves on with the day", async () => {
    const asks: string[] = [];
    const month = { ...NO_FILTER, from: dayOf("-30", "2026-10-24"), to: dayOf("22.11", "2026-11-22") };
    const later = await asOfToday(month, async (typed) => {
      asks.push(typed);
      return "2026-11-24";
    });
    expect(asks).toEqual(["-30"]);
    expect([later.from.iso, later.to.iso]).toEqual(["2026-11-24", "2026-11-22"]);
    expect(sameFilter(month, later)).toBe(true);
    expect((await asOfToday(month, async () => "")).from.iso).toBe("2026-10-24");
  });

  it("is another one when a sum or a day differs", () => {
    expect(sameFilter(october, { ...october, sumFrom: "20001" })).toBe(false);
    expect(sameFilter(october, { ...october, to: dayOf("2211", "2026-11-22") })).toBe(false);
    expect(sameFilter(october, { ...october, counterpartyName: "ООО «Новое имя»" })).toBe(true);
  });
});

describe("saved filters", () => {
  const saved: SavedFilter = { id: "a", name: "Крупные", tab: "to_pay", filter: october };

  it("come back as they were kept", () => {
    expect(readSaved(JSON.stringify([saved]))).toEqual([saved]);
  });

  it("are read from anything without a stumble", () => {
    for (const kept of ["", "{", "null", "5", '"x"', "[1,null,[]]", '[{"id":"a"}]', '[{"name":"a"}]']) expect(readSaved(kept)).toEqual([]);
    expect(readSaved('[{"id":"a","name":" Б ","filter":{"from":"2026","sumFrom":5}}]')).toEqual([
      { id: "a", name: "Б", tab: "all", filter: NO_FILTER },
    ]);
    expect(readSaved(JSON.stringify([saved, saved]))).toHaveLength(1);
    const many = Array.from({ length: 30 }, (_, n) => ({ ...saved, id: String(n) }));
    expect(readSaved(JSON.stringify(many))).toHaveLength(MOST_SAVED);
  });

  it("keep their place when they are changed", () => {
    const other = { ...saved, id: "b", name: "Мелкие" };
    const renamed = { ...saved, name: "Главные" };
    expect(withSaved([saved, other], renamed).map((entry) => entry.name)).toEqual(["Главные", "Мелкие"]);
    expect(withSaved([saved], other)).toHaveLength(2);
  });
});

describe("columns of a list", () => {
  const all = LIST_COLUMNS.invoice ?? [];
  const usual = all.filter((column) => column.usual).map((column) => column.id);

  it("are the usual ones until the person says otherwise", () => {
    expect(readLayout("", all)).toEqual({ shown: usual, widths: {} });
    expect(readLayout("no-such-column", all).shown).toEqual(usual);
  });

  it("are read as earlier versions kept them", () => {
    expect(readLayout("total,number", all)).toEqual({ shown: ["number", "total"], widths: {} });
  });

  it("keep widths, of hidden ones too, within reason", () => {
    const kept = writeLayout({ shown: ["number", "total"], widths: { number: 120, date: 90 } });
    expect(readLayout(kept, all)).toEqual({ shown: ["number", "total"], widths: { number: 120, date: 90 } });
    expect(readLayout("number:1,total:99999,date:x", all).widths).toEqual({ number: NARROWEST, total: WIDEST });
  });

  it("say how much room they need", () => {
    const [number, , buyer] = all;
    if (!number || !buyer) throw new Error("the invoices have lost their columns");
    expect(tracks([number, buyer], {})).toEqual({ template: "28px 60px minmax(170px,1fr)", least: MARK_WIDTH + 60 + 170 });
    expect(tracks([number, buyer], { number: 80, counterparty: 240 }).template).toBe("28px 80px minmax(240px,1fr)");
  });
});
