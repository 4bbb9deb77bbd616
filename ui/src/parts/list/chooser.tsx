/** Which columns a list shows. */
import { useState } from "react";
import { useText } from "../../text";
import { Dialog } from "../dialog";
import type { ListColumn } from "./columns";

export function ColumnChooser(props: { columns: ListColumn[]; shown: string[]; save: (ids: string[]) => void; close: () => void }) {
  const t = useText();
  const [shown, setShown] = useState(props.shown);
  return (
    <Dialog
      title={t("columns-title")}
      close={props.close}
      confirm={{
        say: t("apply"),
        run: () => {
          props.save(props.columns.filter((column) => shown.includes(column.id)).map((column) => column.id));
          props.close();
        },
      }}
    >
      <ul>
        {props.columns.map((column) => (
          <li key={column.id}>
            <label className="flag">
              <input
                type="checkbox"
                checked={shown.includes(column.id)}
                onChange={(event) => setShown(event.target.checked ? [...shown, column.id] : shown.filter((id) => id !== column.id))}
              />
              <span>{t(column.title)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
