//! The only place that reads the clock and makes identities; everything below is given them.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// Time and identity for one desk. A test passes its own.
pub trait Clock: Send + Sync {
    /// Local wall-clock time with its offset.
    fn now(&self) -> DateTime<FixedOffset>;
    /// A new UUIDv7 in lower-case text.
    fn new_id(&self) -> String;

    /// The day at the desk.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// The machine's clock. `TORGDOM_TODAY=2026-11-23` sets the day for demonstrations and journeys.
#[derive(Debug, Default)]
pub struct SystemClock {
    day: Option<NaiveDate>,
}

impl SystemClock {
    #[must_use]
    pub fn from_environment() -> Self {
        Self { day: std::env::var("TORGDOM_TODAY").ok().and_then(|text| text.parse().ok()) }
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    fn now(&self) -> DateTime<FixedOffset> {
        let now = chrono::Local::now().fixed_offset();
        match self.day {
            Some(day) => day.and_time(now.time()).and_local_timezone(*now.offset()).single().unwrap_or(now),
            None => now,
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that makes identities")]
    fn new_id(&self) -> String {
        uuid::Uuid::now_v7().hyphenated().to_string()
    }
}
