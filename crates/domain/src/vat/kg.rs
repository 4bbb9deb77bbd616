//! VAT of Kyrgyzstan.

use super::country::{CountryVat, exempt_only};

pub(super) const VAT: CountryVat = CountryVat { country: "KG", classes: &["base", "zero", "none"], forced_by: exempt_only };
