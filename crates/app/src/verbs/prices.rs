//! Which price a document takes for a good: from its own price list, else from the newest one in force in its currency.

use std::cmp::Ordering;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Map, Value};
use torgdom_domain::good::Good;
use torgdom_domain::linked::Linked;
use torgdom_domain::vat::{self, PriceKind};
use torgdom_domain::{Amount, Id, Tables, money};
use torgdom_records::{Body, Kind, Record, State};
use torgdom_store::{ListQuery, Reader};

use super::lines::{lines, set_line};
use super::links::{Links, load};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::typed::References;

/// Price lists that are looked at; the newest of more.
const LISTS: u32 = 1_000;
/// A change of these makes prices out of lists others.
const PRICED_BY: [&str; 3] = ["currency", "price_kind", "price_list"];

/// The lists that count for one document, read once for all its lines.
pub(crate) struct PriceBook {
    tables: Arc<Tables>,
    links: Links,
    lists: Vec<ListInUse>,
    price_kind: PriceKind,
    /// Day of the document: it picks the price.
    day: NaiveDate,
    /// Day of shipment: it picks the rate of VAT.
    vat_day: NaiveDate,
}

struct ListInUse {
    in_force: bool,
    is_chosen: bool,
    from: Option<NaiveDate>,
    price_kind: PriceKind,
    prices: Map<String, Value>,
}

fn text<'b>(body: &'b Body, field: &str) -> &'b str {
    body.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn price_kind(body: &Body) -> PriceKind {
    if text(body, "price_kind") == "included" { PriceKind::Included } else { PriceKind::OnTop }
}

impl PriceBook {
    /// The lists for the document `body`. A list in another currency never counts, not even the one that was chosen.
    pub(crate) fn of(desk: &Desk, reader: &Reader<'_>, body: &Body) -> Result<Self, Failure> {
        let day = text(body, "date").parse().unwrap_or_else(|_| desk.clock.today());
        let (chosen, currency) = (text(body, "price_list"), text(body, "currency"));
        let mut lists = Vec::new();
        for row in reader.list(&ListQuery { limit: LISTS, ..desk.query(Kind::PriceList) })?.rows {
            let in_force = row.date.is_none_or(|from| from <= day) && row.due.is_none_or(|to| day <= to);
            let is_chosen = row.id == chosen;
            if row.state != State::Live || row.currency != currency || !(in_force || is_chosen) {
                continue;
            }
            if let Some(mut record) = reader.get(&row.id)? {
                let prices = match record.body.get_mut("prices").map(Value::take) {
                    Some(Value::Object(prices)) => prices,
                    _ => continue,
                };
                lists.push(ListInUse { in_force, is_chosen, from: row.date, price_kind: price_kind(&record.body), prices });
            }
        }
        let ids = References {
            organisation: text(body, "organisation"),
            counterparty: text(body, "counterparty"),
            contract: text(body, "contract"),
            consignee: "",
        };
        Ok(Self {
            tables: desk.tables(),
            links: Links::load(reader, ids)?,
            lists,
            price_kind: price_kind(body),
            day,
            vat_day: text(body, "shipment_date").parse().unwrap_or(day),
        })
    }

    /// The price of a good. A list in force goes before one that is over, the chosen one before others, the newest
    /// before older ones. A price of the other kind is turned over with the rate of the day.
    pub(crate) fn price(&self, good_id: &str, good: &Good) -> Option<Amount> {
        let found = self.lists.iter().filter_map(|list| Some((list, self.row(list, good_id)?)));
        let (list, (_, price)) = found.max_by(|a, b| Self::before(a.0, a.1.0, b.0, b.1.0))?;
        if list.price_kind == self.price_kind { Some(price) } else { self.turned(price, good) }
    }

    fn before(a: &ListInUse, a_from: Option<NaiveDate>, b: &ListInUse, b_from: Option<NaiveDate>) -> Ordering {
        (a.in_force, a.is_chosen, a_from).cmp(&(b.in_force, b.is_chosen, b_from))
    }

    /// First day and price, when the price has begun.
    fn row(&self, list: &ListInUse, good: &str) -> Option<(Option<NaiveDate>, Amount)> {
        let row = list.prices.get(good)?;
        let own: Option<NaiveDate> = row.get("from").and_then(Value::as_str).and_then(|from| from.parse().ok());
        let price = row.get("price").and_then(Value::as_str)?.parse().ok()?;
        own.is_none_or(|from| from <= self.day).then_some((own.or(list.from), price))
    }

    /// A list's price with VAT holds the seller's own rate; VAT is put on top at the rate that the document's line
    /// bears, which is 0 % across the border.
    fn turned(&self, price: Amount, good: &Good) -> Option<Amount> {
        let linked = self.links.linked();
        let class = [good.vat.as_str(), linked.contract_vat(), "base"].into_iter().find(|class| !class.is_empty())?;
        let factor = |buyer: &str| Some(Decimal::ONE + self.percent(&linked, buyer, class)? / Decimal::ONE_HUNDRED);
        let turned = match self.price_kind {
            PriceKind::OnTop => price.decimal() / factor(linked.seller_country())?,
            PriceKind::Included => price.decimal() * factor(linked.buyer_country())?,
        };
        money::round_price(turned).ok()
    }

    fn percent(&self, linked: &Linked<'_>, buyer: &str, class: &str) -> Option<Decimal> {
        let seller = linked.seller_country();
        let choice = vat::default_choice(&self.tables, linked.seller_regime(), seller, buyer, class, self.vat_day);
        let (code, _) = vat::resolve(&self.tables, seller, &choice, self.vat_day).ok()?;
        Some(code.percent().unwrap_or_default().decimal())
    }
}

impl Desk {
    /// Lines that have a good but no price yet get the price of the lists that now count.
    pub(crate) fn fill_missing_prices(&self, reader: &Reader<'_>, body: &mut Body) -> Result<(), Failure> {
        let waiting: Vec<(Id, Id)> = lines(body)?
            .into_iter()
            .filter(|(_, line)| line.price.is_none() && !line.good.is_empty())
            .map(|(id, line)| (id, line.good))
            .collect();
        if waiting.is_empty() {
            return Ok(());
        }
        let book = PriceBook::of(self, reader, body)?;
        for (id, good_id) in waiting {
            if let Some(good) = load::<Good>(reader, &good_id, Kind::Good)?
                && let Some(price) = book.price(&good_id, &good)
            {
                set_line(body, &id, "price", Value::String(price.to_string()))?;
            }
        }
        Ok(())
    }

    /// After another currency, kind of prices or price list was chosen, the prices that came out of lists follow. In
    /// another currency such a price goes away where no list has one: a number must not pass for another money. What
    /// was typed by hand stays.
    pub(crate) fn follow_currency(&self, reader: &Reader<'_>, before: &Record, body: &mut Body) -> Result<(), Failure> {
        if !matches!(before.kind, Kind::Deal | Kind::Invoice) || PRICED_BY.iter().all(|f| before.body.get(*f) == body.get(*f)) {
            return Ok(());
        }
        let old = lines(&before.body)?;
        let followers: Vec<(Id, Id, Amount)> = lines(body)?
            .into_iter()
            .filter_map(|(id, line)| Some((old.get(&id)?.price?, line.price?, line.good, id)))
            .filter(|(was, is, good, _)| was == is && !good.is_empty())
            .map(|(was, _, good, id)| (id, good, was))
            .collect();
        if followers.is_empty() {
            return Ok(());
        }
        let (then, now) = (PriceBook::of(self, reader, &before.body)?, PriceBook::of(self, reader, body)?);
        let other_money = text(&before.body, "currency") != text(body, "currency");
        for (id, good_id, was) in followers {
            let Some(good) = load::<Good>(reader, &good_id, Kind::Good)? else { continue };
            if then.price(&good_id, &good) != Some(was) {
                continue;
            }
            match now.price(&good_id, &good) {
                Some(price) => set_line(body, &id, "price", Value::String(price.to_string()))?,
                None if other_money => set_line(body, &id, "price", Value::Null)?,
                None => {}
            }
        }
        Ok(())
    }
}
