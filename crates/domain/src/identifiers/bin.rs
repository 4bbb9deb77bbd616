//! БИН and ИИН (KZ): twelve digits, the last one the remainder by 11 with weights 1–11, then 3–11, 1, 2; 10 again is
//! never issued. Source: no official text was at hand; the rule holds for the БИН of four known firms.

use super::outcome::{Bad, Checked};
use super::typed;

const FIRST: [u32; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND: [u32; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact(text, &[]);
    let digits = typed::digits(&text, &[12])?;
    let mut expected = typed::weighted(&digits[..11], &FIRST) % 11;
    if expected == 10 {
        expected = typed::weighted(&digits[..11], &SECOND) % 11;
    }
    if expected == 10 {
        return Err(Bad::new("never_issued"));
    }
    typed::expect_digit(digits[11], expected)?;
    Ok(Checked::plain(text))
}
