/** The pass-phrase: set, changed, taken off. Without it a stolen laptop shows nothing when it is set. */
import { useState } from "react";
import { asFailure } from "../../backend";
import { core } from "../../backend/commands";
import type { Failure } from "../../backend/types";
import { ActionButton } from "../../parts/button";
import { nextField } from "../../parts/focus";
import { toast } from "../../parts/toast";
import { failureText, useText } from "../../text";
import { useSession } from "../shell/session";

export function Passphrase() {
  const t = useText();
  const session = useSession();
  const { encrypted } = session.start;
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const differ = next !== again;
  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const started = await core.setPassphrase(old, next);
      toast(t(next === "" ? "passphrase-removed" : "passphrase-set"));
      setOld("");
      setNext("");
      setAgain("");
      session.restart(started);
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section>
      <h2>{t("settings-passphrase")}</h2>
      <p>{t(encrypted ? "passphrase-on" : "passphrase-off")}</p>
      <p className="t2 sm">{t("passphrase-note")}</p>
      <form
        className="form one wide-labels"
        data-form=""
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.ctrlKey || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          // The last field is as good as the button.
          if (event.target.id !== "pp-again") nextField(event.target);
          else if (!differ && (encrypted || next !== "")) void save();
        }}
      >
        {encrypted && <Secret id="pp-old" label="passphrase-old" value={old} set={setOld} />}
        <Secret id="pp-new" label="passphrase-new" value={next} set={setNext} />
        <Secret id="pp-again" label="passphrase-again" value={again} set={setAgain} />
        {differ && again !== "" && <p className="danger sm">{t("passphrase-differs")}</p>}
        {failure && (
          <p className="danger" role="alert">
            {failureText(failure).title} {failureText(failure).advice}
          </p>
        )}
        <div>
          <ActionButton
            action="keep-passphrase"
            main
            run={() => void save()}
            busy={busy}
            disabledBecause={
              differ
                ? t(again === "" ? "passphrase-repeat" : "passphrase-differs")
                : !encrypted && next === ""
                  ? t("passphrase-empty")
                  : undefined
            }
          >
            {t(encrypted && next === "" && again === "" ? "passphrase-remove" : encrypted ? "passphrase-change" : "passphrase-turn-on")}
          </ActionButton>
        </div>
      </form>
    </section>
  );
}

function Secret(props: { id: string; label: string; value: string; set: (text: string) => void }) {
  const t = useText();
  const { id } = props;
  return (
    <div className="f">
      <label htmlFor={id}>{t(props.label)}</label>
      <div className="v">
        <div className="in" style={{ flex: "0 1 280px" }}>
          <input
            id={id}
            type="password"
            autoComplete="new-password"
            value={props.value}
            onChange={(event) => props.set(event.target.value)}
          />
        </div>
      </div>
    </div>
  );
}
