//! Price lists as screens show and change them. Which price a document takes is [`super::prices`]'s to say.

use serde::Serialize;
use serde_json::Value;
use torgdom_domain::price_list::PriceList;
use torgdom_domain::vat::PriceKind;
use torgdom_domain::{Amount, Id};
use torgdom_records::Kind;
use ts_rs::TS;

use super::links::read_body;
use super::records::find;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::views::Entered;

/// A price of a good in one list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct GoodPrice {
    pub list: Id,
    pub list_name: String,
    pub price: Amount,
    pub currency: String,
    pub price_kind: PriceKind,
    /// First day, `2026-01-01`, or empty.
    pub from: String,
    pub in_force: bool,
}

/// A row of a price list: a good with its price there, empty when it has none.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PriceListRow {
    pub good: Id,
    pub article: String,
    pub name: String,
    pub unit: String,
    pub price: String,
    /// First day of the price when it is not the list's.
    pub from: String,
}

impl Desk {
    /// All prices of a good, the newest list first.
    ///
    /// # Errors
    /// The store's.
    pub fn good_prices(&self, good: &str) -> Result<Vec<GoodPrice>, Failure> {
        let today = self.clock.today();
        self.reading(|_, reader| {
            let mut found = Vec::new();
            for record in reader.all(Kind::PriceList)? {
                let Some(list) = read_body::<PriceList>(&record.body) else { continue };
                if let Some(row) = list.prices.get(good) {
                    found.push(GoodPrice {
                        list: record.id.clone(),
                        list_name: list.name.clone(),
                        price: row.price,
                        currency: list.currency.clone(),
                        price_kind: list.price_kind,
                        from: row.from.or(list.from).map(|from| from.to_string()).unwrap_or_default(),
                        in_force: list.in_force(today),
                    });
                }
            }
            found.sort_by(|a, b| b.from.cmp(&a.from));
            Ok(found)
        })
    }

    /// Goods with their prices in one list.
    ///
    /// # Errors
    /// `not_found`.
    pub fn price_list_rows(&self, list: &str, text: &str, offset: u64, limit: u32) -> Result<(Vec<PriceListRow>, u64), Failure> {
        self.reading(|desk, reader| {
            let record = find(reader, list)?;
            let prices = read_body::<PriceList>(&record.body).unwrap_or_default().prices;
            let query = torgdom_store::ListQuery {
                text: text.to_owned(),
                position: torgdom_store::Position::Offset(offset),
                limit,
                ..desk.query(Kind::Good)
            };
            let page = reader.list(&query)?;
            let rows = page
                .rows
                .into_iter()
                .map(|good| {
                    let row = prices.get(&good.id);
                    PriceListRow {
                        price: row.map(|row| row.price.to_string()).unwrap_or_default(),
                        from: row.and_then(|row| row.from).map(|from| from.to_string()).unwrap_or_default(),
                        good: good.id,
                        article: good.article,
                        name: good.name,
                        unit: good.unit,
                    }
                })
                .collect();
            Ok((rows, page.total))
        })
    }

    /// Sets the price of a good in a list; an empty text takes it out.
    ///
    /// # Errors
    /// `not_found`, `refused`.
    pub fn set_price(&self, list: &str, good: &str, text: &str) -> Result<Entered, Failure> {
        if text.trim().is_empty() {
            let record = self.edit(list, &[(format!("/prices/{good}"), Value::Null)])?;
            return Ok(Entered { record, problem: None, shown: String::new() });
        }
        self.enter(list, &format!("/prices/{good}/price"), "price", text)
    }
}
