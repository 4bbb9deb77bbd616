//! The hundred and fifty deals: when, with whom, under which contract, which lines.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use torgdom_domain::calendar::Calendar;
use torgdom_domain::deal::Deal;
use torgdom_domain::line::Line;
use torgdom_domain::linked::Linked;
use torgdom_domain::vat::PriceKind;
use torgdom_domain::{Amount, Id, Tables};

use super::contracts::Agreement;
use super::goods::{self, Prices, Ware};
use super::identity::Identities;
use super::parties::{FIRMS, Own, Partner};
use super::random::Random;
use super::terms;

/// Deals with a number; one more is still being written.
pub(crate) const POSTED: usize = 149;
/// So many of them fall into the last thirty days, so that the first screen is alive.
const RECENT: usize = 25;
/// At least so many of the older ones are of the time before 2026, however long ago that is.
const LEAST_EARLY: i64 = 45;
/// Every seventeenth deal fills more than one page.
const LONG_EVERY: usize = 17;
/// Lines of a long deal: from, to.
const LONG: (i64, i64) = (31, 44);

/// A deal with what its papers need of it.
#[derive(Clone, Debug)]
pub(crate) struct Bargain {
    pub id: Id,
    pub at: NaiveDateTime,
    pub own: usize,
    pub partner: usize,
    pub agreement: Option<usize>,
    /// Short name of the payment terms.
    pub terms: &'static str,
    pub draft: bool,
    pub body: Deal,
}

/// What everything that is traded rests on.
pub(crate) struct Market<'a> {
    pub tables: &'a Tables,
    pub start: NaiveDate,
    pub today: NaiveDate,
    pub own: &'a [Own; 2],
    pub partners: &'a [Partner],
    pub agreements: &'a [Agreement],
    pub wares: &'a [Ware],
    pub prices: &'a [Prices],
}

impl<'a> Market<'a> {
    pub(crate) fn linked(&self, own: usize, partner: usize, agreement: Option<usize>) -> Linked<'a> {
        Linked {
            organisation: Some(&self.own[own].body),
            counterparty: Some(&self.partners[partner].body),
            contract: agreement.map(|place| &self.agreements[place].body),
            consignee: None,
        }
    }

    pub(crate) fn calendar(&self, own: usize) -> Calendar<'a> {
        Calendar::of(self.tables, &self.own[own].body.party.country)
    }

    /// Working day of the organisation on or after `day`.
    pub(crate) fn working(&self, own: usize, day: NaiveDate) -> NaiveDate {
        self.calendar(own).next_working_day(day).unwrap_or(day)
    }

    /// Working day of the organisation on or before `day`.
    pub(crate) fn worked(&self, own: usize, day: NaiveDate) -> NaiveDate {
        self.calendar(own).previous_working_day(day).unwrap_or(day)
    }

    fn abroad(&self, own: usize, partner: usize) -> bool {
        self.own[own].body.party.country != self.partners[partner].body.party.country
    }

    /// Wares that the partner trades in.
    fn choice(&self, partner: usize) -> Vec<&'a Ware> {
        let trades = self.partners[partner].row.list("trades");
        self.wares.iter().filter(|ware| trades.contains(&ware.category)).collect()
    }
}

/// All deals in the order of their days.
pub(crate) fn bargains(market: &Market<'_>, ids: &mut Identities) -> Vec<Bargain> {
    let mut days = days(market);
    days.push(market.worked(0, market.today));
    days.iter().enumerate().map(|(number, day)| bargain(market, number, *day, ids)).collect()
}

fn days(market: &Market<'_>) -> Vec<NaiveDate> {
    let mut random = Random::of(FIRMS, "days", 0);
    let recent = goods::day_before(market.today, 30).unwrap_or(market.today);
    let change = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or(recent);
    let older = POSTED - RECENT;
    let (before, whole) = ((change - market.start).num_days(), (recent - market.start).num_days());
    let early = if before < whole { (older as i64 * before / whole).max(LEAST_EARLY) as usize } else { older };
    let mut days = spread(market, market.start, change.min(recent), early, &mut random);
    days.extend(spread(market, change.min(recent), recent, older - early, &mut random));
    days.extend(spread(market, recent, market.today, RECENT, &mut random));
    days.sort_unstable();
    days
}

/// `count` working days, evenly with some chance, from the first of the days to the last.
fn spread(market: &Market<'_>, from: NaiveDate, to: NaiveDate, count: usize, random: &mut Random) -> Vec<NaiveDate> {
    let (width, count) = ((to - from).num_days(), count as i64);
    (0..count)
        .map(|number| {
            let days = width * number / count + random.between(0, width / count);
            market.worked(0, from.checked_add_days(Days::new(days.unsigned_abs())).unwrap_or(from)).max(market.start)
        })
        .collect()
}

fn bargain(market: &Market<'_>, number: usize, day: NaiveDate, ids: &mut Identities) -> Bargain {
    let mut random = Random::of(FIRMS, "deal", number as u64);
    let draft = number >= POSTED;
    let long = number % LONG_EVERY == 4;
    let (own, partner, agreement) = sides(market, day, long, draft, &mut random);
    let contract = agreement.map(|place| &market.agreements[place]);
    // Deals are entered one after another through the day; the number keeps the order of one day's deals.
    let at = day.and_hms_opt(9, (number % 60) as u32, 0).unwrap_or_default();
    let id = ids.at(at);
    let terms_name = contract.map_or("prepay", |agreement| agreement.row.text("terms"));
    let currency = contract.map_or(if own == 1 { "BYN" } else { "RUB" }, |agreement| agreement.row.text("currency"));
    let price_kind = contract.map_or(PriceKind::OnTop, |agreement| agreement.body.price_kind);
    let listed = |list: &&Prices| list.body.in_force(day) && list.body.currency == currency && list.body.price_kind == price_kind;
    let list = market.prices.iter().find(listed);
    let shipment = market.working(own, day.checked_add_days(Days::new(random.between(2, 16).unsigned_abs())).unwrap_or(day));
    let body = Deal {
        number: String::new(),
        date: Some(day),
        organisation: market.own[own].id.clone(),
        counterparty: market.partners[partner].id.clone(),
        contract: contract.map(|agreement| agreement.id.clone()).unwrap_or_default(),
        currency: currency.to_owned(),
        price_kind,
        rate_clause: contract.map(|agreement| agreement.body.rate_clause.clone()).unwrap_or_default(),
        payment_terms: contract.map_or_else(|| terms::of("prepay", ids, at), |agreement| agreement.body.payment_terms.clone()),
        price_list: list.map(|list| list.id.clone()).unwrap_or_default(),
        shipment_date: Some(shipment),
        incoterms: contract.map(|agreement| agreement.body.incoterms.clone()).unwrap_or_default(),
        incoterms_place: contract.map(|agreement| agreement.body.incoterms_place.clone()).unwrap_or_default(),
        lines: lines(
            market,
            &Order { own, partner, long, year: list.map_or(day.year(), |list| list.year), currency, price_kind },
            &mut random,
            ids,
            at,
        ),
        ..Deal::default()
    };
    Bargain { id, at, own, partner, agreement, terms: terms_name, draft, body }
}

/// Who sells to whom and under which contract; one deal of six goes without any.
fn sides(market: &Market<'_>, day: NaiveDate, long: bool, draft: bool, random: &mut Random) -> (usize, usize, Option<usize>) {
    let wide = |agreement: &Agreement| !long || market.choice(agreement.partner).len() as i64 > LONG.1;
    let open: Vec<usize> = market
        .agreements
        .iter()
        .enumerate()
        .filter(|(_, agreement)| agreement.sells_on(day) && wide(agreement))
        .flat_map(|(place, agreement)| std::iter::repeat_n(place, agreement.row.number("weight")))
        .collect();
    if open.is_empty() || (!draft && !long && random.chance(16)) {
        let bound: BTreeSet<usize> = market.agreements.iter().map(|agreement| agreement.partner).collect();
        let free: Vec<usize> = (0..market.partners.len()).filter(|partner| !bound.contains(partner)).collect();
        let partner = *random.pick(&free);
        return (usize::from(market.partners[partner].row.text("country") == "BY"), partner, None);
    }
    let place = *random.pick(&open);
    (market.agreements[place].own, market.agreements[place].partner, Some(place))
}

/// What is ordered, and at which prices.
struct Order<'a> {
    own: usize,
    partner: usize,
    long: bool,
    year: i32,
    currency: &'a str,
    price_kind: PriceKind,
}

fn lines(
    market: &Market<'_>,
    order: &Order<'_>,
    random: &mut Random,
    ids: &mut Identities,
    at: NaiveDateTime,
) -> BTreeMap<Id, Line> {
    let mut left = market.choice(order.partner);
    let wanted = match random.below(10) {
        _ if order.long => random.between(LONG.0, LONG.1),
        0..=5 => random.between(1, 5),
        6..=8 => random.between(5, 10),
        _ => random.between(10, 16),
    };
    let count = usize::try_from(wanted).unwrap_or(1).min(left.len());
    let mut chosen: Vec<&Ware> = (0..count).map(|_| left.swap_remove(random.below(left.len()))).collect();
    chosen.sort_by(|a, b| a.body.article.cmp(&b.body.article));
    if random.chance(18) {
        chosen.extend(market.wares.iter().find(|ware| ware.category == "service"));
    }
    let abroad = market.abroad(order.own, order.partner);
    chosen.into_iter().zip(1u32..).map(|(ware, place)| (ids.at(at), line(ware, place, order, abroad, random))).collect()
}

fn line(ware: &Ware, place: u32, order: &Order<'_>, abroad: bool, random: &mut Random) -> Line {
    let lot = if order.long { (ware.lot / 4).max(1) } else { ware.lot };
    let step = (lot / 20).max(1);
    let quantity = step * random.between(1, (lot / step).max(1));
    let discount = random.chance(14).then(|| Amount::from(*random.pick(&[2u32, 3, 5, 7])));
    Line {
        order: place.into(),
        good: ware.id.clone(),
        article: ware.body.article.clone(),
        name: ware.body.name.clone(),
        unit: ware.body.unit.clone(),
        quantity: Amount::new(Decimal::from(quantity)).ok(),
        price: Some(goods::price(ware, order.year, order.currency, order.price_kind)),
        discount: discount.filter(|_| ware.category != "service"),
        vat: if abroad { "zero".to_owned() } else { ware.body.vat.clone() },
        tnved: ware.body.tnved.clone(),
        origin: ware.body.origin.clone(),
        note: String::new(),
    }
}

/// Numbers specifications under each contract and year: «спецификация № 9 от 17.11.2026».
pub(crate) fn specify(bargains: &mut [Bargain]) {
    let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
    for bargain in bargains {
        if let Some(agreement) = bargain.agreement {
            let count = counts.entry(agreement).or_default();
            *count += 1;
            bargain.body.specification = count.to_string();
            bargain.body.specification_date = bargain.body.date;
        }
    }
}
