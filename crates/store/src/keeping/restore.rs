//! Restoring: the records of a backup in place of those here.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::Connection;
use rusqlite::backup::{Backup as Copy, StepResult};
use torgdom_domain::Tables;

use super::backup::{check, copy_as_it_is, copy_checked, copy_key_file};
use super::examine::{examine, of_backup, of_file};
use crate::cipher::{Key, convert};
use crate::error::StoreError;
use crate::opening::{Place, promise};
use crate::reader::Reader;
use crate::schema::Schema;
use crate::store::{Connections, Store, lock, within};
use crate::writer::Writer;

/// Begins the name of what a restore works on in the profile; see [`super::sweep`].
pub(crate) const SCRATCH: &str = ".restore-";

/// Begins the names of the backups of what was here before.
const BEFORE_RESTORE: &str = "before-restore-";
const DAMAGED: &str = "damaged-";

impl Store {
    /// How many restores there have been here, as far as their backups tell.
    ///
    /// # Errors
    /// The folder of backups cannot be read.
    pub fn restores_so_far(&self) -> Result<u32, StoreError> {
        let Some(folder) = self.backup_folder().filter(|folder| folder.exists()) else { return Ok(0) };
        let (mut whole, mut damaged) = (0, 0);
        for entry in fs::read_dir(folder)? {
            let name = entry?.file_name();
            let number = |beginning: &str| -> u32 {
                let number = name.to_str().and_then(|name| name.strip_prefix(beginning)?.strip_suffix(".sqlite"));
                number.and_then(|number| number.parse().ok()).unwrap_or(0)
            };
            (whole, damaged) = (whole.max(number(BEFORE_RESTORE)), damaged.max(number(DAMAGED)));
        }
        Ok(whole.saturating_add(damaged))
    }

    /// Puts the backup at `path` in the place of the records here, in one transaction; other programs that have the
    /// store open see it as one change. What was here is kept as a backup first, and its path is the answer. The store
    /// stays encrypted or plain as it was; `passphrase` opens an encrypted backup.
    ///
    /// `settle` puts right what must not come back as it was (series of numbers): it sees what is here, which nobody
    /// changes any more, and writes into what is coming. Its changes and the restored records appear together, whatever
    /// happens meanwhile.
    ///
    /// # Errors
    /// Those of [`Store::examine_backup`], `BackupDamaged`, `Busy`, what `settle` answers, the disk's; nothing is changed
    /// then.
    pub fn restore_from<E: From<StoreError>>(
        &self,
        path: &Path,
        passphrase: Option<&str>,
        settle: impl FnOnce(&Reader<'_>, &Writer<'_>) -> Result<(), E>,
    ) -> Result<PathBuf, E> {
        let connections = self.connections.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (Some(locks), Some(folder)) = (&self.locks, self.backup_folder()) else {
            return Err(StoreError::Fault("a store in memory is not restored".to_owned()).into());
        };
        let scratch = tempfile::Builder::new().prefix(SCRATCH).tempdir_in(locks.folder()).map_err(StoreError::from)?;
        let coming = self.coming(path, passphrase, &connections.place, scratch.path())?;
        let source = coming.place().connect_reader()?;
        let mut writer = lock(&connections.writer);
        let replacing = Copy::new(&source, &mut writer).map_err(StoreError::from)?;
        // From its first page on the copying holds the store's write lock.
        step(&replacing, 1)?;
        let here = connections.place.connect_reader()?;
        let kept = keep(&here, &connections.place, &folder)?;
        within(&here, "BEGIN", || {
            let tables = self.tables();
            let here = Reader::new(&here, &tables, &self.memory);
            coming.write(|writer| settle(&here, writer))
        })?;
        step(&replacing, -1)?;
        drop(replacing);
        lock(&self.memory.anchors).forget();
        lock(&self.memory.dictionary).forget();
        Ok(kept)
    }

    /// The backup as a store of its own in `folder`: whole, of this program's version, under the key of `place`.
    fn coming(&self, path: &Path, passphrase: Option<&str>, place: &Place, folder: &Path) -> Result<Self, StoreError> {
        let key = examine(path, passphrase, &Schema::OURS)?;
        let file = folder.join("restore.sqlite");
        if key == place.key {
            // The backup itself is never opened for work: it may lie on a disk that cannot be written.
            copy_files(path, &file)?;
            check(&file, key.as_ref()).map_err(of_backup)?;
        } else {
            rewrite(path, key.as_ref(), &file, place.key.as_ref())?;
        }
        open_coming(Place { file: Some(file), vfs: None, key: place.key.clone() }, self.tables()).map_err(of_backup)
    }
}

fn open_coming(place: Place, tables: Arc<Tables>) -> Result<Store, StoreError> {
    let connection = place.connect()?;
    promise(&connection, true)?;
    Schema::OURS.migrate(&connection)?;
    let coming = Store::with(Connections::new(place, connection), None, Some(tables));
    coming.bring_up_to_date()?;
    Ok(coming)
}

fn rewrite(path: &Path, key: Option<&Key>, file: &Path, new_key: Option<&Key>) -> Result<(), StoreError> {
    check(path, key).and_then(|_| convert::copy_with_key(path, key, file, new_key)).map_err(of_backup)
}

/// A backup is one file; a store that somebody copied by hand may have its log beside it.
fn copy_files(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::copy(from, to).map_err(of_file)?;
    let log = convert::log_of(from);
    if log.exists() {
        fs::copy(log, convert::log_of(to)).map_err(of_file)?;
    }
    // A backup that may not be written gives a copy that may not be written either.
    let file = fs::OpenOptions::new().read(true).open(to)?;
    let mut permissions = file.metadata()?.permissions();
    if permissions.readonly() {
        #[expect(clippy::permissions_set_readonly_false, reason = "in a folder that only this process uses, for its life")]
        permissions.set_readonly(false);
        fs::set_permissions(to, permissions)?;
    }
    Ok(())
}

/// What is here, as a backup of its own. When it is damaged, and so perhaps the reason for the restore, its pages are kept
/// as they are.
fn keep(here: &Connection, place: &Place, folder: &Path) -> Result<PathBuf, StoreError> {
    fs::create_dir_all(folder)?;
    let mut kept = free_name(folder, BEFORE_RESTORE);
    match copy_checked(here, place.key.as_ref(), &kept) {
        Err(StoreError::Corrupt(_) | StoreError::Fault(_)) => {
            kept = free_name(folder, DAMAGED);
            copy_as_it_is(here, place.key.as_ref(), &kept)?;
        }
        other => drop(other?),
    }
    copy_key_file(place, &kept)?;
    Ok(kept)
}

/// So many pages, or all with -1; waits for another program's transaction as long as any writer does.
fn step(copy: &Copy<'_, '_>, pages: i32) -> Result<(), StoreError> {
    match copy.step(pages)? {
        StepResult::Busy | StepResult::Locked => Err(StoreError::Busy),
        _ => Ok(()),
    }
}

/// `before-restore-1.sqlite`, `before-restore-2.sqlite`, …
pub(super) fn free_name(folder: &Path, name: &str) -> PathBuf {
    (1_u32..)
        .map(|n| folder.join(format!("{name}{n}.sqlite")))
        .find(|path| !path.exists())
        .expect("there are more numbers than files")
}
