//! An own organisation: the legal entity in whose name the desk issues. Several are possible.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::party::Party;
use crate::party::Whose;
use crate::problem::Problem;
use crate::tables::Tables;
use chrono::NaiveDate;

/// Body of the kind `organisation`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Organisation {
    #[serde(flatten)]
    #[ts(flatten)]
    pub party: Party,
    /// Content hash of the logo (PNG or JPEG).
    pub logo: String,
    /// Content hash of the picture of the stamp.
    pub stamp: String,
    /// Language of its papers: `ru`, `be`, `en`; empty is `ru`.
    pub language: String,
    /// Usual currency of its deals (ISO 4217).
    pub currency: String,
}

impl Organisation {
    /// What is wrong with an own organisation on the day `today`; what goes on paper must hold.
    #[must_use]
    pub fn problems(&self, tables: &Tables, today: NaiveDate) -> Vec<Problem> {
        let mut found = self.party.problems(Whose::Own, tables, today);
        if self.party.accounts.is_empty() {
            found.push(Problem::blocks_issue("account_missing", "/accounts"));
        }
        if !self.currency.is_empty() {
            found.extend(crate::document::currency(&self.currency, "/currency", tables));
        }
        found
    }
}
