//! Dates of worksheets: days since 1900 (with its day that never was) or since 1904.

use chrono::{Days, NaiveDate};

/// Serial of 31.12.9999, the last that Excel shows.
const LAST: u64 = 2_958_465;

/// The day of a serial number in plain decimal text, its time of day left out. `None` outside Excel's calendar and for
/// a bare time of day.
pub(super) fn date(plain: &str, is_1904: bool) -> Option<NaiveDate> {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let mut serial: u64 = whole.parse().ok()?;
    // 45291.9999999999 is midnight of the next day after binary noise.
    if fraction.starts_with("99999999") {
        serial += 1;
    }
    if serial > LAST {
        return None;
    }
    if is_1904 {
        return NaiveDate::from_ymd_opt(1904, 1, 1)?.checked_add_days(Days::new(serial));
    }
    match serial {
        0 | 60 => None,
        1..60 => NaiveDate::from_ymd_opt(1899, 12, 31)?.checked_add_days(Days::new(serial)),
        _ => NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial)),
    }
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn serials_of_both_calendars() {
        for (serial, day) in [
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("61", "1900-03-01"),
            ("46023", "2026-01-01"),
            ("46023.75", "2026-01-01"),
            ("46022.9999999999", "2026-01-01"),
            ("2958465", "9999-12-31"),
        ] {
            assert_eq!(date(serial, false).map(|date| date.to_string()).as_deref(), Some(day), "{serial}");
        }
        assert_eq!(date("44561", true).map(|date| date.to_string()).as_deref(), Some("2026-01-01"));
        for bad in ["0", "0.5", "60", "-1", "2958466", "99999999999999999999", ""] {
            assert_eq!(date(bad, false), None, "{bad}");
        }
    }
}
