//! Payment terms: prepayment shares and deferrals in calendar or banking days.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    #[default]
    Prepayment,
    Deferral,
}

/// What the days are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TermEvent {
    #[default]
    Invoice,
    Shipment,
    Acceptance,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    #[default]
    Calendar,
    Banking,
}

/// Whose banking days and holidays count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum TermCalendar {
    /// The seller's country.
    #[default]
    #[serde(rename = "seller")]
    Seller,
    RU,
    BY,
    /// A day counts only when it is a working day in both Russia and Belarus.
    #[serde(rename = "both")]
    Both,
}

/// One part of the price with its moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TermPart {
    pub kind: PartKind,
    /// Percent of the sum.
    pub share: Amount,
    pub days: Amount,
    pub day_kind: DayKind,
    pub calendar: TermCalendar,
    pub event: TermEvent,
    pub order: Amount,
}

/// Parts by id; empty means that nothing is agreed and the invoice's own due date counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PaymentTerms {
    pub parts: BTreeMap<Id, TermPart>,
    /// Words of the contract where the parts do not say it all (letter of credit, …).
    pub note: String,
}
