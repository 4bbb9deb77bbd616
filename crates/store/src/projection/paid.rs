//! What is paid: of an invoice by its payments, of a deal by its invoices; what of a contract's limit its deals take.
//! Never a stored state.

use torgdom_records::{Kind, State};

use super::row::Row;
use super::{class, minor};
use crate::codes;
use crate::error::StoreError;
use crate::reader::Reader;

/// Adds what is paid, what is left, and the class that follows.
pub(super) fn settle(reader: &Reader<'_>, row: &mut Row, became_issued: bool) -> Result<(), StoreError> {
    let (kind, state) = (codes::kind(row.kind)?, codes::state(row.state)?);
    let paid = match kind {
        Kind::Invoice if matches!(state, State::Issued | State::Void) => Some(sum(
            reader,
            "SELECT sum(amount / 1000000), sum(amount % 1000000) FROM allocation WHERE invoice = ?1",
            [row.key],
        )?),
        Kind::Payment => Some(sum(
            reader,
            "SELECT sum(abs(amount) / 1000000), sum(abs(amount) % 1000000) FROM allocation WHERE payment = ?1",
            [row.key],
        )?),
        Kind::Deal => Some(paid_of_deal(reader, row)?),
        Kind::Contract if row.total.is_some() => Some(taken_of_contract(reader, row)?),
        _ => None,
    };
    row.paid = paid;
    row.rest = row.total.zip(paid).map(|(total, paid)| total.saturating_sub(paid));
    row.class = class::of(kind, state, became_issued, row.total.zip(paid));
    Ok(())
}

/// Added up in two parts: a great many great sums must not overflow.
fn sum(reader: &Reader<'_>, sql: &str, values: impl rusqlite::Params) -> Result<i64, StoreError> {
    let (high, low): (Option<i64>, Option<i64>) =
        reader.connection.prepare_cached(sql)?.query_row(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let whole = minor::join(high.unwrap_or(0), low.unwrap_or(0));
    // More than a row can hold is as much as it can hold: 17 digits, so that splitting it again cannot overflow.
    Ok(i64::try_from(whole.clamp(-MOST, MOST)).unwrap_or_default())
}

/// The greatest sum of a row in hundredths.
const MOST: i128 = 99_999_999_999_999_999;

/// By its invoices in its own currency; those in another one cannot be added.
fn paid_of_deal(reader: &Reader<'_>, deal: &Row) -> Result<i64, StoreError> {
    sum(
        reader,
        "SELECT sum(paid / 1000000), sum(paid % 1000000) FROM list \
         WHERE deal = ?1 AND kind = ?2 AND class BETWEEN ?3 AND ?4 AND currency IS ?5",
        (deal.key, codes::of_kind(Kind::Invoice), class::OPEN, class::PAID, &deal.currency),
    )
}

/// By its posted deals in its own currency.
fn taken_of_contract(reader: &Reader<'_>, contract: &Row) -> Result<i64, StoreError> {
    sum(
        reader,
        "SELECT sum(total / 1000000), sum(total % 1000000) FROM list \
         WHERE contract = ?1 AND kind = ?2 AND class BETWEEN ?3 AND ?4 AND currency IS ?5",
        (contract.key, codes::of_kind(Kind::Deal), class::OPEN, class::PAID, &contract.currency),
    )
}
