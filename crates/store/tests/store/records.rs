//! What `apply` promises.

use serde_json::json;
use torgdom_records::{Edit, Kind, Op, Origin, State};
use torgdom_store::StoreError;

use crate::builders::*;

#[test]
fn a_record_comes_back_as_it_was_saved() {
    on_every_store(|store| {
        let saved = put(store, &counterparty("c1", "ООО «Агроснаб-Заокский»"));
        let read = store.read(|reader| reader.get("c1")).expect("reads").expect("is there");
        assert_eq!(read, saved);
        assert_eq!(read.scope, "core");
        assert_eq!(store.read(|reader| reader.get("other")).expect("reads"), None);
    });
}

#[test]
fn history_tells_who_when_from_what_to_what() {
    on_every_store(|store| {
        put(store, &counterparty("c1", "Колос"));
        set(store, "c1", json!({"name": "Нива", "phone": "+375 17 000-00-00"}));
        let history = store.read(|reader| reader.history("c1")).expect("reads");
        assert_eq!(history.iter().map(|line| line.op.as_str()).collect::<Vec<_>>(), ["create", "edit"]);
        assert_eq!(history[1].author, "Анна");
        assert_eq!(history[1].at, AT);
        assert_eq!(
            history[1].edits,
            [
                Edit::new("/name", Some(json!("Колос")), Some(json!("Нива"))),
                Edit::new("/phone", None, Some(json!("+375 17 000-00-00")))
            ]
        );
        assert_eq!(store.read(|reader| reader.journal_after(1, 10)).expect("reads").len(), 1);
        assert_eq!(store.read(|reader| reader.head()).expect("reads"), 2);
    });
}

#[test]
fn a_change_that_changes_nothing_writes_nothing() {
    let store = memory();
    put(&store, &counterparty("c1", "Колос"));
    set(&store, "c1", json!({"name": "Колос"}));
    assert_eq!(store.read(|reader| reader.history("c1")).expect("reads").len(), 1);
}

#[test]
fn a_stale_edit_is_refused_and_the_transaction_leaves_nothing() {
    on_every_store(|store| {
        put(store, &counterparty("c1", "Колос"));
        let stale = Op::Edit { edits: vec![Edit::new("/name", Some(json!("Нива")), Some(json!("Рожь")))] };
        let refused: Result<(), StoreError> = store.write(|writer| {
            writer.apply(&counterparty("c2", "Рожь"), &Origin::Local)?;
            writer.apply(&change(Kind::Counterparty, "c1", stale.clone()), &Origin::Local)?;
            Ok(())
        });
        assert_eq!(refused.expect_err("is refused").code(), "changed_since");
        assert_eq!(store.read(|reader| reader.get("c2")).expect("reads"), None);
    });
}

#[test]
fn an_issued_invoice_never_changes_and_can_only_be_voided() {
    on_every_store(|store| {
        let issued = put(store, &issue("i1", invoice("i1", "ЗМ-1", "2026-11-01", "100")));
        assert_eq!(issued.state, State::Issued);
        let edit = Op::Edit { edits: vec![Edit::new("/number", Some(json!("ЗМ-1")), Some(json!("ЗМ-2")))] };
        for op in [
            edit,
            Op::State { from: State::Issued, to: State::Archived, reason: None },
            Op::State { from: State::Issued, to: State::Draft, reason: None },
        ] {
            assert_eq!(try_put(store, &change(Kind::Invoice, "i1", op)).expect_err("is refused").code(), "issued_is_final");
        }
        let voided = put(
            store,
            &change(
                Kind::Invoice,
                "i1",
                Op::State { from: State::Issued, to: State::Void, reason: Some("ошибка в цене".to_owned()) },
            ),
        );
        assert_eq!((voided.state, &voided.body["void_reason"]), (State::Void, &json!("ошибка в цене")));
        let back = Op::State { from: State::Void, to: State::Issued, reason: None };
        assert_eq!(try_put(store, &change(Kind::Invoice, "i1", back)).expect_err("is refused").code(), "issued_is_final");
        assert_eq!(row(store, "i1").status, "void");
    });
}

#[test]
fn an_issued_body_has_no_numbers() {
    let store = memory();
    let numbered = change(Kind::Invoice, "i1", Op::Issue { body: body(json!({"totals": {"gross": 100}})) });
    assert_eq!(try_put(&store, &numbered).expect_err("is refused").code(), "number_in_issued");
}

#[test]
fn archiving_is_reversible_and_purging_is_not() {
    on_every_store(|store| {
        put(store, &counterparty("c1", "Колос"));
        put(store, &turn(Kind::Counterparty, "c1", State::Live, State::Archived));
        assert_eq!(row(store, "c1").status, "archived");
        put(store, &turn(Kind::Counterparty, "c1", State::Archived, State::Live));
        assert_eq!(row(store, "c1").status, "live");

        put(store, &create(Kind::Contract, "k1", json!({"counterparty": "c1", "number": "7"})));
        assert_eq!(try_put(store, &change(Kind::Counterparty, "c1", Op::Purge)).expect_err("is refused").code(), "referred");
        put(store, &change(Kind::Contract, "k1", Op::Purge));
        put(store, &change(Kind::Counterparty, "c1", Op::Purge));
        assert_eq!(store.read(|reader| reader.get("c1")).expect("reads"), None);
        assert_eq!(try_put(store, &counterparty("c1", "Колос")).expect_err("is refused").code(), "exists");
        let history = store.read(|reader| reader.history("c1")).expect("reads");
        assert_eq!(history.last().map(|line| line.op.as_str()), Some("purge"));
    });
}

#[test]
fn bad_ids_kinds_and_missing_records_are_refused() {
    let store = memory();
    for id in ["", "a b", "счёт", "a\u{0}", &"x".repeat(65), "a/b"] {
        assert_eq!(try_put(&store, &counterparty(id, "Колос")).expect_err("is refused").code(), "bad_id", "{id:?}");
    }
    put(&store, &counterparty("c1", "Колос"));
    assert_eq!(try_put(&store, &counterparty("c1", "Колос")).expect_err("is refused").code(), "exists");
    assert_eq!(try_put(&store, &change(Kind::Good, "c1", Op::Purge)).expect_err("is refused").code(), "other_kind");
    assert_eq!(try_put(&store, &change(Kind::Good, "g1", Op::Purge)).expect_err("is refused").code(), "not_found");
}

#[test]
fn odd_bodies_are_kept_and_listed_as_far_as_they_can_be_read() {
    on_every_store(|store| {
        let odd = json!({"date": "2026-02-31", "lines": {"1": {"price": "dear"}, "2": {"quantity": "2", "price": "10.5"}, "3": "x"},
            "organisation": 5, "currency": ["RUB"], "number": "№\u{0}\u{1f600}", "payment_terms": "soon", "newer": {"field": 1.5}});
        let saved = put(store, &create(Kind::Deal, "d1", odd.clone()));
        assert_eq!(saved.body, body(odd));
        let row = row(store, "d1");
        assert_eq!((row.date, row.number.as_str()), (None, "№\u{0}\u{1f600}"));
    });
}

#[test]
fn settings_of_the_device_and_blobs() {
    on_every_store(|store| {
        let hash = store
            .write(|writer| {
                writer.set_local("language", "be")?;
                writer.set_local("language", "ru")?;
                assert_eq!(writer.put_blob(b"%PDF", "application/pdf")?, writer.put_blob(b"%PDF", "application/pdf")?);
                writer.put_blob(b"%PDF", "application/pdf")
            })
            .map_err(|error: StoreError| error)
            .expect("writes");
        store
            .read(|reader| {
                assert_eq!(reader.local("language")?.as_deref(), Some("ru"));
                assert_eq!(reader.local("look")?, None);
                let blob = reader.blob(&hash)?.expect("is there");
                assert_eq!((blob.bytes.as_slice(), blob.media_type.as_str()), (&b"%PDF"[..], "application/pdf"));
                assert_eq!(reader.blob("00")?, None);
                Ok::<_, StoreError>(())
            })
            .expect("reads");
    });
}
