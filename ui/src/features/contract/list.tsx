/** The contracts, their terms and limits. */
import { Import, ScrollText } from "lucide-react";
import { core } from "../../backend/commands";
import { Button } from "../../parts/button";
import { ListView } from "../../parts/list/view";
import { openNew } from "../../parts/record";
import { go } from "../../parts/route";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { useSession } from "../shell/session";

export function Contracts() {
  const t = useText();
  const session = useSession();
  const add = () =>
    attempt(
      core.create("contract", { organisation: session.organisation || session.start.organisation, date: session.today }).then(openNew),
    );
  return (
    <ListView
      kind="contract"
      title={t("section-contract")}
      today={session.today}
      organisation={session.organisation}
      onNew={add}
      newText={t("contract-new")}
      empty={
        <div className="empty">
          <h2>{t("contracts-empty")}</h2>
          <p>{t("contracts-empty-text")}</p>
          <span className="row">
            <Button main icon={ScrollText} onPress={add}>
              {t("contract-new")}
            </Button>
            <Button icon={Import} onPress={() => go("/import")}>
              {t("import-some")}
            </Button>
          </span>
        </div>
      }
    />
  );
}
