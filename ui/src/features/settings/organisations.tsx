/** The own organisations, in whose name papers are issued. */
import { useQuery } from "@tanstack/react-query";
import { Building2, Plus } from "lucide-react";
import { core } from "../../backend/commands";
import { ActionButton } from "../../parts/button";
import { Icon } from "../../parts/icons";
import { openNew } from "../../parts/record";
import { pathOf } from "../../parts/route";
import { countryOf, useTable } from "../../parts/tables";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { useSession } from "../shell/session";

export function Organisations() {
  const t = useText();
  const { start } = useSession();
  useTable("countries");
  const list = useQuery({
    queryKey: ["list", "organisation", "settings"],
    queryFn: () => core.list({ kind: "organisation", tab: "all", position: "first", limit: 50 }),
  });
  const add = () => attempt(core.create("organisation", { country: "BY" }).then(openNew));
  return (
    <section>
      <h2>
        {t("settings-organisations")}
        <span className="end">
          <ActionButton action="add-row" small icon={Plus} run={add}>
            {t("organisation-add")}
          </ActionButton>
        </span>
      </h2>
      <p className="t2 sm">{t("organisations-note")}</p>
      <ul className="big-list">
        {list.data?.rows.map((row) => (
          <li key={row.id}>
            <a href={`#${pathOf("organisation", row.id)}`}>
              <Icon of={Building2} />
              <b>{row.name || t("organisation-new")}</b>
              <span className="t2">{row.tax_id}</span>
              <span className="t3" title={row.country}>
                {countryOf(row.country)}
              </span>
              {row.id === start.organisation && <span className="t3 end">{t("organisation-usual")}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
