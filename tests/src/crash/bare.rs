//! SQLite alone with two tables: what shows that the machine itself is right before a store is blamed.
//!
//! Here the settings are SQLite's own (`PRAGMA synchronous`), so that the drives that do not obey (see
//! [`super::replay::Obeys`]) can be compared with what they stand for.

use rusqlite::{Connection, OpenFlags, Transaction};

use super::campaign::{Damage, Subject};
use super::content::{Digest, digest, is_sound};
use super::disk::Image;
use super::random::Random;
use super::recording::{Recorder, Recording};
use super::vfs::Registered;

const FILE: &str = "/bare/books.sqlite";
const ACCOUNTS: i64 = 8;

/// `PRAGMA synchronous`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Synchronous {
    Off,
    Normal,
    Full,
}

/// Transfers between accounts: two balances and an entry, or nothing.
#[derive(Clone, Copy, Debug)]
pub struct Books {
    pub synchronous: Synchronous,
    /// With SQLCipher.
    pub encrypted: bool,
    pub transfers: usize,
}

impl Books {
    fn open(&self, vfs: &Registered) -> rusqlite::Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags_and_vfs(FILE, flags, vfs.name())?;
        if self.encrypted {
            // SQLCipher tells standard error of every page that a cut has spoilt.
            connection.pragma_update(None, "cipher_log_level", "NONE")?;
            // Key and salt: without the salt SQLCipher reads it from the file's first sector, and a cut that spoils that
            // sector during a checkpoint spoils the file, although the log still has the page.
            connection.pragma_update(None, "key", format!("x'{}'", "5c".repeat(48)))?;
        }
        connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
        let synchronous = match self.synchronous {
            Synchronous::Off => 0,
            Synchronous::Normal => 1,
            Synchronous::Full => 2,
        };
        connection.pragma_update(None, "synchronous", synchronous)?;
        // Many checkpoints, and pages that go to the log before their transaction ends.
        connection.query_row("PRAGMA wal_autocheckpoint = 40", [], |_| Ok(()))?;
        connection.pragma_update(None, "cache_size", 10)?;
        Ok(connection)
    }

    fn number(random: &mut Random, below: i64) -> i64 {
        i64::try_from(random.next() >> 1).map_or(0, |number| number % below)
    }

    fn transfer(random: &mut Random, transaction: &Transaction<'_>) -> rusqlite::Result<()> {
        let (from, to) = (Self::number(random, ACCOUNTS), Self::number(random, ACCOUNTS));
        let amount = 1 + Self::number(random, 1000);
        // Sometimes more than the cache holds.
        let length = if random.chance(5) { 60_000 } else { 20 + random.below(6000) };
        transaction.execute("UPDATE account SET balance = balance - ?2 WHERE id = ?1", [from, amount])?;
        transaction.execute("UPDATE account SET balance = balance + ?2 WHERE id = ?1", [to, amount])?;
        transaction.execute("INSERT INTO entry(parties, note) VALUES(?1, ?2)", (format!("{from}>{to}"), random.bytes(length)))?;
        if random.chance(4) {
            transaction.execute("DELETE FROM entry WHERE n = (SELECT min(n) FROM entry)", [])?;
        }
        Ok(())
    }

    fn lay_out(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
        transaction.execute_batch(
            "CREATE TABLE IF NOT EXISTS account(id INTEGER PRIMARY KEY, balance INTEGER NOT NULL);
             CREATE TABLE IF NOT EXISTS entry(n INTEGER PRIMARY KEY, parties TEXT NOT NULL, note BLOB NOT NULL);
             CREATE INDEX IF NOT EXISTS entry_parties ON entry(parties);",
        )?;
        for id in 0..ACCOUNTS {
            transaction.execute("INSERT OR IGNORE INTO account VALUES(?1, 0)", [id])?;
        }
        Ok(())
    }
}

impl Subject for Books {
    fn look(&self, vfs: &Registered) -> Result<Digest, Damage> {
        let connection = self.open(vfs).map_err(|error| Damage::Closed(error.to_string()))?;
        let unreadable = |error: rusqlite::Error| Damage::Unreadable(error.to_string());
        if !is_sound(&connection).map_err(unreadable)? {
            return Err(Damage::Unsound);
        }
        digest(&connection).map_err(unreadable)
    }

    fn is_control(&self) -> bool {
        self.synchronous != Synchronous::Full
    }

    fn carry_on(&self, vfs: &Registered, mut random: Random) -> Result<(), Damage> {
        let stuck = |error: rusqlite::Error| Damage::Stuck(error.to_string());
        let mut connection = self.open(vfs).map_err(|error| Damage::Closed(error.to_string()))?;
        let transaction = connection.transaction().map_err(stuck)?;
        Self::lay_out(&transaction).and_then(|()| Self::transfer(&mut random, &transaction)).map_err(stuck)?;
        transaction.commit().map_err(stuck)
    }

    fn work(&self, vfs: &Registered, image: &Image, mut random: Random) -> Recording {
        let mut recorder = Recorder::start(self, vfs, image);
        let mut connection = self.open(vfs).expect("a disk that was judged whole opens");
        for n in 0..=self.transfers {
            let work = || {
                let transaction = connection.transaction()?;
                if n == 0 { Self::lay_out(&transaction) } else { Self::transfer(&mut random, &transaction) }?;
                transaction.commit()
            };
            recorder.promised(work).expect("the disk is in order");
            if random.chance(20) {
                // A program that ends and begins again: the log goes, a new one comes.
                drop(connection);
                connection = self.open(vfs).expect("the disk is in order");
            }
        }
        drop(connection);
        recorder.finish()
    }
}
