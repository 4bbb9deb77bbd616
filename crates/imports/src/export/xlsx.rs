//! A list as a workbook: texts as texts, numbers as numbers, dates as dates, and nothing of the machine or the hour.

use chrono::Datelike;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use torgdom_domain::amount::Amount;

use super::{ColumnKind, ExportCell, ExportError, Sheet};

/// Rows of a worksheet without that of the headers.
const MOST_ROWS: usize = 1_048_575;
const MOST_COLUMNS: usize = 16_384;
/// Characters (UTF-16 units) that a cell holds.
const MOST_TEXT: usize = 32_767;
/// Significant digits that a spreadsheet keeps; a longer number is written as text, so that none is lost.
const MOST_DIGITS: usize = 15;
/// Widths of columns, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=60;
/// Rows looked at for the width of a column.
const WIDTH_ROWS: usize = 200;

/// The list as bytes of a workbook; the same list gives the same bytes.
///
/// # Errors
/// The list has more rows or columns than a worksheet.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
    if sheet.rows.len() > MOST_ROWS {
        return Err(ExportError::TooManyRows { most: MOST_ROWS });
    }
    if sheet.columns.len() > MOST_COLUMNS {
        return Err(ExportError::TooManyColumns { most: MOST_COLUMNS });
    }
    let mut workbook = Workbook::new();
    // A fixed day instead of the clock's.
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let page = workbook.add_worksheet();
    page.set_name(sheet_name(&sheet.name))?;
    head(page, sheet)?;
    let formats = Formats::new();
    for (index, row) in sheet.rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate().take(sheet.columns.len()) {
            put(page, place(index + 1, column), cell, sheet.columns[column].kind, &formats)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    if !sheet.columns.is_empty() {
        let (row, column) = place(sheet.rows.len(), sheet.columns.len() - 1);
        page.autofilter(0, 0, row, column)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn head(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (index, column) in sheet.columns.iter().enumerate() {
        let (row, place) = place(0, index);
        page.write_string_with_format(row, place, cut(&column.header), &bold)?;
        let cells = sheet.rows.iter().take(WIDTH_ROWS).filter_map(|row| row.get(index)).map(width);
        let width = cells.chain([column.header.chars().count().min(30)]).max().unwrap_or(0) + 2;
        let width = width.clamp(*WIDTHS.start(), *WIDTHS.end());
        page.set_column_width(place, u32::try_from(width).unwrap_or(60))?;
    }
    Ok(())
}

fn width(cell: &ExportCell) -> usize {
    match cell {
        ExportCell::Empty => 0,
        ExportCell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
        // Spaces between the thousands, and the forced digits.
        ExportCell::Number(number) => number.to_string().len() + 6,
        ExportCell::Date(_) => 10,
    }
}

/// The limits were checked before: both fit.
fn place(row: usize, column: usize) -> (u32, u16) {
    (u32::try_from(row).unwrap_or(u32::MAX), u16::try_from(column).unwrap_or(u16::MAX))
}

/// Formats of cells; a number's digits after the point decide its own, so that none is hidden.
struct Formats {
    text: Format,
    date: Format,
    numbers: Vec<Format>,
}

impl Formats {
    fn new() -> Self {
        let number = |places: u32| {
            let point = if places == 0 { "" } else { "." };
            Format::new().set_num_format(format!("#,##0{point}{}", "0".repeat(places as usize)))
        };
        Self {
            text: Format::new().set_num_format("@"),
            date: Format::new().set_num_format("dd.mm.yyyy"),
            numbers: (0..=Amount::FRACTION_DIGITS).map(number).collect(),
        }
    }

    fn number(&self, number: Amount, kind: ColumnKind) -> &Format {
        let forced = if let ColumnKind::Number { places } = kind { places } else { 0 };
        let places = number.scale().max(forced) as usize;
        &self.numbers[places.min(self.numbers.len() - 1)]
    }
}

fn put(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &ExportCell,
    kind: ColumnKind,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        ExportCell::Empty => {}
        // The call for strings never reads a formula or a link out of them, as the general one would.
        ExportCell::Text(value) => {
            page.write_string_with_format(row, column, cut(value), &formats.text)?;
        }
        ExportCell::Number(number) => match double(*number) {
            Some(double) => {
                page.write_number_with_format(row, column, double, formats.number(*number, kind))?;
            }
            None => {
                page.write_string_with_format(row, column, number.to_string(), &formats.text)?;
            }
        },
        ExportCell::Date(day) => match excel_date(*day) {
            Some(date) => {
                page.write_datetime_with_format(row, column, &date, &formats.date)?;
            }
            None => {
                page.write_string_with_format(row, column, day.format("%d.%m.%Y").to_string(), &formats.text)?;
            }
        },
    }
    Ok(())
}

/// The number as a spreadsheet keeps it, when it keeps all of it.
fn double(number: Amount) -> Option<f64> {
    let text = number.to_string();
    let digits = text.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    if digits > MOST_DIGITS { None } else { number.decimal().to_f64() }
}

fn excel_date(day: chrono::NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

/// A cell holds so much; longer text ends in «…», it is never left out.
fn cut(text: &str) -> String {
    if text.encode_utf16().count() <= MOST_TEXT {
        return text.to_owned();
    }
    let mut units = 0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units < MOST_TEXT
        })
        .collect();
    format!("{kept}…")
}

/// A name that a workbook takes: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at its ends.
fn sheet_name(name: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
    let bare: String = name.chars().filter(allowed).collect();
    let mut kept = String::new();
    for character in bare.trim().trim_matches('\'').chars() {
        if kept.encode_utf16().count() + character.len_utf16() > 31 {
            break;
        }
        kept.push(character);
    }
    let kept = kept.trim_end_matches('\'').to_owned();
    if kept.trim().is_empty() || kept.eq_ignore_ascii_case("history") { "Torgdom".to_owned() } else { kept }
}
