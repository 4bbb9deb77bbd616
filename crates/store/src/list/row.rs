//! A row of a list: one shape for all kinds.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use torgdom_domain::Amount;
use torgdom_records::{Id, Kind, State};
use ts_rs::TS;

use crate::codes;
use crate::error::{StoreError, damaged};
use crate::projection::{Row, class, collate, minor};
use crate::reader::Reader;

/// Contracts within so many days of their end are `expiring`.
pub(super) const EXPIRING_DAYS: u64 = 30;
/// Debts within so many days are due this week.
pub(super) const WEEK_DAYS: u64 = 7;

/// Texts that a kind has not are empty; sums are without trailing zeros.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ListRow {
    pub id: Id,
    #[ts(type = "string")]
    pub kind: Kind,
    #[ts(type = "string")]
    pub state: State,
    /// `draft`, `issued`, `part`, `paid`, `late` (issued or part, past its day), `void`, `archived`, `became_issued`;
    /// for master data `live`, `expiring`, `expired`, `archived`. A posted deal is `issued`; a payment `issued`
    /// (nothing allocated), `part` or `paid` (allocated in full).
    pub status: String,
    pub number: String,
    pub date: Option<NaiveDate>,
    /// Own name; a contract's subject, a payment's purpose.
    pub name: String,
    pub tax_id: String,
    /// Country; a good's origin.
    pub country: String,
    pub organisation: Id,
    pub organisation_name: String,
    pub counterparty: Id,
    pub counterparty_name: String,
    pub contract: Id,
    pub contract_number: String,
    pub deal: Id,
    pub currency: String,
    /// With VAT; a contract's limit; a payment's sum.
    pub total: Option<Amount>,
    /// What payments cover; what of a payment is allocated.
    pub paid: Option<Amount>,
    pub rest: Option<Amount>,
    /// Last day: of payment, of a contract or price list; a deal's shipment.
    pub due: Option<NaiveDate>,
    pub article: String,
    /// ОКЕИ code.
    pub unit: String,
    pub buyer: bool,
    pub supplier: bool,
    /// Money that came in (payments).
    pub incoming: bool,
    pub updated_at: String,
}

impl Reader<'_> {
    /// The row of one record.
    ///
    /// # Errors
    /// The store's own; an unknown id is no error.
    pub fn list_row_of(&self, id: &str, today: Option<NaiveDate>) -> Result<Option<ListRow>, StoreError> {
        match self.key_of(id)? {
            Some(key) if self.row(key)?.is_some() => self.list_row(key, today).map(Some),
            _ => Ok(None),
        }
    }

    pub(crate) fn list_row(&self, key: i64, today: Option<NaiveDate>) -> Result<ListRow, StoreError> {
        let row = self.row(key)?.ok_or_else(|| damaged(format!("no row {key}")))?;
        let id = |key: Option<i64>| -> Result<Id, StoreError> { key.map_or_else(|| Ok(Id::new()), |key| self.id_of(key)) };
        let shown = |key: Option<i64>| -> Result<(String, String), StoreError> {
            let row = key.map(|key| self.row(key)).transpose()?.flatten();
            Ok(row.map(|row| (row.name.unwrap_or_default(), row.number.unwrap_or_default())).unwrap_or_default())
        };
        Ok(ListRow {
            id: self.id_of(key)?,
            kind: codes::kind(row.kind)?,
            state: codes::state(row.state)?,
            status: status(&row, today)?.to_owned(),
            number: row.number.clone().unwrap_or_default(),
            date: row.date.and_then(collate::date),
            name: row.name.clone().unwrap_or_default(),
            tax_id: row.tax_id.clone().unwrap_or_default(),
            country: row.country.clone().unwrap_or_default(),
            organisation: id(row.organisation)?,
            organisation_name: shown(row.organisation)?.0,
            counterparty: id(row.counterparty)?,
            counterparty_name: shown(row.counterparty)?.0,
            contract: id(row.contract)?,
            contract_number: shown(row.contract)?.1,
            deal: id(row.deal)?,
            currency: row.currency.clone().unwrap_or_default(),
            total: row.total.and_then(minor::amount),
            paid: row.paid.and_then(minor::amount),
            rest: row.rest.and_then(minor::amount),
            due: row.due.and_then(collate::date),
            article: row.article.clone().unwrap_or_default(),
            unit: row.unit.clone().unwrap_or_default(),
            buyer: row.flags & class::BUYER != 0,
            supplier: row.flags & class::SUPPLIER != 0,
            incoming: row.flags & class::INCOMING != 0,
            updated_at: row.updated_at,
        })
    }
}

fn status(row: &Row, today: Option<NaiveDate>) -> Result<&'static str, StoreError> {
    let kind = codes::kind(row.kind)?;
    let before = |day: NaiveDate| row.due.is_some_and(|due| due < collate::day(day));
    Ok(match row.class {
        class::HIDDEN => "became_issued",
        class::DRAFT => "draft",
        class::OPEN | class::PART if kind == Kind::Invoice && today.is_some_and(before) => "late",
        class::OPEN => "issued",
        class::PART => "part",
        class::PAID => "paid",
        class::LIVE if today.is_some_and(before) => "expired",
        class::LIVE if today.and_then(|day| day.checked_add_days(Days::new(EXPIRING_DAYS + 1))).is_some_and(before) => "expiring",
        class::LIVE => "live",
        class::VOID => "void",
        class::ARCHIVED => "archived",
        other => return Err(damaged(format!("class {other}"))),
    })
}
