//! Tables into files for others: exactly what is shown, and never a formula.

mod csv;
mod xlsx;

use chrono::NaiveDate;
use torgdom_domain::amount::Amount;

pub use csv::{Delimiter, csv};
pub use xlsx::xlsx;

/// What a column holds; it decides the format of a workbook's cells and their side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    Text,
    /// Digits after the point that are always shown; further ones are shown when they are there.
    Number {
        places: u32,
    },
    Date,
}

/// One column as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportColumn {
    pub header: String,
    pub kind: ColumnKind,
}

/// One cell as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportCell {
    Empty,
    Text(String),
    Number(Amount),
    Date(NaiveDate),
}

/// A list as it stands on the screen. Rows shorter than the columns end in empty cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Name of the sheet; what a workbook does not allow in it is left out.
    pub name: String,
    pub columns: Vec<ExportColumn>,
    pub rows: Vec<Vec<ExportCell>>,
}

/// Why a list cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A worksheet has 1,048,576 rows, the header among them.
    #[error("more than {most} rows")]
    TooManyRows { most: usize },
    #[error("more than {most} columns")]
    TooManyColumns { most: usize },
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

impl ExportError {
    /// Stable; the sentence lives in `assets/text/*.imports.ftl`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooManyRows { .. } => "export_too_many_rows",
            Self::TooManyColumns { .. } => "export_too_many_columns",
            Self::Workbook(_) => "export_failed",
        }
    }
}

/// Would a spreadsheet take this text for a formula? `=`, `+`, `-`, `@` and their full-width twins, behind white space,
/// and behind the apostrophes that guard against just that; a tab or a line break at the beginning.
#[must_use]
pub fn looks_like_formula(text: &str) -> bool {
    let start = text.trim_start_matches('\'');
    start.starts_with(['\t', '\r', '\n']) || start.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
