//! КПП (RU). Source: the type КППТип of the ФНС schemas, приказ ФНС от 29.06.2012 № ММВ-7-6/435@.
//! It has no check digit: tax office (4, not of region 00), reason (2, digits or Latin capitals), number (3).

use super::outcome::{Bad, Checked};
use super::typed;

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact(text, &[]);
    if text.is_empty() {
        return Err(Bad::new("empty"));
    }
    for (index, sign) in text.chars().enumerate() {
        let letter_may_stand = matches!(index, 4 | 5) && sign.is_ascii_uppercase();
        if !sign.is_ascii_digit() && !letter_may_stand {
            return Err(Bad::sign(sign, index));
        }
    }
    if text.len() != 9 {
        return Err(Bad::length(text.len(), &[9]));
    }
    if text.bytes().all(|byte| byte == b'0') {
        return Err(Bad::new("all_zero"));
    }
    if text.starts_with("00") {
        return Err(Bad::new("region").with("found", "00"));
    }
    Ok(Checked::plain(text))
}
