//! The demonstration profile put together: a Moscow trade house of a Minsk factory, the factory's Minsk sales house, and
//! a year and a half of their trade, until `today`.

use chrono::{Days, Months, NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use torgdom_domain::invoice::InvoiceDraft;
use torgdom_domain::settings::Settings;
use torgdom_domain::terms::PaymentTerms;
use torgdom_domain::{Amount, Tables};

use super::contracts::{self, Agreement, Ground};
use super::deals::{self, Bargain, Market};
use super::goods::{self, Prices, Ware};
use super::identity::Identities;
use super::invoices::{self, Paper};
use super::numbers::Numbers;
use super::parties::{FIRMS, Maker, Own, Partner};
use super::payments;
use super::random::Random;
use super::{Demonstration, Seeded, Step, sources};

/// The trade goes back so far, and always across 2026-01-01, when the Russian rate of VAT changed.
const MONTHS: u32 = 18;
const LATEST_START: (i32, u32, u32) = (2025, 7, 1);
/// A clock that stands before this day is wrong; the demonstration then ends on it.
const EARLIEST_TODAY: (i32, u32, u32) = (2026, 3, 2);
/// The calendars and the shape of dates end before the year 2100.
const LATEST_TODAY: (i32, u32, u32) = (2090, 12, 31);

/// Everything of the demonstration profile. A `today` outside 2026-03-02 … 2090-12-31 counts as the nearer of the two.
#[must_use]
pub fn demonstration(today: NaiveDate, tables: &Tables) -> Demonstration {
    let today = sensible(today);
    let start = today.checked_sub_months(Months::new(MONTHS)).unwrap_or(today).min(day(LATEST_START));
    let entered = start.checked_sub_days(Days::new(9)).unwrap_or(start).and_hms_opt(8, 0, 0).unwrap_or_default();
    let mut ids = Identities::new(Random::of(FIRMS, "identities", 0));
    let masters = Masters::new(&mut ids, entered, today);
    let ground = Ground { own: &masters.own, partners: &masters.partners, prices: &masters.prices, start, today };
    let mut agreements = contracts::agreements(&ground, &mut ids, entered);
    let market = Market {
        tables,
        start,
        today,
        own: &masters.own,
        partners: &masters.partners,
        agreements: &agreements,
        wares: &masters.wares,
        prices: &masters.prices,
    };
    let mut bargains = deals::bargains(&market, &mut ids);
    deals::specify(&mut bargains);
    let plans = invoices::plans(&market, &bargains, &mut ids);
    let days: Vec<(usize, &str, NaiveDate)> = bargains
        .iter()
        .filter(|bargain| !bargain.draft)
        .filter_map(|bargain| Some((bargain.own, "deal", bargain.body.date?)))
        .chain(plans.iter().map(|plan| (bargains[plan.bargain].own, "invoice", plan.date)))
        .collect();
    let mut numbers = Numbers::new(&masters.own, &days, today, &mut ids, entered);
    for bargain in bargains.iter_mut().filter(|bargain| !bargain.draft) {
        bargain.body.number = bargain.body.date.map(|date| numbers.take(bargain.own, "deal", date).number).unwrap_or_default();
    }
    let papers = invoices::issue(&market, &bargains, plans, &mut numbers, &mut ids);
    let receipts = payments::receipts(&market, &papers, &mut ids);
    let unfinished = unfinished(&market, &mut ids);
    let sold = sold(&market, &bargains);
    for (agreement, sold) in agreements.iter_mut().zip(sold) {
        agreement.limit(sold);
    }

    let mut steps = masters.steps(entered);
    steps.extend(numbers.into_series().map(|(id, series)| Step::Save(Seeded::new("series", id, "live", entered, &series))));
    steps.extend(
        agreements
            .iter()
            .map(|agreement| Step::Save(Seeded::new("contract", agreement.id.clone(), "live", agreement.at, &agreement.body))),
    );
    steps.extend(bargains.iter().map(|bargain| {
        let state = if bargain.draft { "draft" } else { "issued" };
        Step::Save(Seeded::new("deal", bargain.id.clone(), state, bargain.at, &bargain.body))
    }));
    steps.extend(papers.iter().map(paper_step));
    steps.extend(
        receipts
            .iter()
            .map(|receipt| Step::Save(Seeded::new("payment", receipt.id.clone(), "issued", receipt.at, &receipt.body))),
    );
    steps.extend(unfinished.map(Step::Save));
    // Stable: what was entered in one moment stays in the order of dependence above.
    steps.sort_by_key(Step::at);
    Demonstration { steps }
}

/// `today`, or the nearest day that the calendars and rates are there for.
pub(crate) fn sensible(today: NaiveDate) -> NaiveDate {
    today.clamp(day(EARLIEST_TODAY), day(LATEST_TODAY))
}

fn day((year, month, day): (i32, u32, u32)) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn paper_step(paper: &Paper) -> Step {
    let state = if paper.body.void_reason.is_empty() { "issued" } else { "void" };
    Step::Issue {
        draft: Seeded::new("invoice", paper.draft_id.clone(), "draft", paper.at, &paper.draft),
        issued: Seeded::new("invoice", paper.id.clone(), state, paper.at, &paper.body),
    }
}

/// Sums with VAT of the deals under each contract.
fn sold(market: &Market<'_>, bargains: &[Bargain]) -> Vec<Decimal> {
    let mut sums = vec![Decimal::ZERO; market.agreements.len()];
    for bargain in bargains {
        if let Some(place) = bargain.agreement {
            let linked = market.linked(bargain.own, bargain.partner, bargain.agreement);
            sums[place] += bargain.body.calculate(&linked, market.tables, market.today).totals.gross.decimal();
        }
    }
    sums
}

/// The invoice that somebody is writing just now: it has no day of payment yet.
fn unfinished(market: &Market<'_>, ids: &mut Identities) -> Option<Seeded> {
    let place = market.agreements.iter().position(|agreement| agreement.row.text("key") == "stroy")?;
    let agreement: &Agreement = &market.agreements[place];
    let date = market.worked(0, market.today);
    let at = date.and_hms_opt(15, 50, 0)?;
    let wares = market.wares.iter().filter(|ware| ware.category == "building_materials").skip(2).step_by(4);
    let lines = wares.zip(1u32..).map(|(ware, order)| {
        let line = torgdom_domain::line::Line {
            order: order.into(),
            good: ware.id.clone(),
            article: ware.body.article.clone(),
            name: ware.body.name.clone(),
            unit: ware.body.unit.clone(),
            quantity: Some(Amount::from(6 * order)),
            price: Some(goods::price(ware, 2026, "RUB", agreement.body.price_kind)),
            vat: ware.body.vat.clone(),
            tnved: ware.body.tnved.clone(),
            origin: ware.body.origin.clone(),
            ..Default::default()
        };
        (ids.at(at), line)
    });
    let draft = InvoiceDraft {
        date: Some(date),
        organisation: market.own[agreement.own].id.clone(),
        counterparty: market.partners[agreement.partner].id.clone(),
        contract: agreement.id.clone(),
        currency: agreement.body.currency.clone(),
        price_kind: agreement.body.price_kind,
        payment_terms: PaymentTerms::default(),
        incoterms: agreement.body.incoterms.clone(),
        incoterms_place: agreement.body.incoterms_place.clone(),
        lines: lines.collect(),
        ..InvoiceDraft::default()
    };
    Some(Seeded::new("invoice", ids.at(at), "draft", at, &draft))
}

/// What is there before the first deal.
struct Masters {
    own: [Own; 2],
    partners: Vec<Partner>,
    wares: Vec<Ware>,
    prices: Vec<Prices>,
    settings: (String, Settings),
}

impl Masters {
    fn new(ids: &mut Identities, at: NaiveDateTime, today: NaiveDate) -> Self {
        let mut maker = Maker { ids: &mut *ids, at, today };
        let own = [maker.moscow(), maker.minsk()];
        let partners =
            sources::rows(sources::COUNTERPARTIES).enumerate().map(|(number, row)| maker.partner(row, number)).collect();
        let settings = Settings { default_organisation: own[0].id.clone() };
        let wares = goods::wares(ids, at, today);
        let prices = goods::price_lists(&wares, ids, at);
        let settings = (ids.at(at), settings);
        Self { own, partners, wares, prices, settings }
    }

    fn steps(&self, at: NaiveDateTime) -> Vec<Step> {
        let mut steps = Vec::new();
        steps.extend(self.own.iter().map(|own| Seeded::new("organisation", own.id.clone(), "live", at, &own.body)));
        steps.push(Seeded::new("settings", self.settings.0.clone(), "live", at, &self.settings.1));
        steps.extend(
            self.partners.iter().map(|partner| Seeded::new("counterparty", partner.id.clone(), "live", at, &partner.body)),
        );
        steps.extend(self.wares.iter().map(|ware| Seeded::new("good", ware.id.clone(), "live", at, &ware.body)));
        steps.extend(self.prices.iter().map(|list| Seeded::new("price_list", list.id.clone(), "live", at, &list.body)));
        steps.into_iter().map(Step::Save).collect()
    }
}
