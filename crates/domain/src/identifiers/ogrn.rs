//! ОГРН (RU). Source: приказ Минфина России от 30.10.2017 № 165н: 13 digits, the last one is the remainder of the
//! first twelve divided by 11, its last digit. Fifteen digits are an ОГРНИП.

use super::outcome::{Bad, Checked};
use super::{ogrnip, typed};

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact(text, &[]);
    let digits = typed::digits(&text, &[13, 15])?;
    if digits.len() == 15 {
        return ogrnip::check(&text);
    }
    if digits[0] == 0 {
        return Err(Bad::new("first_digit").with("found", 0).with("expected", "1–9"));
    }
    typed::expect_digit(digits[12], typed::remainder(&digits[..12], 11) % 10)?;
    Ok(Checked::plain(text))
}
