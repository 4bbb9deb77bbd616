//! The first screen: what is late, due, about to expire, and what money is doing.

use std::collections::BTreeMap;

use crate::views::list::ListRow;
use serde::Serialize;
use torgdom_domain::{Amount, Id};
use ts_rs::TS;

#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct TodayView {
    /// `2026-11-22`.
    pub date: String,
    pub groups: Vec<DeadlineGroup>,
    pub drafts: Vec<ListRow>,
    pub owed: Vec<OwedBucket>,
    /// All buckets together, by currency.
    pub owed_total: BTreeMap<String, Amount>,
    pub turnover: Vec<TurnoverMonth>,
    /// The shown months together, by the buyer's country.
    pub turnover_total: BTreeMap<String, Amount>,
}

/// `late`, `today`, `week`, `month`.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct DeadlineGroup {
    pub group: String,
    pub rows: Vec<DeadlineRow>,
}

#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct DeadlineRow {
    /// `payment`, `contract`, `authority`, `certificate`, `shipment`.
    pub what: String,
    pub id: Id,
    pub kind: String,
    pub number: String,
    pub title: String,
    pub counterparty: String,
    pub amount: String,
    pub currency: String,
    /// `2026-11-22`.
    pub date: String,
    /// Days from today; negative is late.
    #[ts(type = "number")]
    pub days: i64,
    /// `late`, `soon`, `plain`.
    pub level: String,
}

/// `not_due`, `1_30`, `31_60`, `61_90`, `over_90`, with sums by currency.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct OwedBucket {
    pub bucket: String,
    pub by_currency: BTreeMap<String, Amount>,
}

/// Issued invoices of a month with VAT, by the buyer's country, in the currency that most of them are in.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct TurnoverMonth {
    /// `2026-11`.
    pub month: String,
    pub by_country: BTreeMap<String, Amount>,
    pub currency: String,
}
