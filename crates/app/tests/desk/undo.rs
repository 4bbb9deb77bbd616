//! What Ctrl+Z takes back, and what it must leave alone.

use serde_json::{Value, json};

use super::{ask, counterparty, deal, moscow, refused, text};

fn issued(desk: &torgdom_app::Desk, deal: &str) -> String {
    let draft = text(&ask(desk, "invoice.from_deal", json!({"deal": deal, "scope": "whole"})), "/id");
    text(&ask(desk, "invoice.issue", json!({"id": draft})), "/id")
}

fn rest(desk: &torgdom_app::Desk, id: &str) -> String {
    text(&ask(desk, "record.get", json!({"id": id})), "/derived/rest")
}

#[test]
fn a_payment_is_taken_back_and_done_again() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let invoice = issued(&desk, &deal(&desk));
    let paid = ask(&desk, "invoice.pay", json!({"id": invoice, "amount": "100"}));
    assert_eq!(paid["payment"]["can_undo"], json!(true));
    assert!(!text(&paid, "/payment/body/account").is_empty(), "the account of the invoice");
    let undone = ask(&desk, "undo", json!({}));
    assert_eq!((text(&undone, "/code"), text(&undone, "/record/state")), ("undone".to_owned(), "archived".to_owned()));
    assert_eq!(rest(&desk, &invoice), "121.99");
    assert_eq!(text(&ask(&desk, "redo", json!({})), "/record/state"), "issued");
    assert_eq!(rest(&desk, &invoice), "21.99");
    let payment = text(&paid, "/payment/id");
    ask(&desk, "record.archive", json!({"id": payment}));
    assert_eq!(text(&ask(&desk, "record.unarchive", json!({"id": payment})), "/state"), "issued", "it comes back posted");
    assert!(ask(&desk, "verify", json!({})).as_array().expect("a list").is_empty());
}

#[test]
fn an_issued_invoice_is_final_and_what_was_before_it_is_not() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let other = counterparty(&desk);
    ask(&desk, "record.edit", json!({"id": other, "edits": [{"path": "/note", "value": "звонить после обеда"}]}));
    let deal = deal(&desk);
    let draft = text(&ask(&desk, "invoice.from_deal", json!({"deal": deal, "scope": "whole"})), "/id");
    ask(&desk, "record.edit", json!({"id": draft, "edits": [{"path": "/note", "value": "срочно"}]}));
    ask(&desk, "invoice.issue", json!({"id": draft}));
    assert_eq!(text(&ask(&desk, "undo", json!({})), "/code"), "issued_is_final");
    // The draft of the paper stays as it was issued: what is taken back now is the line of the deal.
    assert_eq!(text(&ask(&desk, "undo", json!({})), "/record/id"), deal);
    let edit = json!({"id": draft, "edits": [{"path": "/note", "value": "нет"}]});
    assert_eq!(refused(&desk, "record.edit", edit).code, "already_issued");
    let edit = json!({"id": deal, "edits": [{"path": "/issued_as", "value": "x"}]});
    assert_eq!(refused(&desk, "record.edit", edit).code, "bad_path");
}

#[test]
fn posting_a_deal_is_taken_back_and_the_number_stays_with_it() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let id = deal(&desk);
    let number = text(&ask(&desk, "deal.post", json!({"id": id})), "/number");
    let again = ask(&desk, "deal.post", json!({"id": id}));
    assert_eq!(text(&again, "/number"), number, "posting again is a save");
    let undone = ask(&desk, "undo", json!({}));
    assert_eq!((text(&undone, "/record/state"), text(&undone, "/record/number")), ("draft".to_owned(), number.clone()));
    assert_eq!(text(&ask(&desk, "deal.post", json!({"id": id})), "/number"), number);
}

#[test]
fn lines_and_the_archive_come_back() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let id = deal(&desk);
    let lines = |view: &Value| view["derived"]["lines"].as_array().expect("lines").len();
    ask(&desk, "line.paste", json!({"id": id, "field": "name", "text": "Клапан\tшт\t2\t10\nПоршень\tшт\t4\t20\n"}));
    assert_eq!(lines(&ask(&desk, "undo", json!({}))["record"]), 1);
    assert_eq!(lines(&ask(&desk, "redo", json!({}))["record"]), 3);
    let line = text(&ask(&desk, "record.get", json!({"id": id})), "/derived/lines/0/id");
    ask(&desk, "line.remove", json!({"id": id, "lines": [line]}));
    let late = json!({"id": id, "line": line, "field": "price", "text": "5"});
    assert_eq!(refused(&desk, "line.enter", late).code, "not_found", "no part of a line comes back by itself");
    let undone = ask(&desk, "undo", json!({}));
    assert_eq!((lines(&undone["record"]), text(&undone, "/record/derived/lines/0/net")), (3, "99.99".to_owned()));
    ask(&desk, "record.archive", json!({"id": id}));
    assert_eq!(text(&ask(&desk, "record.archive", json!({"id": id})), "/state"), "archived", "twice is once");
    assert_eq!(text(&ask(&desk, "undo", json!({})), "/record/state"), "draft");
}

#[test]
fn what_was_opened_and_filled_in_any_field_is_never_thrown_away() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let empty = text(&ask(&desk, "deal.create", json!({})), "/id");
    ask(&desk, "record.discard", json!({"id": empty}));
    assert_eq!(refused(&desk, "record.get", json!({"id": empty})).code, "not_found");
    let noted = text(&ask(&desk, "deal.create", json!({})), "/id");
    ask(&desk, "record.enter", json!({"id": noted, "path": "/note", "as": "note", "text": "ждут цену на насосы"}));
    assert_eq!(refused(&desk, "record.discard", json!({"id": noted})).code, "not_empty");
}

#[test]
fn what_was_just_made_is_taken_away_and_made_again() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let made = ask(&desk, "record.create", json!({"kind": "counterparty", "body": {"country": "RU"}}));
    let id = text(&made, "/id");
    assert_eq!(made["can_undo"], json!(true));
    ask(&desk, "record.enter", json!({"id": id, "path": "/name", "as": "text", "text": "ООО «Ромашка»"}));

    assert_eq!(text(&ask(&desk, "undo", json!({})), "/record/id"), id, "the name first");
    let gone = ask(&desk, "undo", json!({}));
    assert_eq!((text(&gone, "/code"), text(&gone, "/gone"), &gone["record"]), ("undone".to_owned(), id.clone(), &json!(null)));
    assert_eq!(refused(&desk, "record.get", json!({"id": id})).code, "not_found");

    let back = ask(&desk, "redo", json!({}));
    let again = text(&back, "/record/id");
    assert_eq!((&back["made_again"], text(&back, "/record/body/country")), (&json!(true), "RU".to_owned()));
    assert_ne!(again, id, "an identity is used once");
    assert_eq!(text(&ask(&desk, "redo", json!({})), "/record/body/name"), "ООО «Ромашка»", "and the name with it");
    ask(&desk, "undo", json!({}));
    assert_eq!(text(&ask(&desk, "undo", json!({})), "/gone"), again);
    assert!(ask(&desk, "verify", json!({})).as_array().expect("a list").is_empty());
}

#[test]
fn what_others_filled_or_stand_on_is_not_taken_away() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let deal = text(&ask(&desk, "deal.create", json!({})), "/id");
    // As if by another program: its step is not among this desk's.
    let other = super::desk(dir.path());
    ask(&other, "record.edit", json!({"id": deal, "edits": [{"path": "/note", "value": "из сценария"}]}));
    assert_eq!(text(&ask(&desk, "undo", json!({})), "/code"), "changed_since");
    assert_eq!(text(&ask(&desk, "record.get", json!({"id": deal})), "/body/note"), "из сценария");
}

#[test]
fn an_invoice_made_from_a_deal_is_taken_away_whole() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let deal = deal(&desk);
    let draft = text(&ask(&desk, "invoice.from_deal", json!({"deal": deal, "scope": "whole"})), "/id");
    assert_eq!(text(&ask(&desk, "undo", json!({})), "/gone"), draft);
    let again = ask(&desk, "redo", json!({}));
    assert_eq!(text(&again, "/record/derived/totals/gross"), "121.99");
    ask(&desk, "invoice.issue", json!({"id": text(&again, "/record/id")}));
}
