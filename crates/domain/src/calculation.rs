//! The lines of a deal or of an invoice, worked out: each line's VAT code and sums, the totals, and what is wrong.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::Id;
use crate::invoice::Totals;
use crate::line::{Line, MAX_LINES};
use crate::party::VatRegime;
use crate::problem::{Problem, entry_pointer};
use crate::tables::Tables;
use crate::text;
use crate::totals::{self, LineSums};
use crate::vat::{self, PriceKind, VatCode};

/// What the sums of lines depend on besides the lines.
#[derive(Clone, Debug)]
pub struct Setting<'a> {
    pub tables: &'a Tables,
    /// Country of the seller (ISO alpha-2): whose table of rates counts.
    pub seller_country: &'a str,
    pub seller_regime: VatRegime,
    /// Country of the buyer; goods sent to another country carry 0 %. Empty when not known yet.
    pub buyer_country: &'a str,
    /// Class or code for lines without one of their own; empty is the base rate.
    pub vat: &'a str,
    pub price_kind: PriceKind,
    /// Day of shipment, or the best known instead of it: it picks the rate.
    pub date: NaiveDate,
}

/// One line worked out. `sums` is absent while quantity or price is missing or a sum does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalculatedLine {
    pub id: Id,
    pub code: Option<VatCode>,
    pub sums: Option<LineSums>,
}

/// All lines in their order, the totals of those that could be worked out, and the problems of the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calculated {
    pub lines: Vec<CalculatedLine>,
    pub totals: Totals,
    pub problems: Vec<Problem>,
}

/// Ids of the lines as they stand on paper: by `order`, then by id.
#[must_use]
pub fn in_order(lines: &BTreeMap<Id, Line>) -> Vec<&Id> {
    let mut ids: Vec<&Id> = lines.keys().collect();
    ids.sort_by(|a, b| lines[*a].order.cmp(&lines[*b].order).then_with(|| a.cmp(b)));
    ids
}

/// Works out `lines`. Never fails: a line that cannot be worked out is left out of the totals and has a problem.
#[must_use]
pub fn calculate(lines: &BTreeMap<Id, Line>, setting: &Setting<'_>) -> Calculated {
    let mut result = Calculated::default();
    if lines.len() > MAX_LINES {
        result.problems.push(Problem::blocks_save("too_many_lines", "/lines").with("most", MAX_LINES).with("count", lines.len()));
    }
    let mut summed = Vec::with_capacity(lines.len());
    for id in in_order(lines) {
        let line = &lines[id];
        let at = entry_pointer("/lines", id);
        result.problems.extend(line_problems(line, setting.tables).into_iter().map(|problem| problem.under(&at)));
        let code = match vat_code(line, setting) {
            Ok((code, remark)) => {
                result.problems.extend(remark.map(|problem| problem.under(&at)));
                Some(code)
            }
            Err(problem) => {
                result.problems.push(Problem { field: "/vat".to_owned(), ..problem }.under(&at));
                None
            }
        };
        let sums = match (&code, line.quantity, line.price) {
            (Some(code), Some(quantity), Some(price)) => {
                match totals::line_sums(quantity, price, line.discount, setting.price_kind, code) {
                    Ok(sums) => Some(sums),
                    Err(problem) => {
                        result.problems.push(problem.under(&at));
                        None
                    }
                }
            }
            _ => None,
        };
        if let (Some(code), Some(sums)) = (&code, &sums) {
            summed.push((code.clone(), *sums));
        }
        result.lines.push(CalculatedLine { id: id.clone(), code, sums });
    }
    match totals::document_totals(summed) {
        Ok(totals) => result.totals = totals,
        Err(problem) => result.problems.push(problem),
    }
    result
}

/// The VAT code of a line: its own choice, else the document's, under the seller's regime and the border.
fn vat_code(line: &Line, setting: &Setting<'_>) -> Result<(VatCode, Option<Problem>), Problem> {
    let own = if line.vat.is_empty() { setting.vat } else { &line.vat };
    let choice = vat::default_choice(
        setting.tables,
        setting.seller_regime,
        setting.seller_country,
        setting.buyer_country,
        if own.is_empty() { "base" } else { own },
        setting.date,
    );
    let (code, remark) = vat::resolve(setting.tables, setting.seller_country, &choice, setting.date)?;
    Ok((code, remark.map(|problem| Problem { field: "/vat".to_owned(), ..problem })))
}

/// What is wrong with one line; fields are relative to it.
#[must_use]
pub fn line_problems(line: &Line, tables: &Tables) -> Vec<Problem> {
    let mut found = Vec::new();
    if line.name.trim().is_empty() {
        found.push(Problem::blocks_issue("line_name_missing", "/name"));
    }
    for (field, value) in [("/name", &line.name), ("/article", &line.article), ("/note", &line.note)] {
        found.extend(text::problems(value, field));
    }
    if line.unit.is_empty() {
        found.push(Problem::blocks_issue("unit_missing", "/unit"));
    } else if tables.unit(&line.unit).is_none() {
        found.push(Problem::blocks_issue("unit_unknown", "/unit").with("value", &line.unit));
    }
    match line.quantity {
        None => found.push(Problem::blocks_issue("quantity_missing", "/quantity")),
        Some(quantity) if !quantity.is_positive() => found.push(Problem::blocks_issue("quantity_not_positive", "/quantity")),
        Some(_) => {}
    }
    match line.price {
        None => found.push(Problem::blocks_issue("price_missing", "/price")),
        Some(price) if price.is_negative() => found.push(Problem::blocks_issue("price_negative", "/price")),
        Some(price) if price.is_zero() => found.push(Problem::warns("price_zero", "/price")),
        Some(_) => {}
    }
    if let Some(discount) = line.discount
        && (discount.is_negative() || discount > crate::Amount::HUNDRED)
    {
        found.push(Problem::blocks_issue("discount_range", "/discount"));
    }
    if !line.origin.is_empty() && tables.country(&line.origin).is_none() {
        found.push(Problem::warns("country_unknown", "/origin").with("value", &line.origin));
    }
    crate::party::identifier(crate::identifiers::Kind::Tnved, &line.tnved, "/tnved", crate::Level::Warns, &mut found);
    found
}
