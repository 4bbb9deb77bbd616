//! Files that are not ours, not readable, not current, or not alone.

use std::fs;

use serde_json::json;
use torgdom_records::Kind;
use torgdom_store::{ListQuery, OpenOptions, STORE_FILE, Store, StoreError};

use crate::builders::*;

fn code(result: Result<Store, StoreError>) -> &'static str {
    result.err().expect("is refused").code()
}

fn plain_options() -> OpenOptions {
    OpenOptions { today: today(), ..OpenOptions::default() }
}

fn with(passphrase: &str) -> OpenOptions {
    OpenOptions { passphrase: Some(passphrase.to_owned()), ..plain_options() }
}

#[test]
fn a_store_that_is_not_there_is_not_made_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(!Store::exists(folder.path()));
    assert_eq!(code(Store::open(folder.path(), plain_options())), "not_initialised");
    assert_eq!(code(Store::open(&folder.path().join("no/such"), plain_options())), "not_initialised");
    drop(open(&folder.path().join("new/profile")));
    assert!(Store::exists(&folder.path().join("new/profile")));
}

#[test]
fn files_that_are_not_ours_are_refused_and_left_alone() {
    let foreign = tempfile::tempdir().expect("a folder");
    let path = foreign.path().join(STORE_FILE);
    let other = rusqlite::Connection::open(&path).expect("opens");
    other.execute_batch("CREATE TABLE theirs(x); INSERT INTO theirs VALUES(1)").expect("writes");
    drop(other);
    let before = fs::read(&path).expect("reads");
    assert_eq!(code(Store::open(foreign.path(), options())), "not_ours");
    assert_eq!(fs::read(&path).expect("reads"), before);

    for content in [&b"hello, this is a letter and no database at all"[..], &b"SQLite format 3\0"[..], &[0_u8; 5000][..]] {
        fs::write(&path, content).expect("writes");
        assert_eq!(code(Store::open(foreign.path(), options())), "not_ours");
        assert_eq!(fs::read(&path).expect("reads"), content);
    }
    fs::remove_file(&path).expect("removes");
    fs::create_dir(&path).expect("makes");
    assert!(Store::open(foreign.path(), options()).is_err());
}

#[test]
fn a_making_that_was_cut_short_is_made_again() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(STORE_FILE), b"").expect("writes");
    assert!(!Store::exists(folder.path()));
    assert_eq!(code(Store::open(folder.path(), plain_options())), "not_initialised");
    let store = open(folder.path());
    put(&store, &counterparty("c", "Колос"));
}

#[test]
fn a_store_of_a_newer_program_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(open(folder.path()));
    let connection = rusqlite::Connection::open(folder.path().join(STORE_FILE)).expect("opens");
    connection.pragma_update(None, "user_version", 99).expect("writes");
    drop(connection);
    let refused = Store::open(folder.path(), options()).err().expect("is refused");
    assert!(matches!(refused, StoreError::NewerSchema { found: 99, .. }), "{refused:?}");
}

#[test]
fn a_damaged_store_says_so_and_never_panics() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(STORE_FILE);
    let store = open(folder.path());
    for n in 0..200 {
        put(&store, &counterparty(&format!("c{n}"), &format!("Колос {n}")));
    }
    drop(store);
    let sound = fs::read(&path).expect("reads");
    for place in [4096, 5 * 4096, sound.len() / 2, sound.len() - 4096] {
        let mut bad = sound.clone();
        bad[place..place + 4096].fill(0x5a);
        fs::write(&path, bad).expect("writes");
        let told = match Store::open(folder.path(), options()) {
            Err(error) => error.code().to_owned(),
            Ok(store) => match store.verify() {
                Err(error) => error.code().to_owned(),
                Ok(findings) if findings.is_empty() => {
                    // An unused page: nothing is lost with it.
                    assert_eq!(rows(&store, &ListQuery { limit: 500, ..ListQuery::new(Kind::Counterparty) }).len(), 200);
                    continue;
                }
                Ok(findings) => findings[0].code.clone(),
            },
        };
        assert!(["corrupt", "file"].contains(&told.as_str()), "{place}: {told:?}");
    }
}

#[test]
fn one_desk_a_profile_and_the_command_line_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = || Store::open(folder.path(), OpenOptions { lock_desk: true, ..options() });
    let first = desk().expect("opens");
    assert_eq!(code(desk()), "locked_by_other_desk");
    let command_line = Store::open(folder.path(), plain_options()).expect("opens beside");
    put(&command_line, &counterparty("c", "Колос"));
    drop(first);
    assert!(desk().is_ok());
}

#[test]
fn a_passphrase_is_asked_for_and_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path(), encrypted()).expect("opens");
    assert!(store.is_encrypted());
    put(&store, &counterparty("c", "Агроснаб"));
    drop(store);
    assert_eq!(code(Store::open(folder.path(), plain_options())), "passphrase_needed");
    assert_eq!(code(Store::open(folder.path(), with("не та"))), "wrong_passphrase");
    let store = Store::open(folder.path(), with(PASSPHRASE)).expect("opens");
    assert_eq!(row(&store, "c").name, "Агроснаб");
    for file in [STORE_FILE, "desk.sqlite-wal"] {
        let bytes = fs::read(folder.path().join(file)).unwrap_or_default();
        assert!(!bytes.windows(16).any(|part| part == "Агроснаб".as_bytes()), "{file} shows the name");
    }
    drop(store);
    fs::remove_file(folder.path().join("desk.key")).expect("removes");
    assert_eq!(code(Store::open(folder.path(), with(PASSPHRASE))), "key_missing");
}

#[test]
fn a_passphrase_is_set_changed_and_taken_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    put(&store, &counterparty("c", "Колос"));
    store.daily_backup(today()).expect("backs up");
    assert_eq!(store.backups().expect("lists").len(), 1);

    store.change_passphrase(Some("первая")).expect("encrypts");
    assert!(store.is_encrypted());
    assert_eq!(store.backups().expect("lists").len(), 0, "no plain copy is left behind");
    put(&store, &counterparty("c2", "Нива"));
    store.check_passphrase("первая").expect("is it");
    store.change_passphrase(Some("вторая")).expect("wraps anew");
    assert_eq!(store.check_passphrase("первая").expect_err("is not it").code(), "wrong_passphrase");
    drop(store);
    assert_eq!(code(Store::open(folder.path(), with("первая"))), "wrong_passphrase");
    let store = Store::open(folder.path(), with("вторая")).expect("opens");
    store.change_passphrase(None).expect("decrypts");
    drop(store);
    let store = Store::open(folder.path(), plain_options()).expect("opens");
    assert!(!store.is_encrypted());
    assert_eq!(ids(&store, &ListQuery::new(Kind::Counterparty)), ["c", "c2"]);
    assert_eq!(store.verify().expect("reads"), []);
}

#[test]
fn a_store_that_others_have_open_is_not_swapped_under_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    let other = open(folder.path());
    assert_eq!(store.change_passphrase(Some("фраза")).expect_err("is refused").code(), "open_elsewhere");
    put(&other, &counterparty("c", "Колос"));
    drop(other);
    store.change_passphrase(Some("фраза")).expect("encrypts");
    assert_eq!(row(&store, "c").name, "Колос");
}

#[test]
fn a_new_store_is_encrypted_when_a_passphrase_is_given() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = Store::open(folder.path(), encrypted()).expect("opens");
    put(&first, &create(Kind::Good, "g", json!({"name": "Насос"})));
    drop(first);
    let start = fs::read(folder.path().join(STORE_FILE)).expect("reads");
    assert_ne!(&start[..15], b"SQLite format 3");
}
