//! A code of ТН ВЭД ЕАЭС: ten digits, chapters 01–97 without the reserved 77, no check digit. Source: решение Совета
//! ЕЭК от 14.09.2021 № 80. Whether the code is in force is a question for the list, not for its shape.

use super::outcome::{Bad, Checked};
use super::typed;

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact(text, &['.']);
    let digits = typed::digits(&text, &[10])?;
    match digits[0] * 10 + digits[1] {
        0 | 77 | 98.. => Err(Bad::new("chapter").with("found", &text[..2])),
        _ => Ok(Checked::plain(text)),
    }
}
