/** What came of pasted cells: how many were filled, and each refused one with its place and reason. */
import { X } from "lucide-react";
import type { PasteReport } from "../../backend/types";
import { keyCap, useAction } from "../../keys";
import { problemText, useText } from "../../text";
import { Button } from "../button";

export function PasteTrouble(props: { report: PasteReport; close: () => void }) {
  const t = useText();
  const { report } = props;
  useAction("back", props.close);
  const words = t("paste-done", { filled: report.filled, added: report.added, failed: report.failed.length });
  return (
    <section className={`notice${report.failed.length > 0 ? "" : " plain"}`} aria-label={t("paste-report")} role="status">
      <div className="grow">
        <b>{words}</b>
        {report.failed.length > 0 && (
          <ul className="paste-failed">
            {report.failed.slice(0, 50).map((cell) => (
              <li key={`${cell.row}-${cell.column}`} className="sm">
                {t("paste-cell", { row: cell.row, column: cell.column })} <b>{cell.text || t("paste-empty")}</b>{" "}
                <span className="danger">{problemText(cell.problem)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button small icon={X} onPress={props.close} cap={keyCap("back")}>
        {t("close")}
      </Button>
    </section>
  );
}
