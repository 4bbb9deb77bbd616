//! ИНН (RU). Source: приказ ФНС России от 29.06.2012 № ММВ-7-6/435@ (structure and check digits) and the types
//! ИННЮЛТип and ИННФЛТип of the ФНС schemas (the first two digits, the region, are not 00).

use super::outcome::{Bad, Checked};
use super::typed;

const WEIGHTS: [u32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact(text, &[]);
    let digits = typed::digits(&text, &[10, 12])?;
    if digits[..2] == [0, 0] {
        return Err(Bad::new("region").with("found", "00"));
    }
    // The weights of a check digit end at 8 just before it, whatever its place.
    for place in if digits.len() == 10 { 9..10 } else { 10..12 } {
        let sum = typed::weighted(&digits[..place], &WEIGHTS[WEIGHTS.len() - place..]);
        typed::expect_digit(digits[place], sum % 11 % 10)?;
    }
    Ok(Checked::plain(text))
}
