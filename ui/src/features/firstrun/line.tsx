/** One field of the first run: label, what is typed, and what is to be said of it. */
import { Check, X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { nextField } from "../../parts/focus";
import { Icon } from "../../parts/icons";

export function Line(props: {
  name?: string;
  label: string;
  value: string;
  set: (text: string) => void;
  remark?: ReactNode;
  first?: boolean;
  bad?: boolean;
  password?: boolean;
  hint?: string;
}) {
  const id = useId();
  return (
    <div className="f first-line">
      <label htmlFor={id}>{props.label}</label>
      <div className="v">
        <div className={`in${props.bad ? " bad" : ""}`}>
          <input
            id={id}
            name={props.name}
            type={props.password ? "password" : "text"}
            value={props.value}
            placeholder={props.hint}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={props.bad || undefined}
            aria-describedby={props.remark ? `${id}-r` : undefined}
            autoFocus={props.first}
            onChange={(event) => props.set(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.ctrlKey) return;
              event.preventDefault();
              nextField(event.currentTarget);
            }}
          />
        </div>
        {props.remark && (
          <span id={`${id}-r`} className="first-remark" role="status">
            {props.remark}
          </span>
        )}
      </div>
    </div>
  );
}

export function Verdict(props: { ok: boolean; children: ReactNode }) {
  return (
    <span className={`st sm ${props.ok ? "ok" : "danger"}`}>
      <Icon of={props.ok ? Check : X} small />
      {props.children}
    </span>
  );
}
