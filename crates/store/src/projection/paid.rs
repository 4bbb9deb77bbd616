//! What is paid: of an invoice by its payments, of a deal by its invoices. Never a stored state.

use torgdom_records::{Kind, State};

use super::class;
use super::row::Row;
use crate::codes;
use crate::error::StoreError;
use crate::reader::Reader;

/// Adds what is paid, what is left, and the class that follows.
pub(super) fn settle(reader: &Reader<'_>, row: &mut Row, became_issued: bool) -> Result<(), StoreError> {
    let (kind, state) = (codes::kind(row.kind)?, codes::state(row.state)?);
    let paid = match kind {
        Kind::Invoice if matches!(state, State::Issued | State::Void) => {
            Some(sum(reader, "SELECT coalesce(sum(amount), 0) FROM allocation WHERE invoice = ?1", row.key)?)
        }
        Kind::Payment => Some(sum(reader, "SELECT coalesce(sum(abs(amount)), 0) FROM allocation WHERE payment = ?1", row.key)?),
        Kind::Deal => Some(paid_of_deal(reader, row)?),
        _ => None,
    };
    row.paid = paid;
    row.rest = row.total.zip(paid).map(|(total, paid)| total.saturating_sub(paid));
    row.class = class::of(kind, state, became_issued, row.total.zip(paid));
    Ok(())
}

/// At most a few thousand payments an invoice, each below 10^17: no overflow.
fn sum(reader: &Reader<'_>, sql: &str, key: i64) -> Result<i64, StoreError> {
    Ok(reader.connection.prepare_cached(sql)?.query_row([key], |row| row.get(0))?)
}

/// By its invoices in its own currency; those in another one cannot be added.
fn paid_of_deal(reader: &Reader<'_>, deal: &Row) -> Result<i64, StoreError> {
    let mut statement = reader.connection.prepare_cached(
        "SELECT coalesce(sum(paid), 0) FROM list WHERE deal = ?1 AND kind = ?2 AND class BETWEEN ?3 AND ?4 AND currency IS ?5",
    )?;
    let values = (deal.key, codes::of_kind(Kind::Invoice), class::OPEN, class::PAID, &deal.currency);
    Ok(statement.query_row(values, |row| row.get(0))?)
}
