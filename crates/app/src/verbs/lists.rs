//! Lists, their tabs and sums, search, and whom a new card may be a double of.

use serde::Serialize;
use torgdom_domain::{Amount, Id, money};
use torgdom_records::Kind;
use torgdom_store::{ListQuery, Reader};
use ts_rs::TS;

use super::records::parse_kind;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::views::list::{CurrencySum, ListPage, ListRow, Listing, TabCount};

/// Hits that are looked through when a filter may drop most of them.
const FILTERED: usize = 200;

/// A row that search found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Found {
    pub row: ListRow,
}

impl Desk {
    /// A query for everything of a kind in its usual order, as of today.
    #[must_use]
    pub fn query(&self, kind: Kind) -> ListQuery {
        ListQuery { today: Some(self.clock.today()), ..ListQuery::new(kind) }
    }

    /// A page of a list, as the store has it.
    ///
    /// # Errors
    /// The store's.
    pub fn rows(&self, query: &ListQuery) -> Result<torgdom_store::ListPage, Failure> {
        self.reading(|_, reader| Ok(reader.list(query)?))
    }

    /// A page of a list for a screen.
    ///
    /// # Errors
    /// `unknown_kind`, `unknown_tab`, `refused`, the store's.
    pub fn list(&self, listing: &Listing) -> Result<ListPage, Failure> {
        let page = self.rows(&listing.query(self.clock.today())?)?;
        Ok(ListPage {
            total: page.total,
            offset: page.offset,
            next: page.after.map(|cursor| cursor.0).unwrap_or_default(),
            rows: page.rows.into_iter().map(ListRow::from).collect(),
        })
    }

    /// How many rows stand under each tab of a list.
    ///
    /// # Errors
    /// `unknown_kind`, the store's.
    pub fn tabs(&self, kind: &str, organisation: &str, counterparty: &str) -> Result<Vec<TabCount>, Failure> {
        let query =
            ListQuery { organisation: given(organisation), counterparty: given(counterparty), ..self.query(parse_kind(kind)?) };
        let counts = self.reading(|_, reader| Ok(reader.tab_counts(&query)?))?;
        Ok(counts.into_iter().map(|count| TabCount { tab: tab_name(count.tab), count: count.rows }).collect())
    }

    /// Rows before the record `id` in a list; none when it is not in it.
    ///
    /// # Errors
    /// As [`Desk::list`].
    pub fn place(&self, listing: &Listing, id: &str) -> Result<Option<u64>, Failure> {
        let query = listing.query(self.clock.today())?;
        self.reading(|_, reader| Ok(reader.position_of(&query, &id.to_owned())?))
    }

    /// Totals of marked rows, by currency.
    ///
    /// # Errors
    /// `sum_too_large`, the store's.
    pub fn sums(&self, ids: &[Id]) -> Result<Vec<CurrencySum>, Failure> {
        let mut sums: std::collections::BTreeMap<String, (Vec<Amount>, Vec<Amount>)> = std::collections::BTreeMap::new();
        self.reading(|_, reader| {
            for id in ids {
                if let Some(row) = reader.list_row_of(id, None)? {
                    let (totals, rests) = sums.entry(row.currency).or_default();
                    totals.extend(row.total);
                    rests.extend(row.rest);
                }
            }
            Ok(())
        })?;
        let text = |amounts: Vec<Amount>| {
            money::sum(amounts).map(|sum| sum.fixed(money::MINOR_DIGITS)).map_err(|_| Failure::new("sum_too_large"))
        };
        sums.into_iter()
            .map(|(currency, (totals, rests))| Ok(CurrencySum { currency, total: text(totals)?, rest: text(rests)? }))
            .collect()
    }

    /// Records that a person means by `text`; with an empty text the latest ones. `counterparty` and `organisation`
    /// keep only what belongs to them.
    ///
    /// # Errors
    /// `unknown_kind`, the store's.
    pub fn search(
        &self,
        text: &str,
        kind: &str,
        limit: usize,
        counterparty: &str,
        organisation: &str,
    ) -> Result<Vec<Found>, Failure> {
        let kind = if kind.is_empty() { None } else { Some(parse_kind(kind)?) };
        if let Some(kind) = kind.filter(|_| !counterparty.is_empty()) {
            // What belongs to one counterparty is few among many: the list finds it, however old it is.
            let query = ListQuery {
                counterparty: given(counterparty),
                text: text.to_owned(),
                limit: u32::try_from(limit.max(FILTERED)).unwrap_or(u32::MAX),
                ..self.query(kind)
            };
            let rows = self.rows(&query)?.rows.into_iter();
            let ours =
                rows.filter(|row| organisation.is_empty() || row.organisation.is_empty() || row.organisation == organisation);
            return Ok(ours.take(limit).map(|row| Found { row: row.into() }).collect());
        }
        let looked_at = if counterparty.is_empty() && organisation.is_empty() { limit } else { limit.max(FILTERED) };
        let belongs = |row: &torgdom_store::ListRow| {
            let other_organisation = !organisation.is_empty() && !row.organisation.is_empty() && row.organisation != organisation;
            (counterparty.is_empty() || row.counterparty == counterparty) && !other_organisation
        };
        let hits = self.reading(|_, reader| Ok(reader.search(kind, text, looked_at)?))?;
        Ok(hits.into_iter().map(|hit| hit.row).filter(belongs).take(limit).map(|row| Found { row: row.into() }).collect())
    }

    /// Counterparties that the card may be a double of: the same tax id, or nearly the same name. Its own record is
    /// left out.
    ///
    /// # Errors
    /// The store's.
    pub fn similar(&self, id: &str, name: &str, tax_id: &str) -> Result<Vec<ListRow>, Failure> {
        self.reading(|_, reader| Ok(similar_in(reader, id, name, tax_id)?.into_iter().map(ListRow::from).collect()))
    }
}

fn similar_in(reader: &Reader<'_>, id: &str, name: &str, tax_id: &str) -> Result<Vec<torgdom_store::ListRow>, Failure> {
    let mut found = if tax_id.trim().is_empty() { Vec::new() } else { reader.by_tax_id(tax_id)? };
    for row in reader.similar_counterparties(name)? {
        if !found.iter().any(|known| known.id == row.id) {
            found.push(row);
        }
    }
    found.retain(|row| row.id != id && row.status != "archived");
    Ok(found)
}

fn given(id: &str) -> Option<Id> {
    (!id.is_empty()).then(|| id.to_owned())
}

fn tab_name(tab: torgdom_store::Tab) -> String {
    serde_json::to_value(tab).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}
