//! A page of a list, wherever it begins.

use std::sync::Arc;

use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension as _, params_from_iter};
use serde::{Deserialize, Serialize};
use torgdom_records::{Id, Kind};
use ts_rs::TS;

use super::anchors::{STEP, Walk};
use super::filter::Filter;
use super::order::{Order, Place};
use super::query::{Cursor, ListQuery, Position};
use super::row::ListRow;
use crate::codes;
use crate::error::{StoreError, damaged};
use crate::projection;
use crate::reader::Reader;
use crate::store::lock;

/// Most rows of one page.
const MOST_ROWS: u32 = 10_000;
/// A page within so many rows of the beginning is simply walked to.
const NEAR: u64 = 2_000;

/// Rows with the cursors of the first and last of them; none on an empty page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ListPage {
    pub rows: Vec<ListRow>,
    /// Rows of the whole list.
    #[ts(type = "number")]
    pub total: u64,
    /// Rows before the first of this page.
    #[ts(type = "number")]
    pub offset: u64,
    pub before: Option<Cursor>,
    pub after: Option<Cursor>,
    /// The text matches more rows than a list holds: it should be longer.
    pub cut_short: bool,
}

/// A query ready to be run.
pub(super) struct Plan<'a> {
    pub(super) reader: &'a Reader<'a>,
    pub(super) query: &'a ListQuery,
    pub(super) filter: Filter,
    pub(super) order: Order,
}

impl Reader<'_> {
    /// One page of a list.
    ///
    /// # Errors
    /// `Fault` for a cursor of another list; the store's own.
    pub fn list(&self, query: &ListQuery) -> Result<ListPage, StoreError> {
        let plan = Plan::of(self, query)?;
        let total = if self.is_tallied(query)? { self.tallied(query)? } else { plan.total()? };
        let limit = query.limit.min(MOST_ROWS);
        let (keys, offset) = plan.keys(total, limit)?;
        let offset = match (offset, keys.first()) {
            (Some(offset), _) => offset,
            (None, Some(first)) => plan.position(*first)?,
            (None, None) => total,
        };
        let rows = self.list_rows(&keys, query.today)?;
        let cursor = |key: Option<&i64>| key.map(|key| plan.place(*key).map(|place| place.cursor())).transpose();
        Ok(ListPage {
            rows,
            total,
            offset,
            before: cursor(keys.first())?,
            after: cursor(keys.last())?,
            cut_short: plan.filter.cut_short,
        })
    }

    /// How many rows of the list stand before the record; none when it is not in the list.
    ///
    /// # Errors
    /// The store's own.
    pub fn position_of(&self, query: &ListQuery, id: &Id) -> Result<Option<u64>, StoreError> {
        let plan = Plan::of(self, query)?;
        let Some(key) = self.key_of(id)? else { return Ok(None) };
        if !plan.holds(key)? {
            return Ok(None);
        }
        plan.position(key).map(Some)
    }
}

impl<'a> Plan<'a> {
    pub(super) fn of(reader: &'a Reader<'a>, query: &'a ListQuery) -> Result<Self, StoreError> {
        Ok(Self { reader, query, filter: Filter::of(reader, query)?, order: Order::of(query) })
    }

    /// Are the keys of the whole list put in order once and kept?
    const fn is_ordered(&self) -> bool {
        self.order.by_counterparty || self.filter.is_by_key()
    }

    /// Rows of the list, for one that the tally does not count.
    pub(super) fn total(&self) -> Result<u64, StoreError> {
        if self.filter.is_by_key() {
            return Ok(self.ordered()?.len() as u64);
        }
        let head = self.reader.head()?;
        if let Some(count) = lock(&self.reader.memory.anchors).count(self.query, head) {
            return Ok(count);
        }
        let sql = format!("SELECT count(*) FROM {} WHERE {}", self.filter.from(), self.filter.sql());
        let mut statement = self.reader.connection.prepare_cached(&sql)?;
        let count = statement.query_row(params_from_iter(self.filter.values()), |row| row.get(0))?;
        lock(&self.reader.memory.anchors).remember_count(self.query, head, count);
        Ok(count)
    }

    /// Keys of the page and the rows before it.
    fn keys(&self, total: u64, limit: u32) -> Result<(Vec<i64>, Option<u64>), StoreError> {
        let rows = u64::from(limit);
        if self.is_ordered() {
            return self.of_ordered(rows);
        }
        Ok(match &self.query.position {
            Position::First => (self.walk(None, true, rows, 0)?, Some(0)),
            Position::Last => (self.walk(None, false, rows, 0)?, Some(total.saturating_sub(rows))),
            Position::After(cursor) => (self.walk(Some((Place::read(cursor)?, false)), true, rows, 0)?, None),
            Position::Before(cursor) => (self.walk(Some((Place::read(cursor)?, false)), false, rows, 0)?, None),
            Position::Offset(offset) => (self.at(*offset, total, rows)?, Some(*offset)),
        })
    }

    /// Keys in the list's order, from a place on (or up to it), or from an end.
    fn walk(&self, from: Option<(Place, bool)>, forward: bool, rows: u64, skip: u64) -> Result<Vec<i64>, StoreError> {
        let mut conditions = self.filter.sql();
        let mut values: Vec<Sql> = self.filter.values().collect();
        if let Some((place, with)) = from {
            let (beyond, more) = self.order.beyond(&place, forward, with);
            conditions.push_str(" AND ");
            conditions.push_str(&beyond);
            values.extend(more);
        }
        values.push(Sql::Integer(i64::try_from(rows).unwrap_or(i64::MAX)));
        values.push(Sql::Integer(i64::try_from(skip).unwrap_or(i64::MAX)));
        let sql = format!(
            "SELECT l.key FROM list l{} WHERE {conditions} ORDER BY {} LIMIT ? OFFSET ?",
            self.index(),
            self.order.by(forward)
        );
        let mut statement = self.reader.connection.prepare_cached(&sql)?;
        let mut keys: Vec<i64> = statement.query_map(params_from_iter(values), |row| row.get(0))?.collect::<Result<_, _>>()?;
        if !forward {
            keys.reverse();
        }
        Ok(keys)
    }

    /// The index is named where it is known: SQLite's own guess has no statistics to go by.
    fn index(&self) -> String {
        let name = if self.order.own {
            self.filter.index
        } else {
            // A filter that leaves few rows is better served by its own index and a sort.
            match self.filter.index {
                "list_order" => self.order.index.unwrap_or(""),
                other => other,
            }
        };
        match name {
            "" => String::new(),
            name => format!(" INDEXED BY {name}"),
        }
    }

    fn at(&self, offset: u64, total: u64, rows: u64) -> Result<Vec<i64>, StoreError> {
        if offset >= total {
            return Ok(Vec::new());
        }
        // Without an index the rows are put in order anew for each look.
        let unsorted = !self.order.own && self.order.index.is_none();
        if offset <= NEAR && !unsorted {
            return self.walk(None, true, rows, offset);
        }
        if total - offset <= NEAR && !unsorted {
            // Near the end it is shorter to come from there.
            let mut keys = self.walk(None, false, total - offset, 0)?;
            keys.truncate(usize::try_from(rows).unwrap_or(usize::MAX));
            return Ok(keys);
        }
        if let Some(classes) = self.counted_in_blocks()? {
            return self.in_blocks(classes, offset, total, rows);
        }
        let walk = self.anchors()?;
        let nearest = usize::try_from(offset / STEP).unwrap_or(usize::MAX);
        let Some(anchor) = walk.keys.get(nearest) else { return Ok(Vec::new()) };
        let place = self.place(*anchor)?;
        self.walk(Some((place, true)), true, rows, offset % STEP)
    }

    fn position(&self, key: i64) -> Result<u64, StoreError> {
        if self.is_ordered() {
            let place = self.ordered()?.iter().position(|of| *of == key);
            return Ok(place.map_or(0, |place| place as u64));
        }
        let place = self.place(key)?;
        if let Some(classes) = self.counted_in_blocks()? {
            return self.position_in_blocks(classes, &place);
        }
        let (beyond, values) = self.order.beyond(&place, false, false);
        let sql = format!("SELECT count(*) FROM list l WHERE {} AND {beyond}", self.filter.sql());
        let values = self.filter.values().chain(values);
        Ok(self.reader.connection.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?)
    }

    /// The page of a list whose keys are in memory, and the rows before it.
    fn of_ordered(&self, rows: u64) -> Result<(Vec<i64>, Option<u64>), StoreError> {
        let keys = self.ordered()?;
        let count = keys.len();
        let rows = usize::try_from(rows).unwrap_or(count).min(count);
        let place = |cursor: &Cursor| Place::read(cursor).map(|place| keys.iter().position(|key| *key == place.key));
        let from = match &self.query.position {
            Position::First => 0,
            Position::Last => count - rows,
            Position::Offset(offset) => usize::try_from(*offset).unwrap_or(count).min(count),
            // A row that has gone since: the list begins again, which is better than a hole in it.
            Position::After(cursor) => place(cursor)?.map_or(0, |place| place + 1),
            Position::Before(cursor) => {
                let end = place(cursor)?.unwrap_or(0);
                let from = end.saturating_sub(rows);
                return Ok((keys[from..end].to_vec(), Some(from as u64)));
            }
        };
        Ok((keys[from..(from + rows).min(count)].to_vec(), Some(from as u64)))
    }

    /// All keys of a list that a text has filtered, or that is in the order of its counterparties.
    fn ordered(&self) -> Result<Arc<Vec<i64>>, StoreError> {
        let head = self.reader.head()?;
        if let Some(keys) = lock(&self.reader.memory.anchors).ordered(self.query, head) {
            return Ok(keys);
        }
        let keys = Arc::new(if self.filter.is_by_key() && self.order.own && !self.order.by_counterparty {
            self.found_in_own_order()?
        } else {
            self.put_in_order()?
        });
        // Words that are left to be indexed change what is found, and no record with it.
        if !projection::is_deferred(self.reader)? {
            lock(&self.reader.memory.anchors).remember_ordered(self.query, head, &keys);
        }
        Ok(keys)
    }

    fn put_in_order(&self) -> Result<Vec<i64>, StoreError> {
        let mut keys: Vec<i64> = Vec::new();
        let statements = if self.filter.is_by_key() { vec![self.found_in_order()] } else { self.by_counterparty().into() };
        for sql in statements {
            let mut statement = self.reader.connection.prepare_cached(&sql)?;
            let mut rows = statement.query(params_from_iter(self.filter.values()))?;
            while let Some(row) = rows.next()? {
                keys.push(row.get(0)?);
            }
        }
        Ok(keys)
    }

    /// The found rows in the kind's own order, sorted here: SQLite's sorter takes as long as looking the rows up.
    fn found_in_own_order(&self) -> Result<Vec<i64>, StoreError> {
        let sql = format!("SELECT l.ord, l.key FROM {} WHERE {}", self.filter.from(), self.filter.sql());
        let mut statement = self.reader.connection.prepare_cached(&sql)?;
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let mut found: Vec<(Vec<u8>, i64)> =
            statement.query_map(params_from_iter(self.filter.values()), read)?.collect::<Result<_, _>>()?;
        found.sort_unstable();
        if self.order.descending {
            found.reverse();
        }
        Ok(found.into_iter().map(|(_, key)| key).collect())
    }

    /// The found rows; those without a counterparty as if its name were empty.
    fn found_in_order(&self) -> String {
        let (from, conditions) = (self.filter.from(), self.filter.sql());
        if !self.order.by_counterparty {
            return format!("SELECT l.key FROM {from} WHERE {conditions} ORDER BY {}", self.order.by(true));
        }
        let (direction, party) = (self.direction(), codes::of_kind(Kind::Counterparty));
        format!(
            "SELECT l.key FROM {from} LEFT JOIN list c ON c.key = l.counterparty AND c.kind = {party} \
             WHERE {conditions} ORDER BY c.ord {direction}, l.ord"
        )
    }

    /// Rows by counterparty, within one by the list's own order; rows without a counterparty as if its name were empty.
    fn by_counterparty(&self) -> [String; 2] {
        let (direction, party) = (self.direction(), codes::of_kind(Kind::Counterparty));
        let conditions = self.filter.sql();
        let with = format!(
            "SELECT l.key FROM list c CROSS JOIN list l INDEXED BY list_counterparty ON l.counterparty = c.key \
             WHERE {conditions} AND c.kind = {party} AND l.counterparty IS NOT NULL ORDER BY c.ord {direction}, l.ord"
        );
        let without = format!(
            "SELECT l.key FROM list l WHERE {conditions} \
             AND NOT EXISTS(SELECT 1 FROM list c WHERE c.key = l.counterparty AND c.kind = {party}) ORDER BY l.ord"
        );
        if self.order.descending { [with, without] } else { [without, with] }
    }

    const fn direction(&self) -> &'static str {
        if self.order.descending { "DESC" } else { "ASC" }
    }

    /// The classes by which blocks count just this list's rows, in its order.
    fn counted_in_blocks(&self) -> Result<Option<&'static [usize]>, StoreError> {
        if !self.order.own || projection::is_deferred(self.reader)? {
            return Ok(None);
        }
        Ok(self.filter.by_class_only)
    }

    fn in_blocks(&self, classes: &[usize], offset: u64, total: u64, rows: u64) -> Result<Vec<i64>, StoreError> {
        let kind = codes::of_kind(self.query.kind);
        // The blocks follow the kind's own order; a list that is turned round ends where they begin.
        if self.order.descending {
            let last = total.saturating_sub(offset + 1);
            let Some((lo, before)) = self.reader.block_at(kind, classes, last)? else { return Ok(Vec::new()) };
            let place = Place { term: Sql::Blob(lo), class: 0, key: 0 };
            // Backwards in this list is forwards in its blocks: up to the page's first row, which is the last of these.
            let first = self.walk_rising(&place, before)?;
            return match first {
                Some(first) => self.walk(Some((first, true)), true, rows, 0),
                None => Ok(Vec::new()),
            };
        }
        let Some((lo, before)) = self.reader.block_at(kind, classes, offset)? else { return Ok(Vec::new()) };
        self.walk(Some((Place { term: Sql::Blob(lo), class: 0, key: 0 }, true)), true, rows, before)
    }

    /// The place of the row that has `skip` others between itself and `from`, in the kind's own order.
    fn walk_rising(&self, from: &Place, skip: u64) -> Result<Option<Place>, StoreError> {
        let sql = format!(
            "SELECT l.ord, l.class, l.key FROM list l{} WHERE {} AND l.ord >= ? ORDER BY l.ord LIMIT 1 OFFSET ?",
            self.index(),
            self.filter.sql()
        );
        let skip = Sql::Integer(i64::try_from(skip).unwrap_or(i64::MAX));
        let values = self.filter.values().chain([from.term.clone(), skip]);
        let mut statement = self.reader.connection.prepare_cached(&sql)?;
        let read = |row: &rusqlite::Row<'_>| Ok(Place { term: row.get(0)?, class: row.get(1)?, key: row.get(2)? });
        Ok(statement.query_row(params_from_iter(values), read).optional()?)
    }

    fn position_in_blocks(&self, classes: &[usize], place: &Place) -> Result<u64, StoreError> {
        let Sql::Blob(ord) = &place.term else { return Err(damaged("an order that is none")) };
        let found = self.reader.block_of(codes::of_kind(self.query.kind), classes, ord)?;
        let (lo, below) = found.ok_or_else(|| damaged("no block"))?;
        let sql = format!("SELECT count(*) FROM list l WHERE {} AND l.ord >= ? AND l.ord < ?", self.filter.sql());
        let values = self.filter.values().chain([Sql::Blob(lo), Sql::Blob(ord.clone())]);
        let inside: u64 = self.reader.connection.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?;
        let rising = below + inside;
        if self.order.descending { Ok(self.reader.tallied(self.query)?.saturating_sub(rising + 1)) } else { Ok(rising) }
    }

    /// Walks the whole list once and remembers places of it until a record changes.
    fn anchors(&self) -> Result<Walk, StoreError> {
        let head = self.reader.head()?;
        if let Some(walk) = lock(&self.reader.memory.anchors).walk(self.query, head) {
            return Ok(walk);
        }
        let sql =
            format!("SELECT l.key FROM list l{} WHERE {} ORDER BY {}", self.index(), self.filter.sql(), self.order.by(true));
        let mut statement = self.reader.connection.prepare(&sql)?;
        let mut rows = statement.query(params_from_iter(self.filter.values()))?;
        let mut walk = Walk::default();
        while let Some(row) = rows.next()? {
            if walk.total % STEP == 0 {
                walk.keys.push(row.get(0)?);
            }
            walk.total += 1;
        }
        lock(&self.reader.memory.anchors).remember_walk(self.query, head, walk.clone());
        Ok(walk)
    }

    fn place(&self, key: i64) -> Result<Place, StoreError> {
        let sql = format!("SELECT {}, l.class FROM list l WHERE l.key = ?1", self.order.term);
        let (term, class) =
            self.reader.connection.prepare_cached(&sql)?.query_row([key], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Place { term, class, key })
    }

    fn holds(&self, key: i64) -> Result<bool, StoreError> {
        if self.filter.is_by_key() {
            return Ok(self.ordered()?.contains(&key));
        }
        // By the key: the list's own index would be walked.
        let sql = format!("SELECT EXISTS(SELECT 1 FROM list l WHERE {} AND l.key = ?)", self.filter.sql());
        let values = self.filter.values().chain([Sql::Integer(key)]);
        Ok(self.reader.connection.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?)
    }
}
