//! Restoring: the records of a backup in place of those here.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::OpenFlags;
use rusqlite::backup::Backup as Copy;

use super::backup::{check, copy_checked, copy_key_file};
use crate::cipher::{convert, keyfile};
use crate::error::StoreError;
use crate::opening::{self, Header, connect_file};
use crate::schema;
use crate::store::{Store, lock};

impl Store {
    /// Puts the backup at `path` in the place of the records here, in one transaction; other programs that have the
    /// store open see it as one change. What was here is kept as a backup first, and its path is the answer. The store
    /// stays encrypted or plain as it was; `passphrase` opens an encrypted backup. Closing the series of numbers is
    /// the caller's.
    ///
    /// # Errors
    /// `NotOurs`, `NewerSchema`, `PassphraseNeeded`, `WrongPassphrase`, `Corrupt`: nothing is changed then.
    pub fn restore_from(&self, path: &Path, passphrase: Option<&str>) -> Result<Option<PathBuf>, StoreError> {
        let connections = self.connections.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        if !path.exists() {
            return Err(StoreError::FileNotFound);
        }
        let key = match opening::header(path)? {
            Header::Nothing => return Err(StoreError::NotOurs),
            Header::Plain => None,
            Header::Other => {
                let key_file = keyfile::beside(path);
                if !key_file.exists() {
                    return Err(StoreError::NotOurs);
                }
                let passphrase = passphrase.filter(|text| !text.is_empty()).ok_or(StoreError::PassphraseNeeded)?;
                Some(keyfile::read(&key_file, passphrase)?)
            }
        };
        // The backup itself is never written to: the copy is migrated, and given this store's key.
        let scratch = match &self.locks {
            Some(locks) => tempfile::Builder::new().prefix(".restore-").tempdir_in(locks.folder())?,
            None => tempfile::tempdir()?,
        };
        check(path, key.as_ref())?;
        let copy = scratch.path().join("restore.sqlite");
        convert::copy_with_key(path, key.as_ref(), &copy, connections.place.key.as_ref())?;
        let source = connect_file(&copy, None, connections.place.key.as_ref(), OpenFlags::empty())?;
        schema::migrate(&source)?;

        let mut writer = lock(&connections.writer);
        let kept = match self.backup_folder() {
            Some(folder) => {
                fs::create_dir_all(&folder)?;
                let kept = free_name(&folder);
                copy_checked(&writer, connections.place.key.as_ref(), &kept)?;
                copy_key_file(&connections.place, &kept)?;
                Some(kept)
            }
            None => None,
        };
        Copy::new(&source, &mut writer)?.run_to_completion(i32::MAX, Duration::from_millis(50), None)?;
        lock(&self.memory.anchors).forget();
        lock(&self.memory.dictionary).forget();
        drop(writer);
        drop(connections);
        self.bring_up_to_date()?;
        Ok(kept)
    }
}

fn free_name(folder: &Path) -> PathBuf {
    (1_u32..)
        .map(|n| folder.join(format!("before-restore-{n}.sqlite")))
        .find(|path| !path.exists())
        .expect("there are more numbers than files")
}
