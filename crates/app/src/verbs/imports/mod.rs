//! Other people's files into records: read, map, look at the plan, apply, and take the whole of it back.

mod existing;
mod views;

use std::path::Path;
use std::sync::PoisonError;

use serde_json::{Map, Value};
use torgdom_imports::mapping::{self, MappedColumn, Mapping, Target};
use torgdom_imports::plan::{self, Action, Options, Plan, PlannedRow, price_list_body};
use torgdom_imports::table::{ReadOptions, Table, TableError, read, read_path};
use torgdom_records::{Body, Edit, Kind, Op, Origin, Record, State, apply_edits, diff, inverse, prune_body};
use torgdom_store::{JournalLine, Reader, Writer};

use existing::Here;
pub use views::{ImportDone, ImportUndone, ImportView, PlanView};

use super::files::decode;
use super::links::load;
use super::records::{find, parse_kind};
use crate::desk::Desk;
use crate::event::Event;
use crate::failure::Failure;

/// Files that are open at once; the oldest one is forgotten.
const SESSIONS: usize = 4;
/// Rows a transaction.
const BATCH: usize = 500;
/// Mappings that are remembered a kind.
const REMEMBERED: usize = 30;
/// Journal lines read at once while an import is taken back.
const LINES: u32 = 1_000;

/// A file that was read and waits for its mapping or its plan.
#[derive(Debug)]
pub(crate) struct ImportSession {
    id: String,
    name: String,
    table: Table,
    mapping: Mapping,
    options: ImportOptions,
    plan: Option<Planned>,
}

/// A plan, and the journal's last line when it was made.
#[derive(Debug)]
struct Planned {
    plan: Plan,
    head: u64,
}

/// What a person chose besides the columns.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// The price list to fill; empty makes a new one.
    pub price_list: String,
    /// Change the records that are already there, or leave them.
    pub update: bool,
}

impl Desk {
    /// Reads a file and suggests its mapping.
    ///
    /// # Errors
    /// `unknown_kind`, the file's own (`import_…`), `nothing_chosen`.
    pub fn read_import(&self, kind: &str, name: &str, base64: Option<&str>, path: Option<&Path>) -> Result<ImportView, Failure> {
        let target = Target::from_name(kind).ok_or_else(|| Failure::new("unknown_kind").with("kind", kind))?;
        let options = ReadOptions::default();
        let table = match (base64, path) {
            (Some(text), _) => read(&decode(text)?, &options),
            (None, Some(path)) => read_path(path, &options),
            (None, None) => return Err(Failure::new("nothing_chosen")),
        }
        .map_err(|error| unreadable(&error))?;
        let remembered = self.remembered(target)?;
        let mapping = mapping::suggest(&table, target, &remembered);
        let name =
            path.and_then(|path| path.file_name()).map_or_else(|| name.to_owned(), |name| name.to_string_lossy().into_owned());
        let session =
            ImportSession { id: self.clock.new_id(), name, table, mapping, options: ImportOptions::default(), plan: None };
        let view = views::import_view(&session.id, &session.table, &session.mapping);
        let mut sessions = self.imports.lock().unwrap_or_else(PoisonError::into_inner);
        if sessions.len() == SESSIONS {
            sessions.remove(0);
        }
        sessions.push(session);
        Ok(view)
    }

    /// What the file would do under this mapping: nothing is written. `columns` gives the field of each column by its
    /// number; absent takes the suggestion.
    ///
    /// # Errors
    /// `import_session_gone`, `refused` with the problems of the mapping.
    pub fn plan_import(
        &self,
        session: &str,
        columns: Option<&Map<String, Value>>,
        options: &ImportOptions,
    ) -> Result<PlanView, Failure> {
        let mut sessions = self.imports.lock().unwrap_or_else(PoisonError::into_inner);
        let found = sessions.iter_mut().find(|found| found.id == session).ok_or_else(|| Failure::new("import_session_gone"))?;
        if let Some(columns) = columns {
            found.mapping = remap(&found.mapping, columns);
        }
        let problems = found.mapping.problems();
        if !problems.is_empty() {
            return Err(Failure::refused(problems));
        }
        found.options.clone_from(options);
        let planned = self.planned(found)?;
        let view = views::plan_view(session, &planned.plan);
        found.plan = Some(planned);
        Ok(view)
    }

    fn planned(&self, session: &ImportSession) -> Result<Planned, Failure> {
        self.reading(|desk, reader| {
            let existing = Here::new(reader, session.mapping.target)?;
            let settings = desk.import_settings(reader, &session.options)?;
            let mut ids = || desk.clock.new_id();
            let plan = plan::plan(&session.table, &session.mapping, &existing, &settings, &mut ids);
            Ok(Planned { plan, head: reader.head()? })
        })
    }

    fn import_settings(&self, reader: &Reader<'_>, options: &ImportOptions) -> Result<Options<'static>, Failure> {
        let organisation = self.default_organisation(reader)?.unwrap_or_default();
        let country = load::<torgdom_domain::organisation::Organisation>(reader, &organisation, Kind::Organisation)?
            .map_or_else(|| "RU".to_owned(), |organisation| organisation.party.country);
        let price_list = if options.price_list.is_empty() { Body::new() } else { find(reader, &options.price_list)?.body };
        Ok(Options {
            tables: self.tables(),
            today: self.clock.today(),
            country,
            organisation,
            update: options.update,
            price_list,
        })
    }

    /// Writes what the plan says, in batches; a cancelled import keeps the batches that are done, as one run that can
    /// be taken back. What was changed at the desk since the plan was made is planned anew, so that nothing of it is
    /// written over. After a failure the file is still open, and what was written can be taken back.
    ///
    /// # Errors
    /// `import_session_gone`, `import_not_planned`, the store's (with the `batch`).
    pub fn apply_import(&self, session: &str) -> Result<ImportDone, Failure> {
        let mut found = {
            let mut sessions = self.imports.lock().unwrap_or_else(PoisonError::into_inner);
            let place =
                sessions.iter().position(|found| found.id == session).ok_or_else(|| Failure::new("import_session_gone"))?;
            if sessions[place].plan.is_none() {
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
        let first = self.writing(|_, writer| {
            let first = writer.head()?;
            if writer.local(&run_key(&found.id))?.is_none() {
                writer.set_local(&run_key(&found.id), &first.to_string())?;
            }
            Ok(first)
        })?;
        let planned = match found.plan.take() {
            Some(planned) if planned.head == first => planned,
            _ => self.planned(found)?,
        };
        let Planned { plan, .. } = found.plan.insert(planned);
        let origin = Origin::Import { import: found.id.clone() };
        let mut done = ImportDone { batch: found.id.clone(), ..ImportDone::default() };
        if kind == Kind::PriceList {
            self.write_price_list(plan, &found.options.price_list, &found.name, &origin, &mut done)?;
        } else {
            self.write_rows(kind, &plan.rows, &origin, &mut done)?;
        }
        self.writing(|desk, writer| desk.remember_mapping(writer, found.mapping.clone()))?;
        Ok(done)
    }

    fn write_rows(&self, kind: Kind, rows: &[PlannedRow], origin: &Origin, done: &mut ImportDone) -> Result<(), Failure> {
        let store = self.store()?;
        for (batch, rows_of_batch) in rows.chunks(BATCH).enumerate() {
            if self.is_cancelled(&done.batch) {
                done.cancelled = true;
                break;
            }
            store.write_bulk(|writer| -> Result<(), Failure> {
                for row in rows_of_batch {
                    self.write_row(writer, kind, row, origin, done)?;
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
        row: &PlannedRow,
        origin: &Origin,
        done: &mut ImportDone,
    ) -> Result<(), Failure> {
        match &row.action {
            Action::Create => {
                let body = prune_body(row.body.clone());
                self.refuse_unreadable(kind, State::first(kind), &body)?;
                let change =
                    self.new_change(writer, self.clock.new_id(), kind, Op::Create { state: State::first(kind), body })?;
                writer.apply(&change, origin)?;
                done.created += 1;
            }
            Action::Update { id } => {
                let record = find(writer, id)?;
                if self.overwrite(writer, &record, row.body.clone(), origin)? {
                    done.updated += 1;
                } else {
                    done.skipped += 1;
                }
            }
            Action::Same { .. } | Action::Duplicate { .. } | Action::Refused => done.skipped += 1,
        }
        Ok(())
    }

    fn write_price_list(
        &self,
        plan: &Plan,
        list: &str,
        name: &str,
        origin: &Origin,
        done: &mut ImportDone,
    ) -> Result<(), Failure> {
        self.writing(|desk, writer| {
            if list.is_empty() {
                let mut body = price_list_body(&Body::new(), plan);
                let today = desk.clock.today();
                body.entry("name")
                    .or_insert_with(|| Value::String(name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()));
                body.entry("from").or_insert_with(|| Value::String(today.to_string()));
                let change = desk.new_change(
                    writer,
                    desk.clock.new_id(),
                    Kind::PriceList,
                    Op::Create { state: State::Live, body: prune_body(body) },
                )?;
                writer.apply(&change, origin)?;
            } else {
                let record = find(writer, list)?;
                let body = price_list_body(&record.body, plan);
                desk.overwrite(writer, &record, body, origin)?;
            }
            Ok(())
        })?;
        done.created += plan.counts.create;
        done.updated += plan.counts.update;
        done.skipped += plan.counts.rows - plan.counts.create - plan.counts.update;
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

    fn remembered(&self, target: Target) -> Result<Vec<Mapping>, Failure> {
        let text = self.local(&mappings_key(target))?;
        Ok(serde_json::from_str(&text).unwrap_or_default())
    }

    fn remember_mapping(&self, writer: &Writer<'_>, mapping: Mapping) -> Result<(), Failure> {
        if mapping.signature.is_empty() {
            return Ok(());
        }
        let key = mappings_key(mapping.target);
        let mut known: Vec<Mapping> = writer.local(&key)?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        known.retain(|old| old.signature != mapping.signature);
        known.insert(0, mapping);
        known.truncate(REMEMBERED);
        let text = serde_json::to_string(&known).map_err(|error| Failure::new("fault").with("cause", error))?;
        Ok(writer.set_local(&key, &text)?)
    }
}

fn run_key(batch: &str) -> String {
    format!("import.run.{batch}")
}

fn mappings_key(target: Target) -> String {
    format!("import.mappings.{}", target.as_str())
}

fn unreadable(error: &TableError) -> Failure {
    error.params().into_iter().fold(Failure::new(error.code()), |failure, (name, value)| failure.with(name, value))
}

/// The suggestion with the columns as the person has them; headers and constants stay.
fn remap(suggested: &Mapping, columns: &Map<String, Value>) -> Mapping {
    let mut chosen: Vec<MappedColumn> = columns
        .iter()
        .filter_map(|(column, field)| {
            let field = field.as_str().filter(|field| !field.is_empty())?.to_owned();
            let column: usize = column.parse().ok()?;
            let header = suggested
                .columns
                .iter()
                .find(|known| known.column == column)
                .map(|known| known.header.clone())
                .unwrap_or_default();
            Some(MappedColumn { column, header, field })
        })
        .collect();
    chosen.sort_by_key(|mapped| mapped.column);
    Mapping { columns: chosen, ..suggested.clone() }
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
