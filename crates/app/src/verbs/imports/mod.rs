//! Other people's files into records: read, map and look at the plan; [`write`] applies it and takes it back.

mod existing;
mod views;
mod write;

use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use serde_json::{Map, Value};
use torgdom_domain::Tables;
use torgdom_imports::mapping::{self, MappedColumn, Mapping, Target};
use torgdom_imports::plan::{self, Options, Own};
use torgdom_imports::table::{ReadOptions, Source, Table, TableError, read, read_path};
use torgdom_records::{Body, Kind};
use torgdom_store::{Reader, Writer};

use existing::{Here, Keys};
pub use views::{ImportDone, ImportProblem, ImportUndone, ImportView, PlanView};

use super::files::decode;
use super::links::load;
use super::records::find;
use crate::desk::Desk;
use crate::failure::Failure;

/// Files that are open at once; the oldest one is forgotten.
const SESSIONS: usize = 4;
/// Mappings that are remembered a kind.
const REMEMBERED: usize = 30;

/// A file that was read and waits for its mapping or its plan.
#[derive(Debug)]
pub(crate) struct ImportSession {
    id: String,
    name: String,
    content: Content,
    table: Table,
    mapping: Mapping,
    options: ImportOptions,
    /// A person has seen what the file would do.
    is_planned: bool,
}

/// Where the file is, for another look at it.
#[derive(Debug)]
enum Content {
    Path(PathBuf),
    Bytes(Vec<u8>),
}

impl Content {
    fn read(&self, options: &ReadOptions) -> Result<Table, TableError> {
        match self {
            Self::Path(path) => read_path(path, options),
            Self::Bytes(bytes) => read(bytes, options),
        }
    }
}

/// What a person chose besides the columns.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// The price list to fill; empty makes a new one.
    pub price_list: String,
    /// Change the records that are already there, or leave them.
    pub update: bool,
}

/// How a file is read when what was found in it is not what a person sees there.
#[derive(Clone, Debug, Default)]
pub struct ImportReading {
    /// Name of the sheet; empty takes the first one with anything on it.
    pub sheet: String,
    /// What stands between the fields of a text file; none finds out.
    pub delimiter: Option<char>,
    /// Row of the headers as Excel numbers it, 0 for a file without them; none finds out.
    pub header_row: Option<u32>,
}

impl Desk {
    /// Reads a file and suggests its mapping.
    ///
    /// # Errors
    /// `unknown_kind`, the file's own (`import_…`), `nothing_chosen`.
    pub fn read_import(&self, kind: &str, name: &str, base64: Option<&str>, path: Option<&Path>) -> Result<ImportView, Failure> {
        let target = Target::from_name(kind).ok_or_else(|| Failure::new("unknown_kind").with("kind", kind))?;
        let content = match (base64, path) {
            (Some(text), _) => Content::Bytes(decode(text)?),
            (None, Some(path)) => Content::Path(path.to_owned()),
            (None, None) => return Err(Failure::new("nothing_chosen")),
        };
        let (table, mapping) = mapping::of_file(|options| content.read(options), target, &self.remembered(target)?)
            .map_err(|error| unreadable(&error))?;
        let name =
            path.and_then(|path| path.file_name()).map_or_else(|| name.to_owned(), |name| name.to_string_lossy().into_owned());
        let id = self.clock.new_id();
        let options = ImportOptions::default();
        let session = ImportSession { id, name, content, table, mapping, options, is_planned: false };
        let view = views::import_view(&session.id, &session.table, &session.mapping);
        let mut sessions = self.imports.lock().unwrap_or_else(PoisonError::into_inner);
        if sessions.len() == SESSIONS {
            sessions.remove(0);
        }
        sessions.push(session);
        Ok(view)
    }

    /// Reads the file of a session again: another sheet, another delimiter, the headers in another row.
    ///
    /// # Errors
    /// `import_session_gone`, the file's own (`import_…`), `import_no_such_row`; the session stays as it was.
    pub fn reread_import(&self, session: &str, reading: &ImportReading) -> Result<ImportView, Failure> {
        let mut sessions = self.imports.lock().unwrap_or_else(PoisonError::into_inner);
        let found = of_id(&mut sessions, session)?;
        let sheet = (!reading.sheet.is_empty()).then(|| reading.sheet.clone());
        let options = ReadOptions { sheet, delimiter: reading.delimiter, ..ReadOptions::default() };
        let table = found.content.read(&options).map_err(|error| unreadable(&error))?;
        if !reading.sheet.is_empty() && matches!(table.source(), Source::Delimited { .. }) {
            return Err(unreadable(&TableError::NoSheet));
        }
        let target = found.mapping.target;
        let mapping = match reading.header_row {
            None => mapping::suggest(&table, target, &self.remembered(target)?),
            Some(0) => mapping::with_header_row(&table, target, None),
            Some(row) if table.rows().any(|known| known.number() == row) => mapping::with_header_row(&table, target, Some(row)),
            Some(row) => return Err(Failure::new("import_no_such_row").with("row", row)),
        };
        (found.table, found.mapping, found.is_planned) = (table, mapping, false);
        Ok(views::import_view(&found.id, &found.table, &found.mapping))
    }

    /// What the file would do under this mapping: nothing is written. `columns` gives the field of each column by its
    /// number; absent takes the suggestion. The plan is counted row by row and not kept: a file may be larger than it.
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
        let found = of_id(&mut sessions, session)?;
        if let Some(columns) = columns {
            found.mapping = remap(&found.mapping, columns);
        }
        let problems = found.mapping.problems();
        if !problems.is_empty() {
            return Err(Failure::refused(problems));
        }
        found.options.clone_from(options);
        let view = self.reading(|desk, reader| {
            let keys = Keys::gather(reader, found.mapping.target)?;
            let tables = desk.tables();
            let settings = desk.import_settings(reader, &found.options, &tables)?;
            let mut view = PlanView { session: session.to_owned(), ..PlanView::default() };
            let here = Here { keys: &keys, reader };
            for row in plan::planned(&found.table, &found.mapping, &here, &settings, &mut || desk.clock.new_id()) {
                view.add(row);
            }
            Ok(view)
        })?;
        found.is_planned = true;
        Ok(view)
    }

    fn import_settings<'t>(
        &self,
        reader: &Reader<'_>,
        options: &ImportOptions,
        tables: &'t Tables,
    ) -> Result<Options<'t>, Failure> {
        let organisation = self.default_organisation(reader)?.unwrap_or_default();
        let country = load::<torgdom_domain::organisation::Organisation>(reader, &organisation, Kind::Organisation)?
            .map_or_else(|| "RU".to_owned(), |organisation| organisation.party.country);
        let price_list = if options.price_list.is_empty() { Body::new() } else { find(reader, &options.price_list)?.body };
        let own = reader
            .all(Kind::Organisation)?
            .into_iter()
            .map(|record| {
                let name = |field: &str| record.body.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
                Own { names: vec![name("name"), name("full_name")], id: record.id.clone() }
            })
            .collect();
        Ok(Options { own, tables, today: self.clock.today(), country, organisation, update: options.update, price_list })
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

fn of_id<'s>(sessions: &'s mut [ImportSession], id: &str) -> Result<&'s mut ImportSession, Failure> {
    sessions.iter_mut().find(|found| found.id == id).ok_or_else(|| Failure::new("import_session_gone"))
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
