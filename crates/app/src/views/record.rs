//! One record as a screen shows it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};
use torgdom_domain::invoice::Totals;
use torgdom_domain::vat::VatChoiceInfo;
use torgdom_domain::{Amount, Id, Problem};
use ts_rs::TS;

use super::list::Debt;

/// A record with everything that follows from it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecordView {
    pub id: Id,
    pub kind: String,
    /// `live`, `archived`, `draft`, `issued`, `void`.
    pub state: String,
    #[ts(type = "number")]
    pub rev: u64,
    pub number: String,
    /// Name or number by which people know it.
    pub title: String,
    /// The body in the shape of its kind, every field present, with what the shape does not know.
    #[ts(type = "any")]
    pub body: Map<String, Value>,
    pub problems: Vec<Problem>,
    pub derived: Derived,
    /// RFC 3339.
    pub updated_at: String,
    pub can_undo: bool,
}

/// What is worked out, never stored in a draft.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Derived {
    /// Names of every record that the body points to; an id that is missing here is out of reach.
    pub names: BTreeMap<Id, RefName>,
    pub lines: Vec<LineView>,
    pub totals: Option<Totals>,
    pub vat_choices: Vec<VatChoiceInfo>,
    pub due: Vec<DuePart>,
    pub chain: Vec<ChainStep>,
    pub invoiced: String,
    pub paid: String,
    pub rest: String,
    pub limit_left: String,
    /// What a counterparty owes, by currency.
    pub debts: Vec<Debt>,
    /// Last price of each line's good to the same counterparty in the same currency and kind of prices, by line, from
    /// posted deals and issued invoices other than this document's own.
    pub last_prices: BTreeMap<Id, LastPrice>,
}

#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct RefName {
    pub name: String,
    /// Tax id, date: what tells two of one name apart.
    pub sub: String,
    pub kind: String,
    pub state: String,
}

#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct LineView {
    pub id: Id,
    /// Place from 1.
    #[ts(type = "number")]
    pub n: usize,
    /// After the discount.
    pub price: String,
    pub net: String,
    pub vat: String,
    pub gross: String,
    pub vat_code: String,
    pub unit_sign: String,
    /// The gravest problem of the line.
    pub problem: Option<Problem>,
}

#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct DuePart {
    pub id: Id,
    /// `prepayment`, `deferral`.
    pub kind: String,
    pub share: Amount,
    pub amount: String,
    pub date: Option<String>,
}

/// One document in the chain deal → invoice → payment.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct ChainStep {
    pub kind: String,
    pub id: Id,
    pub number: String,
    pub date: String,
    pub amount: String,
    pub rest: String,
    /// What of a payment went to the invoice before it in the chain; empty for all else.
    pub part: String,
    pub currency: String,
    pub status: String,
}

#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct LastPrice {
    /// After the discount.
    pub price: String,
    pub date: String,
}

/// Answer to something typed: the record as it is now, and why the text was not taken, if it was not.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Entered {
    pub record: RecordView,
    pub problem: Option<Problem>,
    /// The value as people read it.
    pub shown: String,
}

/// One saved change of a record.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct HistoryLine {
    pub at: String,
    pub author: String,
    /// «Ковальчук Е. С.»: the author as a line of history has room for.
    pub author_short: String,
    /// Is it the person who sits at this desk?
    pub mine: bool,
    /// `create`, `edit`, `issue`, `archive`, …
    pub op: String,
    pub changes: Vec<FieldChange>,
}

#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct FieldChange {
    /// JSON Pointer.
    pub path: String,
    /// Last named part of the path: the field's text id is `field-<label>`.
    pub label: String,
    /// Number of the line or name of the entry, when the change lies in one.
    pub entry: String,
    pub old: String,
    pub new: String,
}
