//! Workbooks of Excel and of other programs, read as their programs show them.

mod support;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use support::{code, load, texts, workbook};
use torgdom_imports::mapping::{Target, of_file};
use torgdom_imports::table::{Cell, Limits, ReadOptions, Source, TableError, read};

#[test]
fn cells_keep_their_types() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Прайс").expect("a name");
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let percent = Format::new().set_num_format("0%");
    let padded = Format::new().set_num_format("000000000");
    sheet.write(0, 0, "Текст").expect("writes");
    sheet.write(0, 1, 7_707_083_893_u64).expect("writes");
    sheet.write(0, 2, 0.1 + 0.2).expect("writes");
    sheet.write_with_format(0, 3, ExcelDateTime::from_ymd(2026, 1, 31).expect("a day"), &date).expect("writes");
    sheet.write_with_format(0, 4, 0.22, &percent).expect("writes");
    sheet.write_with_format(0, 5, 44_525_225, &padded).expect("writes");
    sheet.write(0, 6, true).expect("writes");
    sheet.write_formula(0, 7, Formula::new("=1+1").set_result("2")).expect("writes");
    sheet.write(4, 1, " \n ").expect("writes");
    sheet.write(6, 1, "после пустых").expect("writes");
    let table = load(&book.save_to_buffer().expect("saves")).expect("reads");
    let row = table.row(0).expect("a row");
    let cells: Vec<Cell<'_>> = (0..8).map(|column| row.cell(column)).collect();
    assert_eq!(
        cells,
        [
            Cell::Text("Текст"),
            Cell::Number("7707083893"),
            Cell::Number("0.3"),
            Cell::Date("2026-01-31"),
            Cell::Percent("22"),
            Cell::Text("044525225"),
            Cell::Bool(true),
            Cell::Number("2"),
        ]
    );
    assert_eq!(row.cell(250), Cell::Empty);
    assert_eq!(texts(&table)[1], (7, vec!["после пустых".to_owned()]));
    assert!(matches!(table.source(), Source::Workbook { sheet, .. } if sheet == "Прайс"));
}

#[test]
fn other_programs_write_less_than_excel() {
    let rows = r#"<row><c t="inlineStr"><is><r><t>со</t></r><r><t xml:space="preserve">ставной </t></r><rPh><t>x</t></rPh></is></c><c><v>1.5E3</v></c></row>
        <row r="5"><c r="B5" t="s"><v>0</v></c><c r="D5" t="str"><f>A1</f><v>строка &amp; &#171;знак&#187;</v></c><c r="E5"><f>1/0</f></c><c r="F5" t="e"><v>#N/A</v></c></row>
        <row><c s="1"><v>46023</v></c><c t="d"><v>2026-02-01T00:00:00</v></c><c s="2"><v>0.05</v></c><c/><c s="1"><v></v></c><c s="9999"><v>7.707083893E9</v></c></row>"#;
    let table = load(&workbook(rows)).expect("reads");
    assert_eq!(
        texts(&table),
        [
            (1, vec!["составной ".to_owned(), "1500".to_owned()]),
            (5, vec!["общая".to_owned(), "строка & «знак»".to_owned(), "=".to_owned(), "#N/A".to_owned()]),
            (6, vec!["2026-01-01".to_owned(), "2026-02-01".to_owned(), "5".to_owned(), "7707083893".to_owned()]),
        ]
    );
    assert_eq!(table.row(1).map(|row| row.cell(4)), Some(Cell::Error("=")));
}

#[test]
fn the_sheet_can_be_chosen_and_hidden_ones_are_passed_over() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Служебный").expect("a name").set_hidden(true).write(0, 0, "hidden").expect("writes");
    book.add_worksheet().set_name("Пусто").expect("a name");
    book.add_worksheet().set_name("Данные").expect("a name").set_active(true).write(0, 0, "shown").expect("writes");
    let bytes = book.save_to_buffer().expect("saves");
    let pick = |sheet: Option<&str>| read(&bytes, &ReadOptions { sheet: sheet.map(str::to_owned), ..ReadOptions::default() });
    assert_eq!(texts(&pick(None).expect("reads"))[0].1, ["shown"]);
    assert_eq!(texts(&pick(Some("Служебный")).expect("reads"))[0].1, ["hidden"]);
    assert!(matches!(pick(Some("Пусто")), Err(TableError::Empty)));
    assert!(matches!(pick(Some("Нет такого")), Err(TableError::NoSheet)));
}

#[test]
fn a_vertical_merge_speaks_for_all_its_rows() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let format = Format::new();
    sheet.merge_range(0, 0, 1, 0, "Наименование", &format).expect("merges");
    sheet.merge_range(0, 1, 0, 2, "Реквизиты", &format).expect("merges");
    sheet.write(1, 1, "ИНН").expect("writes").write(1, 2, "КПП").expect("writes");
    sheet.merge_range(2, 0, 3, 0, "ООО", &format).expect("merges");
    sheet.write(2, 1, "1").expect("writes").write(3, 1, "2").expect("writes");
    let table = load(&book.save_to_buffer().expect("saves")).expect("reads");
    let names: Vec<&str> = table.rows().map(|row| row.cell(0).text()).collect();
    assert_eq!(names, ["Наименование", "Наименование", "ООО", "ООО"]);
    assert_eq!(table.row(1).map(|row| row.cell(2)), Some(Cell::Text("КПП")));
}

#[test]
fn two_hundred_thousand_rows_are_read() {
    const ROWS: u32 = 200_000;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory().expect("a sheet");
    for row in 0..ROWS {
        sheet.write(row, 0, format!("Товар № {row}").as_str()).expect("writes");
        sheet.write(row, 1, f64::from(row) / 100.0).expect("writes");
        sheet.write(row, 2, "шт").expect("writes");
    }
    let bytes = book.save_to_buffer().expect("saves");
    let table = load(&bytes).expect("reads");
    assert_eq!(table.len(), 200_000);
    let last = table.row(199_999).expect("the last row");
    assert_eq!((last.number(), last.cell(0), last.cell(1)), (ROWS, Cell::Text("Товар № 199999"), Cell::Number("1999.99")));
    let limits = Limits { rows: 150_000, ..Limits::default() };
    let refused = read(&bytes, &ReadOptions { limits, ..ReadOptions::default() }).expect_err("too many");
    assert_eq!((refused.code(), refused.params()), ("import_too_many_rows", vec![("most", "150000".to_owned())]));
}

#[test]
fn limits_are_told_with_their_place() {
    let wide = workbook(r#"<row r="3"><c r="GS3"><v>1</v></c></row>"#);
    assert!(matches!(load(&wide), Err(TableError::TooManyColumns { row: 3, most: 200 })));
    let at_the_edge = load(&workbook(r#"<row r="1048576"><c r="GR1048576"><v>1</v></c></row>"#)).expect("reads");
    assert_eq!((at_the_edge.columns(), at_the_edge.row(0).map(|row| row.number())), (200, Some(1_048_576)));
    let long = "я".repeat(40_000);
    let table = load(&workbook(&format!(r#"<row><c t="inlineStr"><is><t>{long}</t></is></c></row>"#))).expect("reads");
    assert!(matches!(table.row(0).map(|row| row.cell(0)), Some(Cell::TooLong(text)) if text.len() == 32 * 1024));
    let limits = Limits { text_bytes: 5, ..Limits::default() };
    let refused = read(&workbook(r#"<row><c><v>123456</v></c></row>"#), &ReadOptions { limits, ..ReadOptions::default() });
    assert!(matches!(refused, Err(TableError::TooMuchText { .. })));
    assert_eq!(code(&workbook("")), "import_file_empty");
}

#[test]
fn data_behind_a_description_are_found() {
    let mut book = Workbook::new();
    let about = book.add_worksheet().set_name("Описание").expect("a name");
    about.write(0, 0, "Выгрузка контрагентов").expect("writes").write(1, 0, "Версия 2").expect("writes");
    book.add_worksheet().set_name("Пусто").expect("a name");
    let data = book.add_worksheet().set_name("Контрагенты").expect("a name");
    data.write(0, 0, "Наименование").expect("writes").write(0, 1, "ИНН").expect("writes");
    data.write(1, 0, "ООО «А»").expect("writes").write(1, 1, "7707083893").expect("writes");
    let bytes = book.save_to_buffer().expect("saves");
    let found = |target: Target| of_file(|options| read(&bytes, options), target, &[]).expect("reads");
    let (table, mapping) = found(Target::Counterparty);
    assert!(matches!(table.source(), Source::Workbook { sheet, .. } if sheet == "Контрагенты"));
    assert!(mapping.problems().is_empty());
    // No sheet is one of contracts: the first one is shown, for a person to say what it is.
    let (table, mapping) = found(Target::Contract);
    assert!(matches!(table.source(), Source::Workbook { sheet, .. } if sheet == "Описание"));
    assert!(!mapping.problems().is_empty());
}

#[test]
fn a_delimiter_that_is_named_counts() {
    let text = "а;б!в;г\nООО «А;Б»!1\n".as_bytes();
    let named = read(text, &ReadOptions { delimiter: Some('!'), ..ReadOptions::default() }).expect("reads");
    assert_eq!(texts(&named), [(1, vec!["а;б".to_owned(), "в;г".to_owned()]), (2, vec!["ООО «А;Б»".to_owned(), "1".to_owned()])]);
    assert_eq!(load(text).expect("reads").columns(), 3);
}
