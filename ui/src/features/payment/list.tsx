/** The payments that came in and went out. */
import { Wallet } from "lucide-react";
import { core } from "../../backend/commands";
import { Button } from "../../parts/button";
import { ListView } from "../../parts/list/view";

import { openNew } from "../../parts/record";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { useSession } from "../shell/session";

export function Payments() {
  const t = useText();
  const session = useSession();
  const add = () => attempt(core.createPayment({ date: session.today }).then(openNew));
  return (
    <ListView
      kind="payment"
      title={t("section-payment")}
      today={session.today}
      organisation={session.organisation}
      onNew={add}
      newText={t("payment-new")}
      empty={
        <div className="empty">
          <h2>{t("payments-empty")}</h2>
          <p>{t("payments-empty-text")}</p>
          <Button main icon={Wallet} onPress={add}>
            {t("payment-new")}
          </Button>
        </div>
      }
    />
  );
}
