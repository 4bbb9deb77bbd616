/** Ctrl+K: every action of the screen, every section, and every record, found by words in any order. */
import { CornerDownLeft, Search } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Dialog as AriaDialog, Modal, ModalOverlay } from "react-aria-components";
import { core } from "../../backend/commands";
import type { Kind, ListRow } from "../../backend/types";
import { type ActionId, keyCap, Layer, performBelow, useAction, useDeeds } from "../../keys";
import { placeOf } from "../../keys/registry";
import { narrow } from "../../parts/combobox";
import { Icon } from "../../parts/icons";
import { go, pathOf } from "../../parts/route";
import { State } from "../../parts/state";
import { complain } from "../../parts/toast";
import { useText } from "../../text";
import { shortDate, sum } from "../../text/format";

type Item = { key: string; what: "action"; id: ActionId; name: string } | { key: string; what: "record"; row: ListRow };

/** So long the list waits for the next letter. */
const PAUSE_MS = 60;

export function Palette(props: { close: () => void }) {
  return (
    <ModalOverlay className="scrim fade" isOpen isDismissable onOpenChange={(open) => !open && props.close()}>
      <Modal className="dialog palette">
        <AriaDialog aria-label={useText()("action-palette")}>
          <Layer>
            <Inside {...props} />
          </Layer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

const KINDS: Kind[] = ["deal", "invoice", "payment", "counterparty", "contract", "good", "price_list"];
type Names = [Kind, string][];
/** Letters of a kind's name that are enough to mean it. */
const MEANT = 3;

const fold = (word: string) => word.toLocaleLowerCase("ru").replaceAll("ё", "е");

/** «счет № 1204»: a kind named before a number or a name narrows the search to it, when there is something there. */
async function lookFor(text: string, names: Names): ReturnType<typeof core.search> {
  const [, word = "", rest = ""] = /^\s*(\S+)\s+(?:№\s*)?(\S.*)$/.exec(text) ?? [];
  const kind = word.length >= MEANT ? names.find(([, name]) => name.startsWith(fold(word)))?.[0] : undefined;
  const meant = kind ? await core.search({ text: rest, kind, limit: 12 }) : [];
  return meant.length > 0 ? meant : core.search({ text, limit: text ? 12 : 6 });
}

/** The actions and records that fit what is typed; `answered` when the records are those of this very text. */
function useItems(text: string): { items: Item[]; answered: boolean } {
  const t = useText();
  const deeds = useDeeds();
  const names = useRef<Names>([]);
  names.current = KINDS.map((kind) => [kind, fold(t(`kind-${kind.replace("_", "-")}`))]);
  const [found, setFound] = useState<{ text: string; rows: ListRow[] }>({ text: "", rows: [] });
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(
      () => {
        lookFor(text, names.current)
          .then((hits) => !stale && setFound({ text, rows: hits.map((hit) => hit.row) }))
          .catch(complain);
      },
      text ? PAUSE_MS : 0,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text]);

  const actions = deeds.filter((deed) => deed !== "palette" && deed !== "back").map((deed) => ({ key: deed, name: t(`action-${deed}`) }));
  // What the screen itself offers comes before what can be done everywhere.
  const near = [...actions].sort((a, b) => Number(placeOf(a.key) === "desk") - Number(placeOf(b.key) === "desk"));
  const fitting = text.trim() === "" ? near.slice(0, 7) : narrow(near, text).slice(0, 7);
  const items = [
    ...fitting.map((action) => ({ key: action.key, what: "action" as const, id: action.key as ActionId, name: action.name })),
    ...found.rows.map((row) => ({ key: row.id, what: "record" as const, row })),
  ];
  return { items, answered: found.text === text };
}

/**
 * Enter that came before the answer: what is taken is what stands first when it has come, unless that is an action that
 * nobody has had the time to read.
 */
function useHurry(items: Item[], answered: boolean, take: (item: Item | undefined) => void): (hurries: boolean) => void {
  const hurried = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the answer has come
  useEffect(() => {
    if (!answered || !hurried.current) return;
    hurried.current = false;
    if (items[0]?.what === "record") take(items[0]);
  }, [answered, items]);
  return (hurries) => {
    hurried.current = hurries;
  };
}

function Inside(props: { close: () => void }) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const { items, answered } = useItems(text);
  useAction("back", props.close);
  useAction("palette", props.close);
  useEffect(() => input.current?.focus(), []);
  const at = Math.min(active, Math.max(0, items.length - 1));
  const take = (item: Item | undefined) => {
    if (!item) return;
    props.close();
    // The dialog gives the focus back first; then the deed may take it further.
    requestAnimationFrame(() => (item.what === "action" ? performBelow(item.id) : go(pathOf(item.row.kind, item.row.id))));
  };
  const hurry = useHurry(items, answered, take);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView?.({ block: "nearest" });
  }, [at, id]);

  return (
    <>
      <div className="palette-in">
        <Icon of={Search} />
        <input
          ref={input}
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={id}
          aria-activedescendant={items.length > 0 ? `${id}-${at}` : undefined}
          aria-label={t("find-hint")}
          placeholder={t("palette-hint")}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            hurry(false);
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown") setActive((at + 1) % Math.max(1, items.length));
            else if (event.key === "ArrowUp") setActive((at + items.length - 1) % Math.max(1, items.length));
            else if (event.key === "Enter") {
              if (answered) take(items[at]);
              else hurry(true);
            } else return;
            event.preventDefault();
          }}
        />
        <kbd aria-hidden="true">Esc</kbd>
      </div>
      <ItemList id={id} items={items} at={at} take={take} point={setActive} />
    </>
  );
}

interface ListProps {
  id: string;
  items: Item[];
  at: number;
  take: (item: Item) => void;
  point: (index: number) => void;
}

function ItemList(props: ListProps) {
  const t = useText();
  const { id, items, at } = props;
  return (
    <div role="listbox" id={id} aria-label={t("action-palette")} className="palette-list">
      {items.length === 0 && (
        <div className="opt nothing" role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>
          {t("nothing-found")}
        </div>
      )}
      {items.map((item, index) => (
        <div
          key={item.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          tabIndex={-1}
          className={`opt${item.what === "record" && items[index - 1]?.what === "action" ? " create plain" : ""}`}
          onClick={() => props.take(item)}
          onKeyDown={() => {}}
          onPointerMove={() => index !== at && props.point(index)}
        >
          <Line item={item} active={index === at} />
        </div>
      ))}
    </div>
  );
}

function Line(props: { item: Item; active: boolean }) {
  const t = useText();
  if (props.item.what === "action")
    return (
      <>
        <span className="grow el">{props.item.name}</span>
        <kbd>{keyCap(props.item.id)}</kbd>
      </>
    );
  const { row } = props.item;
  return (
    <>
      <span className="palette-kind t3">{t(`kind-${row.kind.replace("_", "-")}`)}</span>
      <span className="m nw">{row.number ? `№\u00a0${row.number}` : row.name || "—"}</span>
      <span className="t2 el grow dense">{row.counterparty_name || row.article || row.tax_id}</span>
      {row.date && <span className="t3">{shortDate(row.date)}</span>}
      {row.total && <span>{`${sum(row.total)} ${row.currency}`}</span>}
      {row.status && <State of={row.status} />}
      {props.active && <Icon of={CornerDownLeft} small />}
    </>
  );
}
