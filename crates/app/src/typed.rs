//! Bodies as the domain sees them. The raw JSON is the truth; a typed view of it is made whenever rules are needed.

use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use torgdom_domain::amount::AmountError;
use torgdom_domain::contract::Contract;
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::deal::Deal;
use torgdom_domain::good::Good;
use torgdom_domain::invoice::{InvoiceDraft, IssuedInvoice};
use torgdom_domain::linked::Linked;
use torgdom_domain::organisation::Organisation;
use torgdom_domain::payment::Payment;
use torgdom_domain::price_list::PriceList;
use torgdom_domain::problem::entry_pointer;
use torgdom_domain::series::Series;
use torgdom_domain::settings::Settings;
use torgdom_domain::{Problem, Tables, tables};
use torgdom_records::{Kind, State};

/// A body in the shape of its kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    Organisation(Box<Organisation>),
    Counterparty(Box<Counterparty>),
    Contract(Box<Contract>),
    Good(Box<Good>),
    PriceList(Box<PriceList>),
    Deal(Box<Deal>),
    InvoiceDraft(Box<InvoiceDraft>),
    IssuedInvoice(Box<IssuedInvoice>),
    Payment(Box<Payment>),
    Series(Box<Series>),
    Settings(Box<Settings>),
    /// Corrections of a dated table, kept as they are.
    Table(Map<String, Value>),
    /// Written by a newer program: kept and shown as it is.
    Unreadable(Map<String, Value>),
}

impl Typed {
    /// Reads `body` in the shape of `kind`.
    ///
    /// # Errors
    /// A problem that blocks saving: a number where a string belongs, an unknown choice, a wrong date.
    pub fn read(kind: Kind, state: State, body: &Map<String, Value>) -> Result<Self, Problem> {
        Ok(match kind {
            Kind::Organisation => Self::Organisation(shape(body)?),
            Kind::Counterparty => Self::Counterparty(shape(body)?),
            Kind::Contract => Self::Contract(shape(body)?),
            Kind::Good => Self::Good(shape(body)?),
            Kind::PriceList => Self::PriceList(shape(body)?),
            Kind::Deal => Self::Deal(shape(body)?),
            Kind::Invoice if matches!(state, State::Issued | State::Void) => Self::IssuedInvoice(shape(body)?),
            Kind::Invoice => Self::InvoiceDraft(shape(body)?),
            Kind::Payment => Self::Payment(shape(body)?),
            Kind::Series => Self::Series(shape(body)?),
            Kind::Settings => Self::Settings(shape(body)?),
            Kind::Table => Self::Table(body.clone()),
        })
    }

    /// The body with every field of the shape present, as screens like it.
    #[must_use]
    pub fn to_body(&self) -> Map<String, Value> {
        match self {
            Self::Organisation(value) => to_map(value),
            Self::Counterparty(value) => to_map(value),
            Self::Contract(value) => to_map(value),
            Self::Good(value) => to_map(value),
            Self::PriceList(value) => to_map(value),
            Self::Deal(value) => to_map(value),
            Self::InvoiceDraft(value) => to_map(value),
            Self::IssuedInvoice(value) => to_map(value),
            Self::Payment(value) => to_map(value),
            Self::Series(value) => to_map(value),
            Self::Settings(value) => to_map(value),
            Self::Table(value) | Self::Unreadable(value) => value.clone(),
        }
    }

    /// What is wrong with the record, by the same rules everywhere.
    #[must_use]
    pub fn problems(&self, linked: &Linked<'_>, tables: &Tables, today: NaiveDate) -> Vec<Problem> {
        match self {
            Self::Organisation(value) => value.problems(tables, today),
            Self::Counterparty(value) => value.problems(tables, today),
            Self::Contract(value) => value.problems(tables, today),
            Self::Good(value) => value.problems(tables, today),
            Self::PriceList(value) => value.problems(tables),
            Self::Deal(value) => value.problems(linked, tables, today),
            Self::InvoiceDraft(value) => value.problems(linked, tables, today),
            Self::Payment(value) => value.problems(tables, today),
            Self::Series(value) => value.problems(),
            Self::Table(value) => tables::correction_problems(value),
            Self::IssuedInvoice(_) | Self::Settings(_) | Self::Unreadable(_) => Vec::new(),
        }
    }

    /// Ids of the records that the body points to: organisation, counterparty, contract, consignee.
    #[must_use]
    pub fn references(&self) -> References<'_> {
        match self {
            Self::Contract(value) => {
                References { organisation: &value.organisation, counterparty: &value.counterparty, ..References::default() }
            }
            Self::Deal(value) => References {
                organisation: &value.organisation,
                counterparty: &value.counterparty,
                contract: &value.contract,
                consignee: "",
            },
            Self::InvoiceDraft(value) => References {
                organisation: &value.organisation,
                counterparty: &value.counterparty,
                contract: &value.contract,
                consignee: &value.consignee,
            },
            Self::IssuedInvoice(value) => References {
                organisation: &value.organisation,
                counterparty: &value.counterparty,
                contract: &value.contract,
                consignee: "",
            },
            Self::Payment(value) => {
                References { organisation: &value.organisation, counterparty: &value.counterparty, ..References::default() }
            }
            _ => References::default(),
        }
    }
}

/// Ids of linked records; empty where there is none.
#[derive(Clone, Copy, Debug, Default)]
pub struct References<'a> {
    pub organisation: &'a str,
    pub counterparty: &'a str,
    pub contract: &'a str,
    pub consignee: &'a str,
}

/// Reads a typed view of a body.
///
/// # Errors
/// A problem that blocks saving, with what the reader expected.
pub fn shape<T: DeserializeOwned>(body: &Map<String, Value>) -> Result<T, Problem> {
    serde_path_to_error::deserialize(Value::Object(body.clone())).map_err(|error| {
        let path: String = error
            .path()
            .iter()
            .filter_map(|segment| match segment {
                serde_path_to_error::Segment::Map { key } => Some(entry_pointer("", key)),
                serde_path_to_error::Segment::Seq { index } => Some(format!("/{index}")),
                _ => None,
            })
            .collect();
        let path = if path.is_empty() { culprit::<T>(body) } else { path };
        let cause = error.inner().to_string();
        match known(&cause) {
            Some(code) => Problem::blocks_save(code, path),
            None => Problem::blocks_save("shape", path).with("cause", cause),
        }
    })
}

/// What a reader of a shape says of a day that no calendar has and of a number that is larger or finer than any kept:
/// mistakes of the trade, which have their own words.
fn known(cause: &str) -> Option<&'static str> {
    let is_of_no_calendar =
        ["2026-02-31", "2026-13-01"].iter().any(|day| day.parse::<NaiveDate>().is_err_and(|error| error.to_string() == cause));
    if is_of_no_calendar {
        return Some("impossible_date");
    }
    [(AmountError::TooLarge, "entry_too_large"), (AmountError::TooPrecise, "entry_too_precise")]
        .into_iter()
        .find(|(error, _)| error.to_string() == cause)
        .map(|(_, code)| code)
}

/// A flattened shape (the requisites of a party) loses the path of what it cannot read. The field that cannot be read
/// by itself is the one, and in it the innermost such field.
fn culprit<T: DeserializeOwned>(body: &Map<String, Value>) -> String {
    let mut path: Vec<&str> = Vec::new();
    let mut within = body;
    loop {
        let alone = |field: &str, value: &Value| {
            let inner = Value::Object(Map::from_iter([(field.to_owned(), value.clone())]));
            let whole = path.iter().rev().fold(inner, |value, key| Value::Object(Map::from_iter([((*key).to_owned(), value)])));
            T::deserialize(whole).is_ok()
        };
        let Some((field, value)) = within.iter().find(|(field, value)| !alone(field, value)) else { break };
        // Where the emptied field cannot be read either, it lacks something: no part of it is at fault.
        let next = value.as_object().filter(|_| alone(field, &Value::Object(Map::new())));
        path.push(field);
        match next {
            Some(inner) => within = inner,
            None => break,
        }
    }
    path.iter().map(|key| entry_pointer("", key)).collect()
}

/// The body as screens like it, with what the shape does not know: a field of a newer program is shown, not lost.
#[must_use]
pub fn with_unknown(mut shown: Map<String, Value>, raw: &Map<String, Value>) -> Map<String, Value> {
    for (field, value) in raw {
        match (shown.get_mut(field), value) {
            (None, _) => drop(shown.insert(field.clone(), value.clone())),
            (Some(Value::Object(known)), Value::Object(raw)) => *known = with_unknown(std::mem::take(known), raw),
            (Some(_), _) => {}
        }
    }
    shown
}

fn to_map<T: Serialize>(value: &T) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(map)) => map,
        // Every shape is a struct with string keys, so this is never reached; an empty body shows as such.
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn field<T: DeserializeOwned>(body: Value) -> String {
        shape::<T>(body.as_object().expect("an object")).err().map(|problem| problem.field).unwrap_or_default()
    }

    #[test]
    fn a_wrong_shape_is_pointed_at() {
        assert_eq!(field::<Counterparty>(json!({"name": "a", "accounts": {"a/b~c": {"main": "yes"}}})), "/accounts/a~1b~0c/main");
        assert_eq!(field::<Counterparty>(json!({"accounts": {"a": {"number": 1}, "b": {"number": 2}}})), "/accounts/a/number");
        assert_eq!(field::<Counterparty>(json!({"accounts": []})), "/accounts");
        assert_eq!(field::<Counterparty>(json!({"accounts": {"a": "x"}})), "/accounts/a");
        assert_eq!(field::<Deal>(json!({"lines": {"a/b": {"name": 1}}})), "/lines/a~1b/name");
        assert_eq!(field::<Good>(json!({"name": 1})), "/name");
    }

    #[test]
    fn what_the_shape_does_not_know_is_shown() {
        let raw = json!({"name": "a", "colour": "red", "accounts": {"k": {"number": "1", "alias": {"x": "y"}}}});
        let raw = raw.as_object().expect("an object");
        let typed = Typed::read(Kind::Counterparty, State::Live, raw).expect("reads");
        let shown = Value::Object(with_unknown(typed.to_body(), raw));
        assert_eq!(shown["colour"], "red");
        assert_eq!(shown["accounts"]["k"]["alias"]["x"], "y");
        assert_eq!(shown["accounts"]["k"]["bic"], "");
    }
}
