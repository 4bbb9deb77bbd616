//! One record.

use rusqlite::OptionalExtension as _;
use torgdom_records::{Body, Record};

use super::Reader;
use crate::codes;
use crate::error::{StoreError, damaged};

type Raw = (i64, String, i64, u32, u64, Option<u64>, String, String, String, Option<String>);

impl Reader<'_> {
    /// The record as the screen shows it.
    ///
    /// # Errors
    /// The store's own; an unknown id is no error.
    pub fn get(&self, id: &str) -> Result<Option<Record>, StoreError> {
        match self.key_of(id)? {
            Some(key) => self.get_by_key(key),
            None => Ok(None),
        }
    }

    pub(crate) fn get_by_key(&self, key: i64) -> Result<Option<Record>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, scope, state, schema, rev, seq, updated_at, author, body, confirmed_body FROM record WHERE key = ?1",
        )?;
        let raw: Option<Raw> = statement
            .query_row([key], |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get(2)?,
                    row.get(3)?,
                    row.get(4)?,
                    row.get(5)?,
                    row.get(6)?,
                    row.get(7)?,
                    row.get(8)?,
                    row.get(9)?,
                ))
            })
            .optional()?;
        let Some((kind, scope, state, schema, rev, seq, updated_at, author, body, confirmed)) = raw else { return Ok(None) };
        Ok(Some(Record {
            id: self.id_of(key)?,
            kind: codes::kind(kind)?,
            scope,
            state: codes::state(state)?,
            schema,
            rev,
            seq,
            body: body_of(&body)?,
            confirmed_body: confirmed.as_deref().map(body_of).transpose()?,
            updated_at,
            author,
        }))
    }
}

pub(crate) fn body_of(text: &str) -> Result<Body, StoreError> {
    serde_json::from_str(text).map_err(|error| damaged(format!("body: {error}")))
}
