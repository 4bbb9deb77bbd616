/** The pass-phrase is asked before anything is shown. */
import { LockKeyhole } from "lucide-react";
import { useRef, useState } from "react";
import { asFailure } from "../../backend";
import { core } from "../../backend/commands";
import type { Failure } from "../../backend/types";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icons";
import { failureText, useText } from "../../text";
import { useSession } from "../shell/session";
import { DoorBar } from "./languages";

export function Unlock() {
  const t = useText();
  const session = useSession();
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async () => {
    setBusy(true);
    try {
      session.restart(await core.unlock(text));
    } catch (error) {
      setFailure(asFailure(error));
      setBusy(false);
      // The next try replaces this one.
      input.current?.select();
    }
  };
  return (
    <div className="app first">
      <DoorBar />
      <main className="door">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          <h1>
            <Icon of={LockKeyhole} /> {t("unlock-title")}
          </h1>
          <p className="t2">{t("unlock-intro", { profile: session.start.profile })}</p>
          <div className="f">
            <label htmlFor="passphrase">{t("passphrase")}</label>
            <div className="v">
              <div className={`in${failure ? " bad" : ""}`}>
                <input
                  id="passphrase"
                  ref={input}
                  type="password"
                  autoFocus
                  value={text}
                  aria-invalid={failure !== null || undefined}
                  aria-describedby={failure ? "unlock-failure" : undefined}
                  onChange={(event) => setText(event.target.value)}
                />
              </div>
            </div>
          </div>
          {failure && (
            <p className="danger" id="unlock-failure" role="alert">
              {failureText(failure).title} {failureText(failure).advice}
            </p>
          )}
          <Button main onPress={() => void open()} busy={busy} cap="Enter">
            {t("unlock")}
          </Button>
        </form>
      </main>
    </div>
  );
}
