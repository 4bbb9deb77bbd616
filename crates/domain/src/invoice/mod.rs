//! An invoice (счёт на оплату): a draft that is edited, and the issued one, an immutable record with its full content.

mod compose;
mod draft;
mod left;

pub use compose::{Numbering, TEMPLATE, compose, draft_again, snapshot};
pub use draft::vat_date;
pub use left::{Left, RateLeft, left};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;
use crate::contract::RateClause;
use crate::line::Line;
use crate::party::SignerRole;
use crate::terms::PaymentTerms;
use crate::vat::PriceKind;

/// What part of the deal the invoice asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceScope {
    /// By hand, or the whole deal.
    #[default]
    Whole,
    /// What earlier invoices of the deal left.
    Remainder,
    /// A share before shipment: one line a rate of VAT, at the calculated rate.
    Prepayment,
}

/// Body of the kind `invoice` in state `draft`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct InvoiceDraft {
    pub scope: InvoiceScope,
    /// Percent of the deal that is asked for in money and not by goods: a prepayment, or the settlement after one.
    pub share: Option<Amount>,
    pub date: Option<NaiveDate>,
    pub organisation: Id,
    /// Key of the payee's account in the organisation's `accounts`; empty takes the main one of the currency.
    pub account: Id,
    pub counterparty: Id,
    pub contract: Id,
    pub deal: Id,
    /// Basis as printed where no contract stands behind the invoice.
    pub basis: String,
    pub specification: String,
    pub specification_date: Option<NaiveDate>,
    pub currency: String,
    pub price_kind: PriceKind,
    pub vat: String,
    pub rate_clause: RateClause,
    pub payment_terms: PaymentTerms,
    /// Overrides the day that follows from the terms.
    pub due: Option<NaiveDate>,
    pub valid_until: Option<NaiveDate>,
    pub shipment_date: Option<NaiveDate>,
    pub incoterms: String,
    pub incoterms_place: String,
    /// Delivery in words, printed as it stands.
    pub delivery: String,
    /// Purpose of payment; empty is composed.
    pub purpose: String,
    pub consignee: Id,
    pub lines: BTreeMap<Id, Line>,
    /// Language of the paper; empty takes the organisation's.
    pub language: String,
    pub with_stamp: bool,
    pub note: String,
    /// The issued record that this draft became.
    pub issued_as: Id,
}

/// Body of the kind `invoice` in state `issued` or `void`: nothing in it is ever recomputed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct IssuedInvoice {
    pub number: String,
    pub date: Option<NaiveDate>,
    pub draft: Id,
    pub series: Id,
    pub scope: InvoiceScope,
    pub share: Option<Amount>,
    pub organisation: Id,
    pub counterparty: Id,
    pub contract: Id,
    pub deal: Id,
    pub seller: PartySnapshot,
    pub buyer: PartySnapshot,
    /// When other than the buyer.
    pub consignee: Option<PartySnapshot>,
    pub account: AccountSnapshot,
    /// The payee's other accounts worth printing (a Belarusian seller's BYN and RUB accounts), by id.
    pub more_accounts: BTreeMap<Id, AccountSnapshot>,
    pub signers: BTreeMap<Id, SignerSnapshot>,
    pub basis: Basis,
    pub currency: String,
    pub price_kind: PriceKind,
    pub lines: BTreeMap<Id, IssuedLine>,
    pub totals: Totals,
    pub rate_clause: RateClause,
    /// Official rate shown for information: units of payment currency, with its day and scale.
    pub rate: Option<RateSnapshot>,
    pub payment_terms: PaymentTerms,
    pub due: Option<NaiveDate>,
    pub valid_until: Option<NaiveDate>,
    pub shipment_date: Option<NaiveDate>,
    pub incoterms: String,
    pub incoterms_place: String,
    pub delivery: String,
    pub purpose: String,
    /// Wording of VAT as the law of the seller's country or the contract has it.
    pub vat_wording: String,
    pub language: String,
    pub logo: String,
    pub stamp: String,
    pub note: String,
    /// Version of the paper form, e.g. `invoice/1`.
    pub template: String,
    /// Version of the dated tables that the rates came from.
    pub tables: String,
    /// Content hash of the PDF that was handed over.
    pub paper: String,
    /// Why it was voided (state `void` only).
    pub void_reason: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PartySnapshot {
    pub name: String,
    pub full_name: String,
    pub country: String,
    pub tax_id: String,
    pub kpp: String,
    pub address: String,
    /// The organisation's own telephone, not a person's.
    pub phone: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AccountSnapshot {
    pub number: String,
    pub currency: String,
    pub bank_name: String,
    pub bank_address: String,
    pub bic: String,
    pub corr_account: String,
    pub order: Amount,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SignerSnapshot {
    pub role: SignerRole,
    pub name: String,
    pub post: String,
    pub basis: String,
    pub signature: String,
    pub order: Amount,
}

/// What the invoice rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Basis {
    /// `supply`, `commission`, `agency`, or empty for free text.
    pub kind: String,
    pub number: String,
    pub date: Option<NaiveDate>,
    pub specification: String,
    pub specification_date: Option<NaiveDate>,
    pub text: String,
}

/// A line with its frozen rate and sums.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct IssuedLine {
    pub order: Amount,
    pub good: Id,
    pub article: String,
    pub name: String,
    pub unit: String,
    /// Sign of the unit as printed: «шт».
    pub unit_sign: String,
    pub quantity: Amount,
    /// After the discount, as printed.
    pub price: Amount,
    pub discount: Option<Amount>,
    /// VAT code, e.g. `22`, `0`, `none`, `22/122`.
    pub vat_code: String,
    pub net: Amount,
    pub vat: Amount,
    pub gross: Amount,
    pub tnved: String,
    pub origin: String,
}

/// Sums of lines: without VAT, VAT, with VAT; and by rate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Totals {
    pub net: Amount,
    pub vat: Amount,
    pub gross: Amount,
    /// Keyed by VAT code.
    pub by_rate: BTreeMap<String, RateTotal>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RateTotal {
    pub net: Amount,
    pub vat: Amount,
    pub gross: Amount,
    /// Lines at this rate.
    pub lines: Amount,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RateSnapshot {
    /// `nbrb` or `cbr`.
    pub bank: String,
    pub date: Option<NaiveDate>,
    /// Units of `of` that the rate is for (NBRB quotes 100 RUB).
    pub scale: Amount,
    pub of: String,
    pub rate: Amount,
    pub to: String,
    /// The invoice's sum in the payment currency at this rate.
    pub sum: Amount,
}
