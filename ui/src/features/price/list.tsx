/** The dated price lists. */
import { Import, Tags } from "lucide-react";
import { core } from "../../backend/commands";
import { Button } from "../../parts/button";
import { ListView } from "../../parts/list/view";
import { openNew } from "../../parts/record";
import { go } from "../../parts/route";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { useSession } from "../shell/session";

export function PriceLists() {
  const t = useText();
  const session = useSession();
  const add = () =>
    attempt(core.create("price_list", { from: session.today, currency: session.start.organisations[0]?.currency ?? "RUB" }).then(openNew));
  return (
    <ListView
      kind="price_list"
      title={t("section-price-list")}
      today={session.today}
      organisation={session.organisation}
      onNew={add}
      newText={t("price-list-new")}
      empty={
        <div className="empty">
          <h2>{t("prices-empty")}</h2>
          <p>{t("prices-empty-text")}</p>
          <span className="row">
            <Button main icon={Tags} onPress={add}>
              {t("price-list-new")}
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
