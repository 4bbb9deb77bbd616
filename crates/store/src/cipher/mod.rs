//! Encryption at rest: a random key for SQLCipher, wrapped by the pass-phrase in a file beside the store.

mod check;
pub(crate) mod convert;
pub(crate) mod keyfile;

use rusqlite::Connection;

use crate::error::StoreError;

/// 256 random bits that the file is encrypted with. They do not change with the pass-phrase.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Key([u8; 32]);

impl Key {
    pub(crate) fn random() -> Result<Self, StoreError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| StoreError::Fault(error.to_string()))?;
        Ok(Self(bytes))
    }

    /// SQLCipher's form of a raw key, which needs no derivation.
    pub(crate) fn literal(&self) -> String {
        format!("x'{}'", torgdom_records::unit::hex(&self.0))
    }

    /// Must be the first word on the connection.
    pub(crate) fn unlock(&self, connection: &Connection) -> Result<(), StoreError> {
        connection.pragma_update(None, "key", self.literal())?;
        Ok(())
    }
}
