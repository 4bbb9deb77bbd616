//! A page of a list, wherever it begins.

use std::sync::Arc;

use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;
use serde::{Deserialize, Serialize};
use torgdom_records::{Id, Kind};
use ts_rs::TS;

use super::anchors::{STEP, Walk};
use super::filter::{BY_KEY, Filter};
use super::order::{Order, Place};
use super::query::{Cursor, ListQuery, Position};
use super::row::ListRow;
use crate::codes;
use crate::error::{StoreError, damaged};
use crate::projection::{self, Block};
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
        let total = self.count(query)?;
        let limit = query.limit.min(MOST_ROWS);
        let (keys, offset) = plan.keys(total, limit)?;
        let offset = match (offset, keys.first()) {
            (Some(offset), _) => offset,
            (None, Some(first)) => plan.position(*first)?,
            (None, None) => total,
        };
        let mut rows = Vec::with_capacity(keys.len());
        for key in &keys {
            rows.push(self.list_row(*key, query.today)?);
        }
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

    /// Keys of the page and the rows before it.
    fn keys(&self, total: u64, limit: u32) -> Result<(Vec<i64>, Option<u64>), StoreError> {
        let rows = u64::from(limit);
        if self.order.by_counterparty {
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
        let mut values = self.filter.values.clone();
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
            _ if self.filter.is_by_key() => BY_KEY.to_owned(),
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
        if let Some(blocks) = self.blocks()? {
            return self.in_blocks(&blocks, offset, rows);
        }
        let walk = self.anchors()?;
        let nearest = usize::try_from(offset / STEP).unwrap_or(usize::MAX);
        let Some(anchor) = walk.keys.get(nearest) else { return Ok(Vec::new()) };
        let place = self.place(*anchor)?;
        self.walk(Some((place, true)), true, rows, offset % STEP)
    }

    fn position(&self, key: i64) -> Result<u64, StoreError> {
        if self.order.by_counterparty {
            let place = self.ordered()?.iter().position(|of| *of == key);
            return Ok(place.map_or(0, |place| place as u64));
        }
        let place = self.place(key)?;
        if let Some(blocks) = self.blocks()? {
            return self.position_in_blocks(&blocks, &place);
        }
        let (beyond, values) = self.order.beyond(&place, false, false);
        let sql = format!("SELECT count(*) FROM list l WHERE {} AND {beyond}", self.filter.sql());
        let values = self.filter.values.iter().cloned().chain(values);
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

    /// All keys by counterparty, within one by the list's own order; rows without a counterparty as if its name were
    /// empty.
    fn ordered(&self) -> Result<Arc<Vec<i64>>, StoreError> {
        let head = self.reader.head()?;
        if let Some(keys) = lock(&self.reader.memory.anchors).ordered(self.query, head) {
            return Ok(keys);
        }
        let direction = if self.order.descending { "DESC" } else { "ASC" };
        let party = codes::of_kind(Kind::Counterparty);
        let conditions = self.filter.sql();
        let with = format!(
            "SELECT l.key FROM list c CROSS JOIN list l INDEXED BY list_counterparty ON l.counterparty = c.key \
             WHERE {conditions} AND c.kind = {party} AND l.counterparty IS NOT NULL ORDER BY c.ord {direction}, l.ord"
        );
        let without = format!(
            "SELECT l.key FROM list l WHERE {conditions} \
             AND NOT EXISTS(SELECT 1 FROM list c WHERE c.key = l.counterparty AND c.kind = {party}) ORDER BY l.ord"
        );
        let mut keys: Vec<i64> = Vec::new();
        for sql in if self.order.descending { [with, without] } else { [without, with] } {
            let mut statement = self.reader.connection.prepare(&sql)?;
            let mut rows = statement.query(params_from_iter(self.filter.values.iter()))?;
            while let Some(row) = rows.next()? {
                keys.push(row.get(0)?);
            }
        }
        let keys = Arc::new(keys);
        lock(&self.reader.memory.anchors).remember_ordered(self.query, head, &keys);
        Ok(keys)
    }

    /// The blocks of this list, when they count just its rows in its order.
    fn blocks(&self) -> Result<Option<Vec<Block>>, StoreError> {
        if !self.order.own || self.filter.by_class_only.is_none() || projection::is_deferred(self.reader)? {
            return Ok(None);
        }
        self.reader.blocks(codes::of_kind(self.query.kind)).map(Some)
    }

    fn in_block(&self, block: &Block) -> u64 {
        let classes = self.filter.by_class_only.unwrap_or_default();
        classes.iter().map(|class| u64::try_from(block.counts[*class]).unwrap_or(0)).sum()
    }

    fn in_blocks(&self, blocks: &[Block], offset: u64, rows: u64) -> Result<Vec<i64>, StoreError> {
        // The blocks follow the kind's own order; a list that is turned round counts from the other end.
        let mut left = offset;
        let turned = self.order.descending;
        let count = blocks.len();
        for step in 0..count {
            let place = if turned { count - 1 - step } else { step };
            let held = self.in_block(&blocks[place]);
            if left < held {
                let from = if turned {
                    blocks.get(place + 1).map(|next| (Place { term: Sql::Blob(next.lo.clone()), class: 0, key: 0 }, false))
                } else {
                    Some((Place { term: Sql::Blob(blocks[place].lo.clone()), class: 0, key: 0 }, true))
                };
                return self.walk(from, true, rows, left);
            }
            left -= held;
        }
        Ok(Vec::new())
    }

    fn position_in_blocks(&self, blocks: &[Block], place: &Place) -> Result<u64, StoreError> {
        let Sql::Blob(ord) = &place.term else { return Err(damaged("an order that is none")) };
        let at = blocks.iter().rposition(|block| block.lo <= *ord).ok_or_else(|| damaged("no block"))?;
        let below: u64 = blocks[..at].iter().map(|block| self.in_block(block)).sum();
        let sql = format!("SELECT count(*) FROM list l WHERE {} AND l.ord >= ? AND l.ord < ?", self.filter.sql());
        let values = self.filter.values.iter().cloned().chain([Sql::Blob(blocks[at].lo.clone()), Sql::Blob(ord.clone())]);
        let inside: u64 = self.reader.connection.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?;
        let rising = below + inside;
        if !self.order.descending {
            return Ok(rising);
        }
        let total: u64 = blocks.iter().map(|block| self.in_block(block)).sum();
        Ok(total.saturating_sub(rising + 1))
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
        let mut rows = statement.query(params_from_iter(self.filter.values.iter()))?;
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
        let sql = format!("SELECT EXISTS(SELECT 1 FROM list l WHERE {} AND l.key = ?)", self.filter.sql());
        let values = self.filter.values.iter().cloned().chain([Sql::Integer(key)]);
        Ok(self.reader.connection.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?)
    }
}
