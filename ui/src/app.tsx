/** Which of the four doors the desk opens with: first run, pass-phrase, trouble, or the desk itself. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { I18nProvider } from "react-aria-components";
import { asFailure } from "./backend";
import { core } from "./backend/commands";
import type { StartState } from "./backend/types";
import { FirstRun } from "./features/firstrun";
import { Desk } from "./features/shell/desk";
import { SessionProvider, useSession } from "./features/shell/session";
import { StartFailed } from "./features/start/failed";
import { Unlock } from "./features/start/unlock";
import { useRoute } from "./parts/route";
import { screenFor } from "./screens";

const NOTHING: StartState = {
  state: "failed",
  version: "",
  profile: "",
  today: "",
  language: "",
  theme: "system",
  density: "usual",
  encrypted: false,
  organisations: [],
  organisation: "",
  author: "",
  demo: false,
};

export function App() {
  const [started, setStarted] = useState<StartState | null>(null);
  const first = useQuery({
    queryKey: ["start"],
    queryFn: () => core.start(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  if (first.error && !started) {
    return (
      <SessionProvider start={{ ...NOTHING, failure: asFailure(first.error) }} restart={setStarted}>
        <StartFailed again={() => void first.refetch()} />
      </SessionProvider>
    );
  }
  const start = started ?? first.data;
  if (!start) return null;
  return (
    <SessionProvider key={`${start.state}${start.profile}`} start={start} restart={setStarted}>
      <Door />
    </SessionProvider>
  );
}

function Door() {
  const { start, language, restart } = useSession();
  const route = useRoute();
  return (
    <I18nProvider locale={language === "en" ? "en-GB" : "ru-RU"}>
      {start.state === "first_run" && <FirstRun />}
      {start.state === "passphrase" && <Unlock />}
      {start.state === "failed" && <StartFailed again={() => void core.start().then(restart)} />}
      {start.state === "ready" && <Desk>{screenFor(route)}</Desk>}
    </I18nProvider>
  );
}
