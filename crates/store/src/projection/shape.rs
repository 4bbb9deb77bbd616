//! What each kind shows in lists, read from the raw body: a field that cannot be read is left out, the rest stays.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use serde_json::Value;
use torgdom_domain::calculation::{Setting, calculate};
use torgdom_domain::line::Line;
use torgdom_domain::linked::Linked;
use torgdom_domain::party::Party;
use torgdom_domain::terms::{Moments, PaymentTerms, invoice_due};
use torgdom_domain::{Amount, Id, invoice};
use torgdom_records::{Body, Kind, Record, State};

use super::collate::{by_date, by_name, by_number, day};
use super::links::Sides;
use super::row::Row;
use super::sales::{self, Prices};
use super::{class, minor};
use crate::codes;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::search::{self, normalise};
use crate::writer::is_id;

/// A row and what goes into tables beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Projected {
    pub(crate) row: Row,
    /// Found by their beginning.
    pub(crate) codes: Vec<String>,
    /// Invoice's id and hundredths; empty for what is not posted, archived or void.
    pub(crate) allocations: BTreeMap<Id, i64>,
    /// Prices of goods, of what is posted or issued.
    pub(crate) prices: Prices,
}

/// How ids become keys: the writer gives new ones, the verifier only looks.
pub(crate) type Resolve<'a> = dyn Fn(&str) -> Result<Option<i64>, StoreError> + 'a;

/// The row of `record`; what is paid is added by the caller, who sees the other records.
pub(crate) fn shape(reader: &Reader<'_>, key: i64, record: &Record, resolve: &Resolve<'_>) -> Result<Projected, StoreError> {
    let body = &record.body;
    let reference = |field: &str| -> Result<Option<i64>, StoreError> {
        match text(body, field) {
            id if is_id(id) => resolve(id),
            _ => Ok(None),
        }
    };
    let (organisation, counterparty) = (reference("organisation")?, reference("counterparty")?);
    let (contract, deal) = (reference("contract")?, reference("deal")?);
    let mut shown = Projected {
        row: Row {
            key,
            id: record.id.clone(),
            party: counterparty.and_then(|_| some(text(body, "counterparty"))),
            party_name: counterparty.map(|party| reader.shown_name(party)).transpose()?.flatten(),
            kind: codes::of_kind(record.kind),
            state: codes::of_state(record.state),
            organisation,
            counterparty,
            contract,
            deal,
            date: date(body, "date").map(day),
            number: some(text(body, "number")),
            currency: some(text(body, "currency")),
            updated_at: record.updated_at.clone(),
            ..Row::default()
        },
        ..Projected::default()
    };
    match record.kind {
        Kind::Organisation | Kind::Counterparty => party(body, &mut shown),
        Kind::Contract => contract_row(body, &mut shown),
        Kind::Good => good(body, &mut shown),
        Kind::PriceList => price_list(body, &mut shown),
        Kind::Deal => deal_row(reader, record, &mut shown)?,
        Kind::Invoice => invoice(reader, record, &mut shown)?,
        Kind::Payment => payment(record, &mut shown),
        Kind::Series => shown.row.name = some(&format!("{}{}", text(body, "prefix"), text(body, "suffix"))),
        Kind::Settings | Kind::Table => shown.row.name = some(text(body, "name")),
    }
    shown.prices = sales::prices(record);
    finish(record, &mut shown);
    Ok(shown)
}

/// What follows from the fields, the same for every kind.
fn finish(record: &Record, shown: &mut Projected) {
    let number = shown.row.number.clone().unwrap_or_default();
    if !number.is_empty() {
        shown.codes.extend(search::codes_of_number(&number));
    }
    shown.codes.retain(|code| !code.is_empty());
    shown.codes.sort();
    shown.codes.dedup();
    let row = &mut shown.row;
    let sortable = row.article.as_deref().unwrap_or(&number);
    row.num = (!sortable.is_empty()).then(|| by_number(sortable));
    row.ord = match record.kind {
        Kind::Contract | Kind::Deal | Kind::Invoice | Kind::Payment => by_date(row.date, &number, &record.id),
        _ => by_name(row.name.as_deref().unwrap_or_default(), &record.id),
    };
    row.words = row.words.take().filter(|words| !words.is_empty());
}

fn party(body: &Body, shown: &mut Projected) {
    let row = &mut shown.row;
    row.name = some(text(body, "name"));
    row.tax_id = some(text(body, "tax_id"));
    row.country = some(text(body, "country"));
    row.facts = some(text(body, "vat_regime"));
    row.flags = if flag(body, "buyer") { class::BUYER } else { 0 } | if flag(body, "supplier") { class::SUPPLIER } else { 0 };
    row.words = Some(normalise::index_words(&[text(body, "name"), text(body, "full_name")]));
    let entries = |map: &str, field: &str| -> Vec<String> {
        body.get(map)
            .and_then(Value::as_object)
            .map(|map| map.values().filter_map(|entry| entry.get(field)?.as_str()).map(normalise::code).collect())
            .unwrap_or_default()
    };
    shown.codes.extend(["tax_id", "kpp", "ogrn", "okpo"].map(|field| normalise::code(text(body, field))));
    shown.codes.extend(entries("tax_ids", "value"));
    shown.codes.extend(entries("accounts", "number"));
    shown.codes.extend(entries("divisions", "kpp"));
}

fn contract_row(body: &Body, shown: &mut Projected) {
    let row = &mut shown.row;
    row.total = amount(body, "limit");
    row.due = date(body, "to").map(day);
    row.facts = some(text(body, "vat"));
    row.name = some(text(body, "subject"));
    row.words = Some(normalise::index_words(&[text(body, "subject"), text(body, "note")]));
}

fn good(body: &Body, shown: &mut Projected) {
    let row = &mut shown.row;
    row.name = some(text(body, "name"));
    row.article = some(text(body, "article"));
    row.unit = some(text(body, "unit"));
    row.country = some(text(body, "origin"));
    row.words = Some(normalise::index_words(&[text(body, "name"), text(body, "article")]));
    shown.codes.extend(["gtin", "tnved"].map(|field| normalise::code(text(body, field))));
    shown.codes.extend(search::codes_of_number(text(body, "article")));
}

fn price_list(body: &Body, shown: &mut Projected) {
    let row = &mut shown.row;
    row.name = some(text(body, "name"));
    row.date = date(body, "from").map(day);
    row.due = date(body, "to").map(day);
    row.words = Some(normalise::index_words(&[text(body, "name")]));
}

fn deal_row(reader: &Reader<'_>, record: &Record, shown: &mut Projected) -> Result<(), StoreError> {
    let body = &record.body;
    shown.row.due = date(body, "shipment_date").map(day);
    shown.row.words = Some(normalise::index_words(&[text(body, "note")]));
    shown.codes.extend(search::codes_of_number(text(body, "specification")));
    let sides = Sides::of(reader, &shown.row)?;
    shown.row.total = draft_total(reader, record, &sides, "");
    Ok(())
}

fn invoice(reader: &Reader<'_>, record: &Record, shown: &mut Projected) -> Result<(), StoreError> {
    let body = &record.body;
    shown.row.words = Some(normalise::index_words(&[text(body, "note"), text(body, "purpose")]));
    if matches!(record.state, State::Issued | State::Void) {
        shown.row.total = body.get("totals").and_then(Value::as_object).and_then(|totals| amount(totals, "gross"));
        shown.row.due = date(body, "due").map(day);
        // As the paper has it: turnover by country does not change when the buyer moves.
        shown.row.country = body.get("buyer").and_then(Value::as_object).and_then(|buyer| some(text(buyer, "country")));
        return Ok(());
    }
    let sides = Sides::of(reader, &shown.row)?;
    shown.row.total = draft_total(reader, record, &sides, text(body, "vat"));
    let terms: PaymentTerms = read(body, "payment_terms").unwrap_or_default();
    let moments = Moments {
        invoice: Some(date(body, "date").unwrap_or_else(|| written_on(record))),
        shipment: date(body, "shipment_date"),
        acceptance: None,
    };
    let by_terms = || invoice_due(&terms, &moments, &sides.organisation.party.country, reader.tables);
    shown.row.due = date(body, "due").or_else(by_terms).map(day);
    Ok(())
}

fn payment(record: &Record, shown: &mut Projected) {
    let body = &record.body;
    let incoming = text(body, "direction") != "outgoing";
    shown.row.flags = if incoming { class::INCOMING } else { 0 };
    shown.row.total = amount(body, "amount");
    shown.row.name = some(text(body, "purpose"));
    shown.row.words = Some(normalise::index_words(&[text(body, "purpose"), text(body, "note")]));
    if !matches!(record.state, State::Live | State::Issued) {
        // Not posted yet, or taken back: it pays nothing.
        return;
    }
    let Some(allocations) = body.get("allocations").and_then(Value::as_object) else { return };
    for (invoice, share) in allocations.iter().filter(|(invoice, _)| is_id(invoice)) {
        if let Some(sum) = share.as_object().and_then(|share| amount(share, "amount")) {
            // Money that we give back makes the invoice less paid.
            shown.allocations.insert(invoice.clone(), if incoming { sum } else { -sum });
        }
    }
}

/// What the lines come to, by the domain's rules; a line that cannot be read is left out, as one without a price is.
fn draft_total(reader: &Reader<'_>, record: &Record, sides: &Sides, vat: &str) -> Option<i64> {
    let body = &record.body;
    let lines: BTreeMap<Id, Line> = body
        .get("lines")?
        .as_object()?
        .iter()
        .filter_map(|(id, line)| Some((id.clone(), Line::deserialize(line).ok()?)))
        .collect();
    let linked = Linked {
        organisation: Some(&sides.organisation),
        counterparty: Some(&sides.counterparty),
        contract: Some(&sides.contract),
        consignee: None,
    };
    let setting = Setting {
        tables: reader.tables,
        seller_country: linked.seller_country(),
        seller_regime: linked.seller_regime(),
        buyer_country: linked.buyer_country(),
        vat: if vat.is_empty() { linked.contract_vat() } else { vat },
        price_kind: read(body, "price_kind").unwrap_or_default(),
        date: invoice::vat_date(
            read(body, "scope").unwrap_or_default(),
            date(body, "shipment_date"),
            date(body, "date"),
            written_on(record),
        ),
    };
    minor::of(calculate(&lines, &setting).totals.gross)
}

/// The day of the last change stands for "today" in an undated draft: a projection must not depend on the clock.
fn written_on(record: &Record) -> NaiveDate {
    record.updated_at.get(..10).and_then(|text| text.parse().ok()).unwrap_or_default()
}

fn text<'a>(body: &'a Body, field: &str) -> &'a str {
    body.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn flag(body: &Body, field: &str) -> bool {
    body.get(field).and_then(Value::as_bool).unwrap_or_default()
}

fn read<T: DeserializeOwned>(body: &Body, field: &str) -> Option<T> {
    T::deserialize(body.get(field)?).ok()
}

fn date(body: &Body, field: &str) -> Option<NaiveDate> {
    let date: NaiveDate = text(body, field).parse().ok()?;
    // Four digits of a year, so that yyyymmdd sorts as the day does.
    (1..=9999).contains(&chrono::Datelike::year(&date)).then_some(date)
}

fn amount(body: &Body, field: &str) -> Option<i64> {
    minor::of(text(body, field).parse::<Amount>().ok()?)
}

/// A party that has nothing but what sums depend on.
pub(super) fn bare_party(country: &str, regime: &str) -> Party {
    Party {
        country: country.to_owned(),
        vat_regime: serde_json::from_value(Value::String(regime.to_owned())).unwrap_or_default(),
        ..Party::default()
    }
}
