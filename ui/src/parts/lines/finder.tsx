/** Finding a good by its article or by words of its name, under the cell that is being typed into. */
import { useCallback, useRef, useState } from "react";
import { core } from "../../backend/commands";
import type { ListRow } from "../../backend/types";
import { useText } from "../../text";
import { sum } from "../../text/format";
import { Popover } from "../popover";
import { signOf } from "../tables";
import { complain } from "../toast";

export type Found = { what: "good"; row: ListRow } | { what: "free" } | { what: "create" };

export interface Finder {
  text: string;
  goods: ListRow[];
  active: number;
}

export function useFinder() {
  const [finder, setFinder] = useState<Finder | null>(null);
  const turn = useRef(0);
  const latest = useRef<Finder | null>(null);
  /** The last question, answered or not. */
  const asked = useRef<{ text: string; answer: Promise<Finder> } | null>(null);
  const show = useCallback((next: Finder | null) => {
    latest.current = next;
    setFinder(next);
  }, []);

  const look = useCallback(
    (text: string): Promise<Finder> => {
      turn.current += 1;
      const mine = turn.current;
      const answer = core
        .search({ text, kind: "good", limit: 8 })
        .then((hits) => {
          const next = { text, goods: hits.map((hit) => hit.row), active: 0 };
          if (mine === turn.current) show(next);
          return next;
        })
        .catch((error) => {
          complain(error);
          return { text, goods: [], active: 0 };
        });
      asked.current = { text, answer };
      return answer;
    },
    [show],
  );
  const close = useCallback(() => {
    turn.current += 1;
    show(null);
  }, [show]);
  const move = (step: 1 | -1) => {
    if (!latest.current) return;
    const count = latest.current.goods.length + (latest.current.text.trim() ? 2 : 0);
    if (count > 0) show({ ...latest.current, active: (latest.current.active + step + count) % count });
  };
  const marked = (now: Finder): Found | null => {
    const row = now.goods[now.active];
    if (row) return { what: "good", row };
    if (!now.text.trim()) return null;
    return { what: now.active === now.goods.length ? "free" : "create" };
  };
  /** What stands marked, when the list on the screen is of this very text. */
  const seen = (text: string): Found | null => (latest.current?.text === text ? marked(latest.current) : null);
  /** What is marked for this very text once the core has answered; nothing is shown any more. */
  const pick = async (text: string): Promise<Found | null> => {
    return marked(await (asked.current?.text === text ? asked.current.answer : look(text)));
  };
  return { finder, look, close, move, pick, seen };
}

export function FinderList(props: { finder: Finder; by: React.RefObject<HTMLElement | null>; id: string; take: (found: Found) => void }) {
  const t = useText();
  const { goods, active, text } = props.finder;
  const option = (index: number, key: string, found: Found, content: React.ReactNode, className = "") => (
    <div
      key={key}
      id={`${props.id}-${index}`}
      role="option"
      aria-selected={index === active}
      tabIndex={-1}
      className={`opt ${className}`}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => props.take(found)}
      onKeyDown={() => {}}
    >
      {content}
    </div>
  );
  const typed = text.trim();
  return (
    <Popover by={props.by} width={520}>
      <div role="listbox" id={props.id} aria-label={t("column-article")}>
        {goods.map((row, index) =>
          option(
            index,
            row.id,
            { what: "good", row },
            <>
              <b className="m finder-article">{row.article}</b>
              <span className="dense el grow">{row.name}</span>
              <span className="sub">{row.price ? `${sum(row.price)} ${row.currency}` : signOf(row.unit)}</span>
            </>,
          ),
        )}
        {goods.length === 0 && typed === "" && (
          <div className="opt nothing" role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>
            {t("goods-none")}
          </div>
        )}
        {typed !== "" && option(goods.length, "free", { what: "free" }, t("line-free", { text: typed }), "create")}
        {typed !== "" &&
          option(goods.length + 1, "create", { what: "create" }, t("create-named", { kind: t("kind-good"), name: typed }), "create second")}
      </div>
    </Popover>
  );
}
