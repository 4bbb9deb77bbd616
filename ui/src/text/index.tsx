/**
 * The desk's words: Fluent messages of the house's one catalogue, in Russian, Belarusian or English.
 * `t` answers with plain text; a code of a problem or of a failure becomes its sentence here and nowhere else.
 */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import beDesk from "@text/be.desk.ftl?raw";
import beImports from "@text/be.imports.ftl?raw";
import beProblems from "@text/be.problems.ftl?raw";
import enDesk from "@text/en.desk.ftl?raw";
import enImports from "@text/en.imports.ftl?raw";
import enProblems from "@text/en.problems.ftl?raw";
import ruDesk from "@text/ru.desk.ftl?raw";
import ruImports from "@text/ru.imports.ftl?raw";
import ruProblems from "@text/ru.problems.ftl?raw";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Failure, Language, Problem } from "../backend/types";
import * as format from "./format";
import { useFocusKept } from "./keep-focus";

export type Words = Record<string, FluentVariable>;
export type Text = (id: string, words?: Words) => string;

const SOURCES: Record<Language, string[]> = {
  ru: [ruDesk, ruProblems, ruImports],
  be: [beDesk, beProblems, beImports],
  en: [enDesk, enProblems, enImports],
};
/** BCP 47 of the language's numbers and sorting; react-aria has no Belarusian of its own. */
export const LOCALES: Record<Language, string> = { ru: "ru-RU", be: "be-BY", en: "en-GB" };

const bundles = new Map<Language, FluentBundle>();

export function bundleOf(language: Language): FluentBundle {
  const known = bundles.get(language);
  if (known) return known;
  // Isolation marks would be copied into Excel and 1C along with the text; all three scripts run the same way.
  const bundle = new FluentBundle([LOCALES[language], language], { useIsolating: false });
  for (const source of SOURCES[language]) bundle.addResource(new FluentResource(source));
  bundles.set(language, bundle);
  return bundle;
}

let spoken: Language = "ru";

export function setLanguage(language: Language): void {
  spoken = language;
}

export function language(): Language {
  return spoken;
}

export function hasText(id: string): boolean {
  return bundleOf(spoken).hasMessage(id);
}

export const t: Text = (id, words) => {
  const bundle = bundleOf(spoken);
  const message = bundle.getMessage(id);
  if (!message?.value) return id;
  return bundle.formatPattern(message.value, words ?? {}, []);
};

const DECIMAL = /^-?\d{1,15}(\.\d+)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SUMS = new Set(["amount", "sum", "rest", "total", "limit", "price", "left", "over", "paid", "gross", "net", "deals", "issued"]);

/** Parameters of a code as people read them: dates and sums in their usual form. */
function shown(params: Record<string, string> | undefined): Words {
  const words: Words = {};
  for (const [name, value] of Object.entries(params ?? {})) {
    if (DAY.test(value)) words[name] = format.date(value);
    else if (DECIMAL.test(value) && SUMS.has(name)) words[name] = format.sum(value);
    else if (DECIMAL.test(value) && value.includes(".")) words[name] = format.number(value);
    else if (/^\d{1,6}$/.test(value) && (name === "count" || name === "days" || name === "n")) words[name] = Number(value);
    else words[name] = value;
  }
  return words;
}

const kebab = (code: string) => code.replaceAll("_", "-").replaceAll(".", "-");

export function problemText(problem: Pick<Problem, "code" | "params">): string {
  const id = `problem-${kebab(problem.code)}`;
  return hasText(id) ? t(id, shown(problem.params)) : t("problem-unknown", { code: problem.code });
}

/** What `verify` found in the store. */
export function findingText(code: string): string {
  return t(`finding-${kebab(code)}`);
}

export function failureText(failure: Failure): { title: string; advice: string } {
  const id = `failure-${kebab(failure.code)}`;
  if (!hasText(id)) {
    const problem = `problem-${kebab(failure.code)}`;
    if (hasText(problem)) return { title: t(problem, shown(failure.params)), advice: "" };
    return { title: t("failure-unknown", { code: failure.code }), advice: t("failure-unknown-advice") };
  }
  const advice = `${id}-advice`;
  return { title: t(id, shown(failure.params)), advice: hasText(advice) ? t(advice, shown(failure.params)) : "" };
}

const LanguageContext = createContext<Language>("ru");

/** A change of language draws everything anew; the focus stays. */
export function TextProvider(props: { language: Language; children: ReactNode }) {
  setLanguage(props.language);
  useFocusKept(props.language);
  return (
    <LanguageContext.Provider value={props.language} key={props.language}>
      {props.children}
    </LanguageContext.Provider>
  );
}

export function useText(): Text {
  const spokenHere = useContext(LanguageContext);
  return useMemo(() => {
    setLanguage(spokenHere);
    return t;
  }, [spokenHere]);
}
