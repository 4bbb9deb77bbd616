//! Payments: entering one, and marking an invoice as paid.

use serde_json::{Value, json};
use torgdom_domain::invoice::IssuedInvoice;
use torgdom_domain::organisation::Organisation;
use torgdom_domain::payment::{Allocation, Payment};
use torgdom_domain::{Amount, Id, Level, Problem, entry};
use torgdom_records::{Kind, Op, Origin, Record, State};
use torgdom_store::{Reader, Writer};

use super::links::{load, read_body};
use super::records::find;
use super::show;
use super::undo::{Step, made};
use super::warnings;
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
        let mut view = self.doing(|desk, writer| {
            let payment = match invoice {
                Some(invoice) => desk.payment_for(writer, invoice, said)?,
                None => Payment {
                    date: Some(desk.clock.today()),
                    organisation: desk.default_organisation(writer)?.unwrap_or_default(),
                    ..Payment::default()
                },
            };
            let record = desk.create_in(writer, Kind::Payment, State::Draft, body_of(&payment))?;
            Ok((show::view(desk, writer, &record)?, Some(made(&record))))
        })?;
        view.can_undo = true;
        self.tell_changed(&view);
        Ok(view)
    }

    /// Marks the invoice as paid, in full or in part: a posted payment allocated to it. Answers the payment and the
    /// invoice.
    ///
    /// # Errors
    /// `refused` (a sum or a date that cannot be read), `already_paid`, `not_found`, `wrong_kind`.
    pub fn pay(&self, invoice: &str, said: &PaymentEntry) -> Result<(RecordView, RecordView), Failure> {
        let (mut payment, invoice) = self.doing(|desk, writer| {
            let payment = desk.payment_for(writer, invoice, said)?;
            let record = desk.create_in(writer, Kind::Payment, State::Draft, body_of(&payment))?;
            let record = desk.post_in(writer, &record, &payment)?;
            let views = (show::view(desk, writer, &record)?, show::view(desk, writer, &find(writer, invoice)?)?);
            // The payment was not there before, so taking it back puts it away.
            Ok((views, Some((record.id, Step::State { from: State::Archived, to: State::Issued }))))
        })?;
        payment.can_undo = true;
        self.tell_changed(&payment);
        Ok((payment, invoice))
    }

    /// Posts a payment: from now on it counts.
    ///
    /// # Errors
    /// `refused` with the problems that block it, `not_found`, `wrong_kind`.
    pub fn post_payment(&self, id: &str) -> Result<RecordView, Failure> {
        let (mut view, posted) = self.doing(|desk, writer| {
            let record = find(writer, id)?;
            let Typed::Payment(payment) =
                Typed::read(record.kind, record.state, &record.body).map_err(|problem| Failure::refused(vec![problem]))?
            else {
                return Err(Failure::new("wrong_kind").with("id", id));
            };
            let (from, to) = (record.state, State::Issued);
            let record = desk.post_in(writer, &record, &payment)?;
            let memory = (from != to).then(|| (id.to_owned(), Step::State { from, to }));
            Ok(((show::view(desk, writer, &record)?, memory.is_some()), memory))
        })?;
        if posted {
            view.can_undo = true;
            self.tell_changed(&view);
        }
        Ok(view)
    }

    /// Posts the payment where it is not posted yet; one from the archive too.
    pub(crate) fn post_in(&self, writer: &Writer<'_>, record: &Record, payment: &Payment) -> Result<Record, Failure> {
        let blocking: Vec<Problem> = payment
            .problems(&self.tables(), self.clock.today())
            .into_iter()
            .chain(warnings::of_payment(self, writer, &record.id, payment)?)
            .filter(|problem| problem.level != Level::Warns)
            .collect();
        if !blocking.is_empty() {
            return Err(Failure::refused(blocking));
        }
        if record.state == State::Issued {
            return Ok(record.clone());
        }
        let op = Op::State { from: record.state, to: State::Issued, reason: None };
        Ok(writer.apply(&self.change_of(writer, record, op)?, &Origin::Local)?)
    }

    fn payment_for(&self, reader: &Reader<'_>, invoice_id: &str, said: &PaymentEntry) -> Result<Payment, Failure> {
        let record = find(reader, invoice_id)?;
        let invoice = read_body::<IssuedInvoice>(&record.body)
            .filter(|_| record.kind == Kind::Invoice && record.state == State::Issued)
            .ok_or_else(|| Failure::new("wrong_kind").with("id", invoice_id))?;
        let rest: Amount = reader.list_row_of(invoice_id, None)?.and_then(|row| row.rest).unwrap_or(invoice.totals.gross);
        if said.amount.trim().is_empty() && !rest.is_positive() {
            return Err(Failure::new("already_paid").with("id", invoice_id));
        }
        let amount = amount_of(&said.amount, rest)?;
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
            account: account_of(reader, &invoice)?,
            organisation: invoice.organisation,
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

/// The sum that was typed, else all that is left.
fn amount_of(typed: &str, rest: Amount) -> Result<Amount, Failure> {
    if typed.trim().is_empty() {
        return Ok(rest);
    }
    let refused = |problem| Failure::refused(vec![problem]);
    let parsed =
        super::typing::sum(typed, None).map_err(|problem| refused(Problem { field: "/amount".to_owned(), ..problem }))?;
    if parsed.is_positive() { Ok(parsed) } else { Err(refused(Problem::blocks_issue("sum_not_positive", "/amount"))) }
}

/// The card's account that the invoice names: money is looked for where it was asked to go.
fn account_of(reader: &Reader<'_>, invoice: &IssuedInvoice) -> Result<Id, Failure> {
    let organisation: Option<Organisation> = load(reader, &invoice.organisation, Kind::Organisation)?;
    let accounts = organisation.map(|organisation| organisation.party.accounts).unwrap_or_default();
    let named = accounts.into_iter().find(|(_, account)| !account.number.is_empty() && account.number == invoice.account.number);
    Ok(named.map(|(id, _)| id).unwrap_or_default())
}

fn body_of(payment: &Payment) -> torgdom_records::Body {
    match json!(payment) {
        Value::Object(body) => body,
        _ => torgdom_records::Body::new(),
    }
}
