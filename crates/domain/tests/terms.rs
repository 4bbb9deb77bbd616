//! When an invoice must be paid.

use chrono::NaiveDate;
use torgdom_domain::terms::{
    DayKind, Moments, PartKind, PaymentTerms, TermCalendar, TermEvent, TermPart, due_dates, invoice_due,
};
use torgdom_domain::{Amount, Tables};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn part(order: i32, kind: PartKind, share: &str, days: &str, event: TermEvent) -> TermPart {
    let amount = |text: &str| text.parse::<Amount>().expect("a decimal");
    TermPart { kind, share: amount(share), days: amount(days), event, order: Amount::from(order), ..TermPart::default() }
}

fn terms(parts: impl IntoIterator<Item = TermPart>) -> PaymentTerms {
    let parts = parts.into_iter().enumerate().map(|(index, part)| (format!("part-{index}"), part)).collect();
    PaymentTerms { parts, note: String::new() }
}

fn moments(invoice: &str, shipment: &str) -> Moments {
    let on = |text: &str| (!text.is_empty()).then(|| day(text));
    Moments { invoice: on(invoice), shipment: on(shipment), acceptance: None }
}

fn dates(terms: &PaymentTerms, moments: &Moments, country: &str) -> Vec<Option<String>> {
    let due = due_dates(terms, moments, country, Tables::builtin());
    due.into_iter().map(|part| part.date.map(|date| date.to_string())).collect()
}

#[test]
fn prepayment_from_the_invoice_and_the_rest_after_shipment() {
    let split = terms([
        part(2, PartKind::Deferral, "70", "30", TermEvent::Shipment),
        part(1, PartKind::Prepayment, "30", "5", TermEvent::Invoice),
    ]);
    assert!(split.problems().is_empty());
    // 23.11.2026 + 5 = Saturday 28.11 → Monday 30.11; 02.12.2026 + 30 = 01.01.2027 → 11.01.2027 in Russia.
    let both = moments("2026-11-23", "2026-12-02");
    assert_eq!(dates(&split, &both, "RU"), [Some("2026-11-30".to_owned()), Some("2027-01-11".to_owned())]);
    assert_eq!(dates(&split, &both, "BY"), [Some("2026-11-30".to_owned()), Some("2027-01-04".to_owned())]);
    assert_eq!(invoice_due(&split, &both, "RU", Tables::builtin()), Some(day("2026-11-30")));
    assert_eq!(dates(&split, &moments("2026-11-23", ""), "RU"), [Some("2026-11-30".to_owned()), None]);
    assert_eq!(invoice_due(&split, &moments("", "2026-12-02"), "RU", Tables::builtin()), Some(day("2027-01-11")));
    assert_eq!(invoice_due(&split, &moments("", ""), "RU", Tables::builtin()), None);
    assert_eq!(invoice_due(&PaymentTerms::default(), &both, "RU", Tables::builtin()), None);
}

#[test]
fn banking_days_of_the_agreed_country() {
    let of = |calendar| {
        let one =
            TermPart { day_kind: DayKind::Banking, calendar, ..part(0, PartKind::Deferral, "100", "3", TermEvent::Invoice) };
        dates(&terms([one]), &moments("2025-12-29", ""), "BY")[0].clone()
    };
    assert_eq!(of(TermCalendar::RU).as_deref(), Some("2026-01-13"));
    assert_eq!(of(TermCalendar::BY).as_deref(), Some("2026-01-05"));
    assert_eq!(of(TermCalendar::Seller).as_deref(), Some("2026-01-05"));
    assert_eq!(of(TermCalendar::Both).as_deref(), Some("2026-01-13"));
}

#[test]
fn a_prepayment_before_shipment_is_due_before_it() {
    let calendar_days = terms([part(0, PartKind::Prepayment, "100", "3", TermEvent::Shipment)]);
    // Three days before Tuesday 24.11.2026 is Saturday: the Friday before.
    assert_eq!(dates(&calendar_days, &moments("", "2026-11-24"), "RU"), [Some("2026-11-20".to_owned())]);
    let banking = TermPart { day_kind: DayKind::Banking, ..part(0, PartKind::Prepayment, "100", "3", TermEvent::Shipment) };
    assert_eq!(dates(&terms([banking]), &moments("", "2026-11-24"), "RU"), [Some("2026-11-19".to_owned())]);
}

#[test]
fn a_year_without_a_table_is_told() {
    let one = terms([part(0, PartKind::Deferral, "100", "10", TermEvent::Invoice)]);
    let known = |date| due_dates(&one, &moments(date, ""), "BY", Tables::builtin())[0].calendar_known;
    assert!(known("2026-11-23") && !known("2031-11-23"));
    // A term that begins or ends in an unknown year is as unknown as that year.
    assert!(!known("2026-12-25") && !known("2023-12-28"), "2027 in Belarus has no transfers yet, 2023 is no longer kept");
    let banking = TermPart { day_kind: DayKind::Banking, ..part(0, PartKind::Deferral, "100", "5", TermEvent::Invoice) };
    let in_country =
        |country| due_dates(&terms([banking.clone()]), &moments("2026-11-23", ""), country, Tables::builtin())[0].clone();
    assert!(in_country("RU").calendar_known && !in_country("KZ").calendar_known);
}

#[test]
fn shares_and_days_out_of_range_are_problems() {
    let codes = |parts: Vec<TermPart>| -> Vec<(String, String)> {
        terms(parts).problems().into_iter().map(|problem| (problem.code, problem.field)).collect()
    };
    let deferral = |share, days| part(0, PartKind::Deferral, share, days, TermEvent::Invoice);
    let own = |code: &str, field: &str| (code.to_owned(), field.to_owned());
    assert!(codes(vec![]).is_empty());
    let noted = PaymentTerms { note: "a\u{0}".to_owned(), ..PaymentTerms::default() };
    assert_eq!((noted.problems()[0].code.as_str(), noted.problems()[0].field.as_str()), ("control_characters", "/note"));
    assert!(codes(vec![deferral("33.33", "0"), deferral("66.67", "3650")]).is_empty());
    assert_eq!(codes(vec![deferral("99.99", "0")]), [own("terms_shares_not_hundred", "/parts")]);
    assert_eq!(codes(vec![deferral("0", "0"), deferral("100", "0")]), [own("terms_share_out_of_range", "/parts/part-0/share")]);
    assert_eq!(
        codes(vec![deferral("-50", "0"), deferral("150", "0")]),
        [own("terms_share_out_of_range", "/parts/part-0/share"), own("terms_share_out_of_range", "/parts/part-1/share")]
    );
    for days in ["-1", "1.5", "3651", "999999999999999"] {
        assert_eq!(codes(vec![deferral("100", days)]), [own("terms_days_out_of_range", "/parts/part-0/days")], "{days}");
        assert_eq!(dates(&terms([deferral("100", days)]), &moments("2026-11-23", ""), "RU"), [None]);
    }
}
