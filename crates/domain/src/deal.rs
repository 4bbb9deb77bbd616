//! A deal (сделка): what we agreed to sell, line by line. Invoices, shipments and payments grow from it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::contract::RateClause;
use crate::line::Line;
use crate::terms::PaymentTerms;
use crate::vat::PriceKind;

/// Body of the kind `deal`. A deal is numbered when it is posted (проведена) and stays editable: it is an agreement
/// in progress, its papers are the issued records that point to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Deal {
    /// Given when the deal is posted; a draft has none.
    pub number: String,
    pub date: Option<NaiveDate>,
    pub organisation: Id,
    pub counterparty: Id,
    pub contract: Id,
    /// Specification to the contract that the deal carries out: its number as printed.
    pub specification: String,
    pub specification_date: Option<NaiveDate>,
    pub currency: String,
    pub price_kind: PriceKind,
    pub rate_clause: RateClause,
    pub payment_terms: PaymentTerms,
    pub price_list: Id,
    /// Planned shipment: it picks the rate of VAT.
    pub shipment_date: Option<NaiveDate>,
    pub incoterms: String,
    pub incoterms_place: String,
    pub lines: BTreeMap<Id, Line>,
    pub note: String,
}
