//! Backups, restoring, verifying.

use std::fs;

use serde_json::json;
use torgdom_records::Kind;
use torgdom_store::{ListQuery, OpenOptions, STORE_FILE, Store};

use crate::builders::*;

fn names(store: &Store) -> Vec<String> {
    rows(store, &ListQuery::new(Kind::Counterparty)).into_iter().map(|row| row.name).collect()
}

#[test]
fn a_backup_brings_everything_back() {
    for options in [options(), encrypted()] {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(&folder.path().join("profile"), options.clone()).expect("opens");
        put(&store, &counterparty("c", "Колос"));
        let path = folder.path().join("out/копия.sqlite");
        let backup = store.backup_to(&path).expect("backs up");
        assert_eq!((backup.records, backup.bytes), (1, fs::metadata(&path).expect("is there").len()));

        set(&store, "c", json!({"name": "Нива"}));
        put(&store, &counterparty("c2", "Рожь"));
        let kept = restore(&store, &path, options.passphrase.as_deref()).expect("restores");
        assert_eq!(names(&store), ["Колос"]);
        assert_eq!(store.verify().expect("reads"), []);
        put(&store, &counterparty("c3", "Ячмень"));

        // What was there before the restore is not lost.
        restore(&store, &kept, options.passphrase.as_deref()).expect("restores");
        assert_eq!(names(&store), ["Нива", "Рожь"]);
    }
}

#[test]
fn a_backup_moves_between_plain_and_encrypted_profiles() {
    let folder = tempfile::tempdir().expect("a folder");
    let plain = open(&folder.path().join("plain"));
    let secret = Store::open(&folder.path().join("secret"), encrypted()).expect("opens");
    put(&plain, &counterparty("c", "Колос"));
    put(&secret, &counterparty("c", "Нива"));
    let (from_plain, from_secret) = (folder.path().join("plain.sqlite"), folder.path().join("secret.sqlite"));
    plain.backup_to(&from_plain).expect("backs up");
    secret.backup_to(&from_secret).expect("backs up");

    assert_eq!(restore(&plain, &from_secret, None).expect_err("is refused").code(), "passphrase_needed");
    assert_eq!(restore(&plain, &from_secret, Some("не та")).expect_err("is refused").code(), "wrong_passphrase");
    restore(&plain, &from_secret, Some(PASSPHRASE)).expect("restores");
    restore(&secret, &from_plain, None).expect("restores");
    assert_eq!((names(&plain), names(&secret)), (vec!["Нива".to_owned()], vec!["Колос".to_owned()]));
    assert!(secret.is_encrypted() && !plain.is_encrypted());
    drop(secret);
    let secret = Store::open(&folder.path().join("secret"), encrypted()).expect("opens");
    assert_eq!(names(&secret), ["Колос"]);
    assert_eq!(secret.verify().expect("reads"), []);
}

#[test]
fn what_is_no_backup_is_refused_and_nothing_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(&folder.path().join("profile"));
    put(&store, &counterparty("c", "Колос"));
    let path = folder.path().join("x.sqlite");
    assert_eq!(restore(&store, &path, None).expect_err("is refused").code(), "file_not_found");
    fs::write(&path, b"no database").expect("writes");
    assert_eq!(restore(&store, &path, None).expect_err("is refused").code(), "not_ours");
    fs::write(&path, b"").expect("writes");
    assert_eq!(restore(&store, &path, None).expect_err("is refused").code(), "not_ours");
    store.backup_to(&path).expect("backs up");
    let mut bytes = fs::read(&path).expect("reads");
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(7);
    fs::write(&path, bytes).expect("writes");
    assert_eq!(restore(&store, &path, None).expect_err("is refused").code(), "backup_damaged");
    assert_eq!(names(&store), ["Колос"]);
}

#[test]
fn the_command_line_sees_a_restore_as_one_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let (desk, other) = (open(folder.path()), open(folder.path()));
    put(&desk, &counterparty("c", "Колос"));
    let path = folder.path().join("copy.sqlite");
    desk.backup_to(&path).expect("backs up");
    put(&desk, &counterparty("c2", "Нива"));
    assert_eq!(names(&other).len(), 2);
    restore(&desk, &path, None).expect("restores");
    assert_eq!(names(&other), ["Колос"]);
    put(&other, &counterparty("c3", "Рожь"));
    assert_eq!(names(&desk), ["Колос", "Рожь"]);
}

#[test]
fn one_backup_a_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    assert!(store.daily_backup(today()).expect("backs up").is_some());
    assert!(store.daily_backup(today()).expect("looks").is_none());
    for n in 1..40 {
        store.daily_backup(today().checked_add_days(chrono::Days::new(n)).expect("a day")).expect("backs up");
    }
    let kept = store.backups().expect("lists");
    assert!((10..=13).contains(&kept.len()), "{kept:?}");
    assert!(kept[0].ends_with("desk-2026-12-31.sqlite"), "{kept:?}");
}

#[test]
fn verify_finds_what_somebody_did_behind_our_back() {
    let tampering = [
        ("UPDATE record SET body = json_set(body, '$.name', 'Хитрый') WHERE key = 1", "journal_body"),
        ("UPDATE journal SET author = 'Никто' WHERE n = 1", "journal_chain"),
        ("DELETE FROM journal WHERE n = 1", "journal_chain"),
        ("UPDATE list SET name = 'Хитрый' WHERE key = 1", "row_differs"),
        ("UPDATE list SET party_name = 'Хитрый' WHERE counterparty = 1", "row_differs"),
        ("UPDATE list SET id = 'x' WHERE key = 1", "row_differs"),
        ("DELETE FROM list WHERE key = 1", "row_missing"),
        ("DELETE FROM code", "codes_differ"),
        ("DELETE FROM allocation", "allocations_differ"),
        ("UPDATE block SET c5 = c5 + 1", "blocks_differ"),
        ("DELETE FROM tally", "counts_differ"),
        ("UPDATE tally_month SET rows = rows + 1", "counts_differ"),
        ("UPDATE turnover SET total_low = total_low + 1", "counts_differ"),
        ("DELETE FROM sale", "sales_differ"),
        ("INSERT INTO word(word) VALUES('delete-all')", "words_differ"),
        ("INSERT INTO piece(rowid, text) VALUES(1, 'чужое')", "words_differ"),
        ("UPDATE blob SET bytes = x'00'", "blob_content"),
        ("DELETE FROM record WHERE key = 1", "row_left_over"),
    ];
    for (sql, code) in tampering {
        let folder = tempfile::tempdir().expect("a folder");
        let store = open(folder.path());
        put(&store, &create(Kind::Counterparty, "c", json!({"name": "Колос", "tax_id": "7707083893"})));
        set(&store, "c", json!({"name": "Нива"}));
        put(&store, &issue("i", json!({"date": "2026-11-01", "counterparty": "c", "lines": {"1": {"good": "g", "price": "5"}}})));
        put(&store, &payment("p", "5", json!({"i": {"amount": "5"}})));
        put(&store, &turn(Kind::Payment, "p", torgdom_records::State::Draft, torgdom_records::State::Issued));
        store
            .write(|writer| writer.put_blob(b"%PDF", "application/pdf"))
            .map_err(|error: torgdom_store::StoreError| error)
            .expect("writes");
        assert_eq!(store.verify().expect("reads"), []);
        drop(store);
        let connection = rusqlite::Connection::open(folder.path().join(STORE_FILE)).expect("opens");
        connection.execute_batch(sql).expect("tampers");
        drop(connection);
        let store = open(folder.path());
        let findings = store.verify().expect("reads");
        assert!(findings.iter().any(|finding| finding.code == code), "{sql}: {findings:?}");
    }
}

#[test]
fn rebuilding_mends_projections() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    put(&store, &counterparty("c", "Колос"));
    drop(store);
    let connection = rusqlite::Connection::open(folder.path().join(STORE_FILE)).expect("opens");
    connection.execute_batch("DELETE FROM list; DELETE FROM code; DELETE FROM block; DELETE FROM tally; DELETE FROM tally_month; INSERT INTO word(word) VALUES('delete-all')").expect("tampers");
    drop(connection);
    let store = Store::open(folder.path(), OpenOptions { ..options() }).expect("opens");
    assert_eq!(names(&store), Vec::<String>::new());
    store.rebuild_projections().expect("rebuilds");
    assert_eq!(names(&store), ["Колос"]);
    assert_eq!(store.verify().expect("reads"), []);
    assert_eq!(store.read(|reader| reader.search(None, "колос", 5)).expect("searches").len(), 1);
}
