/** Narrowing a list by days, sums, counterparty and organisation: the panel to type into, and what is set as chips. */
import { Bookmark, ListX, PencilLine, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { core } from "../../backend/commands";
import type { OrganisationBrief, Problem } from "../../backend/types";
import { problemText, useText } from "../../text";
import { date, sum } from "../../text/format";
import { ActionButton, Button } from "../button";
import { Combobox, narrow } from "../combobox";
import { nextField } from "../focus";
import { Icon } from "../icons";
import { complain } from "../toast";
import { dayOf, type Filter, hasSides, type Part, partsOf, type Side, without } from "./filter";

interface TypedProps {
  label: string;
  as: "date" | "sum";
  /** Machine form: `2026-11-22`, `20000`. */
  value: string;
  keep: (value: string, typed: string) => void;
  autoFocus?: boolean;
  /** After the last field. */
  onLast: () => void;
}

/** A day or a sum, read by the core as everywhere; what it does not understand stays in the field with the reason. */
function Typed(props: TypedProps) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const shown = props.as === "date" ? date(props.value) : sum(props.value);
  const restore = () => {
    setTyped(null);
    setProblem(null);
  };
  const take = async () => {
    if (typed === null) return;
    try {
      const seen = await core.preview(props.as, typed.trim());
      setProblem(seen.problem);
      if (seen.problem) return;
      props.keep(seen.value, typed);
      setTyped(null);
    } catch (error) {
      complain(error);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && !event.ctrlKey && !event.altKey) {
      const field = event.currentTarget;
      void take();
      nextField(field);
      if (document.activeElement === field) props.onLast();
    } else if (event.key === "Escape" && typed !== null) restore();
    else return;
    event.preventDefault();
  };
  return (
    <span className="typed">
      <label htmlFor={id}>{t(props.label)}</label>
      <span className={`in${problem ? " bad" : ""}${props.as === "sum" ? " right" : ""}`}>
        <input
          id={id}
          value={typed ?? shown}
          autoComplete="off"
          spellCheck={false}
          autoFocus={props.autoFocus}
          inputMode="decimal"
          data-typed={typed !== null}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem ? `${id}-p` : undefined}
          onFocus={(event) => event.target.select()}
          onBlur={() => void take()}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(null);
          }}
          onKeyDown={onKeyDown}
        />
      </span>
      {problem && (
        <span className="danger sm" id={`${id}-p`} role="alert">
          {problemText(problem)}
        </span>
      )}
    </span>
  );
}

interface PanelProps {
  sides: readonly Side[];
  filter: Filter;
  set: (filter: Filter) => void;
  organisations: OrganisationBrief[];
  /** Where the keys go on after the last field. */
  leave: () => void;
  children: ReactNode;
}

export function NarrowPanel(props: PanelProps) {
  const t = useText();
  const { sides } = props;
  const box = useRef<HTMLElement>(null);
  // An answer may come after another field was changed: each adds to what is set by then.
  const latest = useRef(props.filter);
  latest.current = props.filter;
  const change = (part: Partial<Filter>) => {
    latest.current = { ...latest.current, ...part };
    props.set(latest.current);
  };
  useEffect(() => box.current?.querySelector<HTMLElement>("input")?.focus(), []);
  const crossed = props.filter.from.iso !== "" && props.filter.to.iso !== "" && props.filter.from.iso > props.filter.to.iso;
  return (
    <section className="narrow" aria-label={t("action-narrow")} data-form="" ref={box}>
      {sides.includes("days") && (
        <span className="pair">
          <Typed
            label="narrow-from"
            as="date"
            value={props.filter.from.iso}
            keep={(iso, typed) => change({ from: dayOf(typed, iso) })}
            onLast={props.leave}
          />
          <Typed
            label="narrow-to"
            as="date"
            value={props.filter.to.iso}
            keep={(iso, typed) => change({ to: dayOf(typed, iso) })}
            onLast={props.leave}
          />
        </span>
      )}
      {sides.includes("sums") && (
        <span className="pair">
          <Typed
            label="narrow-sum-from"
            as="sum"
            value={props.filter.sumFrom}
            keep={(sumFrom) => change({ sumFrom })}
            onLast={props.leave}
          />
          <Typed label="narrow-sum-to" as="sum" value={props.filter.sumTo} keep={(sumTo) => change({ sumTo })} onLast={props.leave} />
        </span>
      )}
      {sides.includes("counterparty") && <OfCounterparty filter={props.filter} change={change} />}
      {sides.includes("organisation") && props.organisations.length > 1 && (
        <OfOrganisation filter={props.filter} change={change} organisations={props.organisations} />
      )}
      {crossed && (
        <span className="warn sm" role="alert">
          {t("narrow-crossed")}
        </span>
      )}
      <span className="row end">{props.children}</span>
    </section>
  );
}

interface ChoiceProps {
  filter: Filter;
  change: (part: Partial<Filter>) => void;
}

function OfCounterparty(props: ChoiceProps) {
  const t = useText();
  const find = async (text: string) => {
    const hits = await core.search({ text, kind: "counterparty", limit: 12 });
    return hits.map(({ row }) => ({ key: row.id, name: row.name, sub: row.tax_id }));
  };
  return (
    <span className="typed wide">
      <span aria-hidden="true">{t("field-counterparty")}</span>
      <Combobox
        label={t("field-counterparty")}
        shown={props.filter.counterpartyName}
        chosen={props.filter.counterparty}
        width={340}
        find={find}
        choose={(option) => props.change({ counterparty: option.key, counterpartyName: option.name })}
        clear={() => props.change({ counterparty: "", counterpartyName: "" })}
      />
    </span>
  );
}

function OfOrganisation(props: ChoiceProps & { organisations: OrganisationBrief[] }) {
  const t = useText();
  const options = props.organisations.map((known) => ({ key: known.id, name: known.name, sub: known.city }));
  return (
    <span className="typed wide">
      <span aria-hidden="true">{t("field-organisation")}</span>
      <Combobox
        label={t("field-organisation")}
        shown={props.filter.organisationName}
        chosen={props.filter.organisation}
        width={300}
        find={(text) => narrow(options, text)}
        choose={(option) => props.change({ organisation: option.key, organisationName: option.name })}
        clear={() => props.change({ organisation: "", organisationName: "" })}
      />
    </span>
  );
}

function useChipText(filter: Filter): (part: Part) => string {
  const t = useText();
  return (part) =>
    ({
      from: () => t("chip-from", { date: date(filter.from.iso) }),
      to: () => t("chip-to", { date: date(filter.to.iso) }),
      sumFrom: () => t("chip-sum-from", { sum: sum(filter.sumFrom) }),
      sumTo: () => t("chip-sum-to", { sum: sum(filter.sumTo) }),
      counterparty: () => filter.counterpartyName,
      organisation: () => filter.organisationName,
    })[part]();
}

/** What is set beyond words, while the panel is closed: each can be taken off. */
export function Chips(props: { filter: Filter; set: (filter: Filter) => void; children: ReactNode }) {
  const t = useText();
  const textOf = useChipText(props.filter);
  return (
    <section className="chips" aria-label={t("chips")}>
      {hasSides(props.filter) &&
        partsOf(props.filter).map((part) => (
          <button
            key={part}
            type="button"
            className="chip"
            onClick={() => props.set(without(props.filter, part))}
            aria-label={t("chip-drop", { what: textOf(part) })}
            title={t("chip-drop", { what: textOf(part) })}
          >
            <span className="el">{textOf(part)}</span>
            <Icon of={X} small />
          </button>
        ))}
      <span className="row">{props.children}</span>
    </section>
  );
}

/** Saving, renaming and dropping, the same beside the panel and beside the chips. */
export function FilterButtons(props: { saved: boolean; save: () => void; clear: () => void; empty: boolean }) {
  const t = useText();
  return (
    <>
      <ActionButton
        action="save-filter"
        small
        quiet
        icon={props.saved ? PencilLine : Bookmark}
        run={props.save}
        disabledBecause={props.empty ? t("save-filter-empty") : undefined}
      >
        {t(props.saved ? "edit-filter" : "action-save-filter")}
      </ActionButton>
      {!props.empty && (
        <Button small quiet icon={ListX} cap="Esc" onPress={props.clear}>
          {t("drop-filter")}
        </Button>
      )}
    </>
  );
}
