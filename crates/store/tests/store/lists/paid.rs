//! "Paid" follows from payments, at once.

use serde_json::json;
use torgdom_records::{Kind, State};
use torgdom_store::Store;

use crate::builders::*;

fn post(store: &Store, id: &str, sum: &str, allocations: serde_json::Value) {
    put(store, &payment(id, sum, allocations));
    put(store, &turn(Kind::Payment, id, State::Draft, State::Issued));
}

fn standing(store: &Store, id: &str) -> (String, String, String) {
    let row = row(store, id);
    let text = |amount: Option<torgdom_domain::Amount>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    (row.status, text(row.paid), text(row.rest))
}

fn is(status: &str, paid: &str, rest: &str) -> (String, String, String) {
    (status.to_owned(), paid.to_owned(), rest.to_owned())
}

#[test]
fn an_invoice_is_paid_by_its_payments() {
    on_every_store(|store| {
        put(store, &counterparty("c", "Колос"));
        put(store, &issue("i", invoice("i", "1", "2026-11-30", "100.50")));
        assert_eq!(standing(store, "i"), is("issued", "0", "100.5"));

        put(store, &payment("p1", "60", json!({"i": {"amount": "60"}})));
        assert_eq!(standing(store, "i"), is("issued", "0", "100.5"), "a payment that is not posted pays nothing");
        put(store, &turn(Kind::Payment, "p1", State::Draft, State::Issued));
        assert_eq!(standing(store, "i"), is("part", "60", "40.5"));
        assert_eq!(standing(store, "p1"), is("paid", "60", "0"));

        post(store, "p2", "50", json!({"i": {"amount": "40.50"}}));
        assert_eq!(standing(store, "i"), is("paid", "100.5", "0"));
        assert_eq!(standing(store, "p2"), is("part", "40.5", "9.5"));

        set(store, "p2", json!({"allocations": {"i": {"amount": "40.49"}}}));
        assert_eq!(standing(store, "i"), is("part", "100.49", "0.01"));
        put(store, &turn(Kind::Payment, "p1", State::Issued, State::Archived));
        assert_eq!(standing(store, "i"), is("part", "40.49", "60.01"));
        set(store, "p2", json!({"allocations": {}}));
        assert_eq!(standing(store, "i"), is("issued", "0", "100.5"));
    });
}

#[test]
fn money_given_back_makes_it_less_paid_and_overpayment_shows() {
    let store = memory();
    put(&store, &issue("i", invoice("i", "1", "2026-11-30", "100")));
    post(&store, "p1", "120", json!({"i": {"amount": "120"}}));
    assert_eq!(standing(&store, "i"), is("paid", "120", "-20"));
    put(&store, &payment("p2", "50", json!({"i": {"amount": "50"}})));
    set(&store, "p2", json!({"direction": "outgoing"}));
    put(&store, &turn(Kind::Payment, "p2", State::Draft, State::Issued));
    assert_eq!(standing(&store, "i"), is("part", "70", "30"));
}

#[test]
fn a_payment_may_come_before_its_invoice() {
    on_every_store(|store| {
        post(store, "p", "10", json!({"i": {"amount": "10"}}));
        put(store, &issue("i", invoice("i", "1", "2026-11-30", "10")));
        assert_eq!(standing(store, "i"), is("paid", "10", "0"));
    });
}

#[test]
fn a_deal_is_paid_as_its_invoices_are() {
    on_every_store(|store| {
        let lines = json!({"1": {"name": "Насос", "quantity": "1", "price": "100", "vat": "none"}});
        put(store, &create(Kind::Deal, "d", json!({"date": "2026-11-01", "currency": "RUB", "lines": lines})));
        put(store, &turn(Kind::Deal, "d", State::Draft, State::Issued));
        let mut body = invoice("i", "1", "2026-11-30", "100");
        body["deal"] = json!("d");
        put(store, &issue("i", body));
        assert_eq!(standing(store, "d"), is("issued", "0", "100"));
        post(store, "p", "30", json!({"i": {"amount": "30"}}));
        assert_eq!(standing(store, "d"), is("part", "30", "70"));
        put(store, &turn(Kind::Invoice, "i", State::Issued, State::Void));
        assert_eq!(standing(store, "d"), is("issued", "0", "100"));
    });
}

#[test]
fn late_is_told_by_the_day_and_a_draft_that_was_issued_leaves_the_list() {
    let store = memory();
    put(&store, &issue("late", invoice("late", "1", "2026-11-21", "10")));
    put(&store, &issue("today", invoice("today", "2", "2026-11-22", "10")));
    put(&store, &create(Kind::Invoice, "draft", json!({"date": "2026-11-22"})));
    assert_eq!(
        [row(&store, "late").status, row(&store, "today").status, row(&store, "draft").status],
        ["late", "issued", "draft"]
    );

    let query = torgdom_store::ListQuery { today: Some(today()), ..torgdom_store::ListQuery::new(Kind::Invoice) };
    assert_eq!(ids(&store, &query), ["today", "draft", "late"]);
    set(&store, "draft", json!({"issued_as": "today"}));
    assert_eq!(ids(&store, &query), ["today", "late"]);
    assert_eq!(row(&store, "draft").status, "became_issued");
}

#[test]
fn the_largest_sums_are_added_without_overflow() {
    on_every_store(|store| {
        for n in 0..30 {
            put(store, &issue(&format!("i{n}"), invoice("i", &n.to_string(), "2026-11-30", "999999999999999.99")));
        }
        let sums = store.read(|reader| reader.sums(&torgdom_store::ListQuery::new(Kind::Invoice))).expect("adds");
        // 30 times that has 17 digits before the point: more than an amount holds, so it is absent, not wrong.
        assert_eq!((sums["RUB"].rows, sums["RUB"].total), (30, None));
        put(store, &issue("small", serde_json::json!({"currency": "BYN", "totals": {"gross": "0.01"}})));
        let sums = store.read(|reader| reader.sums(&torgdom_store::ListQuery::new(Kind::Invoice))).expect("adds");
        assert_eq!(sums["BYN"].total.map(|total| total.to_string()).as_deref(), Some("0.01"));
    });
}
