//! Working days against the shared vectors.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use serde_json::Value;
use torgdom_domain::Tables;
use torgdom_domain::calendar::{Calendar, deadline_day, orthodox_easter};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn every_day_of_the_shared_vectors() {
    let all: Value = serde_json::from_str(include_str!("../../../tests/vectors/workdays.json")).expect("JSON");
    let years = all.as_object().expect("an object");
    assert_eq!(years.len(), 8);
    for (key, row) in years {
        let (country, year) = key.split_once('-').expect("country and year");
        let calendar = Calendar::of(Tables::builtin(), country);
        let non_working: Vec<&str> = row["non_working"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        let first = day(&format!("{year}-01-01"));
        // Belarus has not published its transfers for 2027: the days count, the year is not known.
        assert_eq!(calendar.known(first.year()), key != "BY-2027");
        for date in first.iter_days().take_while(|date| date.year() == first.year()) {
            assert_eq!(calendar.is_working(date), !non_working.contains(&date.to_string().as_str()), "{country} {date}");
        }
        let count = calendar.working_days(first, day(&format!("{year}-12-31")));
        assert_eq!(Some(count as u64), row["working_days"].as_u64(), "{key}");
    }
}

#[test]
fn transfers_are_kept() {
    let belarus = Calendar::of(Tables::builtin(), "BY");
    assert!(!belarus.is_working(day("2026-04-20")) && belarus.is_working(day("2026-04-25")));
    let russia = Calendar::of(Tables::builtin(), "RU");
    assert!(russia.is_working(day("2026-04-20")) && !russia.is_working(day("2026-04-25")));
    assert!(russia.is_working(day("2024-12-28")) && !russia.is_working(day("2024-12-30")));
}

#[test]
fn banking_days_step_over_holidays() {
    let tables = Tables::builtin();
    let russia = Calendar::of(tables, "RU");
    // 31.12.2025 to 11.01.2026 is free in Russia.
    assert_eq!(russia.add_banking_days(day("2025-12-30"), 1), Some(day("2026-01-12")));
    assert_eq!(russia.next_working_day(day("2025-12-31")), Some(day("2026-01-12")));
    assert_eq!(russia.next_working_day(day("2026-01-12")), Some(day("2026-01-12")));
    assert_eq!(russia.previous_working_day(day("2026-01-11")), Some(day("2025-12-30")));
    assert_eq!(russia.subtract_banking_days(day("2026-01-12"), 1), Some(day("2025-12-30")));
    assert_eq!(russia.add_banking_days(day("2026-01-01"), 0), Some(day("2026-01-12")));
    let belarus = Calendar::of(tables, "BY");
    assert_eq!(belarus.add_banking_days(day("2025-12-30"), 1), Some(day("2025-12-31")));
    assert_eq!(belarus.add_banking_days(day("2025-12-30"), 2), Some(day("2026-01-05")));
    // Both: the Belarusian working days of early January do not count, nor does the Russian 20.04.2026.
    let both = Calendar::both(tables, "RU", "BY");
    assert_eq!(both.add_banking_days(day("2025-12-30"), 1), Some(day("2026-01-12")));
    assert_eq!(both.next_working_day(day("2026-04-20")), Some(day("2026-04-22")));
    assert_eq!(both.next_working_day(day("2026-04-25")), Some(day("2026-04-27")));
    assert_eq!(russia.add_banking_days(day("2026-01-12"), 3_651), None);
    assert_eq!(russia.add_banking_days(day("2026-01-12"), u32::MAX), None);
    assert_eq!(russia.add_banking_days(NaiveDate::MAX, 5), None);
    assert_eq!(russia.subtract_banking_days(NaiveDate::MIN, 5), None);
}

#[test]
fn an_unknown_year_falls_back_to_weekends_and_holidays_and_says_so() {
    let tables = Tables::builtin();
    let belarus = Calendar::of(tables, "BY");
    assert!(belarus.known(2026) && !belarus.known(2030) && !Calendar::both(tables, "RU", "BY").known(2023));
    // 2030: Радуница is 7 May; 3 July is a Wednesday.
    assert!(!belarus.is_working(day("2030-05-07")) && belarus.is_working(day("2030-05-06")));
    assert!(!belarus.is_working(day("2030-07-03")) && !belarus.is_working(day("2030-07-06")));
    assert!(!Calendar::of(tables, "RU").is_working(day("2030-11-04")));
    let elsewhere = Calendar::of(tables, "KZ");
    assert!(!elsewhere.known(2026) && elsewhere.is_working(day("2026-01-01")) && !elsewhere.is_working(day("2026-01-03")));
}

#[test]
fn orthodox_easter_of_known_years() {
    for date in ["2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02", "2028-04-16", "2030-04-28"] {
        assert_eq!(orthodox_easter(day(date).year()), Some(day(date)));
    }
    assert_eq!(orthodox_easter(1582), None);
}

#[test]
fn terms_of_the_law() {
    let tables = Tables::builtin();
    let of = |code, country, event| {
        let deadline = tables.deadline(code, country, day(event)).expect("a term in force");
        deadline_day(deadline, day(event), &Calendar::of(tables, country)).expect("a day").to_string()
    };
    // 20.12.2026 is a Sunday; 180 days after 22.06.2026 is Saturday 19.12.
    assert_eq!(of("import_vat", "RU", "2026-11-30"), "2026-12-21");
    assert_eq!(of("import_vat", "BY", "2026-12-31"), "2027-01-20");
    assert_eq!(of("zero_rate_proof", "BY", "2026-06-22"), "2026-12-21");
    // As the customs published the days for 2021: the tenth working day.
    for (month, last_day) in [("2020-12-31", "2021-01-22"), ("2021-01-15", "2021-02-12"), ("2021-02-28", "2021-03-15")] {
        assert_eq!(of("statistics", "RU", month), last_day, "{month}");
    }
    assert_eq!(of("statistics", "RU", "2025-12-31"), "2026-01-23");
    assert_eq!(of("statistics", "RU", "2019-12-31"), "2020-01-20", "the eighth under the earlier rules");
    assert_eq!(of("expected_goods", "RU", "2026-11-23"), "2026-11-21");
    assert!(tables.deadline("expected_goods", "RU", day("2026-03-31")).is_none());
    assert!(tables.deadline("expected_goods", "BY", day("2026-11-23")).is_none());
    let empty = tables.deadline("import_vat", "RU", day("2026-01-31")).expect("a term in force");
    assert_eq!(deadline_day(empty, NaiveDate::MAX, &Calendar::of(tables, "RU")), None);
}

/// A correction may leave no working day at all: no answer, and at once.
#[test]
fn a_country_that_never_works_has_no_banking_days() {
    let days: Vec<String> = day("2024-01-01").iter_days().take(366).map(|date| date.format("%m-%d").to_string()).collect();
    let row = serde_json::json!({"country": "DE", "days": days, "source": "a test", "checked_on": "2026-11-22"});
    let text = serde_json::json!({"table": "holidays", "rows": [row]}).to_string();
    let tables = Tables::builtin().with_corrections(&[&text]).expect("reads");
    let calendar = Calendar::of(&tables, "DE");
    assert_eq!(calendar.add_banking_days(day("2026-11-22"), 1), None);
    assert_eq!(calendar.subtract_banking_days(day("2026-11-22"), 1), None);
    assert_eq!(calendar.next_working_day(day("2026-11-22")), None);
    let longest = Calendar::of(Tables::builtin(), "RU").add_banking_days(day("2026-11-22"), 3_650);
    assert!(longest.is_some(), "the longest term is within the walk");
}

proptest! {
    #[test]
    fn so_many_banking_days_later_lie_so_many_working_days(start in 0..1_400_u64, count in 1..200_u32, country in prop::sample::select(vec!["RU", "BY", "DE"])) {
        let calendar = Calendar::of(Tables::builtin(), country);
        let from = day("2024-01-01") + chrono::Days::new(start);
        let to = calendar.add_banking_days(from, count).expect("within ten years");
        prop_assert!(calendar.is_working(to));
        prop_assert_eq!(calendar.working_days(from.succ_opt().expect("a day"), to), count as usize);
    }
}
