//! A payment in its smallest real form: day, sum, account, and which invoices it pays.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    #[default]
    Incoming,
    Outgoing,
}

/// Body of the kind `payment`. What is not allocated is an advance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Payment {
    pub direction: Direction,
    /// Number of the payment order as the bank shows it.
    pub number: String,
    pub date: Option<NaiveDate>,
    pub organisation: Id,
    /// Key of the account in the organisation's `accounts`.
    pub account: Id,
    pub counterparty: Id,
    pub amount: Option<Amount>,
    pub currency: String,
    pub purpose: String,
    /// Keyed by the issued invoice's id: one share an invoice, in the invoice's currency.
    pub allocations: BTreeMap<Id, Allocation>,
    pub note: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Allocation {
    pub amount: Amount,
}
