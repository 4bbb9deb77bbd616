//! Writing within one transaction. [`Writer::apply`] is the only way to change a record.

mod apply;
mod journal;
mod outbox;
mod referred;

pub(crate) use apply::is_id;
pub(crate) use journal::body_hash;

use std::cell::{Cell, RefCell};
use std::ops::Deref;

use sha2::{Digest as _, Sha256};
use torgdom_records::unit::hex;

use crate::error::StoreError;
use crate::projection;
use crate::reader::Reader;

/// One transaction of one writer; it reads what it has written.
pub struct Writer<'a> {
    reader: Reader<'a>,
    /// Projections that can wait are left for later.
    bulk: bool,
    enrolled: bool,
    /// Number and hash of the newest journal line, once known.
    head: Cell<Option<(u64, [u8; 32])>>,
    /// Words that search saw for the first time or again.
    pub(crate) words: RefCell<Vec<String>>,
    /// Rows of lists that this transaction has written with all that belongs to them.
    complete_rows: Cell<u32>,
    deferred: Cell<bool>,
}

/// A bulk write of fewer rows than this is like any other: building everything anew would take longer.
const FEW_ROWS: u32 = 2_000;

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> Writer<'a> {
    pub(crate) fn new(reader: Reader<'a>, bulk: bool) -> Result<Self, StoreError> {
        let enrolled = reader.device()?.is_some();
        // While something is left to build, small writes leave it too: half an index would be worse than none.
        let deferred = projection::is_deferred(&reader)?;
        Ok(Self {
            reader,
            bulk,
            enrolled,
            head: Cell::new(None),
            words: RefCell::default(),
            complete_rows: Cell::new(0),
            deferred: Cell::new(deferred),
        })
    }

    /// Are blocks, counts and search of the next row left for later?
    pub(crate) fn defers(&self) -> Result<bool, StoreError> {
        if self.deferred.get() {
            return Ok(true);
        }
        self.complete_rows.set(self.complete_rows.get() + 1);
        if self.bulk && self.complete_rows.get() > FEW_ROWS {
            projection::mark_deferred(self)?;
            self.deferred.set(true);
        }
        Ok(self.deferred.get())
    }

    /// The same transaction, with projections left for later.
    pub(crate) fn again_in_bulk(&self) -> Result<Writer<'_>, StoreError> {
        Writer::new(Reader::new(self.connection, self.tables, self.memory), true)
    }

    /// Called before the commit; the words that search has learned.
    pub(crate) fn finish(self) -> Vec<String> {
        self.words.into_inner()
    }

    /// # Errors
    /// The store's own.
    pub fn set_local(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.execute("INSERT INTO local(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2", (name, value))
    }

    /// # Errors
    /// The store's own.
    pub fn remove_local(&self, name: &str) -> Result<(), StoreError> {
        self.execute("DELETE FROM local WHERE name = ?1", [name])
    }

    pub(crate) fn set_meta(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.execute("INSERT INTO meta(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2", (name, value))
    }

    /// Keeps bytes under their SHA-256 (lower-case hex), which is the answer; the same bytes are kept once.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_blob(&self, bytes: &[u8], media_type: &str) -> Result<String, StoreError> {
        let hash = hex(&Sha256::digest(bytes));
        self.execute("INSERT OR IGNORE INTO blob(hash, media_type, bytes) VALUES(?1, ?2, ?3)", (&hash, media_type, bytes))?;
        Ok(hash)
    }

    /// The local number of an id, given now if it was never seen.
    pub(crate) fn key_for(&self, id: &str) -> Result<i64, StoreError> {
        if let Some(key) = self.key_of(id)? {
            return Ok(key);
        }
        self.execute("INSERT INTO ident(id) VALUES(?1)", [id])?;
        Ok(self.connection.last_insert_rowid())
    }

    pub(crate) fn execute(&self, sql: &str, params: impl rusqlite::Params) -> Result<(), StoreError> {
        self.connection.prepare_cached(sql)?.execute(params)?;
        Ok(())
    }
}
