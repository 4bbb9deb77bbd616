//! One row through its mapping: the value of a field, and problems with the column they are at.

use std::collections::BTreeMap;

use torgdom_domain::amount::Amount;
use torgdom_domain::problem::{Level, Problem};

use super::{RowProblem, values};
use crate::mapping::{MappedColumn, Mapping, Target};
use crate::table::{Cell, Row, column_letters};

/// Characters of a cell that are shown beside its problem.
const SHOWN: usize = 200;

pub(super) struct RowReader<'p> {
    row: Row<'p>,
    mapping: &'p Mapping,
    problems: Vec<RowProblem>,
    is_refused: bool,
    is_total: bool,
}

/// A field's cell and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Raw<'p> {
    pub(super) cell: Cell<'p>,
    /// `None` for a constant of the mapping.
    pub(super) column: Option<&'p MappedColumn>,
}

impl<'p> RowReader<'p> {
    pub(super) fn new(row: Row<'p>, mapping: &'p Mapping) -> Self {
        Self { row, mapping, problems: Vec::new(), is_refused: false, is_total: false }
    }

    pub(super) fn target(&self) -> Target {
        self.mapping.target
    }

    pub(super) fn number(&self) -> u32 {
        self.row.number()
    }

    /// Nothing in any mapped column: a line of dashes, a total, an empty row between groups.
    pub(super) fn is_blank(&self) -> bool {
        !self.mapping.columns.is_empty() && self.mapping.columns.iter().all(|mapped| self.row.cell(mapped.column) == Cell::Empty)
    }

    pub(super) fn is_refused(&self) -> bool {
        self.is_refused
    }

    /// The row sums up the others and is no record.
    pub(super) fn is_total(&self) -> bool {
        self.is_total
    }

    pub(super) fn finish(self) -> (u32, Vec<RowProblem>) {
        (self.row.number(), self.problems)
    }

    /// The first of the field's columns that has anything, else the mapping's constant.
    pub(super) fn raw(&self, field: &str) -> Raw<'p> {
        let mut columns = self.mapping.columns.iter().filter(|mapped| mapped.field == field);
        let filled = columns.find_map(|mapped| match self.row.cell(mapped.column) {
            Cell::Empty => None,
            cell => Some(Raw { cell, column: Some(mapped) }),
        });
        filled.unwrap_or_else(|| {
            let constant = self.mapping.constants.get(field).filter(|text| !text.trim().is_empty());
            Raw { cell: constant.map_or(Cell::Empty, |text| Cell::Text(text)), column: None }
        })
    }

    pub(super) fn warn(&mut self, field: &str, code: &str, params: &[(&str, &str)]) {
        self.push(
            field,
            code,
            Level::Warns,
            params.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        );
    }

    pub(super) fn refuse(&mut self, field: &str, code: &str, params: &[(&str, &str)]) {
        self.push(
            field,
            code,
            Level::BlocksSave,
            params.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        );
    }

    /// A problem of the domain, found in the body at the place that `field` filled.
    pub(super) fn domain(&mut self, field: &str, problem: Problem) {
        self.push(field, &problem.code, problem.level, problem.params);
    }

    fn push(&mut self, field: &str, code: &str, level: Level, params: BTreeMap<String, String>) {
        let raw = self.raw(field);
        let mapped = raw.column.or_else(|| self.mapping.columns.iter().find(|mapped| mapped.field == field));
        self.is_refused |= level == Level::BlocksSave;
        self.problems.push(RowProblem {
            row: self.row.number(),
            column: mapped.map(|mapped| column_letters(mapped.column)),
            header: mapped.map(|mapped| mapped.header.clone()).unwrap_or_default(),
            field: field.to_owned(),
            code: code.to_owned(),
            level,
            params,
            value: raw.cell.text().chars().take(SHOWN).collect(),
        });
    }

    /// A value that could not be read: it refuses the row where the field is required, and is left out elsewhere.
    fn unreadable(&mut self, field: &str, code: &str) {
        let is_required = self.target().field(field).is_some_and(|known| known.required);
        if is_required { self.refuse(field, code, &[]) } else { self.warn(field, code, &[]) }
    }

    /// The cell as text that may be kept: one line, without what cannot be seen.
    pub(super) fn text(&mut self, field: &str) -> String {
        self.kept_text(field, values::one_line)
    }

    /// The cell as text of several lines.
    pub(super) fn note(&mut self, field: &str) -> String {
        self.kept_text(field, values::several_lines)
    }

    fn kept_text(&mut self, field: &str, tidy: fn(&str) -> values::Tidy) -> String {
        let shown = match self.raw(field).cell {
            Cell::Error(_) => {
                self.unreadable(field, "import_cell_error");
                return String::new();
            }
            Cell::TooLong(_) => {
                self.refuse(field, "import_cell_too_long", &[]);
                return String::new();
            }
            Cell::Date(day) => {
                // Excel makes dates of articles and numbers such as 1-2; what was typed is gone.
                self.warn(field, "import_date_in_text", &[]);
                values::russian_date(day)
            }
            Cell::Percent(number) => format!("{number}%"),
            cell => cell.text().to_owned(),
        };
        let tidy = tidy(&shown);
        if tidy.removed > 0 {
            self.warn(field, "import_characters_removed", &[("count", &tidy.removed.to_string())]);
        }
        tidy.text
    }

    /// Text that must be there.
    pub(super) fn required_text(&mut self, field: &str) -> String {
        let text = self.text(field);
        if values::is_total(&text) {
            // Nobody has to put anything right: the row is passed over, and said to be.
            self.warn(field, "import_total_row", &[]);
            (self.is_total, self.is_refused) = (true, true);
        }
        if text.is_empty() && !self.is_refused {
            self.refuse(field, "import_required", &[]);
        }
        text
    }

    pub(super) fn decimal(&mut self, field: &str) -> Option<Amount> {
        let read = match self.raw(field).cell {
            Cell::Empty => return None,
            Cell::Number(text) | Cell::Percent(text) => values::machine_number(text),
            Cell::Text(text) => values::written_number(text),
            Cell::Error(_) => Err("import_cell_error"),
            Cell::Date(_) | Cell::Bool(_) | Cell::TooLong(_) => Err("import_number_expected"),
        };
        match read {
            Ok(values::Number::Exact(amount)) => Some(amount),
            Ok(values::Number::Rounded(amount)) => {
                self.warn(field, "import_number_rounded", &[("kept", &amount.to_string())]);
                Some(amount)
            }
            Err(code) => {
                self.unreadable(field, code);
                None
            }
        }
    }

    /// The cell as a day, in the machine's form.
    pub(super) fn day(&mut self, field: &str, today: chrono::NaiveDate) -> Option<chrono::NaiveDate> {
        let read = match self.raw(field).cell {
            Cell::Empty => return None,
            Cell::Date(text) => text.parse().map_err(|_| "date_unreadable"),
            Cell::Text(text) => values::written_date(text, today),
            // A serial number whose cell lost its format: 2000-01-01 to 2099-12-31.
            Cell::Number(text) => values::serial_date(text).ok_or("date_unreadable"),
            Cell::Error(_) => Err("import_cell_error"),
            Cell::Percent(_) | Cell::Bool(_) | Cell::TooLong(_) => Err("date_unreadable"),
        };
        read.map_err(|code| self.unreadable(field, code)).ok()
    }

    /// The signs of a number that is an identifier. Nothing when digits were lost on the way into the file: a wrong
    /// account is worse than none.
    pub(super) fn signs(&mut self, field: &str) -> String {
        let lost = match self.raw(field).cell {
            Cell::Number(text) => text.trim_start_matches('-').find('.').unwrap_or(text.len()) > 15,
            Cell::Text(text) => values::lost_digits(text),
            _ => false,
        };
        if lost {
            self.warn(field, "import_digits_lost", &[]);
            return String::new();
        }
        let text = self.text(field);
        values::full_digits(&text).unwrap_or(text)
    }
}
