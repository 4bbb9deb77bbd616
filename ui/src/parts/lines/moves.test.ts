import { describe, expect, it } from "vitest";
import { isExpression } from "./columns";
import { clamp, nextField, nextUsual, step } from "./moves";

const ARTICLE = 1;
const QUANTITY = 4;
const PRICE = 5;

describe("Enter", () => {
  const allFull = () => true;
  it("goes to the empty price, and past a full one to the new line", () => {
    expect(nextUsual({ row: 0, col: QUANTITY }, 1, (_, column) => column !== "price")).toEqual({ row: 0, col: PRICE });
    expect(nextUsual({ row: 0, col: QUANTITY }, 1, allFull)).toEqual({ row: 1, col: ARTICLE });
  });
  it("comes back for what was left empty before the line is left", () => {
    expect(nextUsual({ row: 0, col: PRICE }, 1, (_, column) => column !== "unit")).toEqual({ row: 0, col: 3 });
  });
  it("walks the quantities of lines that are full", () => {
    expect(nextUsual({ row: 0, col: QUANTITY }, 3, allFull)).toEqual({ row: 1, col: QUANTITY });
  });
});

describe("Tab", () => {
  it("goes through the fields and leaves the grid at its ends", () => {
    expect(nextField({ row: 0, col: 8 }, 1, 1)).toEqual({ row: 1, col: ARTICLE });
    expect(nextField({ row: 1, col: ARTICLE }, 1, 1)).toBeNull();
    expect(nextField({ row: 0, col: 1 }, 1, -1)).toBeNull();
    expect(nextField({ row: 1, col: 1 }, 1, -1)).toEqual({ row: 0, col: 8 });
  });
});

describe("arrows", () => {
  it("stay inside", () => {
    expect(step({ row: 0, col: 1 }, "ArrowUp", false, 3, 10)).toEqual({ row: 0, col: 1 });
    expect(step({ row: 0, col: 5 }, "PageDown", false, 3, 10)).toEqual({ row: 3, col: ARTICLE });
    expect(step({ row: 2, col: 8 }, "ArrowRight", false, 3, 10)).toEqual({ row: 2, col: 8 });
    expect(step({ row: 2, col: 8 }, "x", false, 3, 10)).toBeNull();
    expect(clamp({ row: -4, col: 99 }, 3)).toEqual({ row: 0, col: 8 });
  });
});

describe("an expression", () => {
  it("is told from a number", () => {
    expect(["1200*1,2", "15000/1,2", "+20%", "10-3"].map(isExpression)).toEqual([true, true, true, true]);
    expect(["12", "1 200,50", "-5"].map(isExpression)).toEqual([false, false, true]);
  });
});
