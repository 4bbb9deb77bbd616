//! A row as a contract with a counterparty that is already there.

use serde_json::Value;
use torgdom_domain::Id;
use torgdom_domain::contract::Contract;

use super::draft::Draft;
use super::reader::RowReader;
use super::{Context, Understood, only, party, values};

pub(super) fn understand(reader: &mut RowReader<'_>, context: &mut Context<'_>) -> Understood {
    let options = context.options;
    let number = reader.required_text("number");
    let had_date = !reader.raw("date").cell.text().is_empty();
    let date = reader.day("date", options.today);
    if had_date && date.is_none() {
        // Without its date a contract cannot be told from another of the same number.
        reader.refuse("date", "import_date_needed", &[]);
    }
    let sides = sides(reader, context);
    let (counterparty, party_name) = counterparty(reader, &sides, context);
    let found = if number.is_empty() || counterparty.is_empty() {
        Vec::new()
    } else {
        context.existing.contracts(&number, date, &counterparty)
    };
    let found = only(found, "number", reader);
    let key = format!("{}|{}|{counterparty}", values::fold(&number), date.map(|date| date.to_string()).unwrap_or_default());
    let mut draft = Draft::over(found.as_ref().map(|found| found.body.clone()));
    draft.set("number", "number", &number);
    draft.set("date", "date", date.map(|date| date.to_string()).unwrap_or_default());
    draft.set("counterparty_tax_id", "counterparty", &counterparty);
    draft.default("organisation", sides.organisation.as_ref().unwrap_or(&options.organisation));
    kind_and_role(reader, &mut draft, &sides);
    wording(reader, &mut draft, context);
    money(reader, &mut draft, context);
    check(reader, &draft, context);
    let name = if party_name.is_empty() { number } else { format!("{number} · {party_name}") };
    Understood { name, draft, found, key }
}

/// Who the other side is, as far as the columns of names say it.
struct Sides {
    name: String,
    field: &'static str,
    /// Ours: `seller` or `buyer`.
    role: Option<&'static str>,
    organisation: Option<Id>,
}

/// «Поставщик» and «Покупатель»: the one that is not an own organisation is the counterparty, and ours is the other role.
fn sides(reader: &mut RowReader<'_>, context: &Context<'_>) -> Sides {
    let (buyer, supplier, name) = (reader.text("buyer"), reader.text("supplier"), reader.text("counterparty_name"));
    let own = |name: &str| context.options.own.iter().find(|own| own.is_called(name)).map(|own| own.id.clone());
    let (as_buyer, as_supplier) = (own(&buyer), own(&supplier));
    let other = |name: String, field, role, organisation| Sides { name, field, role: Some(role), organisation };
    match (as_buyer, as_supplier) {
        (Some(_), Some(_)) => {
            reader.refuse("buyer", "import_both_sides_own", &[]);
            Sides { name, field: "counterparty_name", role: None, organisation: None }
        }
        (Some(us), None) if supplier.is_empty() => other(name, "counterparty_name", "buyer", Some(us)),
        (Some(us), None) => other(supplier, "supplier", "buyer", Some(us)),
        (None, Some(us)) if buyer.is_empty() => other(name, "counterparty_name", "seller", Some(us)),
        (None, Some(us)) => other(buyer, "buyer", "seller", Some(us)),
        (None, None) => match (buyer.is_empty(), supplier.is_empty()) {
            (false, true) => other(buyer, "buyer", "seller", None),
            (true, false) => other(supplier, "supplier", "buyer", None),
            (false, false) if name.is_empty() => {
                reader.refuse("supplier", "import_no_side_own", &[]);
                Sides { name, field: "supplier", role: None, organisation: None }
            }
            _ => Sides { name, field: "counterparty_name", role: None, organisation: None },
        },
    }
}

/// «Вид договора» says the kind, and in files of 1C («С поставщиком») our role; a column of its own says it more surely.
fn kind_and_role(reader: &mut RowReader<'_>, draft: &mut Draft, sides: &Sides) {
    let text = reader.text("contract_kind");
    let read = values::contract_kind(&text);
    match &read {
        Some(read) => draft.set("contract_kind", "kind", read.kind.unwrap_or_default()),
        None if text.is_empty() => {}
        None => reader.warn("contract_kind", "import_word_unknown", &[]),
    }
    let text = reader.text("our_role");
    let named = values::our_role(&text);
    if named.is_none() && !text.is_empty() {
        reader.warn("our_role", "import_word_unknown", &[]);
    }
    let role = named.or(sides.role).or(read.and_then(|read| read.role));
    draft.set("our_role", "role", role.unwrap_or_default());
}

/// The party by its tax number, else by its name.
fn counterparty(reader: &mut RowReader<'_>, sides: &Sides, context: &Context<'_>) -> (Id, String) {
    let tax = party::tax_id(reader, "counterparty_tax_id", "counterparty_country", context.options);
    let name = sides.name.clone();
    if tax.tax_id.is_empty() && name.is_empty() {
        reader.refuse("counterparty_tax_id", "import_required", &[]);
        return (Id::new(), name);
    }
    let (field, found) = if tax.tax_id.is_empty() {
        (sides.field, context.existing.counterparties_by_name(&name))
    } else {
        ("counterparty_tax_id", context.existing.counterparties_by_tax_id(&tax.country, &tax.tax_id))
    };
    match found.len() {
        0 => reader.refuse(field, "import_counterparty_unknown", &[]),
        1 => {}
        count => reader.refuse(field, "import_several_matches", &[("count", &count.to_string()), ("name", &found[0].name)]),
    }
    found.into_iter().next().map_or((Id::new(), name), |found| (found.id, found.name))
}

fn wording(reader: &mut RowReader<'_>, draft: &mut Draft, context: &Context<'_>) {
    for field in ["subject", "place", "incoterms_place"] {
        let text = reader.text(field);
        draft.set(field, field, text);
    }
    let terms = reader.text("incoterms");
    let (code, place) = incoterms(&terms, context);
    draft.set("incoterms", "incoterms", code);
    if reader.raw("incoterms_place").cell.text().is_empty() {
        draft.set("incoterms", "incoterms_place", place);
    }
    for field in ["from", "to"] {
        let day = reader.day(field, context.options.today);
        draft.set(field, field, day.map(|day| day.to_string()).unwrap_or_default());
    }
    let note = reader.note("note");
    draft.set("note", "note", note);
}

/// «FCA Минск» is a code and a place; anything else stays as it stands, and the domain says so.
fn incoterms(text: &str, context: &Context<'_>) -> (String, String) {
    let (code, place) = text.split_once([' ', ',', '-']).unwrap_or((text, ""));
    let code = code.to_uppercase();
    if context.options.tables.delivery_term(&code).is_none() {
        return (text.to_owned(), String::new());
    }
    (code, place.trim_matches([' ', ',', '-', '–', '—']).to_owned())
}

fn money(reader: &mut RowReader<'_>, draft: &mut Draft, context: &Context<'_>) {
    let currency = party::currency(reader, "currency", context.options);
    draft.set("currency", "currency", currency);
    let kind = reader.text("price_kind");
    match values::price_kind(&kind) {
        Some(kind) => draft.set("price_kind", "price_kind", kind),
        None if kind.is_empty() => {}
        None => reader.warn("price_kind", "import_word_unknown", &[]),
    }
    super::good::vat(reader, draft, context);
    if let Some(limit) = reader.decimal("limit") {
        draft.set("limit", "limit", limit.to_string());
    }
}

fn check(reader: &mut RowReader<'_>, draft: &Draft, context: &Context<'_>) {
    if reader.is_refused() {
        return;
    }
    let Ok(contract) = serde_json::from_value::<Contract>(Value::Object(draft.body().clone())) else {
        reader.refuse("", "import_record_unreadable", &[]);
        return;
    };
    for problem in contract.problems(context.options.tables, context.options.today) {
        let field = problem.field.trim_start_matches('/').split('/').next().unwrap_or_default().to_owned();
        let field = match field.as_str() {
            "counterparty" => "counterparty_tax_id",
            "kind" => "contract_kind",
            "role" => "our_role",
            other => other,
        };
        if draft.is_new() || draft.has_changed(field) {
            reader.domain(field, problem);
        }
    }
}
