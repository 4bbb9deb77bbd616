/** First run: whose desk this is, what it begins with, and where the numbers go on. Every default is in sight. */
import { HardDrive } from "lucide-react";
import { useState } from "react";
import { asFailure } from "../../backend";
import { core } from "../../backend/commands";
import type { Failure } from "../../backend/types";
import { useAction } from "../../keys";
import { ActionButton } from "../../parts/button";
import { Icon } from "../../parts/icons";
import { base64Of } from "../../parts/paper";
import { StatusBar } from "../../parts/status";
import { Toasts } from "../../parts/toast";
import { failureText, useText } from "../../text";
import { Help } from "../shell/help";
import { useSession } from "../shell/session";
import { DoorBar } from "../start/languages";
import { useChecks } from "./checks";
import { forgetFirstDraft, startArgs, useFirstDraft } from "./draft";
import { BeginStep, NumbersStep, OrganisationStep, ProtectStep } from "./steps";

/** The logo needs the store, which is there only now. */
async function keepLogo(organisation: string, picture: File): Promise<void> {
  const blob = await core.putBlob(base64Of(await picture.arrayBuffer()), picture.type);
  await core.edit(organisation, [{ path: "/logo", value: blob.hash }]);
}

export function FirstRun() {
  const t = useText();
  const [draft, set] = useFirstDraft();
  const [here, setHere] = useState("");
  const checks = useChecks(draft, set, here);
  const [help, setHelp] = useState(false);
  useAction("help", () => setHelp(true));
  const own = draft.mode !== "demo";
  const { passphrase, passphrase_again: again } = draft;
  const mismatch = passphrase !== "" && again !== "" && passphrase !== again;
  const nameless = own && draft.name.trim() === "" ? t("first-needs-name") : undefined;
  const unrepeated = passphrase !== "" && again === "" ? t("passphrase-repeat") : undefined;
  return (
    <div className="app first" data-place="firstrun">
      <DoorBar />
      <main className="scroll">
        <div
          className="first-sheet"
          data-form=""
          onFocus={(event) => setHere(event.target.getAttribute("name") ?? "")}
          onBlur={() => setHere("")}
        >
          <h1>{t("first-title")}</h1>
          <p className="t2">{t("first-intro")}</p>
          <BeginStep draft={draft} set={set} />
          {own && <OrganisationStep draft={draft} set={set} checks={checks} />}
          {own && <NumbersStep draft={draft} set={set} />}
          <ProtectStep draft={draft} set={set} no={own ? 4 : 2} mismatch={mismatch} />
        </div>
      </main>
      <Go because={nameless ?? (mismatch ? t("passphrase-differs") : unrepeated)} currency={checks.currency} />
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

/** The button that makes the desk, or why it cannot be made yet. */
function Go(props: { because: string | undefined; currency: string }) {
  const t = useText();
  const session = useSession();
  const [draft] = useFirstDraft();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const currency = props.currency || (draft.country === "BY" ? "BYN" : "RUB");
      const started = await core.createStart(startArgs(draft, session.language, currency));
      if (draft.logo) await keepLogo(started.organisation, draft.logo);
      forgetFirstDraft();
      window.location.hash = draft.mode === "import" ? "/import" : "/today";
      session.restart(started);
    } catch (error) {
      setFailure(asFailure(error));
      setBusy(false);
    }
  };
  return (
    <section className="first-go" aria-label={t("action-first-start")}>
      <ActionButton action="first-start" main run={() => void begin()} busy={busy} disabledBecause={props.because}>
        {t(busy ? "first-making" : `first-start-${draft.mode}`)}
      </ActionButton>
      {props.because && <span className="t2 sm">{props.because}</span>}
      {failure && (
        <span className="danger" role="alert">
          {failureText(failure).title} {failureText(failure).advice}
        </span>
      )}
      <span className="end t3 sm">{t("first-then")}</span>
    </section>
  );
}
