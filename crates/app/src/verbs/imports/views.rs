//! What the import's screens are given.

use std::collections::BTreeMap;

use serde::Serialize;
use torgdom_domain::Problem;
use torgdom_imports::mapping::{self, Mapping};
use torgdom_imports::plan::{Action, PlannedRow, RowProblem, With};
use torgdom_imports::table::{Encoding, Source, Table};
use ts_rs::TS;

/// Values shown under each column.
const SAMPLES: usize = 5;
/// Problems that are listed; all are counted.
const LISTED: usize = 1_000;

/// A file that was read, with the suggestion for its columns.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportView {
    pub session: String,
    /// The sheet that was read, and all that the workbook has; empty for a text file.
    pub sheet: String,
    pub sheets: Vec<String>,
    /// Row of the headers as Excel numbers it; 0 when there is none.
    pub header_row: u32,
    /// Headers; the column's letters where it has none.
    pub columns: Vec<String>,
    /// The first values, by column.
    pub sample: Vec<Vec<String>>,
    /// Rows below the header.
    #[ts(type = "number")]
    pub rows: usize,
    /// Fields that a column may be; their names are `import-field-<id>`.
    pub fields: Vec<String>,
    pub required: Vec<String>,
    /// Field by column number.
    pub mapping: BTreeMap<String, String>,
    /// `utf8`, `windows1251`, …; empty for a workbook.
    pub encoding: String,
    pub delimiter: String,
    /// Some bytes were not of the file's encoding.
    pub damaged: bool,
}

/// What the file would do.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct PlanView {
    pub session: String,
    #[ts(type = "number")]
    pub rows: usize,
    #[ts(type = "number")]
    pub create: usize,
    #[ts(type = "number")]
    pub update: usize,
    /// The same already, duplicate, refused, or a line of totals.
    #[ts(type = "number")]
    pub skip: usize,
    #[ts(type = "number")]
    pub same: usize,
    #[ts(type = "number")]
    pub refused: usize,
    /// All problems; `problems` lists the first thousand.
    #[ts(type = "number")]
    pub problem_count: usize,
    pub problems: Vec<ImportProblem>,
    /// All duplicates; `duplicates` lists the first thousand.
    #[ts(type = "number")]
    pub duplicate_count: usize,
    pub duplicates: Vec<ImportDuplicate>,
}

/// A problem at its row and column.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportProblem {
    pub row: u32,
    /// Letters and header: `C · ИНН`.
    pub column: String,
    pub text: String,
    pub problem: Problem,
}

/// A row that is already there, in the file or at the desk.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportDuplicate {
    pub row: u32,
    pub tax_id: String,
    pub name: String,
    /// Identity of the record; empty when the twin is a row of the file.
    pub existing: String,
    /// Name of the record, or the row's number.
    pub existing_name: String,
}

/// What an import did; `batch` takes it back.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct ImportDone {
    #[ts(type = "number")]
    pub created: usize,
    #[ts(type = "number")]
    pub updated: usize,
    #[ts(type = "number")]
    pub skipped: usize,
    pub batch: String,
    /// The person stopped it; what was done is done.
    pub cancelled: bool,
}

/// What taking back did; `kept` values were changed by somebody since.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct ImportUndone {
    #[ts(type = "number")]
    pub undone: usize,
    #[ts(type = "number")]
    pub kept: usize,
}

pub(super) fn import_view(session: &str, table: &Table, mapping: &Mapping) -> ImportView {
    let columns = mapping::columns(table, mapping, SAMPLES);
    let (sheet, sheets, encoding, delimiter) = match table.source() {
        Source::Workbook { sheet, sheets } => (sheet.clone(), sheets.clone(), String::new(), String::new()),
        Source::Delimited { encoding, delimiter } => (String::new(), Vec::new(), encoding_name(*encoding), delimiter.to_string()),
    };
    let fields = mapping.target.fields();
    let first = mapping.header_row.unwrap_or(0);
    ImportView {
        session: session.to_owned(),
        sheet,
        sheets,
        header_row: first,
        sample: columns.iter().map(|column| column.samples.clone()).collect(),
        columns: columns
            .into_iter()
            .map(|column| if column.header.is_empty() { column.letters } else { column.header })
            .collect(),
        rows: table.rows().filter(|row| row.number() > first).count(),
        fields: fields.iter().map(|field| field.id.to_owned()).collect(),
        required: fields.iter().filter(|field| field.required).map(|field| field.id.to_owned()).collect(),
        mapping: mapping.columns.iter().map(|mapped| (mapped.column.to_string(), mapped.field.clone())).collect(),
        encoding,
        delimiter,
        damaged: table.is_encoding_damaged(),
    }
}

fn encoding_name(encoding: Encoding) -> String {
    format!("{encoding:?}").to_lowercase()
}

impl PlanView {
    /// Counts the next row, and lists what a person must know of it.
    pub(super) fn add(&mut self, row: PlannedRow) {
        self.rows += 1;
        match row.action {
            Action::Create => self.create += 1,
            Action::Update { .. } => self.update += 1,
            Action::Same { .. } => (self.same, self.skip) = (self.same + 1, self.skip + 1),
            Action::Duplicate { .. } => (self.duplicate_count, self.skip) = (self.duplicate_count + 1, self.skip + 1),
            Action::Refused => (self.refused, self.skip) = (self.refused + 1, self.skip + 1),
            Action::Total => self.skip += 1,
        }
        if self.duplicates.len() < LISTED {
            self.duplicates.extend(duplicate(&row));
        }
        self.problem_count += row.problems.len();
        let room = LISTED - self.problems.len();
        self.problems.extend(row.problems.into_iter().take(room).map(import_problem));
    }
}

fn import_problem(found: RowProblem) -> ImportProblem {
    let column = match (&found.column, found.header.as_str()) {
        (Some(letters), "") => letters.clone(),
        (Some(letters), header) => format!("{letters} · {header}"),
        (None, header) => header.to_owned(),
    };
    let problem = Problem { code: found.code, field: found.field, level: found.level, params: found.params };
    ImportProblem { row: found.row, column, text: found.value, problem }
}

fn duplicate(row: &PlannedRow) -> Option<ImportDuplicate> {
    let Action::Duplicate { with } = &row.action else { return None };
    let (existing, existing_name) = match with {
        With::Record { id, name } => (id.clone(), name.clone()),
        With::Row { row } => (String::new(), row.to_string()),
    };
    let tax_id = row.body.get("tax_id").and_then(|value| value.as_str()).unwrap_or_default().to_owned();
    Some(ImportDuplicate { row: row.row, tax_id, name: row.name.clone(), existing, existing_name })
}
