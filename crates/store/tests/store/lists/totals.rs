//! Sums of drafts follow what they depend on.

use serde_json::json;
use torgdom_records::Kind;
use torgdom_store::Store;

use crate::builders::*;

fn total(store: &Store, id: &str) -> String {
    row(store, id).total.map(|total| total.to_string()).unwrap_or_default()
}

fn deal(store: &Store) {
    put(store, &create(Kind::Organisation, "o", json!({"name": "Дом", "country": "RU"})));
    put(store, &counterparty("c", "Колос"));
    put(store, &create(Kind::Contract, "k", json!({"number": "1", "counterparty": "c"})));
    let lines = json!({"1": {"name": "Насос", "quantity": "2", "price": "50"}});
    let body = json!({"date": "2026-11-01", "organisation": "o", "counterparty": "c", "contract": "k", "currency": "RUB", "lines": lines});
    put(store, &create(Kind::Deal, "d", body));
}

#[test]
fn a_deals_total_is_worked_out_by_the_domain() {
    on_every_store(|store| {
        deal(store);
        assert_eq!(total(store, "d"), "122");
        set(store, "d", json!({"shipment_date": "2025-12-31"}));
        assert_eq!(total(store, "d"), "120", "the day of shipment picks the rate");
        set(store, "d", json!({"shipment_date": "", "price_kind": "included"}));
        assert_eq!(total(store, "d"), "100");
        set(store, "d", json!({"price_kind": "on_top", "lines": {"1": {"quantity": "2", "price": "50", "vat": "reduced"}}}));
        assert_eq!(total(store, "d"), "110");
    });
}

#[test]
fn a_change_of_a_party_or_a_contract_reaches_the_drafts() {
    on_every_store(|store| {
        deal(store);
        set(store, "c", json!({"country": "BY"}));
        assert_eq!(total(store, "d"), "100", "across the border at 0 %");
        set(store, "c", json!({"country": "RU"}));
        set(store, "k", json!({"vat": "reduced"}));
        assert_eq!(total(store, "d"), "110");
        set(store, "k", json!({"vat": ""}));
        set(store, "o", json!({"vat_regime": "exempt"}));
        assert_eq!(total(store, "d"), "100");
    });
}

#[test]
fn a_party_may_come_after_its_deal() {
    on_every_store(|store| {
        let lines = json!({"1": {"name": "Насос", "quantity": "1", "price": "100"}});
        put(store, &create(Kind::Deal, "d", json!({"date": "2026-11-01", "organisation": "o", "lines": lines})));
        put(store, &create(Kind::Organisation, "o", json!({"name": "Дом", "country": "RU"})));
        assert_eq!(total(store, "d"), "122");
    });
}

#[test]
fn other_tables_give_other_sums() {
    use std::sync::Arc;
    use torgdom_domain::Tables;
    on_every_store(|store| {
        deal(store);
        let correction = r#"{"table": "vat", "rows": [{"country": "RU", "code": "25", "class": "base", "from": "2026-10-01", "source": "проба", "checked_on": "2026-11-22"}]}"#;
        let corrected = Tables::builtin().with_corrections(&[correction]).expect("reads");
        store.set_tables(Arc::new(corrected)).expect("works out anew");
        assert_eq!(total(store, "d"), "125");
        store.set_tables(Arc::new(Tables::builtin().clone())).expect("works out anew");
        assert_eq!(total(store, "d"), "122");
    });
}

#[test]
fn due_follows_from_the_terms() {
    let store = memory();
    put(&store, &create(Kind::Organisation, "o", json!({"name": "Дом", "country": "RU"})));
    let terms =
        json!({"parts": {"1": {"kind": "deferral", "share": "100", "days": "10", "day_kind": "calendar", "event": "invoice"}}});
    put(&store, &create(Kind::Invoice, "i", json!({"date": "2026-11-02", "organisation": "o", "payment_terms": terms})));
    assert_eq!(row(&store, "i").due, Some(day("2026-11-12")));
    set(&store, "i", json!({"due": "2026-11-13"}));
    assert_eq!(row(&store, "i").due, Some(day("2026-11-13")));
}
