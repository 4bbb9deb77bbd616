//! What waits to be sent.

use torgdom_records::{Id, Mutation};

use super::Reader;
use crate::error::{StoreError, damaged};

/// Before a device is enrolled nothing waits: joining sends every record as it then stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unsent {
    /// Mutations that have their number.
    pub sealed: u64,
    /// Records with changes that may still fold together.
    pub open: u64,
}

impl Reader<'_> {
    /// # Errors
    /// The store's own.
    pub fn unsent(&self) -> Result<Unsent, StoreError> {
        let count =
            |sql: &str| -> Result<u64, StoreError> { Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?) };
        Ok(Unsent { sealed: count("SELECT count(*) FROM outbox")?, open: count("SELECT count(DISTINCT key) FROM outbox_open")? })
    }

    /// Sealed mutations after `m`, in their order.
    ///
    /// # Errors
    /// The store's own.
    pub fn sealed_after(&self, m: u64, limit: u32) -> Result<Vec<Mutation>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT mutation FROM outbox WHERE m > ?1 ORDER BY m LIMIT ?2")?;
        let rows = statement.query_map((m, limit), |row| row.get::<_, String>(0))?;
        rows.map(|text| serde_json::from_str(&text?).map_err(|error| damaged(format!("outbox: {error}")))).collect()
    }

    /// Do unsent changes stand on this record?
    ///
    /// # Errors
    /// The store's own.
    pub fn is_unsent(&self, id: &Id) -> Result<bool, StoreError> {
        match self.key_of(id)? {
            Some(key) => self.key_is_unsent(key),
            None => Ok(false),
        }
    }

    pub(crate) fn key_is_unsent(&self, key: i64) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT EXISTS(SELECT 1 FROM outbox_open WHERE key = ?1) OR EXISTS(SELECT 1 FROM outbox WHERE key = ?1)",
        )?;
        Ok(statement.query_row([key], |row| row.get(0))?)
    }

    /// The device's name at the platform; none before it has joined one.
    ///
    /// # Errors
    /// The store's own.
    pub fn device(&self) -> Result<Option<String>, StoreError> {
        self.meta("device")
    }
}
