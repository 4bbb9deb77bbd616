//! How many rows a list has, how many each tab has, and what they come to.

use std::collections::BTreeMap;

use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;
use serde::{Deserialize, Serialize};
use torgdom_domain::Amount;
use torgdom_records::Kind;
use ts_rs::TS;

use super::filter::{BY_KEY, Filter, tab_condition};
use super::query::{ListQuery, Tab};
use crate::codes;
use crate::error::StoreError;
use crate::projection::{self, minor};
use crate::reader::Reader;
use crate::store::lock;

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
            return self.counted(query, query.tab);
        }
        let head = self.head()?;
        if let Some(count) = lock(&self.memory.anchors).count(query, head) {
            return Ok(count);
        }
        let count = self.counted(query, query.tab)?;
        lock(&self.memory.anchors).remember_count(query, head, count);
        Ok(count)
    }

    /// The kind's tabs with their rows, under the query's other filters.
    ///
    /// # Errors
    /// The store's own.
    pub fn tab_counts(&self, query: &ListQuery) -> Result<Vec<TabCount>, StoreError> {
        let count = |tab: &Tab| {
            let query = ListQuery { tab: *tab, ..query.clone() };
            Ok(TabCount { tab: *tab, rows: self.count(&query)? })
        };
        tabs(query.kind).iter().map(count).collect()
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

    fn counted(&self, query: &ListQuery, tab: Tab) -> Result<u64, StoreError> {
        let source = self.source(query, tab)?;
        let sql = format!("SELECT coalesce({}, 0) FROM {}", source.rows, source.from);
        Ok(self.connection.prepare_cached(&sql)?.query_row(params_from_iter(source.values), |row| row.get(0))?)
    }

    /// Can the tally answer? It knows organisation, currency and tab, nothing else.
    fn is_tallied(&self, query: &ListQuery) -> Result<bool, StoreError> {
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
            let index = if filter.is_by_key() { BY_KEY.to_owned() } else { format!(" INDEXED BY {}", filter.index) };
            return Ok(Source {
                from: format!("list l{index} WHERE {}", filter.sql()),
                values: filter.values,
                rows: "count(*)",
                total: ("l.total / 1000000", "l.total % 1000000"),
                paid: ("l.paid / 1000000", "l.paid % 1000000"),
            });
        }
        let mut conditions = vec!["l.kind = ?".to_owned()];
        let mut values = vec![Sql::Integer(codes::of_kind(query.kind))];
        // An absent day is 0 in the tally, and never before today.
        conditions
            .extend(tab_condition(tab, query.today).map(|condition| condition.replace("l.due < ", "l.due > 0 AND l.due < ")));
        if let Some(id) = query.organisation.as_deref().filter(|id| !id.is_empty()) {
            conditions.push("l.organisation = ?".to_owned());
            values.push(Sql::Integer(self.key_of(id)?.unwrap_or(-1)));
        }
        if let Some(currency) = query.currency.as_deref().filter(|code| !code.is_empty()) {
            conditions.push("l.currency = ?".to_owned());
            values.push(Sql::Text(currency.to_owned()));
        }
        Ok(Source {
            from: format!("tally l WHERE {}", conditions.join(" AND ")),
            values,
            rows: "sum(l.rows)",
            total: ("l.total_high", "l.total_low"),
            paid: ("l.paid_high", "l.paid_low"),
        })
    }
}
