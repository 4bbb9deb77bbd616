//! A payment in its smallest real form: day, sum, account, and which invoices it pays.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;
use crate::money;
use crate::problem::{Problem, entry_pointer};
use crate::tables::Tables;
use crate::{document, text};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    #[default]
    Incoming,
    Outgoing,
}

/// Body of the kind `payment`. What is not allocated is an advance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Payment {
    pub direction: Direction,
    /// Number of the payment order as the bank shows it.
    pub number: String,
    pub date: Option<NaiveDate>,
    pub organisation: Id,
    /// Key of the account in the organisation's `accounts`.
    pub account: Id,
    pub counterparty: Id,
    pub amount: Option<Amount>,
    pub currency: String,
    pub purpose: String,
    /// Keyed by the issued invoice's id: one share an invoice, in the invoice's currency.
    pub allocations: BTreeMap<Id, Allocation>,
    pub note: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Allocation {
    pub amount: Amount,
}

impl Payment {
    /// What is wrong with the payment on the day `today`.
    #[must_use]
    pub fn problems(&self, tables: &Tables, today: NaiveDate) -> Vec<Problem> {
        let mut found = Vec::new();
        let most = tables.currency(&self.currency).map_or(money::MINOR_DIGITS, |currency| currency.minor);
        let most = most.min(money::MINOR_DIGITS);
        match self.amount {
            None => found.push(Problem::blocks_issue("sum_missing", "/amount")),
            Some(amount) if !amount.is_positive() => found.push(Problem::blocks_issue("sum_not_positive", "/amount")),
            Some(amount) if amount.scale() > money::MINOR_DIGITS => {
                found.push(Problem::blocks_issue("sum_too_precise", "/amount"))
            }
            Some(amount) if amount.scale() > most => {
                found.push(Problem::blocks_issue("sum_finer_than_currency", "/amount").with("value", &self.currency))
            }
            Some(_) => {}
        }
        match self.date {
            None => found.push(Problem::blocks_issue("date_missing", "/date")),
            // Money that has not come yet pays nothing: such a payment waits as a draft.
            Some(day) if day > today => found.push(Problem::blocks_issue("date_in_future", "/date").with("date", day)),
            Some(_) => found.extend(document::date(self.date, "/date")),
        }
        found.extend(document::currency(&self.currency, "/currency", tables));
        found.extend(document::required(&self.organisation, "organisation_missing", "/organisation"));
        found.extend(document::required(&self.counterparty, "counterparty_missing", "/counterparty"));
        found.extend(text::problems(&self.number, "/number"));
        found.extend(text::problems(&self.purpose, "/purpose"));
        found.extend(text::note_problems(&self.note, "/note"));
        let mut allocated = Vec::new();
        for (invoice, share) in &self.allocations {
            if !share.amount.is_positive() || share.amount.scale() > most {
                let at = entry_pointer("/allocations", invoice);
                found.push(Problem::blocks_issue("allocation_not_positive", format!("{at}/amount")));
            }
            allocated.push(share.amount);
        }
        let more_than_paid = match (money::sum(allocated), self.amount) {
            (Ok(sum), Some(amount)) => sum > amount,
            (Ok(_), None) => false,
            (Err(_), _) => true,
        };
        if more_than_paid {
            found.push(Problem::blocks_issue("allocated_more_than_paid", "/allocations"));
        }
        found
    }
}
