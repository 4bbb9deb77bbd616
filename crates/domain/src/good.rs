//! A good or a service that we trade.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;

/// The trades of the house; each asks for attributes of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TradeCategory {
    #[default]
    Other,
    Machinery,
    Parts,
    RoadMachinery,
    Microelectronics,
    BuildingMaterials,
    Medicines,
    Reagents,
    Cosmetics,
    Electrical,
    Food,
    Service,
}

/// Body of the kind `good`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Good {
    pub article: String,
    pub name: String,
    /// ОКЕИ code: `796` is a piece.
    pub unit: String,
    /// ТН ВЭД ЕАЭС, 10 digits without spaces.
    pub tnved: String,
    /// Country of origin, ISO 3166 alpha-2.
    pub origin: String,
    /// VAT class (`base`, `reduced`, `zero`, `none`) or a code; the date of shipment picks the rate.
    pub vat: String,
    /// Kilograms a unit.
    pub net_mass: Option<Amount>,
    pub gross_mass: Option<Amount>,
    /// GTIN-8/12/13/14.
    pub gtin: String,
    pub category: TradeCategory,
    /// Food, medicines, cosmetics: kept by batch with an expiry date.
    pub by_batch: bool,
    /// Days.
    pub shelf_life: Option<Amount>,
    /// Machinery: kept by serial number.
    pub by_serial: bool,
    /// Months.
    pub warranty: Option<Amount>,
    pub batches: BTreeMap<Id, Batch>,
    pub certificates: BTreeMap<Id, Certificate>,
    pub note: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Batch {
    pub number: String,
    pub made: Option<NaiveDate>,
    pub expires: Option<NaiveDate>,
    pub order: Amount,
}

/// Declaration or certificate of conformity, registration certificate, passport of quality.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Certificate {
    pub name: String,
    pub number: String,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub blob: String,
    pub order: Amount,
}
