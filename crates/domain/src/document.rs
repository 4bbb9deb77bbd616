//! Checks that a contract, a deal and an invoice share: currency, Incoterms, dates, the clause of payment currency.

use chrono::NaiveDate;

use crate::calculation::Calculated;
use crate::contract::{Contract, RateClause};
use crate::money::MINOR_DIGITS;
use crate::problem::{Problem, entry_pointer};
use crate::tables::Tables;
use crate::text;
use crate::totals::LineSums;

pub(crate) fn currency(code: &str, field: &str, tables: &Tables) -> Option<Problem> {
    if code.is_empty() {
        Some(Problem::blocks_issue("currency_missing", field))
    } else if tables.currency(code).is_none() {
        Some(Problem::blocks_issue("currency_unknown", field).with("value", code))
    } else {
        None
    }
}

/// Sums are rounded to hundredths. In a currency without them (JPY) a document is right only where every sum of its
/// lines comes out whole; in one with finer coins never.
pub(crate) fn minor_units(code: &str, calculated: &Calculated, tables: &Tables) -> Vec<Problem> {
    let Some(currency) = tables.currency(code).filter(|currency| currency.minor != MINOR_DIGITS) else { return Vec::new() };
    if currency.minor > MINOR_DIGITS {
        return vec![Problem::blocks_issue("currency_finer", "/currency").with("value", code)];
    }
    let is_finer = |sums: &LineSums| [sums.net, sums.vat, sums.gross].iter().any(|sum| sum.scale() > currency.minor);
    let finer = calculated.lines.iter().filter(|line| line.sums.as_ref().is_some_and(is_finer));
    finer
        .map(|line| {
            let at = entry_pointer("/lines", &line.id);
            Problem::blocks_issue("sum_finer_than_currency", format!("{at}/price")).with("value", code)
        })
        .collect()
}

pub(crate) fn delivery_terms(code: &str, place: &str, tables: &Tables) -> Vec<Problem> {
    let mut found = text::problems(place, "/incoterms_place");
    if code.is_empty() {
        return found;
    }
    if tables.delivery_term(code).is_none() {
        found.push(Problem::blocks_issue("incoterms_unknown", "/incoterms").with("value", code));
    } else if place.trim().is_empty() {
        found.push(Problem::blocks_issue("incoterms_place_missing", "/incoterms_place").with("value", code));
    }
    found
}

pub(crate) fn rate_clause(clause: &RateClause, currency_code: &str, tables: &Tables) -> Vec<Problem> {
    let mut found = Vec::new();
    if clause.pay_currency.is_empty() {
        return found;
    }
    found.extend(currency(&clause.pay_currency, "/rate_clause/pay_currency", tables));
    if clause.pay_currency == currency_code {
        found.push(Problem::warns("rate_clause_same_currency", "/rate_clause/pay_currency"));
    }
    if clause.margin.decimal().abs() > crate::Amount::HUNDRED.decimal() {
        found.push(Problem::blocks_issue("rate_margin_range", "/rate_clause/margin"));
    }
    found
}

pub(crate) fn period(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<Problem> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Some(Problem::blocks_issue("dates_reversed", "/to")),
        _ => None,
    }
}

/// A year that is neither a slip of the finger nor before the trade began.
pub(crate) fn date(value: Option<NaiveDate>, field: &str) -> Option<Problem> {
    use chrono::Datelike;
    value
        .filter(|day| !(1990..=2100).contains(&day.year()))
        .map(|day| Problem::blocks_issue("date_out_of_range", field).with("date", day))
}

/// A contract of another organisation of ours or with another counterparty is no basis for the document.
pub(crate) fn other_party(contract: Option<&Contract>, organisation: &str, counterparty: &str) -> Option<Problem> {
    let differs = |own: &str, documents: &str| !own.is_empty() && !documents.is_empty() && own != documents;
    contract
        .filter(|contract| differs(&contract.organisation, organisation) || differs(&contract.counterparty, counterparty))
        .map(|_| Problem::blocks_issue("contract_other_party", "/contract"))
}

pub(crate) fn required(id: &str, code: &str, field: &str) -> Option<Problem> {
    id.is_empty().then(|| Problem::blocks_issue(code, field))
}
