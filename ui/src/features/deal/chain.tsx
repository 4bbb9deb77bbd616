/** The way of a deal: the deal, its invoices, its payments, with what is left at each step. */
import { FileText, Handshake, type LucideIcon, ScrollText, Wallet } from "lucide-react";
import type { ReactNode } from "react";
import type { ChainStep, Kind } from "../../backend/types";
import { Icon } from "../../parts/icons";
import { pathOf } from "../../parts/route";
import { useText } from "../../text";
import { date, isZero, sum } from "../../text/format";

const ICONS: Record<string, LucideIcon> = { deal: Handshake, invoice: FileText, payment: Wallet, contract: ScrollText };

export function Chain(props: { steps: ChainStep[]; here?: string; after?: (step: ChainStep, last: boolean) => ReactNode }) {
  const t = useText();
  return (
    <ol className="chain">
      {props.steps.map((step, index) => {
        const last = props.steps[index + 1]?.kind !== step.kind;
        const over = step.kind === "deal" && step.rest.startsWith("-");
        const whole = step.part !== "" && step.part !== step.amount;
        const words = { kind: t(`kind-${step.kind.replace("_", "-")}`) };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: one payment may stand under several invoices
          <li key={`${step.kind}${step.id}${index}`} className="ch">
            <div className="cx">
              <Icon of={ICONS[step.kind] ?? FileText} />
            </div>
            <div>
              <div className="c1">
                {step.id === props.here || step.id === "" ? (
                  <b>{words.kind}</b>
                ) : (
                  <a className="chain-link" href={`#${pathOf(step.kind as Kind, step.id)}`}>
                    <b>{words.kind}</b>
                    <span className="t2 el">
                      {" "}
                      {step.number ? `№\u00a0${step.number}` : step.status === "draft" ? t("status-draft").toLocaleLowerCase() : ""}
                    </span>
                  </a>
                )}
                <span className="end t3 nw">{date(step.date)}</span>
              </div>
              <div className="c2">
                <span>{t(`chain-${step.kind}`)}</span>
                <span title={whole ? t("chain-whole", { sum: `${sum(step.amount)} ${step.currency}` }) : undefined}>
                  {sum(whole ? step.part : step.amount)} <small>{step.currency}</small>
                </span>
              </div>
              {!isZero(step.rest) && step.kind !== "payment" && (
                <div className="c2 b">
                  {/* The core tells of a deal beside another paper what is unpaid, and in its own chain what is left to invoice. */}
                  <span>
                    {t(
                      step.kind === "deal" && step.id !== props.here
                        ? "column-to-invoice"
                        : over
                          ? "chain-over"
                          : `chain-rest-${step.kind}`,
                    )}
                  </span>
                  <span>{sum(over ? step.rest.slice(1) : step.rest)}</span>
                </div>
              )}
              {props.after?.(step, last)}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
