//! The thirty contracts: supply, commission and agency, in two currencies, with clauses of payment currency.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};
use rust_decimal::Decimal;
use torgdom_domain::contract::{Contract, ContractKind, OurRole, RateBank, RateClause, RateDate};
use torgdom_domain::vat::PriceKind;
use torgdom_domain::{Amount, Id, money};

use super::goods::Prices;
use super::identity::Identities;
use super::parties::{Own, Partner};
use super::sources::{self, Row};
use super::terms;

/// A contract with its row; the limit is set when the deals under it are known.
#[derive(Clone, Debug)]
pub(crate) struct Agreement {
    pub id: Id,
    pub row: Row,
    /// Places in the lists of own organisations and of counterparties.
    pub own: usize,
    pub partner: usize,
    pub at: NaiveDateTime,
    pub body: Contract,
}

impl Agreement {
    /// Do we sell under it on `day`?
    pub(crate) fn sells_on(&self, day: NaiveDate) -> bool {
        self.body.role == OurRole::Seller
            && self.body.date.is_some_and(|from| from <= day)
            && self.body.to.is_none_or(|to| day <= to)
    }

    /// Sets the limit above what the deals under it come to: by how much, the table says. Without room there is no limit.
    pub(crate) fn limit(&mut self, sold: Decimal) {
        let room: Decimal = self.row.number("room");
        let (step, unsold) = if self.body.currency == "BYN" { (5_000, 900_000) } else { (100_000, 12_000_000) };
        let step = Decimal::from(step);
        let wanted = if sold.is_zero() { Decimal::from(unsold) } else { sold * room / Decimal::ONE_HUNDRED };
        let steps = money::round(wanted / step, 0) + Decimal::ONE;
        self.body.limit = if room.is_zero() { None } else { Amount::new(steps * step).ok() };
    }
}

/// What contracts are made from.
pub(crate) struct Ground<'a> {
    pub own: &'a [Own; 2],
    pub partners: &'a [Partner],
    pub prices: &'a [Prices],
    /// First day of the trade that the demonstration shows, and its last.
    pub start: NaiveDate,
    pub today: NaiveDate,
}

pub(crate) fn agreements(ground: &Ground<'_>, ids: &mut Identities, entered: NaiveDateTime) -> Vec<Agreement> {
    sources::rows(sources::CONTRACTS).filter_map(|row| agreement(ground, row, ids, entered)).collect()
}

/// `T+25`: so many days from today; `W-120`: from the first day of the trade.
fn day(text: &str, ground: &Ground<'_>) -> Option<NaiveDate> {
    let from = if text.starts_with('W') { ground.start } else { ground.today };
    let days: i64 = text.get(1..)?.parse().ok()?;
    from.checked_add_signed(chrono::TimeDelta::try_days(days)?)
}

/// A contract is not signed on a weekend.
fn weekday(day: NaiveDate) -> NaiveDate {
    let back = match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    day.checked_sub_days(Days::new(back)).unwrap_or(day)
}

fn agreement(ground: &Ground<'_>, row: Row, ids: &mut Identities, entered: NaiveDateTime) -> Option<Agreement> {
    let date = weekday(day(row.text("from"), ground)?);
    let at = entered.max(date.and_hms_opt(8, 40, 0)?);
    let own = usize::from(row.text("own") == "ld");
    let partner = ground.partners.iter().position(|partner| partner.row.text("key") == row.text("party"))?;
    let abroad = ground.own[own].body.party.country != ground.partners[partner].body.party.country;
    let price_kind = if row.text("prices") == "included" { PriceKind::Included } else { PriceKind::OnTop };
    let listed =
        |list: &&Prices| list.year == 2026 && list.body.currency == row.text("currency") && list.body.price_kind == price_kind;
    let body = Contract {
        kind: kind(row.text("kind")),
        role: if row.text("role") == "buyer" { OurRole::Buyer } else { OurRole::Seller },
        number: row
            .text("number")
            .replace("{yyyy}", &date.year().to_string())
            .replace("{yy}", &format!("{:02}", date.year() % 100)),
        date: Some(date),
        place: if own == 0 { "г. Москва" } else { "г. Минск" }.to_owned(),
        organisation: ground.own[own].id.clone(),
        counterparty: ground.partners[partner].id.clone(),
        subject: subject(&row, &ground.partners[partner].row),
        currency: row.text("currency").to_owned(),
        price_kind,
        vat: if abroad { "zero" } else { "base" }.to_owned(),
        vat_wording: vat_wording(abroad, price_kind).to_owned(),
        rate_clause: clause(row.text("clause")),
        incoterms: row.text("incoterms").to_owned(),
        incoterms_place: row.text("place").to_owned(),
        from: Some(date),
        to: day(row.text("to"), ground),
        payment_terms: terms::of(row.text("terms"), ids, at),
        price_list: ground.prices.iter().find(listed).map(|list| list.id.clone()).unwrap_or_default(),
        ..Contract::default()
    };
    Some(Agreement { id: ids.at(at), row, own, partner, at, body })
}

fn kind(text: &str) -> ContractKind {
    match text {
        "commission" => ContractKind::Commission,
        "agency" => ContractKind::Agency,
        _ => ContractKind::Supply,
    }
}

fn subject(row: &Row, partner: &Row) -> String {
    let goods: Vec<&str> = partner
        .list("trades")
        .into_iter()
        .filter_map(|trade| sources::find(sources::CATEGORIES, trade))
        .map(|trade| trade.text("subject"))
        .collect();
    let what = match row.text("kind") {
        "commission" => "Реализация на условиях комиссии",
        "agency" => "Агентская продажа",
        _ => "Поставка",
    };
    format!("{what}: {}", goods.join(", "))
}

fn vat_wording(abroad: bool, kind: PriceKind) -> &'static str {
    match (abroad, kind) {
        (true, _) => {
            "НДС 0 % при подтверждении вывоза товаров по Протоколу о порядке взимания косвенных налогов (приложение 18 к Договору о ЕАЭС)"
        }
        (false, PriceKind::Included) => "Цены включают НДС по ставке, действующей на дату отгрузки",
        (false, PriceKind::OnTop) => "НДС начисляется сверх цены по ставке, действующей на дату отгрузки",
    }
}

/// `BYN:nbrb:payment:1.5`: currency of payment, whose rate, of which day, percent on top.
fn clause(text: &str) -> RateClause {
    let mut parts = text.split(':');
    RateClause {
        pay_currency: parts.next().unwrap_or_default().to_owned(),
        bank: if parts.next() == Some("cbr") { RateBank::Cbr } else { RateBank::Nbrb },
        date: match parts.next() {
            Some("invoice") => RateDate::Invoice,
            Some("shipment") => RateDate::Shipment,
            _ => RateDate::Payment,
        },
        margin: parts.next().and_then(|margin| margin.parse().ok()).unwrap_or_default(),
    }
}
