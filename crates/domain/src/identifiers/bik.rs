//! БИК (RU). Source: Положение Банка России от 24.09.2020 № 732-П: nine digits without a check digit;
//! 0 begins the numbers of banks, 1 and 2 those of other participants of the payment system.

use super::outcome::{Bad, Checked};
use super::typed;

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact(text, &[]);
    let digits = typed::digits(&text, &[9])?;
    if digits[0] > 2 {
        return Err(Bad::new("first_digit").with("found", digits[0]).with("expected", "0, 1, 2"));
    }
    Ok(Checked::plain(text))
}
