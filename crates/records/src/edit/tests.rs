use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;

fn body(value: Value) -> Map<String, Value> {
    value.as_object().cloned().expect("an object")
}

/// Few keys, so that two random bodies have much in common; awkward ones among them.
fn key() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "b", "lines", "a/b", "~1", "", "счёт"]).prop_map(str::to_owned)
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        prop::sample::select(vec!["", "1", "МАЗ", "\"\u{1}"]).prop_map(Value::from)
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map(key(), inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn any_body() -> impl Strategy<Value = Map<String, Value>> {
    prop::collection::btree_map(key(), value(), 0..5).prop_map(|map| map.into_iter().collect())
}

proptest! {
    #[test]
    fn a_diff_applied_gives_the_new_body(a in any_body(), b in any_body()) {
        let mut changed = a.clone();
        let edits = diff(&a, &b);
        apply_edits(&mut changed, &edits).expect("made for this body");
        prop_assert_eq!(&changed, &b);
        prop_assert_eq!(edits.is_empty(), a == b);
    }

    #[test]
    fn the_inverse_takes_it_back(a in any_body(), b in any_body()) {
        let mut changed = a.clone();
        let done = apply_edits(&mut changed, &diff(&a, &b)).expect("made for this body");
        apply_edits(&mut changed, &inverse(&done)).expect("takes back what was done");
        prop_assert_eq!(changed, a);
    }

    #[test]
    fn all_or_nothing(a in any_body(), b in any_body(), c in any_body()) {
        let mut changed = c.clone();
        if apply_edits(&mut changed, &diff(&a, &b)).is_err() {
            prop_assert_eq!(changed, c);
        }
    }

    #[test]
    fn edits_survive_json(a in any_body(), b in any_body()) {
        let edits = diff(&a, &b);
        let text = serde_json::to_string(&edits).expect("serialises");
        prop_assert_eq!(serde_json::from_str::<Vec<Edit>>(&text).expect("reads back"), edits);
    }

    #[test]
    fn canonical_bytes_do_not_depend_on_the_order_of_keys(a in any_body()) {
        let mut turned: Vec<_> = a.clone().into_iter().collect();
        turned.reverse();
        let turned = Value::Object(turned.into_iter().collect());
        let bytes = crate::canonical(&turned).expect("no numbers");
        prop_assert_eq!(&bytes, &crate::canonical(&Value::Object(a)).expect("no numbers"));
        let back: Value = serde_json::from_slice(&bytes).expect("is JSON");
        prop_assert_eq!(crate::canonical(&back).expect("no numbers"), bytes);
    }
}

#[test]
fn two_people_add_the_first_line() {
    let empty = Map::new();
    let mine = diff(&empty, &body(json!({"lines": {"1": {"name": "Насос"}}})));
    let theirs = diff(&empty, &body(json!({"lines": {"2": {"name": "Клапан"}}})));
    let mut both = Map::new();
    apply_edits(&mut both, &mine).expect("applies");
    apply_edits(&mut both, &theirs).expect("applies beside it");
    assert_eq!(Value::Object(both), json!({"lines": {"1": {"name": "Насос"}, "2": {"name": "Клапан"}}}));
}

#[test]
fn a_field_of_a_removed_line_is_refused() {
    let mut now = body(json!({"name": "x"}));
    let late = [Edit::new("/lines/1/price", None, Some(json!("5")))];
    assert!(matches!(apply_edits(&mut now, &late), Err(EditRefused::NoParent { .. })));
    assert_eq!(now, body(json!({"name": "x"})));
}

#[test]
fn what_a_colleague_changed_is_not_overwritten() {
    let mut now = body(json!({"name": "Колос", "note": "a"}));
    let mine =
        [Edit::new("/note", Some(json!("a")), Some(json!("b"))), Edit::new("/name", Some(json!("Колосс")), Some(json!("Нива")))];
    let refused = apply_edits(&mut now, &mine).expect_err("the name is not what I saw");
    assert_eq!(refused, EditRefused::Changed { path: "/name".to_owned(), found: Some(json!("Колос")) });
    assert_eq!(now, body(json!({"name": "Колос", "note": "a"})), "the note went back too");
}

#[test]
fn the_same_new_value_is_accepted_and_changes_nothing() {
    let mut now = body(json!({"name": "Нива"}));
    let same = [Edit::new("/name", Some(json!("Колос")), Some(json!("Нива")))];
    assert_eq!(apply_edits(&mut now, &same), Ok(vec![]));
}

#[test]
fn paths_that_are_no_fields() {
    for path in ["", "name", "/a~5"] {
        let refused = apply_edits(&mut Map::new(), &[Edit::new(path, None, Some(json!("x")))]);
        assert!(matches!(refused, Err(EditRefused::BadPath { .. })), "{path}");
    }
    let mut now = body(json!({"name": "x", "list": ["a"]}));
    for path in ["/name/first", "/list/0"] {
        let refused = apply_edits(&mut now, &[Edit::new(path, None, Some(json!("x")))]);
        assert!(matches!(refused, Err(EditRefused::NoParent { .. })), "{path}");
    }
}
