//! Files that are not what they say, damaged ones, bombs, and noise: a clear code, little memory, never a panic.

mod support;

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use support::{Part, archive, code, load, workbook, workbook_parts};
use torgdom_imports::mapping::{Target, suggest};
use torgdom_imports::plan::{Nothing, Options, plan};
use torgdom_imports::table::{Limits, ReadOptions, TableError, read};

const STYLES: &str = "<styleSheet/>";
const STRINGS: &str = "<sst/>";

static REAL: std::sync::LazyLock<Vec<u8>> = std::sync::LazyLock::new(real);

fn real() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, text) in ["Наименование", "ИНН", "Цена", "Артикул"].into_iter().enumerate() {
        sheet.write(0, column as u16, text).expect("writes");
        for row in 1..40 {
            sheet.write(row, column as u16, format!("{text} {row}").as_str()).expect("writes");
        }
    }
    book.save_to_buffer().expect("saves")
}

#[test]
fn files_that_are_something_else() {
    let compound = |name: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.resize(1_024, 0);
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let one = |name: &str| archive(&[Part::honest(name, b"x")]);
    for (bytes, wanted) in [
        (Vec::new(), "import_file_empty"),
        (b" \r\n;;\r\n".to_vec(), "import_file_empty"),
        (b"%PDF-1.7\n%\xE2\xE3".to_vec(), "import_pdf"),
        (compound("Workbook"), "import_old_excel"),
        (compound("EncryptedPackage"), "import_file_encrypted"),
        (
            "<html><head><meta charset=utf-8></head><table><tr><td>ИНН</td></tr></table></html>".as_bytes().to_vec(),
            "import_web_page",
        ),
        (b"\xEF\xBB\xBF\n  <!DOCTYPE html><table>".to_vec(), "import_web_page"),
        (
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".to_vec(),
            "import_other_xml",
        ),
        (b"\x89PNG\r\n\x1A\n".to_vec(), "import_not_a_table"),
        (vec![0; 5_000], "import_not_a_table"),
        (one("xl/workbook.bin"), "import_binary_workbook"),
        (one("content.xml"), "import_open_document"),
        (one("word/document.xml"), "import_not_a_table"),
        (b"PK\x03\x04".to_vec(), "import_file_damaged"),
        (b"PK\x05\x06".to_vec(), "import_file_damaged"),
    ] {
        assert_eq!(code(&bytes), wanted, "{:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(40)]));
    }
}

#[test]
fn bombs_are_refused_before_they_go_off() {
    let zeros = vec![b'0'; 8 * 1024 * 1024];
    let mut declared = workbook_parts("<worksheet/>", STRINGS, STYLES);
    declared.push(Part::honest("xl/media/image1.png", &zeros));
    assert_eq!(code(&archive(&declared)), "import_zip_bomb");
    // One that lies about its size is stopped at the size it declared.
    let text = format!(
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>{}</t></is></c></row></sheetData></worksheet>",
        "0".repeat(5_000_000)
    );
    let mut lying = workbook_parts(&text, STRINGS, STYLES);
    lying[3].claimed = 2_000;
    assert_eq!(code(&archive(&lying)), "import_zip_bomb");
    // One token of many megabytes is not taken into memory.
    let honest = workbook_parts(&text, STRINGS, STYLES);
    let limits = Limits { ratio: u64::MAX, ..Limits::default() };
    let refused = read(&archive(&honest), &ReadOptions { limits, ..ReadOptions::default() });
    assert!(matches!(refused, Err(TableError::Damaged { part: "sheet" })), "{refused:?}");
    // Ten thousand small parts are as bad as a large one.
    let crowd: Vec<Part> = (0..10_001).map(|index| Part::honest(&format!("{index}"), b"")).collect();
    assert_eq!(code(&archive(&crowd)), "import_zip_bomb");
    // Many parts that are small each.
    let many = |bytes: usize| (0..20).map(|index| Part::honest(&format!("{index}"), &vec![b'x'; bytes])).collect::<Vec<_>>();
    let limits = Limits { unpacked_bytes: 10_000_000, ..Limits::default() };
    let refused = read(&archive(&many(600_000)), &ReadOptions { limits, ..ReadOptions::default() });
    assert!(matches!(refused, Err(TableError::ZipBomb)));
}

#[test]
fn xml_that_acts_is_refused() {
    let laughs = r#"<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"#;
    assert_eq!(code(&archive(&workbook_parts(laughs, STRINGS, STYLES))), "import_active_xml");
    assert_eq!(code(&workbook(r#"<row><c t="inlineStr"><is><t>&secret;</t></is></c></row>"#)), "import_active_xml");
    let deep = format!("<worksheet>{}", "<a>".repeat(100_000));
    assert_eq!(code(&archive(&workbook_parts(&deep, STRINGS, STYLES))), "import_file_damaged");
}

#[test]
fn damaged_sheets_are_told_as_damaged() {
    for rows in [
        r#"<row><c t="s"><v>7</v></c></row>"#,
        r#"<row><c t="s"><v>-1</v></c></row>"#,
        r#"<row r="0"/>"#,
        r#"<row r="5"/><row r="4"/>"#,
        r#"<row r="99999999"/>"#,
        r#"<row r="1"><c r="A2"><v>1</v></c></row>"#,
        r#"<row><c r="A0"><v>1</v></c></row>"#,
        r#"<row><c t="?"><v>1</v></c></row>"#,
        "<row><c><v>1</c></row>",
    ] {
        assert_eq!(code(&workbook(rows)), "import_file_damaged", "{rows}");
    }
    let mut wrong_sum = workbook_parts("<worksheet><sheetData/></worksheet>", STRINGS, STYLES);
    wrong_sum[3].crc ^= 1;
    assert_eq!(code(&archive(&wrong_sum)), "import_file_damaged");
}

#[test]
fn numbers_beyond_reason_stay_text_or_are_told() {
    let table = load(&workbook(r#"<row><c><v>1e300</v></c><c s="1"><v>1e300</v></c><c s="1"><v>-5</v></c><c><v>NaN</v></c><c s="3"><v>1e39</v></c></row>"#)).expect("reads");
    let row = table.row(0).expect("a row");
    assert_eq!(
        row.cells().map(|(_, cell)| cell.text()).collect::<Vec<_>>(),
        ["1e300", "1e300", "-5", "NaN", &format!("1{}", "0".repeat(39))]
    );
}

#[test]
fn merges_that_overlap_end() {
    let merges = (0..50_000).map(|_| r#"<mergeCell ref="A1:A1048576"/>"#).collect::<String>();
    let rows = (1..=2_000).map(|row| format!(r#"<row r="{row}"><c r="B{row}"><v>1</v></c></row>"#)).collect::<String>();
    let sheet = format!(r#"<worksheet><sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"#);
    let table = load(&archive(&workbook_parts(&sheet, STRINGS, STYLES))).expect("reads");
    assert_eq!(table.len(), 2_000);
}

#[test]
fn text_with_zeros_and_controls_is_read() {
    let table = load("Наименование;ИНН\nООО\0 «Ромашка»\u{7};7707083893\n".as_bytes()).expect("reads");
    assert_eq!(table.len(), 2);
}

#[test]
fn every_cut_of_a_real_workbook_is_an_error() {
    let bytes = REAL.clone();
    for len in (0..bytes.len()).step_by(7) {
        assert!(load(&bytes[..len]).is_err(), "{len}");
    }
    assert!(load(&bytes).is_ok());
}

/// Whatever can be read can be planned.
fn all_the_way(bytes: &[u8]) {
    let Ok(table) = load(bytes) else { return };
    for target in Target::ALL {
        let mapping = suggest(&table, target, &[]);
        let options = Options {
            tables: torgdom_domain::Tables::builtin(),
            today: chrono::NaiveDate::from_ymd_opt(2026, 6, 1).expect("a day"),
            country: "RU".to_owned(),
            organisation: "own".to_owned(),
            own: vec![],
            update: true,
            price_list: serde_json::Map::new(),
        };
        let mut next = 0;
        let made = plan(&table, &mapping, &Nothing, &options, &mut || {
            next += 1;
            next.to_string()
        });
        assert_eq!(made.counts.rows, made.rows.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn noise(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        all_the_way(&bytes);
    }

    #[test]
    fn noise_that_begins_like_an_archive(bytes in prop::collection::vec(any::<u8>(), 0..500)) {
        all_the_way(&[b"PK\x03\x04".as_slice(), &bytes, b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &bytes].concat());
    }

    #[test]
    fn a_real_workbook_with_changed_bytes(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = REAL.clone();
        for (index, value) in changes {
            let at = index.index(bytes.len());
            bytes[at] = value;
        }
        all_the_way(&bytes);
    }

    #[test]
    fn sheets_of_random_xml(rows in r#"(<row( r="[0-9]{1,8}")?>(<c( r="[A-Z]{1,3}[0-9]{1,2}")?( t="(s|n|b|e|d|str|inlineStr)")?( s="[0-4]")?>(<v>[0-9eE.+-]{0,12}</v>|<is><t>.{0,9}</t></is>|<f>.{0,5}</f>)?</c>){0,4}</row>){0,5}"#) {
        all_the_way(&workbook(&rows));
    }

    #[test]
    fn tables_of_random_cells(cells in prop::collection::vec("[-0-9eE.,+/ a-яЁ«»\"';\t\u{0}\u{202e}%]{0,14}", 0..60)) {
        let mut text = "Наименование;ИНН;КПП;Р/с;БИК;Страна;Цена;Артикул;НДС;Ед. изм.;№ договора;Дата договора;Валюта\n".to_owned();
        for row in cells.chunks(13) {
            text.push_str(&row.join(";"));
            text.push('\n');
        }
        all_the_way(text.as_bytes());
    }
}
