//! Dated tables of law and reference: VAT, calendars, currencies, units, countries.

/// All dated tables together, with the version that an issued document records.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    pub version: String,
}
