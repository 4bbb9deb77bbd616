/** Language, colours and density of this desk. */
import { Radio, RadioGroup } from "react-aria-components";
import type { Density, Language, Theme } from "../../backend/types";
import { useText } from "../../text";
import { useSession } from "../shell/session";

function Options(props: {
  label: string;
  value: string;
  options: [key: string, name: string, lang?: string][];
  set: (key: string) => void;
}) {
  return (
    <RadioGroup className="radios" value={props.value} onChange={props.set} aria-label={props.label}>
      <h3>{props.label}</h3>
      {props.options.map(([key, name, lang]) => (
        <Radio key={key} value={key} className="radio">
          <span className="rd" />
          <span lang={lang}>{name}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

export function Look() {
  const t = useText();
  const session = useSession();
  return (
    <section>
      <h2>{t("settings-look")}</h2>
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
      </div>
      <p className="t3 sm">{t("look-note")}</p>
    </section>
  );
}
