/** What the marked rows come to, by currency, and what can be done with all of them. */
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { core } from "../../backend/commands";
import type { CurrencySum, Id, Kind } from "../../backend/types";
import { useText } from "../../text";
import { isZero, sum } from "../../text/format";
import { Button } from "../button";
import { wholeOf } from "./hold";
import { pageQuery } from "./pages";

const MONEY = new Set<Kind>(["deal", "invoice", "payment", "contract"]);

/** A number for each set of marks: thousands of ids make a poor key. */
const stamps = new WeakMap<ReadonlySet<Id>, number>();
let last = 0;

function stampOf(marked: ReadonlySet<Id>): number {
  const known = stamps.get(marked);
  if (known !== undefined) return known;
  last += 1;
  stamps.set(marked, last);
  return last;
}

async function sumsOf(kind: Kind, marked: ReadonlySet<Id>): Promise<CurrencySum[]> {
  const whole = wholeOf(marked);
  if (whole) {
    const sums = await core.sumsOf(pageQuery(whole, 0, 0));
    // Rows may have come or gone since they were marked: then the marks themselves are asked about.
    if (sums.reduce((rows, sum) => rows + sum.rows, 0) === marked.size) return sums;
  }
  return core.sums(kind, [...marked]);
}

interface Props {
  kind: Kind;
  marked: ReadonlySet<Id>;
  clear: () => void;
  actions?: ((ids: Id[]) => ReactNode) | undefined;
}

export function MarkedBar(props: Props) {
  const t = useText();
  const sums = useQuery({
    queryKey: ["sums", props.kind, stampOf(props.marked)],
    queryFn: () => sumsOf(props.kind, props.marked),
    enabled: MONEY.has(props.kind),
    placeholderData: (before) => before,
  });
  const rows = sums.data?.filter((row) => row.currency !== "");
  return (
    <section className="marked" aria-label={t("marked-rows")} aria-live="polite">
      <b>{t("marked-count", { count: props.marked.size })}</b>
      {rows?.map((row) => (
        <span key={row.currency} className="nw">
          {t("sum")} <b>{`${sum(row.total)} ${row.currency}`}</b>
          {!isZero(row.rest) && (
            <>
              {" · "}
              {t("rest")} <b>{`${sum(row.rest)} ${row.currency}`}</b>
            </>
          )}
        </span>
      ))}
      <span className="end row">
        {props.actions?.([...props.marked])}
        <Button small icon={X} cap="Esc" onPress={props.clear}>
          {t("unmark")}
        </Button>
      </span>
    </section>
  );
}
