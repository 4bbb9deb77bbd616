//! Backups: a copy by SQLite's own means, checked by opening and reading it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Datelike as _, NaiveDate};
use rusqlite::backup::Backup as Copy;
use rusqlite::{Connection, OpenFlags};

use crate::cipher::{Key, keyfile};
use crate::error::{StoreError, damaged};
use crate::opening::{Place, connect_file, sync_folder};
use crate::schema::{Found, Schema};
use crate::store::Store;

/// Folder of the automatic backups, in the profile.
pub(super) const FOLDER: &str = "backups";
/// Begins the name of a copy that is being made.
pub(super) const BEING_MADE: &str = ".backup-";
const DAILY: usize = 7;
const WEEKLY: usize = 4;
const MONTHLY: usize = 12;

/// A backup that was made and read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    pub bytes: u64,
    pub records: u64,
}

impl Store {
    /// Copies the store to `path` while others go on reading and writing. An encrypted store gives an encrypted copy
    /// with its own key file beside it: the pass-phrase of this day opens it.
    ///
    /// # Errors
    /// The store's own; nothing is left at `path` then.
    pub fn backup_to(&self, path: &Path) -> Result<Backup, StoreError> {
        let connections = self.connections.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder)?;
        }
        if connections.place.file.is_none() {
            return copy_checked(&crate::store::lock(&connections.writer), None, path);
        }
        let source = connections.place.connect_reader()?;
        let backup = copy_checked(&source, connections.place.key.as_ref(), path)?;
        copy_key_file(&connections.place, path)?;
        Ok(backup)
    }

    /// Today's backup in the profile, unless there is one; older ones are thinned out to 7 days, 4 weeks, 12 months.
    ///
    /// # Errors
    /// The store's own; earlier backups are untouched then.
    pub fn daily_backup(&self, today: NaiveDate) -> Result<Option<Backup>, StoreError> {
        let Some(folder) = self.backup_folder() else { return Ok(None) };
        let path = folder.join(format!("desk-{today}.sqlite"));
        if path.exists() {
            return Ok(None);
        }
        fs::create_dir_all(&folder)?;
        let backup = self.backup_to(&path)?;
        thin_out(&folder, today)?;
        Ok(Some(backup))
    }

    /// The automatic backups that are there, newest first.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn backups(&self) -> Result<Vec<PathBuf>, StoreError> {
        let Some(folder) = self.backup_folder().filter(|folder| folder.exists()) else { return Ok(Vec::new()) };
        let mut dated = dated(&folder)?;
        dated.sort_by(|a, b| b.cmp(a));
        Ok(dated.into_iter().map(|(_, path)| path).collect())
    }

    pub(super) fn backup_folder(&self) -> Option<PathBuf> {
        self.locks.as_ref().map(|locks| locks.folder().join(FOLDER))
    }
}

/// Before a step to a newer schema.
pub(crate) fn backup_before_migration(place: &Place, version: i64, today: NaiveDate) -> Result<(), StoreError> {
    let Some(folder) = place.file.as_deref().and_then(Path::parent).map(|folder| folder.join(FOLDER)) else { return Ok(()) };
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("before-schema-{}-{today}.sqlite", version + 1));
    let source = place.connect()?;
    copy_checked(&source, place.key.as_ref(), &path)?;
    copy_key_file(place, &path)
}

pub(super) fn copy_key_file(place: &Place, copy: &Path) -> Result<(), StoreError> {
    if place.key.is_none() {
        return Ok(());
    }
    if let Some(own) = place.file.as_deref().map(keyfile::beside) {
        fs::copy(own, keyfile::beside(copy))?;
    }
    Ok(())
}

/// Copies into a file beside `path`, checks it, flushes it, and only then gives it its name.
pub(super) fn copy_checked(source: &Connection, key: Option<&Key>, path: &Path) -> Result<Backup, StoreError> {
    copy_named(source, key, path, check)
}

/// The same without the check: what is damaged is worth keeping too.
pub(super) fn copy_as_it_is(source: &Connection, key: Option<&Key>, path: &Path) -> Result<(), StoreError> {
    copy_named(source, key, path, |_, _| Ok(0)).map(drop)
}

fn copy_named(
    source: &Connection,
    key: Option<&Key>,
    path: &Path,
    check: impl FnOnce(&Path, Option<&Key>) -> Result<u64, StoreError>,
) -> Result<Backup, StoreError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let beside = tempfile::Builder::new().prefix(BEING_MADE).suffix(".sqlite").tempfile_in(folder)?;
    copy(source, beside.path(), key)?;
    let records = check(beside.path(), key)?;
    beside.as_file().sync_all()?;
    let bytes = beside.path().metadata()?.len();
    beside.persist(path).map_err(|error| StoreError::from(error.error))?;
    sync_folder(folder)?;
    Ok(Backup { path: path.to_owned(), bytes, records })
}

fn copy(source: &Connection, path: &Path, key: Option<&Key>) -> Result<(), StoreError> {
    let mut target = connect_file(path, None, key, OpenFlags::empty())?;
    // The copy is one file: no log beside it that a person would forget to take along.
    target.pragma_update(None, "journal_mode", "DELETE")?;
    target.pragma_update(None, "synchronous", "OFF")?;
    // One snapshot: whoever writes meanwhile does not make the copy begin again.
    source.execute_batch("BEGIN")?;
    let snapshot = source.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0));
    let copied = snapshot.and_then(|_| Copy::new(source, &mut target)?.run_to_completion(4096, std::time::Duration::ZERO, None));
    source.execute_batch("COMMIT")?;
    copied?;
    // The copied header says WAL.
    let mode: String = target.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    if mode != "delete" {
        return Err(StoreError::Fault(format!("journal_mode is {mode}")));
    }
    target.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Opens and reads a copy; the number of its records.
pub(super) fn check(path: &Path, key: Option<&Key>) -> Result<u64, StoreError> {
    let connection = connect_file(path, None, key, OpenFlags::empty())?;
    if !matches!(Schema::OURS.look(&connection)?, Found::Ours { .. }) {
        return Err(damaged("the copy is empty"));
    }
    let verdict: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(damaged(verdict));
    }
    let mut statement = connection.prepare("SELECT length(body) FROM record")?;
    let mut rows = statement.query([])?;
    let mut records = 0;
    while rows.next()?.is_some() {
        records += 1;
    }
    Ok(records)
}

fn dated(folder: &Path) -> Result<Vec<(NaiveDate, PathBuf)>, StoreError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let day = path
            .file_name()
            .and_then(|name| name.to_str())
            .and_then(|name| name.strip_prefix("desk-")?.strip_suffix(".sqlite")?.parse().ok());
        found.extend(day.map(|day| (day, path)));
    }
    Ok(found)
}

fn thin_out(folder: &Path, today: NaiveDate) -> Result<(), StoreError> {
    let found = dated(folder)?;
    let days: Vec<NaiveDate> = found.iter().map(|(day, _)| *day).collect();
    let kept = kept(&days, today);
    for (day, path) in found.into_iter().filter(|(day, _)| !kept.contains(day)) {
        tracing::info!(%day, "backup thinned out");
        fs::remove_file(&path)?;
        let key = keyfile::beside(&path);
        if key.exists() {
            fs::remove_file(key)?;
        }
    }
    Ok(())
}

/// The newest seven days, the newest of each of four weeks and of each of twelve months. Days after `today` (a clock
/// that was wrong once) are kept: who knows which clock is wrong.
fn kept(days: &[NaiveDate], today: NaiveDate) -> Vec<NaiveDate> {
    let mut past: Vec<NaiveDate> = days.iter().copied().filter(|day| *day <= today).collect();
    past.sort_by(|a, b| b.cmp(a));
    let mut kept: Vec<NaiveDate> = days.iter().copied().filter(|day| *day > today).collect();
    kept.extend(past.iter().take(DAILY));
    kept.extend(newest_of_each(&past, WEEKLY, |day| (day.iso_week().year(), day.iso_week().week())));
    kept.extend(newest_of_each(&past, MONTHLY, |day| (day.year(), day.month())));
    kept
}

fn newest_of_each<T: PartialEq>(falling: &[NaiveDate], most: usize, period: impl Fn(&NaiveDate) -> T) -> Vec<NaiveDate> {
    let mut newest: Vec<NaiveDate> = Vec::new();
    for day in falling {
        if newest.last().is_none_or(|last| period(last) != period(day)) {
            if newest.len() == most {
                break;
            }
            newest.push(*day);
        }
    }
    newest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_weeks_and_months_are_kept() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let days: Vec<NaiveDate> = (0..500).filter_map(|back| today.checked_sub_days(chrono::Days::new(back))).collect();
        let mut kept = kept(&days, today);
        kept.sort();
        kept.dedup();
        assert!(kept.len() <= DAILY + WEEKLY + MONTHLY);
        assert!(kept.len() >= DAILY + WEEKLY - 1 + MONTHLY - 2);
        for day in &days[..7] {
            assert!(kept.contains(day), "{day}");
        }
        assert!(kept.contains(&NaiveDate::from_ymd_opt(2025, 12, 31).expect("a day")), "the last of each month");
        let future = NaiveDate::from_ymd_opt(2030, 1, 1).expect("a day");
        assert_eq!(super::kept(&[future], today), [future]);
    }
}
