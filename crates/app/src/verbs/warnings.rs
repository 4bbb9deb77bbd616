//! What a person should know before issuing, and only the other records can tell: nothing here refuses.

use chrono::{Datelike, NaiveDate};
use torgdom_domain::invoice::InvoiceDraft;
use torgdom_domain::linked::Linked;
use torgdom_domain::{Amount, Problem, money};
use torgdom_records::{Kind, State};
use torgdom_store::Reader;

use super::invoices::OF_ONE_DEAL;
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
    found.extend(more_than_deal(desk, reader, draft, linked, today)?);
    Ok(found)
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
    let own = draft.calculate(linked, desk.tables(), today).totals.gross;
    let left = Amount::new(deal.total.unwrap_or_default().decimal() - asked.decimal()).unwrap_or_default();
    Ok((!asked.is_zero() && own > left)
        .then(|| Problem::warns("more_than_deal", "/lines").with("left", money::format_sum(left.max(Amount::ZERO)))))
}
