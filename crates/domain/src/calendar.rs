//! Working days of a country, or of two countries at once: banking days, and due dates off non-working days.
//!
//! A year whose table is published is known; any other year falls back to weekends and the country's fixed holidays,
//! and says so. A country without both has plain weekends.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::tables::{CalendarYear, Deadline, DeadlineRule, FixedHolidays, Tables};

/// Working days of one country or of several together: a day counts only when it is a working day in all of them.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'t> {
    tables: &'t Tables,
    first: &'t str,
    second: Option<&'t str>,
}

/// No counted term is longer: a bound for walks over the calendar. Ten years, as in [`crate::terms::MAX_DAYS`].
const MAX_STEPS: u32 = 3_650;
/// Days in which so many working days are found, unless a table has nearly none.
const MAX_WALK: usize = 3 * MAX_STEPS as usize;

impl<'t> Calendar<'t> {
    /// The calendar of a country (ISO 3166 alpha-2).
    #[must_use]
    pub fn of(tables: &'t Tables, country: &'t str) -> Self {
        Self { tables, first: country, second: None }
    }

    /// Days that are working days in both countries.
    #[must_use]
    pub fn both(tables: &'t Tables, one: &'t str, other: &'t str) -> Self {
        Self { tables, first: one, second: Some(other) }
    }

    fn countries(&self) -> impl Iterator<Item = &'t str> {
        std::iter::once(self.first).chain(self.second)
    }

    /// Is the year's working time published for every country of this calendar? A table that is marked to be verified
    /// (its transfers of working days are not out yet) counts days but is not known.
    #[must_use]
    pub fn known(&self, year: i32) -> bool {
        self.countries().all(|country| table_of(self.tables, country, year).is_some_and(|row| !row.verify))
    }

    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        self.countries().all(|country| works(self.tables, country, day))
    }

    /// The day itself when it is a working day, else the first working day after it (ГК РФ ст. 193, ГК РБ ст. 194).
    /// Nothing at the end of the calendar's time.
    #[must_use]
    pub fn next_working_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.iter_days().take(MAX_STEPS as usize).find(|day| self.is_working(*day))
    }

    /// The day itself when it is a working day, else the last working day before it.
    #[must_use]
    pub fn previous_working_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        back_from(day).take(MAX_STEPS as usize).find(|day| self.is_working(*day))
    }

    /// The `count`-th working day after `day`; for 0 the day itself, moved to a working day. Nothing for a count of
    /// more than ten years, and where a table leaves no day to work.
    #[must_use]
    pub fn add_banking_days(&self, day: NaiveDate, count: u32) -> Option<NaiveDate> {
        match count {
            0 => self.next_working_day(day),
            1..=MAX_STEPS => {
                let after = day.succ_opt()?;
                after.iter_days().take(MAX_WALK).filter(|day| self.is_working(*day)).nth(count as usize - 1)
            }
            _ => None,
        }
    }

    /// The `count`-th working day before `day`; for 0 the day itself, moved back to a working day.
    #[must_use]
    pub fn subtract_banking_days(&self, day: NaiveDate, count: u32) -> Option<NaiveDate> {
        match count {
            0 => self.previous_working_day(day),
            1..=MAX_STEPS => {
                back_from(day.pred_opt()?).take(MAX_WALK).filter(|day| self.is_working(*day)).nth(count as usize - 1)
            }
            _ => None,
        }
    }

    /// Working days from `from` to `to`, both included; 0 when `to` is earlier.
    #[must_use]
    pub fn working_days(&self, from: NaiveDate, to: NaiveDate) -> usize {
        from.iter_days().take_while(|day| *day <= to).filter(|day| self.is_working(*day)).count()
    }
}

fn back_from(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(day), |day| day.checked_sub_days(Days::new(1)))
}

fn table_of<'t>(tables: &'t Tables, country: &str, year: i32) -> Option<&'t CalendarYear> {
    // A key of borrowed text would need a type of its own; the few years of a country are found as fast.
    tables.calendars.iter().find(|((of, in_year), _)| *in_year == year && of == country).map(|(_, row)| row)
}

fn works(tables: &Tables, country: &str, day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    match table_of(tables, country, day.year()) {
        Some(row) if weekend => row.working_weekends.binary_search(&day).is_ok(),
        Some(row) => row.days_off.binary_search(&day).is_err(),
        None => !weekend && !tables.holidays.iter().any(|row| row.country == country && is_holiday(row, day)),
    }
}

fn is_holiday(row: &FixedHolidays, day: NaiveDate) -> bool {
    let date = format!("{:02}-{:02}", day.month(), day.day());
    let after_easter = |days: &u32| {
        orthodox_easter(day.year()).and_then(|easter| easter.checked_add_days(Days::new(u64::from(*days)))) == Some(day)
    };
    row.days.contains(&date) || row.after_orthodox_easter.iter().any(after_easter)
}

/// The last day of a term that the law counts from `event`. Terms after an event move to the next working day (НК РФ
/// ст. 6.1; Belarus alike); a term before an event stays where it is. Nothing at the end of the calendar's time.
#[must_use]
pub fn deadline_day(deadline: &Deadline, event: NaiveDate, calendar: &Calendar<'_>) -> Option<NaiveDate> {
    let days = Days::new(u64::from(deadline.number));
    match deadline.rule {
        DeadlineRule::CalendarDaysBefore => event.checked_sub_days(days),
        DeadlineRule::CalendarDays => calendar.next_working_day(event.checked_add_days(days)?),
        DeadlineRule::DayOfNextMonth => {
            calendar.next_working_day(event.with_day(1)?.checked_add_months(Months::new(1))?.with_day(deadline.number)?)
        }
        DeadlineRule::WorkingDayOfNextMonth => {
            let last_of_month = event.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()?;
            calendar.add_banking_days(last_of_month, deadline.number)
        }
    }
}

/// Orthodox Easter in the Gregorian calendar (Meeus' rule for the Julian Easter, moved by 13 days), 1900 to 2099.
#[must_use]
pub fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    if !(1900..=2099).contains(&year) {
        return None;
    }
    let moon = (19 * (year % 19) + 15) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    let sum = moon + sunday + 114;
    let julian = NaiveDate::from_ymd_opt(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)?;
    julian.checked_add_days(Days::new(13))
}
