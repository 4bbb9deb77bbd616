//! What `calc` is given, read: names have their synonyms, numbers are taken from the text itself and never pass through
//! a binary fraction. Knows no rule of VAT.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::value::RawValue;
use torgdom_app::domain::identifiers::is_country;
use torgdom_app::domain::vat::PriceKind;
use torgdom_app::domain::{Amount, Problem, Tables, entry};

use crate::numbers;

type Fields<'a> = BTreeMap<String, &'a RawValue>;

/// A document as it is given.
#[derive(Debug)]
pub struct Document {
    /// The seller's country: whose table of rates counts for classes.
    pub country: String,
    /// Whether the input named a country or a currency: only then is a bare percent looked up.
    pub country_given: bool,
    pub buyer_country: String,
    pub date: NaiveDate,
    pub price_kind: PriceKind,
    /// ISO 4217 letters; empty when none was named.
    pub currency: String,
    pub lines: Vec<LineInput>,
}

#[derive(Debug)]
pub struct LineInput {
    /// JSON Pointer of the line; empty when the document is its only line.
    pub at: String,
    pub quantity_field: &'static str,
    pub vat_field: &'static str,
    pub vat: String,
    pub priced: Priced,
}

/// What the sums of a line are worked out from.
#[derive(Clone, Copy, Debug)]
pub enum Priced {
    Price {
        quantity: Amount,
        price: Amount,
        discount: Option<Amount>,
    },
    /// The sum without VAT is known.
    Net(Amount),
    /// The sum with VAT is known.
    Gross(Amount),
}

/// # Errors
/// What keeps the text from being a document; every line with a mistake is named.
pub fn read(text: &str, today: NaiveDate) -> Result<Document, Vec<Problem>> {
    let fields: Fields<'_> = serde_json::from_str(text).map_err(|error| {
        // Other JSON than an object is told apart from what is no JSON at all.
        let code = if serde_json::from_str::<&RawValue>(text).is_ok() { "not_an_object" } else { "json" };
        vec![Problem::blocks_save(code, "").with("position", error.column())]
    })?;
    let one = |problem: Problem| vec![problem];
    let named = country(&fields, "seller_country")
        .and_then(|seller| if seller.is_some() { Ok(seller) } else { country(&fields, "country") });
    let named = named.map_err(one)?;
    let currency = currency(&fields).map_err(one)?;
    let mode = price_kind(&fields).map_err(one)?;
    let document = Document {
        country_given: named.is_some(),
        country: named.unwrap_or_else(|| country_of(&currency).to_owned()),
        buyer_country: country(&fields, "buyer_country").map_err(one)?.unwrap_or_default(),
        date: date(&fields, today).map_err(one)?,
        price_kind: mode.unwrap_or_default(),
        currency,
        lines: Vec::new(),
    };
    let default_vat = if has_lines(&fields) { vat(&fields, "").map_err(one)?.1 } else { String::new() };
    let mut problems = Vec::new();
    let mut lines = Vec::new();
    for (at, line) in raw_lines(&fields).map_err(one)? {
        match read_line(&line, at, &default_vat, mode) {
            Ok(line) => lines.push(line),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(Document { lines, ..document }) } else { Err(problems) }
}

const LINES: [&str; 2] = ["lines", "rows"];

fn has_lines(fields: &Fields<'_>) -> bool {
    LINES.iter().any(|name| present(fields, name).is_some())
}

/// Each line with its pointer: an array, a map as records keep it, or the document itself when it is one line.
fn raw_lines<'a>(fields: &Fields<'a>) -> Result<Vec<(String, Fields<'a>)>, Problem> {
    let Some((name, raw)) = first(fields, &LINES) else {
        let is_line = ["price", "net", "gross"].iter().any(|name| present(fields, name).is_some());
        return if is_line {
            Ok(vec![(String::new(), fields.clone())])
        } else {
            Err(Problem::blocks_issue("lines_missing", "/lines"))
        };
    };
    let shape = || Problem::blocks_save("shape", format!("/{name}"));
    if raw.get().starts_with('[') {
        let lines: Vec<&RawValue> = serde_json::from_str(raw.get()).map_err(|_| shape())?;
        let numbered = lines.into_iter().enumerate();
        return numbered.map(|(index, raw)| object(raw, format!("/{name}/{index}"))).collect();
    }
    let lines: Fields<'a> = serde_json::from_str(raw.get()).map_err(|_| shape())?;
    let mut found = Vec::with_capacity(lines.len());
    for (id, raw) in lines {
        let (at, line) = object(raw, format!("/{name}/{id}"))?;
        let order = number(&line, "order", &at)?.unwrap_or_default();
        found.push((order, at, line));
    }
    // As they stand on paper: by `order`, then by id.
    found.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    Ok(found.into_iter().map(|(_, at, line)| (at, line)).collect())
}

fn object(raw: &RawValue, at: String) -> Result<(String, Fields<'_>), Problem> {
    match serde_json::from_str(raw.get()) {
        Ok(fields) => Ok((at, fields)),
        Err(_) => Err(Problem::blocks_save("not_an_object", at)),
    }
}

fn read_line(line: &Fields<'_>, at: String, default_vat: &str, mode: Option<PriceKind>) -> Result<LineInput, Problem> {
    let (vat_field, own) = vat(line, &at)?;
    let quantity_field = if present(line, "qty").is_some() && present(line, "quantity").is_none() { "qty" } else { "quantity" };
    let sums = (number(line, "net", &at)?, number(line, "gross", &at)?);
    let priced = match (number(line, "price", &at)?, sums, mode) {
        (Some(price), ..) => {
            let quantity = number(line, quantity_field, &at)?;
            let quantity = quantity.ok_or_else(|| Problem::blocks_issue("quantity_missing", format!("{at}/{quantity_field}")))?;
            Priced::Price { quantity, price, discount: number(line, "discount", &at)? }
        }
        (None, (Some(net), None), _) | (None, (Some(net), Some(_)), Some(PriceKind::OnTop)) => Priced::Net(net),
        (None, (None, Some(gross)), _) | (None, (Some(_), Some(gross)), Some(PriceKind::Included)) => Priced::Gross(gross),
        (None, (Some(_), Some(_)), None) => return Err(Problem::blocks_save("net_and_gross", at)),
        (None, (None, None), _) => return Err(Problem::blocks_issue("price_missing", format!("{at}/price"))),
    };
    let vat = if own.is_empty() { default_vat.to_owned() } else { own };
    Ok(LineInput { at, quantity_field, vat_field, vat, priced })
}

/// The choice of VAT and the name it was given under. `vat` beside `net` or `gross` is a sum of VAT, not a choice.
fn vat(fields: &Fields<'_>, at: &str) -> Result<(&'static str, String), Problem> {
    for name in ["rate", "vat_rate"] {
        if let Some(raw) = present(fields, name) {
            return Ok((name, scalar(raw, name, at)?));
        }
    }
    let sums = ["net", "gross"].iter().any(|name| present(fields, name).is_some());
    match present(fields, "vat") {
        Some(raw) if !sums => Ok(("vat", scalar(raw, "vat", at)?)),
        _ => Ok(("vat", String::new())),
    }
}

fn country(fields: &Fields<'_>, name: &str) -> Result<Option<String>, Problem> {
    let Some(raw) = present(fields, name) else { return Ok(None) };
    let code = scalar(raw, name, "")?.trim().to_uppercase();
    match code.as_str() {
        "" => Ok(None),
        known if is_country(known) => Ok(Some(code)),
        _ => Err(Problem::blocks_save("country_unknown", format!("/{name}")).with("value", code)),
    }
}

fn currency(fields: &Fields<'_>) -> Result<String, Problem> {
    let Some(raw) = present(fields, "currency") else { return Ok(String::new()) };
    let code = scalar(raw, "currency", "")?.trim().to_uppercase();
    if code.is_empty() || Tables::builtin().currency(&code).is_some() {
        return Ok(code);
    }
    Err(Problem::blocks_save("currency_unknown", "/currency").with("value", code))
}

/// Where a seller without a named country is taken to be.
fn country_of(currency: &str) -> &'static str {
    match currency {
        "BYN" => "BY",
        "KZT" => "KZ",
        "AMD" => "AM",
        "KGS" => "KG",
        _ => "RU",
    }
}

/// A whole date only: a script does not mean «this year».
fn date(fields: &Fields<'_>, today: NaiveDate) -> Result<NaiveDate, Problem> {
    let Some((name, raw)) = first(fields, &["date", "shipment_date"]) else { return Ok(today) };
    let text = scalar(raw, name, "")?;
    let field = format!("/{name}");
    let whole = text.len() == 10 && text.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '-' | '.' | '/'));
    match text.trim() {
        "" => Ok(today),
        _ if !whole => Err(Problem::blocks_save("date_unreadable", field).with("position", 1)),
        text => entry::date(text, today).map_err(|problem| problem.problem(&field)),
    }
}

fn price_kind(fields: &Fields<'_>) -> Result<Option<PriceKind>, Problem> {
    let Some((name, raw)) = first(fields, &["price_kind", "mode", "vat_included"]) else { return Ok(None) };
    match (name, raw.get(), scalar(raw, name, "").unwrap_or_default().as_str()) {
        (_, _, "on_top") | ("vat_included", "false", _) => Ok(Some(PriceKind::OnTop)),
        (_, _, "included") | ("vat_included", "true", _) => Ok(Some(PriceKind::Included)),
        (_, _, "") if raw.get() == "\"\"" => Ok(None),
        (_, given, _) => {
            Err(Problem::blocks_save("price_kind_unknown", format!("/{name}")).with("value", given.trim_matches('"')))
        }
    }
}

fn number(fields: &Fields<'_>, name: &str, at: &str) -> Result<Option<Amount>, Problem> {
    let Some(raw) = present(fields, name) else { return Ok(None) };
    let text = scalar(raw, name, at)?;
    if text.trim().is_empty() { Ok(None) } else { numbers::amount(&text, &format!("{at}/{name}")).map(Some) }
}

/// A string's content, or the text of a number just as it stands in the input.
fn scalar(raw: &RawValue, name: &str, at: &str) -> Result<String, Problem> {
    let text = raw.get();
    if text.starts_with(|sign: char| sign == '-' || sign.is_ascii_digit()) {
        return Ok(text.to_owned());
    }
    serde_json::from_str(text).map_err(|_| Problem::blocks_save("shape", format!("{at}/{name}")))
}

fn first<'a>(fields: &Fields<'a>, names: &[&'static str]) -> Option<(&'static str, &'a RawValue)> {
    names.iter().find_map(|name| present(fields, name).map(|raw| (*name, raw)))
}

/// A field that is there and not `null`.
fn present<'a>(fields: &Fields<'a>, name: &str) -> Option<&'a RawValue> {
    fields.get(name).copied().filter(|raw| raw.get() != "null")
}
