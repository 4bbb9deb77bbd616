/** The deals. */
import { Handshake } from "lucide-react";
import { core } from "../../backend/commands";
import { Button } from "../../parts/button";
import { ListView } from "../../parts/list/view";

import { openNew } from "../../parts/record";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { useSession } from "../shell/session";

export function useNewDeal(): () => void {
  const session = useSession();
  return () => attempt(core.createDeal({ organisation: session.organisation || session.start.organisation || undefined }).then(openNew));
}

export function Deals() {
  const t = useText();
  const session = useSession();
  const add = useNewDeal();
  return (
    <ListView
      kind="deal"
      title={t("section-deal")}
      today={session.today}
      organisation={session.organisation}
      onNew={add}
      newText={t("deal-new")}
      empty={
        <div className="empty">
          <h2>{t("deals-empty")}</h2>
          <p>{t("deals-empty-text")}</p>
          <Button main icon={Handshake} onPress={add}>
            {t("deal-new")}
          </Button>
        </div>
      }
    />
  );
}
