/** What an own organisation and a counterparty have in common: requisites, accounts, signers, addresses, contacts. */
import { Check } from "lucide-react";
import { Choice, useOptions } from "../../parts/choice";
import { EntryTable } from "../../parts/entry-table";
import { Field, Fine, Remark } from "../../parts/field";
import { Icon } from "../../parts/icons";
import { type Keyed, textAt, useAccess } from "../../parts/record";
import { useCountries, useCurrencies } from "../../parts/tables";
import { useText } from "../../text";
import { account, date } from "../../text/format";

export function taxIdLabel(country: string): string {
  if (country === "BY") return "field-unp";
  if (country === "RU") return "field-inn";
  if (country === "KZ") return "field-bin";
  return "field-tax-id";
}

export function Requisites(props: { onName?: (text: string) => void; onTaxId?: (text: string) => void; autoFocus?: boolean }) {
  const t = useText();
  const { record, problemsAt } = useAccess();
  const countries = useCountries();
  const kinds = useOptions("party-kind", ["legal", "sole_trader", "person", "branch", "institution"]);
  const regimes = useOptions("vat-regime", ["general", "exempt", "special5", "special7"]);
  const country = textAt(record.body, "/country");
  const taxId = textAt(record.body, "/tax_id");
  const russian = country === "RU";
  const failed = taxId !== "" && problemsAt("/tax_id").length > 0;
  const proper = taxId !== "" && !failed && (country === "RU" || country === "BY" || country === "KZ");
  return (
    <div className="form one wide-labels" data-form="">
      <Field path="/name" label="field-name" autoFocus={props.autoFocus ?? false} {...(props.onName ? { onTyped: props.onName } : {})} />
      <Choice path="/country" label="field-country" options={countries} />
      <Field
        path="/tax_id"
        label={taxIdLabel(country)}
        as="tax_id"
        width={118}
        after={proper ? <Fine>{t("tax-id-fine")}</Fine> : undefined}
        {...(props.onTaxId ? { onTyped: props.onTaxId } : {})}
      />
      {failed && <Field path="/tax_id_reason" label="field-tax-id-reason" />}
      {russian && <Field path="/kpp" label="field-kpp" width={180} />}
      {russian && <Field path="/ogrn" label="field-ogrn" width={180} />}
      <Field path="/full_name" label="field-full-name" />
      <Choice path="/kind" label="field-party-kind" options={kinds} />
      <Choice path="/vat_regime" label="field-vat-regime" options={regimes} />
    </div>
  );
}

/** How the party as a whole is reached; people stand among the contacts. */
export function Reach() {
  return (
    <>
      <Field path="/phone" label="field-phone" />
      <Field path="/email" label="field-email" />
      <Field path="/note" label="field-note" multiline />
    </>
  );
}

export function Accounts(props: { own?: boolean }) {
  const t = useText();
  const { record, problemsAt } = useAccess();
  const currencies = useCurrencies();
  const country = textAt(record.body, "/country");
  const mark = (entry: Keyed) => {
    const path = `/accounts/${entry.id}`;
    const problem = problemsAt(`${path}/number`)[0] ?? problemsAt(path)[0] ?? problemsAt(`${path}/bic`)[0];
    if (problem) return <Remark problem={problem} />;
    return textAt(entry.value, "/number") && textAt(entry.value, "/bic") ? <Fine>{t("account-fine")}</Fine> : null;
  };
  return (
    <EntryTable
      path="/accounts"
      title={t("accounts")}
      addText={t("account-add")}
      action="section-1"
      blank={{ currency: country === "BY" ? "BYN" : "RUB", main: false }}
      mark={mark}
      note={props.own ? t("accounts-own-note") : t("accounts-note")}
      columns={[
        { field: "currency", label: "field-currency", width: "70px", options: currencies },
        { field: "number", label: "field-account-number", width: country === "RU" ? "178px" : "252px", format: account },
        { field: "bank_name", label: "field-bank-name", className: "dense" },
        { field: "bic", label: "field-bic", width: "88px" },
        ...(country === "RU" ? [{ field: "corr_account", label: "field-corr-account", width: "168px" }] : []),
        { field: "main", label: "field-main", width: "48px", flag: true },
      ]}
    />
  );
}

export function Signers() {
  const t = useText();
  const { problemsAt } = useAccess();
  const roles = useOptions("signer-role", ["head", "chief_accountant", "other"]);
  const mark = (entry: Keyed) => {
    const problem = problemsAt(`/signers/${entry.id}/to`)[0] ?? problemsAt(`/signers/${entry.id}`)[0];
    if (problem) return <Remark problem={problem} />;
    const to = textAt(entry.value, "/to");
    return (
      <span className="st t2 sm">
        <Icon of={Check} small />
        {to ? t("until", { date: date(to) }) : t("no-term")}
      </span>
    );
  };
  return (
    <EntryTable
      path="/signers"
      title={t("signers")}
      addText={t("signer-add")}
      action="section-2"
      blank={{ role: "head" }}
      mark={mark}
      note={t("signers-note")}
      columns={[
        { field: "name", label: "field-signer-name", width: "188px" },
        { field: "post", label: "field-post", width: "140px" },
        { field: "role", label: "field-role", width: "122px", options: roles },
        { field: "basis", label: "field-basis" },
        { field: "to", label: "field-to", as: "date", width: "90px" },
      ]}
    />
  );
}

export function Addresses() {
  const t = useText();
  const kinds = useOptions("address-kind", ["legal", "postal", "delivery"]);
  return (
    <EntryTable
      path="/addresses"
      title={t("addresses")}
      addText={t("address-add")}
      action="section-3"
      blank={{ kind: "legal" }}
      columns={[
        { field: "kind", label: "field-address-kind", width: "136px", options: kinds },
        { field: "text", label: "field-address" },
        { field: "gln", label: "field-gln", width: "132px" },
      ]}
    />
  );
}

export function Contacts() {
  const t = useText();
  return (
    <EntryTable
      path="/contacts"
      title={t("contacts")}
      addText={t("contact-add")}
      action="section-4"
      blank={{}}
      note={t("contacts-note")}
      columns={[
        { field: "name", label: "field-contact-name" },
        { field: "post", label: "field-post", width: "170px" },
        { field: "phone", label: "field-phone", width: "150px" },
        { field: "email", label: "field-email", width: "190px" },
      ]}
    />
  );
}

/** Former and foreign tax ids, and divisions with a КПП of their own. */
export function MoreIds() {
  const t = useText();
  const { record } = useAccess();
  const countries = useCountries();
  const russian = textAt(record.body, "/country") === "RU";
  return (
    <>
      <EntryTable
        path="/tax_ids"
        title={t("tax-ids")}
        action="section-5"
        addText={t("tax-id-add")}
        blank={{ country: russian ? "BY" : "RU" }}
        columns={[
          { field: "country", label: "field-country", width: "150px", options: countries },
          { field: "value", label: "field-tax-id", as: "tax_id" },
          { field: "from", label: "field-from", as: "date", width: "110px" },
          { field: "to", label: "field-to", as: "date", width: "110px" },
          { field: "reason", label: "field-reason", width: "190px" },
        ]}
      />
      {russian && (
        <EntryTable
          path="/divisions"
          title={t("divisions")}
          action="section-6"
          addText={t("division-add")}
          blank={{}}
          columns={[
            { field: "name", label: "field-division-name" },
            { field: "kpp", label: "field-kpp", width: "120px" },
            { field: "address", label: "field-address" },
          ]}
        />
      )}
    </>
  );
}
