//! ИНН of Kyrgyzstan: fourteen digits.
//! No check digit is published, so only digits and length are looked at.

use super::outcome::{Bad, Checked};
use super::typed;

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact(text, &[]);
    typed::digits(&text, &[14])?;
    Ok(Checked::plain(text))
}
