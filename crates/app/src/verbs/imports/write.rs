//! A file that was planned, written in batches as one run, and the whole run taken back. Each row is planned again as
//! it is written, against the desk as it is at that moment: nothing of a colleague's is written over, and memory holds
//! one batch, however long the file.

use std::sync::PoisonError;

use serde_json::Value;
use torgdom_imports::mapping::Mapping;
use torgdom_imports::plan::{self, Action, PlannedRow, Planner, price_list_body};
use torgdom_imports::table::Row;
use torgdom_records::{Body, Edit, Kind, Op, Origin, Record, State, apply_edits, diff, inverse, prune_body};
use torgdom_store::{JournalLine, Reader, Writer};

use super::existing::{Here, Keys};
use super::views::{ImportDone, ImportUndone};
use super::{ImportSession, run_key};
use crate::desk::Desk;
use crate::event::Event;
use crate::failure::Failure;
use crate::verbs::records::{find, parse_kind};

/// Rows a transaction.
const BATCH: usize = 500;
/// Journal lines read at once while an import is taken back.
const LINES: u32 = 1_000;

impl Desk {
    /// Writes what the plan said, in batches; a cancelled import keeps the batches that are done, as one run that can
    /// be taken back. After a failure the file is still open, and what was written can be taken back.
    ///
    /// # Errors
    /// `import_session_gone`, `import_not_planned`, the store's (with the `batch`).
    pub fn apply_import(&self, session: &str) -> Result<ImportDone, Failure> {
        let mut found = {
            let mut sessions = self.imports.lock().unwrap_or_else(PoisonError::into_inner);
            let place =
                sessions.iter().position(|found| found.id == session).ok_or_else(|| Failure::new("import_session_gone"))?;
            if !sessions[place].is_planned {
                return Err(Failure::new("import_not_planned"));
            }
            sessions.remove(place)
        };
        let applied = self.apply_session(&mut found);
        if let Err(failure) = applied {
            let batch = found.id.clone();
            self.imports.lock().unwrap_or_else(PoisonError::into_inner).push(found);
            return Err(failure.with("batch", batch));
        }
        self.tell(&Event::Changed {
            ids: Vec::new(),
            kinds: vec![found.mapping.target.as_str().to_owned()],
            by: "desk".to_owned(),
        });
        applied
    }

    fn apply_session(&self, found: &mut ImportSession) -> Result<ImportDone, Failure> {
        let kind = parse_kind(found.mapping.target.as_str())?;
        // Written first: whatever happens after it, the run can be found and taken back.
        self.writing(|_, writer| {
            let first = writer.head()?;
            if writer.local(&run_key(&found.id))?.is_none() {
                writer.set_local(&run_key(&found.id), &first.to_string())?;
            }
            Ok(())
        })?;
        let mut done = ImportDone { batch: found.id.clone(), ..ImportDone::default() };
        if kind == Kind::PriceList {
            self.write_price_list(found, &mut done)?;
        } else {
            self.write_rows(kind, found, &mut done)?;
        }
        let mapping: Mapping = found.mapping.clone();
        self.writing(|desk, writer| desk.remember_mapping(writer, mapping))?;
        Ok(done)
    }

    fn write_rows(&self, kind: Kind, found: &ImportSession, done: &mut ImportDone) -> Result<(), Failure> {
        let store = self.store()?;
        let tables = self.tables();
        let (keys, settings) = self.reading(|desk, reader| {
            Ok((Keys::gather(reader, found.mapping.target)?, desk.import_settings(reader, &found.options, &tables)?))
        })?;
        let mut planner = Planner::new(&found.mapping, &settings);
        let origin = Origin::Import { import: found.id.clone() };
        let rows: Vec<Row<'_>> = found.table.rows().collect();
        for (batch, rows_of_batch) in rows.chunks(BATCH).enumerate() {
            if self.is_cancelled(&done.batch) {
                done.cancelled = true;
                break;
            }
            store.write_bulk(|writer| -> Result<(), Failure> {
                let here = Here { keys: &keys, reader: writer };
                for row in rows_of_batch {
                    if let Some(row) = planner.row(*row, &here, &mut || self.clock.new_id()) {
                        self.write_row(writer, kind, row, &origin, done)?;
                    }
                }
                Ok(())
            })?;
            let reached = (batch * BATCH + rows_of_batch.len()) as u64;
            self.tell(&Event::Progress {
                id: done.batch.clone(),
                label: "import".to_owned(),
                done: reached,
                total: rows.len() as u64,
            });
        }
        Ok(store.finish_bulk()?)
    }

    fn write_row(
        &self,
        writer: &Writer<'_>,
        kind: Kind,
        row: PlannedRow,
        origin: &Origin,
        done: &mut ImportDone,
    ) -> Result<(), Failure> {
        match row.action {
            Action::Create => {
                let body = prune_body(row.body);
                self.refuse_unreadable(kind, State::first(kind), &body)?;
                let change =
                    self.new_change(writer, self.clock.new_id(), kind, Op::Create { state: State::first(kind), body })?;
                writer.apply(&change, origin)?;
                done.created += 1;
            }
            Action::Update { id } => {
                let record = find(writer, &id)?;
                if self.overwrite(writer, &record, row.body, origin)? {
                    done.updated += 1;
                } else {
                    done.skipped += 1;
                }
            }
            Action::Same { .. } | Action::Duplicate { .. } | Action::Refused | Action::Total => done.skipped += 1,
        }
        Ok(())
    }

    fn write_price_list(&self, found: &ImportSession, done: &mut ImportDone) -> Result<(), Failure> {
        let list = found.options.price_list.as_str();
        let origin = Origin::Import { import: found.id.clone() };
        let written = self.writing(|desk, writer| {
            let record = if list.is_empty() { None } else { Some(find(writer, list)?) };
            let tables = desk.tables();
            let settings = desk.import_settings(writer, &found.options, &tables)?;
            let keys = Keys::gather(writer, found.mapping.target)?;
            let here = Here { keys: &keys, reader: writer };
            let mut counts = plan::Counts::default();
            let mut ids = || desk.clock.new_id();
            let rows = plan::planned(&found.table, &found.mapping, &here, &settings, &mut ids).inspect(|row| counts.add(row));
            let old = record.as_ref().map(|record| record.body.clone()).unwrap_or_default();
            let body = price_list_body(&old, rows);
            match &record {
                Some(record) => drop(desk.overwrite(writer, record, body, &origin)?),
                None => desk.create_price_list(writer, body, &found.name, &origin)?,
            }
            Ok(counts)
        })?;
        done.created += written.create;
        done.updated += written.update;
        done.skipped += written.rows - written.create - written.update;
        Ok(())
    }

    /// A price list of the file's name, from today.
    fn create_price_list(&self, writer: &Writer<'_>, mut body: Body, file: &str, origin: &Origin) -> Result<(), Failure> {
        let name = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        body.entry("name").or_insert_with(|| Value::String(name.to_owned()));
        body.entry("from").or_insert_with(|| Value::String(self.clock.today().to_string()));
        let op = Op::Create { state: State::Live, body: prune_body(body) };
        writer.apply(&self.new_change(writer, self.clock.new_id(), Kind::PriceList, op)?, origin)?;
        Ok(())
    }

    /// Does the record differ from `body` now? Then it is changed.
    fn overwrite(&self, writer: &Writer<'_>, record: &Record, body: Body, origin: &Origin) -> Result<bool, Failure> {
        let body = prune_body(body);
        self.refuse_unreadable(record.kind, record.state, &body)?;
        let edits = diff(&record.body, &body);
        if edits.is_empty() {
            return Ok(false);
        }
        writer.apply(&self.change_of(writer, record, Op::Edit { edits })?, origin)?;
        Ok(true)
    }

    /// Takes a whole import back: what it made is archived, what it changed gets its old values, unless somebody
    /// changed them since.
    ///
    /// # Errors
    /// `import_unknown`, the store's.
    pub fn undo_import(&self, batch: &str) -> Result<ImportUndone, Failure> {
        let lines = self.reading(|_, reader| lines_of(reader, batch))?;
        let mut undone = ImportUndone::default();
        // Backwards: of two changes of one value the later goes first.
        for chunk in lines.rchunks(BATCH) {
            self.writing(|desk, writer| {
                for line in chunk.iter().rev() {
                    desk.take_back(writer, line, &mut undone)?;
                }
                Ok(())
            })?;
        }
        self.writing(|_, writer| Ok(writer.remove_local(&run_key(batch))?))?;
        self.tell(&Event::Changed { ids: Vec::new(), kinds: Vec::new(), by: "desk".to_owned() });
        Ok(undone)
    }

    fn take_back(&self, writer: &Writer<'_>, line: &JournalLine, undone: &mut ImportUndone) -> Result<(), Failure> {
        let Some(record) = writer.get(&line.id)? else { return Ok(()) };
        let op = if line.op == "create" {
            if record.state != State::Live {
                return Ok(());
            }
            Op::State { from: record.state, to: State::Archived, reason: None }
        } else {
            let edits: Vec<Edit> = inverse(&line.edits);
            if apply_edits(&mut record.body.clone(), &edits).is_err() {
                undone.kept += 1;
                return Ok(());
            }
            Op::Edit { edits }
        };
        writer.apply(&self.change_of(writer, &record, op)?, &Origin::Local)?;
        undone.undone += 1;
        Ok(())
    }
}

/// The journal's lines of one import, oldest first.
fn lines_of(reader: &Reader<'_>, batch: &str) -> Result<Vec<JournalLine>, Failure> {
    let first = reader.local(&run_key(batch))?.ok_or_else(|| Failure::new("import_unknown"))?;
    let mut at: u64 = first.parse().map_err(|_| Failure::new("import_unknown"))?;
    let mut found = Vec::new();
    loop {
        let lines = reader.journal_after(at, LINES)?;
        let Some(last) = lines.last() else { return Ok(found) };
        at = last.n;
        found.extend(lines.into_iter().filter(|line| line.import.as_deref() == Some(batch)));
    }
}
