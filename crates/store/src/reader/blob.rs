//! Blobs: PDFs, scans, logos, by the hash of their content.

use rusqlite::OptionalExtension as _;

use super::Reader;
use crate::error::StoreError;

/// Bytes that were stored under their SHA-256.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    pub media_type: String,
    pub bytes: Vec<u8>,
}

impl Reader<'_> {
    /// The bytes with this hash (lower-case hex).
    ///
    /// # Errors
    /// The store's own; an unknown hash is no error.
    pub fn blob(&self, hash: &str) -> Result<Option<Blob>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT media_type, bytes FROM blob WHERE hash = ?1")?;
        let found = statement.query_row([hash], |row| Ok(Blob { media_type: row.get(0)?, bytes: row.get(1)? }));
        Ok(found.optional()?)
    }
}
