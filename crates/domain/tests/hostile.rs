//! Whatever stands in a record, the rules answer: nothing panics, every problem points at a field, and an invoice that
//! is composed adds up.

use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use torgdom_domain::contract::Contract;
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::deal::Deal;
use torgdom_domain::good::Good;
use torgdom_domain::invoice::{InvoiceDraft, Left, Numbering, compose, left, snapshot};
use torgdom_domain::linked::Linked;
use torgdom_domain::organisation::Organisation;
use torgdom_domain::payment::Payment;
use torgdom_domain::price_list::PriceList;
use torgdom_domain::{Amount, Problem, Tables, money};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

/// Texts, numbers, dates, choices and maps that people, files and other versions put anywhere.
fn value() -> impl Strategy<Value = Value> {
    let texts = prop::sample::select(vec![
        "",
        " ",
        "0",
        "-0",
        "1",
        "-1",
        "100",
        "50",
        "33.33",
        "0.00000000001",
        "999999999999999",
        "-999999999999999.99999999999",
        "3650",
        "2026-01-01",
        "9999-12-31",
        "-262143-01-01",
        "+262142-12-31",
        "0001-01-01",
        "2025-12-31",
        "RU",
        "BY",
        "KZ",
        "ZZ",
        "ru",
        "RUB",
        "BYN",
        "JPY",
        "XXX",
        "22",
        "20/120",
        "base",
        "none",
        "calculated",
        "special5",
        "legal",
        "sole_trader",
        "institution",
        "prepayment",
        "deferral",
        "banking",
        "calendar",
        "both",
        "seller",
        "invoice",
        "shipment",
        "acceptance",
        "included",
        "on_top",
        "remainder",
        "head",
        "7707083893",
        "МА1953684",
        "ма 1953684",
        "40702810900000002851",
        "044030827",
        "BY23AKBB30120000059140000000",
        "AKBBBY2X",
        "8413703000",
        "4810268035043",
        "796",
        "DAP",
        "a/b~c",
        "\u{0}",
        "\u{202e}x",
        "ﬁ😀",
        "Ё",
    ])
    .prop_map(Value::from);
    let leaf = prop_oneof![8 => texts, 1 => any::<bool>().prop_map(Value::from), 1 => Just(Value::Null)];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop::collection::btree_map(prop::sample::select(vec!["a", "a/b", "~", ""]), inner, 0..3)
            .prop_map(|map| Value::Object(map.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()))
    })
}

/// The body of `T` with every field, some of them replaced: those that `T` cannot read are left as they were.
fn twisted<T>(base: Value, changes: &[(prop::sample::Index, Value)]) -> T
where
    T: serde::de::DeserializeOwned + serde::Serialize,
{
    let whole: T = serde_json::from_value(base).expect("a shape");
    let mut body = serde_json::to_value(&whole).expect("serialises");
    for (place, value) in changes {
        let mut pointers = Vec::new();
        leaves("", &body, &mut pointers);
        let pointer = place.get(&pointers).clone();
        let old = std::mem::replace(body.pointer_mut(&pointer).expect("a leaf"), value.clone());
        if serde_json::from_value::<T>(body.clone()).is_err() {
            *body.pointer_mut(&pointer).expect("a leaf") = old;
        }
    }
    serde_json::from_value(body).expect("was read before")
}

/// Pointers of everything below `at`, maps included.
fn leaves(at: &str, value: &Value, found: &mut Vec<String>) {
    for (key, inner) in value.as_object().into_iter().flatten() {
        let pointer = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        leaves(&pointer, inner, found);
        found.push(pointer);
    }
}

fn line(name: &str, price: &str) -> Value {
    json!({"name": name, "unit": "796", "quantity": "3", "price": price, "vat": "base", "order": "1"})
}

fn document() -> Value {
    let terms = json!({"parts": {
        "p": {"kind": "prepayment", "share": "30", "days": "5", "event": "shipment", "day_kind": "banking", "calendar": "both"},
        "q": {"kind": "deferral", "share": "70", "days": "10", "event": "invoice"},
    }});
    json!({"date": "2026-11-19", "shipment_date": "2026-12-28", "organisation": "o", "counterparty": "c", "currency": "RUB",
        "payment_terms": terms, "lines": {"a/b": line("Насос", "33.33"), "m": line("Клапан", "14.29")}})
}

fn party() -> Value {
    json!({"name": "ООО «Заречье»", "country": "RU", "tax_id": "7707083893", "kpp": "770701001",
        "tax_ids": {"t": {"country": "BY", "value": "100582333"}}, "divisions": {"d": {"kpp": "770701001"}},
        "addresses": {"a": {"text": "Москва"}}, "contacts": {"k": {"name": "Анна"}},
        "accounts": {"a/b": {"number": "40702810900000002851", "bic": "044030827", "currency": "RUB"}},
        "signers": {"s": {"name": "Ковальчук Е. С.", "role": "head"}}})
}

/// Every field that a problem names can be looked up, but for what is missing altogether.
fn points_at_fields(body: &impl serde::Serialize, problems: &[Problem]) -> Result<(), TestCaseError> {
    let body = serde_json::to_value(body).expect("serialises");
    for problem in problems {
        prop_assert!(problem.field.is_empty() || body.pointer(&problem.field).is_some(), "{problem:?} in {body}");
    }
    Ok(())
}

type Changes = Vec<(prop::sample::Index, Value)>;

fn changes() -> impl Strategy<Value = Changes> {
    prop::collection::vec((any::<prop::sample::Index>(), value()), 0..6)
}

proptest! {
    #[test]
    fn cards_are_judged_whatever_they_hold(changes in changes()) {
        let tables = Tables::builtin();
        let own: Organisation = twisted(party(), &changes);
        points_at_fields(&own, &own.problems(tables, today()))?;
        let theirs: Counterparty = twisted(party(), &changes);
        points_at_fields(&theirs, &theirs.problems(tables, today()))?;
        let good: Good = twisted(
            json!({"name": "Н", "batches": {"a/b": {"number": "1"}}, "certificates": {"c": {"number": "2"}}}),
            &changes,
        );
        points_at_fields(&good, &good.problems(tables, today()))?;
        let list: PriceList = twisted(json!({"name": "П", "prices": {"a/b": {"price": "1"}}}), &changes);
        points_at_fields(&list, &list.problems(tables))?;
        let contract: Contract = twisted(document(), &changes);
        points_at_fields(&contract, &contract.problems(tables, today()))?;
        let payment: Payment = twisted(json!({"amount": "5", "allocations": {"a/b": {"amount": "5"}}}), &changes);
        points_at_fields(&payment, &payment.problems(tables, today()))?;
    }

    #[test]
    fn documents_are_judged_whatever_they_hold(own in changes(), theirs in changes(), under in changes(), of in changes()) {
        let tables = Tables::builtin();
        let organisation: Organisation = twisted(party(), &own);
        let counterparty: Counterparty = twisted(party(), &theirs);
        let contract: Contract = twisted(document(), &under);
        let linked = Linked {
            organisation: Some(&organisation),
            counterparty: Some(&counterparty),
            contract: Some(&contract),
            consignee: Some(&counterparty),
        };
        let deal: Deal = twisted(document(), &of);
        points_at_fields(&deal, &deal.problems(&linked, tables, today()))?;
        let draft: InvoiceDraft = twisted(document(), &of);
        points_at_fields(&draft, &draft.problems(&linked, tables, today()))?;
        let shown = snapshot(&draft, &linked, &Numbering::default(), tables, today());
        let issued: Map<String, Value> = serde_json::from_value(serde_json::to_value(&shown).expect("serialises")).expect("a map");
        prop_assert!(issued.values().all(|value| !value.is_number()));
        let rest = left(&deal, &linked, tables, today(), &[shown]);
        let asks_for_nothing = matches!(&rest, Left::Money { rates, .. } if rates.iter().any(|rate| !rate.gross.is_positive()));
        prop_assert!(!asks_for_nothing, "{rest:?}");
        if let Ok(issued) = compose(&draft, &linked, &Numbering::default(), tables, today()) {
            let gross = money::sum(issued.lines.values().map(|line| line.gross)).expect("fits");
            let parts: Vec<Amount> = issued.totals.by_rate.values().map(|rate| rate.gross).collect();
            prop_assert_eq!((gross, money::sum(parts).expect("fits")), (issued.totals.gross, issued.totals.gross));
            prop_assert_eq!(money::sum([issued.totals.net, issued.totals.vat]).expect("fits"), issued.totals.gross);
            prop_assert!(issued.totals.gross.is_positive() && !issued.account.number.is_empty());
        }
    }
}
