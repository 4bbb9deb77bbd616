/** A refusal or a fault in the place of what it kept from being shown: what happened, why, what to do. */
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Failure } from "../backend/types";
import { failureText, problemText } from "../text";
import { ActionButton } from "./button";
import { Icon } from "./icons";
import { queries } from "./record";

export function FailurePanel(props: { failure: Failure; children?: ReactNode }) {
  const { title, advice } = failureText(props.failure);
  return (
    <div className="empty" role="alert">
      <h2 className="danger">
        <Icon of={CircleAlert} /> {title}
      </h2>
      {advice && <p>{advice}</p>}
      {props.failure.problems.length > 0 && (
        <ul>
          {props.failure.problems.map((problem) => (
            <li key={`${problem.code}${problem.field}`}>{problemText(problem)}</li>
          ))}
        </ul>
      )}
      {props.children ?? <ActionButton action="again" run={() => void queries.invalidateQueries()} />}
    </div>
  );
}
