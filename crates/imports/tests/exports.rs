//! Lists into files: what is written is what comes back, and nothing in it acts.

use chrono::NaiveDate;
use proptest::prelude::*;
use torgdom_domain::Amount;
use torgdom_imports::export::{ColumnKind, Delimiter, ExportCell, ExportColumn, Sheet, csv, xlsx};
use torgdom_imports::table::{Cell, ReadOptions, read};

fn sheet(rows: Vec<Vec<ExportCell>>) -> Sheet {
    let column = |header: &str, kind| ExportColumn { header: header.to_owned(), kind };
    Sheet {
        name: "Счета [2026]: все/«оплаченные» и ещё очень длинное имя".to_owned(),
        columns: vec![
            column("№", ColumnKind::Text),
            column("=Сумма", ColumnKind::Number { places: 2 }),
            column("Дата", ColumnKind::Date),
        ],
        rows,
    }
}

fn number(text: &str) -> Amount {
    text.parse().expect("a decimal")
}

fn rows() -> Vec<Vec<ExportCell>> {
    let day = NaiveDate::from_ymd_opt(2026, 1, 31).expect("a day");
    vec![
        vec![ExportCell::Text("007".to_owned()), ExportCell::Number(number("1234.5")), ExportCell::Date(day)],
        vec![ExportCell::Text("=cmd|' /C calc'!A0".to_owned()), ExportCell::Number(number("-0.0001"))],
        vec![
            ExportCell::Text("http://example.com".to_owned()),
            ExportCell::Number(number("123456789012345.67")),
            ExportCell::Empty,
        ],
        vec![ExportCell::Text("строка\nстрока; \"знак\"".to_owned()), ExportCell::Empty, ExportCell::Date(day)],
    ]
}

#[test]
fn a_workbook_holds_what_is_shown() {
    let bytes = xlsx(&sheet(rows())).expect("writes");
    let table = read(&bytes, &ReadOptions::default()).expect("reads");
    let cells = |row: usize| (0..3).map(|column| table.row(row).expect("a row").cell(column)).collect::<Vec<_>>();
    assert_eq!(cells(0), [Cell::Text("№"), Cell::Text("=Сумма"), Cell::Text("Дата")]);
    assert_eq!(cells(1), [Cell::Text("007"), Cell::Number("1234.5"), Cell::Date("2026-01-31")]);
    assert_eq!(cells(2), [Cell::Text("=cmd|' /C calc'!A0"), Cell::Number("-0.0001"), Cell::Empty]);
    // More digits than a spreadsheet keeps: written as text rather than cut.
    assert_eq!(cells(3)[1], Cell::Text("123456789012345.67"));
    assert_eq!(bytes, xlsx(&sheet(rows())).expect("writes"));
}

#[test]
fn csv_for_offices_and_for_programs() {
    let text = String::from_utf8(csv(&sheet(rows()), Delimiter::Semicolon)).expect("UTF-8");
    assert_eq!(
        text,
        "\u{feff}№;'=Сумма;Дата\r\n007;1234,50;31.01.2026\r\n\"'=cmd|' /C calc'!A0\";-0,0001;\r\nhttp://example.com;123456789012345,67;\r\n\"строка\nстрока; \"\"знак\"\"\";;31.01.2026\r\n"
    );
    let text = String::from_utf8(csv(&sheet(rows()), Delimiter::Comma)).expect("UTF-8");
    assert!(text.contains("007,1234.50,2026-01-31\r\n"));
}

#[test]
fn empty_lists_are_files_too() {
    let empty = Sheet { name: String::new(), columns: Vec::new(), rows: Vec::new() };
    assert!(xlsx(&empty).is_ok());
    assert!(read(&xlsx(&sheet(Vec::new())).expect("writes"), &ReadOptions::default()).is_ok_and(|table| table.len() == 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn texts_come_back_and_none_begins_like_a_formula(texts in prop::collection::vec(r#"[-=+@＝＠'"; ,|	а-яA-Z0-9\n]{0,12}"#, 1..6)) {
        let column = |index: usize| ExportColumn { header: format!("столбец {index}"), kind: ColumnKind::Text };
        let columns = (0..texts.len()).map(column).collect();
        let row = texts.iter().cloned().map(ExportCell::Text).collect();
        let list = Sheet { name: "x".to_owned(), columns, rows: vec![row] };
        for bytes in [csv(&list, Delimiter::Semicolon), csv(&list, Delimiter::Comma), xlsx(&list).expect("writes")] {
            let table = read(&bytes, &ReadOptions::default()).expect("reads");
            for (index, text) in texts.iter().enumerate() {
                let back = table.row(1).map_or("", |row| row.cell(index).text());
                let kept = if text.trim().is_empty() { "" } else { text.as_str() };
                prop_assert_eq!(back, kept);
            }
        }
    }
}
