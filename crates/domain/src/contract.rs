//! A contract with a counterparty and the terms that every deal under it takes over.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;
use crate::problem::Problem;
use crate::tables::Tables;
use crate::terms::PaymentTerms;
use crate::vat::PriceKind;
use crate::{document, text, vat};

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

/// A contract that ends within this many days is worth a reminder.
pub const EXPIRES_SOON_DAYS: i64 = 30;

impl Contract {
    /// What is wrong with the contract on the day `today`.
    #[must_use]
    pub fn problems(&self, tables: &Tables, today: NaiveDate) -> Vec<Problem> {
        let mut found = Vec::new();
        found.extend(document::required(self.number.trim(), "number_missing", "/number"));
        found.extend(text::problems(&self.number, "/number"));
        if self.date.is_none() {
            found.push(Problem::blocks_issue("date_missing", "/date"));
        }
        found.extend(
            [document::date(self.date, "/date"), document::date(self.from, "/from"), document::date(self.to, "/to")]
                .into_iter()
                .flatten(),
        );
        found.extend(document::required(&self.organisation, "organisation_missing", "/organisation"));
        found.extend(document::required(&self.counterparty, "counterparty_missing", "/counterparty"));
        found.extend(document::currency(&self.currency, "/currency", tables));
        found.extend(document::rate_clause(&self.rate_clause, &self.currency, tables));
        found.extend(document::delivery_terms(&self.incoterms, &self.incoterms_place, tables));
        found.extend(document::period(self.from.or(self.date), self.to));
        found.extend(self.payment_terms.problems().into_iter().map(|problem| problem.under("/payment_terms")));
        if !self.vat.is_empty() && !vat::is_choice(&self.vat) {
            found.push(Problem::blocks_issue("vat_unknown", "/vat").with("value", &self.vat));
        }
        if self.limit.is_some_and(crate::Amount::is_negative) {
            found.push(Problem::blocks_issue("sum_negative", "/limit"));
        }
        for (field, value) in [("/place", &self.place), ("/subject", &self.subject), ("/vat_wording", &self.vat_wording)] {
            found.extend(text::problems(value, field));
        }
        found.extend(text::note_problems(&self.note, "/note"));
        if let Some(to) = self.to {
            if to < today {
                found.push(Problem::warns("contract_expired", "/to").with("date", to));
            } else if (to - today).num_days() <= EXPIRES_SOON_DAYS {
                found.push(Problem::warns("contract_expires_soon", "/to").with("date", to).with("days", (to - today).num_days()));
            }
        }
        found
    }
}
