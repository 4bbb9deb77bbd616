//! What a file that a person calls a backup is, before anything is done with it.

use std::fs;
use std::path::Path;

use rusqlite::OpenFlags;

use crate::cipher::{Key, keyfile};
use crate::error::StoreError;
use crate::opening::{self, Header, PAGE, connect_file};
use crate::schema::{Found, Schema};
use crate::store::Store;

impl Store {
    /// Is the file at `path` a backup that this program can restore? Reads its beginning only.
    ///
    /// # Errors
    /// `FileNotFound`, `FileDenied`, `BackupIsFolder`, `NotOurs`, `KeyMissing`, `PassphraseNeeded`, `WrongPassphrase`,
    /// `NewerSchema`, `BackupDamaged`.
    pub fn examine_backup(path: &Path, passphrase: Option<&str>) -> Result<(), StoreError> {
        examine(path, passphrase, &Schema::OURS).map(drop)
    }
}

/// The key of the backup at `path`; none when it is plain.
pub(super) fn examine(path: &Path, passphrase: Option<&str>, schema: &Schema) -> Result<Option<Key>, StoreError> {
    let about = fs::metadata(path).map_err(of_file)?;
    if about.is_dir() {
        return Err(StoreError::BackupIsFolder);
    }
    // A device or a pipe would be read for ever.
    if !about.is_file() {
        return Err(StoreError::NotOurs);
    }
    fs::File::open(path).map_err(of_file)?;
    let key = match opening::header(path)? {
        Header::Nothing => return Err(StoreError::NotOurs),
        Header::Plain => None,
        Header::Other => Some(key_of(path, passphrase)?),
    };
    if !about.len().is_multiple_of(PAGE) {
        return Err(StoreError::BackupDamaged("it ends within a page".to_owned()));
    }
    let connection = connect_file(path, None, key.as_ref(), OpenFlags::empty())?;
    match schema.look(&connection) {
        Ok(Found::Ours { .. }) => Ok(key),
        Ok(Found::Empty) => Err(StoreError::NotOurs),
        Err(StoreError::NotOurs) if key.is_none() => Err(StoreError::NotOurs),
        Err(error) => Err(of_backup(error)),
    }
}

fn key_of(path: &Path, passphrase: Option<&str>) -> Result<Key, StoreError> {
    let key_file = keyfile::beside(path);
    if !key_file.exists() {
        return Err(if opening::looks_encrypted(path)? { StoreError::KeyMissing } else { StoreError::NotOurs });
    }
    let passphrase = passphrase.filter(|text| !text.is_empty()).ok_or(StoreError::PassphraseNeeded)?;
    keyfile::read(&key_file, passphrase).map_err(of_backup)
}

/// Damage that is found in a backup is the backup's, not the store's.
pub(super) fn of_backup(error: StoreError) -> StoreError {
    match error {
        // Damage in search's tables is no SQLITE_CORRUPT.
        StoreError::Corrupt(what) | StoreError::Fault(what) => StoreError::BackupDamaged(what),
        error @ StoreError::NotOurs => StoreError::BackupDamaged(error.to_string()),
        other => other,
    }
}

/// A refusal that concerns the file that was named, not the profile.
pub(super) fn of_file(error: std::io::Error) -> StoreError {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => StoreError::FileDenied,
        _ => error.into(),
    }
}
