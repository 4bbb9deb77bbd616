//! Counts and sums of rows by what the tabs ask for.

use super::class;
use super::minor::split;
use super::row::Row;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

/// Does lateness matter for the class? Only then the day is kept apart.
const fn waits(class: i64) -> bool {
    matches!(class, class::OPEN | class::PART | class::LIVE)
}

pub(super) fn move_row(writer: &Writer<'_>, old: Option<&Row>, new: Option<&Row>) -> Result<(), StoreError> {
    let counted =
        |row: &Row| (row.kind, row.class, row.organisation, row.currency.clone(), row.flags, row.due, row.total, row.paid);
    if old.map(counted) == new.map(counted) {
        return Ok(());
    }
    if let Some(row) = old {
        count(writer, row, -1)?;
    }
    if let Some(row) = new {
        count(writer, row, 1)?;
    }
    Ok(())
}

fn count(writer: &Writer<'_>, row: &Row, by: i64) -> Result<(), StoreError> {
    let (total_high, total_low) = split(row.total.unwrap_or(0) * by);
    let (paid_high, paid_low) = split(row.paid.unwrap_or(0) * by);
    let due = if waits(row.class) { row.due.unwrap_or(0) } else { 0 };
    writer.execute(
        "INSERT INTO tally(kind, class, organisation, currency, flags, due, rows, total_high, total_low, paid_high, paid_low)
         VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT DO UPDATE SET rows = rows + ?7, total_high = total_high + ?8, total_low = total_low + ?9,
                                   paid_high = paid_high + ?10, paid_low = paid_low + ?11",
        (
            row.kind,
            row.class,
            row.organisation.unwrap_or(0),
            row.currency.as_deref().unwrap_or_default(),
            row.flags,
            due,
            by,
            total_high,
            total_low,
            paid_high,
            paid_low,
        ),
    )?;
    writer.execute(
        "INSERT INTO tally_month(kind, class, organisation, currency, flags, month, rows) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT DO UPDATE SET rows = rows + ?7",
        (
            row.kind,
            row.class,
            row.organisation.unwrap_or(0),
            row.currency.as_deref().unwrap_or_default(),
            row.flags,
            due / DAYS,
            by,
        ),
    )?;
    if by < 0 {
        writer.execute(
            "DELETE FROM tally_month WHERE kind = ?1 AND class = ?2 AND organisation = ?3 AND currency = ?4 AND flags = ?5 AND month = ?6 AND rows = 0",
            (
                row.kind,
                row.class,
                row.organisation.unwrap_or(0),
                row.currency.as_deref().unwrap_or_default(),
                row.flags,
                due / DAYS,
            ),
        )?;
        writer.execute(
            "DELETE FROM tally WHERE kind = ?1 AND class = ?2 AND organisation = ?3 AND currency = ?4 AND flags = ?5 AND due = ?6 AND rows = 0",
            (row.kind, row.class, row.organisation.unwrap_or(0), row.currency.as_deref().unwrap_or_default(), row.flags, due),
        )?;
    }
    Ok(())
}

/// yyyymmdd / 100 is yyyymm.
pub(crate) const DAYS: i64 = 100;

/// What the table should hold.
const EXPECTED: &str = "SELECT kind, class, coalesce(organisation, 0), coalesce(currency, ''), flags, \
     iif(class IN (2, 3, 5), coalesce(due, 0), 0), count(*), sum(coalesce(total, 0) / 1000000), sum(coalesce(total, 0) % 1000000), \
     sum(coalesce(paid, 0) / 1000000), sum(coalesce(paid, 0) % 1000000) FROM list GROUP BY 1, 2, 3, 4, 5, 6";

/// What its months should hold.
const EXPECTED_MONTHS: &str = "SELECT kind, class, coalesce(organisation, 0), coalesce(currency, ''), flags, \
     iif(class IN (2, 3, 5), coalesce(due, 0), 0) / 100, count(*) FROM list GROUP BY 1, 2, 3, 4, 5, 6";

/// How many rows of the tables should not be there, or are missing.
pub(crate) fn differences(reader: &Reader<'_>) -> Result<u64, StoreError> {
    let differing = |table: &str, expected: &str| -> Result<u64, StoreError> {
        let sql = format!(
            "WITH expected AS ({expected}) SELECT (SELECT count(*) FROM (SELECT * FROM {table} EXCEPT SELECT * FROM expected))
             + (SELECT count(*) FROM (SELECT * FROM expected EXCEPT SELECT * FROM {table}))"
        );
        Ok(reader.connection.query_row(&sql, [], |row| row.get(0))?)
    };
    Ok(differing("tally", EXPECTED)? + differing("tally_month", EXPECTED_MONTHS)?)
}

pub(super) fn build(writer: &Writer<'_>) -> Result<(), StoreError> {
    writer.execute("DELETE FROM tally", [])?;
    writer.execute(&format!("INSERT INTO tally {EXPECTED}"), [])?;
    writer.execute("DELETE FROM tally_month", [])?;
    writer.execute(
        "INSERT INTO tally_month SELECT kind, class, organisation, currency, flags, due / 100, sum(rows) FROM tally GROUP BY 1, 2, 3, 4, 5, 6",
        [],
    )
}
