//! The default order of each kind in blocks, with the rows of each class counted.

use rusqlite::OptionalExtension as _;

use super::class;
use super::row::Row;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;

/// A block with more rows than this is cut in half.
const MOST_ROWS: i64 = 1_024;

/// Rows from `lo` up to the next block's, counted by class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) lo: Vec<u8>,
    pub(crate) counts: [i64; class::COUNT],
}

const COLUMNS: &str = "lo, c0, c1, c2, c3, c4, c5, c6, c7";

impl Block {
    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        let mut counts = [0; class::COUNT];
        for (place, count) in counts.iter_mut().enumerate() {
            *count = row.get(place + 1)?;
        }
        Ok(Self { lo: row.get(0)?, counts })
    }

    fn rows(&self) -> i64 {
        self.counts.iter().sum()
    }
}

fn sum_of(classes: &[usize]) -> String {
    classes.iter().map(|class| format!("c{class}")).collect::<Vec<_>>().join(" + ")
}

impl Reader<'_> {
    /// All blocks of a kind, in order.
    pub(crate) fn blocks(&self, kind: i64) -> Result<Vec<Block>, StoreError> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT {COLUMNS} FROM block WHERE kind = ?1 ORDER BY lo"))?;
        Ok(statement.query_map([kind], Block::read)?.collect::<Result<_, _>>()?)
    }

    /// The beginning of the block in which the row with `offset` others of these classes before it stands, and how many
    /// of these stand in that block; none when there are fewer rows.
    pub(crate) fn block_at(&self, kind: i64, classes: &[usize], offset: u64) -> Result<Option<(Vec<u8>, u64)>, StoreError> {
        let sql = format!("SELECT {}, lo FROM block WHERE kind = ?1 ORDER BY lo", sum_of(classes));
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([kind])?;
        let mut left = offset;
        while let Some(row) = rows.next()? {
            let held: u64 = row.get(0)?;
            if left < held {
                return Ok(Some((row.get(1)?, left)));
            }
            left -= held;
        }
        Ok(None)
    }

    /// The beginning of the block that holds this place, and the rows of these classes in all blocks before it.
    pub(crate) fn block_of(&self, kind: i64, classes: &[usize], ord: &[u8]) -> Result<Option<(Vec<u8>, u64)>, StoreError> {
        let lo = "SELECT lo FROM block WHERE kind = ?1 AND lo <= ?2 ORDER BY lo DESC LIMIT 1";
        let lo: Option<Vec<u8>> = self.connection.prepare_cached(lo)?.query_row((kind, ord), |row| row.get(0)).optional()?;
        let Some(lo) = lo else { return Ok(None) };
        let sql = format!("SELECT coalesce(sum({}), 0) FROM block WHERE kind = ?1 AND lo < ?2", sum_of(classes));
        let below = self.connection.prepare_cached(&sql)?.query_row((kind, &lo), |row| row.get(0))?;
        Ok(Some((lo, below)))
    }
}

pub(super) fn move_row(writer: &Writer<'_>, old: Option<&Row>, new: Option<&Row>) -> Result<(), StoreError> {
    let place = |row: &Row| (row.kind, row.class, row.ord.clone());
    if old.map(place) == new.map(place) {
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
    let block = writer
        .connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM block WHERE kind = ?1 AND lo <= ?2 ORDER BY lo DESC LIMIT 1"))?
        .query_row((row.kind, &row.ord), Block::read)
        .optional()?;
    let exists = block.is_some();
    // The first block of a kind begins below everything.
    let mut block = block.unwrap_or(Block { lo: Vec::new(), counts: [0; class::COUNT] });
    let place = usize::try_from(row.class).map_err(crate::error::damaged)?;
    *block.counts.get_mut(place).ok_or_else(|| crate::error::damaged("class"))? += by;
    if block.rows() > MOST_ROWS {
        return cut(writer, row.kind, &block);
    }
    if block.rows() == 0 && !block.lo.is_empty() {
        return writer.execute("DELETE FROM block WHERE kind = ?1 AND lo = ?2", (row.kind, &block.lo));
    }
    if exists {
        let sql = COUNT_UPDATES[place];
        writer.execute(sql, (row.kind, &block.lo, by))
    } else {
        put(writer, row.kind, &block)
    }
}

const COUNT_UPDATES: [&str; class::COUNT] = [
    "UPDATE block SET c0 = c0 + ?3 WHERE kind = ?1 AND lo = ?2",
    "UPDATE block SET c1 = c1 + ?3 WHERE kind = ?1 AND lo = ?2",
    "UPDATE block SET c2 = c2 + ?3 WHERE kind = ?1 AND lo = ?2",
    "UPDATE block SET c3 = c3 + ?3 WHERE kind = ?1 AND lo = ?2",
    "UPDATE block SET c4 = c4 + ?3 WHERE kind = ?1 AND lo = ?2",
    "UPDATE block SET c5 = c5 + ?3 WHERE kind = ?1 AND lo = ?2",
    "UPDATE block SET c6 = c6 + ?3 WHERE kind = ?1 AND lo = ?2",
    "UPDATE block SET c7 = c7 + ?3 WHERE kind = ?1 AND lo = ?2",
];

/// Cuts a block in the middle; the table `list` already holds the row that made it too long.
fn cut(writer: &Writer<'_>, kind: i64, block: &Block) -> Result<(), StoreError> {
    let mut lower = Block { lo: block.lo.clone(), counts: [0; class::COUNT] };
    let middle = {
        let mut statement = writer
            .connection
            .prepare_cached("SELECT class, ord FROM list WHERE kind = ?1 AND ord >= ?2 ORDER BY ord LIMIT ?3")?;
        let mut rows = statement.query((kind, &block.lo, MOST_ROWS / 2 + 1))?;
        let mut seen = 0;
        let mut middle = Vec::new();
        while let Some(row) = rows.next()? {
            if seen == MOST_ROWS / 2 {
                middle = row.get(1)?;
                break;
            }
            lower.counts[usize::try_from(row.get::<_, i64>(0)?).map_err(crate::error::damaged)?] += 1;
            seen += 1;
        }
        middle
    };
    let mut upper = Block { lo: middle, counts: block.counts };
    for (count, below) in upper.counts.iter_mut().zip(lower.counts) {
        *count -= below;
    }
    put(writer, kind, &lower)?;
    put(writer, kind, &upper)
}

fn put(writer: &Writer<'_>, kind: i64, block: &Block) -> Result<(), StoreError> {
    let [c0, c1, c2, c3, c4, c5, c6, c7] = block.counts;
    writer.execute(
        "INSERT OR REPLACE INTO block(kind, lo, c0, c1, c2, c3, c4, c5, c6, c7) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        (kind, &block.lo, c0, c1, c2, c3, c4, c5, c6, c7),
    )
}

/// All blocks anew, in one walk along the order.
pub(super) fn build(writer: &Writer<'_>) -> Result<(), StoreError> {
    writer.execute("DELETE FROM block", [])?;
    let mut statement = writer.connection.prepare("SELECT kind, ord, class FROM list ORDER BY kind, ord")?;
    let mut rows = statement.query([])?;
    let mut open: Option<(i64, Block)> = None;
    while let Some(row) = rows.next()? {
        let (kind, ord, class): (i64, Vec<u8>, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let same = open.as_ref().is_some_and(|(of, _)| *of == kind);
        // Three quarters full, so that the next inserts do not cut every block at once.
        let full = open.as_ref().is_some_and(|(_, block)| block.rows() >= MOST_ROWS * 3 / 4);
        if !same || full {
            if let Some((of, block)) = open.take() {
                put(writer, of, &block)?;
            }
            let lo = if same { ord } else { Vec::new() };
            open = Some((kind, Block { lo, counts: [0; class::COUNT] }));
        }
        if let Some((_, block)) = &mut open {
            block.counts[usize::try_from(class).map_err(crate::error::damaged)?] += 1;
        }
    }
    if let Some((of, block)) = open {
        put(writer, of, &block)?;
    }
    Ok(())
}

/// The same blocks, counted anew.
pub(crate) fn counted(reader: &Reader<'_>, kind: i64, blocks: &[Block]) -> Result<Vec<Block>, StoreError> {
    let mut fresh: Vec<Block> = blocks.iter().map(|block| Block { lo: block.lo.clone(), counts: [0; class::COUNT] }).collect();
    let mut statement = reader.connection.prepare("SELECT ord, class FROM list WHERE kind = ?1 ORDER BY ord")?;
    let mut rows = statement.query([kind])?;
    let mut at = 0;
    while let Some(row) = rows.next()? {
        let (ord, class): (Vec<u8>, i64) = (row.get(0)?, row.get(1)?);
        while fresh.get(at + 1).is_some_and(|next| next.lo <= ord) {
            at += 1;
        }
        if fresh.is_empty() {
            // Rows without any block: one that is not there differs from none.
            fresh.push(Block { lo: Vec::new(), counts: [0; class::COUNT] });
        }
        fresh[at].counts[usize::try_from(class).map_err(crate::error::damaged)?] += 1;
    }
    Ok(fresh)
}
