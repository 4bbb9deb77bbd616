//! Sums as whole hundredths: what tables sort and add up.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use torgdom_domain::{Amount, money};

/// Rounded half up to hundredths; none when the sum does not fit.
pub(crate) fn of(amount: Amount) -> Option<i64> {
    // 15 digits before the point and 2 after it: 17 digits, of 18 that fit.
    let rounded = money::round_sum(amount.decimal()).ok()?;
    (rounded.decimal() * Decimal::ONE_HUNDRED).to_i64()
}

/// Back to an amount; none for a sum with more than 15 digits before the point.
pub(crate) fn amount(minor: i64) -> Option<Amount> {
    wide_amount(i128::from(minor))
}

/// The sum of many sums may be larger than any one of them.
pub(crate) fn wide_amount(minor: i128) -> Option<Amount> {
    Amount::new(Decimal::try_from_i128_with_scale(minor, 2).ok()?).ok()
}

/// In millions of hundredths and the rest, so that the database can add up a great many of them.
pub(crate) const fn split(minor: i64) -> (i64, i64) {
    (minor / 1_000_000, minor % 1_000_000)
}

pub(crate) const fn join(high: i64, low: i64) -> i128 {
    high as i128 * 1_000_000 + low as i128
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for (text, minor) in
            [("0", 0), ("0.005", 1), ("-0.005", -1), ("999999999999999.99", 99_999_999_999_999_999), ("12.3", 1230)]
        {
            assert_eq!(of(text.parse().expect("a decimal")), Some(minor), "{text}");
        }
        assert_eq!(amount(1230).expect("fits").to_string(), "12.3");
        for minor in [0, 1, -1, 1_234_567_890_123, -1_234_567_890_123] {
            let (high, low) = split(minor);
            assert_eq!(join(high, low), i128::from(minor));
        }
    }
}
