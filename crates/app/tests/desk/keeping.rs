//! Copies, restores, and long work that a person watches.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use torgdom_app::{Desk, Event};

use super::{ask, desk, moscow, refused, text};

fn copied(desk: &Desk, dir: &std::path::Path) -> PathBuf {
    let path = dir.join("копия.sqlite");
    ask(desk, "backup.now", json!({"path": path}));
    path
}

fn sample(desk: &Desk) -> String {
    let organisation = text(&ask(desk, "start.state", json!({})), "/organisation");
    text(&ask(desk, "series.list", json!({"organisation": organisation})), "/0/sample")
}

/// Each restore begins numbers of its own, also when nobody can read any more what the one before began.
#[test]
fn a_store_that_does_not_open_makes_room_for_a_copy() {
    let (dir, outside) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let working = moscow(dir.path());
    assert_eq!(sample(&working), "1197");
    let copy = copied(&working, outside.path());
    ask(&working, "backup.restore", json!({"path": copy}));
    assert_eq!(sample(&working), "В2-1");
    drop(working);
    let store = dir.path().join("desk.sqlite");
    fs::write(&store, "порча".repeat(2000)).expect("writes");
    let broken = desk(dir.path());
    assert_eq!(text(&ask(&broken, "start.state", json!({})), "/state"), "failed");
    assert_eq!(refused(&broken, "backup.restore", json!({"path": outside.path()})).code, "backup_is_folder");
    assert_eq!(fs::read(&store).expect("reads").len(), 20_000, "a wrong file moves nothing");
    let state = ask(&broken, "backup.restore", json!({"path": copy}));
    assert_eq!(text(&state, "/state"), "ready");
    assert_eq!(sample(&broken), "В3-1");
    assert_eq!(fs::read(dir.path().join("backups/set-aside-1.sqlite")).expect("kept").len(), 20_000);
    assert_eq!(ask(&broken, "verify", json!({})), json!([]));
}

#[test]
fn an_encrypted_copy_stays_encrypted_on_a_new_machine() {
    let (dir, new) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let old = moscow(&dir.path().join("profile"));
    ask(&old, "passphrase.set", json!({"old": "", "new": "верная скрепка"}));
    let copy = copied(&old, dir.path());
    let fresh = desk(new.path());
    assert_eq!(refused(&fresh, "backup.restore", json!({"path": copy})).code, "passphrase_needed");
    let wrong = refused(&fresh, "backup.restore", json!({"path": copy, "passphrase": "неверная скрепка"}));
    assert_eq!((wrong.code.as_str(), wrong.params["path"].as_str()), ("wrong_passphrase", copy.to_str().expect("UTF-8")));
    assert!(!new.path().join("desk.sqlite").exists(), "a refusal makes nothing");
    let state = ask(&fresh, "backup.restore", json!({"path": copy, "passphrase": "верная скрепка"}));
    assert_eq!((text(&state, "/state"), &state["encrypted"]), ("ready".to_owned(), &json!(true)));
}

#[test]
fn a_check_tells_how_far_it_is_and_can_be_stopped() {
    let dir = tempfile::tempdir().expect("a folder");
    let desk = Arc::new(moscow(dir.path()));
    let told = Arc::new(Mutex::new(Vec::new()));
    let (listening, notes) = (Arc::downgrade(&desk), Arc::clone(&told));
    desk.subscribe(move |event| {
        if let Event::Progress { id, done, total, .. } = event {
            notes.lock().expect("notes").push((id.clone(), *done, *total));
            if let Some(desk) = listening.upgrade().filter(|_| *done == 0 && id == "rebuild") {
                desk.cancel("rebuild");
            }
        }
    });
    desk.cancel("verify");
    assert_eq!(ask(&desk, "verify", json!({})), json!([]), "a wish of before does not count");
    let notes = std::mem::take(&mut *told.lock().expect("notes"));
    assert!(notes.len() >= 2 && notes.iter().all(|note| note.0 == "verify"), "{notes:?}");
    assert_eq!(notes.last().map(|note| note.1 == note.2), Some(true));
    assert_eq!(refused(&desk, "rebuild", json!({})).code, "cancelled");
    assert_eq!(ask(&desk, "verify", Value::Null), json!([]));
}
