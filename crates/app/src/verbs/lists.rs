//! Lists, their tabs and sums, search, and whom a new card may be a double of.

use std::collections::HashMap;

use serde::Serialize;
use torgdom_domain::{Amount, Id, money};
use torgdom_records::{Kind, State};
use torgdom_store::{ListQuery, Reader};
use ts_rs::TS;

use super::records::parse_kind;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::views::list::{CurrencySum, ListPage, ListRow, Listing, TabCount};

/// Goods of one buyer whose order is known; those that it took before are as good as new to it.
const SOLD: usize = 2_000;
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
        let query = listing.query(self.clock.today())?;
        self.reading(|desk, reader| {
            let page = reader.list(&query)?;
            Ok(ListPage {
                total: page.total,
                offset: page.offset,
                next: page.after.map(|cursor| cursor.0).unwrap_or_default(),
                cut_short: page.cut_short,
                rows: desk.shown_rows(reader, page.rows)?,
            })
        })
    }

    /// How many rows stand under each tab of a list.
    ///
    /// # Errors
    /// `unknown_kind`, the store's.
    pub fn tabs(&self, kind: &str, organisation: &str, counterparty: &str) -> Result<Vec<TabCount>, Failure> {
        let query =
            ListQuery { organisation: given(organisation), counterparty: given(counterparty), ..self.query(parse_kind(kind)?) };
        self.tab_counts(&query)
    }

    /// The same under all filters of a list; its own tab does not count.
    ///
    /// # Errors
    /// As [`Desk::list`].
    pub fn tabs_of(&self, listing: &Listing) -> Result<Vec<TabCount>, Failure> {
        self.tab_counts(&listing.query(self.clock.today())?)
    }

    fn tab_counts(&self, query: &ListQuery) -> Result<Vec<TabCount>, Failure> {
        let counts = self.reading(|_, reader| Ok(reader.tab_counts(query)?))?;
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
            .map(|(currency, (totals, rests))| {
                let rows = totals.len() as u64;
                Ok(CurrencySum { currency, rows, total: text(totals)?, rest: text(rests)? })
            })
            .collect()
    }

    /// Totals of a whole list, by currency.
    ///
    /// # Errors
    /// As [`Desk::list`].
    pub fn sums_of(&self, listing: &Listing) -> Result<Vec<CurrencySum>, Failure> {
        let query = listing.query(self.clock.today())?;
        let sums = self.reading(|_, reader| Ok(reader.sums(&query)?))?;
        let text = |amount: Option<Amount>| amount.map(|amount| amount.fixed(money::MINOR_DIGITS)).unwrap_or_default();
        let sum = |(currency, sum): (String, torgdom_store::Sum)| CurrencySum {
            currency,
            rows: sum.rows,
            total: text(sum.total),
            rest: text(sum.rest),
        };
        Ok(sums.into_iter().map(sum).collect())
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
        if kind == Some(Kind::Good) && !counterparty.is_empty() {
            return self.goods_for(text, limit, counterparty);
        }
        if let Some(kind) = kind.filter(|_| !counterparty.is_empty()) {
            // What belongs to one counterparty is few among many: the list finds it, however old it is.
            let query = ListQuery {
                counterparty: given(counterparty),
                text: text.to_owned(),
                limit: u32::try_from(limit.max(FILTERED)).unwrap_or(u32::MAX),
                ..self.query(kind)
            };
            let ours = |row: &torgdom_store::ListRow| {
                organisation.is_empty() || row.organisation.is_empty() || row.organisation == organisation
            };
            return self.reading(|desk, reader| {
                let rows = reader.list(&query)?.rows.into_iter().filter(ours).take(limit).collect();
                desk.as_found(reader, rows)
            });
        }
        let looked_at = if counterparty.is_empty() && organisation.is_empty() { limit } else { limit.max(FILTERED) };
        let belongs = |row: &torgdom_store::ListRow| {
            let other_organisation = !organisation.is_empty() && !row.organisation.is_empty() && row.organisation != organisation;
            (counterparty.is_empty() || row.counterparty == counterparty) && !other_organisation
        };
        self.reading(|desk, reader| {
            let hits = reader.search(kind, text, looked_at)?;
            desk.as_found(reader, hits.into_iter().map(|hit| hit.row).filter(belongs).take(limit).collect())
        })
    }

    /// Goods for a line of a document of this buyer: those that it took before come first, the latest of them before
    /// others. What was typed in full, an article, stays in front of all.
    fn goods_for(&self, text: &str, limit: usize, counterparty: &str) -> Result<Vec<Found>, Failure> {
        let today = self.clock.today();
        self.reading(|desk, reader| {
            let sold = reader.sold_to(counterparty, SOLD)?;
            let mut rows: Vec<torgdom_store::ListRow> = Vec::new();
            if text.trim().is_empty() {
                for id in sold.iter().take(limit) {
                    rows.extend(reader.list_row_of(id, Some(today))?);
                }
            }
            let hits = reader.search(Some(Kind::Good), text, limit.max(FILTERED))?;
            let place: HashMap<&str, usize> = sold.iter().enumerate().map(|(place, id)| (id.as_str(), place)).collect();
            let mut others: Vec<torgdom_store::ListRow> =
                hits.into_iter().map(|hit| hit.row).filter(|row| rows.iter().all(|known| known.id != row.id)).collect();
            let typed = text.trim().to_lowercase();
            others.sort_by_key(|row| {
                let exact = !typed.is_empty() && row.article.to_lowercase() == typed;
                (row.state == State::Archived, !exact, place.get(row.id.as_str()).copied().unwrap_or(usize::MAX))
            });
            rows.extend(others);
            rows.truncate(limit);
            desk.as_found(reader, rows)
        })
    }

    fn as_found(&self, reader: &Reader<'_>, rows: Vec<torgdom_store::ListRow>) -> Result<Vec<Found>, Failure> {
        Ok(self.shown_rows(reader, rows)?.into_iter().map(|row| Found { row }).collect())
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
