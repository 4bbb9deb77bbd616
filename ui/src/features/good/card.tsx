/** A good: what it is, its masses and codes, its batches and certificates, its prices. */
import { useQuery } from "@tanstack/react-query";
import { core } from "../../backend/commands";
import type { Id, RecordView } from "../../backend/types";
import { useArchive } from "../../parts/archive";
import { cardOf } from "../../parts/card";
import { Choice, Flag, useOptions } from "../../parts/choice";
import { EntryTable } from "../../parts/entry-table";
import { Field, Remark } from "../../parts/field";
import { More } from "../../parts/more";
import { History, ProblemList } from "../../parts/panes";
import { flagAt, textAt, useAccess } from "../../parts/record";
import { useCountries, useUnits } from "../../parts/tables";
import { useText } from "../../text";
import { shortDate, sum, tnved } from "../../text/format";
import { RecordBar } from "../shell/record-bar";
import { useSession } from "../shell/session";

const CATEGORIES = [
  "other",
  "machinery",
  "parts",
  "road_machinery",
  "microelectronics",
  "building_materials",
  "medicines",
  "reagents",
  "cosmetics",
  "electrical",
  "food",
  "service",
];

export const GoodCard = cardOf(Card);

function Card(props: { record: RecordView }) {
  const t = useText();
  const session = useSession();
  const { record } = props;
  const archive = useArchive(record);
  return (
    <>
      <RecordBar
        record={record}
        title={textAt(record.body, "/name") || t("good-new")}
        of={textAt(record.body, "/article")}
        status={record.state}
      >
        <More items={[archive]} />
      </RecordBar>
      <div className="body paned card" data-place="record">
        <div className="scroll">
          <Facts fresh={textAt(record.body, "/name") === ""} />
          <Tracking />
        </div>
        <aside className="pane" tabIndex={-1} aria-label={t("pane")}>
          <Prices id={record.id} />
          <ProblemList problems={record.problems} />
          <History id={record.id} rev={record.rev} today={session.today} />
        </aside>
      </div>
    </>
  );
}

function Facts(props: { fresh: boolean }) {
  const t = useText();
  const units = useUnits();
  const countries = useCountries();
  const vats = useOptions("vat-choice", ["base", "reduced", "zero", "none"]);
  const categories = useOptions("trade-category", CATEGORIES);
  return (
    <div className="cols">
      <section>
        <h2>{t("good-itself")}</h2>
        <div className="form one wide-labels" data-form="">
          <Field path="/article" label="field-article" width={200} autoFocus={props.fresh} />
          <Field path="/name" label="field-good-name" multiline />
          <Choice path="/unit" label="field-unit" options={units} width={200} />
          <Choice path="/vat" label="field-vat" options={vats} width={200} />
          <Choice path="/category" label="field-category" options={categories} />
          <Field path="/note" label="field-note" multiline />
        </div>
      </section>
      <section>
        <h2>{t("good-codes")}</h2>
        <div className="form one wide-labels" data-form="">
          <Field path="/tnved" label="field-tnved" width={160} format={tnved} />
          <Choice path="/origin" label="field-origin" options={countries} clearable />
          <Field path="/gtin" label="field-gtin" width={160} />
          <Field path="/net_mass" label="field-net-mass" as="number" width={120} after={<span className="side1 t3">{t("kg")}</span>} />
          <Field path="/gross_mass" label="field-gross-mass" as="number" width={120} after={<span className="side1 t3">{t("kg")}</span>} />
        </div>
      </section>
    </div>
  );
}

function Tracking() {
  const t = useText();
  const { record, problemsAt } = useAccess();
  const byBatch = flagAt(record.body, "/by_batch");
  const bySerial = flagAt(record.body, "/by_serial");
  return (
    <>
      <section className="entries">
        <h2>{t("good-tracking")}</h2>
        <div className="form wide-labels" data-form="">
          <div className="f">
            <Flag path="/by_batch" label="field-by-batch" />
          </div>
          <div className="f">
            <Flag path="/by_serial" label="field-by-serial" />
          </div>
          {byBatch && (
            <Field
              path="/shelf_life"
              label="field-shelf-life"
              as="number"
              width={90}
              after={<span className="side1 t3">{t("days-word")}</span>}
            />
          )}
          {bySerial && (
            <Field
              path="/warranty"
              label="field-warranty"
              as="number"
              width={90}
              after={<span className="side1 t3">{t("months-word")}</span>}
            />
          )}
        </div>
      </section>
      {byBatch && (
        <EntryTable
          path="/batches"
          title={t("batches")}
          addText={t("batch-add")}
          action="section-1"
          blank={{}}
          columns={[
            { field: "number", label: "field-batch-number" },
            { field: "made", label: "field-made", as: "date", width: "140px" },
            { field: "expires", label: "field-expires", as: "date", width: "140px" },
          ]}
        />
      )}
      <EntryTable
        path="/certificates"
        title={t("certificates")}
        addText={t("certificate-add")}
        action="section-2"
        blank={{}}
        mark={(entry) => {
          const problem = problemsAt(`/certificates/${entry.id}/to`)[0];
          return problem ? <Remark problem={problem} /> : null;
        }}
        columns={[
          { field: "name", label: "field-certificate-name" },
          { field: "number", label: "field-certificate-number", width: "220px" },
          { field: "from", label: "field-from", as: "date", width: "104px" },
          { field: "to", label: "field-to", as: "date", width: "104px" },
        ]}
      />
    </>
  );
}

function Prices(props: { id: Id }) {
  const t = useText();
  const prices = useQuery({ queryKey: ["good-prices", props.id], queryFn: () => core.goodPrices(props.id) });
  return (
    <section aria-label={t("good-prices")}>
      <h2>{t("good-prices")}</h2>
      {prices.data?.length === 0 && <p className="t3 sm">{t("good-prices-none")}</p>}
      <ul className="papers">
        {prices.data?.map((row) => (
          <li key={row.list}>
            <a href={`#/price-list/${row.list}`}>
              <span className="t3">{shortDate(row.from)}</span>
              <span className="el">{row.list_name}</span>
              <span className="n nw">{`${sum(row.price)} ${row.currency}`}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
