//! A sum of money in words.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::lang::Lang;
use super::{WordsError, capitalised, cardinal, currencies, minus};
use crate::amount::Amount;
use crate::money::MINOR_DIGITS;

/// How hundredths are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Minor {
    /// «двадцать одна копейка».
    #[default]
    Words,
    /// «21 копейка», «05 копеек»: always two digits, the noun agrees.
    Digits,
}

/// How a currency is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CurrencyName {
    /// «рубль», «доллар»; a Belarusian rouble is never a bare one, nor is a Russian one outside Russian.
    #[default]
    Short,
    /// «российский рубль», «доллар США»: a Belarusian paper in Russian roubles, a contract in dollars.
    Full,
}

/// How a sum is to be worded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    pub minor: Minor,
    pub name: CurrencyName,
    /// First letter large.
    pub capital: bool,
}

/// «одна тысяча рублей двадцать одна копейка»: lower case, short names.
///
/// # Errors
/// As [`sum_worded`].
pub fn sum(amount: Amount, currency: &str, lang: Lang, minor: Minor) -> Result<String, WordsError> {
    sum_worded(amount, currency, lang, Wording { minor, ..Wording::default() })
}

/// «Одна тысяча рублей 21 копейка»: as papers begin a line.
///
/// # Errors
/// As [`sum_worded`].
pub fn sum_capitalised(amount: Amount, currency: &str, lang: Lang, minor: Minor) -> Result<String, WordsError> {
    sum_worded(amount, currency, lang, Wording { minor, capital: true, ..Wording::default() })
}

/// `amount` of `currency` (ISO 4217 letters) in words. Exact: nothing is rounded.
///
/// # Errors
/// [`WordsError::UnknownCurrency`]; [`WordsError::TooPrecise`] with more than two digits after the point.
pub fn sum_worded(amount: Amount, currency: &str, lang: Lang, wording: Wording) -> Result<String, WordsError> {
    let named = currencies::currency(currency, lang).ok_or_else(|| WordsError::UnknownCurrency(currency.to_owned()))?;
    if amount.scale() > MINOR_DIGITS {
        return Err(WordsError::TooPrecise { most: MINOR_DIGITS });
    }
    let (whole, hundredths) = split(amount);
    let major = match wording.name {
        CurrencyName::Short => named.short,
        CurrencyName::Full => named.full,
    };
    let hundredths_said = match wording.minor {
        Minor::Words => cardinal(hundredths, named.minor.gender, lang),
        Minor::Digits => format!("{hundredths:02}"),
    };
    let text = [
        if amount.is_negative() { format!("{} ", minus(lang)) } else { String::new() },
        format!("{} {}", cardinal(whole, major.gender, lang), major.after(whole, lang)),
        format!(" {hundredths_said} {}", named.minor.after(hundredths, lang)),
    ]
    .concat();
    Ok(if wording.capital { capitalised(&text) } else { text })
}

/// Whole units and hundredths of the absolute value; the caller has seen that there are no finer digits.
fn split(amount: Amount) -> (u64, u64) {
    let value = amount.decimal().abs();
    let whole = value.trunc();
    let hundredths = (value - whole) * Decimal::ONE_HUNDRED;
    let exact = "an amount has at most 15 digits before the point";
    (whole.to_u64().expect(exact), hundredths.to_u64().expect(exact))
}
