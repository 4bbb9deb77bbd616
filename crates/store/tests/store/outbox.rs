//! What waits to be sent.

use serde_json::{Value, json};
use torgdom_records::{Change, Edit, Kind, Mutation, MutationOp, Op, Origin, State};
use torgdom_store::{Store, StoreError, Unsent};

use crate::builders::*;

fn unsent(store: &Store) -> Unsent {
    store.read(|reader| reader.unsent()).expect("counts")
}

fn sealed(store: &Store) -> Vec<Mutation> {
    store.read(|reader| reader.sealed_after(0, 100)).expect("reads")
}

fn seal(store: &Store) -> u64 {
    store.write(|writer| writer.seal(None)).expect("seals")
}

fn enrol(store: &Store) {
    store.write(|writer| writer.enrol("минск-1")).expect("enrols");
}

fn from_platform(store: &Store, change: &Change, seq: u64) {
    store.write(|writer| writer.apply(change, &Origin::Platform { seq })).expect("applies");
}

fn edit(id: &str, path: &str, old: Value, new: Value) -> Change {
    change(Kind::Counterparty, id, Op::Edit { edits: vec![Edit::new(path, Some(old), Some(new))] })
}

#[test]
fn before_joining_a_record_waits_as_one_creation_whatever_happens_to_it() {
    on_every_store(|store| {
        put(store, &counterparty("c", "Колос"));
        for n in 0..5 {
            set(store, "c", json!({"note": n.to_string()}));
        }
        assert_eq!(seal(store), 0, "nothing has a number before there is anyone to send it to");
        assert_eq!(unsent(store), Unsent { sealed: 0, open: 1 });
        enrol(store);
        assert_eq!(seal(store), 1);
        let mutations = sealed(store);
        assert_eq!(mutations[0].m, 1);
        let MutationOp::Create { state, body } = &mutations[0].op else { panic!("a creation: {mutations:?}") };
        assert_eq!((*state, &body["note"]), (State::Live, &json!("4")));
    });
}

#[test]
fn edits_fold_until_they_are_sealed_and_name_the_one_before() {
    on_every_store(|store| {
        enrol(store);
        put(store, &counterparty("c", "Колос"));
        seal(store);
        set(store, "c", json!({"note": "а"}));
        set(store, "c", json!({"note": "б", "country": "BY"}));
        set(store, "c", json!({"phone": "1"}));
        set(store, "c", json!({"phone": ""}));
        assert_eq!(seal(store), 2, "one a unit; what was taken back is not sent");
        set(store, "c", json!({"note": "в"}));
        assert_eq!(seal(store), 1);
        let mutations = sealed(store);
        assert_eq!(mutations.iter().map(|mutation| mutation.m).collect::<Vec<_>>(), [1, 2, 3, 4]);
        let note: Vec<_> = mutations
            .iter()
            .filter_map(|mutation| match &mutation.op {
                MutationOp::Edit { unit, fields, .. } if unit == "note" => {
                    Some((mutation.after, fields["/note"].old.clone(), fields["/note"].new.clone()))
                }
                _ => None,
            })
            .collect();
        assert_eq!(note, [(Some(1), None, Some(json!("б"))), (Some(2), Some(json!("б")), Some(json!("в")))]);
    });
}

#[test]
fn the_platforms_changes_leave_no_outbox_and_unsent_edits_stay_on_top() {
    on_every_store(|store| {
        enrol(store);
        from_platform(store, &counterparty("c", "Колос"), 7);
        assert_eq!(unsent(store), Unsent::default());
        set(store, "c", json!({"note": "моё"}));
        let record = store.read(|reader| reader.get("c")).expect("reads").expect("is there");
        assert_eq!(record.confirmed_body.as_ref().and_then(|body| body.get("note")), None);

        from_platform(store, &edit("c", "/name", json!("Колос"), json!("Нива")), 8);
        let record = store.read(|reader| reader.get("c")).expect("reads").expect("is there");
        assert_eq!((record.seq, &record.body["name"], &record.body["note"]), (Some(8), &json!("Нива"), &json!("моё")));
        let confirmed = record.confirmed_body.expect("an unsent edit stands on it");
        assert_eq!((confirmed.get("name"), confirmed.get("note")), (Some(&json!("Нива")), None));
        assert_eq!(row(store, "c").name, "Нива");
    });
}

#[test]
fn an_issued_invoice_waits_as_issued_and_a_purged_draft_does_not_wait() {
    let store = memory();
    enrol(&store);
    put(&store, &issue("i", invoice("i", "1", "2026-11-01", "10")));
    put(&store, &counterparty("c", "Колос"));
    put(&store, &counterparty("gone", "Рожь"));
    put(&store, &change(Kind::Counterparty, "gone", Op::Purge));
    assert_eq!(seal(&store), 2);
    assert!(matches!(sealed(&store)[0].op, MutationOp::Issue { .. }));
    put(
        &store,
        &change(Kind::Invoice, "i", Op::State { from: State::Issued, to: State::Void, reason: Some("ошибка".to_owned()) }),
    );
    seal(&store);
    let last = sealed(&store).pop().expect("is sealed");
    assert_eq!(last.op, MutationOp::State { from: State::Issued, to: State::Void, reason: Some("ошибка".to_owned()) });
    assert_eq!(last.after, Some(1));
    let text = serde_json::to_string(&last).expect("serialises");
    assert_eq!(serde_json::from_str::<Mutation>(&text).expect("reads back"), last);
}

#[test]
fn an_import_waits_too_and_is_told_apart_in_history() {
    let store = memory();
    let import = Origin::Import { import: "прайс".to_owned() };
    store.write(|writer| writer.apply(&counterparty("c", "Колос"), &import)).map_err(|error: StoreError| error).expect("applies");
    assert_eq!(unsent(&store).open, 1);
    assert_eq!(store.read(|reader| reader.history("c")).expect("reads")[0].import.as_deref(), Some("прайс"));
}
