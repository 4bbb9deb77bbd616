/**
 * Actions at work: a screen lends an action its deed while it is open, one listener finds the deed for a key. A layer
 * (a dialog, the palette) hides the deeds below it.
 */
import { createContext, type ReactNode, useContext, useEffect, useRef, useSyncExternalStore } from "react";
import { matches, parse, show } from "./combo";
import { ACTION_IDS, type ActionId, keysOf } from "./registry";

export { show } from "./combo";
export type { ActionId } from "./registry";

interface Deed {
  id: ActionId;
  depth: number;
  run: { current: () => void };
  enabled: boolean;
}

const deeds: Deed[] = [];
const layers: number[] = [];
const watchers = new Set<() => void>();
let version = 0;

function changed(): void {
  version += 1;
  for (const watch of watchers) watch();
}

function topDepth(): number {
  return layers.length === 0 ? 0 : Math.max(...layers);
}

const DepthContext = createContext(0);

/** Lends `id` its deed while the component is on the screen. */
export function useAction(id: ActionId, run: () => void, enabled = true): void {
  const depth = useContext(DepthContext);
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!enabled) return;
    const deed: Deed = { id, depth, run: latest, enabled };
    deeds.push(deed);
    changed();
    return () => {
      deeds.splice(deeds.indexOf(deed), 1);
      changed();
    };
  }, [id, depth, enabled]);
}

/** Everything inside belongs to a layer above the screen; the deeds under it rest. */
export function Layer(props: { children: ReactNode }) {
  const depth = useContext(DepthContext) + 1;
  useEffect(() => {
    layers.push(depth);
    changed();
    return () => {
      layers.splice(layers.indexOf(depth), 1);
      changed();
    };
  }, [depth]);
  return <DepthContext.Provider value={depth}>{props.children}</DepthContext.Provider>;
}

function deedOf(id: ActionId, depth = topDepth()): Deed | undefined {
  return deeds.findLast((deed) => deed.id === id && deed.depth === depth);
}

export function perform(id: ActionId): boolean {
  const deed = deedOf(id);
  deed?.run.current();
  return deed !== undefined;
}

/** Which actions can be done now; for the palette and the help. `depth` 0 is the screen itself. */
export function useDeeds(): ActionId[] {
  useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => watchers.delete(watch);
    },
    () => version,
  );
  const open = new Set(deeds.filter((deed) => deed.depth === 0).map((deed) => deed.id));
  return ACTION_IDS.filter((id) => open.has(id));
}

/** Performs an action of the screen under the palette. */
export function performBelow(id: ActionId): void {
  deedOf(id, 0)?.run.current();
}

export function keyCap(id: ActionId): string {
  return show(keysOf(id)[0] ?? "");
}

const combos = new Map(ACTION_IDS.map((id) => [id, keysOf(id).map(parse)]));

export function pressed(event: KeyboardEvent | React.KeyboardEvent, id: ActionId): boolean {
  const native = "nativeEvent" in event ? event.nativeEvent : event;
  return combos.get(id)?.some((combo) => matches(native, combo)) ?? false;
}

function isEditable(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Keys that belong to a text field while the caret is in it. */
function belongsToField(event: KeyboardEvent): boolean {
  const field = event.target;
  if (!isEditable(field)) return false;
  const bare = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (bare) return !/^F\d+$|^Escape$|^Insert$/.test(event.key);
  if (/^Key[ACVX]$/.test(event.code)) return true;
  if (/^Arrow|^Home$|^End$/.test(event.key)) return !event.altKey;
  // What was typed and not yet kept is taken back by the field itself.
  return /^Key[ZY]$/.test(event.code) && field.dataset.typed === "true";
}

/** Keys of the web view that would lose the desk or print the wrong thing. */
function isWebView(event: KeyboardEvent): boolean {
  if (/^F(3|5|7|12)$/.test(event.key)) return true;
  const ctrl = event.ctrlKey || event.metaKey;
  return ctrl && !event.altKey && /^(Key[RPFGUJ]|Minus|Equal|Digit0|NumpadAdd|NumpadSubtract)$/.test(event.code);
}

/** A bare Enter or Space on a button, a link or an option is its own. */
function belongsToControl(event: KeyboardEvent): boolean {
  const bare = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
  if (!bare || !/^(Enter| |Tab)$/.test(event.key)) return false;
  return (
    event.target instanceof HTMLElement &&
    event.target.closest("button,a[href],[role=radio],[role=checkbox],[role=switch],[role=menuitem],[role=option],summary") !== null
  );
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (!belongsToField(event) && !belongsToControl(event)) {
    for (let index = deeds.length - 1; index >= 0; index -= 1) {
      const deed = deeds[index];
      if (deed && deed.depth === topDepth() && pressed(event, deed.id)) {
        event.preventDefault();
        deed.run.current();
        return;
      }
    }
  }
  if (import.meta.env.PROD && isWebView(event)) event.preventDefault();
}

/** Starts the one listener; returns how to stop it. */
export function listenForKeys(): () => void {
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
