// The web view's own keys (reload, print, find, zoom, caret, tools) do nothing in the desk. The screens hear every key
// as before: only the web view's own answer is prevented.
(() => {
  const own = new Set(["F3", "F5", "F7", "F12", "BrowserBack", "BrowserForward", "BrowserRefresh", "BrowserSearch"]);
  const withControl = new Set(["KeyR", "KeyP", "KeyF", "KeyG", "KeyU", "KeyJ", "KeyS", "KeyO", "Equal", "Minus", "Digit0", "NumpadAdd", "NumpadSubtract", "Numpad0"]);
  const swallowed = (event) =>
    own.has(event.key) ||
    ((event.ctrlKey || event.metaKey) && (withControl.has(event.code) || (event.shiftKey && (event.code === "KeyI" || event.code === "KeyC")))) ||
    (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight"));
  window.addEventListener("keydown", (event) => { if (swallowed(event)) event.preventDefault(); }, true);
  window.addEventListener("contextmenu", (event) => {
    const editable = event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]");
    if (!editable) event.preventDefault();
  }, true);
  window.addEventListener("wheel", (event) => { if (event.ctrlKey) event.preventDefault(); }, { capture: true, passive: false });
})();
