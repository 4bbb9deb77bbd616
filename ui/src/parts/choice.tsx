/** Fields of a record whose value is chosen: an enumeration, a reference to another record, a yes or no. */
import { ArrowUpRight } from "lucide-react";
import { type ReactNode, useId } from "react";
import { core } from "../backend/commands";
import type { Body, Id, Kind, ListRow } from "../backend/types";
import { useText } from "../text";
import { Combobox, narrow, type Option } from "./combobox";
import { isWrong, Remark, Row } from "./field";
import { Icon } from "./icons";
import { flagAt, textAt, useAccess } from "./record";
import { go, pathOf } from "./route";
import { attempt } from "./toast";

export function Choice(props: {
  path: string;
  label: string;
  options: Option[];
  after?: ReactNode;
  bare?: boolean;
  width?: number;
  /** What stands for an empty value. */
  empty?: string;
  /** An empty value may be set again. */
  clearable?: boolean;
  locked?: boolean;
  className?: string;
  choose?: (key: string) => Promise<unknown>;
  /** The problem is said elsewhere: two fields share the row. */
  quiet?: boolean;
}) {
  const t = useText();
  const access = useAccess();
  const id = useId();
  const value = textAt(access.record.body, props.path);
  const problem = access.problemsAt(props.path)[0];
  const shown = props.options.find((option) => option.key === value)?.name ?? (value || (props.empty ?? ""));
  const save = (key: string) => attempt(props.choose ? props.choose(key) : access.edit([{ path: props.path, value: key }]));
  const control = (
    <>
      <div className="combo-wrap" style={props.width ? { flex: `0 1 ${props.width}px` } : undefined}>
        <Combobox
          id={id}
          label={t(props.label)}
          shown={shown}
          chosen={value}
          readOnly={props.locked ?? access.locked}
          invalid={isWrong(problem)}
          describedBy={problem && !props.quiet ? `${id}-p` : undefined}
          className={props.className ?? ""}
          find={(text) => narrow(props.options, text)}
          choose={(option) => save(option.key)}
          clear={props.clearable ? () => save("") : undefined}
        />
      </div>
      {problem && !props.quiet ? <Remark problem={problem} id={`${id}-p`} /> : props.after}
    </>
  );
  if (props.bare) return control;
  return (
    <Row label={t(props.label)} htmlFor={id}>
      {control}
    </Row>
  );
}

/** How a row of a chooser reads. */
export function optionOf(row: ListRow): Option {
  const name = row.kind === "contract" || row.kind === "deal" || row.kind === "invoice" ? `№ ${row.number}` : row.name;
  return { key: row.id, name: name || row.number, sub: row.tax_id || row.counterparty_name || row.article || row.currency };
}

export function Reference(props: {
  path: string;
  label: string;
  kind: Kind;
  after?: ReactNode;
  set?: (id: Id) => Promise<unknown>;
  /** Body of a record that is made on the spot. */
  make?: (text: string) => Body;
  of?: { counterparty?: Id; organisation?: Id };
  autoFocus?: boolean;
  name?: (row: ListRow) => Option;
  locked?: boolean;
  optional?: boolean;
  shown?: string;
}) {
  const t = useText();
  const access = useAccess();
  const inputId = useId();
  const id = textAt(access.record.body, props.path);
  const known = access.record.derived.names[id];
  const problem = access.problemsAt(props.path)[0];
  const set = (next: Id) => attempt(props.set ? props.set(next) : access.edit([{ path: props.path, value: next }]));
  const shown = id === "" ? "" : (props.shown ?? known?.name ?? t("no-access"));
  return (
    <Row label={t(props.label)} htmlFor={inputId}>
      <div className="combo-wrap">
        <Combobox
          id={inputId}
          label={t(props.label)}
          shown={shown}
          chosen={id}
          autoFocus={props.autoFocus ?? false}
          readOnly={props.locked ?? access.locked}
          invalid={isWrong(problem)}
          describedBy={problem ? `${inputId}-p` : undefined}
          width={380}
          find={async (text) => {
            const hits = await core.search({ text, kind: props.kind, limit: 12, ...props.of });
            return hits.map((hit) => (props.name ?? optionOf)(hit.row));
          }}
          choose={(option) => set(option.key)}
          clear={props.optional ? () => set("") : undefined}
          create={
            props.make
              ? {
                  say: (text) =>
                    text
                      ? t("create-named", { kind: t(`kind-${props.kind}`), name: text })
                      : t("create-new", { kind: t(`kind-${props.kind}`) }),
                  run: (text) =>
                    attempt(
                      core.create(props.kind, props.make?.(text) ?? {}).then(async (made) => {
                        await (props.set ? props.set(made.id) : access.edit([{ path: props.path, value: made.id }]));
                        go(pathOf(props.kind, made.id));
                      }),
                    ),
                }
              : undefined
          }
        />
      </div>
      {id !== "" && known && (
        <a
          className="jump"
          href={`#${pathOf(known.kind as Kind, id)}`}
          aria-label={t("open-record", { name: known.name })}
          title={t("open-record", { name: known.name })}
        >
          <Icon of={ArrowUpRight} small />
        </a>
      )}
      {problem ? <Remark problem={problem} id={`${inputId}-p`} /> : props.after}
    </Row>
  );
}

export function Flag(props: { path: string; label: string; locked?: boolean; bare?: boolean }) {
  const t = useText();
  const access = useAccess();
  return (
    <label className="flag">
      <input
        type="checkbox"
        checked={flagAt(access.record.body, props.path)}
        disabled={props.locked ?? access.locked}
        onChange={(event) => attempt(access.edit([{ path: props.path, value: event.target.checked }]))}
      />
      <span className={props.bare ? "vh" : ""}>{t(props.label)}</span>
    </label>
  );
}

/** Options of an enumeration whose words are `enum-<name>-<key>`. */
export function useOptions(name: string, keys: readonly string[]): Option[] {
  const t = useText();
  return keys.map((key) => ({ key, name: t(`enum-${name}-${key.replaceAll("_", "-").toLowerCase()}`) }));
}
