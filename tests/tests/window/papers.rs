//! Many records at once: a list as XLSX, marked invoices as one file for the printer.

use std::fs;
use std::process::Command;

use serde_json::json;
use torgdom_tests::wait::until;
use torgdom_tests::window::Window;

use crate::hand::{Hand, stands_in};

#[test]
fn the_list_that_is_shown_becomes_an_xlsx() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября");
    let hand = Hand::on(&desk);
    hand.press("Alt+5");
    stands_in(&desk, "grid Контрагенты");
    let file = desk.machine().home().join("контрагенты.xlsx");
    desk.machine().answer_dialog(&file);
    hand.press("Ctrl+S");
    let bytes = until(&"the file", || fs::read(&file).ok().filter(|bytes| !bytes.is_empty()));
    desk.see("Записано в XLSX");
    assert!(bytes.starts_with(b"PK"), "a workbook is a zip");
    let sheet = Command::new("unzip").args(["-p"]).arg(&file).args(["xl/worksheets/sheet1.xml"]).output().unwrap();
    let sheet = String::from_utf8_lossy(&sheet.stdout).into_owned();
    let all = desk.call("list", &json!({"query": {"kind": "counterparty", "position": "first", "limit": 1}})).unwrap();
    let rows = sheet.matches("<row").count();
    assert_eq!(u64::try_from(rows).unwrap(), all["total"].as_u64().unwrap() + 1, "a head and every row");
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn marked_invoices_are_printed_as_one_file() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября");
    let hand = Hand::on(&desk);
    hand.press("Alt+3");
    stands_in(&desk, "grid Счета");
    hand.press("Ctrl+A");
    desk.see("Помечено");
    let marked = desk.call("list", &json!({"query": {"kind": "invoice", "position": "first", "limit": 1}})).unwrap();
    println!("{} invoices in the list", marked["total"]);
    hand.press("Ctrl+P");
    let (sheet, copies) = until(&"a sheet in the tray", || desk.machine().printed().pop());
    assert_eq!(copies, "1");
    let pages = Command::new("pdfinfo").arg(&sheet).output().unwrap();
    let pages = String::from_utf8_lossy(&pages.stdout).into_owned();
    let count: u32 = pages.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
    assert!(count > 50, "{count} pages of all marked invoices");
    let check = Command::new("qpdf").arg("--check").arg(&sheet).output().unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
    assert_eq!(desk.faults(), Vec::<String>::new());
}
