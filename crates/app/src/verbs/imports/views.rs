//! What the import's screens are given.

use std::collections::BTreeMap;

use serde::Serialize;
use torgdom_domain::Problem;
use torgdom_imports::mapping::{self, Mapping};
use torgdom_imports::plan::{Action, Plan, PlannedRow, RowProblem, With};
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
    pub sheets: Vec<String>,
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
    /// The same already, duplicate, or refused.
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
    let (sheets, encoding, delimiter) = match table.source() {
        Source::Workbook { sheets, .. } => (sheets.clone(), String::new(), String::new()),
        Source::Delimited { encoding, delimiter } => (Vec::new(), encoding_name(*encoding), delimiter.to_string()),
    };
    let fields = mapping.target.fields();
    let first = mapping.header_row.unwrap_or(0);
    ImportView {
        session: session.to_owned(),
        sheets,
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

pub(super) fn plan_view(session: &str, plan: &Plan) -> PlanView {
    let counts = plan.counts;
    let problems = plan.rows.iter().flat_map(|row| &row.problems);
    PlanView {
        session: session.to_owned(),
        rows: counts.rows,
        create: counts.create,
        update: counts.update,
        skip: counts.same + counts.duplicate + counts.refused,
        same: counts.same,
        refused: counts.refused,
        problem_count: problems.clone().count(),
        problems: problems.take(LISTED).map(import_problem).collect(),
        duplicates: plan.rows.iter().filter_map(duplicate).take(LISTED).collect(),
    }
}

fn import_problem(found: &RowProblem) -> ImportProblem {
    let column = match (&found.column, found.header.as_str()) {
        (Some(letters), "") => letters.clone(),
        (Some(letters), header) => format!("{letters} · {header}"),
        (None, header) => header.to_owned(),
    };
    let problem =
        Problem { code: found.code.clone(), field: found.field.clone(), level: found.level, params: found.params.clone() };
    ImportProblem { row: found.row, column, text: found.value.clone(), problem }
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
