//! ОКПО (RU, BY before the ЕГР). Source: ПР 50.1.024-2005, the check number of a classifier code: weights 1, 2, 3…
//! (after 10 again 1), remainder by 11; a remainder of 10 is taken again with weights from 3 on, and 10 again gives 0.

use super::outcome::{Bad, Checked};
use super::typed;

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact(text, &[]);
    let digits = typed::digits(&text, &[8, 10])?;
    let last = digits.len() - 1;
    typed::expect_digit(digits[last], check_digit(&digits[..last]))?;
    Ok(Checked::plain(text))
}

fn check_digit(digits: &[u32]) -> u32 {
    match turn(digits, 0) {
        10 => turn(digits, 2) % 10,
        remainder => remainder,
    }
}

/// Remainder with weights that begin at `shift + 1`.
fn turn(digits: &[u32], shift: u32) -> u32 {
    let weights: Vec<u32> = (0..10).map(|place| (place + shift) % 10 + 1).collect();
    typed::weighted(digits, &weights) % 11
}
