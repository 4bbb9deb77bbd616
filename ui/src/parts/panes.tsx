/** What stands in the pane of a record: what is missing, its history, the files attached to it. */
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useRef } from "react";
import { core } from "../backend/commands";
import type { Id, Problem } from "../backend/types";
import { keyCap, useAction } from "../keys";
import { hasText, problemText, useText } from "../text";
import { moment, number, date as showDate } from "../text/format";
import { Icon } from "./icons";
import { useAccess } from "./record";

/** A label inside a sentence: «Цена» is «цена» there, «КПП» stays as it is. */
const inSentence = (label: string) => (/^.\p{Lu}/u.test(label) ? label : label.charAt(0).toLocaleLowerCase() + label.slice(1));

/** The words of a path: «строка 4, цена», «счёт, банк». */
export function useFieldName(): (path: string, label?: string) => string {
  const t = useText();
  const { record } = useAccess();
  return (path, label) => {
    const steps = path.split("/").slice(1);
    const line = steps[0] === "lines" ? record.derived.lines.find((known) => known.id === steps[1]) : undefined;
    const last = steps.findLast((step) => !/^[0-9a-f]{8}-/.test(step)) ?? "";
    const id = label && hasText(label) ? label : `field-${last.replaceAll("_", "-")}`;
    const name = hasText(id) ? inSentence(t(id)) : last;
    if (steps[0] === "lines")
      return line ? (last === "lines" ? t("line-n", { n: line.n }) : t("line-field", { n: line.n, field: name })) : name;
    return name;
  };
}

function focusField(path: string): void {
  const steps = path.split("/");
  for (let take = steps.length; take > 1; take -= 1) {
    const field = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(steps.slice(0, take).join("/"))}"]`);
    if (field) {
      field.focus();
      return;
    }
  }
  document.querySelector<HTMLElement>(path.startsWith("/lines") ? "[data-place=grid]" : "[data-form] input")?.focus();
}

export function ProblemList(props: { problems: Problem[] }) {
  const t = useText();
  const first = useRef<HTMLButtonElement>(null);
  const { lines } = useAccess().record.derived;
  useAction("problems", () => first.current?.focus(), props.problems.length > 0);
  const sorted = [...props.problems].sort((a, b) => Number(a.level === "warns") - Number(b.level === "warns"));
  return (
    <section aria-label={t("missing")}>
      <h2>
        {t("missing")}
        {sorted.length > 0 && <kbd className="end">{keyCap("problems")}</kbd>}
      </h2>
      {sorted.length === 0 && (
        <p className="st ok">
          <Icon of={CircleCheck} small /> {t("all-filled")}
        </p>
      )}
      <ul className="miss">
        {sorted.slice(0, 40).map((problem, index) => {
          const words = problemText(problem);
          const view = problem.field.startsWith("/lines/")
            ? lines.find((known) => problem.field.startsWith(`/lines/${known.id}`))
            : undefined;
          const line = view ? `${t("line-n", { n: view.n })}: ` : "";
          return (
            <li key={`${problem.code}${problem.field}`}>
              <button
                type="button"
                ref={index === 0 ? first : undefined}
                onClick={() => focusField(problem.field)}
                title={`${line}${words}`}
              >
                <Icon
                  of={problem.level === "warns" ? TriangleAlert : CircleAlert}
                  small
                  className={problem.level === "warns" ? "warn" : "danger"}
                />
                <span className="vh">{t(problem.level === "warns" ? "level-warns" : "level-blocks")}</span>
                <span>
                  {line}
                  {words}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Fields whose digits are an amount; all other digits are a number of something and are never grouped. */
const AMOUNTS = /^(price|quantity|discount|amount|limit|credit_limit|net_mass|gross_mass|share|margin)$/;

const shownValue = (value: string, label: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? showDate(value)
    : AMOUNTS.test(label.replace(/^field-/, "").replaceAll("-", "_"))
      ? number(value)
      : value;

export function History(props: { id: Id; rev: number; today: string }) {
  const t = useText();
  const box = useRef<HTMLElement>(null);
  const history = useQuery({
    queryKey: ["history", props.id, props.rev],
    queryFn: () => core.history(props.id, 30),
    placeholderData: (before) => before,
  });
  const fieldName = useFieldName();
  useAction("history", () => box.current?.focus());
  return (
    <section className="hist" ref={box} tabIndex={-1} aria-label={t("history")}>
      <h2>
        {t("history")} <kbd className="end">{keyCap("history")}</kbd>
      </h2>
      <dl>
        {history.data?.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no key of their own and are never reordered
          <div key={index}>
            <dt>{moment(entry.at, props.today)}</dt>
            <dd>
              {entry.author && (
                <span className="t2" title={entry.author}>
                  {entry.mine ? t("history-you") : entry.author_short}:{" "}
                </span>
              )}
              {entry.changes.length === 0 && t(`op-${entry.op.replaceAll("_", "-")}`)}
              {entry.changes.slice(0, 3).map((change, place) => (
                <span key={change.path}>
                  {place > 0 && "; "}
                  {fieldName(change.path, change.label)}
                  {change.old && (
                    <>
                      {" "}
                      <s className="t3">{shownValue(change.old, change.label)}</s>
                    </>
                  )}
                  {change.new && (
                    <>
                      {" "}
                      <b className="m">{shownValue(change.new, change.label)}</b>
                    </>
                  )}
                </span>
              ))}
              {entry.changes.length > 3 && <span className="t3"> {t("and-more", { count: entry.changes.length - 3 })}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
