//! The word lists and tables of goods, firms, banks and contracts (`assets/demo`), embedded. All of them are invented.
//!
//! They are plain text: a head with names of columns, then a row a line, cells parted by `;`, no quotation.

use std::str::FromStr;

pub(crate) const GOODS: &str = include_str!("../../../../assets/demo/goods.csv");
pub(crate) const COUNTERPARTIES: &str = include_str!("../../../../assets/demo/counterparties.csv");
pub(crate) const BANKS: &str = include_str!("../../../../assets/demo/banks.csv");
pub(crate) const CATEGORIES: &str = include_str!("../../../../assets/demo/categories.csv");
pub(crate) const CONTRACTS: &str = include_str!("../../../../assets/demo/contracts.csv");
pub(crate) const FORMS: &str = include_str!("../../../../assets/demo/forms.csv");
pub(crate) const WORDS: &str = include_str!("../../../../assets/demo/words.csv");

/// One row of a table; a column that is not there reads as empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    head: &'static str,
    cells: &'static str,
}

/// Rows of a table under its head.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Row> {
    let mut lines = table.lines().filter(|line| !line.is_empty());
    let head = lines.next().unwrap_or_default();
    lines.map(move |cells| Row { head, cells })
}

impl Row {
    pub(crate) fn text(&self, column: &str) -> &'static str {
        let place = self.head.split(';').position(|name| name == column);
        place.and_then(|place| self.cells.split(';').nth(place)).unwrap_or_default()
    }

    /// A number, or the type's zero for an empty cell.
    pub(crate) fn number<T: FromStr + Default>(&self, column: &str) -> T {
        self.text(column).parse().unwrap_or_default()
    }

    /// Parts of a cell with several values.
    pub(crate) fn list(&self, column: &str) -> Vec<&'static str> {
        self.text(column).split(',').filter(|part| !part.is_empty()).collect()
    }
}

/// The row whose `key` is `key`.
pub(crate) fn find(table: &'static str, key: &str) -> Option<Row> {
    rows(table).find(|row| row.text("key") == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_every_cell() {
        for table in [GOODS, COUNTERPARTIES, BANKS, CATEGORIES, CONTRACTS, FORMS, WORDS] {
            let width = table.lines().next().map_or(0, |head| head.split(';').count());
            assert!(width > 1);
            for line in table.lines() {
                assert_eq!(line.split(';').count(), width, "{line}");
                assert!(line.split(';').all(|cell| cell == cell.trim()), "{line}");
            }
        }
    }

    #[test]
    fn what_rows_point_to_is_there() {
        for row in rows(CONTRACTS) {
            assert!(find(COUNTERPARTIES, row.text("party")).is_some(), "{row:?}");
        }
        for row in rows(COUNTERPARTIES) {
            let bank = find(BANKS, row.text("bank")).expect("a bank");
            assert_eq!(bank.text("country"), row.text("country"), "{row:?}");
            for trade in row.list("trades") {
                assert!(rows(GOODS).any(|good| good.text("category") == trade), "{row:?}");
            }
        }
    }
}
