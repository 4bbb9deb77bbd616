/** The warning that such a counterparty is here already, while its name or tax id is being typed. */
import { useQuery } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { core } from "../../backend/commands";
import type { RecordView } from "../../backend/types";
import { ActionButton } from "../../parts/button";
import { Icon } from "../../parts/icons";
import { useLocal } from "../../parts/local";
import { textAt } from "../../parts/record";
import { go, pathOf } from "../../parts/route";
import { useText } from "../../text";

export function Similar(props: { record: RecordView; name: string; taxId: string }) {
  const t = useText();
  const { record, name, taxId } = props;
  const country = textAt(record.body, "/country");
  const [different, setDifferent] = useLocal(`different.${record.id}`);
  const similar = useQuery({
    queryKey: ["similar", record.id, name, taxId, country],
    queryFn: () => core.similar({ id: record.id, name, tax_id: taxId, country }),
    enabled: name.trim().length > 2 || taxId.trim().length > 4,
    placeholderData: (before) => before,
  });
  const rows = (similar.data ?? []).filter((row) => row.id !== record.id && !different.split(",").includes(row.id));
  const row = rows[0];
  if (!row) return null;
  const same = row.tax_id !== "" && row.tax_id === textAt(record.body, "/tax_id");
  return (
    <section className="notice" role="status" aria-label={t("similar-title")}>
      <span className="st warn b">
        <Icon of={Copy} small />
        {t("similar-title")}
      </span>
      <span className="sm">
        <b>{row.name}</b> {t(same ? "similar-same-id" : "similar-name", { tax_id: row.tax_id })}
        {rows.length > 1 && ` ${t("and-more", { count: rows.length - 1 })}`}
      </span>
      <span className="acts">
        <ActionButton action="open-similar" small run={() => go(pathOf("counterparty", row.id))}>
          {t("similar-open")}
        </ActionButton>
        <ActionButton action="different" small quiet run={() => setDifferent([different, row.id].filter(Boolean).join(","))}>
          {t("similar-different")}
        </ActionButton>
      </span>
    </section>
  );
}
