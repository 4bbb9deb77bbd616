/** Bringing in lists from 1C and Excel: the file, which column is what, a dry run that names each trouble, then all or nothing to undo. */
import { FileSpreadsheet, Undo2 } from "lucide-react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { core } from "../../backend/commands";
import type { ImportView, Kind, PlanView } from "../../backend/types";
import { useAction } from "../../keys";
import { ActionButton, Button } from "../../parts/button";
import { Combobox } from "../../parts/combobox";
import { Icon } from "../../parts/icons";
import { base64Of } from "../../parts/paper";
import { queries } from "../../parts/record";
import { go, listOf } from "../../parts/route";
import { attempt, toast } from "../../parts/toast";
import { useText } from "../../text";
import { Columns } from "./columns";
import { Plan } from "./plan";

const KINDS: Kind[] = ["counterparty", "contract", "good", "price_list"];

type Stage =
  | { at: "file" }
  | { at: "columns"; view: ImportView; mapping: Record<string, string> }
  | { at: "plan"; view: ImportView; mapping: Record<string, string>; plan: PlanView }
  | { at: "done"; batch: string; words: string };

export function ImportWizard() {
  const t = useText();
  const [kind, setKind] = useState<Kind>("counterparty");
  const [stage, setStage] = useState<Stage>({ at: "file" });
  const [busy, setBusy] = useState(false);
  const [update, setUpdate] = useState(false);
  const [list, setList] = useState({ id: "", name: "" });
  const [name, setName] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } finally {
      setBusy(false);
    }
  };
  const read = (file: File | undefined) => {
    if (!file) return;
    setName(file.name);
    attempt(
      during(async () => {
        const view = await core.readImport({ base64: base64Of(await file.arrayBuffer()), name: file.name, kind });
        setStage({ at: "columns", view, mapping: view.mapping });
      }),
    );
  };
  const plan = () => {
    if (stage.at !== "columns" && stage.at !== "plan") return;
    const { view, mapping } = stage;
    attempt(
      during(async () => {
        const answer = await core.planImport(view.session, mapping, { update: String(update), price_list: list.id });
        setStage({ at: "plan", view, mapping, plan: answer });
      }),
    );
  };
  const apply = () => {
    if (stage.at !== "plan") return;
    attempt(
      during(async () => {
        const done = await core.applyImport(stage.view.session);
        await queries.invalidateQueries();
        setStage({
          at: "done",
          batch: done.batch,
          words: t("import-done", { created: done.created, updated: done.updated, skipped: done.skipped }),
        });
      }),
    );
  };
  const undo = (batch: string) =>
    attempt(
      during(async () => {
        const answer = await core.undoImport(batch);
        await queries.invalidateQueries();
        toast(t("import-undone", { count: answer.undone, kept: answer.kept }));
        setStage({ at: "file" });
      }),
    );
  const again = () => setStage({ at: "file" });
  useAction("back", () =>
    stage.at === "plan"
      ? setStage({ at: "columns", view: stage.view, mapping: stage.mapping })
      : stage.at === "file"
        ? go("/today")
        : again(),
  );
  useEffect(() => heading.current?.focus(), []);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    read(event.dataTransfer.files[0]);
  };
  const missing = stage.at === "columns" ? stage.view.required.filter((field) => !Object.values(stage.mapping).includes(field)) : [];

  return (
    <>
      <div className="bar">
        <h1 ref={heading} tabIndex={-1}>
          {t("section-import")} {name && stage.at !== "file" && <span>{name}</span>}
        </h1>
        <div className="acts">
          {stage.at !== "file" && <Button onPress={again}>{t("import-other-file")}</Button>}
          {stage.at === "columns" && (
            <ActionButton
              action="import-next"
              main
              run={plan}
              busy={busy}
              disabledBecause={
                missing.length > 0
                  ? t("import-needs", { fields: missing.map((field) => t(`import-field-${field.replaceAll("_", "-")}`)).join(", ") })
                  : undefined
              }
            >
              {t("import-check")}
            </ActionButton>
          )}
          {stage.at === "plan" && (
            <ActionButton
              action="import-next"
              main
              run={apply}
              busy={busy}
              disabledBecause={stage.plan.create + stage.plan.update === 0 ? t("import-nothing") : undefined}
            >
              {t("import-apply", { count: stage.plan.create + stage.plan.update })}
            </ActionButton>
          )}
        </div>
      </div>
      <section
        className="scroll import"
        data-place="import"
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        aria-label={t("section-import")}
      >
        {stage.at === "file" && (
          <>
            <p className="t2">{t("import-intro")}</p>
            <div className="ops stacked" role="radiogroup" aria-label={t("import-what")}>
              {KINDS.map((key) => (
                <label key={key} className={`op${kind === key ? " on" : ""}`}>
                  <input type="radio" name="import-kind" checked={kind === key} onChange={() => setKind(key)} />
                  <span>
                    <b>{t(`import-kind-${key.replace("_", "-")}`)}</b>
                    <span className="op-text">{t(`import-kind-${key.replace("_", "-")}-text`)}</span>
                  </span>
                </label>
              ))}
            </div>
            <input
              ref={input}
              type="file"
              accept=".xlsx,.csv,.txt"
              className="vh"
              tabIndex={-1}
              aria-label={t("action-import-file")}
              onChange={(event) => read(event.target.files?.[0])}
            />
            <div className="drop-box">
              <Icon of={FileSpreadsheet} />
              <span>{t("import-drop")}</span>
              <ActionButton action="import-file" main run={() => input.current?.click()} busy={busy} />
            </div>
          </>
        )}
        {stage.at === "columns" && (
          <>
            {kind === "price_list" && (
              <div className="f">
                <span className="lb">{t("field-price-list")}</span>
                <div className="v">
                  <div className="combo-wrap" style={{ flex: "0 1 340px" }}>
                    <Combobox
                      label={t("field-price-list")}
                      shown={list.name}
                      chosen={list.id}
                      find={async (text) =>
                        (await core.search({ text, kind: "price_list", limit: 12 })).map((hit) => ({
                          key: hit.row.id,
                          name: hit.row.name,
                          sub: hit.row.currency,
                        }))
                      }
                      choose={(option) => setList({ id: option.key, name: option.name })}
                      create={{
                        say: (text) => t("create-named", { kind: t("kind-price-list"), name: text || name }),
                        run: (text) =>
                          attempt(
                            core
                              .create("price_list", { name: text || name })
                              .then((made) => setList({ id: made.id, name: made.title || text || name })),
                          ),
                      }}
                    />
                  </div>
                </div>
              </div>
            )}
            <Columns view={stage.view} mapping={stage.mapping} set={(mapping) => setStage({ ...stage, mapping })} />
            <label className="flag">
              <input type="checkbox" checked={update} onChange={(event) => setUpdate(event.target.checked)} />
              <span>{t("import-update")}</span>
            </label>
          </>
        )}
        {stage.at === "plan" && <Plan plan={stage.plan} />}
        {stage.at === "done" && (
          <div className="empty" role="status">
            <h2>{stage.words}</h2>
            <p>{t("import-done-text")}</p>
            <span className="row">
              <Button main onPress={() => go(listOf(kind))}>
                {t("import-open-list")}
              </Button>
              <ActionButton action="import-undo" icon={Undo2} run={() => undo(stage.batch)} busy={busy} />
            </span>
          </div>
        )}
      </section>
    </>
  );
}
