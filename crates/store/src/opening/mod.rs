//! Opening a store: where it may lie, who else has it, whether it is ours, and what SQLite must promise.

mod filesystem;
mod lock;

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::cipher::{Key, keyfile};
use crate::error::{StoreError, damaged};
use crate::options::OpenOptions;
use crate::schema::{Found, Schema};

pub(crate) use lock::Locks;

/// How long a writer waits for another program's transaction.
const BUSY: Duration = Duration::from_secs(10);
/// Pages in memory of a reader, in KiB, once it needs them: the rows of a list that a word has filtered lie on thousands
/// of pages, and the next letter asks for the same.
const READER_CACHE_KIB: i64 = 32 * 1024;
/// Pages in memory, in KiB, of the writer.
pub(crate) const CACHE_KIB: i64 = 8 * 1024;
/// SQLite's and SQLCipher's own; nothing here chooses another.
pub(crate) const PAGE: u64 = 4096;
const PLAIN_HEADER: &[u8; 16] = b"SQLite format 3\0";

/// Where a store lies and what opens it.
#[derive(Clone)]
pub(crate) struct Place {
    /// None for a store in memory.
    pub(crate) file: Option<PathBuf>,
    pub(crate) vfs: Option<String>,
    pub(crate) key: Option<Key>,
}

impl Place {
    pub(crate) fn connect(&self) -> Result<Connection, StoreError> {
        let connection = match &self.file {
            Some(path) => connect_file(path, self.vfs.as_deref(), self.key.as_ref(), OpenFlags::SQLITE_OPEN_CREATE)?,
            None => Connection::open_in_memory()?,
        };
        connection.busy_timeout(BUSY)?;
        connection.set_prepared_statement_cache_capacity(256);
        Ok(connection)
    }

    /// A second connection that only reads.
    pub(crate) fn connect_reader(&self) -> Result<Connection, StoreError> {
        let connection = self.connect()?;
        promise(&connection, self.file.is_some())?;
        connection.pragma_update(None, "query_only", true)?;
        connection.pragma_update(None, "cache_size", -READER_CACHE_KIB)?;
        Ok(connection)
    }
}

/// A bare connection to `path`, unlocked.
pub(crate) fn connect_file(path: &Path, vfs: Option<&str>, key: Option<&Key>, more: OpenFlags) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let connection = match vfs {
        Some(name) => Connection::open_with_flags_and_vfs(path, flags, name),
        None => Connection::open_with_flags(path, flags),
    };
    let connection = connection.map_err(|error| cannot_open(path, error))?;
    if let Some(key) = key {
        key.unlock(&connection)?;
    }
    Ok(connection)
}

/// SQLite only says "unable to open"; the file system knows why.
fn cannot_open(path: &Path, error: rusqlite::Error) -> StoreError {
    let open = fs::OpenOptions::new().read(true).write(true).open(path);
    match open {
        Err(io) if io.kind() != std::io::ErrorKind::NotFound => io.into(),
        _ => error.into(),
    }
}

/// What every connection promises, asserted rather than hoped for.
pub(crate) fn promise(connection: &Connection, on_disk: bool) -> Result<(), StoreError> {
    if on_disk {
        let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if mode != "wal" {
            return Err(StoreError::Fault(format!("journal_mode is {mode}")));
        }
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    // A bulk import must not leave a log as large as itself behind.
    connection.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)?;
    let synchronous: i64 = connection.pragma_query_value(None, "synchronous", |row| row.get(0))?;
    if synchronous != 2 {
        return Err(StoreError::Fault(format!("synchronous is {synchronous}")));
    }
    Ok(())
}

/// What the first bytes of a file say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Header {
    Nothing,
    Plain,
    /// Encrypted, or no database at all: only a key file tells.
    Other,
}

pub(crate) fn header(path: &Path) -> Result<Header, StoreError> {
    let mut file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Header::Nothing),
        Err(error) => return Err(error.into()),
    };
    let mut start = Vec::with_capacity(16);
    file.by_ref().take(16).read_to_end(&mut start).map_err(damaged)?;
    Ok(match start.as_slice() {
        [] => Header::Nothing,
        start if start == PLAIN_HEADER => Header::Plain,
        _ => Header::Other,
    })
}

/// Without its key an encrypted file is noise, in whole pages. What is text or ends within a page was never one.
pub(crate) fn looks_encrypted(path: &Path) -> Result<bool, StoreError> {
    let mut start = Vec::with_capacity(64);
    let file = fs::File::open(path)?;
    let bytes = file.metadata()?.len();
    file.take(64).read_to_end(&mut start).map_err(damaged)?;
    let is_text = std::str::from_utf8(&start).is_ok();
    Ok(bytes > 0 && bytes.is_multiple_of(PAGE) && !is_text)
}

/// The open writer's connection, its place and its locks.
pub(crate) struct Opened {
    pub(crate) connection: Connection,
    pub(crate) place: Place,
    pub(crate) locks: Locks,
}

/// Opens or makes the store `file` in `dir`.
pub(crate) fn open(dir: &Path, file: &str, options: &OpenOptions, schema: &Schema) -> Result<Opened, StoreError> {
    // Where memory is to be shared through a file, SQLite has no word for a full disk.
    try_open(dir, file, options, schema).map_err(|error| match error {
        StoreError::DiskFailed(_) if options.vfs.is_none() && filesystem::is_full(dir) => StoreError::DiskFull,
        other => other,
    })
}

fn try_open(dir: &Path, file: &str, options: &OpenOptions, schema: &Schema) -> Result<Opened, StoreError> {
    let path = dir.join(file);
    // A store that a custom VFS keeps is not seen by the file system.
    let custom = options.vfs.is_some();
    if dir.is_file() {
        return Err(StoreError::ProfileIsFile);
    }
    let there = path.try_exists().map_err(|_| StoreError::FileDenied)?;
    if !custom && !there && !options.create {
        return Err(StoreError::Missing);
    }
    if options.create {
        fs::create_dir_all(dir)?;
    }
    if filesystem::is_network(dir)? {
        return Err(StoreError::NetworkShare);
    }
    let locks = Locks::take(dir, options.lock_desk)?;
    crate::keeping::sweep(&locks);
    let key = match (&options.key, custom) {
        (Some(key), true) => Some(key.clone()),
        (None, true) => None,
        (_, false) => find_key(&path, options)?,
    };
    let place = Place { file: Some(path), vfs: options.vfs.clone(), key };
    let connection = place.connect()?;
    let found = schema.look(&connection).map_err(|error| unreadable(error, place.key.is_some()))?;
    if found == Found::Empty && !options.create && !custom {
        // Its making was cut short: there is nothing in it, and nobody asked for a new one.
        return Err(StoreError::Missing);
    }
    check_writable(&place)?;
    promise(&connection, true)?;
    if let Found::Ours { version } = found
        && version < schema.newest()
    {
        crate::keeping::backup_before_migration(&place, version, options.today)?;
    }
    // Nothing to do is the usual case; it must not wait for whoever is writing.
    if found != (Found::Ours { version: schema.newest() }) {
        schema.migrate(&connection)?;
    }
    if options.create {
        sync_folder(dir)?;
    }
    Ok(Opened { connection, place, locks })
}

/// With the right key a file that is no database is damaged, not foreign.
fn unreadable(error: StoreError, keyed: bool) -> StoreError {
    match error {
        StoreError::NotOurs if keyed => damaged("the file does not open with its key"),
        other => other,
    }
}

/// SQLite would open a file that it may not write, and fail at the first save.
fn check_writable(place: &Place) -> Result<(), StoreError> {
    if let (Some(path), None) = (&place.file, &place.vfs) {
        fs::OpenOptions::new().read(true).write(true).open(path)?;
    }
    Ok(())
}

fn find_key(path: &Path, options: &OpenOptions) -> Result<Option<Key>, StoreError> {
    let key_path = keyfile::beside(path);
    let passphrase = options.passphrase.as_deref().filter(|text| !text.is_empty());
    match (header(path)?, key_path.exists()) {
        // A key file beside a plain store is left over from a change that was cut short.
        (Header::Plain, _) => Ok(None),
        (Header::Other, false) => Err(if looks_encrypted(path)? { StoreError::KeyMissing } else { StoreError::NotOurs }),
        (Header::Other | Header::Nothing, true) if options.key.is_some() => Ok(options.key.clone()),
        (Header::Other | Header::Nothing, true) => {
            let passphrase = passphrase.ok_or(StoreError::PassphraseNeeded)?;
            keyfile::read(&key_path, passphrase).map(Some)
        }
        (Header::Nothing, false) => match passphrase {
            None => Ok(None),
            Some(passphrase) => {
                let key = Key::random()?;
                keyfile::write(&key_path, &key, passphrase)?;
                Ok(Some(key))
            }
        },
    }
}

/// After a rename or a new file: the folder's entry itself must reach the disk.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    // Windows has no such call; its file systems write the entry with the file.
    if cfg!(unix) {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}
