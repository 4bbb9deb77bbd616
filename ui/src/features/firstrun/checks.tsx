/** What is said of the numbers of the first run while they are typed: the core checks, this chooses the words and when. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { core } from "../../backend/commands";
import type { BankCheck, Check as Checked, Guess } from "../../backend/types";
import { problemText, useText } from "../../text";
import type { FirstDraft } from "./draft";
import { Verdict } from "./line";

/** What stands beside a field, and whether it is red. */
export interface Said {
  remark?: ReactNode;
  bad: boolean;
}

export interface Checks {
  tax: Said;
  kpp: Said;
  account: Said;
  bic: Said;
  /** Of the account, as its number tells it; empty when it does not. */
  currency: string;
}

/** A number that is still being typed is short and not wrong. */
const unfinished = (code: string) => code === "identifier_length" || code === "identifier_empty";

/** `here` is the name of the field with the focus: it is not blamed for being short. */
export function useChecks(draft: FirstDraft, set: (change: Partial<FirstDraft>) => void, here: string): Checks {
  const t = useText();
  const { guess, bank, kpp } = useAnswers(draft, set);
  const refused = (name: string, check: { ok: boolean; code: string } | null | undefined) =>
    check !== null && check !== undefined && !check.ok && check.code !== "" && !(here === name && unfinished(check.code));
  const wrong = (check: { code: string; params?: Record<string, string> }): Said => ({
    remark: <Verdict ok={false}>{problemText({ code: check.code, params: check.params ?? {} })}</Verdict>,
    bad: true,
  });
  const fine = (words: string): Said => ({ remark: <Verdict ok>{words}</Verdict>, bad: false });
  const silent: Said = { bad: false };

  const tax = (): Said => {
    if (guess?.ok) return fine(t("first-tax-ok", { kind: t(`id-${guess.kind.replaceAll("_", "-")}`) }));
    if (guess && refused("tax_id", guess)) return wrong({ code: guess.code, params: { kind: guess.kind } });
    if (guess || draft.tax_id.trim() === "" || here === "tax_id") return silent;
    return { remark: <Verdict ok={false}>{t("first-tax-unknown")}</Verdict>, bad: true };
  };
  const account = (): Said => {
    if (!bank) return silent;
    if (refused("number", bank.number)) return wrong(bank.number);
    // Without a BIC there is no pair to check yet.
    if (refused("number", bank.pair)) return wrong(bank.pair);
    return bank.pair.ok ? fine(bank.currency ? t("first-account-ok", { currency: bank.currency }) : t("account-fine")) : silent;
  };
  return {
    tax: tax(),
    kpp: kpp && refused("kpp", kpp) ? wrong(kpp) : silent,
    account: account(),
    bic: bank && draft.bic !== "" && refused("bic", bank.bic) ? wrong(bank.bic) : silent,
    currency: bank?.currency ?? "",
  };
}

/** Where an own organisation can be: the countries whose taxes and papers the desk knows. */
const HOMES = new Set(["RU", "BY", "KZ", "AM", "KG"]);

/** What the core makes of the tax id and of the account, while they are typed. */
function useAnswers(draft: FirstDraft, set: (change: Partial<FirstDraft>) => void) {
  const [guess, setGuess] = useState<Guess | null>(null);
  const [bank, setBank] = useState<BankCheck | null>(null);
  const { tax_id, number, bic, country } = draft;
  const latest = useRef(set);
  latest.current = set;
  useEffect(() => {
    let stale = false;
    if (tax_id.trim() === "") {
      setGuess(null);
      return;
    }
    core
      .guessIdentifier(tax_id)
      .then((guesses) => {
        if (stale) return;
        // Nine digits that fail as УНП may fit a number of a country where nobody here can be at home.
        const near = guesses.filter((known) => HOMES.has(known.country));
        const best = near.find((known) => known.ok) ?? near[0] ?? null;
        setGuess(best);
        if (best?.ok && best.country !== country) latest.current({ country: best.country });
      })
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [tax_id, country]);
  useEffect(() => {
    let stale = false;
    if (number.trim() === "") {
      setBank(null);
      return;
    }
    core
      .checkBank(number, bic)
      .then((answer) => !stale && setBank(answer))
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [number, bic]);
  return { guess, bank, kpp: useKpp(draft.kpp) };
}

function useKpp(value: string): Checked | null {
  const [check, setCheck] = useState<Checked | null>(null);
  useEffect(() => {
    let stale = false;
    if (value.trim() === "") {
      setCheck(null);
      return;
    }
    core
      .checkIdentifier("kpp", value)
      .then((answer) => !stale && setCheck(answer))
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [value]);
  return check;
}
