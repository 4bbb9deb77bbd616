//! A workbook (ECMA-376) as a table: the sheet's cached values with their types, nothing computed and nothing followed.

mod parts;
mod serial;
mod sheet;
mod strings;
mod styles;

use std::collections::BTreeSet;

use super::zip::Archive;
use super::{Builder, ReadOptions, Source, Table, TableError};

pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Table, TableError> {
    let archive = Archive::open(bytes, &options.limits)?;
    let workbook = parts::workbook(&archive)?;
    let styles = styles::read(&archive, &workbook.styles)?;
    let names: Vec<String> = workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let mut builder = Builder::new(&options.limits);
    let strings = strings::read(&archive, &workbook.strings, &mut builder)?;
    let context = sheet::Context { strings: &strings, styles: &styles, is_1904: workbook.is_1904 };
    // Many names of one sheet must not make it be read many times.
    let mut read_parts = BTreeSet::new();
    for sheet in workbook.sheets.iter().filter(|sheet| is_wanted(sheet, options)) {
        if read_parts.insert(&sheet.part) {
            sheet::read(&archive, &sheet.part, &context, &mut builder)?;
        }
        if !builder.is_empty() {
            return builder.finish(Source::Workbook { sheet: sheet.name.clone(), sheets: names });
        }
    }
    Err(if read_parts.is_empty() { TableError::NoSheet } else { TableError::Empty })
}

fn is_wanted(sheet: &parts::Sheet, options: &ReadOptions) -> bool {
    options.sheet.as_ref().map_or(!sheet.is_hidden, |name| *name == sheet.name)
}
