/** Everyone we sell to or buy from. */
import { Building2, Import } from "lucide-react";
import { core } from "../../backend/commands";
import { Button } from "../../parts/button";
import { ListView } from "../../parts/list/view";
import { openNew } from "../../parts/record";
import { go } from "../../parts/route";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { useSession } from "../shell/session";

export function Counterparties() {
  const t = useText();
  const session = useSession();
  const add = () =>
    attempt(core.create("counterparty", { buyer: true, country: session.start.organisations[0]?.country ?? "RU" }).then(openNew));
  return (
    <ListView
      kind="counterparty"
      title={t("section-counterparty")}
      today={session.today}
      organisation={session.organisation}
      onNew={add}
      newText={t("counterparty-new")}
      empty={
        <div className="empty">
          <h2>{t("counterparties-empty")}</h2>
          <p>{t("counterparties-empty-text")}</p>
          <span className="row">
            <Button main icon={Building2} onPress={add}>
              {t("counterparty-new")}
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
