//! The rules of an invoice that is still being written.

use chrono::{Datelike, NaiveDate};

use super::{InvoiceDraft, InvoiceScope};
use crate::calculation::{self, Calculated, Setting};
use crate::linked::Linked;
use crate::party::{BankAccount, Whose};
use crate::problem::{Level, Problem};
use crate::tables::Tables;
use crate::terms::{self, DuePart, Moments};
use crate::{Id, document, text};

/// The day whose rates count: planned shipment, else the document's date, else today. A prepayment bears the calculated
/// rate of the day on which it comes, whenever the goods are shipped (НК РФ ст. 167 п. 1 пп. 2; письмо ФНС от 23.10.2018
/// № СД-4-3/20667@): the best known day of it is the invoice's.
#[must_use]
pub fn vat_date(scope: InvoiceScope, shipment: Option<NaiveDate>, date: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    shipment.filter(|_| scope != InvoiceScope::Prepayment).or(date).unwrap_or(today)
}

impl InvoiceDraft {
    /// The day whose rates count: see [`vat_date`].
    #[must_use]
    pub fn vat_date(&self, today: NaiveDate) -> NaiveDate {
        vat_date(self.scope, self.shipment_date, self.date, today)
    }

    /// Lines and totals with the rates of [`Self::vat_date`].
    #[must_use]
    pub fn calculate(&self, linked: &Linked<'_>, tables: &Tables, today: NaiveDate) -> Calculated {
        calculation::calculate(
            &self.lines,
            &Setting {
                tables,
                seller_country: linked.seller_country(),
                seller_regime: linked.seller_regime(),
                buyer_country: linked.buyer_country(),
                vat: if self.vat.is_empty() { linked.contract_vat() } else { &self.vat },
                price_kind: self.price_kind,
                date: self.vat_date(today),
            },
        )
    }

    /// Account for the payment: the chosen one, else the main one in the invoice's currency, else any in it, else in
    /// the currency of payment.
    #[must_use]
    pub fn payee_account<'a>(&self, linked: &Linked<'a>) -> Option<(&'a Id, &'a BankAccount)> {
        let accounts = &linked.organisation?.party.accounts;
        let in_currency = |currency: &str, main: bool| {
            accounts
                .iter()
                .filter(|(_, account)| account.currency == currency && (account.main || !main))
                .min_by_key(|(id, account)| (account.order, (*id).clone()))
        };
        accounts
            .get_key_value(&self.account)
            .or_else(|| in_currency(&self.currency, true))
            .or_else(|| in_currency(&self.currency, false))
            .or_else(|| in_currency(&self.rate_clause.pay_currency, false))
    }

    /// Last day for the payment: the one set by hand, else the one that follows from the terms.
    #[must_use]
    pub fn due_date(&self, linked: &Linked<'_>, tables: &Tables, today: NaiveDate) -> Option<NaiveDate> {
        self.due.or_else(|| self.due_by_terms(linked, tables, today)?.date)
    }

    fn due_by_terms(&self, linked: &Linked<'_>, tables: &Tables, today: NaiveDate) -> Option<DuePart> {
        let moments = Moments { invoice: Some(self.date.unwrap_or(today)), shipment: self.shipment_date, acceptance: None };
        terms::first_due(&self.payment_terms, &moments, linked.seller_country(), tables)
    }

    /// What is wrong with the draft on the day `today`.
    #[must_use]
    pub fn problems(&self, linked: &Linked<'_>, tables: &Tables, today: NaiveDate) -> Vec<Problem> {
        let mut found = self.header_problems(linked, tables);
        found.extend(self.term_problems(linked, tables, today));
        if self.lines.is_empty() {
            found.push(Problem::blocks_issue("lines_missing", "/lines"));
        }
        let calculated = self.calculate(linked, tables, today);
        let worked_out = calculated.problems.iter().all(|problem| problem.level == Level::Warns);
        if !self.lines.is_empty() && worked_out && calculated.totals.gross.is_zero() {
            found.push(Problem::blocks_issue("total_zero", "/lines"));
        }
        found.extend(document::minor_units(&self.currency, &calculated, tables));
        found.extend(calculated.problems);
        found
    }

    fn term_problems(&self, linked: &Linked<'_>, tables: &Tables, today: NaiveDate) -> Vec<Problem> {
        let mut found = Vec::new();
        let by_terms = self.due_by_terms(linked, tables, today);
        match (self.due, by_terms.and_then(|part| Some((part.date?, part.calendar_known)))) {
            (None, None) => found.push(Problem::warns("due_missing", "/due")),
            (None, Some((date, false))) => {
                found.push(Problem::warns("calendar_unknown", "/due").with("year", date.year()).with("date", date));
            }
            _ => {}
        }
        let day = self.date.unwrap_or(today);
        if self.valid_until.is_some_and(|until| until < day) {
            found.push(Problem::warns("dates_reversed", "/valid_until"));
        }
        if self.due.is_some_and(|due| due < day) {
            found.push(Problem::warns("due_before_invoice", "/due"));
        }
        if let Some(to) = linked.contract.and_then(|contract| contract.to)
            && to < day
        {
            found.push(Problem::warns("contract_expired", "/contract").with("date", to));
        }
        found
    }

    fn header_problems(&self, linked: &Linked<'_>, tables: &Tables) -> Vec<Problem> {
        let mut found = Vec::new();
        found.extend(document::required(&self.organisation, "organisation_missing", "/organisation"));
        found.extend(document::required(&self.counterparty, "counterparty_missing", "/counterparty"));
        found.extend(document::currency(&self.currency, "/currency", tables));
        for (day, field) in
            [(self.date, "/date"), (self.due, "/due"), (self.shipment_date, "/shipment_date"), (self.valid_until, "/valid_until")]
        {
            found.extend(document::date(day, field));
        }
        found.extend(document::rate_clause(&self.rate_clause, &self.currency, tables));
        found.extend(document::delivery_terms(&self.incoterms, &self.incoterms_place, tables));
        found.extend(self.payment_terms.problems().into_iter().map(|problem| problem.under("/payment_terms")));
        for (field, value) in [
            ("/delivery", &self.delivery),
            ("/purpose", &self.purpose),
            ("/basis", &self.basis),
            ("/specification", &self.specification),
        ] {
            found.extend(text::problems(value, field));
        }
        found.extend(text::note_problems(&self.note, "/note"));
        found.extend(document::other_party(linked.contract, &self.organisation, &self.counterparty));
        found.extend(self.payee_problems(linked, tables));
        if let Some(counterparty) = linked.counterparty
            && counterparty.party.name.trim().is_empty()
        {
            found.push(Problem::blocks_issue("counterparty_incomplete", "/counterparty"));
        }
        found
    }

    /// What stands on paper of ourselves must hold: money goes to the account that is printed.
    fn payee_problems(&self, linked: &Linked<'_>, tables: &Tables) -> Vec<Problem> {
        let Some(organisation) = linked.organisation else { return Vec::new() };
        let mut found = Vec::new();
        let registration = organisation.party.registration_problems(Whose::Own).into_iter();
        let failed =
            registration.filter(|problem| problem.level != Level::Warns && matches!(&*problem.field, "/tax_id" | "/kpp"));
        found.extend(failed.filter(|problem| problem.code != "tax_id_missing").map(|problem| {
            // Printed as the payee: the bank and the tax office read it.
            Problem { field: "/organisation".to_owned(), ..problem }
        }));
        match self.payee_account(linked) {
            None => {
                found.push(Problem::blocks_issue("account_missing_for_currency", "/account").with("currency", &self.currency));
            }
            Some((_, account)) => {
                for problem in account.problems(Whose::Own, tables).into_iter().filter(|problem| problem.level != Level::Warns) {
                    // The bank's own account follows from its БИК: money finds the way without it.
                    let level = if problem.field == "/corr_account" { Level::Warns } else { problem.level };
                    found.push(Problem { field: "/account".to_owned(), level, ..problem });
                }
            }
        }
        if organisation.party.tax_id.is_empty() || organisation.party.name.is_empty() {
            found.push(Problem::blocks_issue("organisation_incomplete", "/organisation"));
        }
        found
    }
}
