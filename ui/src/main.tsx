/** Where the interface begins. */
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { listen } from "./backend";
import { listenForKeys } from "./keys";
import "./look/tokens.css";
import "./look/base.css";
import "./look/shell.css";
import "./look/parts.css";
import "./look/lists.css";
import "./look/pieces.css";
import "./look/grid.css";
import "./look/screens.css";
import { core } from "./backend/commands";
import { flushAll, flushOnLeave } from "./parts/pending";
import { allAnswered, queries } from "./parts/record";
import { rememberOpening } from "./parts/route";
import { SCREENS } from "./screens";

listenForKeys();
flushOnLeave();
rememberOpening();
listen((event) => {
  if (event.type !== "closing") return;
  void flushAll()
    .then(allAnswered)
    .then(() => core.closed());
});

// The accessibility run visits every screen by this list; it only names addresses.
Object.assign(window, { __torgdom: { screens: SCREENS.map(({ name, path, kind }) => ({ name, path, kind })) } });

const root = document.getElementById("desk");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
