//! Bodies as the domain sees them. The raw JSON is the truth; a typed view of it is made whenever rules are needed.

use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use torgdom_domain::contract::Contract;
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::deal::Deal;
use torgdom_domain::good::Good;
use torgdom_domain::invoice::{InvoiceDraft, IssuedInvoice};
use torgdom_domain::linked::Linked;
use torgdom_domain::organisation::Organisation;
use torgdom_domain::payment::Payment;
use torgdom_domain::price_list::PriceList;
use torgdom_domain::series::Series;
use torgdom_domain::settings::Settings;
use torgdom_domain::{Problem, Tables};
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
            Self::Table(value) => value.clone(),
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
            Self::IssuedInvoice(_) | Self::Series(_) | Self::Settings(_) | Self::Table(_) => Vec::new(),
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
                serde_path_to_error::Segment::Map { key } => Some(format!("/{key}")),
                serde_path_to_error::Segment::Seq { index } => Some(format!("/{index}")),
                _ => None,
            })
            .collect();
        let path = if path.is_empty() { culprit::<T>(body) } else { path };
        Problem::blocks_save("shape", path).with("cause", error.inner())
    })
}

/// A flattened shape (the requisites of a party) loses the path of what it cannot read: the field without which the
/// body can be read is the one.
fn culprit<T: DeserializeOwned>(body: &Map<String, Value>) -> String {
    let without = |field: &String| {
        let mut rest = body.clone();
        rest.remove(field);
        T::deserialize(Value::Object(rest)).is_ok()
    };
    body.keys().find(|field| without(field)).map(|field| format!("/{field}")).unwrap_or_default()
}

fn to_map<T: Serialize>(value: &T) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(map)) => map,
        // Every shape is a struct with string keys, so this is never reached; an empty body shows as such.
        _ => Map::new(),
    }
}
