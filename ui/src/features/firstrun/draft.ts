/** What the first run has gathered so far; kept on the device until the desk is made, so that a closed window loses nothing. */
import { useEffect, useState } from "react";

export interface FirstDraft {
  mode: "empty" | "demo" | "import";
  tax_id: string;
  country: string;
  kpp: string;
  name: string;
  address: string;
  phone: string;
  number: string;
  bic: string;
  bank_name: string;
  corr_account: string;
  head: string;
  head_post: string;
  accountant: string;
  last_invoice: string;
  last_deal: string;
  vat_regime: string;
  passphrase: string;
}

const EMPTY: FirstDraft = {
  mode: "empty",
  tax_id: "",
  country: "",
  kpp: "",
  name: "",
  address: "",
  phone: "",
  number: "",
  bic: "",
  bank_name: "",
  corr_account: "",
  head: "",
  head_post: "",
  accountant: "",
  last_invoice: "",
  last_deal: "",
  vat_regime: "general",
  passphrase: "",
};

const KEY = "first_run";

export function forgetFirstDraft(): void {
  localStorage.removeItem(KEY);
}

export function useFirstDraft(): [FirstDraft, (change: Partial<FirstDraft>) => void] {
  const [draft, setDraft] = useState(EMPTY);
  useEffect(() => {
    // There is no store yet, so the draft waits in the web view; it is removed when the desk is made.
    try {
      const text = localStorage.getItem(KEY);
      if (text) setDraft({ ...EMPTY, ...(JSON.parse(text) as Partial<FirstDraft>) });
    } catch {
      localStorage.removeItem(KEY);
    }
  }, []);
  return [
    draft,
    (change) =>
      setDraft((known) => {
        const next = { ...known, ...change };
        // A pass-phrase is never written anywhere.
        localStorage.setItem(KEY, JSON.stringify({ ...next, passphrase: "" }));
        return next;
      }),
  ];
}

export function startArgs(draft: FirstDraft, language: string, currency: string) {
  const own = draft.mode === "demo" ? undefined : organisationOf(draft, currency);
  return { mode: draft.mode === "demo" ? "demo" : "empty", language, passphrase: draft.passphrase, organisation: own };
}

function organisationOf(draft: FirstDraft, currency: string) {
  const { country, tax_id, kpp, name, address, phone, head, head_post, accountant, last_invoice, last_deal, vat_regime } = draft;
  const account = { number: draft.number, currency, bic: draft.bic, bank_name: draft.bank_name, corr_account: draft.corr_account };
  return {
    country,
    tax_id,
    kpp,
    name,
    full_name: "",
    address,
    phone,
    account,
    head,
    head_post,
    accountant,
    last_invoice,
    last_deal,
    vat_regime,
  };
}
