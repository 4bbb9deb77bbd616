/** The pass-phrase: set, changed, taken off. Without it a stolen laptop shows nothing when it is set. */
import { useState } from "react";
import { asFailure } from "../../backend";
import { core } from "../../backend/commands";
import type { Failure } from "../../backend/types";
import { Button } from "../../parts/button";
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
  const field = (id: string, label: string, value: string, set: (text: string) => void) => (
    <div className="f">
      <label htmlFor={id}>{t(label)}</label>
      <div className="v">
        <div className="in" style={{ flex: "0 1 280px" }}>
          <input id={id} type="password" autoComplete="new-password" value={value} onChange={(event) => set(event.target.value)} />
        </div>
      </div>
    </div>
  );
  return (
    <section>
      <h2>{t("settings-passphrase")}</h2>
      <p>{t(encrypted ? "passphrase-on" : "passphrase-off")}</p>
      <p className="t2 sm">{t("passphrase-note")}</p>
      <form
        className="form one wide-labels"
        onSubmit={(event) => {
          event.preventDefault();
          if (!differ) void save();
        }}
      >
        {encrypted && field("pp-old", "passphrase-old", old, setOld)}
        {field("pp-new", "passphrase-new", next, setNext)}
        {field("pp-again", "passphrase-again", again, setAgain)}
        {differ && again !== "" && <p className="danger sm">{t("passphrase-differs")}</p>}
        {failure && (
          <p className="danger" role="alert">
            {failureText(failure).title} {failureText(failure).advice}
          </p>
        )}
        <div>
          <Button
            main
            onPress={() => void save()}
            busy={busy}
            disabledBecause={differ ? t("passphrase-differs") : !encrypted && next === "" ? t("passphrase-empty") : undefined}
          >
            {t(encrypted && next === "" && again === "" ? "passphrase-remove" : encrypted ? "passphrase-change" : "passphrase-turn-on")}
          </Button>
        </div>
      </form>
    </section>
  );
}
