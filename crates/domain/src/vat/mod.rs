//! VAT: price kinds, codes, dated rates by country.
//!
//! A document's line keeps a *choice*: a class (`base`, `reduced`, …) whose rate the date of shipment picks, or a code
//! (`22`, `20/120`) that stays. The rates are the table's, what differs between countries lies in their modules beside
//! each other; nothing here asks which country it is.

mod am;
mod by;
mod choice;
mod code;
mod country;
mod kg;
mod kz;
mod rates;
mod ru;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use choice::{VatChoiceInfo, choices, choose, default_choice, is_choice};
pub use code::{VatCode, VatCodeError, calculated};
pub use country::{CountryVat, country_vat};
pub(crate) use rates::CALCULATED;
pub use rates::{VatRate, in_force, prepayment_code, rate_change_between, resolve};

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
