//! РНПТ, the registration number of a lot of traceable goods (RU). Source: the attribute `НомТовПрослеж` of УПД 5.03
//! (25 to 29 signs): the number of the declaration or of the tax office's entry, its parts set apart by `/`.

use super::outcome::{Bad, Checked};
use super::typed;

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text: String = typed::compact(text, &[]).chars().map(typed::upper).collect();
    if text.is_empty() {
        return Err(Bad::new("empty"));
    }
    // The sixth to twelfth digit of a declaration may be a letter (temporary and incomplete ones).
    let stands = |sign: char| sign.is_ascii_digit() || sign == '/' || sign.is_ascii_uppercase() || matches!(sign, 'А'..='Я');
    if let Some((index, sign)) = text.chars().enumerate().find(|(_, sign)| !stands(*sign)) {
        return Err(Bad::sign(sign, index));
    }
    let found = text.chars().count();
    if !(25..=29).contains(&found) {
        return Err(Bad::length_between(found, 25, 29));
    }
    let parts: Vec<&str> = text.split('/').collect();
    if parts.len() < 3 || parts.iter().any(|part| part.is_empty()) {
        return Err(Bad::new("format"));
    }
    Ok(Checked::plain(text))
}
