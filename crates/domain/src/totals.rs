//! Sums of lines. Per line: amount = round(quantity × price after discount); VAT on top or included; totals add lines.
//!
//! Half up to two digits, per line, never from the total: VAT of the total differs by a kopeck in ordinary documents,
//! and the Belarusian portal refuses an ЭСЧФ whose totals are not the sums of its lines.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amount::{Amount, AmountError};
use crate::invoice::{RateTotal, Totals};
use crate::money::{self, MINOR_DIGITS, PRICE_DIGITS};
use crate::problem::Problem;
use crate::vat::{PriceKind, VatCode, calculated};

/// What a line comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LineSums {
    /// A unit, after the discount; with VAT or without, as the price kind says.
    pub price: Amount,
    pub net: Amount,
    pub vat: Amount,
    pub gross: Amount,
}

/// Sums of one line. `discount` is a percent of the price: the price after it has four digits, a price without
/// discount keeps its own. A calculated code takes its VAT out of the sum, whatever the price kind. Returns and
/// corrections may be negative: they are rounded as their positive twins.
///
/// # Errors
/// `sum_too_large`: a sum has more than 15 digits before the point.
pub fn line_sums(
    quantity: Amount,
    price: Amount,
    discount: Option<Amount>,
    price_kind: PriceKind,
    code: &VatCode,
) -> Result<LineSums, Problem> {
    reckon(quantity, price, discount, price_kind, code).map_err(|_| Problem::blocks_issue("sum_too_large", "/price"))
}

fn reckon(
    quantity: Amount,
    price: Amount,
    discount: Option<Amount>,
    price_kind: PriceKind,
    code: &VatCode,
) -> Result<LineSums, AmountError> {
    let price = match discount.filter(|percent| !percent.is_zero()) {
        Some(percent) => {
            let left = Decimal::ONE_HUNDRED - percent.decimal();
            money::round_ratio(price.decimal(), left, Decimal::ONE_HUNDRED, PRICE_DIGITS)?
        }
        None => price,
    };
    let amount = money::round_ratio(quantity.decimal(), price.decimal(), Decimal::ONE, MINOR_DIGITS)?;
    let (net, vat, gross) = with_vat(amount, price_kind, code)?;
    Ok(LineSums { price, net, vat, gross })
}

/// Without VAT, VAT, with VAT of a rounded amount.
fn with_vat(amount: Amount, price_kind: PriceKind, code: &VatCode) -> Result<(Amount, Amount, Amount), AmountError> {
    let rate = code.rate();
    if price_kind == PriceKind::OnTop && !code.is_calculated() {
        let vat = money::round_ratio(amount.decimal(), rate, Decimal::ONE_HUNDRED, MINOR_DIGITS)?;
        return Ok((amount, vat, money::sum([amount, vat])?));
    }
    let vat = money::round_ratio(amount.decimal(), rate, Decimal::ONE_HUNDRED + rate, MINOR_DIGITS)?;
    Ok((Amount::new(amount.decimal() - vat.decimal())?, vat, amount))
}

/// Totals of a document: sums of its lines, and by VAT code.
///
/// # Errors
/// `sum_too_large`: a total has more than 15 digits before the point.
pub fn document_totals(lines: impl IntoIterator<Item = (VatCode, LineSums)>) -> Result<Totals, Problem> {
    let mut totals = Totals::default();
    for (code, sums) in lines {
        add_line(&mut totals, code, &sums).map_err(|_| Problem::blocks_issue("sum_too_large", "/lines"))?;
    }
    Ok(totals)
}

fn add_line(totals: &mut Totals, code: VatCode, sums: &LineSums) -> Result<(), AmountError> {
    totals.net = money::sum([totals.net, sums.net])?;
    totals.vat = money::sum([totals.vat, sums.vat])?;
    totals.gross = money::sum([totals.gross, sums.gross])?;
    let rate = totals.by_rate.entry(code.into()).or_default();
    rate.net = money::sum([rate.net, sums.net])?;
    rate.vat = money::sum([rate.vat, sums.vat])?;
    rate.gross = money::sum([rate.gross, sums.gross])?;
    rate.lines = money::sum([rate.lines, Amount::ONE])?;
    Ok(())
}

/// One line of an invoice for a prepayment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShareLine {
    /// Code of the deal's lines.
    pub of: VatCode,
    /// Code of the prepayment: `22/122` for `22`, the same for 0 % and «без НДС».
    pub code: VatCode,
    pub sums: LineSums,
}

/// A percent of a deal, as one line a rate of VAT: the parts add up to round(gross × percent ÷ 100) exactly, the kopecks
/// left over go to the rates that lost most in rounding down. A rate whose share is zero gives no line.
///
/// # Errors
/// `share_out_of_range` (not above 0 and up to 100), `vat_unknown` (a key of `by_rate` is no VAT code), `sum_too_large`.
pub fn share_of(by_rate: &BTreeMap<String, RateTotal>, percent: Amount) -> Result<Vec<ShareLine>, Problem> {
    if !percent.is_positive() || percent > Amount::HUNDRED {
        return Err(Problem::blocks_issue("share_out_of_range", "/share").with("share", percent));
    }
    let mut lines = Vec::new();
    let parts = split(by_rate, percent).map_err(|_| too_large())?;
    for (key, gross) in by_rate.keys().zip(parts).filter(|(_, gross)| !gross.is_zero()) {
        let of: VatCode = key.parse().map_err(|_| Problem::blocks_issue("vat_unknown", "/vat").with("choice", key))?;
        let code = calculated(&of).unwrap_or_else(|| of.clone());
        let (net, vat, gross) = with_vat(gross, PriceKind::Included, &code).map_err(|_| too_large())?;
        lines.push(ShareLine { of, code, sums: LineSums { price: gross, net, vat, gross } });
    }
    Ok(lines)
}

fn too_large() -> Problem {
    Problem::blocks_issue("sum_too_large", "/share")
}

/// Largest remainder, in kopecks.
fn split(by_rate: &BTreeMap<String, RateTotal>, percent: Amount) -> Result<Vec<Amount>, AmountError> {
    let whole = money::sum(by_rate.values().map(|total| total.gross))?;
    let target = money::round_ratio(whole.decimal(), percent.decimal(), Decimal::ONE_HUNDRED, MINOR_DIGITS)?;
    let mut parts = Vec::with_capacity(by_rate.len());
    for (index, total) in by_rate.values().enumerate() {
        let (down, lost) = money::floor_ratio(total.gross.decimal(), percent.decimal(), Decimal::ONE_HUNDRED, MINOR_DIGITS)?;
        parts.push((index, down.decimal(), lost));
    }
    let mut left = target.decimal() - parts.iter().map(|(_, down, _)| *down).sum::<Decimal>();
    let kopeck = Decimal::new(1, MINOR_DIGITS);
    parts.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)));
    for (_, down, _) in &mut parts {
        if left <= Decimal::ZERO {
            break;
        }
        *down += kopeck;
        left -= kopeck;
    }
    parts.sort_by_key(|(index, ..)| *index);
    parts.into_iter().map(|(_, down, _)| Amount::new(down)).collect()
}
