//! The check digit that all keys of GS1 share. Source: GS1 General Specifications, 7.9: weights 3, 1, 3… from the
//! right, the check digit fills up to the next ten.

use super::outcome::{Bad, Checked};
use super::typed;

/// `text` is a key of one of `lengths`; groups may be set apart by spaces or dashes.
pub(super) fn check(text: &str, lengths: &[usize]) -> Result<Checked, Bad> {
    let text = typed::compact(text, typed::DASHES);
    let digits = typed::digits(&text, lengths)?;
    let sum: u32 = digits.iter().rev().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    typed::expect_digit(sum % 10, 0)?;
    Ok(Checked::plain(text))
}
