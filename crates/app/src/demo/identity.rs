//! Identities with the shape of a UUIDv7 (RFC 9562 § 5.7) made from a day and the seed instead of the clock, so that
//! they sort in time and are the same at every run.

use chrono::NaiveDateTime;

use super::random::Random;

/// Makes identities; within one millisecond a counter keeps them in order and apart.
#[derive(Debug)]
pub(crate) struct Identities {
    random: Random,
    last: i64,
    counter: u64,
}

impl Identities {
    pub(crate) fn new(random: Random) -> Self {
        Self { random, last: i64::MIN, counter: 0 }
    }

    /// An identity of the moment `at`, taken as UTC.
    pub(crate) fn at(&mut self, at: NaiveDateTime) -> String {
        let millisecond = at.and_utc().timestamp_millis();
        if millisecond == self.last {
            self.counter += 1;
        } else {
            self.last = millisecond;
            self.counter = 0;
        }
        text(millisecond, self.counter, self.random.next())
    }
}

/// `counter` takes the twelve bits after the version, as RFC 9562 § 6.2 allows.
pub(crate) fn text(millisecond: i64, counter: u64, random: u64) -> String {
    let time = millisecond.max(0) as u64 & 0xffff_ffff_ffff;
    format!(
        "{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}",
        time >> 16,
        time & 0xffff,
        counter & 0xfff,
        0x8000 | ((random >> 48) & 0x3fff),
        random & 0xffff_ffff_ffff
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn identities_are_of_version_seven_and_sort_in_time() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 1, day).and_then(|day| day.and_hms_opt(9, 0, 0)).expect("a day");
        let mut identities = Identities::new(Random::of(1, "id", 0));
        let made: Vec<String> = [1, 1, 1, 2, 3].into_iter().map(|number| identities.at(day(number))).collect();
        assert!(made.is_sorted() && made.iter().all(|id| id.len() == 36), "{made:?}");
        for id in made {
            let id = uuid::Uuid::parse_str(&id).expect("a UUID");
            assert_eq!((id.get_version_num(), id.get_variant()), (7, uuid::Variant::RFC4122));
        }
    }
}
