//! Money and the only place where it is rounded: half up (away from zero), to the minor unit, per line.
//! Source: НК РФ and ПП РФ 1137 (roubles and kopecks), DOMAIN §4.1; totals are sums of rounded lines.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amount::{Amount, AmountError};

/// A sum with its currency (ISO 4217 letters).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Money {
    pub amount: Amount,
    pub currency: String,
}

/// Minor digits of the documents' currencies; JPY is the only one of our table without any.
pub const MINOR_DIGITS: u32 = 2;
/// A unit price is shown with up to four digits; a discounted price is rounded to them.
pub const PRICE_DIGITS: u32 = 4;

/// Half up to the minor unit.
///
/// # Errors
/// The sum has more than 15 digits before the point.
pub fn round_sum(value: Decimal) -> Result<Amount, AmountError> {
    Amount::new(round(value, MINOR_DIGITS))
}

/// Half up to four digits: a price after a discount or out of an expression.
///
/// # Errors
/// The price has more than 15 digits before the point.
pub fn round_price(value: Decimal) -> Result<Amount, AmountError> {
    Amount::new(round(value, PRICE_DIGITS))
}

/// Half up to `digits` digits after the point; for rates and shares whose scale is their own.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one module that rounds")]
pub fn round(value: Decimal, digits: u32) -> Decimal {
    value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
}

/// Product of two amounts before rounding.
///
/// # Errors
/// The exact product does not fit.
pub fn multiply(a: Decimal, b: Decimal) -> Result<Decimal, AmountError> {
    a.checked_mul(b).ok_or(AmountError::TooLarge)
}

/// Sum of amounts.
///
/// # Errors
/// The sum has more than 15 digits before the point.
pub fn sum(values: impl IntoIterator<Item = Amount>) -> Result<Amount, AmountError> {
    let mut total = Decimal::ZERO;
    for value in values {
        total = total.checked_add(value.decimal()).ok_or(AmountError::TooLarge)?;
    }
    Amount::new(total)
}

/// `1234567.5` → `1 234 567,50`: no-break spaces between groups, comma, at least two digits, minus «−».
#[must_use]
pub fn format_sum(value: Amount) -> String {
    group(&value.fixed(MINOR_DIGITS))
}

/// Like [`format_sum`] without forced digits: a quantity, a percent.
#[must_use]
pub fn format_number(value: Amount) -> String {
    group(&value.to_string())
}

fn group(machine: &str) -> String {
    let (sign, digits) = machine.strip_prefix('-').map_or(("", machine), |rest| ("−", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(',');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_goes_up_away_from_zero() {
        for (value, want) in [("0.005", "0.01"), ("-0.005", "-0.01"), ("0.125", "0.13"), ("2.675", "2.68"), ("1.004999", "1")] {
            let value: Amount = value.parse().expect("a decimal");
            assert_eq!(round_sum(value.decimal()).expect("fits").to_string(), want);
        }
    }

    #[test]
    fn sums_for_people() {
        let show = |text: &str| format_sum(text.parse().expect("a decimal"));
        assert_eq!(show("1547110.94"), "1\u{a0}547\u{a0}110,94");
        assert_eq!(show("-999"), "−999,00");
        assert_eq!(show("12.3456"), "12,3456");
        assert_eq!(show("0"), "0,00");
    }
}
