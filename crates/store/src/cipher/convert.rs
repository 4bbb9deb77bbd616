//! Plain to encrypted and back, and a new pass-phrase.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::{Key, keyfile};
use crate::error::{StoreError, damaged};
use crate::opening::{connect_file, promise, sync_folder};
use crate::store::{Connections, Store, lock};

/// What a change of the key works on in the profile; see [`crate::keeping::sweep`].
pub(crate) const REWRITTEN: &str = ".desk-rewritten.sqlite";

impl Store {
    /// Sets, changes or (with `None`) takes away the pass-phrase. A new one on an encrypted store wraps the same key
    /// anew; otherwise the file is written anew and swapped. Automatic backups made before in plain text are removed
    /// when the store becomes encrypted, and a fresh encrypted one is left to the next daily backup.
    ///
    /// # Errors
    /// `OpenElsewhere` when another program has the store open; nothing is changed then.
    pub fn change_passphrase(&self, passphrase: Option<&str>) -> Result<(), StoreError> {
        let mut connections = self.connections.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (Some(path), Some(locks)) = (connections.place.file.clone(), &self.locks) else {
            return Err(StoreError::Fault("a store in memory has no pass-phrase".to_owned()));
        };
        let key_file = keyfile::beside(&path);
        let passphrase = passphrase.filter(|text| !text.is_empty());
        let old_key = connections.place.key.clone();
        let new_key = match (&old_key, passphrase) {
            (Some(key), Some(passphrase)) => return keyfile::write(&key_file, key, passphrase),
            (None, None) => return Ok(()),
            (Some(_), None) => None,
            (None, Some(_)) => Some(Key::random()?),
        };
        let alone = locks.alone()?;
        let beside = locks.folder().join(REWRITTEN);
        remove_with_log(&beside)?;
        lock(&connections.writer).execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
        copy_with_key(&path, old_key.as_ref(), &beside, new_key.as_ref())?;
        // Whatever happens from here on, the file that is there opens: a plain file ignores the key file, an encrypted
        // one keeps it until it is gone.
        if let (Some(key), Some(passphrase)) = (&new_key, passphrase) {
            keyfile::write(&key_file, key, passphrase)?;
        }
        let mut place = connections.place.clone();
        place.key = new_key;
        let parked = parked()?;
        let old = std::mem::replace(&mut *connections, Connections::new(place.clone(), parked));
        drop(old);
        let swapped = swap(&beside, &path);
        if swapped.is_err() {
            place.key = old_key;
        } else if place.key.is_none() {
            fs::remove_file(&key_file)?;
        } else {
            remove_plain_backups(&locks.folder().join("backups"))?;
        }
        let writer = place.connect()?;
        promise(&writer, true)?;
        *connections = Connections::new(place, writer);
        drop(alone);
        swapped
    }
}

/// Stands in while the real file is closed.
fn parked() -> Result<Connection, StoreError> {
    Ok(Connection::open_in_memory()?)
}

/// The file without its log: the last connection has closed, so the log is empty or gone.
fn swap(beside: &Path, path: &Path) -> Result<(), StoreError> {
    for log in logs(path) {
        if log.exists() {
            fs::remove_file(log)?;
        }
    }
    fs::rename(beside, path)?;
    sync_folder(path.parent().ok_or_else(|| damaged("a store without a folder"))?)
}

/// Writes the database at `from` anew at `to` under another key, checks it, and flushes it.
pub(crate) fn copy_with_key(from: &Path, from_key: Option<&Key>, to: &Path, to_key: Option<&Key>) -> Result<(), StoreError> {
    // What may be made is the attached file; the source was seen to be there.
    let source = connect_file(from, None, from_key, OpenFlags::SQLITE_OPEN_CREATE)?;
    let number = |pragma: &str| source.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let (application, version) = (number("application_id")?, number("user_version")?);
    let target = to.to_str().ok_or_else(|| StoreError::Fault("a path that is no text".to_owned()))?;
    let literal = to_key.map(Key::literal).unwrap_or_default();
    source.execute("ATTACH DATABASE ?1 AS anew KEY ?2", (target, literal))?;
    // Nobody knows the new file yet: it is flushed once, at the end, and a failure leaves nothing worth keeping.
    source.execute_batch("PRAGMA anew.journal_mode = OFF; PRAGMA anew.synchronous = OFF; BEGIN")?;
    let exported = export(&source, application, version);
    source.execute_batch(if exported.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    exported?;
    source.execute_batch("DETACH DATABASE anew")?;
    let written = connect_file(to, None, to_key, OpenFlags::empty())?;
    let verdict: String = written.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(damaged(verdict));
    }
    drop(written);
    fs::OpenOptions::new().write(true).open(to)?.sync_all()?;
    Ok(())
}

fn export(source: &Connection, application: i64, version: i64) -> Result<(), StoreError> {
    source.query_row("SELECT sqlcipher_export('anew')", [], |_| Ok(()))?;
    source.execute_batch(&format!("PRAGMA anew.application_id = {application}; PRAGMA anew.user_version = {version};"))?;
    Ok(())
}

fn logs(path: &Path) -> [PathBuf; 2] {
    ["-wal", "-shm"].map(|end| with_end(path, end))
}

/// The write-ahead log of the database at `path`.
pub(crate) fn log_of(path: &Path) -> PathBuf {
    with_end(path, "-wal")
}

/// Memory of a log that is gone.
pub(crate) fn remove_shared_memory(path: &Path) -> Result<(), StoreError> {
    let memory = with_end(path, "-shm");
    if memory.exists() { Ok(fs::remove_file(memory)?) } else { Ok(()) }
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

fn remove_with_log(path: &Path) -> Result<(), StoreError> {
    for file in logs(path).into_iter().chain([path.to_owned()]) {
        if file.exists() {
            fs::remove_file(file)?;
        }
    }
    Ok(())
}

fn remove_plain_backups(folder: &Path) -> Result<(), StoreError> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_backup = path.extension().is_some_and(|end| end == "sqlite");
        if is_backup && crate::opening::header(&path)? == crate::opening::Header::Plain {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}
