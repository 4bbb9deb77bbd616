/** Entries of a record's map (accounts, signers, addresses, …) as a table that is typed into: one entry a row. */
import { Plus, Trash2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { Body, EntryKind } from "../backend/types";
import { type ActionId, keyCap, pressed, useAction } from "../keys";
import { useText } from "../text";
import { Button, IconButton } from "./button";
import { Choice, Flag } from "./choice";
import type { Option } from "./combobox";
import { Field } from "./field";
import { entries, type Keyed, newKey, nextOrder, useAccess } from "./record";
import { attempt } from "./toast";

export interface EntryColumn {
  field: string;
  label: string;
  width?: string;
  as?: EntryKind;
  options?: Option[];
  flag?: boolean;
  className?: string;
  format?: (raw: string) => string;
}

export function EntryTable(props: {
  path: string;
  title: string;
  columns: EntryColumn[];
  blank: Body;
  addText: string;
  action?: ActionId;
  /** Shown after the row's fields: a verified mark, a warning. */
  mark?: (entry: Keyed) => ReactNode;
  note?: string;
}) {
  const access = useAccess();
  const box = useRef<HTMLElement>(null);
  const focusNew = useRef(false);
  const list = entries(access.record.body, props.path);
  const { locked } = access;
  const add = () => {
    focusNew.current = true;
    attempt(access.edit([{ path: `${props.path}/${newKey()}`, value: { ...props.blank, order: nextOrder(list) } }]));
  };
  useAction(
    props.action ?? "section-6",
    () => {
      const first = box.current?.querySelector<HTMLElement>("tbody input");
      if (first) first.focus();
      else if (!locked) add();
    },
    props.action !== undefined,
  );
  // Insert means another row of the table in which the hands are.
  const onKeyDown = (event: KeyboardEvent) => {
    if (locked || !pressed(event, "add-row")) return;
    event.preventDefault();
    add();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when a row has come
  useEffect(() => {
    if (!focusNew.current) return;
    focusNew.current = false;
    box.current?.querySelector<HTMLElement>("tbody tr:last-child input")?.focus();
  }, [list.length]);

  return (
    <section className="entries" ref={box} aria-label={props.title} onKeyDown={onKeyDown}>
      <h2>
        {props.title} {list.length > 0 && <span className="cnt">{list.length}</span>}
        <span className="end row">
          {!locked && (
            <Button small quiet icon={Plus} onPress={add}>
              {props.addText}
            </Button>
          )}
          {props.action && <kbd>{keyCap(props.action)}</kbd>}
        </span>
      </h2>
      {props.note && list.length === 0 && <p className="t3 sm note">{props.note}</p>}
      {list.length > 0 && <EntryRows path={props.path} columns={props.columns} mark={props.mark} list={list} />}
    </section>
  );
}

function EntryRows(props: { path: string; columns: EntryColumn[]; mark: ((entry: Keyed) => ReactNode) | undefined; list: Keyed[] }) {
  const t = useText();
  const access = useAccess();
  const { locked } = access;
  return (
    <table>
      <colgroup>
        {props.columns.map((column) => (
          <col key={column.field} style={column.width ? { width: column.width } : undefined} />
        ))}
        {props.mark && <col style={{ width: 108 }} />}
        {!locked && <col style={{ width: 36 }} />}
      </colgroup>
      <thead className="vh-head">
        <tr>
          {props.columns.map((column) => (
            <th key={column.field} scope="col">
              {t(column.label)}
            </th>
          ))}
          {props.mark && (
            <th scope="col">
              <span className="vh">{t("check")}</span>
            </th>
          )}
          {!locked && (
            <th scope="col">
              <span className="vh">{t("remove")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody data-form="">
        {props.list.map((entry) => (
          <tr key={entry.id}>
            {props.columns.map((column) => (
              <td key={column.field} className={column.className}>
                <EntryCell column={column} path={`${props.path}/${entry.id}/${column.field}`} />
              </td>
            ))}
            {props.mark && <td>{props.mark(entry)}</td>}
            {!locked && (
              <td>
                <IconButton
                  small
                  icon={Trash2}
                  name={t("remove")}
                  onPress={() => attempt(access.edit([{ path: `${props.path}/${entry.id}`, value: null }]))}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EntryCell(props: { column: EntryColumn; path: string }) {
  const { column, path } = props;
  if (column.flag) return <Flag path={path} label={column.label} bare />;
  if (column.options) return <Choice bare path={path} label={column.label} options={column.options} className="soft" clearable />;
  return (
    <Field
      bare
      path={path}
      label={column.label}
      as={column.as ?? "text"}
      className="soft"
      {...(column.format ? { format: column.format } : {})}
    />
  );
}
