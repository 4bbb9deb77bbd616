//! What the earlier invoices of a deal leave to be asked for: goods where only goods were invoiced, money where money
//! was asked for ahead of them. Pure; the earlier invoices are given.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{InvoiceScope, IssuedInvoice, IssuedLine};
use crate::calculation::{self, Calculated};
use crate::deal::Deal;
use crate::line::Line;
use crate::linked::Linked;
use crate::money::{self, MINOR_DIGITS};
use crate::tables::Tables;
use crate::vat::{self, PriceKind, VatCode};
use crate::{Amount, Id};

/// What a remainder invoice is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// All of the deal is invoiced.
    Nothing,
    /// Lines of the deal with the quantities that are left, in order.
    Goods { lines: Vec<Line>, price_kind: PriceKind },
    /// Sums with VAT by the deal's rates; `share` is their percent of the deal, rounded to two digits.
    Money { rates: Vec<RateLeft>, share: Amount },
}

/// What is left at one rate, with VAT.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateLeft {
    pub code: VatCode,
    pub gross: Amount,
}

/// What `issued`, the deal's invoices that are not void, leave of it.
///
/// A prepayment pays for no line in particular, so after one the rest is asked for in money, rate by rate, and all
/// invoices of the deal come to its total exactly. Without one the goods that were not invoiced are left, at the
/// deal's prices. Where a line was split and the rounding of its VAT went astray by a kopeck, the rest is priced with
/// VAT, so that the kopeck is neither lost nor asked for twice.
#[must_use]
pub fn left(deal: &Deal, linked: &Linked<'_>, tables: &Tables, today: NaiveDate, issued: &[IssuedInvoice]) -> Left {
    let whole = deal.calculate(linked, tables, today);
    if issued.iter().any(|invoice| asks_for_money(invoice, deal)) {
        let sold = |invoice: &IssuedInvoice, code: &str| {
            let payment = invoice.date.unwrap_or(today);
            let is_ahead_of = |sold: &&String| {
                let sold: Option<VatCode> = sold.parse().ok();
                let ahead = sold
                    .and_then(|sold| vat::prepayment_code(tables, linked.seller_country(), &sold, deal.vat_date(today), payment));
                ahead.is_some_and(|ahead| ahead.as_str() == code)
            };
            // Paid ahead at the rate of its own day, which need not be that of the goods any more.
            let found = whole.totals.by_rate.keys().find(is_ahead_of);
            found.map_or_else(|| sold_at(code).to_owned(), Clone::clone)
        };
        return money_left(&whole, issued.iter().filter(|invoice| invoice.currency == deal.currency), sold);
    }
    let split = goods_left(deal, &whole, issued);
    if split.is_empty() {
        return Left::Nothing;
    }
    exact(deal, linked, tables, today, &whole, issued, split)
}

/// Does the invoice ask for a part of the sum, not for goods? Its scope says so, its share, or that none of its lines
/// is one of the deal's.
fn asks_for_money(invoice: &IssuedInvoice, deal: &Deal) -> bool {
    let ours: BTreeSet<Key<'_>> = deal.lines.values().map(|line| key(&line.good, &line.article, &line.name)).collect();
    let of_the_deal = |line: &IssuedLine| ours.contains(&key(&line.good, &line.article, &line.name));
    invoice.scope == InvoiceScope::Prepayment || invoice.share.is_some() || !invoice.lines.values().any(of_the_deal)
}

/// `sold` tells the rate of the goods that an invoice asked for at a code.
fn money_left<'i>(
    whole: &Calculated,
    issued: impl Iterator<Item = &'i IssuedInvoice>,
    sold: impl Fn(&IssuedInvoice, &str) -> String,
) -> Left {
    let mut by_rate: BTreeMap<String, Decimal> = BTreeMap::new();
    for (code, total) in &whole.totals.by_rate {
        *by_rate.entry(sold_at(code).to_owned()).or_default() += total.gross.decimal();
    }
    for invoice in issued {
        for (code, total) in &invoice.totals.by_rate {
            *by_rate.entry(sold(invoice, code)).or_default() -= total.gross.decimal();
        }
    }
    let mut over: Decimal = by_rate.values().filter(|rest| rest.is_sign_negative()).map(Decimal::abs).sum();
    let mut rates: Vec<(String, Decimal)> = by_rate.into_iter().filter(|(_, rest)| *rest > Decimal::ZERO).collect();
    // What was asked for too much at one rate is taken off where most is left: the sum of all must hold.
    rates.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    for (_, rest) in &mut rates {
        let taken = over.min(*rest);
        *rest -= taken;
        over -= taken;
    }
    rates.sort();
    let rates: Vec<RateLeft> = rates
        .into_iter()
        .filter(|(_, rest)| *rest > Decimal::ZERO)
        .filter_map(|(code, rest)| Some(RateLeft { code: code.parse().ok()?, gross: Amount::new(rest).ok()? }))
        .collect();
    let sum: Decimal = rates.iter().map(|rate| rate.gross.decimal()).sum();
    let of = whole.totals.gross.decimal();
    match money::round_ratio(sum, Decimal::ONE_HUNDRED, of, MINOR_DIGITS) {
        Ok(share) if !rates.is_empty() => Left::Money { rates, share },
        _ => Left::Nothing,
    }
}

/// `22/122` is the prepayment of what is sold at `22`.
fn sold_at(code: &str) -> &str {
    code.split('/').next().unwrap_or(code)
}

/// A line that is left, and what is left of its sum with VAT by the earlier invoices.
struct Rest {
    line: Line,
    gross: Option<Decimal>,
    is_part: bool,
}

/// By its card, else by what it is called: the name on an invoice may be mended.
type Key<'t> = (&'t str, &'t str, &'t str);

fn key<'t>(good: &'t str, article: &'t str, name: &'t str) -> Key<'t> {
    if good.is_empty() { ("", article, name) } else { (good, "", "") }
}

/// Quantities are counted down in the deal's order, so that of lines of one good at most one is in part invoiced.
fn goods_left(deal: &Deal, whole: &Calculated, issued: &[IssuedInvoice]) -> Vec<Rest> {
    let mut taken: BTreeMap<Key<'_>, (Decimal, Decimal)> = BTreeMap::new();
    for line in issued.iter().flat_map(|invoice| invoice.lines.values()) {
        let (quantity, gross) = taken.entry(key(&line.good, &line.article, &line.name)).or_default();
        *quantity += line.quantity.decimal();
        *gross += line.gross.decimal();
    }
    let sums: BTreeMap<&Id, Decimal> =
        whole.lines.iter().filter_map(|line| Some((&line.id, line.sums?.gross.decimal()))).collect();
    let mut left = Vec::new();
    for id in calculation::in_order(&deal.lines) {
        let line = &deal.lines[id];
        let wanted = line.quantity.unwrap_or_default().decimal();
        let (quantity, gross) = taken.entry(key(&line.good, &line.article, &line.name)).or_default();
        let used = (*quantity).min(wanted).max(Decimal::ZERO);
        *quantity -= used;
        let is_part = used > Decimal::ZERO && used < wanted;
        // A line that is wholly invoiced takes its own sum along; the kopecks stay with the split one.
        let of_line = sums.get(id).copied();
        let asked = if used >= wanted { of_line.unwrap_or_default().min(*gross) } else { *gross };
        if used > Decimal::ZERO {
            *gross -= asked;
        }
        if wanted > used {
            left.push(Rest {
                line: Line { quantity: Amount::new(wanted - used).ok(), ..line.clone() },
                gross: of_line.map(|of_line| if is_part { of_line - asked } else { of_line }),
                is_part,
            });
        }
    }
    left
}

/// At the deal's prices, or priced with VAT where that alone gives the sum that is left.
fn exact(
    deal: &Deal,
    linked: &Linked<'_>,
    tables: &Tables,
    today: NaiveDate,
    whole: &Calculated,
    issued: &[IssuedInvoice],
    rest: Vec<Rest>,
) -> Left {
    let gross_of = |lines: &[Line], price_kind: PriceKind| {
        let lines = lines.iter().enumerate().map(|(n, line)| (n.to_string(), line.clone())).collect();
        let again = Deal { lines, price_kind, ..deal.clone() };
        again.calculate(linked, tables, today).totals.gross.decimal()
    };
    let asked: Decimal = issued.iter().map(|invoice| invoice.totals.gross.decimal()).sum();
    let wanted = whole.totals.gross.decimal() - asked;
    let at_prices: Vec<Line> = rest.iter().map(|rest| rest.line.clone()).collect();
    let astray = (wanted - gross_of(&at_prices, deal.price_kind)).abs();
    let parts = Decimal::from(rest.iter().filter(|rest| rest.is_part).count());
    // The net sum and the VAT of a split line may each be a kopeck off; more than that is somebody's decision.
    let is_rounding = astray > Decimal::ZERO && astray <= parts * Decimal::new(2, MINOR_DIGITS);
    if is_rounding
        && let Some(with_vat) = rest.iter().map(priced_with_vat).collect::<Option<Vec<Line>>>()
        && gross_of(&with_vat, PriceKind::Included) == wanted
    {
        return Left::Goods { lines: with_vat, price_kind: PriceKind::Included };
    }
    Left::Goods { lines: at_prices, price_kind: deal.price_kind }
}

/// The line with the shortest price with VAT that gives its sum.
fn priced_with_vat(rest: &Rest) -> Option<Line> {
    let (gross, quantity) = (rest.gross?, rest.line.quantity?.decimal());
    let price = (MINOR_DIGITS..=Amount::FRACTION_DIGITS).find_map(|digits| {
        let price = money::round_ratio(gross, Decimal::ONE, quantity, digits).ok()?;
        let sum = money::round_ratio(price.decimal(), quantity, Decimal::ONE, MINOR_DIGITS).ok()?;
        (sum.decimal() == gross).then_some(price)
    })?;
    Some(Line { price: Some(price), discount: None, ..rest.line.clone() })
}
