//! Sums of issued invoices by month, country of the buyer, currency and organisation: what the first screen draws.

use super::class;
use super::minor::split;
use super::row::Row;
use crate::codes;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;
use torgdom_records::Kind;

/// Where an invoice counts: month, country, currency, organisation, total.
type Part<'r> = (i64, &'r str, &'r str, i64, i64);

fn part(row: &Row) -> Option<Part<'_>> {
    let counts = row.kind == codes::of_kind(Kind::Invoice) && (class::OPEN..=class::PAID).contains(&row.class);
    counts.then(|| {
        (
            row.date.unwrap_or(0) / 100,
            row.country.as_deref().unwrap_or_default(),
            row.currency.as_deref().unwrap_or_default(),
            row.organisation.unwrap_or(0),
            row.total.unwrap_or(0),
        )
    })
}

pub(super) fn move_row(writer: &Writer<'_>, old: Option<&Row>, new: Option<&Row>) -> Result<(), StoreError> {
    let (old, new) = (old.and_then(part), new.and_then(part));
    if old == new {
        return Ok(());
    }
    if let Some(part) = old {
        count(writer, part, -1)?;
    }
    if let Some(part) = new {
        count(writer, part, 1)?;
    }
    Ok(())
}

fn count(writer: &Writer<'_>, (month, country, currency, organisation, total): Part<'_>, by: i64) -> Result<(), StoreError> {
    let (high, low) = split(total * by);
    writer.execute(
        "INSERT INTO turnover(month, country, currency, organisation, rows, total_high, total_low)
         VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT DO UPDATE SET rows = rows + ?5, total_high = total_high + ?6, total_low = total_low + ?7",
        (month, country, currency, organisation, by, high, low),
    )?;
    if by < 0 {
        writer.execute(
            "DELETE FROM turnover WHERE month = ?1 AND country = ?2 AND currency = ?3 AND organisation = ?4 AND rows = 0",
            (month, country, currency, organisation),
        )?;
    }
    Ok(())
}

/// What the table should hold.
fn wanted() -> String {
    format!(
        "SELECT coalesce(date, 0) / 100, coalesce(country, ''), coalesce(currency, ''), coalesce(organisation, 0), count(*), \
         sum(coalesce(total, 0) / 1000000), sum(coalesce(total, 0) % 1000000) FROM list \
         WHERE kind = {kind} AND class BETWEEN {open} AND {paid} GROUP BY 1, 2, 3, 4",
        kind = codes::of_kind(Kind::Invoice),
        open = class::OPEN,
        paid = class::PAID,
    )
}

/// How many rows of the table should not be there, or are missing.
pub(crate) fn differences(reader: &Reader<'_>) -> Result<u64, StoreError> {
    let sql = format!(
        "WITH expected AS ({}) SELECT (SELECT count(*) FROM (SELECT * FROM turnover EXCEPT SELECT * FROM expected))
         + (SELECT count(*) FROM (SELECT * FROM expected EXCEPT SELECT * FROM turnover))",
        wanted()
    );
    Ok(reader.connection.query_row(&sql, [], |row| row.get(0))?)
}

pub(super) fn build(writer: &Writer<'_>) -> Result<(), StoreError> {
    writer.execute("DELETE FROM turnover", [])?;
    writer.execute(&format!("INSERT INTO turnover {}", wanted()), [])
}
