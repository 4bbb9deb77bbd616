/** First run: whose desk this is, what it begins with, and where the numbers go on. Every default is in sight. */
import { Check, HardDrive, ImagePlus, X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { asFailure } from "../../backend";
import { core } from "../../backend/commands";
import type { BankCheck, Failure, Guess, Language } from "../../backend/types";
import { keyCap, useAction } from "../../keys";
import { ActionButton, Button, IconButton } from "../../parts/button";
import { nextField } from "../../parts/focus";
import { Icon } from "../../parts/icons";
import { base64Of } from "../../parts/paper";
import { StatusBar } from "../../parts/status";
import { Toasts } from "../../parts/toast";
import { failureText, problemText, useText } from "../../text";
import { Help } from "../shell/help";
import { useSession } from "../shell/session";
import { type FirstDraft, forgetFirstDraft, startArgs, useFirstDraft } from "./draft";

const LANGUAGES: [Language, string][] = [
  ["ru", "Русский"],
  ["be", "Беларуская"],
  ["en", "English"],
];

function Line(props: {
  label: string;
  value: string;
  set: (text: string) => void;
  remark?: ReactNode;
  first?: boolean;
  bad?: boolean;
  password?: boolean;
  hint?: string;
}) {
  const id = useId();
  return (
    <div className="f first-line">
      <label htmlFor={id}>{props.label}</label>
      <div className="v">
        <div className={`in${props.bad ? " bad" : ""}`}>
          <input
            id={id}
            type={props.password ? "password" : "text"}
            value={props.value}
            placeholder={props.hint}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={props.bad || undefined}
            aria-describedby={props.remark ? `${id}-r` : undefined}
            autoFocus={props.first}
            onChange={(event) => props.set(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.ctrlKey) return;
              event.preventDefault();
              nextField(event.currentTarget);
            }}
          />
        </div>
        {props.remark && (
          <span id={`${id}-r`} className="first-remark" role="status">
            {props.remark}
          </span>
        )}
      </div>
    </div>
  );
}

function Verdict(props: { ok: boolean; children: ReactNode }) {
  return (
    <span className={`st sm ${props.ok ? "ok" : "danger"}`}>
      <Icon of={props.ok ? Check : X} small />
      {props.children}
    </span>
  );
}

/** The logo needs the store, which is there only now. */
async function keepLogo(organisation: string, picture: File): Promise<void> {
  const blob = await core.putBlob(base64Of(await picture.arrayBuffer()), picture.type);
  await core.edit(organisation, [{ path: "/logo", value: blob.hash }]);
}

/** What the core makes of the tax id and of the account, while they are typed. */
function useChecks(draft: FirstDraft, set: (change: Partial<FirstDraft>) => void) {
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
        const best = guesses.find((known) => known.ok) ?? guesses[0] ?? null;
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
  return { guess, bank };
}

export function FirstRun() {
  const t = useText();
  const session = useSession();
  const [draft, set] = useFirstDraft();
  const { guess, bank } = useChecks(draft, set);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [more, setMore] = useState(false);
  const [again, setAgain] = useState("");
  const [picture, setPicture] = useState<File | null>(null);
  const logo = useRef<HTMLInputElement>(null);
  const russian = draft.country === "RU";
  // Ten digits are an ИНН of a legal person: КПП is there before the core has answered, so that Enter meets it.
  const mayHaveKpp = /^\s*\d{10}\s*$/.test(draft.tax_id) && (russian || draft.country === "");
  const own = draft.mode !== "demo";
  const mismatch = draft.passphrase !== "" && again !== "" && draft.passphrase !== again;
  const missing = own ? (draft.name.trim() === "" ? t("first-needs-name") : undefined) : undefined;
  const because = missing ?? (mismatch || (draft.passphrase !== "" && again === "") ? t("passphrase-differs") : undefined);
  useAction("language", () => session.setLanguage(session.language === "ru" ? "be" : session.language === "be" ? "en" : "ru"));
  const [help, setHelp] = useState(false);
  useAction("help", () => setHelp(true));
  useAction("first-empty", () => set({ mode: "empty" }));
  useAction("first-demo", () => set({ mode: "demo" }));
  useAction("first-import", () => set({ mode: "import" }));

  const begin = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const currency = bank?.currency || (draft.country === "BY" ? "BYN" : "RUB");
      const started = await core.createStart(startArgs(draft, session.language, currency));
      if (picture) await keepLogo(started.organisation, picture);
      forgetFirstDraft();
      window.location.hash = draft.mode === "import" ? "/import" : "/today";
      session.restart(started);
    } catch (error) {
      setFailure(asFailure(error));
      setBusy(false);
    }
  };

  const taxRemark = guess && (
    <Verdict ok={guess.ok}>
      {guess.ok
        ? t("first-tax-ok", { kind: t(`id-${guess.kind.replaceAll("_", "-")}`) })
        : problemText({ code: guess.code, params: { kind: guess.kind } })}
    </Verdict>
  );
  const bankRemark = bank && (
    <Verdict ok={bank.number.ok && bank.pair.ok}>
      {!bank.number.ok
        ? problemText({ code: bank.number.code, params: bank.number.params ?? {} })
        : !bank.pair.ok
          ? problemText({ code: bank.pair.code, params: bank.pair.params ?? {} })
          : t("first-account-ok", { currency: bank.currency })}
    </Verdict>
  );
  const field = (key: keyof FirstDraft) => ({
    label: t(`first-${key.replaceAll("_", "-")}`),
    value: draft[key],
    set: (text: string) => set({ [key]: text }),
  });

  const mode = (key: FirstDraft["mode"], cap: string) => (
    <label className={`op${draft.mode === key ? " on" : ""}`}>
      <input type="radio" name="mode" checked={draft.mode === key} onChange={() => set({ mode: key })} />
      <span>
        <b>{t(`first-mode-${key}`)}</b> <kbd aria-hidden="true">{cap}</kbd>
        <span className="op-text">{t(`first-mode-${key}-text`)}</span>
      </span>
    </label>
  );
  return (
    <div className="app first" data-place="firstrun">
      <header className="top">
        <div className="brand grow">{t("brand")}</div>
        <div className="languages" role="group" aria-label={t("language-choose")}>
          {LANGUAGES.map(([code, name]) => (
            <button key={code} type="button" lang={code} aria-pressed={session.language === code} onClick={() => session.setLanguage(code)}>
              {name}
            </button>
          ))}
          <kbd aria-hidden="true">{keyCap("language")}</kbd>
        </div>
      </header>
      <main className="scroll">
        <div className="first-sheet" data-form="">
          <h1>{t("first-title")}</h1>
          <p className="t2">{t("first-intro")}</p>

          <section className="step">
            <div className="no">1</div>
            <div>
              <h2>{t("first-begin")}</h2>
              <p className="ds">{t("first-begin-text")}</p>
            </div>
            <div className="ops" role="radiogroup" aria-label={t("first-begin")}>
              {mode("empty", keyCap("first-empty"))}
              {mode("demo", keyCap("first-demo"))}
              {mode("import", keyCap("first-import"))}
            </div>
          </section>

          {own && (
            <section className="step">
              <div className="no">2</div>
              <div>
                <h2>{t("first-organisation")}</h2>
                <p className="ds">{t("first-organisation-text")}</p>
              </div>
              <div>
                <Line {...field("tax_id")} first remark={taxRemark} bad={guess !== null && !guess.ok} />
                {mayHaveKpp && <Line {...field("kpp")} />}
                <Line {...field("name")} hint={t("first-name-hint")} />
                <Line {...field("address")} />
                <Line {...field("number")} remark={bankRemark} bad={bank !== null && !bank.number.ok} />
                <Line
                  {...field("bic")}
                  remark={
                    bank && draft.bic && !bank.bic.ok ? (
                      <Verdict ok={false}>{problemText({ code: bank.bic.code, params: bank.bic.params })}</Verdict>
                    ) : undefined
                  }
                />
                <Line {...field("bank_name")} />
                {russian && <Line {...field("corr_account")} />}
                <Line {...field("head")} remark={<span className="t3 sm">{t("first-head-signs")}</span>} />
                {more && (
                  <>
                    <Line {...field("head_post")} />
                    <Line {...field("accountant")} />
                    <Line {...field("phone")} />
                    <div className="f first-line">
                      <span className="lb">{t("first-vat-regime")}</span>
                      <div className="v regimes" role="radiogroup" aria-label={t("first-vat-regime")}>
                        {["general", "exempt", ...(russian ? ["special5", "special7"] : [])].map((key) => (
                          <label key={key} className="flag">
                            <input
                              type="radio"
                              name="regime"
                              checked={draft.vat_regime === key}
                              onChange={() => set({ vat_regime: key })}
                            />
                            <span>{t(`enum-vat-regime-${key}`)}</span>
                          </label>
                        ))}
                      </div>
                    </div>
                    <div className="f first-line">
                      <span className="lb">{t("first-logo")}</span>
                      <div className="v">
                        <input
                          ref={logo}
                          type="file"
                          accept="image/png,image/jpeg"
                          className="vh"
                          tabIndex={-1}
                          aria-label={t("first-logo")}
                          onChange={(event) => setPicture(event.target.files?.[0] ?? null)}
                        />
                        <Button small icon={ImagePlus} onPress={() => logo.current?.click()}>
                          {t(picture ? "picture-change" : "picture-choose")}
                        </Button>
                        {picture && <IconButton small icon={X} name={t("picture-remove")} onPress={() => setPicture(null)} />}
                        {picture && <Verdict ok>{picture.name}</Verdict>}
                      </div>
                    </div>
                  </>
                )}
                {!more && (
                  <div className="f first-line">
                    <span className="lb" />
                    <button type="button" className="link" onClick={() => setMore(true)}>
                      {t("first-more")}
                    </button>
                  </div>
                )}
              </div>
            </section>
          )}

          {own && (
            <section className="step">
              <div className="no">3</div>
              <div>
                <h2>{t("first-numbers")}</h2>
                <p className="ds">{t("first-numbers-text")}</p>
              </div>
              <div className="two-cols">
                <Line {...field("last_invoice")} hint={t("first-last-invoice-hint")} />
                <Line {...field("last_deal")} hint={t("first-last-deal-hint")} />
              </div>
            </section>
          )}

          <section className="step">
            <div className="no">{own ? 4 : 2}</div>
            <div>
              <h2>{t("first-protect")}</h2>
              <p className="ds">{t("first-protect-text")}</p>
            </div>
            <div className="two-cols">
              <Line {...field("passphrase")} password hint={t("first-passphrase-hint")} />
              {draft.passphrase !== "" && (
                <Line
                  label={t("first-passphrase-again")}
                  value={again}
                  set={setAgain}
                  password
                  bad={mismatch}
                  remark={mismatch ? <Verdict ok={false}>{t("passphrase-differs")}</Verdict> : undefined}
                />
              )}
            </div>
          </section>
        </div>
      </main>
      <section className="first-go" aria-label={t("action-first-start")}>
        <ActionButton action="first-start" main run={() => void begin()} busy={busy} disabledBecause={because}>
          {t(busy ? "first-making" : `first-start-${draft.mode}`)}
        </ActionButton>
        {because && <span className="t2 sm">{because}</span>}
        {failure && (
          <span className="danger" role="alert">
            {failureText(failure).title} {failureText(failure).advice}
          </span>
        )}
        <span className="end t3 sm">{t("first-then")}</span>
      </section>
      <StatusBar
        left={
          <span className="st">
            <Icon of={HardDrive} small />
            {t("first-kept-here")}
          </span>
        }
      />
      <Toasts />
      {help && <Help close={() => setHelp(false)} />}
    </div>
  );
}
