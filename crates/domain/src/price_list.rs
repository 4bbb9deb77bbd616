//! A dated price list.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;
use crate::problem::{Problem, entry_pointer};
use crate::tables::Tables;
use crate::vat::PriceKind;
use crate::{document, text};

/// Body of the kind `price_list`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PriceList {
    pub name: String,
    pub currency: String,
    pub price_kind: PriceKind,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Keyed by the good's id: one price a good.
    pub prices: BTreeMap<Id, PriceRow>,
    pub note: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PriceRow {
    pub price: Amount,
    /// A price of its own time inside the list; empty is the list's.
    pub from: Option<NaiveDate>,
    pub order: Amount,
}

impl PriceList {
    #[must_use]
    pub fn problems(&self, tables: &Tables) -> Vec<Problem> {
        let mut found = Vec::new();
        if self.name.trim().is_empty() {
            found.push(Problem::blocks_issue("name_missing", "/name"));
        }
        found.extend(text::problems(&self.name, "/name"));
        found.extend(text::note_problems(&self.note, "/note"));
        found.extend(document::currency(&self.currency, "/currency", tables));
        found.extend(document::date(self.from, "/from"));
        found.extend(document::date(self.to, "/to"));
        found.extend(document::period(self.from, self.to));
        for (good, row) in &self.prices {
            let at = entry_pointer("/prices", good);
            found.extend(document::date(row.from, &format!("{at}/from")));
            if row.price.is_negative() {
                found.push(Problem::blocks_issue("price_negative", format!("{at}/price")));
            }
        }
        found
    }

    /// Is the list in force on `day`?
    #[must_use]
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}
