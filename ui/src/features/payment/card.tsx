/** A payment: day, sum, account, and which invoices it pays. */
import { Trash2 } from "lucide-react";
import { core } from "../../backend/commands";
import type { Body, Id, RecordView } from "../../backend/types";
import { useArchive } from "../../parts/archive";
import { ActionButton, IconButton } from "../../parts/button";
import { cardOf } from "../../parts/card";
import { Choice, Reference, useOptions } from "../../parts/choice";
import { Combobox } from "../../parts/combobox";
import { Field } from "../../parts/field";
import { More } from "../../parts/more";
import { History, ProblemList } from "../../parts/panes";
import { flushAll } from "../../parts/pending";
import { accessTo, at, entries, textAt, undoLast, useAccess, useRecord } from "../../parts/record";
import { back, pathOf } from "../../parts/route";
import { useCurrencies } from "../../parts/tables";
import { attempt, toast } from "../../parts/toast";
import { useText } from "../../text";
import { account, date, isZero, sum } from "../../text/format";
import { RecordBar } from "../shell/record-bar";
import { useSession } from "../shell/session";

export const PaymentCard = cardOf(Card);

function Card(props: { record: RecordView }) {
  const t = useText();
  const session = useSession();
  const { record } = props;
  const archive = useArchive(record);
  const { body } = record;
  const number = textAt(body, "/number");
  const currencies = useCurrencies();
  const directions = useOptions("direction", ["incoming", "outgoing"]);
  const seller = useRecord(textAt(body, "/organisation")).record;
  const accounts = entries(seller?.body ?? {}, "/accounts").map(({ id, value }) => ({
    key: id,
    name: `${textAt(value, "/currency")} ${account(textAt(value, "/number"))}`,
    sub: textAt(value, "/bank_name"),
  }));
  const post = async () => {
    await flushAll();
    await accessTo(record).run(() => core.postPayment(record.id));
    toast(t("payment-posted"), { undo: () => void undoLast("undo") });
    back("payment");
  };
  return (
    <>
      <RecordBar
        record={record}
        title={number ? t("kind-number", { kind: t("kind-payment"), number }) : t("payment-new")}
        of={textAt(body, "/date") ? t("from-date", { date: date(textAt(body, "/date")) }) : ""}
        status={record.state}
      >
        {record.state === "draft" ? (
          <ActionButton action="post" main run={() => attempt(post())}>
            {t("payment-post")}
          </ActionButton>
        ) : (
          <More items={[archive]} />
        )}
      </RecordBar>
      <div className="body paned card" data-place="record">
        <div className="scroll">
          <div className="cols">
            <section>
              <h2>{t("payment-itself")}</h2>
              <div className="form one wide-labels" data-form="">
                <Choice path="/direction" label="field-direction" options={directions} />
                <Field path="/number" label="field-payment-number" width={140} autoFocus={number === ""} />
                <Field path="/date" label="field-date" as="date" width={110} />
                <Reference path="/counterparty" label="field-counterparty" kind="counterparty" />
                <Field
                  path="/amount"
                  label="field-amount"
                  as="sum"
                  width={160}
                  after={<Choice bare path="/currency" label="field-currency" options={currencies} width={84} />}
                />
              </div>
            </section>
            <section>
              <h2>{t("payment-where")}</h2>
              <div className="form one wide-labels" data-form="">
                <Reference path="/organisation" label="field-organisation" kind="organisation" />
                <Choice path="/account" label="field-account" options={accounts} clearable />
                <Field path="/purpose" label="field-purpose" multiline />
                <Field path="/note" label="field-note" />
              </div>
            </section>
          </div>
          <Allocations />
        </div>
        <aside className="pane" tabIndex={-1} aria-label={t("pane")}>
          <ProblemList problems={record.problems} />
          <History id={record.id} rev={record.rev} today={session.today} />
        </aside>
      </div>
    </>
  );
}

/** Which invoices are paid by it; what is not divided is an advance. */
function Allocations() {
  const t = useText();
  const access = useAccess();
  const { record } = access;
  const map = (at(record.body, "/allocations") ?? {}) as Record<string, Body>;
  const ids = Object.keys(map);
  const rest = record.derived.rest;
  return (
    <section className="entries" aria-label={t("allocations")}>
      <h2>
        {t("allocations")} {ids.length > 0 && <span className="cnt">{ids.length}</span>}
        {!isZero(rest) && <span className="cnt end">{t("advance-left", { sum: sum(rest) })}</span>}
      </h2>
      <table>
        <colgroup>
          <col />
          <col style={{ width: 160 }} />
          <col style={{ width: 40 }} />
        </colgroup>
        <thead className="vh-head">
          <tr>
            <th scope="col">{t("kind-invoice")}</th>
            <th scope="col" className="n">
              {t("field-amount")}
            </th>
            <th scope="col">
              <span className="vh">{t("remove")}</span>
            </th>
          </tr>
        </thead>
        <tbody data-form="">
          {ids.map((id) => (
            <Allocated key={id} invoice={id} />
          ))}
          {!access.locked && <AddAllocation taken={map} />}
        </tbody>
      </table>
    </section>
  );
}

function Allocated(props: { invoice: Id }) {
  const t = useText();
  const access = useAccess();
  const { invoice } = props;
  const named = access.record.derived.names[invoice];
  const path = `/allocations/${invoice}`;
  return (
    <tr>
      <td>
        <a className="row-link" href={`#${pathOf("invoice", invoice)}`}>
          {named ? `№\u00a0${named.name}` : t("no-access")} <span className="t2">{t("from-date", { date: date(named?.sub) })}</span>
        </a>
      </td>
      <td>
        <Field bare path={`${path}/amount`} label="field-amount" as="sum" className="soft" />
      </td>
      <td>
        {!access.locked && (
          <IconButton small icon={Trash2} name={t("remove")} onPress={() => attempt(access.edit([{ path, value: null }]))} />
        )}
      </td>
    </tr>
  );
}

/** The last row: another invoice of the same counterparty that still waits for money. */
function AddAllocation(props: { taken: Record<string, Body> }) {
  const t = useText();
  const access = useAccess();
  const counterparty = textAt(access.record.body, "/counterparty") || undefined;
  const find = async (text: string) => {
    const asked = { kind: "invoice", tab: "to_pay", counterparty, text: text || undefined, position: "first", limit: 12 } as const;
    const { rows } = await core.list(asked);
    return rows
      .filter((row) => !(row.id in props.taken))
      .map((row) => ({
        key: row.id,
        name: `№\u00a0${row.number} ${t("from-date", { date: date(row.date) })}`,
        sub: `${sum(row.rest)} ${row.currency}`,
      }));
  };
  return (
    <tr>
      <td colSpan={3}>
        <div className="combo-wrap">
          <Combobox
            label={t("allocation-add")}
            shown=""
            placeholder={t("allocation-add")}
            width={460}
            find={find}
            choose={(option) => attempt(allocate(access, option.key))}
          />
        </div>
      </td>
    </tr>
  );
}

/** The whole rest of the invoice; the core says when it is more than the payment has. */
async function allocate(access: ReturnType<typeof useAccess>, invoice: Id): Promise<void> {
  const owed = await core.get(invoice);
  await access.edit([{ path: `/allocations/${invoice}`, value: { amount: owed.derived.rest || "0" } }]);
}
