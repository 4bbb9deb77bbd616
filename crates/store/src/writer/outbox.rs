//! The outbox: local changes until the platform has answered for them.
//!
//! A record that the platform has never seen is one open line, whatever happens to it: it is sent as one creation of
//! what it then is. Before the device has joined a platform nothing is ever sealed, so the outbox does not grow with
//! edits. Afterwards edits of one field fold into one until they are sealed; a sealed mutation never changes.

use std::collections::BTreeMap;

use rusqlite::OptionalExtension as _;
use serde_json::Value;
use torgdom_records::pointer::tokens;
use torgdom_records::record::BODY_SCHEMA;
use torgdom_records::{Body, Change, Edit, Id, Kind, Mutation, MutationOp, Op, Record, State, unit_hash, unit_of};

use super::Writer;
use crate::error::{StoreError, damaged};

/// A whole record: its creation, its issue.
const WHOLE: &str = "";
/// No JSON Pointer begins so.
const STATE: &str = "#state";
const PURGE: &str = "#purge";
/// Unit of what concerns the whole record.
const RECORD_UNIT: &str = "";

/// An open line.
struct Open {
    path: String,
    op: String,
    unit: String,
    unit_hash: String,
    change: String,
    author: String,
    at: String,
    together: Option<String>,
}

impl Writer<'_> {
    pub(super) fn outbox_created(&self, key: i64, change: &Change) -> Result<(), StoreError> {
        self.put_open(key, WHOLE, change.op.name(), (RECORD_UNIT, ""), "", change)
    }

    pub(super) fn outbox_edited(&self, key: i64, change: &Change, before: &Body, edits: &[Edit]) -> Result<(), StoreError> {
        if self.folds_into_creation(key)? {
            return Ok(());
        }
        for edit in edits {
            let unit = unit_of(change.kind, &edit.path);
            let hash = self.open_unit_hash(key, &unit)?.unwrap_or_else(|| unit_hash(change.kind, &unit, before));
            let folded = match self.open_change(key, &edit.path)? {
                Some(earlier) => Edit { old: read_edit(&earlier)?.old, ..edit.clone() },
                None => edit.clone(),
            };
            if folded.old == folded.new {
                self.execute("DELETE FROM outbox_open WHERE key = ?1 AND path = ?2", (key, &edit.path))?;
                continue;
            }
            let text = serde_json::to_string(&folded).map_err(|error| StoreError::Fault(error.to_string()))?;
            self.put_open(key, &edit.path, "edit", (&unit, &hash), &text, change)?;
        }
        Ok(())
    }

    pub(super) fn outbox_state(&self, key: i64, change: &Change, record: &Record) -> Result<(), StoreError> {
        if self.folds_into_creation(key)? {
            return Ok(());
        }
        let Op::State { from, reason, .. } = &change.op else { return Ok(()) };
        let from = match self.open_change(key, STATE)? {
            Some(earlier) => read_states(&earlier)?.0,
            None => *from,
        };
        let text = serde_json::to_string(&(from, record.state, reason)).map_err(|error| StoreError::Fault(error.to_string()))?;
        self.put_open(key, STATE, change.op.name(), (RECORD_UNIT, ""), &text, change)
    }

    pub(super) fn outbox_purged(&self, key: i64, change: &Change, record: &Record) -> Result<(), StoreError> {
        let never_sent = self.folds_into_creation(key)?;
        self.execute("DELETE FROM outbox_open WHERE key = ?1", [key])?;
        if never_sent && record.seq.is_none() {
            return Ok(());
        }
        self.put_open(key, PURGE, "purge", (RECORD_UNIT, ""), "", change)
    }

    /// Is the record's creation itself still open?
    fn folds_into_creation(&self, key: i64) -> Result<bool, StoreError> {
        Ok(self.open_change(key, WHOLE)?.is_some())
    }

    fn open_change(&self, key: i64, path: &str) -> Result<Option<String>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT coalesce(change, '') FROM outbox_open WHERE key = ?1 AND path = ?2")?;
        Ok(statement.query_row((key, path), |row| row.get(0)).optional()?)
    }

    /// The unit as its author saw it before the first open edit.
    fn open_unit_hash(&self, key: i64, unit: &str) -> Result<Option<String>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT unit_hash FROM outbox_open WHERE key = ?1 AND unit = ?2 LIMIT 1")?;
        Ok(statement.query_row((key, unit), |row| row.get(0)).optional()?)
    }

    fn put_open(
        &self,
        key: i64,
        path: &str,
        op: &str,
        unit: (&str, &str),
        text: &str,
        change: &Change,
    ) -> Result<(), StoreError> {
        self.execute(
            "INSERT OR REPLACE INTO outbox_open(key, path, op, unit, unit_hash, change, author, at, together)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            (key, path, op, unit.0, unit.1, text, &change.author, &change.at, &change.together),
        )
    }

    /// Joins a platform: from now on changes are sealed and sent, each record first as one creation.
    ///
    /// # Errors
    /// The store's own.
    pub fn enrol(&self, device: &str) -> Result<(), StoreError> {
        self.set_meta("device", device)
    }

    /// Gives the open changes of one record their numbers (on leaving it, after a rest), or those of all (at
    /// sending). Answers how many mutations that made.
    ///
    /// # Errors
    /// The store's own.
    pub fn seal(&self, id: Option<&Id>) -> Result<u64, StoreError> {
        if !self.enrolled && self.device()?.is_none() {
            return Ok(0);
        }
        let keys: Vec<i64> = match id {
            Some(id) => self.key_of(id)?.into_iter().collect(),
            None => {
                // In the order of the changes, so that what refers to a new record comes after it.
                let mut statement =
                    self.connection.prepare_cached("SELECT key FROM outbox_open GROUP BY key ORDER BY min(at), key")?;
                statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?
            }
        };
        keys.into_iter().try_fold(0, |made, key| Ok(made + self.seal_one(key)?))
    }

    fn seal_one(&self, key: i64) -> Result<u64, StoreError> {
        let open = self.open_of(key)?;
        let mut edits: BTreeMap<String, Vec<Open>> = BTreeMap::new();
        let mut made = 0;
        for line in open {
            if line.op == "edit" {
                edits.entry(line.unit.clone()).or_default().push(line);
                continue;
            }
            let op = self.whole_op(key, &line)?;
            self.seal_line(key, &line, op)?;
            made += 1;
        }
        for (unit, lines) in edits {
            let Some(first) = lines.first() else { continue };
            let changes = lines.iter().map(|line| read_edit(&line.change)).collect::<Result<Vec<_>, _>>()?;
            self.seal_line(key, first, MutationOp::edit(unit, first.unit_hash.clone(), changes))?;
            made += 1;
        }
        self.execute("DELETE FROM outbox_open WHERE key = ?1", [key])?;
        Ok(made)
    }

    fn open_of(&self, key: i64) -> Result<Vec<Open>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT path, op, coalesce(unit, ''), coalesce(unit_hash, ''), coalesce(change, ''), coalesce(author, ''), coalesce(at, ''), together
             FROM outbox_open WHERE key = ?1 ORDER BY at, path",
        )?;
        let rows = statement.query_map([key], |row| {
            Ok(Open {
                path: row.get(0)?,
                op: row.get(1)?,
                unit: row.get(2)?,
                unit_hash: row.get(3)?,
                change: row.get(4)?,
                author: row.get(5)?,
                at: row.get(6)?,
                together: row.get(7)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn whole_op(&self, key: i64, line: &Open) -> Result<MutationOp, StoreError> {
        if line.path == PURGE {
            return Ok(MutationOp::Purge);
        }
        if line.path == STATE {
            let (from, to, reason) = read_states(&line.change)?;
            return Ok(MutationOp::State { from, to, reason });
        }
        let record = self.get_by_key(key)?.ok_or_else(|| damaged("outbox: a creation without its record"))?;
        Ok(match (line.op.as_str(), record.state) {
            ("issue", State::Issued) => MutationOp::Issue { body: record.body },
            (_, state) => MutationOp::Create { state, body: record.body },
        })
    }

    fn seal_line(&self, key: i64, line: &Open, op: MutationOp) -> Result<(), StoreError> {
        let after: Option<u64> = self
            .connection
            .prepare_cached("SELECT max(m) FROM outbox WHERE key = ?1 AND (unit = ?2 OR unit = '')")?
            .query_row((key, &line.unit), |row| row.get(0))?;
        self.execute("INSERT INTO outbox(key, unit, mutation) VALUES(?1, ?2, '')", (key, &line.unit))?;
        let m = self.connection.last_insert_rowid();
        let kind = self.kind_of(key)?;
        let mutation = Mutation {
            m: m.unsigned_abs(),
            id: self.id_of(key)?,
            kind,
            scope: kind.scope().to_owned(),
            schema: BODY_SCHEMA,
            op,
            after,
            together: line.together.clone(),
            author: line.author.clone(),
            at: line.at.clone(),
        };
        let text = serde_json::to_string(&mutation).map_err(|error| StoreError::Fault(error.to_string()))?;
        self.execute("UPDATE outbox SET mutation = ?2 WHERE m = ?1", (m, text))
    }

    fn kind_of(&self, key: i64) -> Result<Kind, StoreError> {
        let sql = "SELECT kind FROM record WHERE key = ?1 UNION ALL SELECT kind FROM tombstone WHERE key = ?1";
        crate::codes::kind(self.connection.prepare_cached(sql)?.query_row([key], |row| row.get(0))?)
    }

    /// The confirmed body with the unsent edits laid over it, oldest first: what the screen shows. Where a colleague
    /// changed the same field, mine is shown until the conflict is decided; an edit whose place is gone is left out.
    pub(super) fn replay(&self, key: i64, confirmed: &Body) -> Result<Body, StoreError> {
        let mut body = confirmed.clone();
        let mut statement = self.connection.prepare_cached("SELECT mutation FROM outbox WHERE key = ?1 ORDER BY m")?;
        for text in statement.query_map([key], |row| row.get::<_, String>(0))? {
            let mutation: Mutation = serde_json::from_str(&text?).map_err(|error| damaged(format!("outbox: {error}")))?;
            if let MutationOp::Edit { fields, .. } = mutation.op {
                for (path, field) in fields {
                    lay(&mut body, &path, field.new);
                }
            }
        }
        for line in self.open_of(key)?.into_iter().filter(|line| line.op == "edit") {
            lay(&mut body, &line.path, read_edit(&line.change)?.new);
        }
        Ok(body)
    }
}

fn lay(body: &mut Body, path: &str, new: Option<Value>) {
    let Some(steps) = tokens(path) else { return };
    let mut found = Some(&*body);
    let Some((last, parents)) = steps.split_last() else { return };
    for step in parents {
        found = found.and_then(|map| map.get(step)).and_then(Value::as_object);
    }
    let old = found.and_then(|map| map.get(last)).cloned();
    // Refused only when the entry that the field belongs to is gone.
    let _ = torgdom_records::apply_edits(body, &[Edit::new(path, old, new)]);
}

fn read_edit(text: &str) -> Result<Edit, StoreError> {
    serde_json::from_str(text).map_err(|error| damaged(format!("outbox: {error}")))
}

fn read_states(text: &str) -> Result<(State, State, Option<String>), StoreError> {
    serde_json::from_str(text).map_err(|error| damaged(format!("outbox: {error}")))
}
