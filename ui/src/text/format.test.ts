import { describe, expect, it } from "vitest";
import { account, date, dayMonth, isNegative, isZero, number, plain, shortDate, sum, tnved, whole } from "./format";

const gap = "\u00a0";

describe("sums", () => {
  it("are grouped by no-break spaces with two decimals and a true minus", () => {
    expect(sum("1547110.94")).toBe(`1${gap}547${gap}110,94`);
    expect(sum("-999")).toBe("−999,00");
    expect(sum("123456789012345.1")).toBe(`123${gap}456${gap}789${gap}012${gap}345,10`);
    expect(sum("0.005")).toBe("0,005");
    expect(sum("")).toBe("");
    expect(sum("сорок")).toBe("сорок");
  });

  it("never pass through a binary double", () => {
    expect(sum("999999999999999.99")).toBe(`999${gap}999${gap}999${gap}999${gap}999,99`);
    expect(number("0.10000000001")).toBe("0,10000000001");
  });

  it("know zero and less", () => {
    expect(["0", "0.00", "", "-0.0"].every(isZero)).toBe(true);
    expect(isZero("0.01")).toBe(false);
    expect(isNegative("-0.00")).toBe(false);
    expect(isNegative("-5")).toBe(true);
    expect(whole("1234.99")).toBe(`1${gap}234`);
    expect(plain("1234.50")).toBe("1234,50");
  });
});

describe("dates and numbers of papers", () => {
  it("read as in the trade", () => {
    expect(date("2026-11-22")).toBe("22.11.2026");
    expect(shortDate("2026-11-22T10:00:00Z")).toBe("22.11.26");
    expect(dayMonth("2026-11-02", "2026-11-22")).toBe("02.11");
    expect(dayMonth("2025-11-02", "2026-11-22")).toBe("02.11.25");
    expect(tnved("2710199800")).toBe(`2710${gap}19${gap}980${gap}0`);
    expect(account("40702810900000002851")).toBe(["40702", "810", "9", "0000", "0002851"].join(gap));
    expect(account("BY13NBRB3600900000002Z00AB00")).toBe("BY13 NBRB 3600 9000 0000 2Z00 AB00".replaceAll(" ", gap));
  });
});
