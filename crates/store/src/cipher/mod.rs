//! Encryption at rest: a random key for SQLCipher, wrapped by the pass-phrase in a file beside the store.

mod check;
pub(crate) mod convert;
pub(crate) mod keyfile;

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use crate::error::StoreError;

/// SQLCipher's salt.
const SALT_BYTES: usize = 16;

/// 256 random bits that the file is encrypted with. They do not change with the pass-phrase.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    pub(crate) fn random() -> Result<Self, StoreError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| StoreError::Fault(error.to_string()))?;
        Ok(Self(bytes))
    }

    /// SQLCipher's form of a raw key with its salt, which needs no derivation. Given the key alone, SQLCipher would read
    /// the salt from the first bytes of the file: a power cut that spoils that sector while the log is being carried
    /// over would lose the whole store, though the log still holds the good page.
    #[must_use]
    pub fn literal(&self) -> String {
        let salt = Sha256::new().chain_update(b"torgdom store salt").chain_update(self.0).finalize();
        format!("x'{}{}'", torgdom_records::unit::hex(&self.0), torgdom_records::unit::hex(&salt[..SALT_BYTES]))
    }

    /// Must come before everything else on the connection.
    pub(crate) fn unlock(&self, connection: &Connection) -> Result<(), StoreError> {
        // SQLCipher tells standard error of every page that it cannot read; who asked is told by the answer.
        connection.pragma_update(None, "cipher_log_level", "NONE")?;
        connection.pragma_update(None, "key", self.literal())?;
        Ok(())
    }
}
