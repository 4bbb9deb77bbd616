//! Identifiers of a body in the form in which they are compared: without spaces, look-alike letters mapped. What fails
//! its check stays as it was given: the card's problems say so.

use serde_json::Value;
use torgdom_domain::identifiers::{self, Kind as Identifier};
use torgdom_records::{Body, Kind};

/// Fields of the card itself.
const OWN: [(&str, Identifier); 5] = [
    ("kpp", Identifier::Kpp),
    ("ogrn", Identifier::Ogrn),
    ("okpo", Identifier::Okpo),
    ("tnved", Identifier::Tnved),
    ("gtin", Identifier::Gtin),
];
/// Fields of the entries of a map.
const OF_ENTRIES: [(&str, &str, Identifier); 4] = [
    ("divisions", "kpp", Identifier::Kpp),
    ("addresses", "gln", Identifier::Gln),
    ("lines", "tnved", Identifier::Tnved),
    ("accounts", "bic", Identifier::Bik),
];

pub(super) fn canonical(kind: Kind, body: &mut Body) {
    if !matches!(kind, Kind::Organisation | Kind::Counterparty | Kind::Good | Kind::Deal | Kind::Invoice) {
        return;
    }
    let country = body.get("country").and_then(Value::as_str).unwrap_or_default().to_owned();
    rewrite(body, "tax_id", |text| tax_id(&country, text));
    for (field, identifier) in OWN {
        rewrite(body, field, |text| checked(identifier, text));
    }
    for (map, field, identifier) in OF_ENTRIES {
        for entry in entries(body, map) {
            rewrite(entry, field, |text| checked(identifier, text));
        }
    }
    for account in entries(body, "accounts") {
        rewrite(account, "bic", |text| checked(Identifier::Bic, text));
        rewrite(account, "number", account_number);
        rewrite(account, "corr_account", account_number);
    }
    for other in entries(body, "tax_ids") {
        let country = other.get("country").and_then(Value::as_str).unwrap_or_default().to_owned();
        rewrite(other, "value", |text| tax_id(&country, text));
    }
}

fn entries<'b>(body: &'b mut Body, map: &str) -> impl Iterator<Item = &'b mut Body> {
    body.get_mut(map).and_then(Value::as_object_mut).into_iter().flat_map(Body::values_mut).filter_map(Value::as_object_mut)
}

fn rewrite(body: &mut Body, field: &str, form: impl Fn(&str) -> Option<String>) {
    if let Some(Value::String(text)) = body.get_mut(field)
        && let Some(canonical) = form(text)
    {
        *text = canonical;
    }
}

fn checked(kind: Identifier, text: &str) -> Option<String> {
    identifiers::check(kind, text).ok().map(|checked| checked.canonical)
}

/// By the rule of the card's country; without one, by that of the country whose number it can only be.
fn tax_id(country: &str, text: &str) -> Option<String> {
    if country.is_empty() {
        return identifiers::guess_tax_id(text).into_iter().next().map(|(_, _, canonical)| canonical);
    }
    identifiers::check_tax_id(country, text).ok().map(|checked| checked.canonical)
}

/// The key of a Russian account holds only with its bank: its digits are set together, right or wrong.
fn account_number(text: &str) -> Option<String> {
    let bare = identifiers::bare_account(text);
    let is_russian = bare.len() == 20 && bare.bytes().all(|byte| byte.is_ascii_digit());
    if is_russian { Some(bare) } else { checked(Identifier::Iban, text) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(kind: Kind, body: Value) -> Value {
        let mut body = body.as_object().cloned().expect("an object");
        canonical(kind, &mut body);
        Value::Object(body)
    }

    #[test]
    fn identifiers_are_kept_as_they_are_compared() {
        let card = json!({
            "country": "RU", "tax_id": "77 0708 3893", "kpp": "7707 01001", "name": "77 07",
            "accounts": {"a": {"number": "40702 810 9 0000 0002851", "bic": "044 030 827"}, "b": {"number": "BY13 NBRB 3600 9000 0000 2Z00 AB00"}},
            "divisions": {"d": {"kpp": "7707 01001"}}, "tax_ids": {"t": {"country": "BY", "value": "100 582 333"}},
        });
        let kept = of(Kind::Counterparty, card);
        for (pointer, value) in [
            ("/tax_id", "7707083893"),
            ("/kpp", "770701001"),
            ("/name", "77 07"),
            ("/accounts/a/number", "40702810900000002851"),
            ("/accounts/a/bic", "044030827"),
            ("/accounts/b/number", "BY13NBRB3600900000002Z00AB00"),
            ("/divisions/d/kpp", "770701001"),
            ("/tax_ids/t/value", "100582333"),
        ] {
            assert_eq!(kept.pointer(pointer), Some(&json!(value)), "{pointer}");
        }
        assert_eq!(of(Kind::Good, json!({"tnved": "8413 70 300 0"}))["tnved"], "8413703000");
    }

    #[test]
    fn what_fails_its_check_stays_as_given() {
        let wrong = json!({"country": "RU", "tax_id": "77 0708 3894", "kpp": 7, "accounts": [], "tax_ids": {"t": 1}});
        assert_eq!(of(Kind::Counterparty, wrong.clone()), wrong);
    }
}
