//! Goods of posted deals and issued invoices with their prices: what each buyer took, and for how much.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde_json::Value;
use torgdom_domain::{Amount, Id, money};
use torgdom_records::{Body, Kind, Record, State};

use super::row::Row;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::{Writer, is_id};

/// Prices by the good's id, each after its discount; of a good that stands in several lines the first one's.
pub(super) type Prices = BTreeMap<Id, String>;

/// A row of the table, less its document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sale {
    good: i64,
    counterparty: i64,
    day: i64,
    price: String,
    currency: String,
    included: bool,
}

/// What the record sells; nothing as long as it is a draft, and nothing once it is void or archived.
pub(super) fn prices(record: &Record) -> Prices {
    let mut found: BTreeMap<Id, (Amount, &String, String)> = BTreeMap::new();
    if !matches!(record.kind, Kind::Deal | Kind::Invoice) || !matches!(record.state, State::Live | State::Issued) {
        return Prices::new();
    }
    for (line, body) in record.body.get("lines").and_then(Value::as_object).into_iter().flatten() {
        let Some(body) = body.as_object() else { continue };
        let text = |field: &str| body.get(field).and_then(Value::as_str).unwrap_or_default();
        let good = text("good");
        let Some(price) = price(body, record.kind).filter(|_| is_id(good)) else { continue };
        let order = text("order").parse::<Amount>().unwrap_or_default();
        let earlier = found.get(good).is_some_and(|(known, of, _)| (*known, *of) <= (order, line));
        if !earlier {
            found.insert(good.to_owned(), (order, line, price.to_string()));
        }
    }
    found.into_iter().map(|(good, (.., price))| (good, price)).collect()
}

/// An issued line holds the price after its discount, a deal's line the one before it.
fn price(line: &Body, kind: Kind) -> Option<Amount> {
    let amount = |field: &str| line.get(field).and_then(Value::as_str)?.parse::<Amount>().ok();
    let price = amount("price")?;
    match amount("discount").filter(|percent| kind == Kind::Deal && !percent.is_zero()) {
        Some(percent) => {
            let left = Decimal::ONE_HUNDRED - percent.decimal();
            money::round_ratio(price.decimal(), left, Decimal::ONE_HUNDRED, money::PRICE_DIGITS).ok()
        }
        None => Some(price),
    }
}

/// The rows of a document, by what its list row says of buyer and day.
pub(crate) fn rows(
    row: &Row,
    body: &Body,
    prices: &Prices,
    resolve: impl Fn(&str) -> Result<i64, StoreError>,
) -> Result<BTreeSet<Sale>, StoreError> {
    let Some(counterparty) = row.counterparty else { return Ok(BTreeSet::new()) };
    let included = body.get("price_kind").and_then(Value::as_str) == Some("included");
    let sale = |(good, price): (&Id, &String)| {
        Ok(Sale {
            good: resolve(good)?,
            counterparty,
            day: row.date.unwrap_or(0),
            price: price.clone(),
            currency: row.currency.clone().unwrap_or_default(),
            included,
        })
    };
    prices.iter().map(sale).collect()
}

impl Reader<'_> {
    pub(crate) fn sales_in(&self, document: i64) -> Result<BTreeSet<Sale>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT good, counterparty, day, price, currency, included FROM sale WHERE document = ?1")?;
        let rows = statement.query_map([document], |row| {
            Ok(Sale {
                good: row.get(0)?,
                counterparty: row.get(1)?,
                day: row.get(2)?,
                price: row.get(3)?,
                currency: row.get(4)?,
                included: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Brings the rows of a document to `wanted`.
pub(super) fn write(writer: &Writer<'_>, document: i64, wanted: &BTreeSet<Sale>) -> Result<(), StoreError> {
    let known = writer.sales_in(document)?;
    for sale in known.difference(wanted) {
        writer.execute("DELETE FROM sale WHERE document = ?1 AND good = ?2", (document, sale.good))?;
    }
    for sale in wanted.difference(&known) {
        writer.execute(
            "INSERT INTO sale(document, good, counterparty, day, price, currency, included) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (document, sale.good, sale.counterparty, sale.day, &sale.price, &sale.currency, sale.included),
        )?;
    }
    Ok(())
}
