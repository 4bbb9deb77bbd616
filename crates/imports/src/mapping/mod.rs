//! Which column of a file is which field: found by the headers, corrected by a person, remembered for the next file alike.

mod header;
mod target;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use torgdom_domain::problem::Problem;

pub use target::{Field, FieldKind, Target};

use crate::table::{ReadOptions, Row, Source, Table, TableError, column_letters};

/// Rows looked at for the header: letterheads and titles stand above it.
const HEADER_SEARCH: usize = 40;

/// Sheets that are looked through for one whose headers make sense.
const SHEETS: usize = 10;

/// A column and the field it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MappedColumn {
    /// From 0.
    pub column: usize,
    /// As it stands in the file; empty in a file without headers.
    pub header: String,
    /// Id of a [`Field`].
    pub field: String,
}

/// How a file's columns become fields. It is kept as JSON and offered again for a file with the same headers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    pub target: Target,
    /// Row of the headers as Excel numbers it; `None` for a file without them.
    pub header_row: Option<u32>,
    pub columns: Vec<MappedColumn>,
    /// Values for fields that no column gives, or whose cell is empty: the currency of the whole list.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub constants: BTreeMap<String, String>,
    /// Print of the headers: the same for every file whose headers are the same.
    pub signature: String,
}

/// A column as a person maps it: its letters, its header and the first values under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ColumnView {
    pub column: usize,
    pub letters: String,
    pub header: String,
    pub samples: Vec<String>,
}

/// A mapping for `table`: one of `remembered` whose headers are the same, or what the headers say.
#[must_use]
pub fn suggest(table: &Table, target: Target, remembered: &[Mapping]) -> Mapping {
    let alike = |row: &Row<'_>| {
        let print = signature(*row);
        remembered.iter().find(|known| known.target == target && known.header_row.is_some() && known.signature == print)
    };
    let known = table.rows().take(HEADER_SEARCH).find_map(|row| alike(&row).map(|known| (row, known)));
    if let Some((row, known)) = known {
        return Mapping { header_row: Some(row.number()), ..known.clone() };
    }
    let best = table.rows().take(HEADER_SEARCH).map(|row| (row, assign(row, target))).fold(None, surer);
    match best {
        Some((row, found)) => Mapping {
            target,
            header_row: Some(row.number()),
            columns: found.columns,
            constants: BTreeMap::new(),
            signature: signature(row),
        },
        None => Mapping { target, header_row: None, columns: Vec::new(), constants: BTreeMap::new(), signature: String::new() },
    }
}

/// A file and its mapping: of a workbook the first sheet whose headers make sense, because descriptions stand before
/// data, else the first one with anything on it. `read` gives the file's table under the options.
///
/// # Errors
/// The file's own.
pub fn of_file(
    read: impl Fn(&ReadOptions) -> Result<Table, TableError>,
    target: Target,
    remembered: &[Mapping],
) -> Result<(Table, Mapping), TableError> {
    let table = read(&ReadOptions::default())?;
    let mapping = suggest(&table, target, remembered);
    let Source::Workbook { sheet, sheets: others } = table.source() else { return Ok((table, mapping)) };
    if mapping.problems().is_empty() {
        return Ok((table, mapping));
    }
    for other in others.iter().filter(|name| *name != sheet).take(SHEETS) {
        let options = ReadOptions { sheet: Some(other.clone()), ..ReadOptions::default() };
        // An empty or a broken sheet beside is nobody's concern.
        let Ok(table) = read(&options) else { continue };
        let mapping = suggest(&table, target, remembered);
        if mapping.problems().is_empty() {
            return Ok((table, mapping));
        }
    }
    Ok((table, mapping))
}

/// The mapping of `table` with `row` (as Excel numbers it) as the header, when the found one is not it.
#[must_use]
pub fn with_header_row(table: &Table, target: Target, number: Option<u32>) -> Mapping {
    let row = number.and_then(|number| table.rows().find(|row| row.number() == number));
    Mapping {
        target,
        header_row: row.map(|row| row.number()),
        columns: row.map(|row| assign(row, target).columns).unwrap_or_default(),
        constants: BTreeMap::new(),
        signature: row.map(signature).unwrap_or_default(),
    }
}

/// The columns of `table` under the header of `mapping`, with at most `samples` values each.
#[must_use]
pub fn columns(table: &Table, mapping: &Mapping, samples: usize) -> Vec<ColumnView> {
    let first = mapping.header_row.unwrap_or(0);
    let header = mapping.header_row.and_then(|number| table.rows().find(|row| row.number() == number));
    let mut views: Vec<ColumnView> = (0..table.columns())
        .map(|column| ColumnView {
            column,
            letters: column_letters(column),
            header: header.map(|row| shown_header(row.cell(column).text())).unwrap_or_default(),
            samples: Vec::new(),
        })
        .collect();
    for row in table.rows().filter(|row| row.number() > first).take(HEADER_SEARCH) {
        for (column, cell) in row.cells() {
            if views[column].samples.len() < samples {
                views[column].samples.push(cell.text().chars().take(100).collect());
            }
        }
    }
    views
}

impl Mapping {
    /// What keeps the mapping from being used. Fields are ids of [`Field`].
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        for mapped in &self.columns {
            if self.target.field(&mapped.field).is_none() {
                found.push(Problem::blocks_save("import_field_unknown", &mapped.field).with("name", &mapped.field));
            } else if !seen.insert(&mapped.field) && !is_repeatable(&mapped.field) {
                found.push(
                    Problem::blocks_save("import_field_twice", &mapped.field).with("column", column_letters(mapped.column)),
                );
            }
        }
        for name in self.constants.keys().filter(|name| self.target.field(name).is_none()) {
            found.push(Problem::blocks_save("import_field_unknown", name).with("name", name));
        }
        for field in self.target.fields().iter().filter(|field| field.required && !self.gives(field.id)) {
            found.push(Problem::blocks_save("import_field_unmapped", field.id));
        }
        let identifies = |ids: &[&str]| ids.iter().any(|id| self.gives(id));
        if self.target == Target::PriceList && !identifies(&["article", "name", "gtin"]) {
            found.push(Problem::blocks_save("import_field_unmapped", "article"));
        }
        if self.target == Target::Contract && !identifies(&["counterparty_tax_id", "counterparty_name", "buyer", "supplier"]) {
            found.push(Problem::blocks_save("import_field_unmapped", "counterparty_tax_id"));
        }
        found
    }

    /// Does a column or a constant give this field?
    #[must_use]
    pub fn gives(&self, field: &str) -> bool {
        self.columns.iter().any(|mapped| mapped.field == field) || self.constants.contains_key(field)
    }
}

/// A list of both countries has a column for ИНН and another for УНП.
fn is_repeatable(field: &str) -> bool {
    field.ends_with("tax_id")
}

struct Assignment {
    columns: Vec<MappedColumn>,
    sureness: u32,
}

/// A row becomes the header when it names more fields, more surely, than the rows before it.
fn surer<'t>(best: Option<(Row<'t>, Assignment)>, next: (Row<'t>, Assignment)) -> Option<(Row<'t>, Assignment)> {
    let cells = next.0.cells().count();
    // One fitting cell in a broad row is a coincidence; a file of one or two columns has no more.
    let enough =
        next.1.columns.len() >= 2 || (next.1.columns.len() == 1 && cells <= 2 && next.1.sureness >= header::EXACT * 1_000);
    match best {
        _ if !enough => best,
        Some(ref old) if old.1.sureness >= next.1.sureness => best,
        _ => Some(next),
    }
}

/// Gives each field its surest column; each column is one field.
fn assign(row: Row<'_>, target: Target) -> Assignment {
    let mut fits: Vec<(u32, usize, &'static str, &str)> = Vec::new();
    for (column, cell) in row.cells() {
        let folded = header::fold(cell.text());
        for field in target.fields() {
            let sure = header::fit(&folded, field);
            if sure > 0 {
                fits.push((sure, column, field.id, cell.text()));
            }
        }
    }
    fits.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    let (mut columns, mut sureness) = (Vec::<MappedColumn>::new(), 0);
    for (sure, column, field, text) in fits {
        let is_taken = columns.iter().any(|mapped| mapped.column == column || (mapped.field == field && !is_repeatable(field)));
        if !is_taken {
            sureness += sure;
            columns.push(MappedColumn { column, header: shown_header(text), field: field.to_owned() });
        }
    }
    columns.sort_by_key(|mapped| mapped.column);
    Assignment { columns, sureness }
}

fn shown_header(text: &str) -> String {
    let header = text.split_whitespace().collect::<Vec<_>>().join(" ");
    header.chars().take(200).collect()
}

/// Print of a row of headers with their columns. FNV-1a: it tells files apart and promises nothing else.
fn signature(row: Row<'_>) -> String {
    let mut print = 0xcbf2_9ce4_8422_2325_u64;
    for (column, cell) in row.cells() {
        for byte in column_letters(column).bytes().chain([b'=']).chain(header::fold(cell.text()).bytes()).chain([b'\n']) {
            print = (print ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    format!("{print:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::read;

    fn table(text: &str) -> Table {
        read(text.as_bytes(), &ReadOptions::default()).expect("a table")
    }

    fn fields(mapping: &Mapping) -> Vec<(usize, &str)> {
        mapping.columns.iter().map(|mapped| (mapped.column, mapped.field.as_str())).collect()
    }

    #[test]
    fn the_header_is_found_under_a_letterhead() {
        let table = table(
            "ООО «Торговый дом»;;\nПрайс-лист на 01.02.2026;;\n\nАртикул;Наименование товара;Цена с НДС, руб.\nA-1;Болт;1,50\n",
        );
        let mapping = suggest(&table, Target::PriceList, &[]);
        assert_eq!(mapping.header_row, Some(4));
        assert_eq!(fields(&mapping), [(0, "article"), (1, "name"), (2, "price")]);
        assert!(mapping.problems().is_empty());
        let views = columns(&table, &mapping, 3);
        assert_eq!((views[2].letters.as_str(), views[2].header.as_str(), views[2].samples.len()), ("C", "Цена с НДС, руб.", 1));
    }

    #[test]
    fn columns_of_both_countries_numbers() {
        let table = table("Контрагент;УНП;ИНН\nОАО;100582333;\n");
        let mapping = suggest(&table, Target::Counterparty, &[]);
        assert_eq!(fields(&mapping), [(0, "name"), (1, "tax_id"), (2, "tax_id")]);
        assert!(mapping.problems().is_empty());
    }

    #[test]
    fn a_mapping_is_remembered_by_its_headers() {
        let first = table("Фирмочка;Номерок\nООО;7707083893\n");
        let mut mapping = with_header_row(&first, Target::Counterparty, Some(1));
        assert!(mapping.columns.is_empty());
        for (column, field) in [(0, "name"), (1, "tax_id")] {
            mapping.columns.push(MappedColumn { column, header: String::new(), field: field.to_owned() });
        }
        let kept = serde_json::to_string(&mapping).expect("serialises");
        let kept: Mapping = serde_json::from_str(&kept).expect("reads");
        let next = table("Список\n\nФИРМОЧКА ;Номерок\nОАО;100582333\n");
        let offered = suggest(&next, Target::Counterparty, std::slice::from_ref(&kept));
        assert_eq!((offered.header_row, fields(&offered)), (Some(3), vec![(0, "name"), (1, "tax_id")]));
        assert!(suggest(&next, Target::Good, std::slice::from_ref(&kept)).columns.is_empty());
    }

    #[test]
    fn what_is_missing_is_told() {
        let table = table("ИНН;КПП\n7707083893;773601001\n");
        let mut mapping = suggest(&table, Target::Counterparty, &[]);
        let codes =
            |mapping: &Mapping| mapping.problems().into_iter().map(|problem| (problem.code, problem.field)).collect::<Vec<_>>();
        assert_eq!(codes(&mapping), [("import_field_unmapped".to_owned(), "name".to_owned())]);
        mapping.columns.push(MappedColumn { column: 1, header: String::new(), field: "kpp".to_owned() });
        mapping.columns.push(MappedColumn { column: 2, header: String::new(), field: "nonsense".to_owned() });
        assert_eq!(codes(&mapping).len(), 3);
    }
}
