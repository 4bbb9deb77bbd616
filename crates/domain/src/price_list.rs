//! A dated price list.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;
use crate::vat::PriceKind;

/// Body of the kind `price_list`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PriceList {
    pub name: String,
    pub currency: String,
    pub price_kind: PriceKind,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Keyed by the good's id: one price a good.
    pub prices: BTreeMap<Id, PriceRow>,
    pub note: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PriceRow {
    pub price: Amount,
    /// A price of its own time inside the list; empty is the list's.
    pub from: Option<NaiveDate>,
    pub order: Amount,
}
