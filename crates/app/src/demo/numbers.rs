//! Numbers of the demonstration's documents: a series for each organisation, kind and year, without gaps, that goes on
//! after the last number of the program used before.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use torgdom_domain::series::Series;
use torgdom_domain::{Amount, Id};

use super::identity::Identities;
use super::parties::Own;

/// Prefix, width, and how many numbers a whole year takes.
const PATTERNS: [[(&str, u32, u32); 2]; 2] = [[("ЗМ-", 6, 1_446), ("", 0, 1_350)], [("ЛД-", 6, 520), ("ЛД-", 4, 434)]];

type Key = (usize, &'static str, i32);

/// The series, with the next number of each.
#[derive(Debug, Default)]
pub(crate) struct Numbers(BTreeMap<Key, (Id, Series)>);

/// A number that was taken.
pub(crate) struct Taken {
    pub number: String,
    pub series: Id,
}

impl Numbers {
    /// Series that end, on the last of `days`, where a house of this size would be by then. `days`: of every document to
    /// be numbered, by organisation and kind.
    pub(crate) fn new(
        own: &[Own; 2],
        days: &[(usize, &'static str, NaiveDate)],
        today: NaiveDate,
        ids: &mut Identities,
        at: NaiveDateTime,
    ) -> Self {
        let mut counts: BTreeMap<Key, u32> = BTreeMap::new();
        for (own, kind, day) in days {
            *counts.entry((*own, kind, day.year())).or_default() += 1;
        }
        let series = counts.into_iter().map(|(key, count)| (key, (ids.at(at), series(own, key, count, today))));
        Self(series.collect())
    }

    /// The next number of the series that `day` belongs to.
    pub(crate) fn take(&mut self, own: usize, kind: &'static str, day: NaiveDate) -> Taken {
        let Some((id, series)) = self.0.get_mut(&(own, kind, day.year())) else {
            return Taken { number: String::new(), series: Id::new() };
        };
        let next = series.next;
        series.next = Amount::new(next.decimal() + Amount::ONE.decimal()).unwrap_or(next);
        let width = series.width.to_string().parse().unwrap_or(0);
        Taken { number: format!("{}{:0>width$}", series.prefix, next.to_string()), series: id.clone() }
    }

    /// The series as records, with the next numbers as they stand now.
    pub(crate) fn into_series(self) -> impl Iterator<Item = (Id, Series)> {
        self.0.into_values()
    }
}

fn series(own: &[Own; 2], (place, kind, year): Key, count: u32, today: NaiveDate) -> Series {
    let (prefix, width, yearly) = PATTERNS[place][usize::from(kind == "invoice")];
    let passed = if year == today.year() { today.ordinal() } else { 365 };
    let last = (yearly * passed / 365).max(count);
    Series {
        organisation: own[place].id.clone(),
        kind: kind.to_owned(),
        year: year.to_string(),
        prefix: prefix.to_owned(),
        width: width.into(),
        next: (last - count + 1).into(),
        ..Series::default()
    }
}
