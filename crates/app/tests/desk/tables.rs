//! The user's corrections of the dated tables.

use serde_json::{Value, json};

use super::{ask, deal, desk, moscow, refused, text};

fn rate(code: &str, from: &str) -> Value {
    json!({"table": "vat", "rows": [{"country": "RU", "code": code, "class": "base", "from": from, "source": "письмо",
        "checked_on": "2026-11-22"}]})
}

fn gross(desk: &torgdom_app::Desk, id: &str) -> String {
    text(&ask(desk, "record.get", json!({"id": id})), "/derived/totals/gross")
}

#[test]
fn a_correction_counts_at_once_and_an_issued_invoice_stays() {
    let dir = tempfile::tempdir().expect("a folder");
    let working = moscow(dir.path());
    let first = deal(&working);
    assert_eq!(gross(&working, &first), "121.99");
    ask(&working, "deal.post", json!({"id": first}));
    let draft = text(&ask(&working, "invoice.from_deal", json!({"deal": first, "scope": "whole"})), "/id");
    let issued = text(&ask(&working, "invoice.issue", json!({"id": draft})), "/id");
    let paper = ask(&working, "paper.pdf", json!({"id": issued}));
    let before = ask(&working, "record.get", json!({"id": issued}));

    let correction = working.put("table", rate("25", "2026-01-01")).expect("is kept");
    let second = text(&ask(&working, "deal.copy", json!({"id": first})), "/id");
    assert_eq!(gross(&working, &second), "124.99");
    let rates = ask(&working, "tables.vat", json!({"country": "RU"}));
    assert!(rates.as_array().expect("rows").iter().any(|row| row["sign"] == "25"), "{rates}");
    let row = |desk: &torgdom_app::Desk| {
        let page = ask(desk, "list", json!({"query": {"kind": "deal", "limit": 10}}));
        let found = page["rows"].as_array().expect("rows").iter().find(|row| row["id"] == *second).map(|row| text(row, "/total"));
        found.expect("the deal")
    };
    assert_eq!(row(&working), "124.99");
    let after = ask(&working, "record.get", json!({"id": issued}));
    assert_eq!((&after["body"], &after["derived"]["totals"]), (&before["body"], &before["derived"]["totals"]));
    assert_eq!(ask(&working, "paper.pdf", json!({"id": issued}))["base64"], paper["base64"]);

    drop(working);
    let again = desk(dir.path());
    assert_eq!((gross(&again, &second), row(&again)), ("124.99".to_owned(), "124.99".to_owned()), "after a start too");
    ask(&again, "record.archive", json!({"id": correction}));
    assert_eq!((gross(&again, &second), row(&again)), ("121.99".to_owned(), "121.99".to_owned()));
    ask(&again, "undo", json!({}));
    assert_eq!(gross(&again, &second), "124.99");
    assert!(ask(&again, "verify", json!({})).as_array().expect("a list").is_empty());
}

#[test]
fn a_broken_correction_is_refused() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = moscow(dir.path());
    let said = |body: Value| {
        let failure = desk.put("table", body).expect_err("is refused");
        failure.problems.first().map(|problem| (problem.code.clone(), problem.field.clone())).expect("a problem")
    };
    let told = |code: &str, field: &str| (code.to_owned(), field.to_owned());
    assert_eq!(said(json!({"table": "taxes", "rows": []})), told("table_unknown", "/table"));
    assert_eq!(said(json!({"table": "vat"})), told("table_rows_missing", "/rows"));
    assert_eq!(said(rate("25", "вчера")), told("table_row_broken", "/rows/0/from"));
    let id = desk.put("table", rate("25", "2026-01-01")).expect("is kept");
    let edit = json!({"id": id, "edits": [{"path": "/table", "value": "taxes"}]});
    assert_eq!(refused(&desk, "record.edit", edit).problems[0].code, "table_unknown");
}
