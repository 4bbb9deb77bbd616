//! Invoice drafts made from a deal: the whole of it, what earlier invoices left, or a prepayment share.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::Map;
use torgdom_domain::deal::Deal;
use torgdom_domain::invoice::{InvoiceDraft, InvoiceScope, IssuedInvoice};
use torgdom_domain::line::Line;
use torgdom_domain::terms::{PartKind, PaymentTerms};
use torgdom_domain::vat::PriceKind;
use torgdom_domain::{Amount, Id, money, totals};
use torgdom_records::{Kind, State};
use torgdom_store::Reader;

use super::links::{Links, read_body};
use super::records::find;
use super::show;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::typed::Typed;
use crate::views::RecordView;

/// Number of invoices of one deal that are looked through for what is left.
const OF_ONE_DEAL: usize = 10_000;

impl Desk {
    /// A draft made from the deal. `share` (percent) is for a prepayment; absent, the deal's terms give it.
    ///
    /// # Errors
    /// `not_found`, `wrong_kind`, `nothing_left` (all of it is invoiced), `refused`.
    pub fn invoice_from_deal(&self, deal_id: &str, scope: InvoiceScope, share: Option<Amount>) -> Result<RecordView, Failure> {
        let view = self.writing(|desk, writer| {
            let record = find(writer, deal_id)?;
            let Typed::Deal(deal) =
                Typed::read(record.kind, record.state, &record.body).map_err(|problem| Failure::refused(vec![problem]))?
            else {
                return Err(Failure::new("wrong_kind").with("id", deal_id));
            };
            let mut draft = desk.header(deal_id, &deal, scope);
            match scope {
                InvoiceScope::Whole => draft.lines = desk.fresh(deal.lines.values().cloned()),
                InvoiceScope::Remainder => {
                    let left = remaining(writer, deal_id, &deal, desk.clock.today())?;
                    if left.is_empty() {
                        return Err(Failure::new("nothing_left").with("deal", &deal.number));
                    }
                    draft.lines = desk.fresh(left.into_iter());
                }
                InvoiceScope::Prepayment => {
                    let share = share.unwrap_or_else(|| prepayment_share(&deal.payment_terms));
                    draft.share = Some(share);
                    draft.price_kind = PriceKind::Included;
                    draft.lines = desk.prepayment_lines(writer, &deal, share)?;
                }
            }
            let body = serde_json::to_value(&draft).ok().and_then(|value| value.as_object().cloned()).unwrap_or_else(Map::new);
            let record = desk.create_in(writer, Kind::Invoice, State::Draft, body)?;
            show::view(desk, writer, &record)
        })?;
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
    fn prepayment_lines(&self, reader: &Reader<'_>, deal: &Deal, share: Amount) -> Result<BTreeMap<Id, Line>, Failure> {
        let links = Links::of(reader, &Typed::Deal(Box::new(deal.clone())))?;
        let calculated = deal.calculate(&links.linked(), self.tables(), self.clock.today());
        let shares = totals::share_of(&calculated.totals.by_rate, share).map_err(|problem| Failure::refused(vec![problem]))?;
        let contract = links.linked().contract;
        let basis = contract.map(|contract| (contract.number.as_str(), contract.date));
        let lines = shares.into_iter().map(|part| Line {
            name: prepayment_name(share, basis, deal),
            unit: PIECE.to_owned(),
            quantity: Some(Amount::ONE),
            price: Some(part.sums.gross),
            vat: part.code.to_string(),
            ..Line::default()
        });
        Ok(self.fresh(lines))
    }
}

/// ОКЕИ 876, conventional unit: an advance is no piece of anything.
const PIECE: &str = "876";

/// The line's name is a text of the document, in the language of the papers' contracts between the two countries.
fn prepayment_name(share: Amount, contract: Option<(&str, Option<chrono::NaiveDate>)>, deal: &Deal) -> String {
    let percent = money::format_number(share);
    let day =
        |date: Option<chrono::NaiveDate>| date.map(|date| format!(" от\u{a0}{}", date.format("%d.%m.%Y"))).unwrap_or_default();
    match contract {
        Some((number, date)) => format!("Предоплата {percent}\u{a0}% по договору №\u{a0}{number}{}", day(date)),
        None if !deal.number.is_empty() => {
            format!("Предоплата {percent}\u{a0}% по сделке №\u{a0}{}{}", deal.number, day(deal.date))
        }
        None => format!("Предоплата {percent}\u{a0}%"),
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

/// What the issued and drafted whole and remainder invoices of the deal have left, line by line. A line is known by
/// its good and name; quantities are counted down in the deal's order.
fn remaining(reader: &Reader<'_>, deal_id: &str, deal: &Deal, today: chrono::NaiveDate) -> Result<Vec<Line>, Failure> {
    let mut taken: BTreeMap<(Id, String, String), Decimal> = BTreeMap::new();
    for row in reader.invoices_of_deal(deal_id, OF_ONE_DEAL, today)? {
        if row.state != State::Issued {
            continue;
        }
        let Some(issued) = reader.get(&row.id)?.and_then(|record| read_body::<IssuedInvoice>(&record.body)) else { continue };
        if issued.scope == InvoiceScope::Prepayment {
            continue;
        }
        for line in issued.lines.into_values() {
            *taken.entry((line.good, line.article, line.name)).or_default() += line.quantity.decimal();
        }
    }
    let mut lines: Vec<Line> = deal.lines.values().cloned().collect();
    lines.sort_by_key(|line| line.order);
    let mut left = Vec::new();
    for line in lines {
        let wanted = line.quantity.unwrap_or_default().decimal();
        let gone = taken.entry((line.good.clone(), line.article.clone(), line.name.clone())).or_default();
        let used = (*gone).min(wanted).max(Decimal::ZERO);
        *gone -= used;
        if wanted > used {
            left.push(Line { quantity: Amount::new(wanted - used).ok(), ..line });
        }
    }
    Ok(left)
}
