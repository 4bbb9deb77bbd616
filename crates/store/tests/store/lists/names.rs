//! Rows show what they point to as it is now: the rows of documents have their counterparty's name with them.

use serde_json::json;
use torgdom_records::{Kind, Op, Origin, State};
use torgdom_store::{ListQuery, Store, StoreError, Tab};

use crate::builders::*;

fn shown(store: &Store, id: &str) -> [String; 3] {
    let row = row(store, id);
    [row.id, row.counterparty, row.counterparty_name]
}

fn in_order(store: &Store) {
    assert!(store.verify().expect("verifies").is_empty(), "{:?}", store.verify());
}

#[test]
fn a_counterparty_is_renamed_in_all_that_is_made_out_to_it() {
    on_every_store(|store| {
        put(store, &counterparty("c", "Колос"));
        put(store, &counterparty("other", "Нива"));
        put(store, &create(Kind::Contract, "k", json!({"number": "1", "counterparty": "c"})));
        put(store, &issue("i", json!({"date": "2026-11-01", "counterparty": "c", "totals": {"gross": "5"}})));
        put(store, &create(Kind::Invoice, "draft", json!({"counterparty": "other"})));
        set(store, "c", json!({"name": "Колос плюс"}));
        for id in ["k", "i"] {
            assert_eq!(shown(store, id), [id, "c", "Колос плюс"]);
        }
        assert_eq!(shown(store, "draft"), ["draft", "other", "Нива"]);
        set(store, "draft", json!({"counterparty": "c"}));
        assert_eq!(shown(store, "draft"), ["draft", "c", "Колос плюс"]);
        set(store, "draft", json!({"counterparty": ""}));
        assert_eq!(shown(store, "draft"), ["draft", "", ""]);
        in_order(store);
    });
}

#[test]
fn a_counterparty_may_come_after_its_papers_and_go_before_them() {
    on_every_store(|store| {
        put(
            store,
            &issue("i", json!({"date": "2026-11-01", "counterparty": "late", "contract": "nowhere", "organisation": "o"})),
        );
        assert_eq!(shown(store, "i"), ["i", "late", ""]);
        let known = row(store, "i");
        assert_eq!([known.contract, known.contract_number], ["nowhere", ""], "known by its id alone");
        assert_eq!([known.organisation, known.organisation_name], ["o", ""]);
        // By the platform: what refers to it is not asked.
        let apply =
            |change, seq| store.write(|writer| writer.apply(&change, &Origin::Platform { seq }).map(drop)).expect("applies");
        apply(counterparty("late", "Колос"), 1);
        assert_eq!(shown(store, "i"), ["i", "late", "Колос"]);
        in_order(store);
        apply(change(Kind::Counterparty, "late", Op::Purge), 2);
        assert_eq!(shown(store, "i"), ["i", "late", ""]);
        in_order(store);
    });
}

#[test]
fn what_refers_to_itself_is_renamed_too() {
    let store = memory();
    put(&store, &create(Kind::Counterparty, "c", json!({"name": "Колос", "counterparty": "c"})));
    assert_eq!(shown(&store, "c"), ["c", "c", "Колос"]);
    set(&store, "c", json!({"name": "Нива"}));
    assert_eq!(shown(&store, "c"), ["c", "c", "Нива"]);
    in_order(&store);
}

#[test]
fn names_are_the_same_after_everything_is_worked_out_anew() {
    let store = memory();
    put(&store, &issue("i", json!({"date": "2026-11-01", "counterparty": "c"})));
    put(&store, &create(Kind::Good, "g", json!({"name": "Насос"})));
    put(&store, &issue("odd", json!({"date": "2026-11-01", "counterparty": "g"})));
    put(&store, &counterparty("c", "Колос"));
    store.rebuild_projections().expect("rebuilds");
    assert_eq!(shown(&store, "i"), ["i", "c", "Колос"]);
    assert_eq!(shown(&store, "odd"), ["odd", "g", "Насос"], "whatever it is that is referred to");
    in_order(&store);
}

/// Days at the edges of months, against the rows themselves.
#[test]
fn tabs_of_days_count_what_their_lists_hold() {
    let store = memory();
    for (place, due) in [
        "",
        "2025-12-31",
        "2026-10-31",
        "2026-11-01",
        "2026-11-21",
        "2026-11-22",
        "2026-11-29",
        "2026-11-30",
        "2026-12-01",
        "2027-01-01",
    ]
    .into_iter()
    .enumerate()
    {
        put(&store, &issue(&format!("i{place}"), json!({"date": "2025-01-01", "due": due, "totals": {"gross": "5"}})));
        put(&store, &create(Kind::Contract, &format!("k{place}"), json!({"number": "1", "to": due})));
    }
    put(&store, &turn(Kind::Invoice, "i3", State::Issued, State::Void));
    for today in ["2026-11-01", "2026-11-22", "2026-11-25", "2026-11-30", "2026-12-31", "2026-01-30", "2030-01-01", ""] {
        for kind in [Kind::Invoice, Kind::Contract] {
            let query = ListQuery { today: today.parse().ok(), limit: 100, ..ListQuery::new(kind) };
            let counts = store.read(|reader| reader.tab_counts(&query)).expect("counts");
            for count in counts {
                let page = ListQuery { tab: count.tab, ..query.clone() };
                let rows = ids(&store, &page).len() as u64;
                let total = store.read(|reader| Ok::<_, StoreError>(reader.list(&page)?.total)).expect("lists");
                assert_eq!([count.rows, total], [rows, rows], "{today} {kind} {:?}", count.tab);
            }
        }
    }
    let late = ListQuery { tab: Tab::Late, today: Some(today()), ..ListQuery::new(Kind::Invoice) };
    assert!(!ids(&store, &late).is_empty());
}
