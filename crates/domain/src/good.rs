//! A good or a service that we trade.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;
use crate::identifiers::Kind;
use crate::party::identifier;
use crate::problem::{Level, Problem, entry_pointer};
use crate::tables::Tables;
use crate::{text, vat};

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

impl Good {
    /// What is wrong with the card on the day `today`.
    #[must_use]
    pub fn problems(&self, tables: &Tables, today: NaiveDate) -> Vec<Problem> {
        let mut found = Vec::new();
        if self.name.trim().is_empty() {
            found.push(Problem::blocks_issue("name_missing", "/name"));
        }
        found.extend(text::problems(&self.name, "/name"));
        found.extend(text::problems(&self.article, "/article"));
        found.extend(text::note_problems(&self.note, "/note"));
        if self.unit.is_empty() {
            found.push(Problem::warns("unit_missing", "/unit"));
        } else if tables.unit(&self.unit).is_none() {
            found.push(Problem::blocks_issue("unit_unknown", "/unit").with("value", &self.unit));
        }
        if !self.origin.is_empty() && tables.country(&self.origin).is_none() {
            found.push(Problem::warns("country_unknown", "/origin").with("value", &self.origin));
        }
        if !self.vat.is_empty() && !vat::is_choice(&self.vat) {
            found.push(Problem::blocks_issue("vat_unknown", "/vat").with("value", &self.vat));
        }
        identifier(Kind::Tnved, &self.tnved, "/tnved", Level::Warns, &mut found);
        identifier(Kind::Gtin, &self.gtin, "/gtin", Level::Warns, &mut found);
        for (field, value) in [
            ("/net_mass", self.net_mass),
            ("/gross_mass", self.gross_mass),
            ("/shelf_life", self.shelf_life),
            ("/warranty", self.warranty),
        ] {
            if value.is_some_and(Amount::is_negative) {
                found.push(Problem::blocks_issue("sum_negative", field));
            }
        }
        if let (Some(net), Some(gross)) = (self.net_mass, self.gross_mass)
            && gross < net
        {
            found.push(Problem::warns("gross_less_than_net", "/gross_mass"));
        }
        self.dated(today, &mut found);
        found
    }

    fn dated(&self, today: NaiveDate, found: &mut Vec<Problem>) {
        for (id, certificate) in &self.certificates {
            let at = entry_pointer("/certificates", id);
            for (field, value) in [("name", &certificate.name), ("number", &certificate.number)] {
                found.extend(text::problems(value, &format!("{at}/{field}")));
            }
            if is_reversed(certificate.from, certificate.to) {
                found.push(Problem::warns("dates_reversed", format!("{at}/to")));
            }
            if certificate.to.is_some_and(|to| to < today) {
                found.push(Problem::warns("certificate_expired", format!("{at}/to")).with("name", &certificate.number));
            }
        }
        for (id, batch) in &self.batches {
            let at = entry_pointer("/batches", id);
            found.extend(text::problems(&batch.number, &format!("{at}/number")));
            if is_reversed(batch.made, batch.expires) {
                found.push(Problem::warns("dates_reversed", format!("{at}/expires")));
            }
            if batch.expires.is_some_and(|expires| expires < today) {
                found.push(Problem::warns("batch_expired", format!("{at}/expires")).with("name", &batch.number));
            }
        }
    }
}

fn is_reversed(from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
    matches!((from, to), (Some(from), Some(to)) if to < from)
}
