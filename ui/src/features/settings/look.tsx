/** Language, colours and density of this desk. */
import { useState } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { Density, Language, Theme } from "../../backend/types";
import { keyCap } from "../../keys";
import { useSendOnLeave } from "../../parts/pending";
import { useText } from "../../text";
import { useSession, ZOOMS } from "../shell/session";

function Options(props: {
  label: string;
  keys?: string[];
  value: string;
  options: [key: string, name: string, lang?: string][];
  set: (key: string) => void;
}) {
  return (
    <RadioGroup className="radios" value={props.value} onChange={props.set} aria-label={props.label}>
      <h3>
        {props.label}
        {props.keys?.map((key) => (
          <kbd key={key} aria-hidden="true">
            {key}
          </kbd>
        ))}
      </h3>
      {props.options.map(([key, name, lang]) => (
        <Radio key={key} value={key} className="radio">
          <span className="rd" />
          <span lang={lang}>{name}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** The person at the desk: the name goes with every change from now on. */
function Author() {
  const t = useText();
  const session = useSession();
  const [typed, setTyped] = useState<string | null>(null);
  const send = () => {
    if (typed !== null && typed.trim() !== session.author) session.setAuthor(typed.trim());
    setTyped(null);
  };
  useSendOnLeave(send);
  return (
    <div className="form one wide-labels">
      <div className="f">
        <label htmlFor="author">{t("author")}</label>
        <div className="v">
          <div className="in" style={{ flex: "0 1 280px" }}>
            <input
              id="author"
              autoComplete="name"
              maxLength={200}
              placeholder={t("author-placeholder")}
              data-typed={typed !== null}
              value={typed ?? session.author}
              onChange={(event) => setTyped(event.target.value)}
              onBlur={send}
              onKeyDown={(event) => {
                if (event.key === "Enter") send();
                else if (event.key === "Escape" && typed !== null) {
                  event.stopPropagation();
                  setTyped(null);
                }
              }}
            />
          </div>
          <span className="t3 sm">{t("author-note")}</span>
        </div>
      </div>
    </div>
  );
}

export function Look() {
  const t = useText();
  const session = useSession();
  return (
    <section>
      <h2>{t("settings-look")}</h2>
      <Author />
      <div className="radio-cols">
        <Options
          label={t("language")}
          value={session.language}
          set={(key) => session.setLanguage(key as Language)}
          options={[
            ["ru", "Русский", "ru"],
            ["be", "Беларуская", "be"],
            ["en", "English", "en"],
          ]}
        />
        <Options
          label={t("theme")}
          value={session.theme}
          set={(key) => session.setTheme(key as Theme)}
          options={[
            ["system", t("theme-system")],
            ["light", t("theme-light")],
            ["dark", t("theme-dark")],
          ]}
        />
        <Options
          label={t("density")}
          value={session.density}
          set={(key) => session.setDensity(key as Density)}
          options={[
            ["compact", t("density-compact")],
            ["usual", t("density-usual")],
            ["roomy", t("density-roomy")],
          ]}
        />
        <Options
          label={t("zoom")}
          keys={[keyCap("zoom-in"), keyCap("zoom-out"), keyCap("zoom-usual")]}
          value={String(session.zoom)}
          set={(key) => session.setZoom(Number(key))}
          options={ZOOMS.map((percent) => [String(percent), t("zoom-value", { percent })])}
        />
      </div>
      <p className="t3 sm">{t("look-note")}</p>
    </section>
  );
}
