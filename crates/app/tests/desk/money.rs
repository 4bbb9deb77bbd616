//! Asking for money and getting it: shares, remainders, payments, what is void.

use serde_json::{Value, json};
use torgdom_app::Desk;

use super::{ask, deal, desk_on, founded, moscow, refused, text};

fn from_deal(desk: &Desk, deal: &str, scope: &str, share: Option<&str>) -> Value {
    ask(desk, "invoice.from_deal", json!({"deal": deal, "scope": scope, "share": share}))
}

fn issue(desk: &Desk, draft: &Value) -> String {
    text(&ask(desk, "invoice.issue", json!({"id": text(draft, "/id")})), "/id")
}

fn codes(view: &Value) -> Vec<String> {
    view["problems"].as_array().expect("problems").iter().map(|problem| text(problem, "/code")).collect()
}

fn rest_of_deal(desk: &Desk, deal: &str) -> String {
    text(&ask(desk, "record.get", json!({"id": deal})), "/derived/rest")
}

#[test]
fn after_a_prepayment_the_remainder_asks_for_the_rest_of_the_money() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let deal = deal(&desk);
    let edits = json!([
        {"path": "/payment_terms/parts/a", "value": {"kind": "prepayment", "share": "30", "order": "1"}},
        {"path": "/payment_terms/parts/b", "value": {"kind": "deferral", "share": "70", "days": "10", "order": "2"}}
    ]);
    ask(&desk, "record.edit", json!({"id": deal, "edits": edits}));
    ask(&desk, "deal.post", json!({"id": deal}));
    let advance = from_deal(&desk, &deal, "prepayment", None);
    assert_eq!(text(&advance, "/derived/totals/gross"), "36.6");
    assert_eq!(text(&advance, "/derived/due/0/share"), "100", "its own terms are the prepayment");
    issue(&desk, &advance);
    let settlement = from_deal(&desk, &deal, "remainder", None);
    assert_eq!(text(&settlement, "/derived/totals/gross"), "85.39");
    assert_eq!(text(&settlement, "/derived/lines/0/vat_code"), "22");
    let line = text(&settlement, "/derived/lines/0/id");
    let name = text(&settlement, &format!("/body/lines/{line}/name"));
    assert!(name.starts_with("Окончательный расчёт (70") && name.contains("ЗМ-001284"), "{name}");
    assert_eq!((settlement["derived"]["due"].as_array().map(Vec::len), codes(&settlement)), (Some(1), Vec::new()));
    let issued = issue(&desk, &settlement);
    assert_eq!(rest_of_deal(&desk, &deal), "0.00");
    assert_eq!(refused(&desk, "invoice.from_deal", json!({"deal": deal, "scope": "remainder"})).code, "nothing_left");
    ask(&desk, "invoice.void", json!({"id": issued, "reason": "ошибка в адресе"}));
    let again = from_deal(&desk, &deal, "remainder", None);
    assert_eq!(text(&again, "/derived/totals/gross"), "85.39", "what is void is asked for again");
    assert_eq!(codes(&from_deal(&desk, &deal, "whole", None)), ["more_than_deal"]);
}

#[test]
fn goods_that_were_not_invoiced_are_left() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let deal = deal(&desk);
    let first = from_deal(&desk, &deal, "whole", None);
    let line = text(&first, "/derived/lines/0/id");
    ask(&desk, "line.enter", json!({"id": text(&first, "/id"), "line": line, "field": "quantity", "text": "1"}));
    issue(&desk, &first);
    let rest = from_deal(&desk, &deal, "remainder", None);
    let line = text(&rest, "/derived/lines/0/id");
    assert_eq!(text(&rest, &format!("/body/lines/{line}/quantity")), "2");
    assert_eq!(text(&rest, "/derived/totals/gross"), rest_of_deal(&desk, &deal).as_str());
    issue(&desk, &rest);
    assert_eq!(rest_of_deal(&desk, &deal), "0.00");
    assert_eq!(refused(&desk, "invoice.from_deal", json!({"deal": deal, "scope": "remainder"})).code, "nothing_left");
}

#[test]
fn a_payment_of_tomorrow_is_no_payment() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let invoice = issue(&desk, &from_deal(&desk, &deal(&desk), "whole", None));
    let failure = refused(&desk, "invoice.pay", json!({"id": invoice, "date": "+1"}));
    assert_eq!((failure.code.as_str(), failure.problems[0].code.as_str()), ("refused", "date_in_future"));
    let failure = refused(&desk, "invoice.pay", json!({"id": invoice, "amount": "100,005"}));
    assert_eq!((failure.problems[0].code.as_str(), failure.problems[0].field.as_str()), ("sum_too_precise", "/amount"));
    assert_eq!(refused(&desk, "invoice.pay", json!({"id": invoice, "amount": "0"})).problems[0].code, "sum_not_positive");
    let more = ask(&desk, "invoice.pay", json!({"id": invoice, "amount": "200"}));
    assert_eq!(text(&more, "/invoice/derived/rest"), "0.00");
    assert_eq!(text(&more, &format!("/payment/body/allocations/{invoice}/amount")), "121.99", "the rest is an advance");
    assert_eq!(refused(&desk, "invoice.void", json!({"id": invoice, "reason": "ошибка"})).code, "invoice_paid");
}

#[test]
fn an_invoice_before_the_last_one_or_of_another_year_is_told() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = founded(desk_on(dir.path(), "2026-11-22"));
    issue(&desk, &from_deal(&desk, &deal(&desk), "whole", None));
    let early = text(&from_deal(&desk, &deal(&desk), "whole", None), "/id");
    let dated = |typed: &str| {
        let entered = ask(&desk, "record.enter", json!({"id": early, "path": "/date", "as": "date", "text": typed}));
        codes(&entered["record"]).into_iter().filter(|code| code != "due_missing").collect::<Vec<_>>()
    };
    assert_eq!(dated("22.11.2026"), Vec::<String>::new());
    assert_eq!(dated("21.11.2026"), ["date_before_last"]);
    assert_eq!(dated("23.11.2026"), ["date_in_future"]);
    // Another organisation of ours gives the same numbers: it must not hide the last one of this.
    let party = json!({"name": "ООО «Второй дом»", "country": "RU", "tax_id": "7707083893", "kpp": "770701001",
        "accounts": {"a": {"number": "40702810900000002851", "bic": "044030827", "currency": "RUB"}}});
    let second = text(&ask(&desk, "record.create", json!({"kind": "organisation", "body": party})), "/id");
    ask(&desk, "series.set_last", json!({"organisation": second, "kind": "invoice", "last": "1196"}));
    let its = text(&from_deal(&desk, &deal(&desk), "whole", None), "/id");
    ask(&desk, "record.edit", json!({"id": its, "edits": [{"path": "/organisation", "value": second}]}));
    let its = ask(&desk, "invoice.issue", json!({"id": its}));
    assert_eq!((text(&its, "/number"), text(&its, "/body/organisation")), ("1197".to_owned(), second));
    assert_eq!(dated("21.11.2026"), ["date_before_last"]);
    assert!(dated("31.12.2025").contains(&"date_other_year".to_owned()));
    let issued = ask(&desk, "invoice.issue", json!({"id": early}));
    assert_eq!((text(&issued, "/number"), text(&issued, "/body/date")), ("1".to_owned(), "2025-12-31".to_owned()));
}

#[test]
fn numbers_begin_anew_in_a_new_year_and_their_year_with_them() {
    let dir = tempfile::tempdir().expect("a folder");
    let old = founded(desk_on(dir.path(), "2026-12-30"));
    let organisation = text(&ask(&old, "start.state", json!({})), "/organisation");
    ask(&old, "series.set_last", json!({"organisation": organisation, "kind": "invoice", "last": "ТД-2026/0098"}));
    let number = |desk: &Desk| {
        let issued = issue(desk, &from_deal(desk, &deal(desk), "whole", None));
        text(&ask(desk, "record.get", json!({"id": issued})), "/number")
    };
    assert_eq!(number(&old), "ТД-2026/0099");
    drop(old);
    let new = desk_on(dir.path(), "2027-01-09");
    assert_eq!((number(&new), number(&new)), ("ТД-2027/0001".to_owned(), "ТД-2027/0002".to_owned()));
    assert_eq!(refused(&new, "series.list", json!({"organisation": "nobody"})).code, "not_found");
}

#[test]
fn what_is_to_be_shipped_stands_on_the_first_screen_paid_or_not() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = founded(desk_on(dir.path(), "2026-11-22"));
    let (waiting, paid, far) = (deal(&desk), deal(&desk), deal(&desk));
    for (id, day) in [(&waiting, "2026-11-25"), (&paid, "2026-11-24"), (&far, "2026-12-24")] {
        ask(&desk, "record.edit", json!({"id": id, "edits": [{"path": "/shipment_date", "value": day}]}));
        ask(&desk, "deal.post", json!({"id": id}));
    }
    ask(&desk, "invoice.pay", json!({"id": issue(&desk, &from_deal(&desk, &paid, "whole", None))}));
    let today = ask(&desk, "today", json!({}));
    let rows = today["groups"].as_array().expect("groups").iter().flat_map(|group| group["rows"].as_array().expect("rows"));
    let shipments: Vec<(String, String)> =
        rows.filter(|row| row["what"] == "shipment").map(|row| (text(row, "/id"), text(row, "/amount"))).collect();
    assert_eq!(shipments, [(paid, "121.99".to_owned()), (waiting, "121.99".to_owned())]);
}

#[test]
fn the_chain_of_a_deal_has_of_a_payment_what_went_to_its_invoice() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let (first, second) = (deal(&desk), deal(&desk));
    let (one, other) =
        (issue(&desk, &from_deal(&desk, &first, "whole", None)), issue(&desk, &from_deal(&desk, &second, "whole", None)));
    let payment = text(&ask(&desk, "invoice.pay", json!({"id": one, "amount": "200"})), "/payment/id");
    let share = json!([{"path": format!("/allocations/{other}/amount"), "value": "78.01"}]);
    ask(&desk, "record.edit", json!({"id": payment, "edits": share}));
    let steps = |id: &str| {
        let view = ask(&desk, "record.get", json!({"id": id}));
        let chain = view["derived"]["chain"].as_array().expect("a chain").iter();
        chain.map(|step| (text(step, "/kind"), text(step, "/part"), text(step, "/amount"))).collect::<Vec<_>>()
    };
    let step = |kind: &str, part: &str, amount: &str| (kind.to_owned(), part.to_owned(), amount.to_owned());
    assert_eq!(steps(&first), [step("invoice", "", "121.99"), step("payment", "121.99", "200.00")]);
    assert_eq!(steps(&second), [step("invoice", "", "121.99"), step("payment", "78.01", "200.00")]);
    let today = ask(&desk, "today", json!({}));
    assert_eq!(today["owed_total"], json!({"RUB": "43.98"}));
    assert_eq!(today["turnover_total"], json!({"RU": "243.98"}));
}

#[test]
fn a_price_keeps_the_digits_that_were_typed() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let id = deal(&desk);
    let line = text(&ask(&desk, "record.get", json!({"id": id})), "/derived/lines/0/id");
    for (field, typed) in [("price", "0,00125"), ("quantity", "100000")] {
        ask(&desk, "line.enter", json!({"id": id, "line": line, "field": field, "text": typed}));
    }
    assert_eq!(text(&ask(&desk, "record.get", json!({"id": id})), "/derived/totals/net"), "125");
}

/// Problems beside the share of `invoice` in a payment.
fn beside(view: &Value, invoice: &str) -> Vec<(String, String)> {
    let field = format!("/allocations/{invoice}/amount");
    let problems = view["problems"].as_array().expect("problems").iter();
    problems
        .filter(|problem| text(problem, "/field") == field)
        .map(|problem| (text(problem, "/code"), text(problem, "/level")))
        .collect()
}

#[test]
fn a_share_of_a_payment_is_held_against_its_invoice() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let deal = deal(&desk);
    let first = issue(&desk, &from_deal(&desk, &deal, "whole", None));
    ask(&desk, "invoice.pay", json!({"id": first, "amount": "21,99"}));

    let payment = ask(&desk, "payment.create", json!({"invoice": first, "amount": "500"}));
    let id = text(&payment, "/id");
    assert_eq!(text(&payment, &format!("/body/allocations/{first}/amount")), "100", "the rest alone");
    assert_eq!(beside(&payment, &first), []);
    let share = |text_: &str| json!({"id": id, "path": format!("/allocations/{first}/amount"), "as": "sum", "text": text_});
    let more = ask(&desk, "record.enter", share("100,01"));
    assert_eq!(beside(&more["record"], &first), [("allocation_more_than_rest".to_owned(), "blocks_issue".to_owned())]);
    assert_eq!(refused(&desk, "payment.post", json!({"id": id})).code, "refused");
    ask(&desk, "record.enter", share("100"));
    let posted = ask(&desk, "payment.post", json!({"id": id}));
    assert_eq!(beside(&posted, &first), [], "its own share is no rest of another");
    let more = ask(&desk, "record.enter", share("100,01"));
    assert_eq!(beside(&more["record"], &first).len(), 1, "a posted one too");

    let edit = |path: &str, value: &str| json!({"id": id, "edits": [{"path": path, "value": value}]});
    let other = ask(&desk, "record.edit", edit("/currency", "BYN"));
    assert_eq!(beside(&other, &first)[0].0, "allocation_other_currency");
    let second = text(&from_deal(&desk, &deal, "whole", None), "/id");
    let draft = ask(&desk, "record.edit", edit(&format!("/allocations/{second}/amount"), "1"));
    assert_eq!(beside(&draft, &second)[0].0, "allocation_not_issued", "a draft asks for nothing yet");
}

#[test]
fn an_invoice_that_nobody_may_sign_is_told_before_it_is_issued() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = founded(desk_on(dir.path(), "2026-11-23"));
    let deal = deal(&desk);
    let draft = from_deal(&desk, &deal, "whole", None);
    assert!(!codes(&draft).iter().any(|code| code.starts_with("signer_")), "{:?}", codes(&draft));
    let own = text(&draft, "/body/organisation");
    let card = ask(&desk, "record.get", json!({"id": own}));
    let signers = card["body"]["signers"].as_object().expect("signers").clone();
    let (head, _) = signers.iter().find(|(_, signer)| signer["role"] == "head").expect("a head");
    let edit =
        |path: String, value: Value| ask(&desk, "record.edit", json!({"id": own, "edits": [{"path": path, "value": value}]}));
    edit(format!("/signers/{head}/to"), json!("2026-11-22"));
    let draft = ask(&desk, "record.get", json!({"id": text(&draft, "/id")}));
    assert!(codes(&draft).contains(&"signer_ended".to_owned()), "{:?}", codes(&draft));
    // On the last day of the authority the paper is signed still.
    let earlier = json!({"id": text(&draft, "/id"), "edits": [{"path": "/date", "value": "2026-11-22"}]});
    assert!(!codes(&ask(&desk, "record.edit", earlier)).contains(&"signer_ended".to_owned()));
    edit(format!("/signers/{head}"), Value::Null);
    let draft = ask(&desk, "record.get", json!({"id": text(&draft, "/id")}));
    assert!(codes(&draft).contains(&"signer_missing".to_owned()), "{:?}", codes(&draft));
    issue(&desk, &draft);
}

#[test]
fn a_unit_is_shown_in_the_language_of_the_desk() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let shown = || text(&ask(&desk, "entry.preview", json!({"as": "unit", "text": "796"})), "/shown");
    assert_eq!(shown(), "шт");
    ask(&desk, "local.set", json!({"key": "language", "value": "en"}));
    assert_eq!(shown(), "pcs");
    let id = deal(&desk);
    let line = text(&ask(&desk, "line.add", json!({"id": id, "text": "Болт"})), "/line");
    let entered = ask(&desk, "line.enter", json!({"id": id, "line": line, "field": "unit", "text": "шт"}));
    assert_eq!(text(&entered, "/shown"), "pcs", "typed in one language, shown in the other");
    assert_eq!(text(&entered, &format!("/record/body/lines/{line}/unit")), "796");
}

#[test]
fn the_history_names_whom_the_settings_name() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    ask(&desk, "local.set", json!({"key": "author", "value": "  Иванова\tА. П. "}));
    let id = text(&ask(&desk, "record.create", json!({"kind": "counterparty", "body": {"name": "Свой"}})), "/id");
    let history = ask(&desk, "record.history", json!({"id": id, "limit": 1}));
    assert_eq!(text(&history, "/0/author"), "Иванова А. П.");
    assert_eq!((text(&history, "/0/author_short"), &history[0]["mine"]), ("Иванова\u{a0}А.\u{a0}П.".to_owned(), &json!(true)));
    ask(&desk, "local.set", json!({"key": "author", "value": "Петров Пётр"}));
    let history = ask(&desk, "record.history", json!({"id": id, "limit": 1}));
    assert_eq!(history[0]["mine"], json!(false));
}
