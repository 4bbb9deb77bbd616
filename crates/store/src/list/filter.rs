//! A query's filters as conditions of SQL.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};
use rusqlite::types::Value as Sql;
use torgdom_records::Kind;

use super::query::{ListQuery, Tab};
use super::row::{EXPIRING_DAYS, WEEK_DAYS};
use crate::codes;
use crate::error::StoreError;
use crate::projection::{class, collate, minor};
use crate::reader::Reader;
use crate::search::keys_for_list;

/// The rows of a set of keys, looked up one by one. Left to itself SQLite would walk a whole index to test the keys: 60
/// to 400 ms instead of 0.1 to 11 at a million rows.
const BY_KEY: &str = "json_each(?) j CROSS JOIN list l NOT INDEXED ON l.key = j.value";

/// Conditions on `list l` with their values, and the index that serves them in the kind's own order.
#[derive(Clone, Debug)]
pub(super) struct Filter {
    conditions: Vec<String>,
    values: Vec<Sql>,
    pub(super) index: &'static str,
    /// Keys that the text left, as a JSON array.
    keys: Option<String>,
    /// Nothing filters but the tab, by classes alone: the blocks know the counts.
    pub(super) by_class_only: Option<&'static [usize]>,
    /// The text matches more rows than are listed.
    pub(super) cut_short: bool,
}

impl Filter {
    pub(super) fn of(reader: &Reader<'_>, query: &ListQuery) -> Result<Self, StoreError> {
        let mut filter = Self {
            conditions: vec!["l.kind = ?".to_owned()],
            values: vec![Sql::Integer(codes::of_kind(query.kind))],
            index: index_of(query.tab),
            keys: None,
            by_class_only: classes(query.tab),
            cut_short: false,
        };
        if let Some(condition) = tab_condition(query.tab, query.today) {
            filter.conditions.push(condition);
        }
        filter.links(reader, query)?;
        filter.values_of(query);
        if !query.text.trim().is_empty() {
            let (keys, cut_short) = keys_for_list(reader, query.kind, &query.text)?;
            let list: Vec<String> = keys.iter().map(i64::to_string).collect();
            filter.keys = Some(format!("[{}]", list.join(",")));
            filter.by_class_only = None;
            filter.cut_short = cut_short;
        }
        Ok(filter)
    }

    /// Did words leave a set of keys? Then the rows are looked up one by one.
    pub(super) const fn is_by_key(&self) -> bool {
        self.keys.is_some()
    }

    /// What stands after FROM; its value, if it has one, is the first of [`Filter::values`].
    pub(super) fn from(&self) -> String {
        if self.is_by_key() { BY_KEY.to_owned() } else { format!("list l INDEXED BY {}", self.index) }
    }

    pub(super) fn values(&self) -> impl Iterator<Item = Sql> {
        self.keys.clone().map(Sql::Text).into_iter().chain(self.values.iter().cloned())
    }

    fn add(&mut self, condition: &str, value: Sql) {
        self.conditions.push(condition.to_owned());
        self.values.push(value);
        self.by_class_only = None;
    }

    fn links(&mut self, reader: &Reader<'_>, query: &ListQuery) -> Result<(), StoreError> {
        let links = [
            (&query.organisation, "l.organisation = ?", None),
            (&query.counterparty, "l.counterparty = ?", Some("list_counterparty")),
            (&query.contract, "l.contract = ?", Some("list_contract")),
            (&query.deal, "l.deal = ?", Some("list_deal")),
        ];
        for (id, condition, index) in links {
            let Some(id) = id.as_deref().filter(|id| !id.is_empty()) else { continue };
            // An id that was never seen has no rows: no key is below 1.
            self.add(condition, Sql::Integer(reader.key_of(id)?.unwrap_or(0)));
            self.index = index.unwrap_or(self.index);
        }
        Ok(())
    }

    fn values_of(&mut self, query: &ListQuery) {
        if is_dated(query.kind) {
            // The order begins with the day, falling: a range of days is a range of the order.
            let edge = |day: i64| Sql::Blob((!u32::try_from(day).unwrap_or(u32::MAX)).to_be_bytes().to_vec());
            // Undated drafts stand before every day: a range leaves them out at either end.
            if let Some(to) = query.to.or_else(|| query.from.and(NaiveDate::from_ymd_opt(9999, 12, 31))) {
                self.add("l.ord >= ?", edge(collate::day(to)));
            }
            if let Some(from) = query.from {
                self.add("l.ord < ?", edge(collate::day(from) - 1));
            }
        } else {
            if let Some(from) = query.from {
                self.add("l.date >= ?", Sql::Integer(collate::day(from)));
            }
            if let Some(to) = query.to {
                self.add("l.date <= ?", Sql::Integer(collate::day(to)));
            }
        }
        if let Some(min) = query.min {
            self.add("l.total >= ?", Sql::Integer(minor::of(min).unwrap_or(i64::MAX)));
        }
        if let Some(max) = query.max {
            self.add("l.total <= ?", Sql::Integer(minor::of(max).unwrap_or(i64::MIN)));
        }
        if let Some(currency) = query.currency.as_deref().filter(|code| !code.is_empty()) {
            self.add("l.currency = ?", Sql::Text(currency.to_owned()));
        }
    }

    pub(super) fn sql(&self) -> String {
        self.conditions.join(" AND ")
    }
}

pub(super) const fn is_dated(kind: Kind) -> bool {
    matches!(kind, Kind::Contract | Kind::Deal | Kind::Invoice | Kind::Payment)
}

/// Classes of the tabs that are made of nothing else.
pub(super) const fn classes(tab: Tab) -> Option<&'static [usize]> {
    Some(match tab {
        Tab::All => &[1, 2, 3, 4, 5, 6],
        Tab::Drafts => &[1],
        Tab::ToPay => &[2, 3],
        Tab::Part => &[3],
        Tab::Paid => &[4],
        Tab::Void => &[6],
        Tab::Archived => &[7],
        Tab::Everything => &[0, 1, 2, 3, 4, 5, 6, 7],
        Tab::Late
        | Tab::DueWeek
        | Tab::Buyers
        | Tab::Suppliers
        | Tab::Expiring
        | Tab::Expired
        | Tab::Incoming
        | Tab::Outgoing => return None,
    })
}

const fn index_of(tab: Tab) -> &'static str {
    match tab {
        Tab::Drafts => "list_draft",
        Tab::ToPay | Tab::Late | Tab::DueWeek | Tab::Part => "list_open",
        Tab::Paid => "list_paid",
        Tab::Void | Tab::Archived => "list_aside",
        _ => "list_order",
    }
}

/// What the rows of a tab are beside their class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    /// Their day lies between these (yyyymmdd); rows without a day have none of it.
    Due(RangeInclusive<i64>),
    /// Some bit of the mask is set.
    Is(i64),
    /// None is.
    IsNot(i64),
}

impl Trait {
    pub(super) fn sql(&self) -> String {
        match self {
            Self::Due(days) => format!("l.due BETWEEN {} AND {}", days.start(), days.end()),
            Self::Is(flags) => format!("l.flags & {flags} <> 0"),
            Self::IsNot(flags) => format!("l.flags & {flags} = 0"),
        }
    }

    /// The same of a row's own values; `due` is 0 where there is no day.
    pub(super) fn holds(&self, flags: i64, due: i64) -> bool {
        match self {
            Self::Due(days) => days.contains(&due),
            Self::Is(mask) => flags & mask != 0,
            Self::IsNot(mask) => flags & mask == 0,
        }
    }
}

/// The classes of a tab, and what else its rows are; without a day nothing is late or expiring.
pub(super) fn tab_parts(tab: Tab, today: Option<NaiveDate>) -> (RangeInclusive<i64>, Option<Trait>) {
    const WAITING: RangeInclusive<i64> = class::OPEN..=class::PART;
    const SHOWN: RangeInclusive<i64> = class::DRAFT..=class::VOID;
    const LIVE: RangeInclusive<i64> = class::LIVE..=class::LIVE;
    let day = |days: u64| today.and_then(|today| today.checked_add_days(Days::new(days))).map_or(0, collate::day);
    // No day is below 1, which is what an absent one counts as.
    let past = || Trait::Due(1..=day(0) - 1);
    let within = |days: u64| Trait::Due(day(0).max(1)..=day(days));
    match tab {
        Tab::Everything => (class::HIDDEN..=class::ARCHIVED, None),
        Tab::All => (SHOWN, None),
        Tab::Drafts => (class::DRAFT..=class::DRAFT, None),
        Tab::ToPay => (WAITING, None),
        Tab::Late => (WAITING, Some(past())),
        Tab::DueWeek => (WAITING, Some(within(WEEK_DAYS))),
        Tab::Part => (class::PART..=class::PART, None),
        Tab::Paid => (class::PAID..=class::PAID, None),
        Tab::Void => (class::VOID..=class::VOID, None),
        Tab::Archived => (class::ARCHIVED..=class::ARCHIVED, None),
        Tab::Buyers => (LIVE, Some(Trait::Is(class::BUYER))),
        Tab::Suppliers => (LIVE, Some(Trait::Is(class::SUPPLIER))),
        Tab::Expiring => (LIVE, Some(within(EXPIRING_DAYS))),
        Tab::Expired => (LIVE, Some(past())),
        Tab::Incoming => (SHOWN, Some(Trait::Is(class::INCOMING))),
        Tab::Outgoing => (SHOWN, Some(Trait::IsNot(class::INCOMING))),
    }
}

/// The same as a condition, written so that the partial indexes are seen to fit.
pub(super) fn tab_condition(tab: Tab, today: Option<NaiveDate>) -> Option<String> {
    let (classes, more) = tab_parts(tab, today);
    let (first, last) = (classes.start(), classes.end());
    let class = match tab {
        Tab::Everything => return None,
        Tab::Part => format!("l.class BETWEEN {} AND {} AND l.class = {first}", class::OPEN, class::PART),
        Tab::Void | Tab::Archived => format!("l.class >= {} AND l.class = {first}", class::VOID),
        _ if first == last => format!("l.class = {first}"),
        _ => format!("l.class BETWEEN {first} AND {last}"),
    };
    Some(match more {
        Some(more) => format!("{class} AND {}", more.sql()),
        None => class,
    })
}
