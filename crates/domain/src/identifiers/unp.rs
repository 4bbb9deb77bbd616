//! УНП (BY). Source: the algorithm of the register of payers as open checkers publish it, tried on numbers that
//! firms and banks print themselves (Белинвестбанк: 807000028).
//!
//! Nine places. Organisations and sole traders: digits, the first is the region 1–7 or 8 of the National Bank (banks).
//! Persons: two letters and seven digits. A remainder of 10 is never issued.

use super::outcome::{Bad, Checked};
use super::typed;

const WEIGHTS: [u32; 8] = [29, 23, 19, 17, 13, 7, 5, 3];
/// Letters that may stand first; a first letter counts as ten plus its place in the Latin alphabet.
const FIRST: &str = "ABCEHKM";
/// Letters that may stand second; a second letter counts as its place here.
const SECOND: &str = "ABCEHKMOPT";

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact_latin(text, &[]);
    let values = values(&text)?;
    match typed::weighted(&values[..8], &WEIGHTS) % 11 {
        10 => Err(Bad::new("never_issued")),
        expected => typed::expect_digit(values[8], expected).map(|()| Checked::plain(text)),
    }
}

/// What each of the nine places counts.
fn values(text: &str) -> Result<Vec<u32>, Bad> {
    if !text.starts_with(|sign: char| sign.is_ascii_uppercase()) {
        let digits = typed::digits(text, &[9])?;
        return match digits[0] {
            0 => Err(Bad::new("region").with("found", 0)),
            _ => Ok(digits),
        };
    }
    let mut values = Vec::new();
    for (index, sign) in text.chars().enumerate() {
        let value = match index {
            0 => FIRST.find(sign).and_then(|_| sign.to_digit(36)),
            1 => SECOND.find(sign).and_then(|place| u32::try_from(place).ok()),
            _ => sign.to_digit(10),
        };
        values.push(value.ok_or_else(|| Bad::sign(sign, index))?);
    }
    if values.len() == 9 { Ok(values) } else { Err(Bad::length(values.len(), &[9])) }
}
