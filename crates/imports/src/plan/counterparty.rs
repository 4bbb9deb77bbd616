//! A row as a counterparty.

use serde_json::{Map, Value};
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::identifiers::Kind;
use torgdom_domain::text::with_quotes;

use super::draft::{Draft, text};
use super::reader::RowReader;
use super::{Context, Understood, only, party, values};

pub(super) fn understand(reader: &mut RowReader<'_>, context: &mut Context<'_>) -> Understood {
    let name = with_quotes(&reader.required_text("name"));
    let tax = party::tax_id(reader, "tax_id", "country", context.options);
    let found = match tax.tax_id.as_str() {
        "" if name.is_empty() => Vec::new(),
        "" => context.existing.counterparties_by_name(&name),
        tax_id => context.existing.counterparties_by_tax_id(&tax.country, tax_id),
    };
    let found = only(found, if tax.tax_id.is_empty() { "name" } else { "tax_id" }, reader);
    let key = match tax.tax_id.as_str() {
        "" => values::fold(&name),
        tax_id => format!("{}/{tax_id}", tax.country),
    };
    let mut draft = Draft::over(found.as_ref().map(|found| found.body.clone()));
    draft.set("name", "name", &name);
    draft.set("tax_id", "tax_id", &tax.tax_id);
    if reader.raw("country").cell.text().is_empty() && found.is_some() {
        // A guessed country never replaces one that a person chose.
    } else {
        draft.set("country", "country", &tax.country);
    }
    registration(reader, &mut draft, &tax, &name);
    addresses(reader, &mut draft, context);
    bank(reader, &mut draft, context);
    people(reader, &mut draft, context);
    terms(reader, &mut draft, context);
    check(reader, &draft, context);
    Understood { name, draft, found, key }
}

fn registration(reader: &mut RowReader<'_>, draft: &mut Draft, tax: &party::TaxIdRead, name: &str) {
    let full_name = with_quotes(&reader.text("full_name"));
    draft.set("full_name", "full_name", full_name);
    let kind = reader.text("kind");
    match values::party_kind(&kind) {
        Some(kind) => draft.set("kind", "kind", kind),
        None => {
            if !kind.is_empty() {
                reader.warn("kind", "import_word_unknown", &[]);
            }
            let of_number = (tax.country == "RU" && tax.tax_id.len() == 12).then_some("sole_trader");
            draft.default("kind", values::party_kind_of_name(name).or(of_number).unwrap_or_default());
        }
    }
    let own = party::identifier(reader, "kpp", Kind::Kpp);
    if own.is_empty() {
        draft.set("tax_id", "kpp", &tax.kpp)
    } else {
        draft.set("kpp", "kpp", own)
    }
    let ogrn = party::identifier(reader, "ogrn", Kind::Ogrn);
    draft.set("ogrn", "ogrn", ogrn);
    let okpo = party::identifier(reader, "okpo", Kind::Okpo);
    draft.set("okpo", "okpo", okpo);
}

fn addresses(reader: &mut RowReader<'_>, draft: &mut Draft, context: &mut Context<'_>) {
    for (field, kind) in [("legal_address", "legal"), ("postal_address", "postal"), ("delivery_address", "delivery")] {
        let address = reader.text(field);
        if address.is_empty() {
            continue;
        }
        // A legal address may lack its kind in the body: it is the first of its type.
        let is_it =
            |entry: &Map<String, Value>| text(entry, "kind") == kind || (kind == "legal" && text(entry, "kind").is_empty());
        // A second place of delivery is a place of its own.
        let is_same = |entry: &Map<String, Value>| is_it(entry) && (kind != "delivery" || text(entry, "text") == address);
        draft.entry("addresses", is_same, &[("", "kind", kind), (field, "text", &address)], || context.id());
    }
}

fn bank(reader: &mut RowReader<'_>, draft: &mut Draft, context: &mut Context<'_>) {
    let number = party::account(reader, "account");
    let bank_name = with_quotes(&reader.text("bank_name"));
    let bic = party::bank_code(reader, "bic");
    let corr = party::account(reader, "corr_account");
    let bank_address = reader.text("bank_address");
    let mut currency = party::currency(reader, "account_currency", context.options);
    if currency.is_empty() {
        currency = torgdom_domain::identifiers::account_currency(&number).unwrap_or_default().to_owned();
    }
    if number.is_empty() && bank_name.is_empty() && bic.is_empty() && corr.is_empty() && bank_address.is_empty() {
        return;
    }
    let values = [
        ("account", "number", number.as_str()),
        ("bank_name", "bank_name", &bank_name),
        ("bic", "bic", &bic),
        ("corr_account", "corr_account", &corr),
        ("bank_address", "bank_address", &bank_address),
        ("account_currency", "currency", &currency),
    ];
    // Without a number the bank's data belong to the account of that bank, or to one without a number.
    let is_it = |entry: &Map<String, Value>| {
        let same_bank = !bic.is_empty() && text(entry, "bic") == bic;
        if number.is_empty() { same_bank || text(entry, "number").is_empty() } else { text(entry, "number") == number }
    };
    draft.entry("accounts", is_it, &values, || context.id());
    draft.flag_only("accounts", "main");
}

fn people(reader: &mut RowReader<'_>, draft: &mut Draft, context: &mut Context<'_>) {
    let (name, post, basis) = (reader.text("head_name"), reader.text("head_post"), reader.text("head_basis"));
    if !(name.is_empty() && post.is_empty() && basis.is_empty()) {
        let values =
            [("", "role", "head"), ("head_name", "name", &name), ("head_post", "post", &post), ("head_basis", "basis", &basis)];
        // Another head is another person: the old one keeps the papers that were signed.
        let is_it = |entry: &Map<String, Value>| {
            matches!(text(entry, "role"), "head" | "")
                && (name.is_empty() || text(entry, "name").is_empty() || text(entry, "name") == name)
        };
        draft.entry("signers", is_it, &values, || context.id());
    }
    let phone = reader.text("phone");
    draft.set("phone", "phone", phone);
    let email = reader.text("email");
    draft.set("email", "email", email);
    let (name, phone, email) = (reader.text("contact_name"), reader.text("contact_phone"), reader.text("contact_email"));
    let values =
        [("contact_name", "name", name.as_str()), ("contact_phone", "phone", &phone), ("contact_email", "email", &email)];
    draft.entry("contacts", |entry| text(entry, "name") == name, &values, || context.id());
}

fn terms(reader: &mut RowReader<'_>, draft: &mut Draft, context: &Context<'_>) {
    if let Some(limit) = reader.decimal("credit_limit") {
        draft.set("credit_limit", "credit_limit", limit.to_string());
    }
    let currency = party::currency(reader, "credit_currency", context.options);
    draft.set("credit_currency", "credit_currency", currency);
    let manager = reader.text("manager");
    draft.set("manager", "manager", manager);
    let note = reader.note("note");
    draft.set("note", "note", note);
}

fn check(reader: &mut RowReader<'_>, draft: &Draft, context: &Context<'_>) {
    if reader.is_refused() {
        return;
    }
    let body = Value::Object(draft.body().clone());
    let Ok(counterparty) = serde_json::from_value::<Counterparty>(body) else {
        reader.refuse("", "import_record_unreadable", &[]);
        return;
    };
    for problem in counterparty.problems(context.options.tables, context.options.today) {
        let field = field_of(&problem.field).to_owned();
        // An update answers for what it changes, not for what was wrong before.
        if draft.is_new() || draft.has_changed(&field) {
            reader.domain(&field, problem);
        }
    }
}

/// The mapping's field that filled a place of the body.
fn field_of(pointer: &str) -> &str {
    let mut steps = pointer.strip_prefix('/').unwrap_or(pointer).split('/');
    let (first, last) = (steps.next().unwrap_or_default(), steps.next_back().unwrap_or_default());
    match (first, last) {
        ("accounts", "number") => "account",
        ("accounts", "currency") => "account_currency",
        ("accounts", other) => other,
        ("addresses", _) => "legal_address",
        ("signers", "name") => "head_name",
        ("signers", "post") => "head_post",
        ("signers", _) => "head_basis",
        ("contacts", "phone") => "contact_phone",
        ("contacts", "email") => "contact_email",
        ("contacts", _) => "contact_name",
        (own, _) => own,
    }
}
