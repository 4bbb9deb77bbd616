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

/// Minor digits of the documents' currencies. JPY, the only one of our table without any, is held to whole sums by
/// the documents' `problems()`.
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

/// a × b ÷ divisor, half up to `digits`, worked out exactly: the product of two long decimals does not fit the decimal
/// type, which would round it silently, and rounding twice moves a half.
///
/// # Errors
/// The result has more than 15 digits before the point.
pub fn round_ratio(a: Decimal, b: Decimal, divisor: Decimal, digits: u32) -> Result<Amount, AmountError> {
    let (numerator, denominator) = ratio(a, b, divisor, digits)?;
    let (size, sign) = (numerator.abs(), numerator.signum());
    let (down, rest) = (size / denominator, size % denominator);
    // rest ≥ denominator − rest is 2 × rest ≥ denominator without its overflow.
    let rounded = if rest >= denominator - rest { down + 1 } else { down };
    amount(sign * rounded, digits)
}

/// a × b ÷ divisor cut down to `digits` (towards minus infinity), and what was cut off, in 10⁻¹⁵ of the last digit:
/// for sharing a sum out so that the parts add up.
///
/// # Errors
/// The result has more than 15 digits before the point.
pub fn floor_ratio(a: Decimal, b: Decimal, divisor: Decimal, digits: u32) -> Result<(Amount, i128), AmountError> {
    let (numerator, denominator) = ratio(a, b, divisor, digits)?;
    let (down, rest) = (numerator.div_euclid(denominator), numerator.rem_euclid(denominator));
    let lost = rest.checked_mul(10_i128.pow(15)).ok_or(AmountError::TooLarge)? / denominator;
    Ok((amount(down, digits)?, lost))
}

/// The exact quotient in units of the last digit wanted, as a fraction with a positive denominator.
fn ratio(a: Decimal, b: Decimal, divisor: Decimal, digits: u32) -> Result<(i128, i128), AmountError> {
    let (a, b, divisor) = (a.normalize(), b.normalize(), divisor.normalize());
    let power = |exponent: u32| 10_i128.checked_pow(exponent).ok_or(AmountError::TooLarge);
    let (up, down) = (digits + divisor.scale(), a.scale() + b.scale());
    let product = a.mantissa().checked_mul(b.mantissa()).ok_or(AmountError::TooLarge)?;
    let numerator = product.checked_mul(power(up.saturating_sub(down))?).ok_or(AmountError::TooLarge)?;
    let denominator = divisor.mantissa().checked_mul(power(down.saturating_sub(up))?).ok_or(AmountError::TooLarge)?;
    if denominator > 0 { Ok((numerator, denominator)) } else { Err(AmountError::NotANumber) }
}

fn amount(units: i128, digits: u32) -> Result<Amount, AmountError> {
    Amount::new(Decimal::try_from_i128_with_scale(units, digits).map_err(|_| AmountError::TooLarge)?)
}

/// Product of two amounts before rounding.
///
/// # Errors
/// The exact product does not fit.
pub fn multiply(a: Decimal, b: Decimal) -> Result<Decimal, AmountError> {
    a.checked_mul(b).ok_or(AmountError::TooLarge)
}

/// `percent` of a sum, rounded to the minor unit.
///
/// # Errors
/// The sum has more than 15 digits before the point.
pub fn percent_of(value: Amount, percent: Amount) -> Result<Amount, AmountError> {
    round_sum(multiply(value.decimal(), percent.decimal())? / Decimal::ONE_HUNDRED)
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
    fn ratios_are_exact_at_any_length() {
        let of = |text: &str| text.parse::<Amount>().expect("a decimal").decimal();
        // One below the half in the last of 25 digits: rounding to the 28 of a product first must not lift it.
        let long = round_ratio(of("10000000000000.00499999999"), Decimal::ONE, Decimal::ONE, 2).expect("fits");
        assert_eq!(long.to_string(), "10000000000000");
        assert_eq!(round_ratio(of("0.05"), of("10"), of("100"), 2).map(|sum| sum.to_string()), Ok("0.01".to_owned()));
        assert_eq!(round_ratio(of("-0.05"), of("10"), of("100"), 2).map(|sum| sum.to_string()), Ok("-0.01".to_owned()));
        assert_eq!(round_ratio(of("100"), of("1"), of("3"), 2).map(|sum| sum.to_string()), Ok("33.33".to_owned()));
        assert_eq!(round_ratio(of("999999999999999"), of("999999999999999"), of("1"), 2), Err(AmountError::TooLarge));
        assert_eq!(round_ratio(of("1"), of("1"), of("0"), 2), Err(AmountError::NotANumber));
        assert_eq!(floor_ratio(of("-1"), of("1"), of("3"), 2).map(|(sum, _)| sum.to_string()), Ok("-0.34".to_owned()));
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
