//! A counterparty: whom we sell to or buy from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amount::Amount;
use crate::party::Party;
use crate::terms::PaymentTerms;

/// Body of the kind `counterparty`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Counterparty {
    #[serde(flatten)]
    #[ts(flatten)]
    pub party: Party,
    pub buyer: bool,
    pub supplier: bool,
    /// Usual terms, taken into a new contract.
    pub payment_terms: PaymentTerms,
    /// How much it may owe us, in `credit_currency`.
    pub credit_limit: Option<Amount>,
    pub credit_currency: String,
    /// Who of us looks after it.
    pub manager: String,
}
