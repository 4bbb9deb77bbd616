//! The remainder of a deal: whatever was invoiced before, all invoices together come to the deal's total.

use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::deal::Deal;
use torgdom_domain::invoice::{InvoiceDraft, InvoiceScope, IssuedInvoice, Left, Numbering, left, snapshot};
use torgdom_domain::line::Line;
use torgdom_domain::linked::Linked;
use torgdom_domain::organisation::Organisation;
use torgdom_domain::vat::PriceKind;
use torgdom_domain::{Amount, Tables, money, totals};

fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("a shape")
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

struct Trade {
    organisation: Organisation,
    counterparty: Counterparty,
}

impl Trade {
    fn domestic() -> Self {
        Self {
            organisation: read(json!({"name": "ООО «Заречье-М»", "country": "RU", "tax_id": "7707083893"})),
            counterparty: read(json!({"name": "ООО «Агроснаб»", "country": "RU"})),
        }
    }

    fn linked(&self) -> Linked<'_> {
        Linked { organisation: Some(&self.organisation), counterparty: Some(&self.counterparty), ..Linked::default() }
    }

    fn gross(&self, deal: &Deal) -> Amount {
        deal.calculate(&self.linked(), Tables::builtin(), today()).totals.gross
    }

    fn left(&self, deal: &Deal, issued: &[IssuedInvoice]) -> Left {
        left(deal, &self.linked(), Tables::builtin(), today(), issued)
    }

    fn issued(&self, deal: &Deal, draft: InvoiceDraft) -> IssuedInvoice {
        let draft = InvoiceDraft { currency: deal.currency.clone(), ..draft };
        snapshot(&draft, &self.linked(), &Numbering::default(), Tables::builtin(), today())
    }

    fn goods(&self, deal: &Deal, lines: Vec<Line>, price_kind: PriceKind) -> IssuedInvoice {
        let lines = lines.into_iter().enumerate().map(|(n, line)| (n.to_string(), line)).collect();
        self.issued(deal, InvoiceDraft { lines, price_kind, ..InvoiceDraft::default() })
    }

    fn prepayment(&self, deal: &Deal, percent: &str) -> IssuedInvoice {
        let totals = deal.calculate(&self.linked(), Tables::builtin(), today()).totals;
        let share: Amount = percent.parse().expect("a percent");
        let parts = totals::share_of(&totals.by_rate, share).expect("a share");
        let parts = parts.into_iter().map(|part| (part.code.to_string(), part.sums.gross));
        self.money(deal, InvoiceScope::Prepayment, Some(share), parts.collect())
    }

    fn money(&self, deal: &Deal, scope: InvoiceScope, share: Option<Amount>, parts: Vec<(String, Amount)>) -> IssuedInvoice {
        let line = |(vat, price): (String, Amount)| {
            let line =
                Line { name: "Деньги".to_owned(), quantity: Some(Amount::ONE), price: Some(price), vat, ..Line::default() };
            (line.vat.clone(), line)
        };
        let lines = parts.into_iter().map(line).collect();
        self.issued(deal, InvoiceDraft { scope, share, lines, price_kind: PriceKind::Included, ..InvoiceDraft::default() })
    }

    /// Issues what is left, and says what all of `issued` comes to.
    fn finish(&self, deal: &Deal, issued: &mut Vec<IssuedInvoice>) -> Amount {
        match self.left(deal, issued) {
            Left::Nothing => {}
            Left::Goods { lines, price_kind } => issued.push(self.goods(deal, lines, price_kind)),
            Left::Money { rates, share } => {
                let parts = rates.into_iter().map(|rate| (rate.code.to_string(), rate.gross)).collect();
                issued.push(self.money(deal, InvoiceScope::Remainder, Some(share), parts));
            }
        }
        money::sum(issued.iter().map(|invoice| invoice.totals.gross)).expect("fits")
    }
}

fn deal(lines: &[(&str, &str, &str)]) -> Deal {
    let lines = lines.iter().enumerate().map(|(n, (quantity, price, vat))| {
        let line =
            json!({"order": n.to_string(), "name": format!("Товар {n}"), "quantity": quantity, "price": price, "vat": vat});
        (n.to_string(), line)
    });
    read(json!({"currency": "RUB", "date": "2026-11-20", "lines": lines.collect::<serde_json::Map<_, _>>()}))
}

fn taken(deal: &Deal, line: &str, quantity: &str) -> Line {
    Line { quantity: Some(quantity.parse().expect("a number")), ..deal.lines[line].clone() }
}

/// Paid ahead in December at 20/120, shipped in January at 22 %: what was asked for belongs to the goods at 22 %.
#[test]
fn a_prepayment_of_the_old_rate_is_taken_off_the_goods_of_the_new_one() {
    let trade = Trade::domestic();
    let mut deal = deal(&[("1", "50", "base"), ("1", "500", "reduced")]);
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    (deal.date, deal.shipment_date) = (day("2025-12-01"), day("2026-01-15"));
    let half = vec![("20/120".to_owned(), Amount::from(30)), ("10/110".to_owned(), Amount::from(275))];
    let mut prepaid = trade.money(&deal, InvoiceScope::Prepayment, Some(Amount::from(50)), half);
    prepaid.date = day("2025-12-20");
    let Left::Money { rates, .. } = trade.left(&deal, &[prepaid]) else { panic!("money is left") };
    let rest: Vec<(&str, String)> = rates.iter().map(|rate| (rate.code.as_str(), rate.gross.to_string())).collect();
    assert_eq!(rest, [("10", "275".to_owned()), ("22", "31".to_owned())]);
}

#[test]
fn after_a_prepayment_the_rest_of_the_money_is_left_at_each_rate() {
    let trade = Trade::domestic();
    let deal = deal(&[("3", "33.33", "base"), ("7", "14.29", "reduced"), ("1", "0.05", "zero")]);
    let mut issued = vec![trade.prepayment(&deal, "30"), trade.prepayment(&deal, "20")];
    let Left::Money { rates, .. } = trade.left(&deal, &issued) else { panic!("money is left") };
    assert_eq!(rates.iter().map(|rate| rate.code.as_str()).collect::<Vec<_>>(), ["0", "10", "22"]);
    assert_eq!(trade.finish(&deal, &mut issued), trade.gross(&deal));
    assert_eq!(trade.left(&deal, &issued), Left::Nothing);
}

#[test]
fn goods_that_were_not_invoiced_are_left_at_their_prices() {
    let trade = Trade::domestic();
    let deal = deal(&[("3", "33.33", "base"), ("2", "10", "base")]);
    let issued = [trade.goods(&deal, vec![taken(&deal, "0", "3"), taken(&deal, "1", "1")], PriceKind::OnTop)];
    let Left::Goods { lines, price_kind } = trade.left(&deal, &issued) else { panic!("goods are left") };
    assert_eq!((lines.len(), price_kind), (1, PriceKind::OnTop));
    assert_eq!((lines[0].quantity, lines[0].price), (Some(Amount::ONE), Some(Amount::from(10_u32))));
    let whole = [trade.goods(&deal, deal.lines.values().cloned().collect(), PriceKind::OnTop)];
    assert_eq!(trade.left(&deal, &whole), Left::Nothing);
}

#[test]
fn a_prepayment_and_goods_leave_the_rest_of_the_money() {
    let trade = Trade::domestic();
    let deal = deal(&[("3", "33.33", "base"), ("2", "10", "reduced")]);
    let goods = trade.goods(&deal, vec![taken(&deal, "0", "1")], PriceKind::OnTop);
    let mut issued = vec![trade.prepayment(&deal, "50"), goods];
    assert_eq!(trade.finish(&deal, &mut issued), trade.gross(&deal));
    assert_eq!(trade.left(&deal, &issued), Left::Nothing);
}

#[test]
fn more_at_one_rate_is_taken_off_another() {
    let trade = Trade::domestic();
    let deal = deal(&[("1", "100", "base"), ("1", "100", "reduced")]);
    let too_much = vec![("22/122".to_owned(), "150".parse().expect("a sum"))];
    let mut issued = vec![trade.money(&deal, InvoiceScope::Prepayment, None, too_much)];
    assert_eq!(trade.finish(&deal, &mut issued), trade.gross(&deal));
    issued.push(trade.prepayment(&deal, "10"));
    assert_eq!(trade.left(&deal, &issued), Left::Nothing, "more than the deal was asked for");
}

#[test]
fn a_lower_price_that_was_agreed_is_not_asked_for_again() {
    let trade = Trade::domestic();
    let deal = deal(&[("10", "100", "base")]);
    let cheaper = Line { price: Some("90".parse().expect("a price")), ..taken(&deal, "0", "4") };
    let Left::Goods { lines, price_kind } = trade.left(&deal, &[trade.goods(&deal, vec![cheaper], PriceKind::OnTop)]) else {
        panic!("goods are left")
    };
    assert_eq!((lines[0].quantity, lines[0].price, price_kind), (Some(6.into()), Some(100.into()), PriceKind::OnTop));
}

proptest! {
    #[test]
    fn all_invoices_come_to_the_deal(
        lines in prop::collection::vec((1_u32..40, 1_i64..100_000, 0_u32..40, prop::sample::select(vec!["base", "reduced", "zero"])), 1..5),
        shares in prop::collection::vec(1_u32..45, 0..3),
        included in any::<bool>(),
    ) {
        let trade = Trade::domestic();
        let texts: Vec<(String, String, &str)> = lines
            .iter()
            .map(|(quantity, price, _, vat)| (quantity.to_string(), format!("{}.{:02}", price / 100, price % 100), *vat))
            .collect();
        let mut deal = deal(&texts.iter().map(|(q, p, v)| (q.as_str(), p.as_str(), *v)).collect::<Vec<_>>());
        deal.price_kind = if included { PriceKind::Included } else { PriceKind::OnTop };
        let mut issued: Vec<IssuedInvoice> = shares.iter().map(|share| trade.prepayment(&deal, &share.to_string())).collect();
        let first: Vec<Line> = lines
            .iter()
            .enumerate()
            .filter(|(_, (quantity, _, part, _))| *part > 0 && part <= quantity)
            .map(|(n, (_, _, part, _))| taken(&deal, &n.to_string(), &part.to_string()))
            .collect();
        if shares.is_empty() && !first.is_empty() {
            issued.push(trade.goods(&deal, first, deal.price_kind));
        }
        prop_assert_eq!(trade.finish(&deal, &mut issued), trade.gross(&deal));
        prop_assert_eq!(trade.left(&deal, &issued), Left::Nothing);
    }
}
