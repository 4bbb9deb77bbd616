//! Incoterms 2020: the eleven terms of delivery. A term always goes with a named place.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::tables::{Names, Tables};

/// The edition that the table holds and УПД prints as `ВерИнкотермс`.
pub const EDITION: &str = "2020";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeliveryTerm {
    /// Three capitals: `FCA`.
    pub code: String,
    /// FAS, FOB, CFR and CIF are for sea and inland waterways only.
    #[serde(default)]
    pub sea_only: bool,
    pub name: Names,
}

/// The term with these three capitals.
#[must_use]
pub fn find(code: &str) -> Option<&'static DeliveryTerm> {
    Tables::builtin().delivery_term(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_eleven_and_four_are_for_the_sea() {
        for code in ["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP"] {
            assert_eq!(find(code).map(|term| term.sea_only), Some(false), "{code}");
        }
        for code in ["FAS", "FOB", "CFR", "CIF"] {
            assert_eq!(find(code).map(|term| term.sea_only), Some(true), "{code}");
        }
        for code in ["", "DAF", "DAT", "fca", "FСA"] {
            assert!(find(code).is_none(), "{code}");
        }
    }
}
