/** The catalogue is whole: every id that the screens use is in all three languages, with the same words, and none is idle. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { ACTION_IDS } from "../keys/registry";
import { TABS } from "../parts/list/columns";
import { HINTS } from "../parts/status";

const TEXT = join(__dirname, "../../../assets/text");
const SRC = join(__dirname, "..");
const LANGUAGES = ["ru", "be", "en"] as const;

function catalogue(language: string, room: string): Map<string, Set<string>> {
  const source = readFileSync(join(TEXT, `${language}.${room}.ftl`), "utf8");
  const found = new Map<string, Set<string>>();
  for (const message of new FluentResource(source).body) {
    if (message.value !== null)
      found.set(message.id, new Set([...JSON.stringify(message.value).matchAll(/"type":"var","name":"(\w+)"/g)].map((match) => match[1]!)));
  }
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes(".test.") ? [readFileSync(path, "utf8")] : [];
  });
}

const code = sources(SRC).join("\n");
const desk = catalogue("ru", "desk");
const all = new Set([...desk.keys(), ...catalogue("ru", "problems").keys(), ...catalogue("ru", "imports").keys()]);

/** Literal ids: `t("…")`, `t(x ? "…" : "…")`, and those passed on as `label`, `title` and the like. */
function literals(): Set<string> {
  const ids = new Set<string>();
  for (const call of code.matchAll(/\b(?:t|text|say|useText\(\))\(((?:[^()`]|\([^()]*\))*)\)/g)) {
    const first = call[1]!.split(/,\s*\{/)[0]!;
    if (/[=<>]=? *"/.test(first) === false || first.includes("?"))
      for (const id of first.matchAll(/(?:^|[?:(]\s*)"([a-z][a-z0-9_-]*)"/g)) ids.add(id[1]!);
  }
  for (const passed of code.matchAll(/"((?:field|column|terms-preset|line|passphrase|plan|role)-[a-z0-9-]+)"/g)) ids.add(passed[1]!);
  return ids;
}

/** Families whose end comes from data: `status-${…}`. */
const families = [...new Set([...code.matchAll(/`([a-z][a-z-]*[-_])\$\{/g)].map((match) => match[1]!))].filter(
  (prefix) => !["row-", "burn-", "new-"].includes(prefix),
);

describe("the words of the desk", () => {
  it("are there for every id that the screens name", () => {
    expect([...literals()].filter((id) => !all.has(id) && !isClass(id))).toEqual([]);
  });

  it("are there for every action, hint and filter", () => {
    for (const id of Object.values(HINTS).flat()) expect(desk.has(`hint-${id}`), `hint-${id}`).toBe(true);
    for (const id of ACTION_IDS) expect(desk.has(`action-${id}`), `action-${id}`).toBe(true);
    for (const [kind, tabs] of Object.entries(TABS))
      for (const tab of tabs) expect(desk.has(`tab-${kind.replace("_", "-")}-${tab.replace("_", "-")}`), `${kind} ${tab}`).toBe(true);
  });

  it("name the same things with the same words in three languages", () => {
    for (const language of LANGUAGES) {
      for (const room of ["desk", "problems"]) {
        const russian = catalogue("ru", room);
        const other = catalogue(language, room);
        expect([...other.keys()].sort(), `${language}.${room}`).toEqual([...russian.keys()].sort());
        for (const [id, words] of other) expect([...words].sort(), `${language} ${id}`).toEqual([...russian.get(id)!].sort());
      }
    }
  });

  it("has no idle ones", () => {
    const named = literals();
    const idle = [...desk.keys()].filter(
      (id) => !named.has(id) && !families.some((prefix) => id.startsWith(prefix)) && !code.includes(`"${id}"`),
    );
    expect(idle).toEqual([]);
  });
});

/** A CSS class that looks like an id. */
function isClass(id: string): boolean {
  return code.includes(`className="${id}`);
}
