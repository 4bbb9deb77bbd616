/** How a file is read, where what was found in it is not what a person sees there: the sheet, the row of headers, the sign between fields. */
import { core } from "../../backend/commands";
import type { ImportView } from "../../backend/types";
import { Combobox, narrow, type Option } from "../../parts/combobox";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";

const DELIMITERS = { ";": "semicolon", ",": "comma", "\t": "tab", "|": "bar" };
/** Rows that are offered; a number typed reaches any other. */
const ROWS = 12;

interface Reading {
  sheet: string;
  delimiter: string;
  /** `null` finds out. */
  header_row: number | null;
}

export function Reading(props: { view: ImportView; set: (view: ImportView) => void }) {
  const t = useText();
  const { view } = props;
  const reread = (change: Partial<Reading>) => {
    const as = { sheet: view.sheet, delimiter: view.delimiter, header_row: null, ...change };
    attempt(core.rereadImport(view.session, as).then(props.set));
  };
  const row = (number: number): Option => ({
    key: String(number),
    name: number === 0 ? t("import-no-headers") : String(number),
  });
  const rows = (text: string) => {
    const typed = Number(text.trim() || Number.NaN);
    if (Number.isInteger(typed) && typed >= 0) return [row(typed)];
    return narrow(
      Array.from({ length: ROWS + 1 }, (_, number) => row(number)),
      text,
    );
  };
  const signs = Object.entries(DELIMITERS).map(([key, sign]) => ({ key, name: t("import-delimiter-name", { sign }) }));
  const choices = [
    view.sheets.length > 1 && {
      label: "import-sheet",
      width: 260,
      shown: view.sheet,
      chosen: view.sheet,
      find: (text: string) =>
        narrow(
          view.sheets.map((sheet) => ({ key: sheet, name: sheet })),
          text,
        ),
      take: (key: string) => reread({ sheet: key }),
    },
    {
      label: "import-header-row",
      width: 130,
      shown: row(view.header_row).name,
      chosen: String(view.header_row),
      find: rows,
      take: (key: string) => reread({ header_row: Number(key) }),
    },
    view.sheets.length === 0 && {
      label: "import-delimiter",
      width: 170,
      shown: signs.find((sign) => sign.key === view.delimiter)?.name ?? view.delimiter,
      chosen: view.delimiter,
      find: (text: string) => narrow(signs, text),
      take: (key: string) => reread({ delimiter: key }),
    },
  ].filter((choice) => choice !== false);
  return (
    <div className="reading">
      {choices.map((choice) => (
        <div key={choice.label} className="reading-choice">
          <span className="lb" aria-hidden="true">
            {t(choice.label)}
          </span>
          <div className="combo-wrap" style={{ width: choice.width }}>
            <Combobox
              label={t(choice.label)}
              shown={choice.shown}
              chosen={choice.chosen}
              find={choice.find}
              choose={(option) => option.key !== choice.chosen && choice.take(option.key)}
            />
          </div>
        </div>
      ))}
    </div>
  );
}
