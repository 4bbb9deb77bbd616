//! A list as CSV that Excel opens with a double click: UTF-8 with its mark, CRLF, texts that are no formulas.

use super::{ColumnKind, ExportCell, Sheet, looks_like_formula};

/// How the file is cut: as Russian and Belarusian Excel reads it, or as programs do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delimiter {
    /// `;`, decimal comma, dates as `31.01.2026`.
    #[default]
    Semicolon,
    /// `,`, decimal point, dates as `2026-01-31`.
    Comma,
}

/// The list as bytes of a file; the same list gives the same bytes. A text that a spreadsheet would take for a formula
/// gets an apostrophe before it, which [`crate::table::read`] takes off again.
#[must_use]
pub fn csv(sheet: &Sheet, delimiter: Delimiter) -> Vec<u8> {
    let mut text = String::from('\u{feff}');
    let headers: Vec<String> = sheet.columns.iter().map(|column| field(&column.header, delimiter)).collect();
    line(&mut text, &headers, delimiter);
    for row in &sheet.rows {
        let fields: Vec<String> = sheet
            .columns
            .iter()
            .zip(row.iter().chain(std::iter::repeat(&ExportCell::Empty)))
            .map(|(column, cell)| shown(cell, column.kind, delimiter))
            .collect();
        line(&mut text, &fields, delimiter);
    }
    text.into_bytes()
}

fn line(text: &mut String, fields: &[String], delimiter: Delimiter) {
    text.push_str(&fields.join(mark(delimiter)));
    text.push_str("\r\n");
}

fn mark(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Semicolon => ";",
        Delimiter::Comma => ",",
    }
}

fn shown(cell: &ExportCell, kind: ColumnKind, delimiter: Delimiter) -> String {
    match (cell, delimiter) {
        (ExportCell::Empty, _) => String::new(),
        (ExportCell::Text(text), _) => field(text, delimiter),
        (ExportCell::Number(number), _) => {
            let places = if let ColumnKind::Number { places } = kind { places } else { 0 };
            let number = number.fixed(places);
            if delimiter == Delimiter::Semicolon { number.replace('.', ",") } else { number }
        }
        (ExportCell::Date(day), Delimiter::Semicolon) => day.format("%d.%m.%Y").to_string(),
        (ExportCell::Date(day), Delimiter::Comma) => day.format("%Y-%m-%d").to_string(),
    }
}

/// Quoted when anything in it could be taken for the file's own marks.
fn field(text: &str, delimiter: Delimiter) -> String {
    let guarded = if looks_like_formula(text) { format!("'{text}") } else { text.to_owned() };
    let is_plain = !guarded.contains(['"', '\r', '\n', ';', ',', '|', '\t'])
        && !guarded.contains(mark(delimiter))
        && guarded.trim() == guarded;
    if is_plain { guarded } else { format!("\"{}\"", guarded.replace('"', "\"\"")) }
}
