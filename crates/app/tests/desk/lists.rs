//! What lists and cards show beside the record itself: prices of today, debts, what the buyer took before.

use serde_json::{Value, json};
use torgdom_app::Desk;

use super::{ask, desk_on, founded, text};

fn create(desk: &Desk, kind: &str, body: Value) -> String {
    text(&ask(desk, "record.create", json!({"kind": kind, "body": body})), "/id")
}

fn good(desk: &Desk, article: &str, name: &str) -> String {
    create(desk, "good", json!({"article": article, "name": name, "unit": "796"}))
}

fn sold(desk: &Desk, counterparty: &str, good: &str, price: &str) -> String {
    let id = text(&ask(desk, "invoice.create", json!({"counterparty": counterparty})), "/id");
    let line = text(&ask(desk, "line.add", json!({"id": id, "good": good})), "/line");
    for (field, typed) in [("quantity", "2"), ("price", price)] {
        ask(desk, "line.enter", json!({"id": id, "line": line, "field": field, "text": typed}));
    }
    ask(desk, "invoice.issue", json!({"id": id}));
    id
}

fn found(desk: &Desk, text: &str, counterparty: &str) -> Vec<String> {
    let found = ask(desk, "search", json!({"kind": "good", "text": text, "counterparty": counterparty, "limit": 10}));
    found.as_array().expect("a list").iter().map(|hit| super::text(hit, "/row/article")).collect()
}

#[test]
fn goods_cost_what_the_list_of_today_says() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = founded(desk_on(dir.path(), "2026-11-22"));
    let (pump, belt, tape) = (good(&desk, "НШ-32", "Насос"), good(&desk, "Р-1", "Ремень"), good(&desk, "Л-1", "Лента"));
    let price = |good: &str, price: &str| json!({good: {"price": price}});
    let list = |name: &str, currency: &str, from: &str, to: &str, prices: Value| {
        create(&desk, "price_list", json!({"name": name, "currency": currency, "from": from, "to": to, "prices": prices}));
    };
    list("Прошлый", "RUB", "2026-01-01", "2026-10-31", price(&tape, "1"));
    list("Опт", "RUB", "2026-06-01", "2026-12-31", json!({&pump: {"price": "100"}, &belt: {"price": "7"}}));
    list(
        "Новый",
        "RUB",
        "2026-11-01",
        "2026-12-31",
        json!({&pump: {"price": "110.5"}, &belt: {"price": "8", "from": "2026-12-01"}}),
    );
    list("Минск", "BYN", "2026-11-20", "2026-12-31", json!({&pump: {"price": "3"}, &tape: {"price": "2"}}));
    let page = ask(&desk, "list", json!({"query": {"kind": "good", "limit": 10}}));
    let shown: Vec<[String; 3]> = page["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| ["/article", "/price", "/currency"].map(|field| text(row, field)))
        .collect();
    let wanted = [["Л-1", "2", "BYN"], ["НШ-32", "110.5", "RUB"], ["Р-1", "7", "RUB"]];
    assert_eq!(shown, wanted.map(|row| row.map(str::to_owned)));
    let hit = ask(&desk, "search", json!({"kind": "good", "text": "насос", "limit": 5}));
    assert_eq!(text(&hit, "/0/row/price"), "110.5");
}

#[test]
fn a_buyer_is_offered_what_it_took_at_the_price_it_paid() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = founded(desk_on(dir.path(), "2026-11-22"));
    let buyer = super::counterparty(&desk);
    let (old, pump, spare) = (good(&desk, "НШ-10", "Насос"), good(&desk, "НШ-32", "Насос"), good(&desk, "НШ-50", "Насос"));
    sold(&desk, &buyer, &old, "40");
    sold(&desk, &buyer, &pump, "55,5");
    assert_eq!(found(&desk, "", &buyer)[..2], ["НШ-32", "НШ-10"]);
    assert_eq!(found(&desk, "насос", &buyer), ["НШ-32", "НШ-10", "НШ-50"]);
    assert_eq!(found(&desk, "НШ-50", &buyer)[0], "НШ-50", "an article typed in full");
    assert_eq!(found(&desk, "насос", &spare).len(), 3, "whoever took nothing is offered all");

    let deal = text(&ask(&desk, "deal.create", json!({"counterparty": buyer})), "/id");
    let line = text(&ask(&desk, "line.add", json!({"id": deal, "good": pump})), "/line");
    let view = ask(&desk, "record.get", json!({"id": deal}));
    assert_eq!(view["derived"]["last_prices"][&line], json!({"price": "55.5", "date": "2026-11-22"}));
    let card = ask(&desk, "record.get", json!({"id": buyer}));
    let debts = json!([{"currency": "RUB", "rest": "233.02", "late": "0.00"}]);
    assert_eq!((&card["derived"]["debts"], text(&card, "/derived/rest")), (&debts, "233.02".to_owned()));
    let page = ask(&desk, "list", json!({"query": {"kind": "counterparty", "limit": 10}}));
    assert_eq!((text(&page, "/rows/0/rest"), text(&page, "/rows/0/currency")), ("233.02".to_owned(), "RUB".to_owned()));
}

#[test]
fn tabs_and_sums_of_a_filtered_list() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = founded(desk_on(dir.path(), "2026-11-22"));
    let buyer = super::counterparty(&desk);
    let pump = good(&desk, "НШ-32", "Насос");
    for price in ["50", "100", "500"] {
        sold(&desk, &buyer, &pump, price);
    }
    let ask = |name: &str, filter: Value| {
        let mut query = json!({"kind": "invoice", "limit": 10});
        for (field, value) in filter.as_object().expect("an object") {
            query[field] = value.clone();
        }
        super::ask(&desk, name, json!({"kind": "invoice", "query": query}))
    };
    let sums = |filter: Value| ask("list.sums", filter);
    assert_eq!(sums(json!({})), json!([{"currency": "RUB", "rows": 3, "total": "1586.00", "rest": "1586.00"}]).clone());
    let middle = json!({"sum_from": "200", "sum_to": "300,5"});
    assert_eq!(sums(middle.clone()), json!([{"currency": "RUB", "rows": 1, "total": "244.00", "rest": "244.00"}]));
    assert_eq!(ask("list", middle.clone())["total"], 1);
    let count = |filter: Value, tab: &str| {
        let tabs = ask("list.tabs", filter);
        tabs.as_array().expect("tabs").iter().find(|row| row["tab"] == tab).map(|row| row["count"].clone())
    };
    assert_eq!(count(json!({}), "to_pay"), Some(json!(3)));
    assert_eq!(count(middle, "to_pay"), Some(json!(1)));
    assert_eq!(count(json!({"from": "2026-11-23"}), "to_pay"), Some(json!(0)));
    assert_eq!(count(json!({"to": "2026-11-22", "text": "агроснаб"}), "to_pay"), Some(json!(3)));
    assert_eq!(sums(json!({"text": "агроснаб", "from": "2026-11-22"}))[0]["rows"], 3);
}
