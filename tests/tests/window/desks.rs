//! Other programs beside the open window: the command line on the same profile, a second desk on another one.

use serde_json::json;
use torgdom_tests::built;
use torgdom_tests::machine::{self, Machine};
use torgdom_tests::wait::until;
use torgdom_tests::webdriver::Session;
use torgdom_tests::window::{Start, Window};

use crate::hand::{Hand, stands_in};

/// What the list's current row says.
fn current_row(desk: &Window) -> String {
    let script = "const list = document.querySelector('[data-place=list]');\
        return document.getElementById(list?.getAttribute('aria-activedescendant') ?? '')?.innerText ?? '';";
    desk.ask(script, &[]).as_str().expect("a row is text").to_owned()
}

#[test]
fn what_the_command_line_writes_appears_in_the_open_list() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября");
    let hand = Hand::on(&desk);
    hand.press("Alt+5");
    stands_in(&desk, "grid Контрагенты");
    let first = until(&"the first row", || Some(current_row(&desk)).filter(|row| !row.is_empty()));
    hand.press("Down").press("Down");
    until(&"another row", || Some(current_row(&desk)).filter(|row| !row.is_empty() && *row != first));
    let focus = desk.focus();
    let current = current_row(&desk);

    let put = desk.client_told(&["put", "counterparty", "-"], r#"{"name":"ААО «Из сценария»","country":"RU"}"#);
    assert!(put.status.success(), "{}", String::from_utf8_lossy(&put.stderr));
    desk.see("ААО «Из сценария»");
    assert_eq!(desk.focus(), focus, "the focus stays in the list");
    until(&"the same current row", || (current_row(&desk) == current).then_some(()));
    hand.press("Home");
    until(&"the new row", || current_row(&desk).contains("Из сценария").then_some(()));
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn two_profiles_stand_side_by_side() {
    let desk = Window::on(Machine::new().with_bus(), Start::default());
    let other = desk.machine().home().join("second");
    let (_driver, port) = machine::driver(desk.machine(), &|command| {
        command.env("TORGDOM_TODAY", "2026-11-23").env_remove("TORGDOM_PROFILE");
    });
    let args = ["--profile".to_owned(), other.display().to_string()];
    let second = Session::start(port, &built::program("torgdom-desk"), &args).expect("the second desk opens");
    let shown = until(&"the second window", || {
        let text = second.run("return document.body?.innerText ?? '';", &[]).ok()?;
        text.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
    });
    assert!(shown.contains("Первый запуск"), "{shown}");
    let start = desk.call("start.state", &json!({})).unwrap();
    assert_eq!(start["state"], "first_run", "the first one goes on");
    second.end().expect("the second desk closes");
    assert_eq!(desk.call("start.state", &json!({})).unwrap()["profile"], start["profile"]);
}
