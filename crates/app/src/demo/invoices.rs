//! The invoices of the deals: whole, a prepayment with its remainder, two parts, one issued twice and taken back.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use torgdom_domain::invoice::{InvoiceDraft, InvoiceScope, IssuedInvoice, RateTotal};
use torgdom_domain::invoice::{Numbering, compose};
use torgdom_domain::line::Line;
use torgdom_domain::totals::{ShareLine, share_of};
use torgdom_domain::vat::PriceKind;
use torgdom_domain::{Amount, Id};

use super::deals::{Bargain, Market};
use super::identity::Identities;
use super::numbers::Numbers;
use super::parties::FIRMS;
use super::random::Random;
use super::terms;

/// Every eleventh deal without a prepayment is invoiced in two parts.
const IN_PARTS: usize = 11;
/// The deal that is invoiced twice.
const TWICE: usize = 96;

/// An invoice to be issued.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub bargain: usize,
    pub date: NaiveDate,
    pub draft: InvoiceDraft,
    /// Issued by mistake and taken back.
    pub mistake: bool,
}

/// An issued invoice.
#[derive(Clone, Debug)]
pub(crate) struct Paper {
    pub id: Id,
    pub draft_id: Id,
    pub at: NaiveDateTime,
    pub own: usize,
    pub partner: usize,
    pub draft: InvoiceDraft,
    pub body: IssuedInvoice,
}

/// What is to be invoiced, in the order of days.
pub(crate) fn plans(market: &Market<'_>, bargains: &[Bargain], ids: &mut Identities) -> Vec<Plan> {
    let mut plans = Vec::new();
    for (number, bargain) in bargains.iter().enumerate().filter(|(_, bargain)| !bargain.draft) {
        let mut random = Random::of(FIRMS, "invoice", number as u64);
        let day = bargain.body.date.unwrap_or(market.today);
        let date = market
            .worked(bargain.own, day.checked_add_days(Days::new(random.between(0, 2).unsigned_abs())).unwrap_or(day))
            .max(day);
        // The youngest deals wait for their invoices.
        if date > market.today || (number % 3 == 0 && (market.today - date).num_days() < 4) {
            continue;
        }
        let share = terms::prepayment(bargain.terms);
        if (1..100).contains(&share) {
            plans.extend(prepayment_and_rest(market, bargains, number, date, share, ids));
        } else if number % IN_PARTS == 3 && bargain.body.lines.len() > 3 {
            plans.extend(two_parts(market, bargain, number, date));
        } else {
            plans.push(whole(bargain, number, date));
        }
        if number == TWICE {
            plans.push(Plan { mistake: true, ..whole(bargain, number, date) });
        }
    }
    plans.sort_by_key(|plan| plan.date);
    plans
}

fn whole(bargain: &Bargain, number: usize, date: NaiveDate) -> Plan {
    Plan { bargain: number, date, draft: draft(bargain, date), mistake: false }
}

/// The whole deal as a draft.
pub(crate) fn draft(bargain: &Bargain, date: NaiveDate) -> InvoiceDraft {
    let deal = &bargain.body;
    let valid = date.checked_add_days(Days::new(14)).unwrap_or(date);
    InvoiceDraft {
        scope: InvoiceScope::Whole,
        date: Some(date),
        organisation: deal.organisation.clone(),
        counterparty: deal.counterparty.clone(),
        contract: deal.contract.clone(),
        deal: bargain.id.clone(),
        basis: if deal.contract.is_empty() {
            format!("Заявка покупателя от {}", date.format("%d.%m.%Y"))
        } else {
            String::new()
        },
        specification: deal.specification.clone(),
        specification_date: deal.specification_date,
        currency: deal.currency.clone(),
        price_kind: deal.price_kind,
        rate_clause: deal.rate_clause.clone(),
        payment_terms: deal.payment_terms.clone(),
        valid_until: deal.contract.is_empty().then_some(valid),
        shipment_date: deal.shipment_date,
        incoterms: deal.incoterms.clone(),
        incoterms_place: deal.incoterms_place.clone(),
        delivery: if deal.incoterms.is_empty() {
            "самовывоз со склада продавца в течение 5 рабочих дней после оплаты".to_owned()
        } else {
            String::new()
        },
        lines: deal.lines.clone(),
        ..InvoiceDraft::default()
    }
}

/// A share of the deal before shipment at the calculated rate, and after the shipment what is left.
fn prepayment_and_rest(
    market: &Market<'_>,
    bargains: &[Bargain],
    number: usize,
    date: NaiveDate,
    share: u32,
    ids: &mut Identities,
) -> Vec<Plan> {
    let bargain = &bargains[number];
    let linked = market.linked(bargain.own, bargain.partner, bargain.agreement);
    let totals = bargain.body.calculate(&linked, market.tables, date).totals;
    let Ok(first) = share_of(&totals.by_rate, share.into()) else { return Vec::new() };
    let words = format!("Аванс {share} % по {}", subject(market, bargain));
    let lines = share_lines(&first, &words, ids, bargain.at, |line| line.code.to_string());
    let whole = draft(bargain, date);
    let prepaid = InvoiceDraft {
        scope: InvoiceScope::Prepayment,
        share: Some(share.into()),
        price_kind: PriceKind::Included,
        lines,
        ..whole.clone()
    };
    let mut plans = vec![Plan { bargain: number, date, draft: prepaid, mistake: false }];
    let shipped = bargain.body.shipment_date.unwrap_or(date).max(date);
    if shipped <= market.today {
        let words = format!("Окончательный расчёт ({} %) по {}", 100 - share, subject(market, bargain));
        let rest = remainders(&totals.by_rate, &first);
        let lines = share_lines(&rest, &words, ids, bargain.at, |line| line.of.to_string());
        // The prepayment's part of the terms is over: the rest is due by the deferral alone.
        let mut terms = whole.payment_terms.clone();
        terms.parts.retain(|_, part| part.kind == torgdom_domain::terms::PartKind::Deferral);
        terms.parts.values_mut().for_each(|part| part.share = Amount::HUNDRED);
        let remainder = InvoiceDraft {
            scope: InvoiceScope::Remainder,
            date: Some(shipped),
            price_kind: PriceKind::Included,
            payment_terms: terms,
            lines,
            ..whole
        };
        plans.push(Plan { bargain: number, date: shipped, draft: remainder, mistake: false });
    }
    plans
}

/// «спецификации № 9 от 17.11.2026», «заявке от 17.11.2026».
fn subject(market: &Market<'_>, bargain: &Bargain) -> String {
    let day = bargain.body.date.unwrap_or(market.today).format("%d.%m.%Y");
    if bargain.body.specification.is_empty() {
        format!("заявке от {day}")
    } else {
        format!("спецификации № {} от {day}", bargain.body.specification)
    }
}

/// What the shares leave of each rate.
fn remainders(by_rate: &BTreeMap<String, RateTotal>, first: &[ShareLine]) -> Vec<ShareLine> {
    first
        .iter()
        .filter_map(|line| {
            let total = by_rate.get(line.of.as_str())?;
            let gross = Amount::new(total.gross.decimal() - line.sums.gross.decimal()).ok()?;
            let mut rest = line.clone();
            (rest.sums.gross, rest.sums.price) = (gross, gross);
            gross.is_positive().then_some(rest)
        })
        .collect()
}

fn share_lines(
    shares: &[ShareLine],
    words: &str,
    ids: &mut Identities,
    at: NaiveDateTime,
    vat: impl Fn(&ShareLine) -> String,
) -> BTreeMap<Id, Line> {
    shares
        .iter()
        .zip(1u32..)
        .map(|(share, order)| {
            let rate = share.of.percent_text();
            let line = Line {
                order: order.into(),
                name: if rate.is_empty() {
                    words.to_owned()
                } else {
                    format!("{words}, товары по ставке НДС {rate}")
                },
                unit: "642".to_owned(),
                quantity: Some(Amount::ONE),
                price: Some(share.sums.gross),
                vat: vat(share),
                ..Line::default()
            };
            (ids.at(at), line)
        })
        .collect()
}

/// The first half of the lines at once, the rest a fortnight later; not over a new year, when rates change.
fn two_parts(market: &Market<'_>, bargain: &Bargain, number: usize, date: NaiveDate) -> Vec<Plan> {
    let later = market.working(bargain.own, date.checked_add_days(Days::new(13)).unwrap_or(date));
    if bargain.body.shipment_date.is_none_or(|day| day.year() != later.year()) {
        return vec![self::whole(bargain, number, date)];
    }
    let whole = draft(bargain, date);
    let half = Amount::from((whole.lines.len() / 2) as u32);
    let mut first = whole.clone();
    first.lines.retain(|_, line| line.order <= half);
    let mut plans = vec![Plan { bargain: number, date, draft: first, mistake: false }];
    if later <= market.today {
        let mut rest = InvoiceDraft { scope: InvoiceScope::Remainder, date: Some(later), shipment_date: Some(later), ..whole };
        rest.lines.retain(|_, line| line.order > half);
        plans.push(Plan { bargain: number, date: later, draft: rest, mistake: false });
    }
    plans
}

/// Issues the plans in their order; the number is taken by the order of days.
pub(crate) fn issue(
    market: &Market<'_>,
    bargains: &[Bargain],
    plans: Vec<Plan>,
    numbers: &mut Numbers,
    ids: &mut Identities,
) -> Vec<Paper> {
    let mut papers: Vec<Paper> = Vec::with_capacity(plans.len());
    for (place, plan) in plans.into_iter().enumerate() {
        let bargain = &bargains[plan.bargain];
        let at = plan.date.and_hms_opt(10 + (place / 60 % 6) as u32, (place % 60) as u32, 0).unwrap_or_default();
        let (draft_id, id) = (ids.at(at), ids.at(at));
        let taken = numbers.take(bargain.own, "invoice", plan.date);
        let numbering = Numbering { number: taken.number, series: taken.series, draft: draft_id.clone() };
        let linked = market.linked(bargain.own, bargain.partner, bargain.agreement);
        let Ok(mut body) = compose(&plan.draft, &linked, &numbering, market.tables, plan.date) else { continue };
        if plan.mistake {
            let right = papers
                .iter()
                .rev()
                .find(|paper| paper.body.deal == body.deal)
                .map(|paper| paper.body.number.clone())
                .unwrap_or_default();
            body.void_reason = format!("Выставлен повторно по той же сделке, действует счёт № {right}");
        }
        let draft = InvoiceDraft { issued_as: id.clone(), ..plan.draft };
        papers.push(Paper { id, draft_id, at, own: bargain.own, partner: bargain.partner, draft, body });
    }
    papers
}
