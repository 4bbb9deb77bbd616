//! A restore is one change, together with what is put right in it; what is no backup is refused by its own name.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use serde_json::json;
use torgdom_records::{Kind, Op, Origin};
use torgdom_store::{ListQuery, OpenOptions, STORE_FILE, Store, StoreError};

use crate::builders::*;

/// A store with one counterparty, and a backup that another one is in.
fn with_backup(folder: &Path, options: OpenOptions) -> (Store, PathBuf) {
    let store = Store::open(&folder.join("profile"), options).expect("opens");
    put(&store, &counterparty("c", "Колос"));
    let path = folder.join("копия.sqlite");
    store.backup_to(&path).expect("backs up");
    set(&store, "c", json!({"name": "Нива"}));
    (store, path)
}

fn refused(store: &Store, path: &Path, passphrase: Option<&str>) -> &'static str {
    let before = fs::read(path).ok();
    let code = restore(store, path, passphrase).expect_err("is refused").code();
    assert_eq!(row(store, "c").name, "Нива", "{code}");
    assert_eq!(fs::read(path).ok(), before, "the file was touched");
    code
}

#[test]
fn what_is_put_right_comes_with_the_restored_records_or_not_at_all() {
    for options in [options(), encrypted()] {
        let folder = tempfile::tempdir().expect("a folder");
        let (store, path) = with_backup(folder.path(), options.clone());
        let passphrase = options.passphrase.as_deref();
        let failed = store.restore_from(&path, passphrase, |_, coming| {
            set_in(coming, "c", json!({"note": "написано"}))?;
            Err(StoreError::NotFound("нет".to_owned()))
        });
        assert_eq!(failed.expect_err("is refused").code(), "not_found");
        assert_eq!((row(&store, "c").name.as_str(), store.verify().expect("reads")), ("Нива", vec![]));
        let settle = |here: &torgdom_store::Reader<'_>, coming: &torgdom_store::Writer<'_>| {
            assert_eq!(here.get("c")?.expect("is there").body["name"], "Нива");
            set_in(coming, "c", json!({"note": "закрыто"})).map(drop)
        };
        store.restore_from(&path, passphrase, settle).expect("restores");
        let restored = store.read(|reader| reader.get("c")).expect("reads").expect("is there");
        assert_eq!((&restored.body["name"], &restored.body["note"]), (&json!("Колос"), &json!("закрыто")));
        assert_eq!(store.verify().expect("reads"), []);
    }
}

/// From the look at what is here until the end nobody else writes: nothing can fall between the kept copy and the restore.
#[test]
fn nobody_writes_while_a_restore_is_on_its_way() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, path) = with_backup(folder.path(), options());
    let other = rusqlite::Connection::open(folder.path().join("profile").join(STORE_FILE)).expect("opens");
    other.busy_timeout(std::time::Duration::ZERO).expect("sets");
    let tried = store.restore_from(&path, None, |_, _| {
        other.execute_batch("BEGIN IMMEDIATE").expect_err("the store is locked");
        let names: i64 = other.query_row("SELECT count(*) FROM record", [], |row| row.get(0))?;
        assert_eq!(names, 1, "reading goes on");
        Ok::<_, StoreError>(())
    });
    let kept = tried.expect("restores");
    other.execute_batch("BEGIN IMMEDIATE; ROLLBACK").expect("free again");
    restore(&store, &kept, None).expect("restores");
    assert_eq!(row(&store, "c").name, "Нива");
}

#[test]
fn each_wrong_file_has_its_own_refusal() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, path) = with_backup(folder.path(), options());
    let file = |name: &str, content: &[u8]| {
        let file = folder.path().join(name);
        fs::write(&file, content).expect("writes");
        file
    };
    let whole = fs::read(&path).expect("reads");
    assert_eq!(refused(&store, &folder.path().join("нет.sqlite"), None), "file_not_found");
    assert_eq!(refused(&store, folder.path(), None), "backup_is_folder");
    assert_eq!(refused(&store, &file("пусто", b""), None), "not_ours");
    assert_eq!(refused(&store, &file("письмо", "Здравствуйте! ".repeat(900).as_bytes()), None), "not_ours");
    for part in [17, 100, 4096, 8192, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        let code = refused(&store, &file("обрывок", &whole[..part]), None);
        assert_eq!(code, "backup_damaged", "{part} bytes");
    }
    let newer = file("новее", &whole);
    let connection = rusqlite::Connection::open(&newer).expect("opens");
    connection.pragma_update(None, "user_version", 99).expect("writes");
    drop(connection);
    assert_eq!(refused(&store, &newer, None), "newer_schema");
    let theirs = folder.path().join("чужая.sqlite");
    let connection = rusqlite::Connection::open(&theirs).expect("opens");
    connection.execute_batch("CREATE TABLE t(x)").expect("writes");
    drop(connection);
    assert_eq!(refused(&store, &theirs, None), "not_ours");
    assert!(
        !fs::read_dir(folder.path().join("profile"))
            .expect("reads")
            .flatten()
            .any(|entry| { entry.file_name().to_string_lossy().starts_with(".restore-") })
    );
}

#[test]
fn an_encrypted_backup_wants_its_key_and_its_phrase() {
    let folder = tempfile::tempdir().expect("a folder");
    let (secret, path) = with_backup(folder.path(), encrypted());
    let plain = open(&folder.path().join("plain"));
    put(&plain, &counterparty("c", "Нива"));
    for store in [&secret, &plain] {
        assert_eq!(refused(store, &path, None), "passphrase_needed");
        assert_eq!(refused(store, &path, Some("")), "passphrase_needed");
        assert_eq!(refused(store, &path, Some("не та")), "wrong_passphrase");
    }
    let whole = fs::read(&path).expect("reads");
    fs::write(&path, &whole[..whole.len() / 2]).expect("writes");
    assert_eq!(refused(&secret, &path, Some(PASSPHRASE)), "backup_damaged");
    assert_eq!(refused(&plain, &path, Some(PASSPHRASE)), "backup_damaged");
    fs::write(&path, &whole).expect("writes");
    fs::rename(path.with_extension("key"), folder.path().join("убран")).expect("moves");
    assert_eq!(refused(&secret, &path, Some(PASSPHRASE)), "key_missing");
}

/// A store that somebody copied by hand while it was open: its newest changes are in the log.
#[test]
fn a_copy_made_by_hand_brings_its_log_along() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = with_backup(folder.path(), options());
    let hand = folder.path().join("рука");
    fs::create_dir(&hand).expect("makes");
    for file in [STORE_FILE, "desk.sqlite-wal"] {
        fs::copy(folder.path().join("profile").join(file), hand.join(file)).expect("copies");
    }
    let new = open(&folder.path().join("new"));
    restore(&new, &hand.join(STORE_FILE), None).expect("restores");
    assert_eq!(row(&new, "c").name, "Нива");
    drop(store);
}

#[test]
fn leftovers_of_a_cut_are_swept_when_nobody_needs_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    store.daily_backup(today()).expect("backs up");
    let left = [".restore-x1y2", ".desk-rewritten.sqlite", "backups/.backup-x1y2.sqlite"].map(|name| folder.path().join(name));
    let leave = || {
        fs::create_dir_all(&left[0]).expect("makes");
        fs::write(left[0].join("restore.sqlite"), b"x").expect("writes");
        left[1..].iter().for_each(|path| fs::write(path, b"x").expect("writes"));
    };
    leave();
    drop(open(folder.path()));
    assert!(left.iter().all(|path| path.exists()), "they may be the other's work");
    drop(store);
    let store = open(folder.path());
    assert!(left.iter().all(|path| !path.exists()));
    assert_eq!(store.backups().expect("lists").len(), 1);
}

#[test]
fn a_store_that_does_not_open_is_set_aside_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, path) = with_backup(folder.path(), encrypted());
    let profile = folder.path().join("profile");
    assert_eq!(Store::set_aside(&profile).expect_err("is open").code(), "open_elsewhere");
    drop(store);
    let spoilt = "порча".repeat(1000).into_bytes();
    fs::write(profile.join(STORE_FILE), &spoilt).expect("writes");
    let aside = Store::set_aside(&profile).expect("moves");
    assert!(!Store::exists(&profile));
    assert_eq!(fs::read(&aside).expect("reads"), spoilt);
    assert!(aside.with_extension("key").exists());
    let store = Store::open(&profile, encrypted()).expect("opens anew");
    restore(&store, &path, Some(PASSPHRASE)).expect("restores");
    assert_eq!(row(&store, "c").name, "Колос");
}

#[test]
fn long_work_is_watched_and_can_be_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    for n in 0..30 {
        put(&store, &counterparty(&format!("c{n}"), &format!("Колос {n}")));
    }
    let mut told = Vec::new();
    let mut watch = |done, total| {
        told.push((done, total));
        ControlFlow::Continue(())
    };
    assert_eq!(store.verify_watched(&mut watch).expect("reads"), []);
    store.rebuild_watched(&mut watch).expect("rebuilds");
    assert_eq!(told, [(0, 60), (60, 60), (0, 30), (30, 30)]);
    let stop_at_the_end = |done, total| if done == total { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    assert_eq!(store.verify_watched(&mut stop_at_the_end.clone()).expect_err("is stopped").code(), "cancelled");
    assert_eq!(store.rebuild_watched(&mut stop_at_the_end.clone()).expect_err("is stopped").code(), "cancelled");
    assert_eq!(rows(&store, &ListQuery::new(Kind::Counterparty)).len(), 30);
    assert_eq!(store.verify().expect("reads"), []);
}

#[test]
fn a_purge_finds_references_wherever_and_whenever_they_were_written() {
    // Made half a minute before AT, as the program makes ids.
    let made = chrono::DateTime::parse_from_rfc3339(AT).expect("a moment").timestamp_millis() - 30_000;
    let hex = format!("{made:012x}");
    let id = |n: u32| format!("{}-{}-7000-8000-{n:012}", &hex[..8], &hex[8..]);
    let purge = |store: &Store, id: &str| {
        store
            .write(|writer| writer.apply(&change(Kind::Good, id, Op::Purge), &Origin::Local))
            .map(drop)
            .map_err(|error: StoreError| error.code())
    };
    let refers = |target: &str| json!({"name": "прайс", "prices": {target: {"price": "1"}}});
    on_every_store(|store| {
        for n in 0..4 {
            put(store, &create(Kind::Good, &format!("old-{n}"), json!({"name": "Насос"})));
        }
        // One that nothing refers to, one referred to afterwards, one before, one by an edit of an old record, and one
        // whose reference was taken back.
        put(store, &create(Kind::PriceList, "before", refers(&id(3))));
        for n in 1..=5 {
            put(store, &create(Kind::Good, &id(n), json!({"name": "Вал"})));
        }
        put(store, &create(Kind::PriceList, "after", refers(&id(2))));
        set(store, "old-1", json!({"note": id(4)}));
        set(store, "old-2", json!({"note": id(5)}));
        set(store, "old-2", json!({"note": "передумал"}));
        put(store, &create(Kind::PriceList, "other", refers("old-3")));
        assert_eq!(purge(store, &id(1)), Ok(()));
        assert_eq!(purge(store, &id(2)), Err("referred"));
        assert_eq!(purge(store, &id(3)), Err("referred"));
        assert_eq!(purge(store, &id(4)), Err("referred"));
        assert_eq!(purge(store, &id(5)), Ok(()));
        assert_eq!(purge(store, "old-3"), Err("referred"));
        assert_eq!(purge(store, "old-0"), Ok(()));
    });
}

/// What the restore is for: the store still opens, but part of it cannot be read.
#[test]
fn a_damaged_store_is_kept_as_it_is_and_makes_room() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, path) = with_backup(folder.path(), options());
    for n in 0..200 {
        put(&store, &counterparty(&format!("c{n}"), &format!("Колос {n}")));
    }
    drop(store);
    let file = folder.path().join("profile").join(STORE_FILE);
    let mut bytes = fs::read(&file).expect("reads");
    let middle = bytes.len() / 4096 / 2 * 4096;
    bytes[middle..middle + 20 * 4096].fill(0x5a);
    fs::write(&file, bytes).expect("writes");
    let store = open(&folder.path().join("profile"));
    assert_eq!(store.backup_to(&folder.path().join("x.sqlite")).expect_err("is damaged").code(), "corrupt");
    let kept = restore(&store, &path, None).expect("restores");
    assert!(kept.ends_with("damaged-1.sqlite"), "{kept:?}");
    assert_eq!((row(&store, "c").name.as_str(), store.verify().expect("reads")), ("Колос", vec![]));
    assert_eq!(store.restores_so_far().expect("counts"), 1);
}
