//! How many rows a list has, how many each tab has, and what they come to.

use std::collections::BTreeMap;

use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;
use serde::{Deserialize, Serialize};
use torgdom_domain::Amount;
use torgdom_records::Kind;
use ts_rs::TS;

use super::filter::{Filter, Trait, tab_condition, tab_parts};
use super::page::Plan;
use super::query::{ListQuery, Tab};
use crate::codes;
use crate::error::StoreError;
use crate::projection::{self, DAYS, minor};
use crate::reader::Reader;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TabCount {
    pub tab: Tab,
    #[ts(type = "number")]
    pub rows: u64,
}

/// Sums of a list in one currency; a sum that has more digits than an amount is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sum {
    #[ts(type = "number")]
    pub rows: u64,
    pub total: Option<Amount>,
    pub paid: Option<Amount>,
    pub rest: Option<Amount>,
}

/// By currency; rows without one stand under the empty text.
pub type Sums = BTreeMap<String, Sum>;

/// The tabs that the screens of a kind show.
pub(super) const fn tabs(kind: Kind) -> &'static [Tab] {
    match kind {
        Kind::Invoice => {
            &[Tab::All, Tab::Drafts, Tab::ToPay, Tab::Late, Tab::DueWeek, Tab::Part, Tab::Paid, Tab::Void, Tab::Archived]
        }
        Kind::Deal => &[Tab::All, Tab::Drafts, Tab::ToPay, Tab::Part, Tab::Paid, Tab::Archived],
        Kind::Payment => &[Tab::All, Tab::Drafts, Tab::ToPay, Tab::Paid, Tab::Incoming, Tab::Outgoing, Tab::Archived],
        Kind::Contract | Kind::PriceList => &[Tab::All, Tab::Expiring, Tab::Expired, Tab::Archived],
        Kind::Counterparty => &[Tab::All, Tab::Buyers, Tab::Suppliers, Tab::Archived],
        _ => &[Tab::All, Tab::Archived],
    }
}

/// `rows, total, paid` of the tally stand for `count(*)` and sums over rows.
struct Source {
    from: String,
    values: Vec<Sql>,
    rows: &'static str,
    total: (&'static str, &'static str),
    paid: (&'static str, &'static str),
}

impl Reader<'_> {
    /// Rows of the list, wherever its page begins.
    ///
    /// # Errors
    /// The store's own.
    pub fn count(&self, query: &ListQuery) -> Result<u64, StoreError> {
        if self.is_tallied(query)? {
            return self.tallied(query);
        }
        Plan::of(self, query)?.total()
    }

    /// Rows of a list that the tally counts.
    pub(super) fn tallied(&self, query: &ListQuery) -> Result<u64, StoreError> {
        Ok(self.tallied_in(query, &[query.tab])?.iter().sum())
    }

    /// The kind's tabs with their rows, under the query's other filters.
    ///
    /// # Errors
    /// The store's own.
    pub fn tab_counts(&self, query: &ListQuery) -> Result<Vec<TabCount>, StoreError> {
        let tabs = tabs(query.kind);
        let rows = if self.is_tallied(query)? { self.tallied_in(query, tabs)? } else { self.walked_in(query, tabs)? };
        Ok(tabs.iter().zip(rows).map(|(tab, rows)| TabCount { tab: *tab, rows }).collect())
    }

    /// Rows of each tab by the tally: whole months, and the days of those months in which a tab begins or ends.
    fn tallied_in(&self, query: &ListQuery, tabs: &[Tab]) -> Result<Vec<u64>, StoreError> {
        let parts: Vec<_> = tabs.iter().map(|tab| tab_parts(*tab, query.today)).collect();
        let mut edges: Vec<i64> = Vec::new();
        for (_, more) in &parts {
            if let Some(Trait::Due(days)) = more {
                edges.extend([days.start() / DAYS, days.end() / DAYS].into_iter().filter(|month| *month > 0));
            }
        }
        edges.sort_unstable();
        edges.dedup();
        let (conditions, given) = self.tally_conditions(query)?;
        let months = edges.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
        let mut sql = format!(
            "SELECT l.class, l.flags, l.month * {DAYS}, l.rows FROM tally_month l WHERE {conditions} AND l.month NOT IN ({months})"
        );
        let mut values = given.clone();
        if !edges.is_empty() {
            sql.push_str(&format!(
                " UNION ALL SELECT d.class, d.flags, d.due, d.rows FROM tally_month l CROSS JOIN tally d \
                 ON d.kind = l.kind AND d.class = l.class AND d.organisation = l.organisation AND d.currency = l.currency \
                 AND d.flags = l.flags AND d.due >= l.month * {DAYS} AND d.due < (l.month + 1) * {DAYS} \
                 WHERE {conditions} AND l.month IN ({months})"
            ));
            values.extend(given);
        }
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut found = statement.query(params_from_iter(values))?;
        let mut counts = vec![0; tabs.len()];
        while let Some(row) = found.next()? {
            let (class, flags, due, rows): (i64, i64, i64, u64) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            for (count, (classes, more)) in counts.iter_mut().zip(&parts) {
                if classes.contains(&class) && more.as_ref().is_none_or(|more| more.holds(flags, due)) {
                    *count += rows;
                }
            }
        }
        Ok(counts)
    }

    /// Rows of each tab where the tally cannot answer: all of them in one walk.
    fn walked_in(&self, query: &ListQuery, tabs: &[Tab]) -> Result<Vec<u64>, StoreError> {
        let filter = Filter::of(self, &ListQuery { tab: Tab::Everything, ..query.clone() })?;
        let parts: Vec<_> = tabs.iter().map(|tab| tab_parts(*tab, query.today)).collect();
        let more: String = parts
            .iter()
            .filter_map(|(_, more)| more.as_ref())
            .map(|more| format!(", count(*) FILTER (WHERE {})", more.sql()))
            .collect();
        // The rows come in the order of their classes: nothing is sorted for it.
        let sql = format!("SELECT l.class, count(*){more} FROM {} WHERE {} GROUP BY l.class", filter.from(), filter.sql());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut found = statement.query(params_from_iter(filter.values()))?;
        let mut counts = vec![0; tabs.len()];
        while let Some(row) = found.next()? {
            let class: i64 = row.get(0)?;
            let mut next = 2;
            for (count, (classes, more)) in counts.iter_mut().zip(&parts) {
                let column = if more.is_some() { next } else { 1 };
                next += usize::from(more.is_some());
                if classes.contains(&class) {
                    *count += row.get::<_, u64>(column)?;
                }
            }
        }
        Ok(counts)
    }

    /// What the list comes to, by currency.
    ///
    /// # Errors
    /// The store's own.
    pub fn sums(&self, query: &ListQuery) -> Result<Sums, StoreError> {
        let source = self.source(query, query.tab)?;
        let sql = format!(
            "SELECT coalesce(l.currency, ''), {rows}, coalesce(sum({t0}), 0), coalesce(sum({t1}), 0), coalesce(sum({p0}), 0), coalesce(sum({p1}), 0) FROM {from} GROUP BY 1",
            rows = source.rows,
            t0 = source.total.0,
            t1 = source.total.1,
            p0 = source.paid.0,
            p1 = source.paid.1,
            from = source.from,
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(source.values))?;
        let mut sums = Sums::new();
        while let Some(row) = rows.next()? {
            let total = minor::join(row.get(2)?, row.get(3)?);
            let paid = minor::join(row.get(4)?, row.get(5)?);
            let sum = Sum {
                rows: row.get(1)?,
                total: minor::wide_amount(total),
                paid: minor::wide_amount(paid),
                rest: minor::wide_amount(total - paid),
            };
            if sum.rows > 0 {
                sums.insert(row.get(0)?, sum);
            }
        }
        Ok(sums)
    }

    /// Can the tally answer? It knows organisation, currency and tab, nothing else.
    pub(super) fn is_tallied(&self, query: &ListQuery) -> Result<bool, StoreError> {
        let plain = |id: &Option<String>| id.as_deref().unwrap_or_default().is_empty();
        let filtered = !plain(&query.counterparty)
            || !plain(&query.contract)
            || !plain(&query.deal)
            || query.from.is_some()
            || query.to.is_some()
            || query.min.is_some()
            || query.max.is_some()
            || !query.text.trim().is_empty();
        Ok(!filtered && !projection::is_deferred(self)?)
    }

    fn source(&self, query: &ListQuery, tab: Tab) -> Result<Source, StoreError> {
        if !self.is_tallied(query)? {
            let filter = Filter::of(self, &ListQuery { tab, ..query.clone() })?;
            return Ok(Source {
                from: format!("{} WHERE {}", filter.from(), filter.sql()),
                values: filter.values().collect(),
                rows: "count(*)",
                total: ("l.total / 1000000", "l.total % 1000000"),
                paid: ("l.paid / 1000000", "l.paid % 1000000"),
            });
        }
        let (mut conditions, values) = self.tally_conditions(query)?;
        if let Some(condition) = tab_condition(tab, query.today) {
            conditions = format!("{conditions} AND {condition}");
        }
        Ok(Source {
            from: format!("tally l WHERE {conditions}"),
            values,
            rows: "sum(l.rows)",
            total: ("l.total_high", "l.total_low"),
            paid: ("l.paid_high", "l.paid_low"),
        })
    }

    /// A query's filters on the tally, or on its months, but for the tab.
    fn tally_conditions(&self, query: &ListQuery) -> Result<(String, Vec<Sql>), StoreError> {
        let mut conditions = "l.kind = ?".to_owned();
        let mut values = vec![Sql::Integer(codes::of_kind(query.kind))];
        if let Some(id) = query.organisation.as_deref().filter(|id| !id.is_empty()) {
            conditions.push_str(" AND l.organisation = ?");
            values.push(Sql::Integer(self.key_of(id)?.unwrap_or(-1)));
        }
        if let Some(currency) = query.currency.as_deref().filter(|code| !code.is_empty()) {
            conditions.push_str(" AND l.currency = ?");
            values.push(Sql::Text(currency.to_owned()));
        }
        Ok((conditions, values))
    }
}
