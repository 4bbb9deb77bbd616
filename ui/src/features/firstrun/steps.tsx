/** The four steps of the first run: what to begin with, whose desk it is, where numbers go on, the pass-phrase. */
import { ImagePlus, X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { keyCap, useAction } from "../../keys";
import { ActionButton, IconButton } from "../../parts/button";
import { useText } from "../../text";
import type { Checks } from "./checks";
import type { FirstDraft, FirstText } from "./draft";
import { Line, Verdict } from "./line";

export interface StepProps {
  draft: FirstDraft;
  set: (change: Partial<FirstDraft>) => void;
}

function Step(props: { no: number; id: string; children: ReactNode }) {
  const t = useText();
  return (
    <section className="step">
      <div className="no">{props.no}</div>
      <div>
        <h2>{t(`first-${props.id}`)}</h2>
        <p className="ds">{t(`first-${props.id}-text`)}</p>
      </div>
      {props.children}
    </section>
  );
}

/** What a line of a text needs: its name, label, value and how it is kept. */
function useLine({ draft, set }: StepProps) {
  const t = useText();
  return (key: FirstText) => ({
    name: key,
    label: t(`first-${key.replaceAll("_", "-")}`),
    value: draft[key],
    set: (text: string) => set({ [key]: text }),
  });
}

export function BeginStep(props: StepProps) {
  const t = useText();
  const { draft, set } = props;
  useAction("first-empty", () => set({ mode: "empty" }));
  useAction("first-demo", () => set({ mode: "demo" }));
  useAction("first-import", () => set({ mode: "import" }));
  return (
    <Step no={1} id="begin">
      <div className="ops" role="radiogroup" aria-label={t("first-begin")}>
        {(["empty", "demo", "import"] as const).map((key) => (
          <label key={key} className={`op${draft.mode === key ? " on" : ""}`}>
            <input type="radio" name="mode" checked={draft.mode === key} onChange={() => set({ mode: key })} />
            <span>
              <b>{t(`first-mode-${key}`)}</b> <kbd aria-hidden="true">{keyCap(`first-${key}`)}</kbd>
              <span className="op-text">{t(`first-mode-${key}-text`)}</span>
            </span>
          </label>
        ))}
      </div>
    </Step>
  );
}

export function OrganisationStep(props: StepProps & { checks: Checks }) {
  const t = useText();
  const line = useLine(props);
  const { draft, set, checks } = props;
  const russian = draft.country === "RU";
  // Ten digits are an ИНН of a legal person: КПП is there before the core has answered, so that Enter meets it.
  const mayHaveKpp = /^\s*\d{10}\s*$/.test(draft.tax_id) && (russian || draft.country === "");
  return (
    <Step no={2} id="organisation">
      <div>
        <Line {...line("tax_id")} hint={t("first-tax-id-hint")} first {...checks.tax} />
        {mayHaveKpp && <Line {...line("kpp")} {...checks.kpp} />}
        <Line {...line("name")} hint={t("first-name-hint")} />
        <Line {...line("address")} hint={t("first-address-hint")} />
        <Line {...line("number")} hint={t("first-number-hint")} {...checks.account} />
        <Line {...line("bic")} hint={t("first-bic-hint")} {...checks.bic} />
        <Line {...line("bank_name")} />
        {russian && <Line {...line("corr_account")} />}
        <Line {...line("head")} hint={t("first-head-hint")} remark={<span className="t3 sm">{t("first-head-signs")}</span>} />
        {draft.more ? (
          <>
            <Line {...line("head_post")} />
            <Line {...line("accountant")} />
            <Line {...line("phone")} />
            <Regimes {...props} russian={russian} />
            <Logo {...props} />
          </>
        ) : (
          <div className="f first-line">
            <span className="lb" />
            <button type="button" className="link" onClick={() => set({ more: true })}>
              {t("first-more")}
            </button>
          </div>
        )}
      </div>
    </Step>
  );
}

function Regimes(props: StepProps & { russian: boolean }) {
  const t = useText();
  const { draft, set } = props;
  return (
    <div className="f first-line">
      <span className="lb">{t("first-vat-regime")}</span>
      <div className="v regimes" role="radiogroup" aria-label={t("first-vat-regime")}>
        {["general", "exempt", ...(props.russian ? ["special5", "special7"] : [])].map((key) => (
          <label key={key} className="flag">
            <input type="radio" name="regime" checked={draft.vat_regime === key} onChange={() => set({ vat_regime: key })} />
            <span>{t(`enum-vat-regime-${key}`)}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

function Logo(props: StepProps) {
  const t = useText();
  const { draft, set } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="f first-line">
      <span className="lb">{t("first-logo")}</span>
      <div className="v">
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg"
          className="vh"
          tabIndex={-1}
          aria-label={t("first-logo")}
          onChange={(event) => set({ logo: event.target.files?.[0] ?? null })}
        />
        <ActionButton action="first-logo" small icon={ImagePlus} run={() => input.current?.click()}>
          {t(draft.logo ? "picture-change" : "picture-choose")}
        </ActionButton>
        {draft.logo && <IconButton small icon={X} name={t("picture-remove")} onPress={() => set({ logo: null })} />}
        {draft.logo && <Verdict ok>{draft.logo.name}</Verdict>}
      </div>
    </div>
  );
}

export function NumbersStep(props: StepProps) {
  const t = useText();
  const line = useLine(props);
  return (
    <Step no={3} id="numbers">
      <div className="two-cols">
        <Line {...line("last_invoice")} hint={t("first-last-invoice-hint")} />
        <Line {...line("last_deal")} hint={t("first-last-deal-hint")} />
      </div>
    </Step>
  );
}

export function ProtectStep(props: StepProps & { no: number; mismatch: boolean }) {
  const t = useText();
  const line = useLine(props);
  return (
    <Step no={props.no} id="protect">
      <div className="two-cols">
        <Line {...line("passphrase")} password hint={t("first-passphrase-hint")} />
        {props.draft.passphrase !== "" && (
          <Line
            {...line("passphrase_again")}
            label={t("first-passphrase-again")}
            password
            bad={props.mismatch}
            remark={props.mismatch ? <Verdict ok={false}>{t("passphrase-differs")}</Verdict> : undefined}
          />
        )}
      </div>
    </Step>
  );
}
