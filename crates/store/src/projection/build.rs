//! Projections made anew: after a bulk import, after a change of the dated tables, on command.

use torgdom_records::{Kind, State};

use super::write::project;
use super::{blocks, tally, turnover};
use crate::codes;
use crate::error::StoreError;
use crate::keeping::{Progress, Watch, unwatched};
use crate::reader::Reader;
use crate::search;
use crate::writer::Writer;

/// Version of the dated tables that the sums of drafts were made with.
const TABLES: &str = "tables";
/// Set while blocks, counts and search are left to be built.
const DEFERRED: &str = "deferred";
/// Raised when a projection's rules change, so that stores of older programs work them out anew.
const RULES: &str = "rules";
const RULES_NOW: &str = "1";

pub(crate) fn is_deferred(reader: &Reader<'_>) -> Result<bool, StoreError> {
    Ok(reader.meta(DEFERRED)?.is_some())
}

pub(crate) fn mark_deferred(writer: &Writer<'_>) -> Result<(), StoreError> {
    writer.set_meta(DEFERRED, "1")
}

pub(crate) fn is_stale(reader: &Reader<'_>) -> Result<bool, StoreError> {
    let current = |name: &str, value: &str| -> Result<bool, StoreError> { Ok(reader.meta(name)?.as_deref() == Some(value)) };
    Ok(!current(TABLES, &reader.tables.version)? || !current(RULES, RULES_NOW)?)
}

/// After a change of the tables: drafts and deals only. After a change of our own rules: everything.
pub(crate) fn refresh(writer: &Writer<'_>) -> Result<(), StoreError> {
    let rules = writer.meta(RULES)?;
    if rules.as_deref().is_some_and(|rules| rules != RULES_NOW) {
        return rebuild(writer, &mut unwatched);
    }
    let keys: Vec<i64> = {
        let mut statement =
            writer.connection.prepare("SELECT key FROM record WHERE kind = ?1 OR kind = ?2 AND state NOT IN (?3, ?4)")?;
        let values = (
            codes::of_kind(Kind::Deal),
            codes::of_kind(Kind::Invoice),
            codes::of_state(State::Issued),
            codes::of_state(State::Void),
        );
        statement.query_map(values, |row| row.get(0))?.collect::<Result<_, _>>()?
    };
    for key in keys {
        let record = writer.get_by_key(key)?;
        project(writer, key, record.as_ref())?;
    }
    mark_current(writer)
}

fn mark_current(writer: &Writer<'_>) -> Result<(), StoreError> {
    writer.set_meta(TABLES, &writer.tables.version)?;
    writer.set_meta(RULES, RULES_NOW)
}

/// Builds what bulk writes left.
pub(crate) fn build_deferred(writer: &Writer<'_>) -> Result<(), StoreError> {
    if !is_deferred(writer)? {
        return Ok(());
    }
    blocks::build(writer)?;
    tally::build(writer)?;
    turnover::build(writer)?;
    search::build(writer)?;
    writer.execute("DELETE FROM meta WHERE name = ?1", [DEFERRED])
}

/// Everything from the records alone. Parties and contracts first: the sums of drafts depend on them; invoices before
/// payments and after deals, so that each row is settled once and for all by the last of them.
pub(crate) fn rebuild(writer: &Writer<'_>, progress: Progress<'_>) -> Result<(), StoreError> {
    let count = "SELECT count(*) FROM record";
    let mut watch = Watch::begin(writer.connection.query_row(count, [], |row| row.get(0))?, progress)?;
    for table in ["list", "allocation", "code", "block", "tally", "tally_month", "turnover", "sale"] {
        writer.execute(&format!("DELETE FROM {table}"), [])?;
    }
    mark_deferred(writer)?;
    let again = writer.again_in_bulk()?;
    for kind in Kind::ALL {
        let keys: Vec<i64> = {
            let mut statement = again.connection.prepare("SELECT key FROM record WHERE kind = ?1")?;
            statement.query_map([codes::of_kind(kind)], |row| row.get(0))?.collect::<Result<_, _>>()?
        };
        for key in keys {
            let record = again.get_by_key(key)?;
            project(&again, key, record.as_ref())?;
            watch.step()?;
        }
    }
    build_deferred(writer)?;
    mark_current(writer)
}
