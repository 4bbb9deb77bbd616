/** Which column of the file is which field, with the first values in sight. The choice is remembered by the core. */
import type { ImportView } from "../../backend/types";
import { Combobox, narrow } from "../../parts/combobox";
import { useText } from "../../text";

export function Columns(props: { view: ImportView; mapping: Record<string, string>; set: (mapping: Record<string, string>) => void }) {
  const t = useText();
  const { view, mapping } = props;
  const name = (field: string) => t(`import-field-${field.replaceAll("_", "-")}`);
  const options = [
    { key: "", name: t("import-skip-column") },
    ...view.fields.map((field) => ({
      key: field,
      name: name(field),
      ...(view.required.includes(field) ? { sub: t("import-required") } : {}),
    })),
  ];
  const choose = (column: string, field: string) => {
    // One field comes from one column: choosing it elsewhere takes it from where it was.
    const next = Object.fromEntries(Object.entries(mapping).filter(([at, known]) => at !== column && known !== field));
    if (field) next[column] = field;
    props.set(next);
  };
  return (
    <section className="entries" aria-label={t("import-columns")}>
      <h2>
        {t("import-columns")} <span className="cnt">{t("import-rows", { count: view.rows })}</span>
        {view.encoding && (
          <span className="cnt">
            {t("import-encoding", { encoding: view.encoding, delimiter: view.delimiter === "\t" ? "tab" : view.delimiter })}
          </span>
        )}
      </h2>
      {view.damaged && <p className="warn">{t("import-damaged")}</p>}
      <table>
        <colgroup>
          <col style={{ width: 230 }} />
          <col style={{ width: 250 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t("import-column")}</th>
            <th scope="col">{t("import-field")}</th>
            <th scope="col">{t("import-sample")}</th>
          </tr>
        </thead>
        <tbody>
          {view.columns.map((column, index) => {
            const key = String(index);
            const field = mapping[key] ?? "";
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the column's place is its identity
              <tr key={index}>
                <td className="m" title={column}>
                  {column}
                </td>
                <td>
                  <div className="combo-wrap">
                    <Combobox
                      label={t("import-field-of", { column })}
                      shown={field ? name(field) : t("import-skip-column")}
                      chosen={field}
                      className={field ? "" : "soft"}
                      find={(text) => narrow(options, text)}
                      choose={(option) => choose(key, option.key)}
                    />
                  </div>
                </td>
                <td className="t2">{(view.sample[index] ?? []).filter(Boolean).slice(0, 3).join(" · ")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
