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
import { Reading } from "./reading";

const KINDS: Kind[] = ["counterparty", "contract", "good", "price_list"];

type Stage =
  | { at: "file" }
  | { at: "columns"; view: ImportView; mapping: Record<string, string> }
  | { at: "plan"; view: ImportView; mapping: Record<string, string>; plan: PlanView }
  | { at: "done"; batch: string; words: string };

type Planned = Extract<Stage, { at: "columns" | "plan" }>;

/** The way of a file through the wizard: what stands on the screen, and the steps that the core answers. */
function useImport() {
  const t = useText();
  const [kind, setKind] = useState<Kind>("counterparty");
  const [stage, setStage] = useState<Stage>({ at: "file" });
  const [busy, setBusy] = useState(false);
  const [update, setUpdate] = useState(false);
  const [list, setList] = useState({ id: "", name: "" });
  const [name, setName] = useState("");
  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } finally {
      setBusy(false);
    }
  };
  const read = (file: File) => {
    setName(file.name);
    return during(async () => {
      const view = await core.readImport({ base64: base64Of(await file.arrayBuffer()), name: file.name, kind });
      setStage({ at: "columns", view, mapping: view.mapping });
    });
  };
  const plan = ({ view, mapping }: Planned) =>
    during(async () => {
      const answer = await core.planImport(view.session, mapping, { update: String(update), price_list: list.id });
      setStage({ at: "plan", view, mapping, plan: answer });
    });
  const apply = ({ view }: Planned) =>
    during(async () => {
      const done = await core.applyImport(view.session);
      await queries.invalidateQueries();
      const words = t("import-done", { created: done.created, updated: done.updated, skipped: done.skipped });
      setStage({ at: "done", batch: done.batch, words });
    });
  const undo = (batch: string) =>
    during(async () => {
      const answer = await core.undoImport(batch);
      await queries.invalidateQueries();
      toast(t("import-undone", { count: answer.undone, kept: answer.kept }));
      setStage({ at: "file" });
    });
  return { kind, setKind, stage, setStage, busy, update, setUpdate, list, setList, name, read, plan, apply, undo };
}
type Import = ReturnType<typeof useImport>;

export function ImportWizard() {
  const t = useText();
  const of = useImport();
  const { stage, setStage } = of;
  const again = () => setStage({ at: "file" });
  useAction("back", () => {
    if (stage.at === "plan") setStage({ at: "columns", view: stage.view, mapping: stage.mapping });
    else if (stage.at === "file") go("/today");
    else again();
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) attempt(of.read(file));
  };
  return (
    <>
      <WizardBar of={of} again={again} />
      <section
        className="scroll import"
        data-place="import"
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        aria-label={t("section-import")}
      >
        {stage.at === "file" && <FileStage of={of} />}
        {stage.at === "columns" && <ColumnsStage of={of} stage={stage} />}
        {stage.at === "plan" && <Plan plan={stage.plan} />}
        {stage.at === "done" && <DoneStage of={of} stage={stage} />}
      </section>
    </>
  );
}

function WizardBar(props: { of: Import; again: () => void }) {
  const t = useText();
  const { stage, busy, name, plan, apply } = props.of;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const missing = stage.at === "columns" ? stage.view.required.filter((field) => !Object.values(stage.mapping).includes(field)) : [];
  const needs = missing.map((field) => t(`import-field-${field.replaceAll("_", "-")}`)).join(", ");
  const changes = stage.at === "plan" ? stage.plan.create + stage.plan.update : 0;
  return (
    <div className="bar">
      <h1 ref={heading} tabIndex={-1}>
        {t("section-import")} {name && stage.at !== "file" && <span>{name}</span>}
      </h1>
      <div className="acts">
        {stage.at !== "file" && (
          <ActionButton action="import-file" run={props.again}>
            {t("import-other-file")}
          </ActionButton>
        )}
        {stage.at === "columns" && (
          <ActionButton
            action="import-next"
            main
            run={() => attempt(plan(stage))}
            busy={busy}
            disabledBecause={needs === "" ? undefined : t("import-needs", { fields: needs })}
          >
            {t("import-check")}
          </ActionButton>
        )}
        {stage.at === "plan" && (
          <ActionButton
            action="import-next"
            main
            run={() => attempt(apply(stage))}
            busy={busy}
            disabledBecause={changes === 0 ? t("import-nothing") : undefined}
          >
            {t("import-apply", { count: changes })}
          </ActionButton>
        )}
      </div>
    </div>
  );
}

function FileStage(props: { of: Import }) {
  const t = useText();
  const { kind, setKind, read, busy } = props.of;
  const input = useRef<HTMLInputElement>(null);
  return (
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
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) attempt(read(file));
        }}
      />
      <div className="drop-box">
        <Icon of={FileSpreadsheet} />
        <span>{t("import-drop")}</span>
        <ActionButton action="import-file" main run={() => input.current?.click()} busy={busy} />
      </div>
    </>
  );
}

function ColumnsStage(props: { of: Import; stage: Extract<Stage, { at: "columns" }> }) {
  const t = useText();
  const { of, stage } = props;
  return (
    <>
      {of.kind === "price_list" && <IntoList of={of} />}
      <Reading view={stage.view} set={(view) => of.setStage({ at: "columns", view, mapping: view.mapping })} />
      <Columns view={stage.view} mapping={stage.mapping} set={(mapping) => of.setStage({ ...stage, mapping })} />
      <label className="flag">
        <input type="checkbox" checked={of.update} onChange={(event) => of.setUpdate(event.target.checked)} />
        <span>{t("import-update")}</span>
      </label>
    </>
  );
}

/** The price list that prices of a file go into; one can be made on the spot under the file's name. */
function IntoList(props: { of: Import }) {
  const t = useText();
  const { list, setList, name } = props.of;
  const find = async (text: string) =>
    (await core.search({ text, kind: "price_list", limit: 12 })).map(({ row }) => ({ key: row.id, name: row.name, sub: row.currency }));
  const make = async (text: string) => {
    const made = await core.create("price_list", { name: text || name });
    setList({ id: made.id, name: made.title || text || name });
  };
  return (
    <div className="f">
      <span className="lb">{t("field-price-list")}</span>
      <div className="v">
        <div className="combo-wrap" style={{ flex: "0 1 340px" }}>
          <Combobox
            label={t("field-price-list")}
            shown={list.name}
            chosen={list.id}
            find={find}
            choose={(option) => setList({ id: option.key, name: option.name })}
            create={{
              say: (text) => t("create-named", { kind: t("kind-price-list"), name: text || name }),
              run: (text) => attempt(make(text)),
            }}
          />
        </div>
      </div>
    </div>
  );
}

function DoneStage(props: { of: Import; stage: Extract<Stage, { at: "done" }> }) {
  const t = useText();
  const { kind, undo, busy } = props.of;
  const { stage } = props;
  return (
    <div className="empty" role="status">
      <h2>{stage.words}</h2>
      <p>{t("import-done-text")}</p>
      <span className="row">
        <Button main onPress={() => go(listOf(kind))}>
          {t("import-open-list")}
        </Button>
        <ActionButton action="import-undo" icon={Undo2} run={() => attempt(undo(stage.batch))} busy={busy} />
      </span>
    </div>
  );
}
