/** What the first run has gathered so far; kept on the device until the desk is made, so that a closed window loses nothing. */
import { createStore, useStore } from "../../parts/store";

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
  /** Only in memory, like its repetition and the picture: none of them is written anywhere before the store is there. */
  passphrase: string;
  passphrase_again: string;
  logo: File | null;
  /** The seldom needed fields are open. */
  more: boolean;
}

/** What is typed as text. */
export type FirstText = Exclude<keyof FirstDraft, "mode" | "logo" | "more">;

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
  passphrase_again: "",
  logo: null,
  more: false,
};

const KEY = "first_run";

/** There is no store yet, so the draft waits in the web view; it is removed when the desk is made. */
function kept(): FirstDraft {
  try {
    const text = localStorage.getItem(KEY);
    if (text) return { ...EMPTY, ...(JSON.parse(text) as Partial<FirstDraft>), logo: null };
  } catch {
    localStorage.removeItem(KEY);
  }
  return EMPTY;
}

/** Outside the component: a change of language draws the screen anew and must forget nothing. */
const first = createStore<FirstDraft>(kept());

export function forgetFirstDraft(): void {
  localStorage.removeItem(KEY);
  first.set(EMPTY);
}

export function useFirstDraft(): [FirstDraft, (change: Partial<FirstDraft>) => void] {
  return [
    useStore(first),
    (change) =>
      first.set((known) => {
        const next = { ...known, ...change };
        const { passphrase: _, passphrase_again: __, logo: ___, ...written } = next;
        localStorage.setItem(KEY, JSON.stringify(written));
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
