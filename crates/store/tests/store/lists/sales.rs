//! Turnover, what buyers took and owe, and what deals take of a contract's limit: all at once with the change.

use serde_json::{Value, json};
use torgdom_records::{Kind, Op, State};
use torgdom_store::{Asked, Store, StoreError};

use crate::builders::*;

fn issued(store: &Store, id: &str, date: &str, fields: Value) {
    let mut body = json!({"number": id, "date": date, "due": date, "organisation": "o", "counterparty": "c", "currency": "RUB",
        "totals": {"gross": "100"}, "buyer": {"country": "RU"}});
    for (field, value) in fields.as_object().expect("an object") {
        body[field] = value.clone();
    }
    put(store, &issue(id, body));
}

fn turnover(store: &Store, from: &str, own: Option<&str>) -> Vec<String> {
    let months = store.read(|reader| reader.turnover(day(from), own)).expect("reads");
    months.into_iter().map(|part| format!("{} {} {} {}", part.month, part.country, part.currency, part.total)).collect()
}

fn void(store: &Store, id: &str) {
    put(store, &change(Kind::Invoice, id, Op::State { from: State::Issued, to: State::Void, reason: None }));
}

#[test]
fn turnover_is_what_issued_papers_say() {
    on_every_store(|store| {
        put(store, &create(Kind::Organisation, "o", json!({"name": "Дом", "country": "RU"})));
        put(store, &counterparty("c", "Колос"));
        issued(store, "i1", "2026-10-31", json!({}));
        issued(store, "i2", "2026-11-01", json!({"buyer": {"country": "BY"}}));
        issued(store, "i3", "2026-11-30", json!({"totals": {"gross": "0.5"}}));
        issued(store, "i4", "2026-11-30", json!({"currency": "BYN", "organisation": "o2"}));
        issued(store, "i5", "2026-11-30", json!({}));
        let all = ["2026-11 BY RUB 100", "2026-11 RU BYN 100", "2026-11 RU RUB 100.5"];
        assert_eq!(turnover(store, "2026-11-15", None), all);
        assert_eq!(turnover(store, "2026-10-01", Some("o2")), ["2026-11 RU BYN 100"]);
        void(store, "i5");
        set(store, "c", json!({"country": "KZ"}));
        assert_eq!(turnover(store, "2026-10-01", Some("o")), ["2026-10 RU RUB 100", "2026-11 BY RUB 100", "2026-11 RU RUB 0.5"]);
        void(store, "i2");
        assert_eq!(turnover(store, "2026-11-01", Some("o")), ["2026-11 RU RUB 0.5"], "what is void counts no more");
    });
}

/// Price and day of the last sale of `good` to `c`.
fn last(store: &Store, good: &str, asked: &Asked<'_>) -> String {
    let found = store.read(|reader| reader.last_sales(asked, &[good])).expect("reads");
    found[0].as_ref().map(|sale| format!("{} {}", sale.price, sale.date.expect("a day"))).unwrap_or_default()
}

const ASKED: Asked<'static> = Asked { counterparty: "c", currency: "RUB", included: false, document: "", deal: "" };

#[test]
fn the_last_price_of_a_good_to_a_buyer() {
    on_every_store(|store| {
        put(store, &counterparty("c", "Колос"));
        let line = |price: &str| json!({"1": {"good": "g", "price": price, "order": "1"}, "2": {"good": "g", "price": "1", "order": "2"}});
        issued(store, "i1", "2026-11-01", json!({"lines": line("50")}));
        assert_eq!(last(store, "g", &ASKED), "50 2026-11-01", "the first line of several");
        for other in [
            Asked { counterparty: "c2", ..ASKED },
            Asked { counterparty: "", ..ASKED },
            Asked { currency: "BYN", ..ASKED },
            Asked { included: true, ..ASKED },
            Asked { document: "i1", ..ASKED },
        ] {
            assert_eq!(last(store, "g", &other), "", "{other:?}");
        }
        assert_eq!(last(store, "other", &ASKED), "");
        let deal = json!({"date": "2026-11-05", "counterparty": "c", "currency": "RUB",
            "lines": {"1": {"good": "g", "quantity": "1", "price": "60", "discount": "10"}}});
        put(store, &create(Kind::Deal, "d", deal));
        assert_eq!(last(store, "g", &ASKED), "50 2026-11-01", "a draft is no sale");
        put(store, &turn(Kind::Deal, "d", State::Draft, State::Issued));
        assert_eq!(last(store, "g", &ASKED), "54 2026-11-05", "after the discount");
        issued(store, "i2", "2026-11-06", json!({"deal": "d", "lines": line("54")}));
        assert_eq!(
            last(store, "g", &Asked { document: "d", ..ASKED }),
            "50 2026-11-01",
            "its own invoice is not an earlier sale"
        );
        assert_eq!(last(store, "g", &Asked { document: "draft", deal: "d", ..ASKED }), "50 2026-11-01");
        assert_eq!(last(store, "g", &ASKED), "54 2026-11-06");
        void(store, "i2");
        set(store, "d", json!({"lines": {"1": {"good": "g2", "quantity": "1", "price": "7"}}}));
        assert_eq!(last(store, "g", &ASKED), "50 2026-11-01");
        assert_eq!(last(store, "g2", &ASKED), "7 2026-11-05");
        store.rebuild_projections().expect("rebuilds");
        assert_eq!(last(store, "g2", &ASKED), "7 2026-11-05");
    });
}

#[test]
fn goods_that_a_buyer_took_before_the_latest_first() {
    let store = memory();
    for good in ["g1", "g2", "g3"] {
        put(&store, &create(Kind::Good, good, json!({"name": good})));
    }
    issued(&store, "i1", "2026-11-03", json!({"lines": {"1": {"good": "g1", "price": "5"}}}));
    issued(&store, "i2", "2026-11-02", json!({"lines": {"1": {"good": "g2", "price": "5"}, "2": {"good": "g3", "price": "5"}}}));
    issued(&store, "i3", "2026-11-09", json!({"counterparty": "c2", "lines": {"1": {"good": "g2", "price": "5"}}}));
    let sold = |party: &str, limit| store.read(|reader| reader.sold_to(party, limit)).expect("reads");
    assert_eq!(sold("c", 9), ["g1", "g2", "g3"]);
    assert_eq!(sold("c", 1), ["g1"]);
    assert_eq!(sold("nobody", 9), Vec::<String>::new());
    issued(
        &store,
        "i4",
        "2026-11-10",
        json!({"lines": {"1": {"good": "g3", "price": "5"}, "2": {"good": "unknown", "price": "5"}}}),
    );
    put(&store, &turn(Kind::Good, "g1", State::Live, State::Archived));
    assert_eq!(sold("c", 9), ["g3", "g2"], "what is archived or unknown is not offered");
}

#[test]
fn debts_by_currency() {
    let store = memory();
    put(&store, &counterparty("c", "Колос"));
    issued(&store, "i1", "2026-11-01", json!({}));
    issued(&store, "i2", "2026-12-01", json!({}));
    issued(&store, "i3", "2026-12-01", json!({"currency": "BYN", "totals": {"gross": "7.5"}}));
    issued(&store, "i4", "2026-11-01", json!({"totals": {"gross": "1000"}}));
    void(&store, "i4");
    put(&store, &payment("p", "30", json!({"i1": {"amount": "30"}})));
    put(&store, &turn(Kind::Payment, "p", State::Draft, State::Issued));
    let debts = |ids: &[&str]| -> Vec<String> {
        let debts = store.read(|reader| reader.debts(ids, today())).expect("reads");
        debts.into_iter().map(|debt| format!("{} {} {} {}", debt.counterparty, debt.currency, debt.rest, debt.late)).collect()
    };
    assert_eq!(debts(&["nobody", "c"]), ["c BYN 7.5 0", "c RUB 170 70"]);
}

#[test]
fn deals_take_from_a_contracts_limit() {
    let store = memory();
    put(&store, &create(Kind::Organisation, "o", json!({"name": "Дом", "country": "RU"})));
    put(&store, &counterparty("c", "Колос"));
    put(&store, &create(Kind::Contract, "k", json!({"number": "1", "counterparty": "c", "currency": "RUB", "limit": "500"})));
    let deal = |id: &str, currency: &str| {
        let lines = json!({"1": {"name": "Насос", "quantity": "1", "price": "100", "vat": "none"}});
        let body = json!({"date": "2026-11-01", "organisation": "o", "counterparty": "c", "contract": "k", "currency": currency, "lines": lines});
        put(&store, &create(Kind::Deal, id, body));
    };
    let rest = || row(&store, "k").rest.map(|rest| rest.to_string()).unwrap_or_default();
    let total = |id: &str| row(&store, id).total.expect("a total").decimal();
    deal("d1", "RUB");
    deal("d2", "BYN");
    assert_eq!(rest(), "500");
    put(&store, &turn(Kind::Deal, "d1", State::Draft, State::Issued));
    put(&store, &turn(Kind::Deal, "d2", State::Draft, State::Issued));
    let expected = |taken: rust_decimal::Decimal| (rust_decimal::Decimal::from(500) - taken).normalize().to_string();
    assert_eq!(rest(), expected(total("d1")), "a deal in another currency cannot be taken off");
    set(&store, "d1", json!({"lines": {"1": {"name": "Насос", "quantity": "6", "price": "100", "vat": "none"}}}));
    assert_eq!(rest(), expected(total("d1")), "below nothing when it is overdrawn");
    set(&store, "k", json!({"limit": ""}));
    assert_eq!(rest(), "");
    set(&store, "k", json!({"limit": "500"}));
    set(&store, "d1", json!({"contract": ""}));
    assert_eq!(rest(), "500");
    assert_eq!(store.verify().expect("reads"), []);
    store.rebuild_projections().expect("rebuilds");
    assert_eq!(store.verify().expect("reads"), []);
}

#[test]
fn prices_of_a_few_goods_of_a_list() {
    let store = memory();
    let prices = json!({"a": {"price": "5", "from": "2026-11-01"}, "b": {"price": "6.5"}, "odd": {"price": 7}, "worse": "x"});
    put(&store, &create(Kind::PriceList, "l", json!({"name": "Опт", "prices": prices, "note": {"prices": {"b": 1}}})));
    put(&store, &create(Kind::PriceList, "empty", json!({"name": "Пусто", "prices": "нет"})));
    let found = |list: &str| -> Result<Vec<String>, StoreError> {
        let wanted = ["a", "b", "odd", "worse", "absent"].into_iter().collect();
        let mut found: Vec<String> = store
            .read(|reader| reader.prices_in(list, &wanted))?
            .into_iter()
            .map(|(good, row)| format!("{good} {} {:?}", row.price, row.from.map(|day| day.to_string())))
            .collect();
        found.sort();
        Ok(found)
    };
    assert_eq!(found("l").expect("reads"), ["a 5 Some(\"2026-11-01\")", "b 6.5 None"]);
    assert_eq!(found("empty").expect("an odd list has no prices"), Vec::<String>::new());
    assert_eq!(found("absent").expect("reads"), Vec::<String>::new());
}
