//! The two hundred goods of the demonstration and the dated price lists.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use torgdom_domain::good::{Batch, Certificate, Good, TradeCategory};
use torgdom_domain::price_list::{PriceList, PriceRow};
use torgdom_domain::vat::PriceKind;
use torgdom_domain::{Amount, Id, money};

use super::identity::Identities;
use super::random::Random;
use super::requisites;
use super::sources::{self, Row};

/// A good with what deals need of its row.
#[derive(Clone, Debug)]
pub(crate) struct Ware {
    pub id: Id,
    pub category: &'static str,
    /// Roubles without VAT in the list of 2026.
    pub price: Decimal,
    /// What is usually ordered at most, in its unit.
    pub lot: i64,
    pub body: Good,
}

/// A price list and which deals it serves.
#[derive(Clone, Debug)]
pub(crate) struct Prices {
    pub id: Id,
    pub year: i32,
    pub body: PriceList,
}

/// Roubles for a Belarusian rouble: the house's own round rate for its lists.
const ROUBLES_A_BYN: Decimal = Decimal::from_parts(2845, 0, 0, false, 2);
/// Prices of 2025 in percent of those of 2026.
const LAST_YEAR: i64 = 93;
/// Lists with VAT are kept for retail trades only.
const RETAIL: [&str; 4] = ["medicines", "reagents", "cosmetics", "food"];

pub(crate) fn wares(ids: &mut Identities, at: NaiveDateTime, today: NaiveDate) -> Vec<Ware> {
    sources::rows(sources::GOODS).enumerate().map(|(number, row)| ware(&row, number, ids, at, today)).collect()
}

fn ware(row: &Row, number: usize, ids: &mut Identities, at: NaiveDateTime, today: NaiveDate) -> Ware {
    let mut random = Random::of(super::parties::FIRMS, "good", number as u64);
    let id = ids.at(at);
    let category = row.text("category");
    let by_batch = matches!(category, "medicines" | "reagents" | "cosmetics" | "food") && row.number::<u32>("term") > 0;
    let term = Some(row.number::<u32>("term")).filter(|term| *term > 0).map(Amount::from);
    let net = row.text("net_mass").parse::<Amount>().ok();
    let body = Good {
        article: row.text("article").to_owned(),
        name: row.text("name").to_owned(),
        unit: row.text("unit").to_owned(),
        tnved: row.text("tnved").to_owned(),
        origin: row.text("origin").to_owned(),
        vat: row.text("vat").to_owned(),
        net_mass: net,
        gross_mass: net.and_then(|net| gross(net, row.text("unit"))),
        gtin: gtin(row, number),
        category: trade(category),
        by_batch,
        shelf_life: term.filter(|_| by_batch),
        by_serial: matches!(category, "machinery" | "road_machinery") && term.is_some_and(|term| term >= Amount::from(12u32)),
        warranty: term.filter(|_| !by_batch),
        batches: if by_batch { batches(row, number, &mut random, ids, at, today) } else { BTreeMap::new() },
        certificates: certificates(category, number, &mut random, ids, at, today),
        note: String::new(),
    };
    Ware { id, category, price: row.number("price"), lot: row.number("lot"), body }
}

/// With its packing: five percent more for pieces, two for what is sold by measure.
fn gross(net: Amount, unit: &str) -> Option<Amount> {
    let percent = if matches!(unit, "796" | "778" | "839" | "704") { 105 } else { 102 };
    Amount::new(net.decimal() * Decimal::new(percent, 2)).ok()
}

/// Only what is sold packed has one.
fn gtin(row: &Row, number: usize) -> String {
    if !matches!(row.text("unit"), "796" | "778" | "839" | "704") || row.text("category") == "building_materials" {
        return String::new();
    }
    let prefix = match row.text("origin") {
        "BY" => "481",
        "RU" => "460",
        _ => "690",
    };
    requisites::gtin13(&format!("{prefix}998{:06}", 1_000 + number * 7))
}

fn trade(category: &str) -> TradeCategory {
    match category {
        "machinery" => TradeCategory::Machinery,
        "parts" => TradeCategory::Parts,
        "road_machinery" => TradeCategory::RoadMachinery,
        "microelectronics" => TradeCategory::Microelectronics,
        "building_materials" => TradeCategory::BuildingMaterials,
        "medicines" => TradeCategory::Medicines,
        "reagents" => TradeCategory::Reagents,
        "cosmetics" => TradeCategory::Cosmetics,
        "electrical" => TradeCategory::Electrical,
        "food" => TradeCategory::Food,
        "service" => TradeCategory::Service,
        _ => TradeCategory::Other,
    }
}

/// One or two batches, none of them out of date; every fortieth good has one that soon will be.
fn batches(
    row: &Row,
    number: usize,
    random: &mut Random,
    ids: &mut Identities,
    at: NaiveDateTime,
    today: NaiveDate,
) -> BTreeMap<Id, Batch> {
    let shelf_life: i64 = row.number("term");
    let count = random.between(1, 2);
    (1..=count)
        .filter_map(|order| {
            let age = if number % 40 == 7 && order == 1 {
                shelf_life - random.between(4, 18)
            } else {
                random.between(2, shelf_life / 3)
            };
            let made = day_before(today, age)?;
            let batch = Batch {
                number: format!("{}-{:02}", made.format("%y%m%d"), random.between(1, 12)),
                made: Some(made),
                expires: made.checked_add_days(Days::new(shelf_life.unsigned_abs())),
                order: Amount::from(order as i32),
            };
            Some((ids.at(at), batch))
        })
        .collect()
}

fn certificates(
    category: &str,
    number: usize,
    random: &mut Random,
    ids: &mut Identities,
    at: NaiveDateTime,
    today: NaiveDate,
) -> BTreeMap<Id, Certificate> {
    let Some(kind) = sources::find(sources::CATEGORIES, category).filter(|kind| !kind.text("paper").is_empty()) else {
        return BTreeMap::new();
    };
    let left = if number % 67 == 12 { random.between(6, 27) } else { random.between(140, 1_400) };
    let certificate = Certificate {
        name: kind.text("paper").to_owned(),
        number: format!("{} {:05}", kind.text("paper_number"), 10_000 + number * 31),
        from: day_before(today, 1_825 - left),
        to: today.checked_add_days(Days::new(left.unsigned_abs())),
        order: Amount::ONE,
        ..Certificate::default()
    };
    BTreeMap::from([(ids.at(at), certificate)])
}

pub(crate) fn day_before(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(days.max(0).unsigned_abs()))
}

/// Price of the ware in a list: in its currency, of its year, with VAT or without.
pub(crate) fn price(ware: &Ware, year: i32, currency: &str, kind: PriceKind) -> Amount {
    if year >= 2026 && currency == "RUB" && kind == PriceKind::OnTop {
        return Amount::new(ware.price).unwrap_or_default();
    }
    let mut value = ware.price;
    if year < 2026 {
        value *= Decimal::new(LAST_YEAR, 2);
    }
    if kind == PriceKind::Included {
        let percent = match (ware.body.vat.as_str(), currency) {
            ("reduced", _) => 110,
            ("base", "RUB") if year >= 2026 => 122,
            _ => 120,
        };
        value *= Decimal::new(percent, 2);
    }
    if currency == "BYN" {
        value /= ROUBLES_A_BYN;
    }
    Amount::new(pleasant(value)).unwrap_or_default()
}

/// Large prices end in tens, middling ones in units, small ones in kopecks.
fn pleasant(value: Decimal) -> Decimal {
    let ten = Decimal::from(10);
    if value >= Decimal::from(2_000) {
        money::round(value / ten, 0) * ten
    } else if value >= Decimal::from(200) {
        money::round(value, 0)
    } else {
        money::round(value, 2)
    }
}

/// Lists of both years and currencies, without VAT for all goods and with VAT for the retail trades.
pub(crate) fn price_lists(wares: &[Ware], ids: &mut Identities, at: NaiveDateTime) -> Vec<Prices> {
    let mut lists = Vec::new();
    for year in [2025, 2026] {
        for currency in ["RUB", "BYN"] {
            for kind in [PriceKind::OnTop, PriceKind::Included] {
                let id = ids.at(at);
                lists.push(Prices { id, year, body: price_list(wares, year, currency, kind) });
            }
        }
    }
    lists
}

fn price_list(wares: &[Ware], year: i32, currency: &str, kind: PriceKind) -> PriceList {
    let listed = wares.iter().filter(|ware| kind == PriceKind::OnTop || RETAIL.contains(&ware.category));
    let prices = listed.zip(1u32..).map(|(ware, order)| {
        let row = PriceRow { price: price(ware, year, currency, kind), from: None, order: order.into() };
        (ware.id.clone(), row)
    });
    let name = match kind {
        PriceKind::OnTop => format!("Оптовый {year}, {currency} без НДС"),
        PriceKind::Included => format!("Розничный {year}, {currency} с НДС"),
    };
    PriceList {
        name,
        currency: currency.to_owned(),
        price_kind: kind,
        from: NaiveDate::from_ymd_opt(year, 1, 1),
        to: if year == 2025 { NaiveDate::from_ymd_opt(2025, 12, 31) } else { None },
        prices: prices.collect(),
        note: String::new(),
    }
}
