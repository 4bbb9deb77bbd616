//! What differs between the VAT of two countries beside their rates: the classes and the regimes.

use chrono::NaiveDate;

use crate::party::VatRegime;

use super::{am, by, kg, kz, ru};

/// The rules of one country; the rates themselves are dated rows of the table.
#[derive(Clone, Copy, Debug)]
pub struct CountryVat {
    /// ISO 3166 alpha-2.
    pub country: &'static str,
    /// Classes in the order of the drop-down; the first that has a typed percent takes it.
    pub classes: &'static [&'static str],
    /// The class that a seller's regime forces on its domestic lines, nothing when the line decides.
    pub forced_by: fn(VatRegime, NaiveDate) -> Option<&'static str>,
}

pub(super) const COUNTRIES: [CountryVat; 5] = [by::VAT, ru::VAT, kz::VAT, am::VAT, kg::VAT];

/// A country without rules of its own charges nothing that we could know: 0 % and «без НДС» remain.
const OTHER: CountryVat = CountryVat { country: "", classes: &["zero", "none"], forced_by: exempt_only };

/// The rules of a country, or those of a country that we know nothing of (its `country` is empty).
#[must_use]
pub fn country_vat(country: &str) -> &'static CountryVat {
    COUNTRIES.iter().find(|rules| rules.country == country).unwrap_or(&OTHER)
}

/// For countries that have no special rates for small payers.
pub(super) fn exempt_only(regime: VatRegime, _date: NaiveDate) -> Option<&'static str> {
    (regime == VatRegime::Exempt).then_some("none")
}
