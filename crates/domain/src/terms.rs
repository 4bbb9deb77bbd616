//! Payment terms: prepayment shares and deferrals in calendar or banking days.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;
use crate::calendar::Calendar;
use crate::money;
use crate::problem::{Problem, entry_pointer};
use crate::tables::Tables;
use crate::text;

/// The longest term, in days.
pub const MAX_DAYS: u32 = 3_650;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    #[default]
    Prepayment,
    Deferral,
}

/// What the days are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TermEvent {
    #[default]
    Invoice,
    Shipment,
    Acceptance,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    #[default]
    Calendar,
    Banking,
}

/// Whose banking days and holidays count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum TermCalendar {
    /// The seller's country.
    #[default]
    #[serde(rename = "seller")]
    Seller,
    RU,
    BY,
    /// A day counts only when it is a working day in both Russia and Belarus.
    #[serde(rename = "both")]
    Both,
}

/// One part of the price with its moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TermPart {
    pub kind: PartKind,
    /// Percent of the sum.
    pub share: Amount,
    pub days: Amount,
    pub day_kind: DayKind,
    pub calendar: TermCalendar,
    pub event: TermEvent,
    pub order: Amount,
}

/// Parts by id; empty means that nothing is agreed and the invoice's own due date counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PaymentTerms {
    pub parts: BTreeMap<Id, TermPart>,
    /// Words of the contract where the parts do not say it all (letter of credit, …).
    pub note: String,
}

/// The days that terms are counted from; nothing for what has not happened and is not planned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moments {
    pub invoice: Option<NaiveDate>,
    pub shipment: Option<NaiveDate>,
    pub acceptance: Option<NaiveDate>,
}

/// When a part of the price is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuePart {
    pub id: Id,
    pub kind: PartKind,
    /// Percent of the sum.
    pub share: Amount,
    /// Nothing while the event has no day.
    pub date: Option<NaiveDate>,
    /// The calendar of every year from the event to the date is published; otherwise weekends and fixed holidays were
    /// counted in it, and the date is to be checked.
    pub calendar_known: bool,
}

impl PaymentTerms {
    /// What is wrong: shares that do not add up to 100, days that are no whole number from 0 to [`MAX_DAYS`].
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = text::note_problems(&self.note, "/note");
        for (id, part) in &self.parts {
            let at = entry_pointer("/parts", id);
            if !part.share.is_positive() || part.share > Amount::HUNDRED {
                let problem = Problem::blocks_issue("terms_share_out_of_range", format!("{at}/share"));
                found.push(problem.with("share", part.share));
            }
            if part.whole_days().is_none() {
                let problem = Problem::blocks_issue("terms_days_out_of_range", format!("{at}/days"));
                found.push(problem.with("days", part.days).with("max", MAX_DAYS));
            }
        }
        let total = money::sum(self.parts.values().map(|part| part.share));
        if !self.parts.is_empty() && total != Ok(Amount::HUNDRED) {
            let shown = total.map(|total| total.to_string()).unwrap_or_default();
            found.push(Problem::blocks_issue("terms_shares_not_hundred", "/parts").with("total", shown));
        }
        found
    }
}

impl Moments {
    fn of(&self, event: TermEvent) -> Option<NaiveDate> {
        match event {
            TermEvent::Invoice => self.invoice,
            TermEvent::Shipment => self.shipment,
            TermEvent::Acceptance => self.acceptance,
        }
    }
}

impl TermPart {
    fn whole_days(&self) -> Option<u32> {
        let days = self.days.decimal();
        days.is_integer().then(|| days.to_u32()).flatten().filter(|days| *days <= MAX_DAYS)
    }

    fn calendar<'t>(&self, seller_country: &'t str, tables: &'t Tables) -> Calendar<'t> {
        match self.calendar {
            TermCalendar::Seller => Calendar::of(tables, seller_country),
            TermCalendar::RU => Calendar::of(tables, "RU"),
            TermCalendar::BY => Calendar::of(tables, "BY"),
            TermCalendar::Both => Calendar::both(tables, "RU", "BY"),
        }
    }

    fn due(&self, moments: &Moments, calendar: &Calendar<'_>) -> Option<NaiveDate> {
        let days = self.whole_days()?;
        let event = moments.of(self.event)?;
        let before = self.kind == PartKind::Prepayment && self.event != TermEvent::Invoice;
        match (self.day_kind, before) {
            (DayKind::Calendar, false) => calendar.next_working_day(event.checked_add_days(Days::new(u64::from(days)))?),
            (DayKind::Calendar, true) => calendar.previous_working_day(event.checked_sub_days(Days::new(u64::from(days)))?),
            (DayKind::Banking, false) => calendar.add_banking_days(event, days),
            (DayKind::Banking, true) => calendar.subtract_banking_days(event, days),
        }
    }
}

/// When each part is due, in the order of the parts.
///
/// The day of the event does not count (ГК РФ ст. 191, ГК РБ ст. 192); a last day that nobody works moves to the next
/// working day (ст. 193, ст. 194). A prepayment counted from shipment or acceptance is due so many days *before* it,
/// and moves to the working day before: after the event it would be no prepayment.
#[must_use]
pub fn due_dates(terms: &PaymentTerms, moments: &Moments, seller_country: &str, tables: &Tables) -> Vec<DuePart> {
    let mut parts: Vec<(&Id, &TermPart)> = terms.parts.iter().collect();
    parts.sort_by_key(|(id, part)| (part.order, *id));
    let due = |(id, part): (&Id, &TermPart)| {
        let calendar = part.calendar(seller_country, tables);
        let date = part.due(moments, &calendar);
        let calendar_known = date.zip(moments.of(part.event)).is_none_or(|(date, event)| {
            let (first, last) = (date.min(event).year(), date.max(event).year());
            (first..=last).all(|year| calendar.known(year))
        });
        DuePart { id: id.clone(), kind: part.kind, share: part.share, date, calendar_known }
    };
    parts.into_iter().map(due).collect()
}

/// The day until which an invoice under these terms waits for its (first) money: the earliest due date that can be
/// known from `moments`. Nothing when no part has a day yet; the invoice's own day counts then, if it has one.
#[must_use]
pub fn invoice_due(terms: &PaymentTerms, moments: &Moments, seller_country: &str, tables: &Tables) -> Option<NaiveDate> {
    first_due(terms, moments, seller_country, tables)?.date
}

/// The part that [`invoice_due`] waits for; of several on one day the one whose calendar is not known.
#[must_use]
pub fn first_due(terms: &PaymentTerms, moments: &Moments, seller_country: &str, tables: &Tables) -> Option<DuePart> {
    let parts = due_dates(terms, moments, seller_country, tables).into_iter().filter(|part| part.date.is_some());
    parts.min_by_key(|part| (part.date, part.calendar_known))
}
