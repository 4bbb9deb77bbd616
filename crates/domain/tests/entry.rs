//! What people type, and what is refused instead of guessed.

use chrono::NaiveDate;
use proptest::prelude::*;
use rust_decimal::Decimal;
use torgdom_domain::Amount;
use torgdom_domain::entry::{EntryProblem, date, number, number_with, percent};
use torgdom_domain::money::{format_number, format_sum};

fn value(result: Result<Amount, EntryProblem>) -> String {
    result.map_or_else(|problem| problem.to_string(), |amount| amount.to_string())
}

#[test]
fn numbers_as_people_and_programs_write_them() {
    for (typed, want) in [
        ("0", "0"),
        ("5", "5"),
        ("007", "7"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        (",5", "0.5"),
        (".5", "0.5"),
        (" 1200 ", "1200"),
        ("\u{feff}1200\u{200b}", "1200"),
        ("1\u{a0}234\u{a0}567,50", "1234567.5"),
        ("1 234,5", "1234.5"),
        ("1\u{202f}234.5", "1234.5"),
        ("1\u{2009}234", "1234"),
        ("1'234'567.50", "1234567.5"),
        ("1’234,50", "1234.5"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("1,234", "1.234"),
        ("1.234", "1.234"),
        ("1234.567", "1234.567"),
        ("0,001", "0.001"),
        ("-5", "-5"),
        ("−5", "-5"),
        ("–5,5", "-5.5"),
        ("- 5", "-5"),
        ("-0", "0"),
        ("+5", "5"),
        ("1,50000000000000000", "1.5"),
        ("999999999999999,99", "999999999999999.99"),
    ] {
        assert_eq!(value(number(typed)), want, "«{typed}»");
    }
}

#[test]
fn expressions() {
    for (typed, want) in [
        ("1200*1,2", "1440"),
        ("15000/1,2", "12500"),
        ("(2+3)*4", "20"),
        ("2+3*4", "14"),
        ("2 + 3", "5"),
        ("10-2-3", "5"),
        ("100/10/2", "5"),
        ("-(2+3)", "-5"),
        ("((1))+1", "2"),
        ("=1200*1,2", "1440"),
        ("1 200 × 2", "2400"),
        ("2x3", "6"),
        ("2 х 3", "6"),
        ("12÷4", "3"),
        ("10/3", "3.3333"),
        ("20/3", "6.6667"),
        ("-20/3", "-6.6667"),
        ("0,00001*3", "0.00003"),
        ("1000+20%", "1200"),
        ("1000-5%", "950"),
        ("1 000,50 + 10 %", "1100.55"),
        ("200*15%", "30"),
        ("100+10%+10%", "121"),
        ("2*(-3)", "-6"),
        ("1,5*1,5", "2.25"),
        ("5/2*2", "5"),
        ("100-100", "0"),
    ] {
        assert_eq!(value(number(typed)), want, "«{typed}»");
    }
}

#[test]
fn percents_change_what_stands_there() {
    let stands = |text: &str| Some(text.parse::<Amount>().expect("a decimal"));
    assert_eq!(value(number_with("+20%", stands("100"))), "120");
    assert_eq!(value(number_with("-5%", stands("33.33"))), "31.6635");
    assert_eq!(value(number_with("− 5 %", stands("200"))), "190");
    assert_eq!(value(number_with("+20%", stands("0"))), "0");
    assert_eq!(value(number_with("+12,5%", stands("-80"))), "-90");
    assert_eq!(value(number_with("-5", stands("100"))), "-5");
    assert_eq!(value(number_with("7", stands("100"))), "7");
    assert_eq!(value(number_with("-5+20%", stands("100"))), "-6");
    assert_eq!(value(number_with("+20%", None)), "entry_no_value at 0");
    assert_eq!(value(number_with("+5", stands("100"))), "entry_ambiguous at 0");
    assert_eq!(value(number_with("+5", stands("0"))), "5");
    assert_eq!(value(number_with("20%", stands("100"))), "entry_percent at 2");
    assert_eq!(value(number_with("+20%+1", stands("100"))), "entry_percent at 4");
    assert_eq!(value(percent("20")), "20");
    assert_eq!(value(percent("20 %")), "20");
    assert_eq!(value(percent(" 7,5% ")), "7.5");
    assert_eq!(value(percent("100/3")), "33.3333");
    assert_eq!(value(percent("%")), "entry_empty at 0");
    assert_eq!(value(percent("5%%")), "entry_percent at 1");
}

#[test]
fn what_could_mean_two_things_is_refused_with_its_place() {
    for (typed, want) in [
        ("", "entry_empty at 0"),
        ("  \u{a0}", "entry_empty at 0"),
        ("abc", "entry_not_number at 0"),
        ("десять", "entry_not_number at 0"),
        (" 💰 руб", "entry_not_number at 1"),
        ("12a", "entry_character at 2"),
        ("1e5", "entry_character at 1"),
        ("1е5", "entry_character at 1"),
        ("1200 руб", "entry_character at 5"),
        ("１２", "entry_character at 0"),
        ("1_000", "entry_character at 1"),
        ("12\n34", "entry_character at 2"),
        ("1\t234", "entry_character at 1"),
        ("NaN", "entry_not_number at 0"),
        ("1,2,3", "entry_ambiguous at 1"),
        ("1.2.3", "entry_ambiguous at 1"),
        ("1,23,456", "entry_ambiguous at 1"),
        ("1.23,45", "entry_ambiguous at 1"),
        ("1 23", "entry_ambiguous at 1"),
        ("12 34 567", "entry_ambiguous at 2"),
        ("1  234", "entry_ambiguous at 1"),
        ("1234 567", "entry_ambiguous at 4"),
        ("0,123,456", "entry_ambiguous at 1"),
        ("0 123", "entry_ambiguous at 1"),
        ("1,234.567,8", "entry_ambiguous at 5"),
        ("1 234.567,89", "entry_ambiguous at 5"),
        ("0,123 456", "entry_ambiguous at 5"),
        ("1, 5", "entry_ambiguous at 2"),
        ("1 ,5", "entry_ambiguous at 2"),
        ("(100)", "entry_ambiguous at 0"),
        ("2(3)", "entry_ambiguous at 1"),
        ("10–20", "entry_ambiguous at 2"),
        ("10 – 20", "entry_ambiguous at 3"),
        ("5,", "entry_unfinished at 2"),
        (".", "entry_unfinished at 1"),
        ("5+", "entry_unfinished at 2"),
        ("*5", "entry_unfinished at 0"),
        ("-", "entry_unfinished at 1"),
        ("()", "entry_unfinished at 1"),
        ("5-", "entry_unfinished at 2"),
        ("--5", "entry_two_signs at 1"),
        ("5--3", "entry_two_signs at 2"),
        ("5*-3", "entry_two_signs at 2"),
        ("+-5", "entry_two_signs at 1"),
        ("(2+3", "entry_parenthesis at 0"),
        ("2+3)", "entry_parenthesis at 3"),
        ("5/0", "entry_division_by_zero at 1"),
        ("5/(2-2)", "entry_division_by_zero at 1"),
        ("12345678901234567890123456789", "entry_too_large at 0"),
        ("1234567890123456", "entry_too_large at 0"),
        ("0,123456789012", "entry_too_precise at 0"),
        ("999999999999999*999999999999999*9", "entry_too_large at 15"),
        ("999999999999999+1", "entry_too_large at 0"),
        ("20%", "entry_percent at 2"),
        ("=", "entry_unfinished at 1"),
        ("==5", "entry_character at 1"),
        ("  12a", "entry_character at 4"),
        ("\u{0}", "entry_character at 0"),
        ("💰", "entry_character at 0"),
    ] {
        assert_eq!(value(number(typed)), want, "«{typed}»");
    }
    assert_eq!(value(number(&"(".repeat(100))), "entry_too_deep at 16");
    assert_eq!(value(number(&format!("{}1{}", "(".repeat(16), ")".repeat(16)))), "1");
    assert_eq!(value(number(&"1".repeat(201))), "entry_too_long at 200");
    assert_eq!(value(number(&"(".repeat(1_000_000))), "entry_too_long at 200");
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn when(text: &str) -> String {
    date(text, today()).map_or_else(|problem| problem.code.to_owned(), |date| date.to_string())
}

#[test]
fn dates_as_people_type_them() {
    for (typed, want) in [
        ("22", "2026-11-22"),
        ("1", "2026-11-01"),
        ("01", "2026-11-01"),
        ("2211", "2026-11-22"),
        ("0103", "2026-03-01"),
        ("221126", "2026-11-22"),
        ("22112026", "2026-11-22"),
        ("22.11", "2026-11-22"),
        ("1.3", "2026-03-01"),
        ("22.11.26", "2026-11-22"),
        ("22.11.2026", "2026-11-22"),
        ("22/11/2026", "2026-11-22"),
        ("22-11-2026", "2026-11-22"),
        ("22,11,26", "2026-11-22"),
        ("22 11 2026", "2026-11-22"),
        ("2026-11-22", "2026-11-22"),
        ("2026.11.22", "2026-11-22"),
        ("22.", "2026-11-22"),
        ("22.11.", "2026-11-22"),
        ("22.11.2026 г.", "2026-11-22"),
        ("22.11.2026\u{a0}г.", "2026-11-22"),
        (" 22.11 ", "2026-11-22"),
        ("+7", "2026-11-29"),
        ("+ 7", "2026-11-29"),
        ("-3", "2026-11-19"),
        ("−3", "2026-11-19"),
        ("+0", "2026-11-22"),
        ("+40", "2027-01-01"),
        (".", "2026-11-22"),
        ("сегодня", "2026-11-22"),
        ("Завтра", "2026-11-23"),
        ("ВЧЕРА", "2026-11-21"),
        ("послезавтра", "2026-11-24"),
        ("сёння", "2026-11-22"),
        ("заўтра", "2026-11-23"),
        ("учора", "2026-11-21"),
        ("today", "2026-11-22"),
        ("Tomorrow", "2026-11-23"),
        ("yesterday", "2026-11-21"),
        ("22 ноября 2026 г.", "2026-11-22"),
        ("1 мая", "2026-05-01"),
        ("9 Мая 2027", "2027-05-09"),
        ("22 лістапада 2026 года", "2026-11-22"),
        ("3 ліпеня", "2026-07-03"),
        ("22 November 2026", "2026-11-22"),
        ("5 мар 26", "2026-03-05"),
        ("29.02.2028", "2028-02-29"),
        ("01.01.75", "2075-01-01"),
        ("01.01.76", "1976-01-01"),
        ("01.01.99", "1999-01-01"),
        ("01.01.00", "2000-01-01"),
    ] {
        assert_eq!(when(typed), want, "«{typed}»");
    }
}

#[test]
fn dates_that_are_refused() {
    for (typed, want) in [
        ("31.02", "impossible_date"),
        ("31.02.2026", "impossible_date"),
        ("31", "impossible_date"),
        ("0", "impossible_date"),
        ("3102", "impossible_date"),
        ("29.02.2026", "impossible_date"),
        ("11/22/2026", "impossible_date"),
        ("2026-13-01", "impossible_date"),
        ("00.00.0000", "date_out_of_range"),
        ("310226", "impossible_date"),
        ("221", "date_ambiguous"),
        ("22112", "date_ambiguous"),
        ("2211202", "date_ambiguous"),
        ("221120266", "date_unreadable"),
        ("", "entry_empty"),
        ("вторник", "date_unreadable"),
        ("22.11.2026.1", "date_unreadable"),
        ("22.11/2026", "date_unreadable"),
        ("22..11", "date_unreadable"),
        ("22.11.202", "date_unreadable"),
        ("22.11.20266", "date_unreadable"),
        ("222.11.2026", "date_unreadable"),
        ("2026-11", "date_unreadable"),
        ("+", "date_unreadable"),
        ("+7d", "date_unreadable"),
        ("+99999", "date_out_of_range"),
        ("+99999999999999999999", "date_out_of_range"),
        ("22.11.1026", "date_out_of_range"),
        ("22.11.3026", "date_out_of_range"),
        ("..", "date_unreadable"),
        ("２２", "date_unreadable"),
        ("💰", "date_unreadable"),
        ("22.11-", "date_unreadable"),
        ("г.", "date_unreadable"),
        ("1e1", "date_unreadable"),
        ("31 ноября", "impossible_date"),
        ("ноября 22", "date_unreadable"),
        ("22 но", "date_unreadable"),
        ("22 брюмера", "date_unreadable"),
        ("22 ноября ноября", "date_unreadable"),
        ("22.ноября", "date_unreadable"),
    ] {
        assert_eq!(when(typed), want, "«{typed}»");
    }
    assert_eq!(when(&"2".repeat(500)), "entry_too_long");
    let end = NaiveDate::MAX;
    assert_eq!(date("+1", end).expect_err("no such day").code, "date_out_of_range");
}

#[test]
fn codes_are_listed() {
    for typed in ["", "5,", "1 23", "--1", "(1", "5/0", "1e1", "20%", "+20%", "12345678901234567", "0,1234567890123"] {
        let problem = number(typed).expect_err(typed);
        assert!(EntryProblem::CODES.contains(&problem.code), "{problem}");
        assert_eq!(problem.problem("/price").field, "/price");
    }
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(units in -1_000_000_000_000_000_i64..1_000_000_000_000_000, scale in 0..=11_u32) {
        let amount = Amount::new(Decimal::new(units, scale)).expect("fits");
        prop_assert_eq!(number(&format_number(amount)), Ok(amount));
        prop_assert_eq!(number(&format_sum(amount)), Ok(amount));
        prop_assert_eq!(number(&amount.to_string()), Ok(amount));
    }

    /// Products of whole numbers, added and subtracted: reckoned term by term in integers.
    #[test]
    fn times_comes_before_plus(terms in prop::collection::vec((any::<bool>(), prop::collection::vec(0..50_i64, 1..4)), 1..6), spaced in any::<bool>()) {
        let mut typed = String::new();
        let mut want = 0;
        for (index, (minus, factors)) in terms.iter().enumerate() {
            typed.push_str(match (index, minus) { (0, true) => "-", (0, false) => "", (_, true) => " - ", (_, false) => " + " });
            typed.push_str(&factors.iter().map(ToString::to_string).collect::<Vec<_>>().join(" * "));
            let product: i64 = factors.iter().product();
            want += if *minus { -product } else { product };
        }
        let typed = if spaced { typed } else { typed.replace(' ', "") };
        prop_assert_eq!(number(&typed), Ok(Amount::new(Decimal::from(want)).expect("fits")), "{}", typed);
    }

    #[test]
    fn dates_are_read_back(days in 0..36_000_u64) {
        let day = NaiveDate::from_ymd_opt(1990, 1, 1).expect("a day") + chrono::Days::new(days);
        for form in ["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%d%m%Y"] {
            prop_assert_eq!(date(&day.format(form).to_string(), today()), Ok(day));
        }
    }

    #[test]
    fn nothing_panics(text in any::<String>(), noise in "[-+*/().,% 0-9xх'\u{a0}=гe]{0,40}") {
        for typed in [text, noise] {
            let inside = |problem: &EntryProblem| problem.position <= typed.chars().count();
            prop_assert!(number_with(&typed, Some(Amount::ONE)).err().as_ref().is_none_or(inside));
            prop_assert!(percent(&typed).err().as_ref().is_none_or(inside));
            prop_assert!(date(&typed, today()).err().as_ref().is_none_or(inside));
        }
    }
}
