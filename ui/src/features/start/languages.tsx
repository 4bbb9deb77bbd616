/** The bar over the screens that stand before the desk: whose program it is, and in which language it speaks. */

import type { Language } from "../../backend/types";
import { keyCap, useAction } from "../../keys";
import { useText } from "../../text";
import { useSession } from "../shell/session";

const LANGUAGES: [Language, string][] = [
  ["ru", "Русский"],
  ["be", "Беларуская"],
  ["en", "English"],
];

export function DoorBar() {
  const t = useText();
  const session = useSession();
  useAction("language", () => session.setLanguage(session.language === "ru" ? "be" : session.language === "be" ? "en" : "ru"));
  return (
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
  );
}
