//! Nothing that was shown as saved is lost, whoever writes and however the desk ends.

use serde_json::json;
use torgdom_tests::window::Window;

#[test]
fn a_demonstration_desk_opens_on_its_day() {
    let desk = Window::with_demonstration();
    desk.see("23 ноября").see("Заречье-М");
    assert_eq!(desk.untranslated(), Vec::<String>::new());
    assert_eq!(desk.faults(), Vec::<String>::new());
    desk.photograph("today");
}

#[test]
fn what_was_answered_survives_a_kill() {
    let desk = Window::with_demonstration();
    let body = json!({"name": "ОАО «Минский завод гаек»", "country": "BY"});
    let made = desk.call("record.create", &json!({"kind": "counterparty", "body": body})).unwrap();
    let id = made["id"].as_str().unwrap().to_owned();
    let edits = json!([{"path": "/name", "value": "ОАО «Минский завод болтов»"}]);
    desk.call("record.edit", &json!({"id": id, "edits": edits})).unwrap();

    let desk = desk.kill().start();
    let kept = desk.call("record.get", &json!({"id": id})).unwrap();
    assert_eq!(kept["body"]["name"], "ОАО «Минский завод болтов»");
    assert_eq!(desk.call("verify", &json!({})), Ok(json!([])));
}

#[test]
fn the_command_line_writes_while_the_window_is_open() {
    let desk = Window::with_demonstration();
    let list = desk.client(&["list", "counterparty", "--json", "--limit", "1"]);
    assert!(list.status.success(), "{}", String::from_utf8_lossy(&list.stderr));

    let put = desk.client_told(&["put", "counterparty", "-"], r#"{"name":"ООО «Из сценария»","country":"RU"}"#);
    assert!(put.status.success(), "{}", String::from_utf8_lossy(&put.stderr));
    let id = String::from_utf8(put.stdout).unwrap().trim().to_owned();
    let seen = desk.call("record.get", &json!({"id": id})).unwrap();
    assert_eq!(seen["body"]["name"], "ООО «Из сценария»");
}
