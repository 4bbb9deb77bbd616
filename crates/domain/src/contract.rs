//! A contract with a counterparty and the terms that every deal under it takes over.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;
use crate::terms::PaymentTerms;
use crate::vat::PriceKind;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContractKind {
    #[default]
    Supply,
    Commission,
    Agency,
}

/// On which side of the contract we stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OurRole {
    #[default]
    Seller,
    Buyer,
}

/// Body of the kind `contract`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Contract {
    pub kind: ContractKind,
    pub role: OurRole,
    pub number: String,
    pub date: Option<NaiveDate>,
    pub place: String,
    pub organisation: Id,
    pub counterparty: Id,
    pub subject: String,
    pub currency: String,
    pub price_kind: PriceKind,
    /// VAT of lines without one of their own: a class or a code, see [`crate::vat::choose`].
    pub vat: String,
    /// How the contract words VAT, printed as it stands.
    pub vat_wording: String,
    pub rate_clause: RateClause,
    /// Incoterms 2020 code, always with a named place.
    pub incoterms: String,
    pub incoterms_place: String,
    /// Sum of the contract in its currency; deals and issued invoices are counted against it.
    pub limit: Option<Amount>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub payment_terms: PaymentTerms,
    /// Usual price list of deals under the contract.
    pub price_list: Id,
    pub files: BTreeMap<Id, AttachedFile>,
    pub note: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RateBank {
    /// National Bank of the Republic of Belarus.
    #[default]
    Nbrb,
    /// Bank of Russia.
    Cbr,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RateDate {
    #[default]
    Payment,
    Invoice,
    Shipment,
}

/// Price in one currency, payment in another: whose rate, of which day. Two official RUB/BYN rates exist, so the
/// clause must say which. An empty `pay_currency` means that there is no clause.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RateClause {
    pub pay_currency: String,
    pub bank: RateBank,
    pub date: RateDate,
    /// Percent on top of the official rate, may be negative.
    pub margin: Amount,
}

/// A file kept beside the records by its content hash.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AttachedFile {
    pub name: String,
    pub blob: String,
    /// Bytes.
    pub size: Amount,
    pub media_type: String,
    pub order: Amount,
}
