/** Keeps the focus where it was while everything is drawn anew in another language. */
import { useEffect, useRef } from "react";

/** Places of the element among its siblings, from the body down. */
function pathTo(element: Element | null): number[] {
  const path: number[] = [];
  for (let at = element; at?.parentElement && at !== document.body; at = at.parentElement) {
    path.unshift([...at.parentElement.children].indexOf(at));
  }
  return path;
}

function elementAt(path: number[]): Element | undefined {
  let at: Element | undefined = document.body;
  for (const place of path) at = at?.children[place];
  return at;
}

/** The tree is the same in every language: the element in the same place takes the focus again. */
export function useFocusKept(language: string): void {
  const before = useRef<{ language: string; path: number[] }>({ language, path: [] });
  // While the old tree still stands: once it is gone the focus has fallen to the body.
  if (before.current.language !== language) before.current = { language, path: pathTo(document.activeElement) };
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of language
  useEffect(() => {
    const element = before.current.path.length > 0 ? elementAt(before.current.path) : undefined;
    if (element instanceof HTMLElement && element !== document.activeElement) element.focus({ preventScroll: true });
  }, [language]);
}
