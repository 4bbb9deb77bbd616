/** Why a copy was not restored, and the pass-phrase it asks for: in the settings and where the desk did not open. */
import type { Failure } from "../backend/types";
import { failureText, useText } from "../text";

export function CopyLocked(props: { refusal: Failure | null; locked: boolean; passphrase: string; set: (text: string) => void }) {
  const t = useText();
  const { refusal, locked } = props;
  return (
    <>
      {refusal && (
        <p className="danger" role="alert">
          {failureText(refusal).title} {failureText(refusal).advice}
        </p>
      )}
      {locked && (
        <div className="f">
          <label htmlFor="copy-passphrase">{t("passphrase")}</label>
          <div className="v">
            <div className="in">
              <input
                id="copy-passphrase"
                type="password"
                autoFocus
                value={props.passphrase}
                onChange={(event) => props.set(event.target.value)}
              />
            </div>
          </div>
        </div>
      )}
    </>
  );
}
