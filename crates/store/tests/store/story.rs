//! A desk and the command line on one profile, told as a story.

use std::sync::Arc;
use std::thread;

use serde_json::json;
use torgdom_records::{Kind, Origin, State};
use torgdom_store::{ListQuery, OpenOptions, Store, StoreError};

use crate::builders::*;

#[test]
fn the_desk_notices_what_the_command_line_wrote() {
    for mode in [options(), encrypted()] {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = Store::open(folder.path(), OpenOptions { lock_desk: true, ..mode.clone() }).expect("opens");
        let script = Store::open(folder.path(), OpenOptions { create: false, ..mode }).expect("opens beside");

        put(&desk, &counterparty("c", "Колос"));
        let (quiet, head) = (desk.data_version().expect("reads"), desk.read(|reader| reader.head()).expect("reads"));
        set(&desk, "c", json!({"note": "сам"}));
        assert_eq!(desk.data_version().expect("reads"), quiet, "one's own writing is no news");

        set(&script, "c", json!({"name": "Нива"}));
        assert_ne!(desk.data_version().expect("reads"), quiet);
        let news = desk.read(|reader| reader.journal_after(head + 1, 100)).expect("reads");
        assert_eq!((news.len(), news[0].id.as_str()), (1, "c"));
        assert_eq!(row(&desk, "c").name, "Нива");

        // An edit made on what was on the screen before is refused, not laid over.
        let stale = torgdom_records::Edit::new("/name", Some(json!("Колос")), Some(json!("Рожь")));
        let change = change(Kind::Counterparty, "c", torgdom_records::Op::Edit { edits: vec![stale] });
        assert_eq!(try_put(&desk, &change).expect_err("is refused").code(), "changed_since");
        assert_eq!(desk.verify().expect("reads"), []);
    }
}

#[test]
fn a_reader_keeps_its_snapshot_while_others_write() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    put(&store, &counterparty("c", "Колос"));
    let other = open(folder.path());
    store
        .read(|reader| {
            assert_eq!(reader.count(&ListQuery::new(Kind::Counterparty))?, 1);
            put(&other, &counterparty("c2", "Нива"));
            assert_eq!(reader.count(&ListQuery::new(Kind::Counterparty))?, 1);
            assert_eq!(reader.get("c2")?, None);
            Ok::<_, StoreError>(())
        })
        .expect("reads");
    assert_eq!(ids(&store, &ListQuery::new(Kind::Counterparty)), ["c", "c2"]);
}

/// An import or a rebuild may take minutes: the command line opens the store meanwhile and reads.
#[test]
fn a_store_opens_and_is_read_while_somebody_writes() {
    for mode in [options(), encrypted()] {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = Store::open(folder.path(), mode.clone()).expect("opens");
        put(&desk, &counterparty("c", "Колос"));
        desk.write(|writer| {
            writer.apply(&counterparty("c2", "Нива"), &Origin::Local)?;
            let script = Store::open(folder.path(), OpenOptions { create: false, ..mode.clone() })?;
            assert_eq!(ids(&script, &ListQuery::new(Kind::Counterparty)), ["c"]);
            Ok::<_, StoreError>(())
        })
        .expect("writes");
    }
}

#[test]
fn many_writers_at_once_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = Arc::new(open(folder.path()));
    let script = Arc::new(open(folder.path()));
    let threads: Vec<_> = (0..4)
        .map(|writer| {
            let store = Arc::clone(if writer % 2 == 0 { &desk } else { &script });
            thread::spawn(move || {
                for n in 0..25 {
                    put(&store, &counterparty(&format!("c{writer}-{n}"), "Колос"));
                    rows(&store, &ListQuery::new(Kind::Counterparty));
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("ends well");
    }
    assert_eq!(desk.read(|reader| reader.count(&ListQuery::new(Kind::Counterparty))).expect("counts"), 100);
    assert_eq!(desk.read(|reader| reader.head()).expect("reads"), 100);
    assert_eq!(desk.verify().expect("reads"), []);
}

#[test]
fn a_panic_in_a_transaction_leaves_the_store_usable() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.write(|writer| -> Result<(), StoreError> {
            writer.apply(&counterparty("c", "Колос"), &Origin::Local)?;
            panic!("a mistake of ours");
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(store.read(|reader| reader.get("c")).expect("reads"), None);
    put(&store, &counterparty("c", "Нива"));
}

#[test]
fn what_was_saved_is_there_after_the_process_is_gone() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    put(&store, &counterparty("c", "Колос"));
    // The copy of the files as they are at this moment stands for a process that was killed.
    let after = tempfile::tempdir().expect("a folder");
    for file in std::fs::read_dir(folder.path()).expect("reads") {
        let file = file.expect("reads");
        if file.file_name() != "desk.sqlite-shm" {
            std::fs::copy(file.path(), after.path().join(file.file_name())).expect("copies");
        }
    }
    let revived = open(after.path());
    assert_eq!(row(&revived, "c").name, "Колос");
    assert_eq!(revived.verify().expect("reads"), []);
}

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    put(&store, &counterparty("c", "Колос"));
    store.limit_pages(1).expect("limits");
    let big = "х".repeat(4_000_000);
    let refused = try_put(&store, &create(Kind::Good, "g", json!({"name": big})));
    assert_eq!(refused.expect_err("does not fit").code(), "disk_full");
    assert_eq!(row(&store, "c").name, "Колос");
    store.limit_pages(1_000_000).expect("frees");
    put(&store, &create(Kind::Good, "g", json!({"name": "Насос"})));
    put(&store, &turn(Kind::Counterparty, "c", State::Live, State::Archived));
    assert_eq!(store.verify().expect("reads"), []);
}
