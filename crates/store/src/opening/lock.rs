//! Who else has the store: one desk a profile, and nobody at all while the file is replaced.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::error::StoreError;

/// Held by the window.
const DESK_LOCK: &str = "desk.lock";
/// Held shared by everyone who has the store open, alone by whoever replaces its file.
const STORE_LOCK: &str = "store.lock";
/// The file is replaced in well under a second, except for large stores.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(50);

/// The operating system lets go of them when the process ends, however it ends.
pub(crate) struct Locks {
    folder: PathBuf,
    _desk: Option<File>,
    store: File,
}

impl Locks {
    pub(crate) fn take(folder: &Path, desk: bool) -> Result<Self, StoreError> {
        let desk = desk.then(|| take_desk(folder)).transpose()?;
        let store = open(folder, STORE_LOCK)?;
        share(&store)?;
        Ok(Self { folder: folder.to_owned(), _desk: desk, store })
    }

    /// The store alone, for as long as the answer lives.
    pub(crate) fn alone(&self) -> Result<ReplaceLock<'_>, StoreError> {
        self.store.unlock()?;
        let again = |error| {
            // Nobody replaces the file but under this lock, so it can only be shared again.
            let _ = self.store.try_lock_shared();
            error
        };
        match self.store.try_lock() {
            Ok(()) => Ok(ReplaceLock { locks: self }),
            Err(TryLockError::WouldBlock) => Err(again(StoreError::OpenElsewhere)),
            Err(TryLockError::Error(error)) => Err(again(error.into())),
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

pub(crate) struct ReplaceLock<'a> {
    locks: &'a Locks,
}

impl Drop for ReplaceLock<'_> {
    fn drop(&mut self) {
        // Going from alone to shared never waits for anybody.
        let _ = self.locks.store.unlock();
        let _ = self.locks.store.try_lock_shared();
    }
}

fn take_desk(folder: &Path) -> Result<File, StoreError> {
    let file = open(folder, DESK_LOCK)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::LockedByOtherDesk),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

fn share(file: &File) -> Result<(), StoreError> {
    for _ in 0..TRIES {
        match file.try_lock_shared() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
    Err(StoreError::Busy)
}

fn open(folder: &Path, name: &str) -> Result<File, StoreError> {
    Ok(OpenOptions::new().read(true).write(true).create(true).truncate(false).open(folder.join(name))?)
}
