//! VAT of Russia (НК РФ гл. 21).

use chrono::NaiveDate;

use crate::party::VatRegime;

use super::country::CountryVat;

pub(super) const VAT: CountryVat =
    CountryVat { country: "RU", classes: &["base", "reduced", "zero", "none", "special5", "special7"], forced_by };

/// Payers of УСН have paid VAT since 2025 (176-ФЗ of 12.07.2024): the special rates stand on every line. Before that
/// they were no payers.
fn forced_by(regime: VatRegime, date: NaiveDate) -> Option<&'static str> {
    let since_2025 = |class| if chrono::Datelike::year(&date) < 2025 { "none" } else { class };
    match regime {
        VatRegime::General => None,
        VatRegime::Exempt => Some("none"),
        VatRegime::Special5 => Some(since_2025("special5")),
        VatRegime::Special7 => Some(since_2025("special7")),
    }
}
