//! Invoice drafts made from a deal: the whole of it, what earlier invoices left, or a prepayment share.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use torgdom_documents::text::{Arg, Catalogue, Lang};
use torgdom_domain::deal::Deal;
use torgdom_domain::invoice::{InvoiceDraft, InvoiceScope, IssuedInvoice, Left, left};
use torgdom_domain::line::Line;
use torgdom_domain::linked::Linked;
use torgdom_domain::money::MINOR_DIGITS;
use torgdom_domain::terms::{PartKind, PaymentTerms, TermPart};
use torgdom_domain::vat::{self, PriceKind, VatCode};
use torgdom_domain::{Amount, Id, Problem, money, totals};
use torgdom_records::{Kind, State};
use torgdom_store::Reader;

use super::links::{Links, read_body};
use super::records::find;
use super::show;
use super::undo::made;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::typed::Typed;
use crate::views::RecordView;

/// Number of invoices of one deal that are looked through for what is left.
pub(crate) const OF_ONE_DEAL: usize = 10_000;
/// ОКЕИ 876, conventional unit: an advance is no piece of anything.
const PIECE: &str = "876";

impl Desk {
    /// A draft made from the deal. `share` (percent) is for a prepayment; absent, the deal's terms give it.
    ///
    /// # Errors
    /// `not_found`, `wrong_kind`, `nothing_left` (all of it is invoiced), `refused`.
    pub fn invoice_from_deal(&self, deal_id: &str, scope: InvoiceScope, share: Option<Amount>) -> Result<RecordView, Failure> {
        let mut view = self.doing(|desk, writer| {
            let record = find(writer, deal_id)?;
            let Typed::Deal(deal) =
                Typed::read(record.kind, record.state, &record.body).map_err(|problem| Failure::refused(vec![problem]))?
            else {
                return Err(Failure::new("wrong_kind").with("id", deal_id));
            };
            let links = Links::of(writer, &Typed::Deal(deal.clone()))?;
            let mut draft = desk.header(deal_id, &deal, scope);
            match scope {
                InvoiceScope::Whole => draft.lines = desk.fresh(deal.lines.values().cloned()),
                InvoiceScope::Remainder => desk.ask_for_the_rest(writer, &deal, &links.linked(), &mut draft)?,
                InvoiceScope::Prepayment => {
                    let share = share.unwrap_or_else(|| prepayment_share(&deal.payment_terms));
                    desk.ask_ahead(&deal, &links.linked(), share, &mut draft)?;
                }
            }
            let body = serde_json::to_value(&draft).ok().and_then(|value| value.as_object().cloned()).unwrap_or_default();
            let record = desk.create_in(writer, Kind::Invoice, State::Draft, body)?;
            Ok((show::view(desk, writer, &record)?, Some(made(&record))))
        })?;
        view.can_undo = true;
        self.tell_changed(&view);
        Ok(view)
    }

    fn header(&self, deal_id: &str, deal: &Deal, scope: InvoiceScope) -> InvoiceDraft {
        InvoiceDraft {
            scope,
            date: Some(self.clock.today()),
            organisation: deal.organisation.clone(),
            counterparty: deal.counterparty.clone(),
            contract: deal.contract.clone(),
            deal: deal_id.to_owned(),
            specification: deal.specification.clone(),
            specification_date: deal.specification_date,
            currency: deal.currency.clone(),
            price_kind: deal.price_kind,
            rate_clause: deal.rate_clause.clone(),
            payment_terms: deal.payment_terms.clone(),
            shipment_date: deal.shipment_date,
            incoterms: deal.incoterms.clone(),
            incoterms_place: deal.incoterms_place.clone(),
            with_stamp: true,
            ..InvoiceDraft::default()
        }
    }

    /// Lines with new identities, numbered from 1.
    fn fresh(&self, lines: impl Iterator<Item = Line>) -> BTreeMap<Id, Line> {
        let mut lines: Vec<Line> = lines.collect();
        lines.sort_by_key(|line| line.order);
        (1_u32..).zip(lines).map(|(n, line)| (self.clock.new_id(), Line { order: Amount::from(n), ..line })).collect()
    }

    /// One line a rate of VAT: the share of its sum with VAT, at the calculated rate (НК РФ ст. 164 п. 4).
    fn ask_ahead(&self, deal: &Deal, linked: &Linked<'_>, share: Amount, draft: &mut InvoiceDraft) -> Result<(), Failure> {
        let by_rate = deal.calculate(linked, &self.tables(), self.clock.today()).totals.by_rate;
        let shares = totals::share_of(&by_rate, share).map_err(|problem| Failure::refused(vec![problem]))?;
        if shares.is_empty() {
            return Err(Failure::refused(vec![Problem::blocks_issue("total_zero", "/lines")]));
        }
        // The money comes at the rate of its own day, the goods go at that of theirs.
        let today = self.clock.today();
        let (shipment, payment) = (deal.vat_date(today), draft.date.unwrap_or(today));
        let ahead = |of: &VatCode| vat::prepayment_code(&self.tables(), linked.seller_country(), of, shipment, payment);
        let parts = shares.into_iter().map(|part| {
            let code = ahead(&part.of).unwrap_or(part.code);
            (part.of, code, part.sums.gross)
        });
        draft.share = Some(share);
        self.ask_for_money(deal, linked, "line-prepayment", parts.collect(), draft);
        draft.payment_terms = only(&deal.payment_terms, PartKind::Prepayment);
        Ok(())
    }

    /// Goods that were not invoiced, or after a prepayment the money that was not asked for.
    fn ask_for_the_rest(
        &self,
        reader: &Reader<'_>,
        deal: &Deal,
        linked: &Linked<'_>,
        draft: &mut InvoiceDraft,
    ) -> Result<(), Failure> {
        let issued = issued_of(reader, &draft.deal, self.clock.today())?;
        match left(deal, linked, &self.tables(), self.clock.today(), &issued) {
            Left::Nothing => return Err(Failure::new("nothing_left").with("deal", &deal.number)),
            Left::Goods { lines, price_kind } => {
                draft.price_kind = price_kind;
                draft.lines = self.fresh(lines.into_iter());
            }
            Left::Money { rates, share } => {
                let parts = rates.into_iter().map(|rate| (rate.code.clone(), rate.code, rate.gross)).collect();
                draft.share = Some(share);
                self.ask_for_money(deal, linked, "line-settlement", parts, draft);
                draft.payment_terms = only(&deal.payment_terms, PartKind::Deferral);
            }
        }
        Ok(())
    }

    /// `parts`: the rate that the goods are sold at, the code of the line, the sum with VAT.
    fn ask_for_money(
        &self,
        deal: &Deal,
        linked: &Linked<'_>,
        words: &str,
        parts: Vec<(VatCode, VatCode, Amount)>,
        draft: &mut InvoiceDraft,
    ) {
        let several = parts.len() > 1;
        let named = Wording::of(deal, linked, draft);
        let lines = parts.into_iter().zip(1_u32..).map(|((of, code, gross), order)| Line {
            order: Amount::from(order),
            name: named.line(words, several.then_some(&of)),
            unit: PIECE.to_owned(),
            quantity: Some(Amount::ONE),
            price: Some(gross),
            vat: code.to_string(),
            ..Line::default()
        });
        draft.lines = self.fresh(lines);
        draft.price_kind = PriceKind::Included;
    }
}

/// The deal's issued invoices.
fn issued_of(reader: &Reader<'_>, deal: &str, today: chrono::NaiveDate) -> Result<Vec<IssuedInvoice>, Failure> {
    let mut issued = Vec::new();
    for row in reader.invoices_of_deal(deal, OF_ONE_DEAL, today)? {
        if row.state == State::Issued {
            issued.extend(reader.get(&row.id)?.and_then(|record| read_body::<IssuedInvoice>(&record.body)));
        }
    }
    Ok(issued)
}

/// What a line that asks for money is called, in the language of the paper.
struct Wording {
    catalogue: &'static Catalogue,
    share: String,
    /// Message and its number and date: by the contract, else by the deal.
    basis: Option<(&'static str, String, String)>,
}

impl Wording {
    fn of(deal: &Deal, linked: &Linked<'_>, draft: &InvoiceDraft) -> Self {
        let own = linked.organisation.map_or("", |organisation| organisation.language.as_str());
        let lang: Lang = [draft.language.as_str(), own].into_iter().find_map(|lang| lang.parse().ok()).unwrap_or_default();
        let day = |date: Option<chrono::NaiveDate>| date.map(|date| date.format("%d.%m.%Y").to_string()).unwrap_or_default();
        let basis = match linked.contract {
            Some(contract) => Some(("line-by-contract", contract.number.clone(), day(contract.date))),
            None if deal.number.is_empty() => None,
            None => Some(("line-by-deal", deal.number.clone(), day(deal.date))),
        };
        Self { catalogue: Catalogue::for_lang(lang), share: draft.share.map(money::format_number).unwrap_or_default(), basis }
    }

    /// `rate` tells lines of several rates apart.
    fn line(&self, words: &str, rate: Option<&VatCode>) -> String {
        let say = |id: &str, args: &[(&str, Arg<'_>)]| self.catalogue.text(id, args).unwrap_or_default();
        let mut line = say(words, &[("share", (&self.share).into())]);
        if let Some((id, number, date)) = &self.basis {
            line = format!("{line} {}", say(id, &[("number", number.into())]));
            if !date.is_empty() {
                line = format!("{line} {}", say("paper-dated", &[("date", date.into())]));
            }
        }
        match rate.map(VatCode::percent_text) {
            None => line,
            Some(rate) if rate.is_empty() => format!("{line}, {}", say("line-exempt", &[])),
            Some(rate) => format!("{line}, {}", say("line-at-rate", &[("rate", (&rate).into())])),
        }
    }
}

/// The prepayment parts of the terms together; all of it where the terms say nothing.
fn prepayment_share(terms: &PaymentTerms) -> Amount {
    let shares = terms.parts.values().filter(|part| part.kind == PartKind::Prepayment).map(|part| part.share);
    match money::sum(shares) {
        Ok(sum) if sum.is_positive() => sum,
        _ => Amount::HUNDRED,
    }
}

/// The terms of an invoice that asks for these parts alone: their shares are of its own sum. Terms without such a part
/// stay whole.
fn only(terms: &PaymentTerms, kind: PartKind) -> PaymentTerms {
    let kept: Vec<(&Id, &TermPart)> = terms.parts.iter().filter(|(_, part)| part.kind == kind).collect();
    let whole: Decimal = kept.iter().map(|(_, part)| part.share.decimal()).sum();
    if kept.is_empty() || whole <= Decimal::ZERO {
        return terms.clone();
    }
    let mut left = Amount::HUNDRED.decimal();
    let last = kept.len() - 1;
    let parts = kept.into_iter().enumerate().map(|(n, (id, part))| {
        let share = money::round(part.share.decimal() * Decimal::ONE_HUNDRED / whole, MINOR_DIGITS);
        // The last part takes what rounding left, so that the parts are a hundred.
        let share = if n == last { left } else { share.min(left) };
        left -= share;
        (id.clone(), TermPart { share: Amount::new(share).unwrap_or_default(), ..part.clone() })
    });
    PaymentTerms { parts: parts.collect(), note: terms.note.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_the_terms_are_a_hundred_again() {
        let part = |kind, share: &str| TermPart { kind, share: share.parse().expect("a percent"), ..TermPart::default() };
        let terms = PaymentTerms {
            parts: BTreeMap::from([
                ("a".to_owned(), part(PartKind::Prepayment, "30")),
                ("b".to_owned(), part(PartKind::Deferral, "20")),
                ("c".to_owned(), part(PartKind::Deferral, "50")),
            ]),
            note: String::new(),
        };
        let shares = |terms: &PaymentTerms| terms.parts.values().map(|part| part.share.to_string()).collect::<Vec<_>>();
        assert_eq!(shares(&only(&terms, PartKind::Deferral)), ["28.57", "71.43"]);
        assert_eq!(shares(&only(&terms, PartKind::Prepayment)), ["100"]);
        assert_eq!(only(&PaymentTerms::default(), PartKind::Deferral), PaymentTerms::default());
        assert_eq!(prepayment_share(&terms).to_string(), "30");
    }
}
