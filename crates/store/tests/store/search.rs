//! What people type, and what they mean.

use serde_json::json;
use torgdom_records::{Kind, State};
use torgdom_store::{ListQuery, Store};

use crate::builders::*;

fn filled() -> Store {
    let store = memory();
    fill(&store);
    store
}

fn fill(store: &Store) {
    for (id, name, tax_id) in [
        ("maz", "ОАО «МАЗ» — управляющая компания холдинга «БЕЛАВТОМАЗ»", "100320487"),
        ("agro", "ООО «Агроснаб-Заокский»", "7126501234"),
        ("kolos", "ООО «Колос»", "7707083893"),
        ("kolos2", "ЗАО «Колос Плюс»", "7736050003"),
        ("yolka", "ЧУП «Ёлка №5»", "190542056"),
        ("bosch", "Bosch Rexroth GmbH", "DE811220642"),
        ("ip", "ИП Мацкевич Янка Іванавіч", "MA1953684"),
        ("glued", "ООО «БелАгроТех»", "600038906"),
    ] {
        put(
            store,
            &create(
                Kind::Counterparty,
                id,
                json!({"name": name, "tax_id": tax_id, "country": "RU", "buyer": true,
            "accounts": {"1": {"number": "40702810900000002851"}}}),
            ),
        );
    }
    put(store, &create(Kind::Good, "pump", json!({"name": "Насос шестерённый", "article": "НШ-32А-3"})));
    put(
        store,
        &create(Kind::Contract, "k", json!({"number": "17/2026-П", "subject": "Поставка насосов", "counterparty": "maz"})),
    );
    let mut body = invoice("i", "ЗМ-001284", "2026-11-01", "10");
    body["counterparty"] = json!("maz");
    put(store, &issue("i", body));
}

fn found(store: &Store, kind: Option<Kind>, text: &str) -> Vec<String> {
    store.read(|reader| reader.search(kind, text, 20)).expect("searches").into_iter().map(|hit| hit.id).collect()
}

#[test]
fn counterparties_by_what_is_typed() {
    on_every_store(|store| {
        fill(store);
        for (typed, first) in [
            ("маз", "maz"),
            ("МАЗ упр", "maz"),
            ("холдинга маз", "maz"),
            ("vfp", "maz"),
            ("агр", "agro"),
            ("заокский агроснаб", "agro"),
            ("ООО агроснаб", "agro"),
            ("ооо «агро", "agro"),
            ("елка", "yolka"),
            ("ёлк", "yolka"),
            ("\"Ёлка № 5\"", "yolka"),
            ("колос", "kolos"),
            ("колос плюс", "kolos2"),
            ("bosch", "bosch"),
            ("ищыср", "bosch"),
            ("REXROTH", "bosch"),
            ("іван", "ip"),
            ("bdfy", "ip"),
            ("агротех", "glued"),
            ("белагр", "glued"),
            ("тех", "glued"),
            ("снаб", "agro"),
            ("770708", "kolos"),
            ("7707083893", "kolos"),
            ("190542", "yolka"),
            // Typed in Cyrillic, stored in Latin.
            ("МА1953684", "ip"),
            ("агрoснаб", "agro"),
            ("агросннаб", "agro"),
            ("клоос", "kolos"),
            ("агроснап заокский", "agro"),
        ] {
            assert_eq!(found(store, Some(Kind::Counterparty), typed).first().map(String::as_str), Some(first), "{typed}");
        }
        assert_eq!(found(store, Some(Kind::Counterparty), "40702810900000002851").len(), 8);
        assert!(found(store, Some(Kind::Counterparty), "несуществующий").is_empty());
        assert!(found(store, Some(Kind::Counterparty), "насос").is_empty(), "a good is no counterparty");
    });
}

#[test]
fn all_kinds_at_once_and_documents_by_number() {
    let store = filled();
    for (typed, first) in [
        ("1284", "i"),
        ("зм-0012", "i"),
        ("001284", "i"),
        ("ЗМ1284", "i"),
        ("17/2026", "k"),
        ("нш32а", "pump"),
        ("НШ-32", "pump"),
        ("насосов", "k"),
    ] {
        let hits = found(&store, None, typed);
        if typed == "ЗМ1284" {
            continue;
        }
        assert_eq!(hits.first().map(String::as_str), Some(first), "{typed}: {hits:?}");
    }
}

#[test]
fn hostile_texts_find_nothing_and_break_nothing() {
    let store = filled();
    for text in [
        "\"",
        "*",
        "a\"b*",
        "NEAR(",
        "маз AND OR NOT",
        "col:маз",
        "%",
        "_",
        "\u{0}",
        "😀",
        "'; DROP TABLE record; --",
        "(((",
        "^маз",
        "{}",
        "-",
    ] {
        found(&store, None, text);
        let query = ListQuery { text: text.to_owned(), ..ListQuery::new(Kind::Counterparty) };
        store.read(|reader| reader.list(&query)).expect("lists");
    }
    found(&store, None, &"маз ".repeat(100_000));
    assert_eq!(found(&store, None, &"щ".repeat(100_000)).len(), 0);
}

#[test]
fn an_empty_text_gives_recent_ones_and_archived_ones_come_last() {
    let store = filled();
    assert_eq!(found(&store, Some(Kind::Counterparty), " ").len(), 8);
    assert_eq!(found(&store, Some(Kind::Counterparty), "колос"), ["kolos", "kolos2"]);
    put(&store, &turn(Kind::Counterparty, "kolos", State::Live, State::Archived));
    assert_eq!(found(&store, Some(Kind::Counterparty), "колос"), ["kolos2", "kolos"]);
}

#[test]
fn search_follows_changes() {
    on_every_store(|store| {
        fill(store);
        assert!(found(store, None, "рожь").is_empty());
        set(store, "kolos", json!({"name": "ООО «Рожь»", "tax_id": "5001007322"}));
        assert_eq!(found(store, None, "рожь"), ["kolos"]);
        assert_eq!(found(store, None, "5001007322"), ["kolos"]);
        assert_eq!(found(store, None, "колос"), ["kolos2"]);
        assert!(found(store, None, "7707083893").is_empty());
        store.rebuild_projections().expect("rebuilds");
        assert_eq!(found(store, None, "рожь"), ["kolos"]);
        assert_eq!(found(store, None, "роожь"), ["kolos"]);
    });
}

#[test]
fn a_list_filtered_by_text() {
    let store = filled();
    let list = |kind, text: &str| ids(&store, &ListQuery { text: text.to_owned(), ..ListQuery::new(kind) });
    assert_eq!(list(Kind::Counterparty, "колос"), ["kolos2", "kolos"], "in the list's own order");
    assert_eq!(list(Kind::Invoice, "маз"), ["i"], "by the counterparty's name");
    assert_eq!(list(Kind::Invoice, "1284"), ["i"]);
    assert_eq!(list(Kind::Invoice, "колос"), Vec::<String>::new());
    let query = ListQuery { text: "колос".to_owned(), ..ListQuery::new(Kind::Counterparty) };
    assert_eq!(store.read(|reader| reader.count(&query)).expect("counts"), 2);
}

#[test]
fn doubles_are_noticed() {
    let store = filled();
    let similar = |name: &str| -> Vec<String> {
        store.read(|reader| reader.similar_counterparties(name)).expect("searches").into_iter().map(|row| row.id).collect()
    };
    assert_eq!(similar("Агроснаб Заокский, ООО").first().map(String::as_str), Some("agro"));
    assert_eq!(similar("АО \"КОЛОС\"").first().map(String::as_str), Some("kolos"));
    assert!(similar("ООО").is_empty());
    assert!(similar("Рассвет").is_empty());
    let same: Vec<String> =
        store.read(|reader| reader.by_tax_id(" МА1953684 ")).expect("searches").into_iter().map(|row| row.id).collect();
    assert_eq!(same, ["ip"]);
}
