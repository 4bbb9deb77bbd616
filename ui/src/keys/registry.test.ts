import { describe, expect, it } from "vitest";
import { matches, parse, show } from "./combo";
import { ACTION_IDS, CHAINS, keysOf, placeOf } from "./registry";

describe("keys", () => {
  it("mean one thing in each chain of open places", () => {
    for (const chain of CHAINS) {
      const owners = new Map<string, string>();
      for (const id of ACTION_IDS.filter((id) => chain.includes(placeOf(id)))) {
        for (const key of keysOf(id)) {
          expect(owners.get(key), `${key} means ${owners.get(key)} and ${id} in ${chain.join(" + ")}`).toBeUndefined();
          owners.set(key, id);
        }
      }
    }
  });

  it("leave the field's own keys alone", () => {
    const own = ["Ctrl+C", "Ctrl+X", "Ctrl+V"];
    for (const id of ACTION_IDS) for (const key of keysOf(id)) if (id !== "grid-paste") expect(own).not.toContain(key);
  });

  it("work under a Russian layout", () => {
    const event = new KeyboardEvent("keydown", { key: "л", code: "KeyK", ctrlKey: true });
    expect(matches(event, parse("Ctrl+K"))).toBe(true);
    expect(matches(event, parse("Ctrl+Shift+K"))).toBe(false);
    expect(matches(new KeyboardEvent("keydown", { key: "Insert", code: "Insert" }), parse("Ins"))).toBe(true);
    expect(matches(new KeyboardEvent("keydown", { key: "1", code: "Digit1", altKey: true }), parse("Alt+1"))).toBe(true);
  });

  it("are shown with spaces and arrows", () => {
    expect(show("Ctrl+Shift+Up")).toBe("Ctrl Shift ↑");
  });
});
