//! Lists as the screens ask for them and are given them: texts throughout, so that nothing is ever a number in between.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use torgdom_domain::{Amount, Id, entry, money};
use torgdom_store::{Cursor, ListQuery, Position, Sort, SortColumn, Tab};
use ts_rs::TS;

use crate::failure::Failure;

/// A row of a list; what a kind has not is empty. Sums have at least two decimals.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct ListRow {
    pub id: Id,
    pub kind: String,
    pub state: String,
    pub status: String,
    pub number: String,
    pub date: String,
    pub name: String,
    pub tax_id: String,
    pub country: String,
    pub organisation: Id,
    pub counterparty: Id,
    pub counterparty_name: String,
    pub contract: Id,
    pub contract_number: String,
    pub deal: Id,
    pub total: String,
    pub paid: String,
    pub rest: String,
    pub currency: String,
    pub due: String,
    pub article: String,
    pub unit: String,
    /// Of a good: in the price list in force today, with that list's currency in `currency`.
    pub price: String,
    /// What a counterparty owes. `rest` and `currency` repeat it when it is in one currency.
    pub debts: Vec<Debt>,
    /// Money that came in (payments).
    pub incoming: bool,
    pub updated_at: String,
}

impl From<torgdom_store::ListRow> for ListRow {
    fn from(row: torgdom_store::ListRow) -> Self {
        let sum = |amount: Option<Amount>| amount.map(|amount| amount.fixed(money::MINOR_DIGITS)).unwrap_or_default();
        let day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        Self {
            id: row.id,
            kind: row.kind.to_string(),
            state: row.state.to_string(),
            status: row.status,
            number: row.number,
            date: day(row.date),
            name: row.name,
            tax_id: row.tax_id,
            country: row.country,
            organisation: row.organisation,
            counterparty: row.counterparty,
            counterparty_name: row.counterparty_name,
            contract: row.contract,
            contract_number: row.contract_number,
            deal: row.deal,
            total: sum(row.total),
            paid: sum(row.paid),
            rest: sum(row.rest),
            currency: row.currency,
            due: day(row.due),
            article: row.article,
            unit: row.unit,
            price: String::new(),
            debts: Vec::new(),
            incoming: row.incoming,
            updated_at: row.updated_at,
        }
    }
}

/// What is owed in one currency by issued invoices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Debt {
    pub currency: String,
    pub rest: String,
    /// Of it past its day.
    pub late: String,
}

impl From<&torgdom_store::Debt> for Debt {
    fn from(debt: &torgdom_store::Debt) -> Self {
        let sum = |amount: Amount| amount.fixed(money::MINOR_DIGITS);
        Self { currency: debt.currency.clone(), rest: sum(debt.rest), late: sum(debt.late) }
    }
}

#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct ListPage {
    pub rows: Vec<ListRow>,
    /// Rows that the query has in all.
    #[ts(type = "number")]
    pub total: u64,
    /// Rows before the first one of the page.
    #[ts(type = "number")]
    pub offset: u64,
    /// Cursor of the last row, for the page after.
    pub next: String,
    /// The text matches more rows than a list holds: the newest of them are listed, `total` counts these.
    pub cut_short: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct TabCount {
    pub tab: String,
    #[ts(type = "number")]
    pub count: u64,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CurrencySum {
    pub currency: String,
    #[ts(type = "number")]
    pub rows: u64,
    /// Empty when it has more than fifteen digits before the point.
    pub total: String,
    pub rest: String,
}

/// A list as a screen asks for it. Empty texts do not filter.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct Listing {
    pub kind: String,
    /// `all`, `drafts`, `to_pay`, `late`, `due_week`, `paid`, `expiring`, `archived`, …
    pub tab: String,
    pub organisation: Option<Id>,
    pub counterparty: Option<Id>,
    pub contract: Option<Id>,
    pub deal: Option<Id>,
    pub text: Option<String>,
    /// First and last day, `2026-11-22`.
    pub from: Option<String>,
    pub to: Option<String>,
    /// Least and greatest total, as typed.
    pub sum_from: Option<String>,
    pub sum_to: Option<String>,
    pub sort: Option<ListSort>,
    pub position: ListPosition,
    pub limit: u32,
}

#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct ListSort {
    pub column: String,
    pub descending: bool,
}

#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListPosition {
    #[default]
    First,
    Last,
    Offset(#[ts(type = "number")] u64),
    After(String),
}

impl Listing {
    /// The store's query of today.
    ///
    /// # Errors
    /// `unknown_kind`, `unknown_tab`, `refused` (a date or a sum that cannot be read).
    pub fn query(&self, today: NaiveDate) -> Result<ListQuery, Failure> {
        let given = |id: &Option<Id>| id.clone().filter(|id| !id.is_empty());
        Ok(ListQuery {
            tab: tab(&self.tab)?,
            organisation: given(&self.organisation),
            counterparty: given(&self.counterparty),
            contract: given(&self.contract),
            deal: given(&self.deal),
            from: day(&self.from)?,
            to: day(&self.to)?,
            min: sum(&self.sum_from)?,
            max: sum(&self.sum_to)?,
            text: self.text.clone().unwrap_or_default(),
            // A column that cannot be sorted by leaves the usual order.
            sort: self.sort.as_ref().and_then(|sort| Some(Sort { column: column(&sort.column)?, descending: sort.descending })),
            position: match &self.position {
                ListPosition::First => Position::First,
                ListPosition::Last => Position::Last,
                ListPosition::Offset(offset) => Position::Offset(*offset),
                ListPosition::After(cursor) => Position::After(Cursor(cursor.clone())),
            },
            limit: self.limit,
            today: Some(today),
            ..ListQuery::new(crate::verbs::records::parse_kind(&self.kind)?)
        })
    }
}

/// # Errors
/// `unknown_tab`.
pub fn tab(name: &str) -> Result<Tab, Failure> {
    if name.is_empty() {
        return Ok(Tab::All);
    }
    serde_json::from_value(serde_json::Value::String(name.to_owned())).map_err(|_| Failure::new("unknown_tab").with("tab", name))
}

fn column(name: &str) -> Option<SortColumn> {
    Some(match name {
        "name" => SortColumn::Name,
        "date" => SortColumn::Date,
        "number" | "article" => SortColumn::Number,
        "total" => SortColumn::Total,
        "rest" => SortColumn::Rest,
        "due" => SortColumn::Due,
        "counterparty" | "counterparty_name" => SortColumn::Counterparty,
        _ => return None,
    })
}

fn day(text: &Option<String>) -> Result<Option<NaiveDate>, Failure> {
    let Some(text) = text.as_deref().filter(|text| !text.is_empty()) else { return Ok(None) };
    text.parse().map(Some).map_err(|_| Failure::new("bad_arguments").with("value", text))
}

fn sum(text: &Option<String>) -> Result<Option<Amount>, Failure> {
    let Some(text) = text.as_deref().filter(|text| !text.trim().is_empty()) else { return Ok(None) };
    entry::number(text).map(Some).map_err(|problem| Failure::refused(vec![problem.problem("")]))
}
