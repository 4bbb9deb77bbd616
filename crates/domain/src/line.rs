//! A line of a deal or of an invoice, as it is entered. Sums are never stored in it: [`crate::totals`] works them out.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;

/// At most this many lines a document.
pub const MAX_LINES: usize = 5_000;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Line {
    /// Place among the lines; fractions allow one to be put between two others.
    pub order: Amount,
    /// Empty when the line was typed without a card.
    pub good: Id,
    pub article: String,
    pub name: String,
    /// ОКЕИ code.
    pub unit: String,
    pub quantity: Option<Amount>,
    /// A unit, in the document's currency; with or without VAT as the document's price kind says.
    pub price: Option<Amount>,
    /// Percent; it changes the price, it is not a negative line.
    pub discount: Option<Amount>,
    /// VAT class or code; empty takes the contract's.
    pub vat: String,
    pub tnved: String,
    pub origin: String,
    pub note: String,
}
