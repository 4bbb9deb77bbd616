/** The series of numbers: what the next one will be, and where another program stopped. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asFailure } from "../../backend";
import { core } from "../../backend/commands";
import type { Failure, Id, SeriesRow } from "../../backend/types";
import { Button } from "../../parts/button";
import { toast } from "../../parts/toast";
import { failureText, problemText, useText } from "../../text";
import { useSession } from "../shell/session";

const KINDS = ["invoice", "deal"];

export function Numbering() {
  const t = useText();
  const { start } = useSession();
  return (
    <section>
      <h2>{t("settings-numbering")}</h2>
      <p className="t2 sm">{t("numbering-note")}</p>
      {start.organisations.map((organisation) => (
        <section key={organisation.id} className="numbering">
          <h3>{organisation.name}</h3>
          <SeriesOf organisation={organisation.id} />
        </section>
      ))}
    </section>
  );
}

function SeriesOf(props: { organisation: Id }) {
  const t = useText();
  const series = useQuery({ queryKey: ["series", props.organisation], queryFn: () => core.series(props.organisation) });
  return (
    <table aria-label={t("settings-numbering")}>
      <thead>
        <tr>
          <th scope="col">{t("numbering-kind")}</th>
          <th scope="col">{t("numbering-next")}</th>
          <th scope="col">{t("numbering-last")}</th>
        </tr>
      </thead>
      <tbody>
        {KINDS.map((kind) => (
          <SeriesLine key={kind} kind={kind} organisation={props.organisation} row={series.data?.find((known) => known.kind === kind)} />
        ))}
      </tbody>
    </table>
  );
}

function SeriesLine(props: { kind: string; organisation: Id; row: SeriesRow | undefined }) {
  const t = useText();
  const client = useQueryClient();
  const [last, setLast] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    try {
      const rows = await core.setLastNumber(props.organisation, props.kind, last);
      client.setQueryData(["series", props.organisation], rows);
      setLast("");
      setFailure(null);
      toast(t("numbering-set", { next: rows.find((row) => row.kind === props.kind)?.sample ?? "" }));
    } catch (error) {
      setFailure(asFailure(error));
    }
  };
  const name = t(`kind-${props.kind}`);
  return (
    <tr>
      <td>{name}</td>
      <td className="m">{props.row?.sample ?? "1"}</td>
      <td>
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <div className={`in${failure ? " bad" : ""}`} style={{ flex: "0 1 170px" }}>
            <input
              aria-label={t("numbering-last-of", { kind: name })}
              value={last}
              placeholder={props.kind === "invoice" ? "1197" : "ЗМ-001283"}
              aria-invalid={failure !== null || undefined}
              onChange={(event) => setLast(event.target.value)}
            />
          </div>
          <Button
            small
            cap="Enter"
            onPress={() => void save()}
            disabledBecause={last.trim() === "" ? t("numbering-needs-last") : undefined}
          >
            {t("numbering-go-on")}
          </Button>
          {failure && (
            <span className="danger sm">{failure.problems[0] ? problemText(failure.problems[0]) : failureText(failure).title}</span>
          )}
        </form>
      </td>
    </tr>
  );
}
