/**
 * A field with a list: typing finds, F4 or Alt+Down opens, Enter takes the marked one, «Создать …» stands last.
 * Enumerations and references to records use the same one, so that hands learn it once.
 */
import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type Ref, type RefObject, useEffect, useId, useRef, useState } from "react";
import { pressed } from "../keys";
import { useText } from "../text";
import { useAhead } from "./ahead";
import { nextField } from "./focus";
import { Icon } from "./icons";
import { Popover } from "./popover";
import { complain } from "./toast";

export interface Option {
  key: string;
  name: string;
  sub?: string;
  mark?: ReactNode;
}

export interface ComboboxProps {
  label: string;
  /** What the field shows at rest. */
  shown: string;
  chosen?: string;
  /** All options when `text` is empty, the fitting ones otherwise. */
  find: (text: string) => Option[] | Promise<Option[]>;
  choose: (option: Option) => void;
  create?: { say: (text: string) => string; run: (text: string) => void } | undefined;
  /** Clearing the text clears the value. */
  clear?: (() => void) | undefined;
  placeholder?: string;
  readOnly?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
  autoFocus?: boolean;
  className?: string;
  width?: number;
  inputRef?: Ref<HTMLInputElement>;
  id?: string;
}

/** Finding the words in any order inside a short list. */
export function narrow(options: Option[], text: string): Option[] {
  const fold = (word: string) => word.toLocaleLowerCase("ru").replaceAll("ё", "е");
  const words = fold(text).split(/\s+/).filter(Boolean);
  return options.filter((option) => words.every((word) => fold(`${option.key} ${option.name} ${option.sub ?? ""}`).includes(word)));
}

/** What is typed, what was found for it, what is marked and what is taken. */
function useFinding(props: ComboboxProps, box: RefObject<HTMLElement | null>) {
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [options, setOptions] = useState<Option[]>([]);
  const [active, setActive] = useState(0);
  const turn = useRef(0);
  const found = useRef<{ text: string; options: Option[] } | null>(null);
  /** The last question, answered or not. */
  const asked = useRef<{ text: string; answer: Promise<Option[]> } | null>(null);
  const ahead = useAhead(box);

  const ask = async (text: string): Promise<Option[]> => {
    turn.current += 1;
    const mine = turn.current;
    try {
      const list = await props.find(text);
      if (mine === turn.current) {
        found.current = { text, options: list };
        setOptions(list);
        const chosen = text === "" ? list.findIndex((option) => option.key === props.chosen) : 0;
        setActive(Math.max(0, chosen));
      }
      return list;
    } catch (error) {
      complain(error);
      return [];
    }
  };
  const look = (text: string): Promise<Option[]> => {
    const answer = ask(text);
    asked.current = { text, answer };
    return answer;
  };
  const show = (text: string) => {
    setOpen(true);
    void look(text);
  };
  const close = () => {
    turn.current += 1;
    setOpen(false);
    setTyped(null);
    found.current = null;
  };
  const take = (option: Option) => {
    close();
    props.choose(option);
  };
  const makeNew = () => {
    const text = typed ?? "";
    close();
    props.create?.run(text.trim());
  };
  const takeActive = () => {
    const text = typed ?? "";
    if (typed !== null && text.trim() === "" && props.clear) {
      close();
      props.clear();
      return;
    }
    if (found.current?.text === text) {
      const option = found.current.options[active];
      if (option) take(option);
      else if (props.create) makeNew();
      return;
    }
    // Keys come faster than answers: what is taken is what is found for the text that stands in the field.
    const answer = asked.current?.text === text ? asked.current.answer : look(text);
    ahead.wait(
      answer.then((fresh) => () => {
        if (fresh[0]) take(fresh[0]);
        // A new record is made only by a person who has seen that there is none.
        else ahead.forget();
      }),
    );
  };
  const isAnswered = () => found.current !== null && found.current.text === typed;
  const count = options.length + (props.create ? 1 : 0);
  return { typed, setTyped, open, options, active, setActive, count, show, close, take, makeNew, takeActive, isAnswered, ahead };
}
type Finding = ReturnType<typeof useFinding>;

function onKey(event: KeyboardEvent<HTMLInputElement>, of: Finding): void {
  if (of.ahead.keep(event.nativeEvent)) return;
  if (pressed(event, "grid-choose")) {
    event.preventDefault();
    if (of.open) of.close();
    else of.show("");
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (!of.open) of.show("");
    else if (of.count > 0) of.setActive((of.active + (event.key === "ArrowDown" ? 1 : of.count - 1)) % of.count);
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (of.open) of.takeActive();
    else nextField(event.currentTarget);
  } else if (event.key === "Escape") {
    if (!of.open && of.typed === null) return;
    event.preventDefault();
    event.stopPropagation();
    of.close();
  } else if (event.key === "Tab" && of.open && of.typed !== null && of.typed.trim() !== "") {
    const isAnswered = of.isAnswered();
    if (!isAnswered || of.options.length > 0) of.takeActive();
    // The field is left once it is known what stands in it.
    if (!isAnswered) of.ahead.keep(event.nativeEvent);
  }
}

export function Combobox(props: ComboboxProps) {
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();
  const finding = useFinding(props, box);
  const { ahead } = finding;
  const { typed, open, active } = finding;
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView?.({ block: "nearest" });
  }, [active, listId]);

  return (
    <div className={`in${props.invalid ? " bad" : ""}${props.readOnly ? " fixed" : ""} ${props.className ?? ""}`} ref={box}>
      <input
        ref={props.inputRef}
        id={props.id}
        role="combobox"
        aria-label={props.label}
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && finding.count > 0 ? `${listId}-${active}` : undefined}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        autoComplete="off"
        spellCheck={false}
        readOnly={props.readOnly}
        placeholder={props.placeholder}
        data-typed={typed !== null}
        autoFocus={props.autoFocus}
        value={typed ?? props.shown}
        title={typed ?? props.shown}
        onChange={(event) => {
          if (ahead.isWaiting) return;
          finding.setTyped(event.target.value);
          finding.show(event.target.value);
        }}
        onFocus={(event) => event.target.select()}
        onClick={() => !open && !props.readOnly && finding.show("")}
        onKeyDown={(event) => !props.readOnly && onKey(event, finding)}
        onCompositionEnd={(event) => ahead.isWaiting && ahead.keepText(event.data ?? "")}
        onPaste={(event) => {
          if (!ahead.isWaiting) return;
          event.preventDefault();
          ahead.keepPaste(event.clipboardData.getData("text/plain"));
        }}
        onBlur={() => {
          // What was typed is still being looked for.
          if (!ahead.isWaiting) finding.close();
        }}
      />
      {!props.readOnly && <Icon of={ChevronDown} small className="chev" />}
      {open && (
        <Popover by={box} width={props.width ?? 220}>
          <Found finding={finding} id={listId} label={props.label} create={props.create} />
        </Popover>
      )}
    </div>
  );
}

function Found(props: { finding: Finding; id: string; label: string; create: ComboboxProps["create"] }) {
  const t = useText();
  const { options, active, setActive, take, makeNew, typed } = props.finding;
  return (
    <div role="listbox" id={props.id} aria-label={props.label}>
      {options.map((option, index) => (
        <div
          key={option.key}
          id={`${props.id}-${index}`}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className="opt"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(option)}
          onKeyDown={() => {}}
          onPointerMove={() => index !== active && setActive(index)}
        >
          {option.mark}
          <span>{option.name}</span>
          {option.sub && <span className="sub">{option.sub}</span>}
        </div>
      ))}
      {options.length === 0 && (
        <div className="opt nothing" role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>
          {t("nothing-found")}
        </div>
      )}
      {props.create && (
        <div
          id={`${props.id}-${options.length}`}
          role="option"
          aria-selected={active === options.length}
          tabIndex={-1}
          className="opt create"
          onPointerDown={(event) => event.preventDefault()}
          onClick={makeNew}
          onKeyDown={() => {}}
        >
          {props.create.say((typed ?? "").trim())}
        </div>
      )}
    </div>
  );
}
