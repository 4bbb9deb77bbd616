// Debug builds only: keeps what went wrong in the page, from its very first line, for the journeys to ask.
(() => {
  const faults = [];
  window.__torgdom_faults = faults;
  const text = (value) => (value instanceof Error ? `${value.message}\n${value.stack}` : String(value));
  const error = console.error.bind(console);
  console.error = (...said) => { faults.push(said.map(text).join(" ")); error(...said); };
  window.addEventListener("error", (event) => faults.push(`error: ${event.message} (${event.filename}:${event.lineno})`));
  window.addEventListener("unhandledrejection", (event) => faults.push(`rejected: ${text(event.reason?.failure ? JSON.stringify(event.reason.failure) : event.reason)}`));
  document.addEventListener("securitypolicyviolation", (event) => faults.push(`policy: ${event.effectiveDirective} refused ${event.blockedURI || event.sourceFile}`));
})();
