//! The open store: one writer, readers beside it, a consistent snapshot for each.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use rusqlite::Connection;
use torgdom_domain::Tables;
use torgdom_records::{Kind, State};

use crate::cipher::Key;
use crate::error::StoreError;
use crate::keeping::{Progress, unwatched};
use crate::list::Anchors;
use crate::opening::{self, Locks, Place};
use crate::options::OpenOptions;
use crate::projection;
use crate::reader::Reader;
use crate::schema::Schema;
use crate::search::Dictionary;
use crate::writer::Writer;

/// Name of the store in the profile's directory.
pub const STORE_FILE: &str = "desk.sqlite";
/// Idle reading connections that are kept.
const READERS: usize = 3;

/// Shared by threads: reading goes on while somebody writes; writers wait for each other.
///
/// A closure given to [`Store::read`] or [`Store::write`] must not call the store again: it has its snapshot.
pub struct Store {
    pub(crate) connections: RwLock<Connections>,
    /// None for a store in memory.
    pub(crate) locks: Option<Locks>,
    tables: RwLock<Arc<Tables>>,
    pub(crate) memory: Memory,
}

/// Gone while the file is replaced.
pub(crate) struct Connections {
    pub(crate) place: Place,
    pub(crate) writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

impl Connections {
    pub(crate) fn new(place: Place, writer: Connection) -> Self {
        Self { place, writer: Mutex::new(writer), readers: Mutex::default() }
    }
}

/// What is kept in memory between transactions; bounded, and right without being kept.
#[derive(Default)]
pub(crate) struct Memory {
    pub(crate) anchors: Mutex<Anchors>,
    pub(crate) dictionary: Mutex<Dictionary>,
}

impl Store {
    #[must_use]
    pub fn exists(dir: &Path) -> bool {
        // A file without content is a making that was cut short.
        match dir.join(STORE_FILE).metadata() {
            Ok(data) => data.len() > 0,
            // One that may not be looked at is there all the same: opening it tells why not.
            Err(error) => error.kind() == std::io::ErrorKind::PermissionDenied,
        }
    }

    /// Opens the store in `dir`.
    ///
    /// # Errors
    /// Each cause has its own variant, see [`StoreError`].
    pub fn open(dir: &Path, options: OpenOptions) -> Result<Self, StoreError> {
        Self::open_as(dir, options, &Schema::OURS)
    }

    pub(crate) fn open_as(dir: &Path, options: OpenOptions, schema: &Schema) -> Result<Self, StoreError> {
        let opened = opening::open(dir, STORE_FILE, &options, schema)?;
        let is_ours = options.tables.is_none();
        let store = Self::with(Connections::new(opened.place, opened.connection), Some(opened.locks), options.tables);
        if is_ours {
            // Before the sums: they are made with these tables.
            *store.tables.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(store.corrected()?);
        }
        match store.bring_up_to_date() {
            // On a full disk the records can at least be read and exported; lists are right without it, only slower.
            Err(error @ (StoreError::DiskFull | StoreError::Busy)) => tracing::warn!(%error, "projections are left as they are"),
            other => other?,
        }
        Ok(store)
    }

    /// A store that lives as long as this value.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn in_memory(options: OpenOptions) -> Result<Self, StoreError> {
        let place = Place { file: None, vfs: None, key: None };
        let connection = place.connect()?;
        opening::promise(&connection, false)?;
        Schema::OURS.migrate(&connection)?;
        let store = Self::with(Connections::new(place, connection), None, options.tables);
        store.bring_up_to_date()?;
        Ok(store)
    }

    pub(crate) fn with(connections: Connections, locks: Option<Locks>, tables: Option<Arc<Tables>>) -> Self {
        let tables = tables.unwrap_or_else(|| Arc::new(Tables::builtin().clone()));
        Self { connections: RwLock::new(connections), locks, tables: RwLock::new(tables), memory: Memory::default() }
    }

    /// Sums of drafts follow the dated tables: with other tables they are worked out again.
    pub(crate) fn bring_up_to_date(&self) -> Result<(), StoreError> {
        if self.read(projection::is_stale)? {
            self.write(projection::refresh)?;
        }
        // A bulk import that was cut short, or is still going on elsewhere.
        if self.read(projection::is_deferred)? { self.finish_bulk() } else { Ok(()) }
    }

    /// The dated tables with the user's corrections, from now on.
    ///
    /// # Errors
    /// The store's own.
    pub fn set_tables(&self, tables: Arc<Tables>) -> Result<(), StoreError> {
        *self.tables.write().unwrap_or_else(PoisonError::into_inner) = tables;
        self.bring_up_to_date()
    }

    /// Lays the user's corrections, the live `table` records as they are now, over the tables that come with the
    /// program; sums of drafts follow. To be called after a change of one.
    ///
    /// # Errors
    /// The store's own.
    pub fn lay_corrections(&self) -> Result<(), StoreError> {
        let corrected = self.corrected()?;
        if corrected.version == self.tables().version { Ok(()) } else { self.set_tables(Arc::new(corrected)) }
    }

    fn corrected(&self) -> Result<Tables, StoreError> {
        let records = self.read(|reader| reader.all(Kind::Table))?;
        let live = records.iter().filter(|record| record.state == State::Live).map(|record| &record.body);
        Ok(Tables::builtin().with_records(live))
    }

    /// The dated tables in force here.
    #[must_use]
    pub fn tables(&self) -> Arc<Tables> {
        Arc::clone(&self.tables.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// One consistent snapshot, whoever writes meanwhile.
    ///
    /// # Errors
    /// What `f` answers, or the store's own.
    pub fn read<T, E: From<StoreError>>(&self, f: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        let connections = self.connections.read().unwrap_or_else(PoisonError::into_inner);
        let tables = self.tables();
        if connections.place.file.is_none() {
            let connection = lock(&connections.writer);
            return within(&connection, "BEGIN", || f(&Reader::new(&connection, &tables, &self.memory)));
        }
        let idle = lock(&connections.readers).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connections.place.connect_reader()?,
        };
        let answer = within(&connection, "BEGIN", || f(&Reader::new(&connection, &tables, &self.memory)));
        let mut readers = lock(&connections.readers);
        if readers.len() < READERS {
            readers.push(connection);
        }
        answer
    }

    /// One transaction: all of it or nothing, and no answer before it is on the disk.
    ///
    /// # Errors
    /// What `f` answers, or the store's own; nothing is written then.
    pub fn write<T, E: From<StoreError>>(&self, f: impl FnOnce(&Writer<'_>) -> Result<T, E>) -> Result<T, E> {
        self.write_as(false, f)
    }

    /// Like [`Store::write`] for thousands of records at once (an import, the generator): after the first two thousand
    /// rows search, counts and the blocks of lists are left for [`Store::finish_bulk`]. Lists stay right meanwhile,
    /// only slower.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write_bulk<T, E: From<StoreError>>(&self, f: impl FnOnce(&Writer<'_>) -> Result<T, E>) -> Result<T, E> {
        self.write_as(true, f)
    }

    fn write_as<T, E: From<StoreError>>(&self, bulk: bool, f: impl FnOnce(&Writer<'_>) -> Result<T, E>) -> Result<T, E> {
        let connections = self.connections.read().unwrap_or_else(PoisonError::into_inner);
        let tables = self.tables();
        let connection = lock(&connections.writer);
        // After the lock and before the transaction; given back after it.
        let _room = if bulk { Some(Room::take(&connection)?) } else { None };
        let mut words = Vec::new();
        let answer = within(&connection, "BEGIN IMMEDIATE", || -> Result<T, E> {
            let writer = Writer::new(Reader::new(&connection, &tables, &self.memory), bulk)?;
            let answer = f(&writer)?;
            words = writer.finish();
            Ok(answer)
        })?;
        // Only words of a committed transaction become known.
        lock(&self.memory.dictionary).learn(words);
        Ok(answer)
    }

    /// Builds what [`Store::write_bulk`] left. Does nothing when nothing was left.
    ///
    /// # Errors
    /// The store's own; it can be called again.
    pub fn finish_bulk(&self) -> Result<(), StoreError> {
        self.write_as(true, projection::build_deferred)
    }

    /// Works all projections, counts and search out anew from the records.
    ///
    /// # Errors
    /// The store's own; nothing is changed then.
    pub fn rebuild_projections(&self) -> Result<(), StoreError> {
        self.rebuild_watched(&mut unwatched)
    }

    /// The same, with somebody watching: a record is a step.
    ///
    /// # Errors
    /// `Cancelled`; the store's own; nothing is changed then.
    pub fn rebuild_watched(&self, progress: Progress<'_>) -> Result<(), StoreError> {
        self.write_as(true, |writer| projection::rebuild(writer, progress))
    }

    /// A number that changes when another program has written (not when this one has).
    ///
    /// # Errors
    /// The store's own.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        let connections = self.connections.read().unwrap_or_else(PoisonError::into_inner);
        let connection = lock(&connections.writer);
        Ok(connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// Sets how many pages the file may have at most: a quota, or a full disk in a test. Never less than it has.
    ///
    /// # Errors
    /// The store's own.
    pub fn limit_pages(&self, most: u32) -> Result<(), StoreError> {
        let connections = self.connections.read().unwrap_or_else(PoisonError::into_inner);
        let connection = lock(&connections.writer);
        connection.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()))?;
        Ok(())
    }

    pub(crate) fn place(&self) -> Place {
        self.connections.read().unwrap_or_else(PoisonError::into_inner).place.clone()
    }

    /// The key of an encrypted store, to be kept where the system keeps secrets, or to open it again without the work
    /// that a pass-phrase takes.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        self.place().key
    }

    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.connections.read().unwrap_or_else(PoisonError::into_inner).place.key.is_some()
    }
}

/// Memory for the pages of one great transaction: thousands of records touch every page of most indexes, and a page that
/// does not stay in memory is written to the log once for each of them.
struct Room<'a>(&'a Connection);

/// Pages in memory during such a transaction, in KiB.
const ROOM_KIB: i64 = 256 * 1024;

impl<'a> Room<'a> {
    fn take(connection: &'a Connection) -> Result<Self, StoreError> {
        connection.pragma_update(None, "cache_size", -ROOM_KIB)?;
        Ok(Self(connection))
    }
}

impl Drop for Room<'_> {
    fn drop(&mut self) {
        // Without it the memory would stay with the connection; nothing else depends on it.
        let _ = self.0.pragma_update(None, "cache_size", -opening::CACHE_KIB);
        let _ = self.0.release_memory();
    }
}

/// A panic while the lock was held has rolled its transaction back: the connection is as good as new.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// `f` between `begin` and COMMIT; ROLLBACK when it fails or panics.
pub(crate) fn within<T, E: From<StoreError>>(
    connection: &Connection,
    begin: &str,
    f: impl FnOnce() -> Result<T, E>,
) -> Result<T, E> {
    struct Undo<'a>(Option<&'a Connection>);
    impl Drop for Undo<'_> {
        fn drop(&mut self) {
            if let Some(connection) = self.0 {
                // SQLite may have rolled back by itself (a full disk); then there is nothing to do.
                let _ = connection.execute_batch("ROLLBACK");
            }
        }
    }
    connection.execute_batch(begin).map_err(StoreError::from)?;
    let mut undo = Undo(Some(connection));
    let answer = f()?;
    connection.execute_batch("COMMIT").map_err(StoreError::from)?;
    undo.0 = None;
    Ok(answer)
}
