// Finds what a person, or a screen reader, would call by its role and name. Only what can be seen is found.
const space = (text) => (text ?? "").replace(/[\s\u00a0\u202f\u2009\u2060]+/g, " ").trim();
const byIds = (ids) => space(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
const visible = (element) => {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return box.width > 0 && box.height > 0 && style.visibility !== "hidden" && style.display !== "none";
};
const nameOf = (element) => {
  if (element.hasAttribute("aria-labelledby")) return byIds(element.getAttribute("aria-labelledby"));
  if (element.hasAttribute("aria-label")) return space(element.getAttribute("aria-label"));
  if (element.labels?.length) return space([...element.labels].map((label) => label.textContent).join(" "));
  if (element.matches("input, textarea, select")) return space(element.placeholder || element.title);
  return space(element.innerText || element.title);
};
const SELECTORS = {
  button: "button, [role=button], input[type=submit]",
  link: "a[href], [role=link]",
  field: "input:not([type=checkbox]):not([type=radio]):not([type=hidden]), textarea, select, [contenteditable=true], [role=textbox], [role=combobox], [role=searchbox]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
  radio: "input[type=radio], [role=radio]",
  row: "tr, [role=row]",
  cell: "td, [role=gridcell], [role=cell]",
  heading: "h1, h2, h3, h4, [role=heading]",
  test: "[data-testid]",
};
// The key printed on a button is part of what is seen, not of its name: "Провести Ctrl+Enter" answers to "Провести".
const matches = (element, role, wanted) => {
  if (role === "test") return element.dataset.testid === wanted;
  const name = nameOf(element);
  if (name === wanted) return true;
  const keyless = element.cloneNode(true);
  for (const key of keyless.querySelectorAll("kbd, [aria-hidden=true]")) key.remove();
  return space(keyless.textContent) === wanted;
};
const all = (role) => [...document.querySelectorAll(SELECTORS[role] ?? `[role="${role}"]`)].filter((element) =>
  // React Aria keeps native inputs of its boxes invisible beneath the drawn ones.
  visible(element) || element.matches("input[type=checkbox], input[type=radio]"));
const find = (role, wanted) => {
  const name = space(wanted);
  const found = all(role);
  return found.find((element) => matches(element, role, name)) ?? found.find((element) => role === "row" && space(element.innerText).includes(name)) ?? null;
};
const describe = (element) => {
  if (!element || element === document.body) return "body";
  const role = element.getAttribute("role") ?? Object.keys(SELECTORS).find((known) => element.matches(SELECTORS[known])) ?? element.tagName.toLowerCase();
  return `${role} ${nameOf(element)}`;
};
