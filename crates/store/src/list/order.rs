//! The order of a list, and a place in it.

use rusqlite::types::Value as Sql;
use torgdom_records::Kind;

use super::filter::is_dated;
use super::query::{Cursor, ListQuery, SortColumn};
use crate::error::StoreError;

/// Rows by `term`, ties by class and key, all rising or all falling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Order {
    pub(super) term: &'static str,
    /// The index that holds the term; none when the rows must be sorted.
    pub(super) index: Option<&'static str>,
    pub(super) descending: bool,
    pub(super) own: bool,
    /// By the counterparties' own order: no index holds that, so the keys are put in order once and kept.
    pub(super) by_counterparty: bool,
}

const OWN: &str = "l.ord";

impl Order {
    pub(super) fn of(query: &ListQuery) -> Self {
        let own = |descending| Self { term: OWN, index: None, descending, own: true, by_counterparty: false };
        let Some(sort) = query.sort else { return own(false) };
        let indexed =
            |term, index| Self { term, index: Some(index), descending: sort.descending, own: false, by_counterparty: false };
        let dated = is_dated(query.kind);
        match sort.column {
            // The own order of dated kinds falls, that of names rises.
            SortColumn::Date if dated => own(!sort.descending),
            SortColumn::Date => {
                Self { term: "coalesce(l.date, 0)", index: None, descending: sort.descending, own: false, by_counterparty: false }
            }
            SortColumn::Name if !dated => own(sort.descending),
            SortColumn::Name | SortColumn::Counterparty if has_counterparty(query.kind) => {
                Self { term: OWN, index: None, descending: sort.descending, own: false, by_counterparty: true }
            }
            SortColumn::Name | SortColumn::Counterparty => own(sort.descending),
            SortColumn::Number => indexed("coalesce(l.num, x'')", "list_number"),
            SortColumn::Total => indexed("coalesce(l.total, -9223372036854775808)", "list_total"),
            SortColumn::Rest => indexed("coalesce(l.rest, -9223372036854775808)", "list_rest"),
            SortColumn::Due => indexed("coalesce(l.due, 0)", "list_due"),
        }
    }

    /// ORDER BY for walking forward or backward.
    pub(super) fn by(self, forward: bool) -> String {
        let direction = if self.descending == forward { "DESC" } else { "ASC" };
        if self.own {
            format!("{} {direction}", self.term)
        } else {
            format!("{} {direction}, l.class {direction}, l.key {direction}", self.term)
        }
    }

    /// Condition for rows beyond a place, walking forward or backward; `with` takes the place itself along.
    pub(super) fn beyond(self, place: &Place, forward: bool, with: bool) -> (String, Vec<Sql>) {
        let falling = self.descending == forward;
        let sign = match (falling, with) {
            (false, false) => ">",
            (false, true) => ">=",
            (true, false) => "<",
            (true, true) => "<=",
        };
        let term = self.term;
        if self.own {
            return (format!("{term} {sign} ?"), vec![place.term.clone()]);
        }
        let edge = if falling { "<=" } else { ">=" };
        // The first condition is the one that an index can serve.
        (
            format!("{term} {edge} ? AND ({term}, l.class, l.key) {sign} (?, ?, ?)"),
            vec![place.term.clone(), place.term.clone(), Sql::Integer(place.class), Sql::Integer(place.key)],
        )
    }
}

const fn has_counterparty(kind: Kind) -> bool {
    is_dated(kind)
}

/// A row's sort key.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) term: Sql,
    pub(super) class: i64,
    pub(super) key: i64,
}

impl Place {
    pub(super) fn cursor(&self) -> Cursor {
        let term = match &self.term {
            Sql::Integer(number) => format!("i{number}"),
            Sql::Blob(bytes) => format!("b{}", torgdom_records::unit::hex(bytes)),
            Sql::Null | Sql::Real(_) | Sql::Text(_) => "n".to_owned(),
        };
        Cursor(format!("{}.{}.{term}", self.key, self.class))
    }

    /// # Errors
    /// `Fault`: the text was not made by [`Place::cursor`].
    pub(super) fn read(cursor: &Cursor) -> Result<Self, StoreError> {
        let bad = || StoreError::Fault("not a cursor".to_owned());
        let (key, term) = cursor.0.split_once('.').ok_or_else(bad)?;
        let (class, term) = term.split_once('.').ok_or_else(bad)?;
        let (key, class) = (key.parse().map_err(|_| bad())?, class.parse().map_err(|_| bad())?);
        let term = match term.split_at_checked(1).ok_or_else(bad)? {
            ("i", number) => Sql::Integer(number.parse().map_err(|_| bad())?),
            ("b", hex) if hex.is_ascii() && hex.len() % 2 == 0 => {
                let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).map_err(|_| bad());
                Sql::Blob((0..hex.len()).step_by(2).map(byte).collect::<Result<_, _>>()?)
            }
            _ => return Err(bad()),
        };
        Ok(Self { term, class, key })
    }
}
