/** What the marked rows come to, by currency, and what can be done with all of them. */
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { core } from "../../backend/commands";
import type { Id, Kind } from "../../backend/types";
import { useText } from "../../text";
import { sum } from "../../text/format";
import { Button } from "../button";

const MONEY = new Set<Kind>(["deal", "invoice", "payment"]);

export function MarkedBar(props: { kind: Kind; ids: Id[]; clear: () => void; actions?: ((ids: Id[]) => ReactNode) | undefined }) {
  const t = useText();
  const sums = useQuery({
    queryKey: ["sums", props.kind, props.ids],
    queryFn: () => core.sums(props.kind, props.ids),
    enabled: MONEY.has(props.kind),
  });
  return (
    <section className="marked" aria-label={t("marked-rows")} aria-live="polite">
      <b>{t("marked-count", { count: props.ids.length })}</b>
      {sums.data?.map((row) => (
        <span key={row.currency}>
          {t("sum")} <b>{`${sum(row.total)} ${row.currency}`}</b> {t("rest")} <b>{`${sum(row.rest)} ${row.currency}`}</b>
        </span>
      ))}
      <span className="end row">
        {props.actions?.(props.ids)}
        <Button small icon={X} cap="Esc" onPress={props.clear}>
          {t("unmark")}
        </Button>
      </span>
    </section>
  );
}
