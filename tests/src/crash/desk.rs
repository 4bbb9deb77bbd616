//! The desk's store as the subject: the real one, opened as in production but for the name of its file system.

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;
use torgdom_store::{Key, OpenOptions, STORE_FILE, Store, StoreError};

use super::campaign::{Damage, Subject};
use super::content::{Digest, digest, is_sound};
use super::day::{Day, Move};
use super::disk::Image;
use super::random::Random;
use super::recording::{Recorder, Recording};
use super::vfs::Registered;

/// One in so many stores is checked by all means even though the same content was found right before.
const ALL_THE_SAME: usize = 64;
const PASSPHRASE: &str = "верная фраза для пробы";

/// The profile's folder is real (it holds the lock and the backups); the store itself is on the machine's disk.
pub struct Desk {
    folder: TempDir,
    /// Transactions of a day.
    pub moves: usize,
    /// These instead of moves by chance, when there are any.
    pub script: Vec<Move>,
    /// Records of an import. From some thousands on the store leaves lists and search for a second transaction.
    pub imported: usize,
    /// With SQLCipher. The key file lies in the real folder; working the key out of a pass-phrase at each of tens of
    /// thousands of openings would take hours, so they are given the key itself.
    key: Option<Key>,
    /// Contents in which [`Store::verify`] has found nothing. It reads rows only, and a digest stands for all rows, so
    /// it need not look at the same content at every cut; the file's structure is checked at each.
    right: Mutex<HashSet<Digest>>,
    examined: AtomicUsize,
}

impl Desk {
    /// # Errors
    /// No folder for temporary files.
    pub fn new(moves: usize) -> std::io::Result<Self> {
        // Locks and backups need no real disk either; a file system in memory saves their syncs where there is one.
        let memory = std::path::Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        Ok(Self {
            folder: folder?,
            moves,
            script: Vec::new(),
            imported: 30,
            key: None,
            right: Mutex::default(),
            examined: AtomicUsize::new(0),
        })
    }

    /// A desk whose store is encrypted.
    ///
    /// # Errors
    /// No folder, or the store's own.
    pub fn encrypted(moves: usize) -> anyhow::Result<Self> {
        let desk = Self::new(moves)?;
        let options = OpenOptions { create: true, passphrase: Some(PASSPHRASE.to_owned()), ..OpenOptions::default() };
        let store = Store::open(desk.folder(), options)?;
        let key = store.key();
        drop(store);
        // Only its key file is wanted: the store itself is on the machine's disk.
        std::fs::remove_file(desk.folder().join(STORE_FILE))?;
        Ok(Self { key, ..desk })
    }

    pub(super) fn passphrase(&self) -> Option<&'static str> {
        self.key.is_some().then_some(PASSPHRASE)
    }

    /// # Errors
    /// The store's own.
    pub fn open(&self, vfs: &Registered) -> Result<Store, StoreError> {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
        let (vfs, key) = (Some(vfs.name().to_owned()), self.key.clone());
        let options = OpenOptions { today, vfs, key, ..OpenOptions::default() };
        Store::open(self.folder.path(), options)
    }

    /// A bare connection beside the store's own: reads what is there without asking the store.
    ///
    /// # Errors
    /// SQLite's own.
    pub fn beside(&self, vfs: &Registered) -> rusqlite::Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags_and_vfs(self.folder.path().join(STORE_FILE), flags, vfs.name())?;
        if let Some(key) = &self.key {
            connection.pragma_update(None, "key", key.literal())?;
        }
        connection.pragma_update(None, "query_only", true)?;
        Ok(connection)
    }

    /// Checks the file's structure and reads every row; content that was never seen is checked by the store as well.
    ///
    /// # Errors
    /// What is wrong.
    pub fn examine(&self, vfs: &Registered, store: &Store) -> Result<Digest, Damage> {
        let unreadable = |error: rusqlite::Error| Damage::Unreadable(error.to_string());
        let beside = self.beside(vfs).map_err(unreadable)?;
        if !is_sound(&beside).map_err(unreadable)? {
            return Err(Damage::Unsound);
        }
        let found = digest(&beside).map_err(unreadable)?;
        let again = self.examined.fetch_add(1, Ordering::Relaxed).is_multiple_of(ALL_THE_SAME);
        let right = || self.right.lock().unwrap_or_else(PoisonError::into_inner);
        if again || !right().contains(&found) {
            let findings = store.verify().map_err(|error| Damage::Unreadable(error.to_string()))?;
            if !findings.is_empty() {
                return Err(Damage::Findings(format!("{findings:?}")));
            }
            right().insert(found);
        }
        Ok(found)
    }

    pub(super) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}

impl Subject for Desk {
    fn look(&self, vfs: &Registered) -> Result<Digest, Damage> {
        let store = self.open(vfs).map_err(|error| Damage::Closed(error.to_string()))?;
        self.examine(vfs, &store)
    }

    fn carry_on(&self, vfs: &Registered, random: Random) -> Result<(), Damage> {
        let closed = |error: StoreError| Damage::Closed(error.to_string());
        let store = self.open(vfs).map_err(closed)?;
        let mut day = Day::new(self, random);
        for next in [Move::NewCounterparty, Move::Issue, Move::Pay] {
            day.make(next, &store).map_err(|error| Damage::Stuck(error.to_string()))?;
        }
        let saved = self.examine(vfs, &store)?;
        drop(store);
        let store = self.open(vfs).map_err(closed)?;
        if self.examine(vfs, &store)? == saved { Ok(()) } else { Err(Damage::Stuck("what was saved is not there".to_owned())) }
    }

    fn work(&self, vfs: &Registered, image: &Image, random: Random) -> Recording {
        let mut recorder = Recorder::start(self, vfs, image);
        Day::new(self, random).run(&mut recorder);
        recorder.finish()
    }
}
