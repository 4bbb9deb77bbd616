//! The money: who pays in time, late or in parts. Nothing is paid after today and nobody pays more than is asked.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use torgdom_domain::payment::{Allocation, Direction, Payment};
use torgdom_domain::{Amount, Id, money};

use super::deals::Market;
use super::identity::Identities;
use super::invoices::Paper;
use super::parties::FIRMS;
use super::random::Random;

/// Papers that wait too long: days since they were due, percent that came so far. A negative day is still ahead.
const WAITING: [(i64, i64); 8] = [(1, 0), (4, 0), (9, 50), (16, 0), (37, 40), (66, 0), (104, 30), (-4, 60)];

/// Money for one or two papers of one buyer.
#[derive(Clone, Debug)]
struct Sum {
    date: NaiveDate,
    /// Places in the list of papers with their amounts.
    papers: Vec<(usize, Amount)>,
}

/// A payment to be recorded.
#[derive(Clone, Debug)]
pub(crate) struct Receipt {
    pub id: Id,
    pub at: NaiveDateTime,
    pub body: Payment,
}

/// Everything that came in until today, in the order of days.
pub(crate) fn receipts(market: &Market<'_>, papers: &[Paper], ids: &mut Identities) -> Vec<Receipt> {
    let waiting = waiting(market, papers);
    let mut sums: Vec<Sum> = papers
        .iter()
        .enumerate()
        .flat_map(|(place, paper)| match waiting.get(&place) {
            Some(percent) => partly(market, place, paper, *percent),
            None => sums(market, place, paper),
        })
        .collect();
    sums.sort_by_key(|sum| sum.date);
    joined(sums, papers).into_iter().enumerate().map(|(number, sum)| receipt(market, papers, number, &sum, ids)).collect()
}

/// The papers of [`WAITING`], each the nearest to its day, with the percent that came.
fn waiting(market: &Market<'_>, papers: &[Paper]) -> BTreeMap<usize, i64> {
    let mut chosen = BTreeMap::new();
    for (days, percent) in WAITING {
        let late = |paper: &Paper| paper.body.due.map(|due| (market.today - due).num_days());
        let fits = |(place, paper): &(usize, &Paper)| {
            paper.body.void_reason.is_empty()
                && !chosen.contains_key(place)
                && late(paper).is_some_and(|late| late >= days && (late > 0) == (days > 0))
        };
        let nearest = papers.iter().enumerate().filter(fits).min_by_key(|(place, paper)| (late(paper), *place));
        if let Some((place, _)) = nearest {
            chosen.insert(place, percent);
        }
    }
    chosen
}

/// A part came on the third working day after the paper, the rest did not.
fn partly(market: &Market<'_>, place: usize, paper: &Paper, percent: i64) -> Vec<Sum> {
    let issued = paper.body.date.unwrap_or(market.today);
    let date = market
        .calendar(paper.own)
        .add_banking_days(issued, 3)
        .unwrap_or(issued)
        .min(market.worked(paper.own, market.today))
        .max(issued);
    let amount = share(paper.body.totals.gross, percent);
    if amount.is_positive() { vec![Sum { date, papers: vec![(place, amount)] }] } else { Vec::new() }
}

/// So many percent of a sum, in whole roubles.
fn share(whole: Amount, percent: i64) -> Amount {
    Amount::new(money::round(whole.decimal() * Decimal::new(percent, 2), 0)).unwrap_or(whole)
}

/// When and in which parts one paper is paid, by the buyer's habits.
fn sums(market: &Market<'_>, place: usize, paper: &Paper) -> Vec<Sum> {
    let mut random = Random::of(FIRMS, "payment", place as u64);
    let (Some(issued), Some(due)) = (paper.body.date, paper.body.due) else { return Vec::new() };
    if !paper.body.void_reason.is_empty() {
        return Vec::new();
    }
    let whole = paper.body.totals.gross;
    let split = |percent: i64| {
        (share(whole, percent), Amount::new(whole.decimal() - share(whole, percent).decimal()).unwrap_or_default())
    };
    let parts: Vec<(i64, Amount)> = match market.partners[paper.partner].row.text("pays") {
        "late" => vec![(random.between(3, 19), whole)],
        "slow" => {
            let (first, rest) = split(40);
            vec![(random.between(6, 18), first), (random.between(40, 75), rest)]
        }
        "partial" => {
            let (first, rest) = split(*random.pick(&[50, 60, 70]));
            vec![(random.between(-2, 2), first), (random.between(12, 26), rest)]
        }
        _ if random.chance(9) => vec![(random.between(4, 12), whole)],
        _ => vec![(random.between(-4, 0), whole)],
    };
    let day = |after: i64| due.checked_add_signed(chrono::TimeDelta::days(after)).unwrap_or(due).max(issued);
    let sums = parts
        .into_iter()
        .map(|(after, amount)| Sum { date: market.working(paper.own, day(after)), papers: vec![(place, amount)] });
    sums.filter(|sum| sum.date <= market.today && sum.papers.iter().all(|(_, amount)| amount.is_positive())).collect()
}

/// Two sums of one buyer within two days may come as one payment order.
fn joined(sums: Vec<Sum>, papers: &[Paper]) -> Vec<Sum> {
    let mut random = Random::of(FIRMS, "joined", 0);
    let payer = |sum: &Sum| {
        sum.papers.first().map(|(place, _)| (papers[*place].own, papers[*place].partner, papers[*place].body.currency.as_str()))
    };
    let mut result: Vec<Sum> = Vec::with_capacity(sums.len());
    for sum in sums {
        let earlier = result.iter_mut().rev().take(6).find(|other| {
            payer(other) == payer(&sum)
                && other.papers.len() == 1
                && other.papers[0].0 != sum.papers[0].0
                && (sum.date - other.date).num_days() <= 2
        });
        match earlier {
            Some(other) if random.chance(70) => {
                other.date = sum.date;
                other.papers.extend(sum.papers);
            }
            _ => result.push(sum),
        }
    }
    result.sort_by_key(|sum| sum.date);
    result
}

fn receipt(market: &Market<'_>, papers: &[Paper], number: usize, sum: &Sum, ids: &mut Identities) -> Receipt {
    let mut random = Random::of(FIRMS, "order", number as u64);
    let at = sum
        .date
        .and_hms_opt(16, 0, 0)
        .and_then(|at| at.checked_add_signed(chrono::TimeDelta::seconds((number % 3_000) as i64)))
        .unwrap_or_default();
    let first = &papers[sum.papers[0].0];
    let whole = money::sum(sum.papers.iter().map(|(_, amount)| *amount)).unwrap_or_default();
    let allocations: BTreeMap<Id, Allocation> =
        sum.papers.iter().map(|(place, amount)| (papers[*place].id.clone(), Allocation { amount: *amount })).collect();
    let body = Payment {
        direction: Direction::Incoming,
        number: random.between(11, 2_490).to_string(),
        date: Some(sum.date),
        organisation: first.body.organisation.clone(),
        account: market.own[first.own].account(&first.body.currency),
        counterparty: first.body.counterparty.clone(),
        amount: Some(whole),
        currency: first.body.currency.clone(),
        purpose: purpose(papers, sum, whole),
        allocations,
        note: String::new(),
    };
    Receipt { id: ids.at(at), at, body }
}

/// «Оплата по счёту № 1197 от 19.11.2026, договор № 17/2026 от 03.02.2026. В т. ч. НДС 264 063,94».
fn purpose(papers: &[Paper], sum: &Sum, whole: Amount) -> String {
    let day = |date: Option<NaiveDate>| date.map(|date| date.format("%d.%m.%Y").to_string()).unwrap_or_default();
    let named: Vec<String> = sum
        .papers
        .iter()
        .map(|(place, _)| format!("№ {} от {}", papers[*place].body.number, day(papers[*place].body.date)))
        .collect();
    let first = &papers[sum.papers[0].0].body;
    let mut text = format!("Оплата по {} {}", if named.len() == 1 { "счёту" } else { "счетам" }, named.join(", "));
    if !first.basis.number.is_empty() {
        text.push_str(&format!(", договор № {} от {}", first.basis.number, day(first.basis.date)));
    }
    let mut vat = Decimal::ZERO;
    for (place, amount) in &sum.papers {
        let totals = &papers[*place].body.totals;
        if totals.gross.is_positive() {
            vat += money::round(totals.vat.decimal() * amount.decimal() / totals.gross.decimal(), 2);
        }
    }
    let vat = Amount::new(vat).unwrap_or_default();
    if vat.is_positive() && vat < whole {
        text.push_str(&format!(". В т. ч. НДС {}", money::format_sum(vat)));
    } else {
        text.push_str(". НДС 0 %");
    }
    text
}
