/** The window: header, sections, the screen that the address names, status bar, and what floats above them. */
import { useQuery } from "@tanstack/react-query";
import { Building2, ChevronDown, Search } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { listen } from "../../backend";
import { core } from "../../backend/commands";
import { keyCap, useAction } from "../../keys";
import { Icon } from "../../parts/icons";
import { Progress, useProgress } from "../../parts/progress";
import { queries, undoLast } from "../../parts/record";
import { go, useRoute } from "../../parts/route";
import { StatusBar } from "../../parts/status";
import { Toasts, toast, withdrawUndo } from "../../parts/toast";
import { useText } from "../../text";
import { Help } from "./help";
import { Palette } from "./palette";
import { SECTIONS, type Section, sectionOf } from "./sections";
import { useSession, ZOOMS } from "./session";

function NavItem(props: { section: Section; on: boolean; count: number | undefined }) {
  const t = useText();
  const { section } = props;
  useAction(section.action, () => go(section.path));
  const word = t(`section-${section.id}`);
  const cap = keyCap(section.action);
  return (
    <a
      className="nav"
      href={`#${section.path}`}
      aria-current={props.on ? "page" : undefined}
      title={`${word} · ${cap}`}
      data-digit={cap.split(" ").at(-1)}
    >
      <Icon of={section.icon} />
      <span className="w">{word}</span>
      {props.count ? (
        <em className="hot">
          <span className="vh">{t("section-burning")} </span>
          {props.count}
        </em>
      ) : null}
    </a>
  );
}

function Sidebar(props: { section: string }) {
  const t = useText();
  const { organisation } = useSession();
  const today = useQuery({ queryKey: ["today", organisation], queryFn: () => core.today(organisation || undefined), staleTime: 30_000 });
  const burning = today.data?.groups
    .filter((group) => group.group === "late" || group.group === "today")
    .reduce((count, group) => count + group.rows.length, 0);
  const item = (section: Section) => (
    <NavItem key={section.id} section={section} on={section.id === props.section} count={section.id === "today" ? burning : undefined} />
  );
  return (
    <nav className="side" aria-label={t("sections")}>
      {SECTIONS.filter((section) => section.group === 1).map(item)}
      <div className="gap" />
      {SECTIONS.filter((section) => section.group === 2).map(item)}
      <div className="grow" />
      {SECTIONS.filter((section) => section.group === 3).map(item)}
      <div className="altcap" aria-hidden="true">
        <span>{t("section-cap")}</span>
        <span>{t("alt-digit")}</span>
      </div>
    </nav>
  );
}

function OrganisationMenu() {
  const t = useText();
  const session = useSession();
  const { organisations } = session.start;
  const [open, setOpen] = useState(false);
  const several = organisations.length > 1;
  useAction("organisation", () => (several ? setOpen(true) : go("/settings/organisations")));
  const chosen = organisations.find((known) => known.id === session.organisation);
  const name = chosen ? [chosen.name, chosen.city].filter(Boolean).join(", ") : t("all-organisations");
  if (!several) {
    return (
      <a className="org nav-like" href="#/settings/organisations" title={`${name} · ${keyCap("organisation")}`}>
        <Icon of={Building2} />
        <span className="el">{name}</span>
      </a>
    );
  }
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <AriaButton className="org" aria-label={t("organisation-now", { name })}>
        <Icon of={Building2} />
        <span className="el">{name}</span>
        <Icon of={ChevronDown} small />
      </AriaButton>
      <Popover className="pop menu" placement="bottom end">
        <Menu
          aria-label={t("organisation-choose")}
          onAction={(key) => session.setOrganisation(String(key) === "all" ? "" : String(key))}
          selectionMode="single"
          selectedKeys={[session.organisation || "all"]}
        >
          <MenuItem id="all" className="opt">
            {t("all-organisations")}
          </MenuItem>
          {organisations.map((known) => (
            <MenuItem key={known.id} id={known.id} className="opt" textValue={known.name}>
              {known.name}
              <span className="sub">{[known.city, known.currency].filter(Boolean).join(", ")}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function useZoomKeys(): void {
  const { zoom, setZoom } = useSession();
  const step = (by: 1 | -1) => setZoom(ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom);
  useAction("zoom-in", () => step(1));
  useAction("zoom-out", () => step(-1));
  useAction("zoom-usual", () => setZoom(100));
}

export function Desk(props: { children: ReactNode }) {
  const t = useText();
  const session = useSession();
  const route = useRoute();
  const [layer, setLayer] = useState<"palette" | "help" | null>(null);
  const progress = useProgress();
  useAction("palette", () => setLayer("palette"));
  useAction("help", () => setLayer("help"));
  useAction("theme", () => session.setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
  useZoomKeys();
  useAction("language", () => session.setLanguage(session.language === "ru" ? "be" : session.language === "be" ? "en" : "ru"));
  const turn = (direction: "undo" | "redo") =>
    void undoLast(direction).then((code) => {
      withdrawUndo();
      if (code) toast(t(`undo-${code.replaceAll("_", "-")}`));
    });
  useAction("undo", () => turn("undo"));
  useAction("redo", () => turn("redo"));
  useAction("pane", () => {
    const pane = document.querySelector<HTMLElement>(".pane");
    if (!pane) return;
    const inside = pane.contains(document.activeElement);
    pane.classList.toggle("open", !inside);
    if (inside) document.querySelector<HTMLElement>("main [data-place]")?.focus();
    else (pane.querySelector<HTMLElement>("button,a[href],[tabindex]") ?? pane).focus();
  });

  useEffect(
    () =>
      listen((event) => {
        if (event.type !== "changed") return;
        for (const id of event.ids) void queries.invalidateQueries({ queryKey: ["record", id] });
        for (const key of ["list", "tabs", "today", "sums", "history", "good-prices", "price-rows"])
          void queries.invalidateQueries({ queryKey: [key] });
        // What another program wrote may be anything.
        if (event.kinds.length === 0 || event.kinds.includes("table"))
          for (const key of ["table", "record"]) void queries.invalidateQueries({ queryKey: [key] });
      }),
    [],
  );

  return (
    <div className="app">
      <header className="top">
        <div className="brand">{t("brand")}</div>
        <button type="button" className="find" onClick={() => setLayer("palette")} aria-keyshortcuts="Control+K">
          <Icon of={Search} />
          <span>{t("find-hint")}</span>
          <kbd aria-hidden="true">{keyCap("palette")}</kbd>
        </button>
        <OrganisationMenu />
        {session.start.demo && <span className="demo">{t("demo-mark")}</span>}
      </header>
      <Sidebar section={sectionOf(route)} />
      <main data-place={sectionOf(route) === "today" ? "today" : undefined}>{props.children}</main>
      <StatusBar left={progress ? <Progress of={progress} /> : undefined} />
      <Toasts />
      {layer === "palette" && <Palette close={() => setLayer(null)} />}
      {layer === "help" && <Help close={() => setLayer(null)} />}
    </div>
  );
}
