//! ОГРНИП (RU). Source: приказ Минфина России от 30.10.2017 № 165н: 15 digits, the first is 3 or 4, the last one is
//! the remainder of the first fourteen divided by 13, its last digit: remainders 10 to 12 give 0 to 2.

use super::outcome::{Bad, Checked};
use super::typed;

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact(text, &[]);
    let digits = typed::digits(&text, &[15])?;
    if !matches!(digits[0], 3 | 4) {
        return Err(Bad::new("first_digit").with("found", digits[0]).with("expected", "3, 4"));
    }
    typed::expect_digit(digits[14], typed::remainder(&digits[..14], 13) % 10)?;
    Ok(Checked::plain(text))
}
