//! The one function that changes a record: record, journal, outbox, projections and search together.

use serde_json::Value;
use torgdom_records::record::BODY_SCHEMA;
use torgdom_records::{Body, Change, Edit, Op, Origin, Record, State, apply_edits, canonical};

use super::Writer;
use super::journal::{body_hash, void_reason};
use crate::codes;
use crate::error::StoreError;
use crate::projection;
use crate::reader::Line;

/// Longest id that is taken; ours have 36 characters.
const LONGEST_ID: usize = 64;

impl Writer<'_> {
    /// Applies one change and answers with the record as it is now. An edit that changes nothing writes nothing.
    ///
    /// # Errors
    /// `Exists`, `NotFound`, `Issued`, `Edit` (compare-and-set), … and the store's own. The caller's transaction is
    /// then to be given up: what was written before is still in it.
    pub fn apply(&self, change: &Change, origin: &Origin) -> Result<Record, StoreError> {
        check_id(&change.id)?;
        match &change.op {
            Op::Create { state, body } => self.create(change, *state, body, origin),
            Op::Issue { body } => {
                canonical(&Value::Object(body.clone())).map_err(|_| StoreError::NumberInIssued)?;
                self.create(change, State::Issued, body, origin)
            }
            Op::Edit { edits } => self.edit(change, edits, origin),
            Op::State { from, to, reason } => self.set_state(change, (*from, *to), reason.as_deref(), origin),
            Op::Purge => self.purge(change, origin),
        }
    }

    fn create(&self, change: &Change, state: State, body: &Body, origin: &Origin) -> Result<Record, StoreError> {
        let key = self.key_for(&change.id)?;
        if self.is_taken(key)? {
            return Err(StoreError::Exists(change.id.clone()));
        }
        let record = Record {
            id: change.id.clone(),
            kind: change.kind,
            scope: change.kind.scope().to_owned(),
            state,
            schema: BODY_SCHEMA,
            rev: 1,
            seq: origin.seq(),
            body: body.clone(),
            confirmed_body: None,
            updated_at: change.at.clone(),
            author: change.author.clone(),
        };
        self.execute(
            "INSERT INTO record(key, kind, scope, state, schema, rev, seq, updated_at, author, body)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            (
                key,
                codes::of_kind(record.kind),
                &record.scope,
                codes::of_state(state),
                record.schema,
                record.rev,
                record.seq,
                &record.updated_at,
                &record.author,
                text_of(&record.body)?,
            ),
        )?;
        let line = Line { to: Some(state), body: Some(body_hash(body)), ..line(change, origin) };
        self.journal(key, &change.id, &change.at, &change.author, &line)?;
        if origin.is_local() {
            self.outbox_created(key, change)?;
        }
        projection::project(self, key, Some(&record))?;
        Ok(record)
    }

    fn is_taken(&self, key: i64) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT EXISTS(SELECT 1 FROM record WHERE key = ?1) OR EXISTS(SELECT 1 FROM tombstone WHERE key = ?1)",
        )?;
        Ok(statement.query_row([key], |row| row.get(0))?)
    }

    fn existing(&self, change: &Change) -> Result<(i64, Record), StoreError> {
        let missing = || StoreError::NotFound(change.id.clone());
        let key = self.key_of(&change.id)?.ok_or_else(missing)?;
        let record = self.get_by_key(key)?.ok_or_else(missing)?;
        if record.kind != change.kind {
            return Err(StoreError::OtherKind(change.id.clone()));
        }
        Ok((key, record))
    }

    fn edit(&self, change: &Change, edits: &[Edit], origin: &Origin) -> Result<Record, StoreError> {
        let (key, mut record) = self.existing(change)?;
        if record.kind.freezes_at_issue() && matches!(record.state, State::Issued | State::Void) {
            return Err(StoreError::Issued(change.id.clone()));
        }
        if origin.is_local() {
            let before = record.body.clone();
            let done = apply_edits(&mut record.body, edits)?;
            if done.is_empty() {
                return Ok(record);
            }
            if record.seq.is_some() && record.confirmed_body.is_none() {
                record.confirmed_body = Some(before.clone());
            }
            self.outbox_edited(key, change, &before, &done)?;
            self.journal(key, &change.id, &change.at, &change.author, &Line { edits: done, ..line(change, origin) })?;
        } else {
            let shown = record.body.clone();
            self.edit_confirmed(key, &mut record, edits)?;
            record.seq = origin.seq().or(record.seq);
            let done = torgdom_records::diff(&shown, &record.body);
            if !done.is_empty() {
                self.journal(key, &change.id, &change.at, &change.author, &Line { edits: done, ..line(change, origin) })?;
            }
        }
        self.store(key, &mut record, change)?;
        projection::project(self, key, Some(&record))?;
        Ok(record)
    }

    /// The platform's edits go onto the confirmed body; unsent edits stay on top of it on the screen.
    fn edit_confirmed(&self, key: i64, record: &mut Record, edits: &[Edit]) -> Result<(), StoreError> {
        let mut confirmed = record.confirmed_body.take().unwrap_or_else(|| record.body.clone());
        apply_edits(&mut confirmed, edits)?;
        if self.key_is_unsent(key)? {
            record.body = self.replay(key, &confirmed)?;
            record.confirmed_body = Some(confirmed);
        } else {
            record.body = confirmed;
        }
        Ok(())
    }

    fn set_state(
        &self,
        change: &Change,
        step: (State, State),
        reason: Option<&str>,
        origin: &Origin,
    ) -> Result<Record, StoreError> {
        let (key, mut record) = self.existing(change)?;
        let (from, to) = step;
        if record.state == to {
            return Ok(record);
        }
        if record.state != from || !from.may_become(to, record.kind) {
            if record.kind.freezes_at_issue() && matches!(record.state, State::Issued | State::Void) {
                return Err(StoreError::Issued(change.id.clone()));
            }
            return Err(StoreError::BadState { from: record.state, to });
        }
        record.state = to;
        let mut edits = Vec::new();
        if let Some(reason) = reason.filter(|_| to == State::Void) {
            edits = apply_edits(&mut record.body, &[void_reason(reason)])?;
        }
        record.seq = origin.seq().or(record.seq);
        let entry = Line { from: Some(from), to: Some(to), reason: reason.map(str::to_owned), edits, ..line(change, origin) };
        self.journal(key, &change.id, &change.at, &change.author, &entry)?;
        if origin.is_local() {
            self.outbox_state(key, change, &record)?;
        }
        self.store(key, &mut record, change)?;
        projection::project(self, key, Some(&record))?;
        Ok(record)
    }

    fn purge(&self, change: &Change, origin: &Origin) -> Result<Record, StoreError> {
        let (key, record) = self.existing(change)?;
        if origin.is_local() && self.is_referred_to(key, &change.id)? {
            return Err(StoreError::Referred(change.id.clone()));
        }
        self.journal(key, &change.id, &change.at, &change.author, &Line { from: Some(record.state), ..line(change, origin) })?;
        if origin.is_local() {
            self.outbox_purged(key, change, &record)?;
        }
        self.execute("DELETE FROM record WHERE key = ?1", [key])?;
        self.execute(
            "INSERT INTO tombstone(key, kind, at, seq) VALUES(?1, ?2, ?3, ?4)",
            (key, codes::of_kind(record.kind), &change.at, origin.seq()),
        )?;
        projection::project(self, key, None)?;
        Ok(record)
    }

    fn store(&self, key: i64, record: &mut Record, change: &Change) -> Result<(), StoreError> {
        record.rev += 1;
        record.updated_at.clone_from(&change.at);
        record.author.clone_from(&change.author);
        self.execute(
            "UPDATE record SET state = ?2, rev = ?3, seq = ?4, updated_at = ?5, author = ?6, body = ?7, confirmed_body = ?8 WHERE key = ?1",
            (
                key,
                codes::of_state(record.state),
                record.rev,
                record.seq,
                &record.updated_at,
                &record.author,
                text_of(&record.body)?,
                record.confirmed_body.as_ref().map(text_of).transpose()?,
            ),
        )
    }
}

fn line(change: &Change, origin: &Origin) -> Line {
    Line {
        op: change.op.name().to_owned(),
        kind: change.kind,
        from: None,
        to: None,
        edits: Vec::new(),
        reason: None,
        body: None,
        together: change.together.clone(),
        origin: origin.clone(),
    }
}

fn text_of(body: &Body) -> Result<String, StoreError> {
    serde_json::to_string(body).map_err(|error| StoreError::Fault(error.to_string()))
}

fn check_id(id: &str) -> Result<(), StoreError> {
    if is_id(id) { Ok(()) } else { Err(StoreError::BadId(id.chars().take(LONGEST_ID).collect())) }
}

/// Text that can be an id: a reference to anything else leads nowhere.
pub(crate) fn is_id(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !id.is_empty() && id.len() <= LONGEST_ID && id.bytes().all(allowed)
}
