//! A day at the desk, told as stories: verbs in the order in which people use them, on a real store.

#[path = "desk/documents.rs"]
mod documents;
#[path = "desk/keeping.rs"]
mod keeping;
#[path = "desk/lists.rs"]
mod lists;
#[path = "desk/money.rs"]
mod money;
#[path = "desk/put.rs"]
mod put;
#[path = "desk/tables.rs"]
mod tables;
#[path = "desk/undo.rs"]
mod undo;

use std::path::Path;

use serde_json::{Value, json};
use torgdom_app::clock::{Clock, SystemClock};
use torgdom_app::commands::call;
use torgdom_app::{Desk, OpenOptions, open};

fn desk(dir: &Path) -> Desk {
    open(dir, OpenOptions::default())
}

fn ask(desk: &Desk, name: &str, args: Value) -> Value {
    call(desk, name, args.clone()).unwrap_or_else(|failure| panic!("{name} {args}: {failure:?}"))
}

fn refused(desk: &Desk, name: &str, args: Value) -> torgdom_app::Failure {
    call(desk, name, args).expect_err("is refused")
}

/// A day at the desk that the test chooses.
struct Day(&'static str);

impl Clock for Day {
    fn now(&self) -> chrono::DateTime<chrono::FixedOffset> {
        format!("{}T12:00:00+03:00", self.0).parse().expect("a day")
    }

    fn new_id(&self) -> String {
        SystemClock::default().new_id()
    }
}

fn desk_on(dir: &Path, day: &'static str) -> Desk {
    open(dir, OpenOptions { clock: Some(Box::new(Day(day))), ..OpenOptions::default() })
}

/// A profile with one Moscow organisation.
fn moscow(dir: &Path) -> Desk {
    founded(desk(dir))
}

fn founded(desk: Desk) -> Desk {
    let organisation = json!({
        "country": "RU", "tax_id": "7707083893", "kpp": "770701001", "name": "ООО «Торговый дом «Заречье-М»",
        "address": "115088, г. Москва, ул. Малая Заречная, д. 14",
        "account": {"number": "40702810900000002851", "bic": "044030827", "bank_name": "АО «Банк»"},
        "head": "Ковальчук Е. С.", "accountant": "Дёмина О. В.", "last_invoice": "1196", "last_deal": "ЗМ-001283"
    });
    let state = ask(&desk, "start.create", json!({"mode": "empty", "language": "ru", "organisation": organisation}));
    assert_eq!(state["state"], "ready", "{state}");
    desk
}

fn text(value: &Value, pointer: &str) -> String {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("{pointer} of {value}")).to_owned()
}

fn counterparty(desk: &Desk) -> String {
    let view = ask(
        desk,
        "record.create",
        json!({"kind": "counterparty", "body": {"name": "ООО «Агроснаб»", "country": "RU", "tax_id": "7736050003", "kpp": "773601001"}}),
    );
    text(&view, "/id")
}

/// A draft deal with one line of 3 × 33.33.
fn deal(desk: &Desk) -> String {
    let counterparty = counterparty(desk);
    let id = text(&ask(desk, "deal.create", json!({"counterparty": counterparty})), "/id");
    let added = ask(desk, "line.add", json!({"id": id, "text": "Насос шестерённый"}));
    let line = text(&added, "/line");
    for (field, typed) in [("unit", "шт"), ("quantity", "3"), ("price", "33,33")] {
        let entered = ask(desk, "line.enter", json!({"id": id, "line": line, "field": field, "text": typed}));
        assert_eq!(entered["problem"], Value::Null, "{entered}");
    }
    id
}

#[test]
fn from_an_empty_machine_to_a_paid_invoice() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let deal = deal(&desk);
    let view = ask(&desk, "record.get", json!({"id": deal}));
    assert_eq!(text(&view, "/derived/totals/gross"), "121.99");
    let posted = ask(&desk, "deal.post", json!({"id": deal}));
    assert_eq!(text(&posted, "/number"), "ЗМ-001284");
    let draft = text(&ask(&desk, "invoice.from_deal", json!({"deal": deal, "scope": "whole"})), "/id");
    let issued = ask(&desk, "invoice.issue", json!({"id": draft}));
    assert_eq!((text(&issued, "/number"), text(&issued, "/state")), ("1197".to_owned(), "issued".to_owned()));
    let id = text(&issued, "/id");
    let paper = ask(&desk, "paper.pdf", json!({"id": id}));
    assert!(text(&paper, "/base64").len() > 10_000);
    assert_eq!(
        text(&paper, "/base64"),
        text(&ask(&desk, "paper.pdf", json!({"id": draft})), "/base64"),
        "the draft shows what it became"
    );
    assert_eq!(text(&issued, "/derived/rest"), "121.99");
    let paid = ask(&desk, "invoice.pay", json!({"id": id, "amount": "100"}));
    assert_eq!(text(&paid, "/invoice/derived/rest"), "21.99");
    ask(&desk, "invoice.pay", json!({"id": id}));
    let page = ask(&desk, "list", json!({"query": {"kind": "invoice", "limit": 10}}));
    assert_eq!(
        (text(&page, "/rows/0/status"), text(&page, "/rows/0/paid"), page["total"].clone()),
        ("paid".to_owned(), "121.99".to_owned(), json!(1))
    );
    assert_eq!(refused(&desk, "invoice.pay", json!({"id": id})).code, "already_paid");
    assert_eq!(
        refused(&desk, "record.edit", json!({"id": id, "edits": [{"path": "/number", "value": "1"}]})).code,
        "issued_is_final"
    );
    assert_eq!(refused(&desk, "invoice.issue", json!({"id": draft})).code, "already_issued");
    assert!(ask(&desk, "verify", json!({})).as_array().expect("a list").is_empty());
}

#[test]
fn an_invoice_that_cannot_be_issued_takes_no_number() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let id = text(&ask(&desk, "invoice.create", json!({})), "/id");
    let failure = refused(&desk, "invoice.issue", json!({"id": id}));
    let codes: Vec<&str> = failure.problems.iter().map(|problem| problem.code.as_str()).collect();
    assert!(codes.contains(&"counterparty_missing") && codes.contains(&"lines_missing"), "{codes:?}");
    let organisation = text(&ask(&desk, "start.state", json!({})), "/organisation");
    let series = ask(&desk, "series.list", json!({"organisation": organisation}));
    assert_eq!(text(&series, "/0/sample"), "1197");
}

#[test]
fn what_was_typed_wrong_changes_nothing_and_undo_takes_back() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let id = deal(&desk);
    let line = text(&ask(&desk, "record.get", json!({"id": id})), "/derived/lines/0/id");
    let entered = ask(&desk, "line.enter", json!({"id": id, "line": line, "field": "price", "text": "1 2 3 4,5,6"}));
    assert_eq!(text(&entered, "/record/derived/totals/gross"), "121.99");
    assert!(entered["problem"].is_object());
    let entered = ask(&desk, "line.enter", json!({"id": id, "line": line, "field": "price", "text": "1200*1,2"}));
    assert_eq!(text(&entered, &format!("/record/body/lines/{line}/price")), "1440");
    let undone = ask(&desk, "undo", json!({}));
    assert_eq!(
        (text(&undone, "/code"), text(&undone, "/record/derived/totals/gross")),
        ("undone".to_owned(), "121.99".to_owned())
    );
    assert_eq!(text(&ask(&desk, "redo", json!({})), &format!("/record/body/lines/{line}/price")), "1440");
    let history = ask(&desk, "record.history", json!({"id": id, "limit": 50}));
    assert!(history.as_array().expect("lines").len() >= 6);
}

#[test]
fn cells_from_excel_fill_lines_and_say_what_failed() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let good = json!({"kind": "good", "body": {"article": "НШ-32А-3", "name": "Насос НШ-32А-3", "unit": "796", "vat": "base"}});
    ask(&desk, "record.create", good);
    let id = deal(&desk);
    let text_of_excel = "НШ-32А-3\t\t\t24\t6 480,00\r\nГР-80\tГидрораспределитель\tшт\tмного\t18950,5\r\n";
    let pasted = ask(
        &desk,
        "line.paste",
        json!({"id": id, "line": null, "field": "article", "columns": ["article", "name", "unit", "quantity", "price"], "text": text_of_excel}),
    );
    assert_eq!((pasted["added"].clone(), pasted["failed"].as_array().expect("cells").len()), (json!(2), 1));
    assert_eq!((pasted["failed"][0]["row"].clone(), pasted["failed"][0]["column"].clone()), (json!(2), json!(4)));
    let lines = pasted["record"]["derived"]["lines"].as_array().expect("lines").clone();
    assert_eq!((lines.len(), text(&lines[1], "/net")), (3, "155520.00".to_owned()));
}

#[test]
fn a_prepayment_and_the_rest_come_to_the_whole() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let deal = deal(&desk);
    ask(&desk, "deal.post", json!({"id": deal}));
    let advance = ask(&desk, "invoice.from_deal", json!({"deal": deal, "scope": "prepayment", "share": "50"}));
    assert_eq!(text(&advance, "/derived/totals/gross"), "61");
    assert_eq!(text(&advance, "/derived/lines/0/vat_code"), "22/122");
    let issued = ask(&desk, "invoice.issue", json!({"id": text(&advance, "/id")}));
    let chain = ask(&desk, "record.get", json!({"id": deal}));
    assert_eq!(text(&chain, "/derived/chain/0/id"), text(&issued, "/id"));
    assert_eq!(text(&chain, "/derived/rest"), "60.99");
}

#[test]
fn the_demonstration_is_whole() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = desk(dir.path());
    let state = ask(&desk, "start.create", json!({"mode": "demo", "language": "ru"}));
    assert_eq!((text(&state, "/state"), state["demo"].clone()), ("ready".to_owned(), json!(true)));
    let count =
        |kind: &str| ask(&desk, "list", json!({"query": {"kind": kind, "limit": 1}}))["total"].as_u64().expect("a number");
    assert_eq!((count("counterparty"), count("contract"), count("good")), (40, 30, 200));
    assert!(count("deal") >= 150 && count("invoice") >= 120);
    assert!(ask(&desk, "verify", json!({})).as_array().expect("a list").is_empty());
    let today = ask(&desk, "today", json!({}));
    assert!(today["groups"].as_array().is_some_and(|groups| !groups.is_empty()));
    assert_eq!(refused(&desk, "start.create", json!({"mode": "demo"})).code, "already_initialised");
}

#[test]
fn what_another_program_writes_is_told_and_a_copy_of_the_day_is_kept() {
    let dir = tempfile::tempdir().expect("a folder");
    let window = moscow(dir.path());
    let told = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let heard = std::sync::Arc::clone(&told);
    window.tend().expect("the first look");
    window.subscribe(move |event| heard.lock().expect("not poisoned").push(format!("{event:?}")));
    window.tend().expect("nothing new");
    assert!(told.lock().expect("not poisoned").is_empty());
    let command_line = desk(dir.path());
    counterparty(&command_line);
    window.tend().expect("something new");
    assert_eq!(told.lock().expect("not poisoned").len(), 1);
    assert_eq!(ask(&window, "backup.list", json!({})).as_array().expect("copies").len(), 1);
}

#[test]
fn a_restored_copy_goes_on_under_a_new_prefix() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let copy = dir.path().join("copy.sqlite");
    ask(&desk, "backup.now", json!({"path": copy}));
    let deal = deal(&desk);
    ask(&desk, "deal.post", json!({"id": deal}));
    ask(&desk, "backup.restore", json!({"path": copy}));
    assert_eq!(refused(&desk, "record.get", json!({"id": deal})).code, "not_found");
    let organisation = text(&ask(&desk, "start.state", json!({})), "/organisation");
    let series = ask(&desk, "series.list", json!({"organisation": organisation}));
    let samples = |series: &Value| series.as_array().expect("series").iter().map(|one| text(one, "/sample")).collect::<Vec<_>>();
    assert_eq!(samples(&series), ["В2-1", "ЗМ-В2-000001"]);
    ask(&desk, "backup.restore", json!({"path": copy}));
    let series = ask(&desk, "series.list", json!({"organisation": organisation}));
    assert_eq!(samples(&series), ["В3-1", "ЗМ-В3-000001"], "the same copy once more: its numbers were given out again already");
}

#[test]
fn a_passphrase_is_asked_for_and_a_wrong_one_refused() {
    let dir = tempfile::tempdir().expect("a folder");
    let first = moscow(dir.path());
    for short in ["коротко", "            ", "    коротко    "] {
        assert_eq!(refused(&first, "passphrase.set", json!({"new": short})).code, "passphrase_short", "{short:?}");
    }
    assert_eq!(ask(&first, "passphrase.set", json!({"new": "верба у реки"}))["encrypted"], json!(true));
    assert_eq!(
        ask(&first, "backup.list", json!({})).as_array().map(Vec::len),
        Some(1),
        "the plain copies went, a new one is there"
    );
    drop(first);
    let second = desk(dir.path());
    assert_eq!(text(&ask(&second, "start.state", json!({})), "/state"), "passphrase");
    assert_eq!(refused(&second, "list", json!({"query": {"kind": "deal", "limit": 1}})).code, "passphrase_needed");
    assert_eq!(refused(&second, "start.unlock", json!({"passphrase": "ольха у реки"})).code, "wrong_passphrase");
    assert_eq!(text(&ask(&second, "start.unlock", json!({"passphrase": "верба у реки"})), "/state"), "ready");
    assert_eq!(refused(&second, "passphrase.set", json!({"old": "не та", "new": ""})).code, "wrong_passphrase");
    assert_eq!(ask(&second, "passphrase.set", json!({"old": "верба у реки", "new": ""}))["encrypted"], json!(false));
}

#[test]
fn an_import_is_planned_applied_and_taken_back_as_one() {
    use base64::Engine as _;
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    counterparty(&desk);
    let file = "Наименование;ИНН;КПП;Страна\nООО «Новый»;7702070139;770201001;Россия\nООО «Агроснаб Плюс»;7736050003;773601001;Россия\n;1;;\n";
    let base64 = base64::engine::general_purpose::STANDARD.encode(file);
    let read = ask(&desk, "import.read", json!({"kind": "counterparty", "name": "список.csv", "base64": base64}));
    let session = text(&read, "/session");
    let plan = ask(&desk, "import.plan", json!({"session": session, "mapping": read["mapping"]}));
    assert_eq!(
        (plan["create"].clone(), plan["duplicates"].as_array().expect("doubles").len(), plan["refused"].clone()),
        (json!(1), 1, json!(1))
    );
    let done = ask(&desk, "import.apply", json!({"session": session}));
    let total = || ask(&desk, "list", json!({"query": {"kind": "counterparty", "limit": 1}}))["total"].clone();
    assert_eq!((done["created"].clone(), total()), (json!(1), json!(2)));
    let undone = ask(&desk, "import.undo", json!({"batch": done["batch"]}));
    assert_eq!((undone["undone"].clone(), total()), (json!(1), json!(1)));
    assert_eq!(ask(&desk, "verify", json!({})), json!([]));
}

#[test]
fn a_copy_is_never_written_over_the_store() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let failure = refused(&desk, "backup.now", json!({"path": dir.path().join("desk.sqlite")}));
    assert_eq!(failure.code, "backup_over_store");
    counterparty(&desk);
}

#[test]
fn a_number_where_a_text_belongs_is_named() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let failure = refused(&desk, "record.create", json!({"kind": "counterparty", "body": {"country": "RU", "name": 5}}));
    assert_eq!((failure.problems[0].code.as_str(), failure.problems[0].field.as_str()), ("shape", "/name"));
}

#[test]
fn looking_whether_all_is_well_is_not_fooled_by_what_a_reader_remembers() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    for round in 0..60 {
        // The reading connection remembers how the index of words is laid out, and then others write.
        ask(&desk, "search", json!({"text": "ромашка", "limit": 5}));
        for n in 0..1 + round % 7 {
            let body = json!({"name": format!("ООО «Ромашка {round}-{n}»"), "country": "RU"});
            let id = text(&ask(&desk, "record.create", json!({"kind": "counterparty", "body": body})), "/id");
            ask(&desk, "record.archive", json!({"id": id}));
        }
        assert_eq!(ask(&desk, "verify", json!({})), json!([]), "round {round}");
    }
}
