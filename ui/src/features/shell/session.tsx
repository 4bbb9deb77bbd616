/** Who sits at the desk and how it looks: the start's answer, and the few settings of this device. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { core } from "../../backend/commands";
import type { Density, Id, Language, StartState, Theme } from "../../backend/types";
import { queries } from "../../parts/record";
import { complain } from "../../parts/toast";
import { LOCALES, TextProvider } from "../../text";

export interface Session {
  start: StartState;
  today: string;
  organisation: Id;
  language: Language;
  theme: Theme;
  density: Density;
  setOrganisation(id: Id): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setDensity(density: Density): void;
  /** Another start: after the first run, an unlock, a restore. */
  restart(start: StartState): void;
}

const Context = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error("a screen stands outside the desk");
  return session;
}

function dark(theme: Theme): boolean {
  return theme === "dark" || (theme === "system" && window.matchMedia?.("(prefers-color-scheme: dark)").matches === true);
}

export function SessionProvider(props: { start: StartState; restart: (start: StartState) => void; children: ReactNode }) {
  const { start, restart } = props;
  const [organisation, setOrganisation] = useState(start.organisation);
  const [language, setLanguage] = useState<Language>(start.language || "ru");
  const [theme, setTheme] = useState(start.theme);
  const [density, setDensity] = useState(start.density);

  useEffect(() => {
    const root = document.documentElement;
    const apply = () => {
      root.dataset.theme = dark(theme) ? "dark" : "light";
      root.dataset.density = density;
      root.lang = LOCALES[language].slice(0, 2);
    };
    apply();
    const system = window.matchMedia?.("(prefers-color-scheme: dark)");
    system?.addEventListener?.("change", apply);
    return () => system?.removeEventListener?.("change", apply);
  }, [theme, density, language]);

  const session = useMemo<Session>(() => {
    // Before the first run there is no store to keep it in; the language goes along with the first command.
    const save = (key: string, value: string) => (start.state === "ready" ? core.setLocal(key, value).catch(complain) : Promise.resolve());
    return {
      start,
      today: start.today,
      organisation,
      language,
      theme,
      density,
      restart(next) {
        queries.clear();
        restart(next);
      },
      setOrganisation(id) {
        setOrganisation(id);
        void save("organisation", id);
      },
      setLanguage(next) {
        setLanguage(next);
        void save("language", next);
      },
      setTheme(next) {
        setTheme(next);
        void save("theme", next);
      },
      setDensity(next) {
        setDensity(next);
        void save("density", next);
      },
    };
  }, [start, restart, organisation, language, theme, density]);

  return (
    <Context.Provider value={session}>
      <TextProvider language={language}>{props.children}</TextProvider>
    </Context.Provider>
  );
}
