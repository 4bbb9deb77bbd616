//! The first, a middle and the last page of a long list in its usual order, beside the plain query with OFFSET.

use std::path::Path;

use anyhow::{Result, anyhow};
use rusqlite::Connection;
use torgdom_app::Desk;
use torgdom_app::records::Kind;
use torgdom_app::store::{ListQuery, Position};

use super::measure::Times;
use super::profiles;
use super::report::{Goal, Report};

const PAGE_MS: f64 = 5.0;
const ROWS: u32 = 50;
/// Of each page and its peer, one after the other.
const ROUNDS: u64 = 25;

/// The page as a program writes it that has only the table and the index of its order.
const PLAIN: &str = "SELECT l.key, l.number, l.name, l.date, l.total, l.paid, l.due, l.tax_id, l.currency, c.name FROM list l \
    LEFT JOIN list c ON c.key = l.counterparty WHERE l.kind = ?1 AND l.class BETWEEN 1 AND 6 ORDER BY l.ord LIMIT ?2 OFFSET ?3";

/// # Errors
/// The store's.
pub fn measure(report: &mut Report, profile: &Path) -> Result<()> {
    let desk = profiles::open(profile);
    let beside = profiles::beside(profile)?;
    for kind in [Kind::Counterparty, Kind::Invoice] {
        let total = page(&desk, kind, Position::First)?.0;
        let middle = total / 2;
        let last = total.saturating_sub(u64::from(ROWS));
        report.note(&format!("{total} records of the kind {kind}; {ROWS} rows a page, beside the plain query with OFFSET"));
        for (name, base) in [("first", 0), ("middle", middle), ("last", last)] {
            let (mut ours, mut plain) = (Times::default(), Times::default());
            for round in 0..ROUNDS {
                // Other rows each time: a page that was just shown is no measure.
                let offset = if name == "middle" { base.saturating_sub(round * 997 % (base + 1)) } else { base };
                let position = match name {
                    "first" => Position::First,
                    "last" => Position::Last,
                    _ => Position::Offset(offset),
                };
                let (_, rows) = ours.take(|| page(&desk, kind, position))?;
                let same = plain.take(|| plainly(&beside, kind_code(kind), offset))?;
                if rows != same {
                    return Err(anyhow!("{kind}: the {name} page has {rows} rows, the plain query {same}"));
                }
            }
            let what = format!("{kind}, {name} page; plain {} ms", super::report::number(plain.wall(50)));
            report.goal(&what, ours.wall(50), " ms", Goal::AtMost(PAGE_MS));
        }
    }
    Ok(())
}

/// Rows of the whole list, and on the page.
fn page(desk: &Desk, kind: Kind, position: Position) -> Result<(u64, usize)> {
    let query = ListQuery { position, limit: ROWS, ..desk.query(kind) };
    let page = desk.rows(&query).map_err(|failure| anyhow!("{failure:?}"))?;
    Ok((page.total, page.rows.len()))
}

fn plainly(store: &Connection, kind: i64, offset: u64) -> Result<usize> {
    let mut statement = store.prepare_cached(PLAIN)?;
    let mut rows = statement.query((kind, ROWS, i64::try_from(offset)?))?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        let (_, _): (Option<String>, Option<String>) = (row.get(1)?, row.get(9)?);
        count += 1;
    }
    Ok(count)
}

/// The number by which the store's tables call a kind; they are part of the schema.
#[must_use]
pub const fn kind_code(kind: Kind) -> i64 {
    match kind {
        Kind::Counterparty => 2,
        Kind::Deal => 6,
        _ => 7,
    }
}
