//! Documents and what they take over: contracts, counterparties, prices, copies, files.

use serde_json::{Value, json};
use torgdom_app::Desk;

use super::{ask, counterparty, deal, moscow, refused, text};

fn create(desk: &Desk, kind: &str, body: Value) -> String {
    text(&ask(desk, "record.create", json!({"kind": kind, "body": body})), "/id")
}

fn organisation(desk: &Desk) -> String {
    text(&ask(desk, "start.state", json!({})), "/organisation")
}

fn contract(desk: &Desk, organisation: &str, counterparty: &str, more: Value) -> String {
    let mut body = json!({"number": "17/2026", "date": "2026-02-03", "organisation": organisation, "counterparty": counterparty,
        "currency": "RUB", "incoterms": "DAP", "incoterms_place": "Минск"});
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    create(desk, "contract", body)
}

#[test]
fn another_counterparty_takes_nothing_of_the_former_contract() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let first = counterparty(&desk);
    let clause = json!({"rate_clause": {"pay_currency": "BYN", "bank": "nbrb"}});
    let agreed = contract(&desk, &organisation(&desk), &first, clause);
    let second = create(&desk, "counterparty", json!({"name": "ОАО «Рассвет»", "country": "BY"}));
    let view = ask(&desk, "deal.create", json!({"counterparty": first}));
    assert_eq!(
        (text(&view, "/body/contract"), text(&view, "/body/rate_clause/pay_currency")),
        (agreed.clone(), "BYN".to_owned())
    );
    let changed = ask(&desk, "deal.set_counterparty", json!({"id": text(&view, "/id"), "counterparty": second}));
    for field in ["contract", "incoterms", "incoterms_place", "rate_clause/pay_currency"] {
        assert_eq!(text(&changed, &format!("/body/{field}")), "", "{field}");
    }
    // Put there past the choosers, a contract of other parties is no basis.
    let edit = json!({"id": text(&view, "/id"), "edits": [{"path": "/contract", "value": agreed}]});
    let problems = ask(&desk, "record.edit", edit)["problems"].clone();
    assert!(problems.as_array().expect("problems").iter().any(|problem| problem["code"] == "contract_other_party"));
}

#[test]
fn a_contract_of_another_own_organisation_is_not_taken_by_itself() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let partner = counterparty(&desk);
    let minsk = create(&desk, "organisation", json!({"name": "ООО «Минск-Сбыт»", "country": "BY", "currency": "BYN"}));
    let theirs = contract(&desk, &minsk, &partner, json!({"currency": "BYN"}));
    let view = ask(&desk, "deal.create", json!({"counterparty": partner}));
    assert_eq!(text(&view, "/body/contract"), "");
    let view = ask(&desk, "deal.set_contract", json!({"id": text(&view, "/id"), "contract": theirs}));
    assert_eq!((text(&view, "/body/organisation"), text(&view, "/body/currency")), (minsk, "BYN".to_owned()));
}

#[test]
fn prices_of_a_list_follow_the_currency_and_typed_ones_stay() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let good = |name: &str| create(&desk, "good", json!({"name": name, "article": name, "unit": "796", "vat": "base"}));
    let (pump, valve) = (good("Насос"), good("Клапан"));
    let rub = json!({"name": "Рубли", "currency": "RUB", "prices": {&pump: {"price": "1000"}, &valve: {"price": "50"}}});
    let list = create(&desk, "price_list", rub);
    create(
        &desk,
        "price_list",
        json!({"name": "BYN", "currency": "BYN", "price_kind": "included", "prices": {&pump: {"price": "36.6"}}}),
    );
    let id = text(&ask(&desk, "deal.create", json!({})), "/id");
    let add = |good: &str| text(&ask(&desk, "line.add", json!({"id": id, "good": good})), "/line");
    let (listed, typed, unlisted) = (add(&pump), add(&pump), add(&valve));
    ask(&desk, "line.enter", json!({"id": id, "line": typed, "field": "price", "text": "900"}));
    ask(&desk, "record.edit", json!({"id": id, "edits": [{"path": "/price_list", "value": list}]}));
    let view = ask(&desk, "record.edit", json!({"id": id, "edits": [{"path": "/currency", "value": "BYN"}]}));
    let price = |line: &str| view["body"]["lines"][line]["price"].clone();
    assert_eq!((price(&listed), price(&typed), price(&unlisted)), (json!("30"), json!("900"), Value::Null));
    let view = ask(&desk, "undo", json!({}));
    assert_eq!(text(&view, &format!("/record/body/lines/{listed}/price")), "1000");
}

#[test]
fn another_article_is_another_good() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let pump = create(&desk, "good", json!({"name": "Насос", "article": "НШ-32", "unit": "796"}));
    let id = text(&ask(&desk, "deal.create", json!({})), "/id");
    let added = ask(&desk, "line.add", json!({"id": id, "text": "НШ-32"}));
    let line = text(&added, "/line");
    assert_eq!(text(&added, &format!("/record/body/lines/{line}/good")), pump);
    let entered = ask(&desk, "line.enter", json!({"id": id, "line": line, "field": "article", "text": "НШ-50 без карточки"}));
    assert_eq!(text(&entered, &format!("/record/body/lines/{line}/good")), "");
}

#[test]
fn a_copy_is_a_new_sale_and_a_copy_of_a_void_invoice_stands_in_its_place() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let deal = deal(&desk);
    let draft = text(&ask(&desk, "invoice.from_deal", json!({"deal": deal, "scope": "whole"})), "/id");
    let issued = text(&ask(&desk, "invoice.issue", json!({"id": draft})), "/id");
    let copy = ask(&desk, "invoice.copy", json!({"id": issued}));
    assert_eq!(
        (text(&copy, "/body/deal"), text(&copy, "/state"), text(&copy, "/number")),
        (String::new(), "draft".to_owned(), String::new())
    );
    assert_eq!(text(&copy, "/derived/totals/gross"), "121.99");
    let (old, new) = (ask(&desk, "record.get", json!({"id": draft})), text(&copy, "/derived/lines/0/id"));
    assert_ne!(text(&old, "/derived/lines/0/id"), new);
    ask(&desk, "invoice.void", json!({"id": issued, "reason": "не тот покупатель"}));
    assert_eq!(text(&ask(&desk, "invoice.copy", json!({"id": issued})), "/body/deal"), deal);
    let history = ask(&desk, "record.history", json!({"id": issued, "limit": 1}));
    assert_eq!(history[0]["changes"].as_array().expect("changes").len(), 1, "the reason is said once: {history}");
}

#[test]
fn a_file_is_attached_opened_and_taken_off() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let partner = counterparty(&desk);
    let id = contract(&desk, &organisation(&desk), &partner, json!({}));
    let view = ask(&desk, "file.attach", json!({"id": id, "name": "../../Договор «17».PDF", "base64": "0YHQutCw0L0="}));
    let files = view["body"]["files"].as_object().expect("files").clone();
    let (key, file) = files.iter().next().expect("one file");
    assert_eq!((text(file, "/name"), text(file, "/media_type")), ("Договор 17.PDF".to_owned(), "application/pdf".to_owned()));
    let blob = ask(&desk, "blob.get", json!({"hash": text(file, "/blob")}));
    assert_eq!(text(&blob, "/base64"), "0YHQutCw0L0=");
    assert_eq!(ask(&desk, "file.remove", json!({"id": id, "file": key}))["body"]["files"], json!({}));
    assert_eq!(ask(&desk, "undo", json!({}))["record"]["body"]["files"].as_object().map(serde_json::Map::len), Some(1));
    let of_card = json!({"id": partner, "name": "a.pdf", "base64": "0YHQutCw0L0="});
    assert_eq!(refused(&desk, "file.attach", of_card).code, "wrong_kind", "a card would never show it");
}

#[test]
fn a_first_run_that_cannot_be_finished_leaves_nothing_behind() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = super::desk(dir.path());
    let start = |number: &str, passphrase: &str| {
        json!({"mode": "empty", "language": "be", "passphrase": passphrase, "organisation":
            {"country": "RU", "tax_id": "500100732259", "name": "ИП Ковальчук", "head": "Ковальчук Е. С.", "last_invoice": number}})
    };
    assert_eq!(refused(&desk, "start.create", start("без цифр", "")).code, "number_without_digits");
    assert_eq!(refused(&desk, "start.create", start("9", "ива")).code, "passphrase_short");
    assert_eq!(text(&ask(&desk, "start.state", json!({})), "/state"), "first_run");
    desk.create_store("ru", "ольха у реки").expect("an earlier try");
    let state = ask(&desk, "start.create", start("9", "верба у реки"));
    assert_eq!((text(&state, "/state"), text(&state, "/language")), ("ready".to_owned(), "be".to_owned()));
    let own = ask(&desk, "record.get", json!({"id": text(&state, "/organisation")}));
    let signer = own["body"]["signers"].as_object().and_then(|all| all.values().next()).expect("the head").clone();
    assert_eq!((text(&signer, "/post"), text(&signer, "/basis")), ("Индивидуальный предприниматель".to_owned(), String::new()));
    drop(desk);
    let again = super::desk(dir.path());
    assert_eq!(text(&ask(&again, "start.unlock", json!({"passphrase": "верба у реки"})), "/state"), "ready");
}

#[test]
fn an_account_that_fails_its_check_gets_no_invoice() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let id = organisation(&desk);
    let own = ask(&desk, "record.get", json!({"id": id}));
    let account = own["body"]["accounts"].as_object().and_then(|all| all.keys().next()).expect("an account").clone();
    let path = format!("/accounts/{account}/number");
    ask(&desk, "record.edit", json!({"id": id, "edits": [{"path": path, "value": "40702810900000002852"}]}));
    let draft = ask(&desk, "invoice.from_deal", json!({"deal": deal(&desk), "scope": "whole"}));
    let failure = refused(&desk, "invoice.issue", json!({"id": text(&draft, "/id")}));
    let named: Vec<_> = failure.problems.iter().map(|problem| (problem.code.as_str(), problem.field.as_str())).collect();
    assert_eq!(named, [("identifier_checksum", "/account")]);
}

#[test]
fn contracts_of_a_counterparty_are_found_however_many_others_there_are() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let (own, partner) = (organisation(&desk), counterparty(&desk));
    let old = contract(&desk, &own, &partner, json!({"date": "2020-01-01"}));
    let others = create(&desk, "counterparty", json!({"name": "ОАО «Рассвет»", "country": "BY"}));
    for n in 0..205 {
        contract(&desk, &own, &others, json!({"number": n.to_string()}));
    }
    let found = ask(&desk, "search", json!({"text": "", "kind": "contract", "limit": 10, "counterparty": partner}));
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    assert_eq!(text(&found, "/0/row/id"), old);
}

#[test]
fn a_list_is_exported_as_it_is_called() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    counterparty(&desk);
    let columns = json!([{"id": "name", "title": "Название"}, {"id": "updated", "title": "Изменён"}]);
    let exported = ask(&desk, "export.xlsx", json!({"query": {"kind": "counterparty"}, "columns": columns}));
    assert_eq!(exported["rows"], json!(1));
    assert!(text(&exported, "/file_name").starts_with("Контрагенты "), "{exported}");
}
