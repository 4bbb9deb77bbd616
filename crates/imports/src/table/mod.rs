//! A file as a bounded table of typed cells: what the file's own program would show, without floats and without trust.

mod address;
mod build;
mod decimal;
mod delimited;
mod encoding;
mod kind;
mod xlsx;
mod xml;
mod zip;

use std::path::Path;

pub use address::column_letters;
pub(crate) use build::Builder;
pub use build::Limits;
pub(crate) use decimal::Plain;
pub use encoding::Encoding;

/// Which sheet of a workbook to read, what stands between the fields of a text, and how much is read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// Name of the sheet; `None` takes the first visible one that has anything on it.
    pub sheet: Option<String>,
    /// What stands between the fields of a text file; `None` finds out. A workbook has none.
    pub delimiter: Option<char>,
    pub limits: Limits,
}

/// One cell as the file means it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'t> {
    Empty,
    Text(&'t str),
    /// Exact decimal text in the machine's form (`-1234.5`), at most 15 significant digits as Excel itself keeps.
    Number(&'t str),
    /// A number shown as a percent: `22` for a cell that shows «22 %» and holds 0.22.
    Percent(&'t str),
    /// `2026-01-31`.
    Date(&'t str),
    Bool(bool),
    /// `#N/A`, `#REF!`, or `=` for a formula that was saved without its value.
    Error(&'t str),
    /// Longer than a cell may be; only its beginning was kept.
    TooLong(&'t str),
}

impl<'t> Cell<'t> {
    /// The cell as text, for headers and for showing a value beside its problem.
    #[must_use]
    pub fn text(self) -> &'t str {
        match self {
            Self::Empty => "",
            Self::Bool(true) => "1",
            Self::Bool(false) => "0",
            Self::Text(text)
            | Self::Number(text)
            | Self::Percent(text)
            | Self::Date(text)
            | Self::Error(text)
            | Self::TooLong(text) => text,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CellKind {
    Text,
    Number,
    Percent,
    Date,
    Bool,
    Error,
    TooLong,
}

/// Where a cell's text lies in the table's one string; a file of 200,000 rows has millions of these.
#[derive(Clone, Copy, Debug)]
struct Slot {
    start: u32,
    len: u16,
    column: u8,
    kind: CellKind,
}

#[derive(Clone, Copy, Debug)]
struct RowHead {
    /// As the file's own program counts, from 1.
    number: u32,
    /// First of its slots; they end where the next row's begin.
    first: u32,
}

/// How the table was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    Delimited { encoding: Encoding, delimiter: char },
    Workbook { sheet: String, sheets: Vec<String> },
}

/// A file's cells, row by row; empty cells and rows are not kept.
#[derive(Clone, Debug)]
pub struct Table {
    source: Source,
    text: String,
    rows: Vec<RowHead>,
    slots: Vec<Slot>,
    columns: usize,
    encoding_damaged: bool,
}

impl Table {
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Rows that have at least one cell.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Columns up to the last one in use.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// A few bytes were not of the file's encoding and stand as «�».
    #[must_use]
    pub fn is_encoding_damaged(&self) -> bool {
        self.encoding_damaged
    }

    /// The row at `index` of the rows that are kept, not of the file's.
    #[must_use]
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        let head = self.rows.get(index)?;
        let end = self.rows.get(index + 1).map_or(self.slots.len(), |next| next.first as usize);
        Some(Row { number: head.number, text: &self.text, slots: &self.slots[head.first as usize..end] })
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.rows.len()).filter_map(|index| self.row(index))
    }
}

/// One row of a [`Table`].
#[derive(Clone, Copy, Debug)]
pub struct Row<'t> {
    number: u32,
    text: &'t str,
    slots: &'t [Slot],
}

impl<'t> Row<'t> {
    /// As Excel shows it, from 1.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The cell in column `column`, from 0.
    #[must_use]
    pub fn cell(&self, column: usize) -> Cell<'t> {
        self.slots.iter().find(|slot| usize::from(slot.column) == column).map_or(Cell::Empty, |slot| self.read(*slot))
    }

    /// Cells that are not empty, with their columns from 0.
    pub fn cells(&self) -> impl Iterator<Item = (usize, Cell<'t>)> + use<'_, 't> {
        self.slots.iter().map(|slot| (usize::from(slot.column), self.read(*slot)))
    }

    fn read(&self, slot: Slot) -> Cell<'t> {
        let start = slot.start as usize;
        let text = &self.text[start..start + usize::from(slot.len)];
        match slot.kind {
            CellKind::Text => Cell::Text(text),
            CellKind::Number => Cell::Number(text),
            CellKind::Percent => Cell::Percent(text),
            CellKind::Date => Cell::Date(text),
            CellKind::Bool => Cell::Bool(text == "1"),
            CellKind::Error => Cell::Error(text),
            CellKind::TooLong => Cell::TooLong(text),
        }
    }
}

/// Why a file is not a table that we read. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    #[error("the file cannot be read: {0}")]
    Unreadable(#[from] std::io::Error),
    #[error("the file has no cells")]
    Empty,
    #[error("the file has {bytes} bytes, at most {most} are read")]
    FileTooLarge { bytes: u64, most: u64 },
    #[error("a workbook of Excel 97-2003")]
    OldExcel,
    #[error("a binary workbook (.xlsb)")]
    BinaryWorkbook,
    #[error("an OpenDocument spreadsheet")]
    OpenDocument,
    #[error("the file is protected by a password")]
    Encrypted,
    #[error("a web page")]
    WebPage,
    #[error("an XML file that is not a workbook")]
    OtherXml,
    #[error("a PDF")]
    Pdf,
    #[error("neither a workbook nor text")]
    NotATable,
    #[error("the archive unpacks to more than it may")]
    ZipBomb,
    #[error("the file is damaged at {part}")]
    Damaged { part: &'static str },
    #[error("XML with a document type or with entities of its own")]
    ActiveXml,
    #[error("more than {most} rows")]
    TooManyRows { most: usize },
    #[error("row {row} has more than {most} columns")]
    TooManyColumns { row: u32, most: usize },
    #[error("more than {most} bytes of text")]
    TooMuchText { most: usize },
    #[error("the quotation mark opened in row {row} is never closed")]
    QuoteOpen { row: u32 },
    #[error("no sheet of that name, or no visible one")]
    NoSheet,
}

impl TableError {
    /// Stable; the sentence lives in `assets/text/*.imports.ftl`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "import_file_unreadable",
            Self::Empty => "import_file_empty",
            Self::FileTooLarge { .. } => "import_file_too_large",
            Self::OldExcel => "import_old_excel",
            Self::BinaryWorkbook => "import_binary_workbook",
            Self::OpenDocument => "import_open_document",
            Self::Encrypted => "import_file_encrypted",
            Self::WebPage => "import_web_page",
            Self::OtherXml => "import_other_xml",
            Self::Pdf => "import_pdf",
            Self::NotATable => "import_not_a_table",
            Self::ZipBomb => "import_zip_bomb",
            Self::Damaged { .. } => "import_file_damaged",
            Self::ActiveXml => "import_active_xml",
            Self::TooManyRows { .. } => "import_too_many_rows",
            Self::TooManyColumns { .. } => "import_too_many_columns",
            Self::TooMuchText { .. } => "import_too_much_text",
            Self::QuoteOpen { .. } => "import_quote_open",
            Self::NoSheet => "import_no_sheet",
        }
    }

    /// Parameters of the sentence.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        let mebibytes = |bytes: u64| (bytes / (1024 * 1024)).to_string();
        match self {
            Self::FileTooLarge { most, .. } => vec![("most", mebibytes(*most))],
            Self::Damaged { part } => vec![("part", (*part).to_owned())],
            Self::TooManyRows { most } => vec![("most", most.to_string())],
            Self::TooManyColumns { row, most } => vec![("row", row.to_string()), ("most", most.to_string())],
            Self::TooMuchText { most } => vec![("most", mebibytes(*most as u64))],
            Self::QuoteOpen { row } => vec![("row", row.to_string())],
            _ => Vec::new(),
        }
    }
}

/// Reads a file's bytes. Its name plays no part: what it is shows in its content.
///
/// # Errors
/// See [`TableError`]; memory stays within `options.limits` whatever the bytes are.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Table, TableError> {
    options.limits.check_file(bytes.len() as u64)?;
    match kind::of(bytes)? {
        kind::Kind::Archive => xlsx::read(bytes, options),
        kind::Kind::Text => delimited::read(bytes, options),
    }
}

/// Reads the file at `path`; its size is looked at before its content.
///
/// # Errors
/// As [`read`], and when the file cannot be opened.
pub fn read_path(path: &Path, options: &ReadOptions) -> Result<Table, TableError> {
    use std::io::Read;
    let file = std::fs::File::open(path)?;
    options.limits.check_file(file.metadata()?.len())?;
    let mut bytes = Vec::new();
    // A device or a growing file says less than it gives.
    file.take(options.limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    read(&bytes, options)
}
