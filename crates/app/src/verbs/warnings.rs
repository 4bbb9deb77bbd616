//! What only the other records can tell: before an invoice is issued (nothing there refuses), and of the invoices that a
//! payment is divided between.

use chrono::{Datelike, NaiveDate};
use torgdom_domain::invoice::InvoiceDraft;
use torgdom_domain::linked::Linked;
use torgdom_domain::party::{Party, SignerRole};
use torgdom_domain::payment::Payment;
use torgdom_domain::problem::entry_pointer;
use torgdom_domain::{Amount, Problem, money};
use torgdom_records::{Kind, State};
use torgdom_store::{ListRow, Reader};

use super::invoices::OF_ONE_DEAL;
use super::links::read_body;
use crate::desk::Desk;
use crate::failure::Failure;

/// About the draft of an invoice on the day at the desk.
pub(crate) fn of_draft(
    desk: &Desk,
    reader: &Reader<'_>,
    draft: &InvoiceDraft,
    linked: &Linked<'_>,
) -> Result<Vec<Problem>, Failure> {
    let today = desk.clock.today();
    let mut found = Vec::new();
    let date = draft.date.unwrap_or(today);
    if date > today {
        found.push(Problem::warns("date_in_future", "/date").with("date", date));
    }
    if date.year() != today.year() {
        found.push(Problem::warns("date_other_year", "/date").with("year", date.year()));
    }
    if let Some((number, last)) = desk.last_issued(reader, &draft.organisation, date.year())?.filter(|(_, last)| date < *last) {
        found.push(Problem::warns("date_before_last", "/date").with("number", number).with("date", last));
    }
    found.extend(linked.organisation.and_then(|organisation| unsigned(&organisation.party, date)));
    found.extend(more_than_deal(desk, reader, draft, linked, today)?);
    Ok(found)
}

/// Nobody's authority to sign as the head holds on the day of the invoice: the paper comes without a name there.
fn unsigned(party: &Party, date: NaiveDate) -> Option<Problem> {
    let heads = || party.signers.values().filter(|signer| signer.role == SignerRole::Head);
    if heads().any(|head| head.from.is_none_or(|from| from <= date) && head.to.is_none_or(|to| date <= to)) {
        return None;
    }
    let at = "/organisation";
    let ended = heads().filter_map(|head| Some((head.to.filter(|to| *to < date)?, head))).max_by_key(|(to, _)| *to);
    Some(match ended {
        Some((to, head)) => Problem::warns("signer_ended", at).with("name", &head.name).with("date", to),
        None => Problem::warns("signer_missing", at),
    })
}

/// What is wrong with the shares of a payment, each beside its own: the invoice's currency, buyer, state and rest.
pub(crate) fn of_payment(desk: &Desk, reader: &Reader<'_>, id: &str, payment: &Payment) -> Result<Vec<Problem>, Failure> {
    let today = desk.clock.today();
    let mut found = Vec::new();
    for (invoice, share) in &payment.allocations {
        let at = format!("{}/amount", entry_pointer("/allocations", invoice));
        let row = reader.list_row_of(invoice, Some(today))?;
        let Some(row) = row.filter(|row| row.kind == Kind::Invoice && row.state == State::Issued) else {
            found.push(Problem::blocks_issue("allocation_not_issued", at));
            continue;
        };
        if !payment.currency.is_empty() && row.currency != payment.currency {
            found.push(Problem::blocks_issue("allocation_other_currency", at).with("currency", &row.currency));
            continue;
        }
        if !payment.counterparty.is_empty() && row.counterparty != payment.counterparty {
            found.push(Problem::warns("allocation_other_counterparty", at.as_str()).with("name", &row.counterparty_name));
        }
        let left = left_for(reader, id, &row)?;
        if share.amount > left {
            let left = money::format_sum(left.max(Amount::ZERO));
            found.push(Problem::blocks_issue("allocation_more_than_rest", at).with("left", left).with("currency", &row.currency));
        }
    }
    Ok(found)
}

/// What the other posted payments leave of the invoice.
fn left_for(reader: &Reader<'_>, id: &str, invoice: &ListRow) -> Result<Amount, Failure> {
    let stored: Option<Payment> = reader
        .get(id)?
        .filter(|record| record.kind == Kind::Payment && record.state == State::Issued)
        .and_then(|record| read_body(&record.body));
    let own = stored.and_then(|payment| Some(payment.allocations.get(&invoice.id)?.amount)).unwrap_or_default();
    let left = invoice.total.unwrap_or_default().decimal() - invoice.paid.unwrap_or_default().decimal() + own.decimal();
    Ok(Amount::new(left).unwrap_or_default())
}

/// The invoices of the deal and this one ask for more than the deal comes to.
fn more_than_deal(
    desk: &Desk,
    reader: &Reader<'_>,
    draft: &InvoiceDraft,
    linked: &Linked<'_>,
    today: NaiveDate,
) -> Result<Option<Problem>, Failure> {
    if draft.deal.is_empty() {
        return Ok(None);
    }
    let Some(deal) =
        reader.list_row_of(&draft.deal, None)?.filter(|row| row.kind == Kind::Deal && row.currency == draft.currency)
    else {
        return Ok(None);
    };
    let others = reader.invoices_of_deal(&draft.deal, OF_ONE_DEAL, today)?;
    let issued = others.iter().filter(|row| row.state == State::Issued && row.currency == draft.currency);
    let Ok(asked) = money::sum(issued.filter_map(|row| row.total)) else { return Ok(None) };
    let own = draft.calculate(linked, &desk.tables(), today).totals.gross;
    let left = Amount::new(deal.total.unwrap_or_default().decimal() - asked.decimal()).unwrap_or_default();
    Ok((!asked.is_zero() && own > left)
        .then(|| Problem::warns("more_than_deal", "/lines").with("left", money::format_sum(left.max(Amount::ZERO)))))
}
