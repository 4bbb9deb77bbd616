//! Everything that a database holds, as one number: two databases with the same number hold the same rows.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error};

/// A fingerprint of all rows of all tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest(pub u64);

impl Digest {
    /// No database, or one without tables.
    pub const NOTHING: Self = Self(0);
}

/// Mixes words of eight bytes; not for adversaries who choose the content, only for chance.
struct Mixer(u64);

impl Mixer {
    const fn word(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x9fb2_1c65_1e98_df25);
        self.0 ^= self.0 >> 29;
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.word(bytes.len() as u64);
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.word(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.word(u64::from_le_bytes(last));
    }

    fn value(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::Null => self.word(1),
            ValueRef::Integer(number) => {
                self.word(2);
                self.word(number.cast_unsigned());
            }
            ValueRef::Real(number) => {
                self.word(3);
                self.word(number.to_bits());
            }
            ValueRef::Text(text) => {
                self.word(4);
                self.bytes(text);
            }
            ValueRef::Blob(blob) => {
                self.word(5);
                self.bytes(blob);
            }
        }
    }
}

/// Mixes bytes into a number that stands for what came before.
#[must_use]
pub fn of_bytes(before: u64, bytes: &[u8]) -> u64 {
    let mut mixer = Mixer(before);
    mixer.bytes(bytes);
    mixer.0
}

/// Reads every table row by row, in the order of its own key, so that no index has a say.
///
/// # Errors
/// SQLite's own: a page that does not hang together.
pub fn digest(connection: &Connection) -> Result<Digest, Error> {
    // Search keeps its content in ordinary tables beside the virtual ones; those are read.
    let mut names = connection
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")?;
    let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    if names.is_empty() {
        return Ok(Digest::NOTHING);
    }
    let mut mixer = Mixer(0);
    for name in names {
        mixer.bytes(name.as_bytes());
        let mut statement = connection.prepare(&format!("SELECT * FROM \"{name}\" NOT INDEXED"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                mixer.value(row.get_ref(column)?);
            }
        }
    }
    Ok(Digest(mixer.0))
}

/// What SQLite says of its own structure: pages, trees, indexes, constraints.
///
/// # Errors
/// SQLite's own.
pub fn is_sound(connection: &Connection) -> Result<bool, Error> {
    connection.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0)).map(|answer| answer == "ok")
}
