/** Where the focus goes next. */

/** Enter goes on to the next field of the form. */
export function nextField(from: HTMLElement): void {
  const form = from.closest("[data-form]");
  if (!form) return;
  const fields = [
    ...form.querySelectorAll<HTMLElement>("input:not([readonly]):not([disabled]),textarea:not([readonly]),[data-stop]"),
  ].filter((field) => field.tabIndex >= 0);
  const next = fields[fields.indexOf(from) + 1];
  if (next) next.focus();
  // After the last field of a paper's head come its lines.
  else form.parentElement?.querySelector<HTMLElement>("[data-place=grid]")?.focus();
}
