//! Payments: entering one, and marking an invoice as paid.

use serde_json::{Value, json};
use torgdom_domain::invoice::IssuedInvoice;
use torgdom_domain::payment::{Allocation, Payment};
use torgdom_domain::{Amount, Level, Problem, entry, money};
use torgdom_records::{Kind, Op, Origin, Record, State};
use torgdom_store::{Reader, Writer};

use super::links::read_body;
use super::records::find;
use super::show;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::typed::Typed;
use crate::views::RecordView;

/// What a person says about a payment; empty takes what follows from the invoice.
#[derive(Clone, Debug, Default)]
pub struct PaymentEntry {
    pub amount: String,
    pub date: String,
    pub number: String,
}

impl Desk {
    /// A draft payment, filled from the invoice when there is one.
    ///
    /// # Errors
    /// `not_found`, `wrong_kind`, `refused`.
    pub fn create_payment(&self, invoice: Option<&str>, said: &PaymentEntry) -> Result<RecordView, Failure> {
        let view = self.writing(|desk, writer| {
            let payment = match invoice {
                Some(invoice) => desk.payment_for(writer, invoice, said)?,
                None => Payment {
                    date: Some(desk.clock.today()),
                    organisation: desk.default_organisation(writer)?.unwrap_or_default(),
                    ..Payment::default()
                },
            };
            let record = desk.create_in(writer, Kind::Payment, State::Draft, body_of(&payment))?;
            show::view(desk, writer, &record)
        })?;
        self.tell_changed(&view);
        Ok(view)
    }

    /// Marks the invoice as paid, in full or in part: a posted payment allocated to it. Answers the payment and the
    /// invoice.
    ///
    /// # Errors
    /// `refused` (a sum or a date that cannot be read), `already_paid`, `not_found`, `wrong_kind`.
    pub fn pay(&self, invoice: &str, said: &PaymentEntry) -> Result<(RecordView, RecordView), Failure> {
        let (payment, invoice) = self.writing(|desk, writer| {
            let payment = desk.payment_for(writer, invoice, said)?;
            let record = desk.create_in(writer, Kind::Payment, State::Draft, body_of(&payment))?;
            let record = desk.post_in(writer, &record, &payment)?;
            let invoice = find(writer, invoice)?;
            Ok((show::view(desk, writer, &record)?, show::view(desk, writer, &invoice)?))
        })?;
        self.tell_changed(&payment);
        self.tell_changed(&invoice);
        Ok((payment, invoice))
    }

    /// Posts a payment: from now on it counts.
    ///
    /// # Errors
    /// `refused` with the problems that block it, `not_found`, `wrong_kind`.
    pub fn post_payment(&self, id: &str) -> Result<RecordView, Failure> {
        let view = self.writing(|desk, writer| {
            let record = find(writer, id)?;
            let Typed::Payment(payment) =
                Typed::read(record.kind, record.state, &record.body).map_err(|problem| Failure::refused(vec![problem]))?
            else {
                return Err(Failure::new("wrong_kind").with("id", id));
            };
            let record = desk.post_in(writer, &record, &payment)?;
            show::view(desk, writer, &record)
        })?;
        self.tell_changed(&view);
        Ok(view)
    }

    pub(crate) fn post_in(&self, writer: &Writer<'_>, record: &Record, payment: &Payment) -> Result<Record, Failure> {
        let blocking: Vec<Problem> = payment
            .problems(self.tables(), self.clock.today())
            .into_iter()
            .filter(|problem| problem.level != Level::Warns)
            .collect();
        if !blocking.is_empty() {
            return Err(Failure::refused(blocking));
        }
        if record.state != State::Draft {
            return Ok(record.clone());
        }
        let op = Op::State { from: State::Draft, to: State::Issued, reason: None };
        Ok(writer.apply(&self.change_of(writer, record, op)?, &Origin::Local)?)
    }

    fn payment_for(&self, reader: &Reader<'_>, invoice_id: &str, said: &PaymentEntry) -> Result<Payment, Failure> {
        let record = find(reader, invoice_id)?;
        let invoice = read_body::<IssuedInvoice>(&record.body)
            .filter(|_| record.kind == Kind::Invoice && record.state == State::Issued)
            .ok_or_else(|| Failure::new("wrong_kind").with("id", invoice_id))?;
        let rest: Amount = reader.list_row_of(invoice_id, None)?.and_then(|row| row.rest).unwrap_or(invoice.totals.gross);
        let amount = if said.amount.trim().is_empty() {
            rest
        } else {
            let typed = entry::number(&said.amount).map_err(|problem| Failure::refused(vec![problem.problem("/amount")]))?;
            money::round_sum(typed.decimal())
                .map_err(|_| Failure::refused(vec![Problem::blocks_save("sum_too_large", "/amount")]))?
        };
        if !amount.is_positive() {
            return Err(if said.amount.trim().is_empty() {
                Failure::new("already_paid").with("id", invoice_id)
            } else {
                Failure::refused(vec![Problem::blocks_issue("sum_not_positive", "/amount")])
            });
        }
        let date = if said.date.trim().is_empty() {
            self.clock.today()
        } else {
            entry::date(&said.date, self.clock.today()).map_err(|problem| Failure::refused(vec![problem.problem("/date")]))?
        };
        // What comes above the invoice stays an advance of the counterparty.
        let share = amount.min(rest.max(Amount::ZERO));
        let mut payment = Payment {
            number: super::typing::one_line(&said.number),
            date: Some(date),
            organisation: invoice.organisation,
            account: String::new(),
            counterparty: invoice.counterparty,
            amount: Some(amount),
            currency: invoice.currency,
            ..Payment::default()
        };
        if share.is_positive() {
            payment.allocations.insert(invoice_id.to_owned(), Allocation { amount: share });
        }
        Ok(payment)
    }
}

fn body_of(payment: &Payment) -> torgdom_records::Body {
    match json!(payment) {
        Value::Object(body) => body,
        _ => torgdom_records::Body::new(),
    }
}
