//! A record's projections, written: its row, blocks, counts, codes, words, and what follows in other rows.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use torgdom_records::{Kind, Record};

use super::blocks;
use super::class;
use super::links::dependents;
use super::paid::settle;
use super::row::Row;
use super::shape::{Projected, Resolve, shape};
use super::{sales, tally, turnover};
use crate::codes;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::search;
use crate::writer::Writer;

/// Brings the projections of the record with `key` up to date; `None` when it is gone.
pub(crate) fn project(writer: &Writer<'_>, key: i64, record: Option<&Record>) -> Result<(), StoreError> {
    let old = writer.row(key)?;
    let resolve = |id: &str| writer.key_for(id).map(Some);
    let shown = record.map(|record| shape(writer, key, record, &resolve)).transpose()?;
    let paid_differently = allocate(writer, key, shown.as_ref())?;
    let mut new = shown;
    if let (Some(shown), Some(record)) = (&mut new, record) {
        settle(writer, &mut shown.row, became_issued(record))?;
    }
    write_codes(writer, key, old.is_some(), new.as_ref())?;
    write_sales(writer, key, record, new.as_ref())?;
    let new_row = new.map(|shown| shown.row);
    replace(writer, old.as_ref(), new_row.as_ref())?;
    rename_party(writer, key, old.as_ref(), new_row.as_ref())?;
    for invoice in paid_differently {
        resettle(writer, invoice)?;
    }
    resettle_above(writer, old.as_ref(), new_row.as_ref())?;
    for dependent in dependents(writer, old.as_ref(), new_row.as_ref())? {
        if dependent != key {
            let record = writer.get_by_key(dependent)?;
            project(writer, dependent, record.as_ref())?;
        }
    }
    Ok(())
}

/// What the row of a record should be, for comparing: nothing is written.
pub(crate) fn expected(reader: &Reader<'_>, key: i64, record: &Record) -> Result<Projected, StoreError> {
    let resolve: &Resolve<'_> = &|id: &str| reader.key_of(id);
    let mut shown = shape(reader, key, record, resolve)?;
    settle(reader, &mut shown.row, became_issued(record))?;
    Ok(shown)
}

fn became_issued(record: &Record) -> bool {
    record.kind.freezes_at_issue() && record.body.get("issued_as").and_then(Value::as_str).is_some_and(|id| !id.is_empty())
}

/// One row for another, with everything that counts or finds rows.
fn replace(writer: &Writer<'_>, old: Option<&Row>, new: Option<&Row>) -> Result<(), StoreError> {
    if old == new {
        return Ok(());
    }
    match new {
        Some(row) => row.put(writer, old.is_some())?,
        None => writer.execute("DELETE FROM list WHERE key = ?1", [old.map(|row| row.key)])?,
    }
    if writer.defers()? {
        return Ok(());
    }
    blocks::move_row(writer, old, new)?;
    tally::move_row(writer, old, new)?;
    turnover::move_row(writer, old, new)?;
    search::reindex(writer, old, new)
}

/// The rows of documents show their counterparty by name. Neither order, counts nor search of theirs depend on it.
fn rename_party(writer: &Writer<'_>, key: i64, old: Option<&Row>, new: Option<&Row>) -> Result<(), StoreError> {
    let name = |row: Option<&Row>| row.and_then(|row| row.name.clone());
    if name(old) == name(new) {
        return Ok(());
    }
    writer.execute("UPDATE list SET party_name = ?2 WHERE counterparty = ?1", (key, name(new)))
}

/// Writes what a payment pays; answers the invoices whose payment differs now.
fn allocate(writer: &Writer<'_>, payment: i64, shown: Option<&Projected>) -> Result<Vec<i64>, StoreError> {
    let mut new = BTreeMap::new();
    for (id, amount) in shown.map(|shown| &shown.allocations).into_iter().flatten() {
        new.insert(writer.key_for(id)?, *amount);
    }
    let mut old = BTreeMap::new();
    {
        let mut statement = writer.connection.prepare_cached("SELECT invoice, amount FROM allocation WHERE payment = ?1")?;
        for row in statement.query_map([payment], |row| Ok((row.get(0)?, row.get(1)?)))? {
            let (invoice, amount): (i64, i64) = row?;
            old.insert(invoice, amount);
        }
    }
    for invoice in old.keys().filter(|invoice| !new.contains_key(*invoice)) {
        writer.execute("DELETE FROM allocation WHERE payment = ?1 AND invoice = ?2", (payment, invoice))?;
    }
    for (invoice, amount) in new.iter().filter(|(invoice, amount)| old.get(*invoice) != Some(*amount)) {
        writer.execute(
            "INSERT OR REPLACE INTO allocation(payment, invoice, amount) VALUES(?1, ?2, ?3)",
            (payment, invoice, amount),
        )?;
    }
    let touched = old.keys().chain(new.keys()).copied().collect::<BTreeSet<i64>>();
    Ok(touched.into_iter().filter(|invoice| old.get(invoice) != new.get(invoice)).collect())
}

/// Works out anew what is paid of a row whose own record did not change.
fn resettle(writer: &Writer<'_>, key: i64) -> Result<(), StoreError> {
    let Some(old) = writer.row(key)? else { return Ok(()) };
    let mut new = old.clone();
    settle(writer, &mut new, old.class == class::HIDDEN)?;
    replace(writer, Some(&old), Some(&new))?;
    resettle_above(writer, Some(&old), Some(&new))
}

/// A deal is paid as its invoices are; a contract's limit is taken up by its deals.
fn resettle_above(writer: &Writer<'_>, old: Option<&Row>, new: Option<&Row>) -> Result<(), StoreError> {
    let (deal, invoice) = (codes::of_kind(Kind::Deal), codes::of_kind(Kind::Invoice));
    let of_invoice = |row: &Row| (row.deal, row.paid.unwrap_or(0), row.class, row.currency.clone());
    let posted = |row: &Row| (class::OPEN..=class::PAID).contains(&row.class);
    let of_deal = |row: &Row| (row.contract, row.total.unwrap_or(0), posted(row), row.currency.clone());
    let rows = |kind: i64| [old, new].into_iter().flatten().filter(move |row| row.kind == kind);
    let mut above: Vec<i64> = Vec::new();
    if old.map(of_invoice) != new.map(of_invoice) {
        above.extend(rows(invoice).filter_map(|row| row.deal));
    }
    if old.map(of_deal) != new.map(of_deal) {
        above.extend(rows(deal).filter_map(|row| row.contract));
    }
    above.dedup();
    above.into_iter().try_for_each(|key| resettle(writer, key))
}

fn write_sales(writer: &Writer<'_>, key: i64, record: Option<&Record>, new: Option<&Projected>) -> Result<(), StoreError> {
    let wanted = match (record, new) {
        (Some(record), Some(shown)) => sales::rows(&shown.row, &record.body, &shown.prices, |id| writer.key_for(id))?,
        _ => BTreeSet::new(),
    };
    sales::write(writer, key, &wanted)
}

fn write_codes(writer: &Writer<'_>, key: i64, existed: bool, new: Option<&Projected>) -> Result<(), StoreError> {
    let wanted: BTreeSet<(i64, String)> =
        new.map(|shown| shown.codes.iter().map(|code| (shown.row.kind, code.clone())).collect()).unwrap_or_default();
    let known = if existed { codes_of(writer, key)? } else { BTreeSet::new() };
    for (kind, code) in known.difference(&wanted) {
        writer.execute("DELETE FROM code WHERE kind = ?1 AND code = ?2 AND key = ?3", (kind, code, key))?;
    }
    for (kind, code) in wanted.difference(&known) {
        writer.execute("INSERT INTO code(kind, code, key) VALUES(?1, ?2, ?3)", (kind, code, key))?;
    }
    Ok(())
}

/// What the record is found by, with its kind.
pub(crate) fn codes_of(reader: &Reader<'_>, key: i64) -> Result<BTreeSet<(i64, String)>, StoreError> {
    let mut statement = reader.connection.prepare_cached("SELECT kind, code FROM code WHERE key = ?1")?;
    Ok(statement.query_map([key], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}
