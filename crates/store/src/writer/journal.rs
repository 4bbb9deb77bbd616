//! A journal line, chained to the one before.

use rusqlite::OptionalExtension as _;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use torgdom_records::canonical::comparable;
use torgdom_records::{Body, Edit};

use super::Writer;
use crate::error::{StoreError, damaged};
use crate::reader::{Line, NOTHING_BEFORE, chain};

impl Writer<'_> {
    pub(super) fn journal(&self, key: i64, id: &str, at: &str, author: &str, line: &Line) -> Result<(), StoreError> {
        let (last, before) = match self.head.get() {
            Some(head) => head,
            None => self.newest_line()?,
        };
        let n = last + 1;
        let text = serde_json::to_string(line).map_err(|error| StoreError::Fault(error.to_string()))?;
        let hash = chain(&before, n, id, at, author, &text);
        self.execute(
            "INSERT INTO journal(n, key, at, author, line, hash) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
            (n, key, at, author, text, hash),
        )?;
        self.head.set(Some((n, hash)));
        Ok(())
    }

    fn newest_line(&self) -> Result<(u64, [u8; 32]), StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT n, hash FROM journal ORDER BY n DESC LIMIT 1")?;
        let newest: Option<(u64, Vec<u8>)> = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((n, hash)) = newest else { return Ok((0, NOTHING_BEFORE)) };
        let hash = hash.try_into().map_err(|_| damaged(format!("journal line {n}: hash")))?;
        Ok((n, hash))
    }
}

/// SHA-256 of a body, whatever the order of its keys.
pub(crate) fn body_hash(body: &Body) -> String {
    torgdom_records::unit::hex(&Sha256::digest(comparable(body)))
}

/// A voided body differs from the issued one by its reason only: an edit like any other.
pub(super) fn void_reason(reason: &str) -> Edit {
    Edit::new("/void_reason", None, Some(Value::String(reason.to_owned())))
}
