//! VAT of Kazakhstan (tax code of 2025).

use super::country::{CountryVat, exempt_only};

pub(super) const VAT: CountryVat =
    CountryVat { country: "KZ", classes: &["base", "zero", "none", "medicines", "periodicals"], forced_by: exempt_only };
