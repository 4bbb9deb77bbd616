//! Conflict units: what must not be merged from two people.
//!
//! Each entry of a map (a line, an account) is one; so is each group of header terms that mean something only
//! together; any other field stands alone.

use serde_json::Map;
use sha2::{Digest, Sha256};

use crate::Body;
use crate::canonical::comparable;
use crate::kind::Kind;
use crate::pointer::tokens;

/// Terms that make up the price: one person's currency with another's price kind is nobody's agreement.
const PRICE: &[&str] = &["currency", "price_kind", "rate_clause"];
const PARTIES: &[&str] = &["organisation", "counterparty", "contract", "deal", "account", "consignee"];
const DATES: &[&str] = &["date", "shipment_date", "due", "valid_until", "from", "to"];
const DELIVERY: &[&str] = &["incoterms", "incoterms_place", "delivery"];
const SPECIFICATION: &[&str] = &["specification", "specification_date"];
/// Why a failed check is right belongs to the very value that failed.
const TAX_ID: &[&str] = &["country", "tax_id", "tax_id_reason"];
const CREDIT: &[&str] = &["credit_limit", "credit_currency"];
const SUM: &[&str] = &["amount", "currency"];

/// Maps keyed by id, each entry a unit of its own.
const ENTRIES: &[&str] = &[
    "lines",
    "prices",
    "allocations",
    "files",
    "batches",
    "certificates",
    "tax_ids",
    "divisions",
    "addresses",
    "accounts",
    "signers",
    "contacts",
];

/// Name of the unit that `path` belongs to, within a record of `kind`: `price`, `lines/<id>`, `note`. A path that is
/// no pointer is a unit of its own.
#[must_use]
pub fn unit_of(kind: Kind, path: &str) -> String {
    let Some(steps) = tokens(path) else { return path.to_owned() };
    let field = steps.first().map_or("", String::as_str);
    if ENTRIES.contains(&field) {
        return steps.get(1).map_or_else(|| field.to_owned(), |entry| format!("{field}/{entry}"));
    }
    groups(kind).iter().find(|(_, fields)| fields.contains(&field)).map_or(field, |(name, _)| name).to_owned()
}

/// SHA-256 (lower-case hex) of the whole unit as it stands in `body`.
#[must_use]
pub fn unit_hash(kind: Kind, unit: &str, body: &Body) -> String {
    let mut seen = Map::new();
    match unit.split_once('/') {
        Some((field, entry)) if ENTRIES.contains(&field) => {
            if let Some(value) = body.get(field).and_then(|map| map.get(entry)) {
                seen.insert(unit.to_owned(), value.clone());
            }
        }
        _ => {
            let group = groups(kind).iter().find(|(name, _)| *name == unit).map(|(_, fields)| *fields);
            let fields = group.unwrap_or_default().iter().copied().chain(group.is_none().then_some(unit));
            seen.extend(fields.filter_map(|field| Some((field.to_owned(), body.get(field)?.clone()))));
        }
    }
    hex(&Sha256::digest(comparable(&seen)))
}

/// Lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a String takes everything");
        text
    })
}

type Group = (&'static str, &'static [&'static str]);

fn groups(kind: Kind) -> &'static [Group] {
    const DOCUMENT: &[Group] =
        &[("price", PRICE), ("parties", PARTIES), ("dates", DATES), ("delivery", DELIVERY), ("specification", SPECIFICATION)];
    const PARTY: &[Group] = &[("tax_id", TAX_ID), ("credit", CREDIT)];
    const PAYMENT: &[Group] = &[("sum", SUM), ("parties", PARTIES)];
    const PRICE_LIST: &[Group] = &[("price", PRICE), ("dates", DATES)];
    match kind {
        Kind::Contract | Kind::Deal | Kind::Invoice => DOCUMENT,
        Kind::Organisation | Kind::Counterparty => PARTY,
        Kind::Payment => PAYMENT,
        Kind::PriceList => PRICE_LIST,
        Kind::Good | Kind::Series | Kind::Settings | Kind::Table => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn lines_and_groups_of_terms_are_units() {
        for (kind, path, unit) in [
            (Kind::Deal, "/lines/7/price", "lines/7"),
            (Kind::Deal, "/lines/7", "lines/7"),
            (Kind::Deal, "/currency", "price"),
            (Kind::Deal, "/rate_clause/margin", "price"),
            (Kind::Invoice, "/payment_terms/parts/1/days", "payment_terms"),
            (Kind::Contract, "/counterparty", "parties"),
            (Kind::Contract, "/to", "dates"),
            (Kind::Deal, "/note", "note"),
            (Kind::Invoice, "/delivery", "delivery"),
            (Kind::Invoice, "/incoterms", "delivery"),
            (Kind::Counterparty, "/accounts", "accounts"),
            (Kind::Deal, "/lines/a~1b/price", "lines/a/b"),
            (Kind::Deal, "no pointer", "no pointer"),
            (Kind::Counterparty, "/accounts/1/bic", "accounts/1"),
            (Kind::Counterparty, "/tax_id_reason", "tax_id"),
            (Kind::Good, "/name", "name"),
        ] {
            assert_eq!(unit_of(kind, path), unit, "{path}");
        }
    }

    /// A field that has the name of a group belongs to it, else its hash would be the group's and see nothing of it.
    #[test]
    fn the_hash_of_a_field_sees_the_field() {
        let differs = |kind: Kind, field: &str| {
            let body = |value: &str| Body::from_iter([(field.to_owned(), json!(value))]);
            let unit = unit_of(kind, &crate::pointer::child("", field));
            unit_hash(kind, &unit, &body("a")) != unit_hash(kind, &unit, &body("b"))
        };
        for kind in Kind::ALL {
            for field in groups(kind).iter().flat_map(|(_, fields)| *fields) {
                assert!(differs(kind, field), "{kind} {field}");
            }
        }
        assert!(differs(Kind::Invoice, "delivery") && differs(Kind::Deal, "specification"));
        assert!(differs(Kind::Counterparty, "tax_id") && differs(Kind::Payment, "amount") && differs(Kind::Good, "a/b"));
    }

    #[test]
    fn the_hash_sees_the_whole_unit_and_nothing_else() {
        let deal = |value: Value| value.as_object().cloned().expect("an object");
        let one = deal(json!({"currency": "RUB", "note": "a", "lines": {"1": {"price": "5"}, "2": {"price": "6"}}}));
        let other_note = deal(json!({"note": "b", "currency": "RUB", "lines": {"1": {"price": "5"}, "2": {"price": "7"}}}));
        assert_eq!(unit_hash(Kind::Deal, "price", &one), unit_hash(Kind::Deal, "price", &other_note));
        assert_eq!(unit_hash(Kind::Deal, "lines/1", &one), unit_hash(Kind::Deal, "lines/1", &other_note));
        assert_ne!(unit_hash(Kind::Deal, "lines/2", &one), unit_hash(Kind::Deal, "lines/2", &other_note));
        assert_ne!(unit_hash(Kind::Deal, "note", &one), unit_hash(Kind::Deal, "note", &other_note));
    }
}
