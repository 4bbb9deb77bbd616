//! VAT: price kinds, codes, dated rates by country.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Does the price hold the VAT?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PriceKind {
    /// VAT comes on top of the price.
    #[default]
    OnTop,
    /// The price includes VAT.
    Included,
}
