//! What goes in by scripts and by hand, and in which form it is kept.

use serde_json::{Value, json};

use super::{ask, counterparty, deal, moscow, refused, text};

#[test]
fn a_warning_never_refuses_and_numbers_are_kept_bare() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let body = |id: &str| ask(&desk, "record.get", json!({"id": id}))["body"].clone();
    let good = desk.put("good", json!({"name": "Насос", "origin": "ZZ", "tnved": "8413 70 300 0"})).expect("is kept");
    assert_eq!(body(&good)["tnved"], "8413703000");
    let card = json!({"name": "Агроснаб", "country": "RU", "tax_id": "7736 050 003", "colour": "red", "accounts": {"a": {"alias": "x"}}});
    let card = desk.put("counterparty", card).expect("is kept");
    assert_eq!(body(&card)["tax_id"], "7736050003");
    assert_eq!(
        (&body(&card)["colour"], &body(&card)["accounts"]["a"]["alias"]),
        (&json!("red"), &json!("x")),
        "unknown fields are shown"
    );
    desk.put("counterparty", json!({"id": card, "kpp": "7736 01 001"})).expect("is changed");
    assert_eq!(body(&card)["kpp"], "773601001");
    let nowhere = desk.put("counterparty", json!({"name": "a", "country": "ZZ"})).expect_err("is refused");
    assert_eq!(nowhere.problems[0].code, "country_unknown");
}

#[test]
fn a_series_that_could_not_number_is_refused() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let organisation = text(&ask(&desk, "start.state", json!({})), "/organisation");
    let series = text(&ask(&desk, "series.list", json!({"organisation": organisation})), "/0/id");
    for (path, value, code) in [
        ("/width", "40", "series_width"),
        ("/next", "0", "series_next"),
        ("/next", "1.5", "series_next"),
        ("/year", "26", "series_year"),
        ("/prefix", "a\u{7}", "control_characters"),
    ] {
        let failure = refused(&desk, "record.edit", json!({"id": series, "edits": [{"path": path, "value": value}]}));
        assert_eq!((failure.problems[0].code.as_str(), failure.problems[0].field.as_str()), (code, path));
    }
    let put = json!({"organisation": organisation, "kind": "deal", "year": "2027", "width": "99", "next": "1"});
    assert_eq!(desk.put("series", put).expect_err("is refused").problems[0].code, "series_width");
}

#[test]
fn names_get_the_quotes_of_print() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let card = counterparty(&desk);
    let enter = |id: &str, path: &str, typed: &str| {
        text(&ask(&desk, "record.enter", json!({"id": id, "path": path, "as": "text", "text": typed})), "/shown")
    };
    assert_eq!(enter(&card, "/name", "ООО \"Торговый дом \"Заря\"\""), "ООО «Торговый дом „Заря“»");
    assert_eq!(enter(&card, "/accounts/a/bank_name", "ОАО \"Банк\""), "ОАО «Банк»");
    let made = ask(
        &desk,
        "record.create",
        json!({"kind": "counterparty", "body": {"name": "ОАО \"МАЗ\"", "country": "BY", "tax_id": "100 582 333"}}),
    );
    assert_eq!((text(&made, "/body/name"), text(&made, "/body/tax_id")), ("ОАО «МАЗ»".to_owned(), "100582333".to_owned()));
    let deal = deal(&desk);
    let added = ask(&desk, "line.add", json!({"id": deal, "text": "Насос \"Малыш\""}));
    assert_eq!(text(&added, &format!("/record/body/lines/{}/name", text(&added, "/line"))), "Насос «Малыш»");
    assert_eq!(enter(&card, "/email", "\"a\"@b.by"), "\"a\"@b.by");
    let good = text(&ask(&desk, "record.create", json!({"kind": "good", "body": {}})), "/id");
    assert_eq!(enter(&good, "/name", "Труба 2\""), "Труба 2\"");
}

#[test]
fn a_new_document_has_its_currency() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let organisation = text(&ask(&desk, "start.state", json!({})), "/organisation");
    let fresh = |name: &str, args: Value| ask(&desk, name, args);
    let has_problem = |view: &Value| view["problems"].to_string().contains("currency_missing");
    for view in [
        fresh("record.create", json!({"kind": "contract", "body": {}})),
        fresh("record.create", json!({"kind": "contract", "body": {"organisation": organisation}})),
        fresh("deal.create", json!({})),
        fresh("invoice.create", json!({})),
    ] {
        assert_eq!((text(&view, "/body/currency"), has_problem(&view)), ("RUB".to_owned(), false));
        ask(&desk, "record.discard", json!({"id": view["id"]}));
    }
    // An organisation whose usual currency nobody chose trades in that of its account, else of its country.
    ask(&desk, "record.edit", json!({"id": organisation, "edits": [{"path": "/currency", "value": null}]}));
    assert_eq!(text(&fresh("deal.create", json!({})), "/body/currency"), "RUB");
    ask(
        &desk,
        "record.edit",
        json!({"id": organisation, "edits": [{"path": "/accounts", "value": null}, {"path": "/country", "value": "BY"}]}),
    );
    assert_eq!(text(&fresh("invoice.create", json!({})), "/body/currency"), "BYN");
}

#[test]
fn an_invoice_shows_the_deal_that_it_is_of() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let deal = deal(&desk);
    ask(&desk, "deal.post", json!({"id": deal}));
    let draft = ask(&desk, "invoice.from_deal", json!({"deal": deal, "scope": "whole"}));
    assert_eq!((text(&draft, "/derived/chain/0/kind"), text(&draft, "/derived/chain/0/id")), ("deal".to_owned(), deal.clone()));
    let issued = text(&ask(&desk, "invoice.issue", json!({"id": draft["id"]})), "/id");
    ask(&desk, "invoice.pay", json!({"id": issued}));
    let chain = ask(&desk, "record.get", json!({"id": issued}))["derived"]["chain"].clone();
    assert_eq!((text(&chain, "/0/id"), text(&chain, "/1/kind")), (deal, "payment".to_owned()));
}

#[test]
fn a_word_for_a_number_is_called_so() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let id = deal(&desk);
    let pasted =
        ask(&desk, "line.paste", json!({"id": id, "line": null, "field": "quantity", "columns": ["quantity"], "text": "десять"}));
    assert_eq!(text(&pasted, "/failed/0/problem/code"), "entry_not_number", "{pasted}");
}
