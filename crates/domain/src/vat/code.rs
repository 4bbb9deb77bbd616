//! A VAT code: what a line is charged with, frozen at issue. `22`, `0`, `none` («без НДС»), calculated `22/122`.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::amount::Amount;

/// 0 % and «без НДС» are two codes: the first is a rate with a right to deduction, the second is no rate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VatCode {
    text: String,
    rate: Rate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Rate {
    None,
    Percent(Amount),
    /// Share of a sum that includes the VAT: r / (100 + r).
    Calculated(Amount),
}

/// The text is no VAT code: neither `none`, nor a percent from 0 to 99.99, nor `r/(100+r)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a VAT code")]
pub struct VatCodeError;

impl VatCode {
    pub const NONE: &'static str = "none";

    /// «Без НДС».
    #[must_use]
    pub fn none() -> Self {
        Self { text: Self::NONE.to_owned(), rate: Rate::None }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    #[must_use]
    pub fn is_none(&self) -> bool {
        self.rate == Rate::None
    }

    /// `22/122`: the VAT is a share of the sum, whatever the price kind.
    #[must_use]
    pub fn is_calculated(&self) -> bool {
        matches!(self.rate, Rate::Calculated(_))
    }

    /// 22 for `22` and for `22/122`; nothing for «без НДС».
    #[must_use]
    pub fn percent(&self) -> Option<Amount> {
        match self.rate {
            Rate::None => None,
            Rate::Percent(percent) | Rate::Calculated(percent) => Some(percent),
        }
    }

    /// Percent to reckon with: 0 for «без НДС».
    pub(crate) fn rate(&self) -> Decimal {
        self.percent().unwrap_or_default().decimal()
    }

    /// As papers print a rate: `22 %` with a no-break space, `22/122`; empty for «без НДС», whose words are a text
    /// of the language.
    #[must_use]
    pub fn percent_text(&self) -> String {
        match self.rate {
            Rate::None => String::new(),
            Rate::Percent(percent) => format!("{}\u{a0}%", crate::money::format_number(percent)),
            Rate::Calculated(_) => self.text.clone(),
        }
    }
}

/// The code of a prepayment under `code`: `22` → `22/122`; a calculated code stays itself; nothing for 0 % and
/// «без НДС», whose prepayments bear no VAT (НК РФ ст. 154 п. 1, ст. 164 п. 4).
#[must_use]
pub fn calculated(code: &VatCode) -> Option<VatCode> {
    match code.rate {
        Rate::Percent(percent) if percent.is_positive() => {
            let whole = Amount::new(percent.decimal() + Decimal::ONE_HUNDRED).ok()?;
            Some(VatCode { text: format!("{percent}/{whole}"), rate: Rate::Calculated(percent) })
        }
        Rate::Calculated(_) => Some(code.clone()),
        Rate::None | Rate::Percent(_) => None,
    }
}

impl FromStr for VatCode {
    type Err = VatCodeError;

    /// The stored form only: `22.0`, `022`, `22 %` and `20/122` are refused. What people type goes through
    /// [`super::choose`].
    fn from_str(text: &str) -> Result<Self, VatCodeError> {
        if text == Self::NONE {
            return Ok(Self::none());
        }
        let percent = |part: &str| -> Result<Amount, VatCodeError> {
            let percent: Amount = part.parse().map_err(|_| VatCodeError)?;
            let fits = !percent.is_negative() && percent < Amount::HUNDRED && percent.scale() <= 2;
            // Digits and their place alone: one rate must have one spelling, it keys the totals.
            if fits && percent.to_string() == part { Ok(percent) } else { Err(VatCodeError) }
        };
        let Some((share, whole)) = text.split_once('/') else {
            return Ok(Self { text: text.to_owned(), rate: Rate::Percent(percent(text)?) });
        };
        let share = percent(share)?;
        let sum = (share.decimal() + Decimal::ONE_HUNDRED).normalize().to_string();
        if share.is_zero() || sum != whole {
            return Err(VatCodeError);
        }
        Ok(Self { text: text.to_owned(), rate: Rate::Calculated(share) })
    }
}

impl TryFrom<String> for VatCode {
    type Error = VatCodeError;

    fn try_from(text: String) -> Result<Self, VatCodeError> {
        text.parse()
    }
}

impl From<VatCode> for String {
    fn from(code: VatCode) -> Self {
        code.text
    }
}

impl fmt::Display for VatCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl ts_rs::TS for VatCode {
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
    fn one_rate_has_one_spelling() {
        for good in ["none", "0", "5", "7", "10", "12", "16", "20", "22", "25", "9.5", "22/122", "5/105", "9.5/109.5"] {
            let code: VatCode = good.parse().expect(good);
            assert_eq!(code.as_str(), good);
            assert_eq!(serde_json::to_string(&code).expect("serialises"), format!("\"{good}\""));
        }
        for bad in [
            "", "022", "22.0", "22 %", "-1", "-0", "100", "20/122", "0/100", "22/", "/122", "none/100", "NONE", "22/122/1",
            "9.555", "２２",
        ] {
            assert_eq!(bad.parse::<VatCode>(), Err(VatCodeError), "{bad}");
        }
    }

    #[test]
    fn a_prepayment_takes_the_calculated_code() {
        let of = |text: &str| calculated(&text.parse().expect("a code")).map(String::from);
        assert_eq!(of("22").as_deref(), Some("22/122"));
        assert_eq!(of("9.5").as_deref(), Some("9.5/109.5"));
        assert_eq!(of("22/122").as_deref(), Some("22/122"));
        assert_eq!(of("0"), None);
        assert_eq!(of("none"), None);
    }

    #[test]
    fn what_papers_print() {
        let of = |text: &str| text.parse::<VatCode>().expect("a code").percent_text();
        assert_eq!(of("22"), "22\u{a0}%");
        assert_eq!(of("9.5"), "9,5\u{a0}%");
        assert_eq!(of("22/122"), "22/122");
        assert_eq!(of("none"), "");
    }
}
