/** The short list under a cell whose value is one of a few: the unit, the VAT. */
import { useEffect } from "react";
import type { Option } from "../combobox";
import { Popover } from "../popover";

export function ChoiceList(props: {
  by: React.RefObject<HTMLElement | null>;
  id: string;
  label: string;
  options: Option[];
  active: number;
  take: (option: Option) => void;
}) {
  useEffect(() => {
    document.getElementById(`${props.id}-${props.active}`)?.scrollIntoView?.({ block: "nearest" });
  }, [props.id, props.active]);
  return (
    <Popover by={props.by} width={180}>
      <div role="listbox" id={props.id} aria-label={props.label}>
        {props.options.map((option, index) => (
          <div
            key={option.key}
            id={`${props.id}-${index}`}
            role="option"
            aria-selected={index === props.active}
            tabIndex={-1}
            className="opt"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => props.take(option)}
            onKeyDown={() => {}}
          >
            <span>{option.name}</span>
            {option.sub && <span className="sub">{option.sub}</span>}
          </div>
        ))}
      </div>
    </Popover>
  );
}
