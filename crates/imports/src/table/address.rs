//! Cell addresses: `B7` and the letters of columns.

/// Columns of a worksheet (`XFD` is the last).
const SHEET_COLUMNS: usize = 16_384;
/// Rows of a worksheet.
const SHEET_ROWS: u32 = 1_048_576;

/// `0` → `A`, `27` → `AB`.
#[must_use]
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// `B7` → row 7, column 1. `None` for anything that no worksheet has.
pub(super) fn parse(address: &[u8]) -> Option<(u32, usize)> {
    let letters = address.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (column, row) = address.split_at(letters);
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column = column.iter().fold(0, |sum, byte| sum * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1);
    Some((parse_row(row)?, (column <= SHEET_COLUMNS).then(|| column - 1)?))
}

/// `7` → 7, within the rows of a worksheet.
pub(super) fn parse_row(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || digits.len() > 7 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let row = digits.iter().fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0'));
    (1..=SHEET_ROWS).contains(&row).then_some(row)
}

/// `A3:A5` → rows 3 to 5, columns 0 to 0, in order.
pub(super) fn parse_range(range: &[u8]) -> Option<((u32, usize), (u32, usize))> {
    let colon = range.iter().position(|byte| *byte == b':')?;
    let (from, to) = (parse(&range[..colon])?, parse(&range[colon + 1..])?);
    (from.0 <= to.0 && from.1 <= to.1).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_back() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(column_letters(column), letters);
            assert_eq!(parse(format!("{letters}7").as_bytes()), Some((7, column)));
        }
        for bad in ["", "A", "7", "A0", "XFE1", "AAAA1", "A1048577", "A99999999999", "А1", "A1B"] {
            assert_eq!(parse(bad.as_bytes()), None, "{bad}");
        }
        assert_eq!(parse_range(b"A3:B5"), Some(((3, 0), (5, 1))));
        assert_eq!(parse_range(b"B5:A3"), None);
    }
}
