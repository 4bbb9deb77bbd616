//! Currencies of the documents (ISO 4217): letters, number, minor digits, names in three languages.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::tables::{Names, Tables};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Currency {
    pub code: String,
    /// Three digits with leading zeros: `051`.
    pub number: String,
    /// Digits after the point.
    #[serde(deserialize_with = "crate::tables::whole")]
    pub minor: u32,
    pub name: Names,
    /// As in a document beside a sum: «руб.», «бел. руб.».
    pub short: Names,
    /// `₽`, `Br`; where there is no room for `short`.
    pub sign: String,
}

/// The currency's short name beside a sum in `language`; the letters for one that the table does not hold.
#[must_use]
pub fn short<'t>(tables: &'t Tables, code: &'t str, language: &str) -> &'t str {
    tables.currency(code).map_or(code, |currency| currency.short.of(language))
}
