//! Cells from Excel: filled from the active cell on, new lines made as needed, what failed reported by cell.

use rust_decimal::Decimal;
use serde::Serialize;
use torgdom_domain::line::{Line, MAX_LINES};
use torgdom_domain::{Amount, Id, Problem, calculation, vat};
use torgdom_records::Body;
use torgdom_store::Reader;
use ts_rs::TS;

use super::lines::{fill_from_good, lines, order_after, put_line, read_cell, set_line};
use super::prices::PriceBook;
use super::typing::one_line;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::views::RecordView;

/// Columns of the grid in the order in which a row from Excel fills them.
const COLUMNS: [&str; 7] = ["article", "name", "unit", "quantity", "price", "discount", "vat"];
/// Largest paste, in characters.
const MAX_TEXT: usize = 8_000_000;

#[derive(Debug, Serialize, TS)]
pub struct Pasted {
    pub record: RecordView,
    #[ts(type = "number")]
    pub filled: usize,
    #[ts(type = "number")]
    pub added: usize,
    pub failed: Vec<FailedCell>,
}

/// Row and column of the pasted block, from 1.
#[derive(Debug, Serialize, TS)]
pub struct FailedCell {
    #[ts(type = "number")]
    pub row: usize,
    #[ts(type = "number")]
    pub column: usize,
    pub text: String,
    pub problem: Problem,
}

impl Desk {
    /// Pastes tab-separated cells; `line` is the active line, absent for the empty row below the last.
    ///
    /// # Errors
    /// `not_found`, `issued_is_final`, `paste_too_large`, `too_many_lines`, `unknown_field`.
    pub fn paste_lines(
        &self,
        id: &str,
        line: Option<&str>,
        field: &str,
        columns: &[String],
        text: &str,
    ) -> Result<Pasted, Failure> {
        let fields: Vec<&str> = if columns.is_empty() { COLUMNS.to_vec() } else { columns.iter().map(String::as_str).collect() };
        let start = fields
            .iter()
            .position(|column| *column == field)
            .ok_or_else(|| Failure::new("unknown_field").with("field", field))?;
        if text.len() > MAX_TEXT {
            return Err(Failure::new("paste_too_large"));
        }
        let cells = cells(text);
        let mut done = Tally::default();
        let record = self.change(id, |desk, writer, body| {
            let present = lines(body)?;
            let mut targets: Vec<Id> = calculation::in_order(&present).into_iter().cloned().collect();
            let from = line.and_then(|line| targets.iter().position(|id| id == line)).unwrap_or(targets.len());
            targets.drain(..from);
            let mut order = order_after(&present, None);
            let (country, date) = desk.seller_and_date(writer, id, body).unwrap_or_else(|| ("RU".to_owned(), desk.clock.today()));
            let sheet =
                Sheet { desk, reader: writer, fields: &fields[start..], country, date, book: PriceBook::of(desk, writer, body)? };
            for (row, values) in cells.iter().enumerate() {
                if values.iter().all(|value| value.trim().is_empty()) {
                    continue;
                }
                let target = match targets.get(row) {
                    Some(target) => target.clone(),
                    None => {
                        let count = present.len() + done.added + 1;
                        if count > MAX_LINES {
                            return Err(Failure::new("too_many_lines").with("most", MAX_LINES).with("count", count));
                        }
                        let new = desk.clock.new_id();
                        put_line(body, &new, Line { order, ..Line::default() })?;
                        order = Amount::new(order.decimal() + Decimal::ONE).unwrap_or(order);
                        done.added += 1;
                        new
                    }
                };
                sheet.fill(body, &target, row, values, &mut done)?;
            }
            Ok(())
        })?;
        Ok(Pasted { record, filled: done.filled, added: done.added, failed: done.failed })
    }
}

#[derive(Default)]
struct Tally {
    filled: usize,
    added: usize,
    failed: Vec<FailedCell>,
}

/// What every row of a paste is read by.
struct Sheet<'a> {
    desk: &'a Desk,
    reader: &'a Reader<'a>,
    /// Fields from the active cell on.
    fields: &'a [&'a str],
    country: String,
    date: chrono::NaiveDate,
    book: PriceBook,
}

impl Sheet<'_> {
    /// Empty cells leave what is there; an article of ours brings its card along, and later cells go on top of it.
    fn fill(&self, body: &mut Body, line: &str, row: usize, values: &[String], done: &mut Tally) -> Result<(), Failure> {
        for (column, (field, value)) in self.fields.iter().zip(values).enumerate() {
            if value.trim().is_empty() {
                continue;
            }
            if *field == "article"
                && let Some(good) = self.reader.good_by_article(&one_line(value))?
            {
                fill_from_good(self.reader, body, line, &good, &self.book)?;
                done.filled += 1;
                continue;
            }
            match read_cell(self.desk, self.reader, field, value, |text| {
                vat::choose(&self.desk.tables(), &self.country, self.date, text)
            })? {
                Ok(parsed) => {
                    set_line(body, line, field, parsed.value)?;
                    done.filled += 1;
                }
                Err(problem) => {
                    done.failed.push(FailedCell { row: row + 1, column: column + 1, text: value.clone(), problem });
                }
            }
        }
        Ok(())
    }
}

/// Tab-separated rows as a spreadsheet puts them on the clipboard: a cell with a line break or a tab stands in quotes.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut characters = text.chars().peekable();
    let mut quoted = false;
    while let Some(character) = characters.next() {
        let row = rows.last_mut().expect("there is always a row");
        let cell = row.last_mut().expect("there is always a cell");
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() && closes(characters.clone()) => quoted = true,
            '\t' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            other => cell.push(other),
        }
    }
    if rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    rows
}

/// Does an opened quote close right before a tab, a line break or the end? `"Заря" ООО` is a name, not a quoted cell.
fn closes(mut rest: std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    while let Some(character) = rest.next() {
        if character == '"' {
            if rest.peek() == Some(&'"') {
                rest.next();
                continue;
            }
            return matches!(rest.peek(), None | Some('\t' | '\r' | '\n'));
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn cells_as_a_spreadsheet_copies_them() {
        assert_eq!(cells("а\tб\r\nв\tг\r\n"), vec![vec!["а", "б"], vec!["в", "г"]]);
        assert_eq!(cells("\"две\nстроки\"\t1"), vec![vec!["две\nстроки", "1"]]);
        assert_eq!(cells("\"Заря\" ООО\t2"), vec![vec!["\"Заря\" ООО", "2"]]);
        assert_eq!(cells("\"a\"\"b\"\t"), vec![vec!["a\"b", ""]]);
        assert!(cells("").is_empty());
    }
}
