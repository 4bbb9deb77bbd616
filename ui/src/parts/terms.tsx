/** Payment terms: as one sentence in a form, and the parts in a dialog with the usual ones ready. */
import { ChevronDown, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Body } from "../backend/types";
import { type ActionId, pressed } from "../keys";
import { useText } from "../text";
import { number } from "../text/format";
import { ActionButton, IconButton } from "./button";
import { Choice, useOptions } from "./choice";
import { Dialog } from "./dialog";
import { Field, isWrong, Remark, Row } from "./field";
import { Icon } from "./icons";
import { entries, newKey, nextOrder, textAt, useAccess } from "./record";
import { attempt } from "./toast";

/** «50 % аванс, 50 % через 14 дней после отгрузки». */
export function useTermsText(): (body: Body, path: string) => string {
  const t = useText();
  return (body, path) => {
    const parts = entries(body, `${path}/parts`).map(({ value }) => {
      const share = number(String(value.share ?? ""));
      if (value.kind === "prepayment") return t("terms-prepayment", { share });
      const days = Number(value.days ?? 0);
      const kind = value.day_kind === "banking" ? "banking" : "calendar";
      return t("terms-deferral", { share, days, kind, event: String(value.event ?? "invoice") });
    });
    return parts.join(", ") || textAt(body, `${path}/note`);
  };
}

const part = (kind: string, share: string, days: string, event: string, order: string): Body => ({
  kind,
  share,
  days,
  day_kind: "calendar",
  calendar: "seller",
  event,
  order,
});

const PRESETS: { id: string; parts: Body[] }[] = [
  { id: "terms-preset-prepaid", parts: [part("prepayment", "100", "0", "invoice", "1")] },
  { id: "terms-preset-half", parts: [part("prepayment", "50", "0", "invoice", "1"), part("deferral", "50", "14", "shipment", "2")] },
  { id: "terms-preset-deferred-14", parts: [part("deferral", "100", "14", "shipment", "1")] },
  { id: "terms-preset-deferred-30", parts: [part("deferral", "100", "30", "shipment", "1")] },
];

export function TermsField(props: { path: string; label: string }) {
  const t = useText();
  const access = useAccess();
  const [open, setOpen] = useState(false);
  const words = useTermsText()(access.record.body, props.path);
  const problem = access.record.problems.find((known) => known.field.startsWith(props.path));
  return (
    <Row label={t(props.label)}>
      <button
        type="button"
        className={`in as-field${isWrong(problem) ? " bad" : ""}`}
        data-stop=""
        data-path={props.path}
        aria-haspopup="dialog"
        aria-label={`${t(props.label)}: ${words || t("terms-none")}`}
        title={words}
        disabled={access.locked}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (!pressed(event, "grid-choose")) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span className="el">{words || <span className="t3">{t("terms-none")}</span>}</span>
        <Icon of={ChevronDown} small className="chev" />
      </button>
      {problem && <Remark problem={problem} />}
      {open && <TermsDialog path={props.path} close={() => setOpen(false)} />}
    </Row>
  );
}

const PRESET_KEYS = ["preset-1", "preset-2", "preset-3", "preset-4"] as const satisfies readonly ActionId[];

function TermsDialog(props: { path: string; close: () => void }) {
  const t = useText();
  return (
    <Dialog title={t("terms-title")} close={props.close} wide>
      <Presets path={props.path} />
      <Parts path={props.path} />
      <AddPart path={props.path} />
      <div className="form one">
        <Field path={`${props.path}/note`} label="field-terms-note" />
      </div>
    </Dialog>
  );
}

function Presets(props: { path: string }) {
  const t = useText();
  const access = useAccess();
  const preset = (parts: Body[]) => {
    const map = Object.fromEntries(parts.map((value) => [newKey(), value]));
    attempt(access.edit([{ path: `${props.path}/parts`, value: map }]));
  };
  return (
    <div className="presets">
      {PRESET_KEYS.map((action, index) => {
        const known = PRESETS[index];
        return (
          known && (
            <ActionButton key={action} action={action} small run={() => preset(known.parts)}>
              {t(known.id)}
            </ActionButton>
          )
        );
      })}
    </div>
  );
}

function AddPart(props: { path: string }) {
  const t = useText();
  const access = useAccess();
  const list = entries(access.record.body, `${props.path}/parts`);
  const add = () => {
    const value = part("deferral", "100", "14", "shipment", nextOrder(list));
    attempt(access.edit([{ path: `${props.path}/parts/${newKey()}`, value }]));
  };
  return (
    <ActionButton action="dialog-add" small icon={Plus} run={add}>
      {t("terms-add")}
    </ActionButton>
  );
}

const PART_HEADS = ["field-kind", "field-share", "field-days", "field-day-kind", "field-event", "field-calendar"];

function Parts(props: { path: string }) {
  const t = useText();
  const access = useAccess();
  return (
    <table className="terms" aria-label={t("terms-title")}>
      <thead>
        <tr>
          {PART_HEADS.map((id) => (
            <th key={id} scope="col">
              {t(id)}
            </th>
          ))}
          <th scope="col">
            <span className="vh">{t("remove")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries(access.record.body, `${props.path}/parts`).map(({ id, value }) => (
          <PartRow key={id} path={`${props.path}/parts/${id}`} value={value} />
        ))}
      </tbody>
    </table>
  );
}

function PartRow(props: { path: string; value: Body }) {
  const t = useText();
  const access = useAccess();
  const { path, value } = props;
  const kinds = useOptions("part-kind", ["prepayment", "deferral"]);
  const dayKinds = useOptions("day-kind", ["calendar", "banking"]);
  const calendars = useOptions("term-calendar", ["seller", "RU", "BY", "both"]);
  const events = useOptions("term-event", ["invoice", "shipment", "acceptance"]);
  const deferred = value.kind === "deferral";
  return (
    <tr>
      <td>
        <Choice bare path={`${path}/kind`} label="field-kind" options={kinds} />
      </td>
      <td>
        <Field bare path={`${path}/share`} label="field-share" as="percent" />
      </td>
      <td>{deferred && <Field bare path={`${path}/days`} label="field-days" as="number" />}</td>
      <td>{deferred && <Choice bare path={`${path}/day_kind`} label="field-day-kind" options={dayKinds} />}</td>
      <td>{deferred && <Choice bare path={`${path}/event`} label="field-event" options={events} />}</td>
      <td>
        {deferred && value.day_kind === "banking" && <Choice bare path={`${path}/calendar`} label="field-calendar" options={calendars} />}
      </td>
      <td>
        <IconButton small icon={Trash2} name={t("remove")} onPress={() => attempt(access.edit([{ path, value: null }]))} />
      </td>
    </tr>
  );
}
