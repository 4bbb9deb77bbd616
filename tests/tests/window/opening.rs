//! A desk opens, closes and opens again.

use serde_json::json;
use torgdom_tests::machine::Machine;
use torgdom_tests::window::{Start, Window};

#[test]
fn a_new_desk_begins_with_its_first_run() {
    let desk = Window::new();
    let start = desk.call("start.state", &json!({})).unwrap();
    assert_eq!(start["state"], "first_run");
    desk.photograph("first-run");
    assert_eq!(desk.untranslated(), Vec::<String>::new());
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn the_page_reaches_nothing_but_its_one_command() {
    let desk = Window::new();
    assert_eq!(desk.call("no.such", &json!({})), Err("unknown_command".to_owned()));
    desk.ask("window.__out = 'waiting'; fetch('http://127.0.0.1:9/').then(() => { window.__out = 'reached'; }, () => { window.__out = 'refused'; });", &[]);
    let out = torgdom_tests::wait::until(&"an answer", || {
        let out = desk.ask("return window.__out;", &[]);
        (out != "waiting").then_some(out)
    });
    assert_eq!(out, "refused");
    assert!(desk.faults().iter().any(|fault| fault.contains("connect-src")), "the policy refused it: {:?}", desk.faults());
    desk.ask("window.location.href = 'https://example.org/';", &[]);
    assert_eq!(desk.call("start.state", &json!({})).unwrap()["state"], "first_run", "the page is still the desk's");
}

#[test]
fn a_second_start_shows_the_first_window() {
    let desk = Window::on(Machine::new().with_bus(), Start::default());
    let second = desk.start_again();
    assert!(second.success(), "{second}");
    assert_eq!(desk.call("start.state", &json!({})).unwrap()["state"], "first_run", "the first one goes on");
}

#[test]
fn how_the_window_is_drawn_is_remembered() {
    let desk = Window::new();
    assert_eq!(desk.call("shell.rendering", &json!({})), Ok(json!({"rendering": "auto"})));
    desk.call("shell.rendering", &json!({"rendering": "software"})).unwrap();
    let desk = desk.close().start();
    assert_eq!(desk.call("shell.rendering", &json!({})), Ok(json!({"rendering": "software"})));
}

#[test]
fn a_paper_is_printed_and_saved_byte_for_byte() {
    let desk = Window::new();
    let paper = json!({"base64": "JVBERi0xLjcK0J/RgNC40LLQtdGC", "file_name": "Счёт № 7/2026.pdf", "copies": 2});
    desk.call("shell.print", &paper).unwrap();
    let printed = desk.machine().printed();
    assert_eq!(printed.len(), 1);
    let (sheet, copies) = &printed[0];
    assert_eq!((sheet.file_name().unwrap().to_str().unwrap(), copies.as_str()), ("Счёт № 7_2026.pdf", "2"));

    let chosen = desk.machine().home().join("счёт.pdf");
    desk.machine().answer_dialog(&chosen);
    assert_eq!(desk.call("shell.save_as", &paper), Ok(json!(chosen)));
    assert_eq!(std::fs::read(&chosen).unwrap(), std::fs::read(sheet).unwrap());

    desk.machine().answer_dialog(std::path::Path::new(""));
    assert_eq!(desk.call("shell.save_as", &paper), Ok(json!(null)), "closed without a choice");
}
