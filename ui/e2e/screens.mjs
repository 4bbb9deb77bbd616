// Every screen in every theme and language: no accessibility violation, no error in the page, no text left untranslated,
// nothing wider than the window at its smallest. Leaves pictures in target/screens.
//
// node ui/e2e/screens.mjs [--only NAME,…] [--languages ru,be,en] [--themes light,dark]
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call, startBridge } from "./bridge.mjs";
import { launch } from "./chromium.mjs";

const USUAL = { width: 1280, height: 900 };
const SMALLEST = { width: 1024, height: 640 };
/** All rules that axe runs by itself, and the size of targets (WCAG 2.2), which it leaves out. */
const RULES = { rules: { "target-size": { enabled: true } } };
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env.TORGDOM_SHOTS ?? new URL("../../target/screens", import.meta.url).pathname;

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1].split(",");
};
const only = option("only", null);
const languages = option("languages", ["ru", "be", "en"]);
const themes = option("themes", ["light", "dark"]);

/** The newest record of a kind, for the address of its screen; an issued invoice says more than a draft. */
async function recordOf(address, kind) {
  const query = { kind, tab: kind === "invoice" ? "issued" : "", position: { first: null }, limit: 1 };
  for (const tab of [query.tab, ""]) {
    const page = await call(address, "list", { query: { ...query, tab } }).catch(() => ({ rows: [] }));
    if (page.rows.length > 0) return page.rows[0].id;
  }
  return null;
}

async function addresses(page, address) {
  const screens = await page.evaluate(() => window.__torgdom.screens);
  const found = [];
  for (const { name, path, kind } of screens) {
    if (only && !only.includes(name)) continue;
    if (!path.includes(":id")) found.push({ name, path });
    else {
      const id = await recordOf(address, kind);
      if (id === null) throw new Error(`the demonstration has no ${kind} for the screen ${name}`);
      found.push({ name, path: path.replace(":id", encodeURIComponent(id)) });
    }
  }
  return found;
}

/** Waits until the screen stands: nothing is asked of the core and nothing moves. */
async function settled(page) {
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.waitForFunction(() => document.querySelector("[aria-busy=true], [role=progressbar]") === null, null, { timeout: 15000 }).catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(120);
}

async function violations(page) {
  // The policy of the window forbids inline scripts; the debugger's way of evaluating is not one.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const result = await page.evaluate((options) => window.axe.run(document, options), RULES);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? node.failureSummary?.split("\n")[1] ?? ""}`).join(" · ")}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ""}`);
}

/** What spills out of the window sideways: lists may scroll inside themselves, the page may not. */
const spills = (page) => page.evaluate(() => (document.documentElement.scrollWidth > window.innerWidth ? [`the page is ${document.documentElement.scrollWidth} px wide in a window of ${window.innerWidth}`] : []));

/** Keys of the catalogue that stand where a sentence should. */
async function untranslated(page) {
  const lines = await page.evaluate(() => document.body.innerText.split("\n").map((line) => line.trim()));
  const keys = [...new Set(lines.filter((line) => /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(line)))].sort();
  return keys.length > 0 ? [`no sentence for ${keys.join(", ")}`] : [];
}

const tally = { passed: 0, failed: 0 };
function judge(what, findings) {
  if (findings.length === 0) tally.passed += 1;
  else {
    tally.failed += 1;
    console.log(`FAILED ${what}`);
    for (const finding of findings) console.log(`       ${finding}`);
  }
}

/** A page that keeps what goes wrong in it. */
async function watched(browser, language, theme) {
  const locale = { ru: "ru-RU", be: "be-BY", en: "en-GB" }[language];
  const context = await browser.newContext({ viewport: USUAL, colorScheme: theme, locale, reducedMotion: "reduce" });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (said) => {
    if (said.type() === "error") faults.push(`console: ${said.text()}`);
  });
  return { page, context, taken: () => faults.splice(0) };
}

async function visit(page, name, language, theme, faults) {
  const findings = [];
  for (const [size, suffix] of [[USUAL, ""], [SMALLEST, "-small"]]) {
    await page.setViewportSize(size);
    await settled(page);
    await page.screenshot({ path: join(pictures, `${name}-${language}-${theme}${suffix}.png`) });
    findings.push(...(await violations(page)), ...(await untranslated(page)), ...(await spills(page)).map((spill) => `${size.width}x${size.height}: ${spill}`));
  }
  judge(`${name} ${language} ${theme}`, [...new Set([...findings, ...faults()])]);
}

/** Each screen that may stand before the desk: the name, and how its profile comes to be. */
const DOORS = [
  { name: "first-run", profile: async () => undefined },
  {
    name: "unlock",
    async profile(path) {
      const bridge = await startBridge(["--empty", "--profile", path]);
      await call(bridge.address, "start.create", { mode: "demo", language: "ru", passphrase: "seven quiet ships" });
      await bridge.stop();
    },
  },
  {
    name: "failed",
    async profile(path) {
      const bridge = await startBridge(["--profile", path]);
      await call(bridge.address, "backup.now");
      await bridge.stop();
      const store = readdirSync(path).find((file) => file.endsWith(".db") || file.endsWith(".sqlite"));
      for (const beside of ["", "-wal", "-shm"]) rmSync(join(path, `${store}${beside}`), { force: true });
      writeFileSync(join(path, store), "this is no store ".repeat(1000));
    },
  },
];

async function doors(browser, door) {
  const folder = mkdtempSync(join(tmpdir(), "torgdom-door-"));
  const profile = join(folder, "profile");
  await door.profile(profile);
  const bridge = await startBridge(["--empty", "--profile", profile]);
  try {
    for (const language of languages) {
      for (const theme of themes) {
        const { page, context, taken } = await watched(browser, language, theme);
        await page.goto(bridge.address);
        await page.click(`.languages [lang=${language}]`);
        await visit(page, door.name, language, theme, taken);
        await context.close();
      }
    }
  } finally {
    await bridge.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function desk(browser) {
  const bridge = await startBridge();
  try {
    for (const language of languages) {
      await call(bridge.address, "local.set", { key: "language", value: language });
      for (const theme of themes) {
        await call(bridge.address, "local.set", { key: "theme", value: theme });
        const { page, context, taken } = await watched(browser, language, theme);
        await page.goto(bridge.address);
        await page.waitForFunction(() => window.__torgdom !== undefined);
        for (const { name, path } of await addresses(page, bridge.address)) {
          await page.goto(`${bridge.address}/#${path}`);
          await visit(page, name, language, theme, taken);
        }
        await context.close();
      }
    }
  } finally {
    bridge.stop();
  }
}

mkdirSync(pictures, { recursive: true });
const browser = await launch();
try {
  for (const door of DOORS) if (!only || only.includes(door.name)) await doors(browser, door);
  await desk(browser);
} finally {
  await browser.close();
}
console.log(`axe: ${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
