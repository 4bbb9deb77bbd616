/** Who sits at the desk and how it looks: the start's answer, and the few settings of this device. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { zoomTo } from "../../backend";
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
  /** Whose name stands in the history of what this desk changes. */
  author: string;
  setAuthor(name: string): void;
  setOrganisation(id: Id): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setDensity(density: Density): void;
  /** Per cent, one of [`ZOOMS`]. */
  zoom: number;
  setZoom(percent: number): void;
  /** Another start: after the first run, an unlock, a restore. */
  restart(start: StartState): void;
}

/** How large the desk can be drawn, per cent. */
export const ZOOMS: readonly number[] = [100, 110, 125, 150, 175, 200];

/** Kept by the web view: it belongs to this display, and the doors before the desk need it too. */
function keptZoom(start: StartState): number {
  const kept = Number(localStorage.getItem(`zoom ${start.profile}`));
  return ZOOMS.includes(kept) ? kept : 100;
}

function useZoom(start: StartState): [number, (percent: number) => void] {
  const [zoom, setZoom] = useState(() => keptZoom(start));
  const drawn = useRef(100);
  useEffect(() => {
    if (drawn.current === zoom) return;
    drawn.current = zoom;
    zoomTo(zoom).catch(complain);
  }, [zoom]);
  const set = useCallback(
    (percent: number) => {
      setZoom(percent);
      localStorage.setItem(`zoom ${start.profile}`, String(percent));
    },
    [start.profile],
  );
  return [zoom, set];
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

/**
 * What the screens before the desk need to know while the store is shut: its language and theme, kept beside it in the
 * web view under the profile's name.
 */
const shut = (start: StartState, key: string) => `${key} ${start.profile}`;

function recalled(start: StartState, key: string): string | null {
  return start.state === "passphrase" || start.state === "failed" ? localStorage.getItem(shut(start, key)) : null;
}

/** Puts the look on the page, where the style sheets read it. */
function useDrawn(theme: Theme, density: Density, language: Language): void {
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
}

export function SessionProvider(props: { start: StartState; restart: (start: StartState) => void; children: ReactNode }) {
  const { start, restart } = props;
  const [organisation, setOrganisation] = useState(start.organisation);
  const [language, setLanguage] = useState<Language>((recalled(start, "language") as Language | null) ?? (start.language || "ru"));
  const [theme, setTheme] = useState((recalled(start, "theme") as Theme | null) ?? start.theme);
  const [density, setDensity] = useState(start.density);
  const [zoom, setZoom] = useZoom(start);
  const [author, setAuthor] = useState(start.author);

  useEffect(() => {
    if (start.state !== "ready" && start.state !== "passphrase") return;
    localStorage.setItem(shut(start, "language"), language);
    localStorage.setItem(shut(start, "theme"), theme);
  }, [start, language, theme]);
  useDrawn(theme, density, language);

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
      zoom,
      setZoom,
      author,
      setAuthor(name) {
        setAuthor(name);
        void save("author", name);
      },
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
  }, [start, restart, organisation, language, theme, density, zoom, setZoom, author]);

  return (
    <Context.Provider value={session}>
      <TextProvider language={language}>{props.children}</TextProvider>
    </Context.Provider>
  );
}
