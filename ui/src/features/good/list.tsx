/** The goods and services that are traded. */
import { Import, Package } from "lucide-react";
import { core } from "../../backend/commands";
import { Button } from "../../parts/button";
import { ListView } from "../../parts/list/view";
import { openNew } from "../../parts/record";
import { go } from "../../parts/route";
import { useTable } from "../../parts/tables";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { useSession } from "../shell/session";

export function Goods() {
  const t = useText();
  const session = useSession();
  useTable("units");
  const add = () => attempt(core.create("good", { unit: "796", vat: "base" }).then(openNew));
  return (
    <ListView
      kind="good"
      title={t("section-good")}
      today={session.today}
      organisation={session.organisation}
      onNew={add}
      newText={t("good-new")}
      empty={
        <div className="empty">
          <h2>{t("goods-empty")}</h2>
          <p>{t("goods-empty-text")}</p>
          <span className="row">
            <Button main icon={Package} onPress={add}>
              {t("good-new")}
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
