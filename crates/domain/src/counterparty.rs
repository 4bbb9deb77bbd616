//! A counterparty: whom we sell to or buy from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amount::Amount;
use crate::party::Party;
use crate::party::Whose;
use crate::problem::Problem;
use crate::tables::Tables;
use crate::terms::PaymentTerms;
use chrono::NaiveDate;

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

impl Counterparty {
    /// What is wrong with the card on the day `today`.
    #[must_use]
    pub fn problems(&self, tables: &Tables, today: NaiveDate) -> Vec<Problem> {
        let mut found = self.party.problems(Whose::Theirs, tables, today);
        found.extend(self.payment_terms.problems().into_iter().map(|problem| problem.under("/payment_terms")));
        found.extend(crate::text::problems(&self.manager, "/manager"));
        if let Some(limit) = self.credit_limit {
            if limit.is_negative() {
                found.push(Problem::blocks_issue("sum_negative", "/credit_limit"));
            }
            found.extend(crate::document::currency(&self.credit_currency, "/credit_currency", tables));
        }
        found
    }
}
