//! Reading within one snapshot.

mod blob;
mod history;
mod lookup;
mod prices;
mod record;
mod sales;
mod unsent;

use rusqlite::{Connection, OptionalExtension as _};
use torgdom_domain::Tables;

use crate::error::StoreError;
use crate::store::Memory;

pub use blob::Blob;
pub use history::JournalLine;
pub(crate) use history::{Line, NOTHING_BEFORE, chain};
pub use lookup::{Owed, Turnover};
pub use prices::ListPrice;
pub use sales::{Asked, Debt, LastSale};
pub use unsent::Unsent;

/// A consistent snapshot of the store.
pub struct Reader<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) tables: &'a Tables,
    pub(crate) memory: &'a Memory,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(connection: &'a Connection, tables: &'a Tables, memory: &'a Memory) -> Self {
        Self { connection, tables, memory }
    }

    /// A setting of this device: language, look, columns.
    ///
    /// # Errors
    /// The store's own.
    pub fn local(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.named("SELECT value FROM local WHERE name = ?1", name)
    }

    pub(crate) fn meta(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.named("SELECT value FROM meta WHERE name = ?1", name)
    }

    fn named(&self, sql: &str, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self.connection.prepare_cached(sql)?.query_row([name], |row| row.get(0)).optional()?)
    }

    /// The local number of an id, of a record here or of one that is only referred to.
    pub(crate) fn key_of(&self, id: &str) -> Result<Option<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT key FROM ident WHERE id = ?1")?;
        Ok(statement.query_row([id], |row| row.get(0)).optional()?)
    }

    pub(crate) fn id_of(&self, key: i64) -> Result<String, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM ident WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0))?)
    }

    /// Number of the newest journal line: it rises with every change of a record.
    ///
    /// # Errors
    /// The store's own.
    pub fn head(&self) -> Result<u64, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT coalesce(max(n), 0) FROM journal")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }
}
