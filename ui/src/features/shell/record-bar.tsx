/** The bar over a record: what it is, its state, when it was kept, and what can be done with it. */
import { Check, LoaderCircle } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { RecordView } from "../../backend/types";
import { keyCap, perform, useAction } from "../../keys";
import { Icon } from "../../parts/icons";
import { useSaved } from "../../parts/record";
import { back } from "../../parts/route";
import { State } from "../../parts/state";
import { useText } from "../../text";
import { clock } from "../../text/format";

export function Saved(props: { record: RecordView }) {
  const t = useText();
  const { saving, at } = useSaved(props.record.id);
  if (saving) {
    return (
      <span className="saved sm t3">
        <Icon of={LoaderCircle} small />
        {t("saving")}
      </span>
    );
  }
  return (
    <span className="saved sm t2" role="status">
      <Icon of={Check} small />
      {t("saved-at", { time: clock(at ?? props.record.updated_at) })}
    </span>
  );
}

export function RecordBar(props: {
  record: RecordView;
  title: string;
  of?: string;
  status: string;
  children?: ReactNode;
  noSaved?: boolean;
}) {
  // Nothing can be lost by closing, so Esc needs no question.
  const t = useText();
  useAction("back", () => back(props.record.kind));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The focus never stays on the body: what no field took belongs to the title.
    const focused = document.activeElement;
    if (!focused || focused === document.body || !focused.closest("main")) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="bar">
      <h1 ref={heading} tabIndex={-1}>
        {props.title} {props.of && <span>{props.of}</span>}
      </h1>
      <State of={props.status} strong />
      {!props.noSaved && <Saved record={props.record} />}
      <div className="acts">
        <button type="button" className="btn quiet only-narrow" onClick={() => perform("pane")}>
          <span>{t("pane")}</span>
          <kbd aria-hidden="true">{keyCap("pane")}</kbd>
        </button>
        {props.children}
      </div>
    </div>
  );
}
