//! VAT of Armenia.

use super::country::{CountryVat, exempt_only};

pub(super) const VAT: CountryVat = CountryVat { country: "AM", classes: &["base", "zero", "none"], forced_by: exempt_only };
