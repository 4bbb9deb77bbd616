//! Cells from Excel: filled from the active cell on, new lines made as needed, what failed reported by cell.

use rust_decimal::Decimal;
use serde::Serialize;
use torgdom_domain::line::{Line, MAX_LINES};
use torgdom_domain::{Amount, Id, Problem, calculation, vat};
use ts_rs::TS;

use super::lines::{lines, order_after, put_line, read_cell, set_line};
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
        let (mut filled, mut added, mut failed) = (0, 0, Vec::new());
        let record = self.change(id, |desk, writer, body| {
            let present = lines(body)?;
            let mut targets: Vec<Id> = calculation::in_order(&present).into_iter().cloned().collect();
            let from = line.and_then(|line| targets.iter().position(|id| id == line)).unwrap_or(targets.len());
            targets.drain(..from);
            let mut order = order_after(&present, None);
            let (country, date) = desk.seller_and_date(writer, id, body).unwrap_or_else(|| ("RU".to_owned(), desk.clock.today()));
            for (row, values) in cells.iter().enumerate() {
                if values.iter().all(|value| value.trim().is_empty()) {
                    continue;
                }
                let target = match targets.get(row) {
                    Some(target) => target.clone(),
                    None if present.len() + added >= MAX_LINES => {
                        return Err(Failure::new("too_many_lines")
                            .with("most", MAX_LINES)
                            .with("count", present.len() + added + 1));
                    }
                    None => {
                        let new = desk.clock.new_id();
                        put_line(body, &new, Line { order, ..Line::default() })?;
                        order = Amount::new(order.decimal() + Decimal::ONE).unwrap_or(order);
                        added += 1;
                        new
                    }
                };
                for (column, value) in values.iter().enumerate() {
                    let Some(field) = fields.get(start + column) else { continue };
                    if value.trim().is_empty() {
                        continue;
                    }
                    if *field == "article"
                        && let Some(good) = writer.good_by_article(&one_line(value))?
                    {
                        desk.fill_from_good(writer, body, &target, &good)?;
                        filled += 1;
                        continue;
                    }
                    match read_cell(desk, field, value, |text| vat::choose(desk.tables(), &country, date, text))? {
                        Ok(parsed) => {
                            set_line(body, &target, field, parsed.value)?;
                            filled += 1;
                        }
                        Err(problem) => {
                            failed.push(FailedCell { row: row + 1, column: column + 1, text: value.clone(), problem })
                        }
                    }
                }
            }
            Ok(())
        })?;
        Ok(Pasted { record, filled, added, failed })
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
