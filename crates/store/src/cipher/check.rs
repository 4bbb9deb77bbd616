//! Is this the pass-phrase of the open store?

use super::keyfile;
use crate::error::StoreError;
use crate::store::Store;

impl Store {
    /// Nothing for a plain store, whatever is given.
    ///
    /// # Errors
    /// `WrongPassphrase`; the key file cannot be read.
    pub fn check_passphrase(&self, passphrase: &str) -> Result<(), StoreError> {
        let connections = self.connections.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        match (&connections.place.key, &connections.place.file) {
            (Some(_), Some(file)) => keyfile::read(&keyfile::beside(file), passphrase).map(drop),
            _ => Ok(()),
        }
    }
}
