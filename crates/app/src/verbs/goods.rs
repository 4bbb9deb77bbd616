//! Prices: which list gives the price of a good, and the list itself.

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::Value;
use torgdom_domain::good::Good;
use torgdom_domain::price_list::PriceList;
use torgdom_domain::vat::{self, PriceKind};
use torgdom_domain::{Amount, Id, money};
use torgdom_records::{Body, Kind};
use torgdom_store::Reader;
use ts_rs::TS;

use super::links::{load, read_body};
use super::records::find;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::views::Entered;

/// What a document says about the prices it wants.
#[derive(Clone, Debug, Default)]
pub(crate) struct PriceSetting {
    pub list: Id,
    pub currency: String,
    pub price_kind: PriceKind,
    pub organisation: Id,
    pub date: Option<chrono::NaiveDate>,
}

impl PriceSetting {
    pub(crate) fn of_body(body: &Body) -> Self {
        let text = |field: &str| body.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
        Self {
            list: text("price_list"),
            currency: text("currency"),
            price_kind: if text("price_kind") == "included" { PriceKind::Included } else { PriceKind::OnTop },
            organisation: text("organisation"),
            date: text("date").parse().ok(),
        }
    }
}

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
    /// The price of a good for a document: from its own price list, else from the newest list in force in the
    /// document's currency. A price of the other kind is turned over with the rate of the day.
    pub(crate) fn price_of(
        &self,
        reader: &Reader<'_>,
        good_id: &str,
        good: &Good,
        setting: &PriceSetting,
    ) -> Result<Option<Amount>, Failure> {
        let today = self.clock.today();
        let day = setting.date.unwrap_or(today);
        let mut best: Option<(bool, Option<chrono::NaiveDate>, PriceKind, Amount)> = None;
        for record in reader.all(Kind::PriceList)? {
            let Some(list) = read_body::<PriceList>(&record.body) else { continue };
            let chosen = record.id == setting.list;
            let fits = chosen
                || (record.state == torgdom_records::State::Live && list.currency == setting.currency && list.in_force(day));
            let Some(row) = list.prices.get(good_id).filter(|row| fits && row.from.is_none_or(|from| from <= day)) else {
                continue;
            };
            let candidate = (chosen, row.from.or(list.from), list.price_kind, row.price);
            if best.as_ref().is_none_or(|best| (candidate.0, candidate.1) > (best.0, best.1)) {
                best = Some(candidate);
            }
        }
        let Some((_, _, kind, price)) = best else { return Ok(None) };
        if kind == setting.price_kind {
            return Ok(Some(price));
        }
        let country = load::<torgdom_domain::organisation::Organisation>(reader, &setting.organisation, Kind::Organisation)?
            .map_or_else(|| "RU".to_owned(), |organisation| organisation.party.country);
        let class = if good.vat.is_empty() { "base" } else { &good.vat };
        let percent =
            vat::resolve(self.tables(), &country, class, day).ok().and_then(|(code, _)| code.percent()).unwrap_or_default();
        let factor = Decimal::ONE + percent.decimal() / Decimal::ONE_HUNDRED;
        let turned = match setting.price_kind {
            PriceKind::OnTop => price.decimal() / factor,
            PriceKind::Included => price.decimal() * factor,
        };
        Ok(money::round_price(turned).ok())
    }

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
