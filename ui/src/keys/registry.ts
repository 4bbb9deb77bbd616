/**
 * Every action of the desk and its keys: one table that feeds the buttons, the palette, the F1 help, the status bar and
 * the clash test. The word of an action is the message `action-<id>`. Sections are digits with Alt.
 */
export type Place = "desk" | "list" | "record" | "grid" | "today" | "firstrun" | "import" | "settings" | "door" | "dialog";

interface Entry {
  /** The first one is shown; the others are twins for laptops and for hands from 1C. */
  keys: readonly string[];
  place: Place;
}

export const ACTIONS = {
  palette: { keys: ["Ctrl+K"], place: "desk" },
  help: { keys: ["F1"], place: "desk" },
  back: { keys: ["Esc"], place: "desk" },
  undo: { keys: ["Ctrl+Z"], place: "desk" },
  redo: { keys: ["Ctrl+Shift+Z", "Ctrl+Y"], place: "desk" },
  again: { keys: ["F5"], place: "desk" },
  "stop-work": { keys: ["Ctrl+."], place: "desk" },
  pane: { keys: ["F6"], place: "desk" },
  organisation: { keys: ["Alt+O"], place: "desk" },
  theme: { keys: ["Alt+T"], place: "desk" },
  language: { keys: ["Alt+L"], place: "desk" },
  "zoom-in": { keys: ["Ctrl+=", "Ctrl+Shift+="], place: "desk" },
  "zoom-out": { keys: ["Ctrl+-"], place: "desk" },
  "zoom-usual": { keys: ["Ctrl+0"], place: "desk" },
  "go-today": { keys: ["Alt+1"], place: "desk" },
  "go-deals": { keys: ["Alt+2"], place: "desk" },
  "go-invoices": { keys: ["Alt+3"], place: "desk" },
  "go-payments": { keys: ["Alt+4"], place: "desk" },
  "go-counterparties": { keys: ["Alt+5"], place: "desk" },
  "go-contracts": { keys: ["Alt+6"], place: "desk" },
  "go-goods": { keys: ["Alt+7"], place: "desk" },
  "go-prices": { keys: ["Alt+8"], place: "desk" },
  "go-import": { keys: ["Alt+9"], place: "desk" },
  "go-settings": { keys: ["Alt+0"], place: "desk" },

  open: { keys: ["Enter"], place: "list" },
  new: { keys: ["Ins", "Ctrl+N"], place: "list" },
  filter: { keys: ["Ctrl+F"], place: "list" },
  narrow: { keys: ["Alt+F", "Ctrl+Shift+F"], place: "list" },
  "save-filter": { keys: ["Ctrl+Shift+S"], place: "list" },
  columns: { keys: ["Ctrl+J"], place: "list" },
  xlsx: { keys: ["Ctrl+S"], place: "list" },
  "next-tab": { keys: ["Ctrl+Down"], place: "list" },
  "previous-tab": { keys: ["Ctrl+Up"], place: "list" },
  mark: { keys: ["Space"], place: "list" },
  "mark-all": { keys: ["Ctrl+A"], place: "list" },
  "print-marked": { keys: ["Ctrl+P"], place: "list" },
  "save-marked": { keys: ["Ctrl+Shift+P"], place: "list" },
  "all-tabs": { keys: ["Ctrl+Shift+Down"], place: "list" },
  "pay-current": { keys: ["Ctrl+O"], place: "list" },
  "archive-current": { keys: ["Ctrl+Shift+Delete"], place: "list" },

  post: { keys: ["Ctrl+Enter"], place: "record" },
  "issue-print": { keys: ["Shift+F9"], place: "record" },
  print: { keys: ["Ctrl+P"], place: "record" },
  "save-pdf": { keys: ["Ctrl+S"], place: "record" },
  preview: { keys: ["F7"], place: "record" },
  "copy-record": { keys: ["F9"], place: "record" },
  invoice: { keys: ["Ctrl+I"], place: "record" },
  pay: { keys: ["Ctrl+O"], place: "record" },
  void: { keys: ["Ctrl+Shift+X"], place: "record" },
  archive: { keys: ["Ctrl+Shift+Delete"], place: "record" },
  attach: { keys: ["Ctrl+L"], place: "record" },
  problems: { keys: ["F8"], place: "record" },
  history: { keys: ["Ctrl+H"], place: "record" },
  different: { keys: ["Ctrl+Shift+D"], place: "record" },
  "open-similar": { keys: ["Ctrl+Shift+O"], place: "record" },
  "picture-logo": { keys: ["Ctrl+G"], place: "record" },
  "picture-stamp": { keys: ["Ctrl+M"], place: "record" },
  "picture-signature": { keys: ["Ctrl+U"], place: "record" },
  "add-row": { keys: ["Ins", "Ctrl+N"], place: "record" },
  "new-deal": { keys: ["Ctrl+E"], place: "record" },
  "section-1": { keys: ["Ctrl+1"], place: "record" },
  "section-2": { keys: ["Ctrl+2"], place: "record" },
  "section-3": { keys: ["Ctrl+3"], place: "record" },
  "section-4": { keys: ["Ctrl+4"], place: "record" },
  "section-5": { keys: ["Ctrl+5"], place: "record" },
  "section-6": { keys: ["Ctrl+6"], place: "record" },

  "grid-next": { keys: ["Enter"], place: "grid" },
  "grid-field": { keys: ["Tab"], place: "grid" },
  "grid-choose": { keys: ["F4", "Alt+Down"], place: "grid" },
  "grid-edit": { keys: ["F2"], place: "grid" },
  "grid-copy": { keys: ["Ctrl+D"], place: "grid" },
  "grid-remove": { keys: ["Ctrl+Delete"], place: "grid" },
  "grid-new": { keys: ["Ctrl+End"], place: "grid" },
  "grid-up": { keys: ["Ctrl+Shift+Up"], place: "grid" },
  "grid-down": { keys: ["Ctrl+Shift+Down"], place: "grid" },
  "grid-paste": { keys: ["Ctrl+V"], place: "grid" },

  "today-new": { keys: ["Ins", "Ctrl+N"], place: "today" },
  "today-act": { keys: ["Enter"], place: "today" },
  "today-pay": { keys: ["Ctrl+O"], place: "today" },

  "first-next": { keys: ["Enter"], place: "firstrun" },
  "first-start": { keys: ["Ctrl+Enter"], place: "firstrun" },
  "first-empty": { keys: ["Ctrl+1"], place: "firstrun" },
  "first-demo": { keys: ["Ctrl+2"], place: "firstrun" },
  "first-import": { keys: ["Ctrl+3"], place: "firstrun" },

  "first-logo": { keys: ["Ctrl+G"], place: "firstrun" },

  "import-next": { keys: ["Ctrl+Enter"], place: "import" },
  "import-file": { keys: ["Ctrl+L"], place: "import" },
  "import-undo": { keys: ["Ctrl+Shift+X"], place: "import" },

  "backup-now": { keys: ["Ctrl+B"], place: "settings" },
  "verify-now": { keys: ["Ctrl+Shift+V"], place: "settings" },
  "rebuild-now": { keys: ["Ctrl+Shift+B"], place: "settings" },
  "restore-last": { keys: ["Ctrl+O"], place: "settings" },
  "keep-passphrase": { keys: ["Ctrl+Enter"], place: "settings" },

  "start-again": { keys: ["Enter"], place: "door" },
  "start-restore": { keys: ["Ctrl+O"], place: "door" },
  "close-desk": { keys: ["Ctrl+Q"], place: "door" },

  confirm: { keys: ["Ctrl+Enter"], place: "dialog" },
  "dialog-add": { keys: ["Ins", "Ctrl+N"], place: "dialog" },
  "preset-1": { keys: ["Ctrl+1"], place: "dialog" },
  "preset-2": { keys: ["Ctrl+2"], place: "dialog" },
  "preset-3": { keys: ["Ctrl+3"], place: "dialog" },
  "preset-4": { keys: ["Ctrl+4"], place: "dialog" },
} as const satisfies Record<string, Entry>;

export type ActionId = keyof typeof ACTIONS;

/** Which places are open at once: a key may mean one thing in each chain only. */
export const CHAINS: readonly (readonly Place[])[] = [
  ["desk", "list"],
  ["desk", "record", "grid"],
  ["desk", "today"],
  ["desk", "import"],
  // The pages of the settings are sections of a record too; its other keys rest there.
  ["desk", "settings"],
  ["door"],
  ["firstrun"],
  ["dialog"],
];

export function keysOf(id: ActionId): readonly string[] {
  return ACTIONS[id].keys;
}

export function placeOf(id: ActionId): Place {
  return ACTIONS[id].place;
}

export const ACTION_IDS = Object.keys(ACTIONS) as ActionId[];
