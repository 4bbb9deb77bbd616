//! VAT of Belarus (НК РБ гл. 14). ЭСЧФ tells `ZERO`, `NO_VAT` and `CALCULATED` apart from the rates, as our codes do.

use super::country::{CountryVat, exempt_only};

pub(super) const VAT: CountryVat =
    CountryVat { country: "BY", classes: &["base", "reduced", "zero", "none", "telecom"], forced_by: exempt_only };
