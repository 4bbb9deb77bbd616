//! The journal: who changed what, when, from what to what. Append-only, each line chained to the one before.

use rusqlite::Row;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use torgdom_records::{Edit, Id, Kind, Origin, State};
use ts_rs::TS;

use super::Reader;
use crate::error::{StoreError, damaged};

/// The chain's value before the first line.
pub(crate) const NOTHING_BEFORE: [u8; 32] = [0; 32];

/// A line as it is stored: the exact text is what the chain runs over.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) op: String,
    pub(crate) kind: Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<State>,
    /// The state after a creation or a change of state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<State>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) edits: Vec<Edit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<String>,
    /// SHA-256 of the body that a creation began with: the body itself follows from today's and the edits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) together: Option<String>,
    pub(crate) origin: Origin,
}

/// One entry of a record's history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct JournalLine {
    #[ts(type = "number")]
    pub n: u64,
    pub id: Id,
    #[ts(type = "string")]
    pub kind: Kind,
    /// RFC 3339.
    pub at: String,
    pub author: String,
    /// `create`, `edit`, `state`, `issue`, `purge`.
    pub op: String,
    pub edits: Vec<Edit>,
    #[ts(type = "string | null")]
    pub from: Option<State>,
    #[ts(type = "string | null")]
    pub to: Option<State>,
    pub reason: Option<String>,
    pub together: Option<String>,
    /// The import run that made the change; absent for what people and the platform did.
    pub import: Option<String>,
}

pub(crate) fn chain(before: &[u8], n: u64, id: &str, at: &str, author: &str, line: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(n.to_be_bytes());
    // Each part with its length, so that no text can pass for two others.
    for part in [id, at, author, line] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().into()
}

const COLUMNS: &str = "SELECT j.n, i.id, j.at, j.author, j.line FROM journal j JOIN ident i ON i.key = j.key";

impl Reader<'_> {
    /// What happened to one record, oldest first; a purged one's too.
    ///
    /// # Errors
    /// The store's own.
    pub fn history(&self, id: &str) -> Result<Vec<JournalLine>, StoreError> {
        let Some(key) = self.key_of(id)? else { return Ok(Vec::new()) };
        self.lines(&format!("{COLUMNS} WHERE j.key = ?1 ORDER BY j.n"), [key])
    }

    /// At most `limit` lines after line `n`, oldest first: what others wrote since one looked.
    ///
    /// # Errors
    /// The store's own.
    pub fn journal_after(&self, n: u64, limit: u32) -> Result<Vec<JournalLine>, StoreError> {
        self.lines(&format!("{COLUMNS} WHERE j.n > ?1 ORDER BY j.n LIMIT ?2"), (n, limit))
    }

    fn lines(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<JournalLine>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, stored)?;
        rows.map(|row| row.map_err(StoreError::from).and_then(Stored::open)).collect()
    }
}

type Parts = (u64, String, String, String, String);
struct Stored(Parts);

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
}

impl Stored {
    fn open(self) -> Result<JournalLine, StoreError> {
        let (n, id, at, author, line) = self.0;
        let line: Line = serde_json::from_str(&line).map_err(|error| damaged(format!("journal line {n}: {error}")))?;
        let import = match line.origin {
            Origin::Import { import } => Some(import),
            _ => None,
        };
        Ok(JournalLine {
            n,
            id,
            kind: line.kind,
            at,
            author,
            op: line.op,
            edits: line.edits,
            from: line.from,
            to: line.to,
            reason: line.reason,
            together: line.together,
            import,
        })
    }
}
