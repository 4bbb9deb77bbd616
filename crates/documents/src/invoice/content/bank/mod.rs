//! The payee's bank block at the head of an invoice, as the accountants of the seller's country expect it.

mod accounts;
mod ru;

use torgdom_domain::invoice::AccountSnapshot;

use super::Source;
use crate::PaperError;
use crate::typeset::Span;

/// A ruled form: cells on a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct BankBlock {
    pub caption: String,
    /// Widths in millimetres; the columns without one share what is left.
    pub columns: Vec<Option<f64>>,
    pub cells: Vec<Cell>,
}

/// A cell over one or more rows and columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    pub row: usize,
    pub rows: usize,
    pub column: usize,
    pub columns: usize,
    pub text: Vec<Span>,
    /// Small print under the text.
    pub small: String,
    /// No line to the cell below.
    pub open_below: bool,
}

impl Cell {
    fn at(row: usize, column: usize) -> Self {
        Self { row, column, rows: 1, columns: 1, ..Self::default() }
    }

    fn over(mut self, rows: usize, columns: usize) -> Self {
        (self.rows, self.columns) = (rows, columns);
        self
    }

    fn text(mut self, span: Span) -> Self {
        self.text = vec![span];
        self
    }

    fn small(mut self, text: String) -> Self {
        self.small = text;
        self
    }

    fn open_below(mut self) -> Self {
        self.open_below = true;
        self
    }
}

pub(super) fn compose(source: &Source<'_>) -> Result<BankBlock, PaperError> {
    match source.doc.seller.country.as_str() {
        "RU" => ru::compose(source),
        _ => accounts::compose(source),
    }
}

/// The payee's other accounts in the order in which they are printed.
fn further_accounts<'a>(source: &Source<'a>) -> Vec<&'a AccountSnapshot> {
    let doc = source.doc;
    let mut more: Vec<_> = doc.more_accounts.iter().filter(|(_, account)| account.number != doc.account.number).collect();
    more.sort_by_key(|(id, account)| (account.order, *id));
    more.into_iter().map(|(_, account)| account).collect()
}

/// An IBAN in groups of four, held together by no-break spaces; anything else as it is.
fn grouped(number: &str) -> String {
    if !is_iban(number) {
        return number.to_owned();
    }
    let mut grouped = String::new();
    for (index, character) in number.chars().enumerate() {
        if index > 0 && index % 4 == 0 {
            grouped.push('\u{a0}');
        }
        grouped.push(character);
    }
    grouped
}

/// Two letters and two digits begin an IBAN (ISO 13616).
fn is_iban(number: &str) -> bool {
    let bytes = number.as_bytes();
    bytes.len() > 14
        && bytes[..2].iter().all(u8::is_ascii_alphabetic)
        && bytes[2..4].iter().all(u8::is_ascii_digit)
        && bytes.iter().all(u8::is_ascii_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iban_is_read_in_fours() {
        assert_eq!(grouped("BY33SVKB30120000914400270000"), "BY33~SVKB~3012~0000~9144~0027~0000".replace('~', "\u{a0}"));
        assert_eq!(grouped("40702810100000014408"), "40702810100000014408");
        assert_eq!(grouped(""), "");
    }
}
