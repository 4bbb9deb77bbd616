/** A filter under a name: saving it, saving it anew, giving it another name, taking it away. */
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useText } from "../../text";
import { Button } from "../button";
import { Dialog } from "../dialog";
import { newKey } from "../record";
import { toast } from "../toast";
import type { Filter, SavedFilter } from "./filter";
import { MOST_SAVED, withSaved } from "./saved";

interface Props {
  list: SavedFilter[];
  set: (list: SavedFilter[]) => void;
  /** The saved filter that is on, when one is. */
  on: SavedFilter | undefined;
  now: { tab: string; filter: Filter };
  /** A name to begin with. */
  suggestion: string;
  chosen: (id: string) => void;
  close: () => void;
}

export function SaveDialog(props: Props) {
  const t = useText();
  const { list, on } = props;
  const [name, setName] = useState(on?.name ?? props.suggestion);
  const wanted = name.trim();
  const taken = list.some((known) => known.id !== on?.id && known.name.toLocaleLowerCase() === wanted.toLocaleLowerCase());
  const because =
    wanted === ""
      ? t("save-filter-no-name")
      : taken
        ? t("save-filter-taken")
        : !on && list.length >= MOST_SAVED
          ? t("save-filter-many")
          : undefined;
  const save = (id: string) => {
    if (because) return;
    props.set(withSaved(list, { id, name: wanted, ...props.now }));
    props.chosen(id);
    props.close();
  };
  const remove = (gone: SavedFilter) => {
    props.set(list.filter((known) => known.id !== gone.id));
    props.chosen("");
    props.close();
    toast(t("filter-removed", { name: gone.name }), { undo: () => props.set(list) });
  };
  return (
    <Dialog
      title={t(on ? "edit-filter-title" : "save-filter-title")}
      close={props.close}
      confirm={{ say: t("save-filter-confirm"), run: () => save(on?.id ?? newKey()), disabledBecause: because }}
    >
      <p className="t2">{t("save-filter-note")}</p>
      <div className="form one wide-labels">
        <div className="f">
          <label htmlFor="filter-name">{t("save-filter-name")}</label>
          <div className="v">
            <div className={`in${taken ? " bad" : ""}`}>
              <input
                id="filter-name"
                value={name}
                autoFocus
                autoComplete="off"
                maxLength={60}
                onFocus={(event) => event.target.select()}
                onChange={(event) => setName(event.target.value)}
                onKeyDown={(event) => event.key === "Enter" && !event.ctrlKey && save(on?.id ?? newKey())}
              />
            </div>
          </div>
        </div>
      </div>
      {taken && (
        <p className="danger sm" role="alert">
          {t("save-filter-taken")}
        </p>
      )}
      {on && (
        <p className="row">
          <Button small icon={Trash2} onPress={() => remove(on)}>
            {t("remove-filter")}
          </Button>
        </p>
      )}
    </Dialog>
  );
}
