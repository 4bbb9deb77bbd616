//! An exact decimal number: a quantity, a price, a percent, a sum whose currency stands elsewhere.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A decimal with at most 15 digits before the point and 11 after it (УПД 5.03 allows 11 in quantity and price).
///
/// In JSON it is always a string (`"1234.5"`): a JSON number would pass through a binary double on its way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(Decimal);

/// Why a text is not an [`Amount`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    #[error("not a decimal number")]
    NotANumber,
    #[error("more than 15 digits before the point")]
    TooLarge,
    #[error("more than 11 digits after the point")]
    TooPrecise,
}

impl Amount {
    pub const ZERO: Self = Self(Decimal::ZERO);
    pub const ONE: Self = Self(Decimal::ONE);
    pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);
    /// Digits before the decimal point; a larger sum is refused, never wrapped or rounded away.
    pub const INTEGER_DIGITS: u32 = 15;
    pub const FRACTION_DIGITS: u32 = 11;

    /// # Errors
    /// [`AmountError::TooLarge`] or [`AmountError::TooPrecise`] when the value does not fit.
    pub fn new(value: Decimal) -> Result<Self, AmountError> {
        let value = value.normalize();
        if value.abs() >= Decimal::from(10_i64.pow(Self::INTEGER_DIGITS)) {
            return Err(AmountError::TooLarge);
        }
        if value.scale() > Self::FRACTION_DIGITS {
            return Err(AmountError::TooPrecise);
        }
        Ok(Self(value))
    }

    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0 < Decimal::ZERO
    }

    #[must_use]
    pub fn is_positive(self) -> bool {
        self.0 > Decimal::ZERO
    }

    /// Digits after the point without trailing zeros.
    #[must_use]
    pub fn scale(self) -> u32 {
        self.0.scale()
    }

    /// Text with at least `places` digits after the point: `1234.50`. The machine's form, with a point and no grouping.
    #[must_use]
    pub fn fixed(self, places: u32) -> String {
        let mut value = self.0;
        if value.scale() < places {
            value.rescale(places);
        }
        value.to_string()
    }
}

impl From<i32> for Amount {
    fn from(value: i32) -> Self {
        Self(Decimal::from(value))
    }
}

impl From<u32> for Amount {
    fn from(value: u32) -> Self {
        Self(Decimal::from(value))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    /// The machine's form only: optional minus, ASCII digits, optional point with digits. What people type goes
    /// through [`crate::entry`].
    fn from_str(text: &str) -> Result<Self, AmountError> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
            Some(_) => return Err(AmountError::NotANumber),
            None => (digits, ""),
        };
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) {
            return Err(AmountError::NotANumber);
        }
        if whole.trim_start_matches('0').len() > Self::INTEGER_DIGITS as usize {
            return Err(AmountError::TooLarge);
        }
        if fraction.trim_end_matches('0').len() > Self::FRACTION_DIGITS as usize {
            return Err(AmountError::TooPrecise);
        }
        // At most 15 + 11 significant digits are left, so the 28 of the decimal type suffice.
        let kept = fraction.trim_end_matches('0');
        let text =
            format!("{}{}.{}", if text.starts_with('-') { "-" } else { "" }, whole, if kept.is_empty() { "0" } else { kept });
        let value = Decimal::from_str_exact(&text).map_err(|_| AmountError::NotANumber)?;
        Self::new(value)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Amount;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a decimal number as a string")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Amount, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

impl ts_rs::TS for Amount {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(_: &ts_rs::Config) -> String {
        "string".to_owned()
    }
    fn inline(_: &ts_rs::Config) -> String {
        "string".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machine_form_only() {
        for good in ["0", "-0.5", "123456789012345.12345678901", "00012", "1.10"] {
            assert!(good.parse::<Amount>().is_ok(), "{good}");
        }
        for bad in ["", "-", "1,5", "1.", ".5", "+1", "1e3", " 1", "１", "1_000", "--1"] {
            assert_eq!(bad.parse::<Amount>(), Err(AmountError::NotANumber), "{bad}");
        }
        assert_eq!("1234567890123456".parse::<Amount>(), Err(AmountError::TooLarge));
        assert_eq!("0.123456789012".parse::<Amount>(), Err(AmountError::TooPrecise));
        assert_eq!("99999999999999999999999999999".parse::<Amount>(), Err(AmountError::TooLarge));
    }

    #[test]
    fn json_is_a_string_and_never_a_number() {
        assert_eq!(serde_json::to_string(&"1.50".parse::<Amount>().expect("a decimal")).expect("serialises"), "\"1.5\"");
        assert!(serde_json::from_str::<Amount>("1.5").is_err());
        assert!(serde_json::from_str::<Amount>("15").is_err());
    }
}
