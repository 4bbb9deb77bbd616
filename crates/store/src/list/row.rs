//! A row of a list: one shape for all kinds.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use torgdom_domain::Amount;
use torgdom_records::{Id, Kind, State};
use ts_rs::TS;

use crate::codes;
use crate::error::{StoreError, damaged};
use crate::projection::{class, collate, minor};
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
    /// Country; a good's origin; where the buyer of an issued invoice sits.
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
    /// What payments cover; what of a payment is allocated; what posted deals take of a contract's limit.
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
        self.list_rows(&[key], today)?.pop().ok_or_else(|| damaged(format!("no row {key}")))
    }

    /// The rows with these keys, in the same order and with the names of what they point to. The counterparties of a page
    /// stand all over the store, so the rows have their names with them; organisations are one or two.
    pub(crate) fn list_rows(&self, keys: &[i64], today: Option<NaiveDate>) -> Result<Vec<ListRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(SHOWN)?;
        let mut rows = Vec::with_capacity(keys.len());
        let mut organisations: BTreeMap<i64, (Id, String)> = BTreeMap::new();
        for key in keys {
            let mut found = statement.query([key])?;
            let row = found.next()?.ok_or_else(|| damaged(format!("no row {key}")))?;
            let mut shown = read(row, today)?;
            if let Some(own) = row.get::<_, Option<i64>>(9)? {
                let (id, name) = match organisations.entry(own) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(place) => place.insert((self.id_of(own)?, self.shown_name(own)?.unwrap_or_default())),
                };
                shown.organisation.clone_from(id);
                shown.organisation_name.clone_from(name);
            }
            rows.push(shown);
        }
        Ok(rows)
    }
}

/// A contract that is only referred to has an id and no row.
const SHOWN: &str = "SELECT l.id, l.kind, l.state, l.class, l.number, l.date, l.name, l.tax_id, l.country, \
     l.organisation, l.party, l.party_name, coalesce(k.id, (SELECT id FROM ident WHERE key = l.contract)), k.number, \
     (SELECT id FROM ident WHERE key = l.deal), \
     l.currency, l.total, l.paid, l.rest, l.due, l.article, l.unit, l.flags, l.updated_at \
     FROM list l LEFT JOIN list k ON k.key = l.contract WHERE l.key = ?1";

/// One row of [`SHOWN`], without its organisation.
fn read(row: &rusqlite::Row<'_>, today: Option<NaiveDate>) -> Result<ListRow, StoreError> {
    let text = |at: usize| -> Result<String, StoreError> { Ok(row.get::<_, Option<String>>(at)?.unwrap_or_default()) };
    let sum = |at: usize| -> Result<Option<Amount>, StoreError> { Ok(row.get::<_, Option<i64>>(at)?.and_then(minor::amount)) };
    let kind = codes::kind(row.get(1)?)?;
    let (due, flags): (Option<i64>, i64) = (row.get(19)?, row.get(22)?);
    Ok(ListRow {
        id: row.get(0)?,
        kind,
        state: codes::state(row.get(2)?)?,
        status: status(kind, row.get(3)?, due, today)?.to_owned(),
        number: text(4)?,
        date: row.get::<_, Option<i64>>(5)?.and_then(collate::date),
        name: text(6)?,
        tax_id: text(7)?,
        country: text(8)?,
        organisation: Id::new(),
        organisation_name: String::new(),
        counterparty: text(10)?,
        counterparty_name: text(11)?,
        contract: text(12)?,
        contract_number: text(13)?,
        deal: text(14)?,
        currency: text(15)?,
        total: sum(16)?,
        paid: sum(17)?,
        rest: sum(18)?,
        due: due.and_then(collate::date),
        article: text(20)?,
        unit: text(21)?,
        buyer: flags & class::BUYER != 0,
        supplier: flags & class::SUPPLIER != 0,
        incoming: flags & class::INCOMING != 0,
        updated_at: row.get(23)?,
    })
}

fn status(kind: Kind, class: i64, due: Option<i64>, today: Option<NaiveDate>) -> Result<&'static str, StoreError> {
    let before = |day: NaiveDate| due.is_some_and(|due| due < collate::day(day));
    Ok(match class {
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
