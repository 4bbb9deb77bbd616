//! What a list is asked for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use torgdom_domain::Amount;
use torgdom_records::{Id, Kind};
use ts_rs::TS;

/// A list of one kind. What is absent does not filter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct ListQuery {
    #[ts(type = "string")]
    pub kind: Kind,
    #[serde(default)]
    pub tab: Tab,
    #[serde(default)]
    pub organisation: Option<Id>,
    #[serde(default)]
    pub counterparty: Option<Id>,
    #[serde(default)]
    pub contract: Option<Id>,
    #[serde(default)]
    pub deal: Option<Id>,
    /// First and last day of the document's date.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// Least and greatest total.
    #[serde(default)]
    pub min: Option<Amount>,
    #[serde(default)]
    pub max: Option<Amount>,
    #[serde(default)]
    pub currency: Option<String>,
    /// As in search: words, numbers, the counterparty's name.
    #[serde(default)]
    pub text: String,
    /// The kind's own order when absent: documents newest first, names from А to Я.
    #[serde(default)]
    pub sort: Option<Sort>,
    #[serde(default)]
    pub position: Position,
    /// Rows of a page; none gives none.
    #[serde(default)]
    pub limit: u32,
    /// What lateness is measured by; without it nothing is late.
    #[serde(default)]
    pub today: Option<NaiveDate>,
}

impl ListQuery {
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            tab: Tab::default(),
            organisation: None,
            counterparty: None,
            contract: None,
            deal: None,
            from: None,
            to: None,
            min: None,
            max: None,
            currency: None,
            text: String::new(),
            sort: None,
            position: Position::First,
            limit: 50,
            today: None,
        }
    }
}

/// Ready-made filters, shown with their counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Tab {
    /// All but what is archived, and drafts that became an issued record.
    #[default]
    All,
    Drafts,
    /// Issued and not paid in full; payments not allocated in full.
    ToPay,
    /// Of these, past their day.
    Late,
    /// Of these, due today or within the next seven days.
    DueWeek,
    Part,
    Paid,
    Void,
    Archived,
    Buyers,
    Suppliers,
    /// Contracts and price lists that end today or within the next thirty days.
    Expiring,
    Expired,
    Incoming,
    Outgoing,
    /// Truly all, hidden ones too.
    Everything,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Sort {
    pub column: SortColumn,
    #[serde(default)]
    pub descending: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SortColumn {
    Name,
    Date,
    /// A good's article.
    Number,
    Total,
    Rest,
    /// A contract's last day.
    Due,
    Counterparty,
}

/// Where a page begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    #[default]
    First,
    Last,
    After(Cursor),
    Before(Cursor),
    /// Rows before the page's first one.
    Offset(#[ts(type = "number")] u64),
}

/// A place in a list: a row's sort key, so that it stays a place when the row goes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Cursor(pub String);
