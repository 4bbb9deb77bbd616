//! Golden databases of every released schema are opened, upgraded and read. The schema after the newest is only known to
//! these tests: it shows that the way to it works before there is one.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;
use torgdom_records::Kind;

use crate::opening::connect_file;
use crate::schema::{Found, Schema};
use crate::{ListQuery, OpenOptions, STORE_FILE, Store, StoreError};

const PASSPHRASE: &str = "верная фраза для пробы";
const NEXT: &str = "ALTER TABLE record ADD COLUMN mark TEXT; CREATE TABLE shelf(x); UPDATE record SET mark = 'было';";
/// Its last statement fails, after others have worked.
const SPOILT: &str = "CREATE TABLE shelf(x); DELETE FROM journal; INSERT INTO nowhere VALUES(1);";

const ONE: &str = include_str!("../schema/1.sql");
const TO_COME: Schema = Schema::of(&[ONE, NEXT]);
const WRONG: Schema = Schema::of(&[ONE, SPOILT]);

/// What no upgrade may change: a query a line, over the truth and not its projections.
const TRUTH: &str = include_str!("../../tests/golden/truth.sql");

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// A profile with the golden database of version 1.
fn profile() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(golden("schema-1.sqlite"), folder.path().join(STORE_FILE)).expect("the golden database");
    folder
}

fn options() -> OpenOptions {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
    OpenOptions { today, passphrase: Some(PASSPHRASE.to_owned()), ..OpenOptions::default() }
}

fn text_of(connection: &Connection) -> String {
    let mut text = String::new();
    for query in TRUTH.lines() {
        writeln!(text, "-- {query}").expect("text grows");
        let mut statement = connection.prepare(query).expect("a table");
        let columns = statement.column_count();
        let mut rows = statement.query([]).expect("reads");
        while let Some(row) = rows.next().expect("reads") {
            let cells = (0..columns).map(|column| match row.get_ref(column).expect("a cell") {
                ValueRef::Null => "∅".to_owned(),
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Text(cell) => std::str::from_utf8(cell).expect("UTF-8").to_owned(),
                other => panic!("{other:?}"),
            });
            writeln!(text, "{}", cells.collect::<Vec<_>>().join(" | ")).expect("text grows");
        }
    }
    text
}

fn truth(store: &Store) -> String {
    text_of(&store.place().connect_reader().expect("opens"))
}

/// What the golden database held when it was made.
fn snapshot() -> String {
    fs::read_to_string(golden("schema-1.txt")).expect("the snapshot")
}

/// Version of the file, seen from outside.
fn version(path: &Path) -> i64 {
    let connection = connect_file(path, None, None, OpenFlags::empty()).expect("opens");
    match TO_COME.look(&connection).expect("is ours") {
        Found::Ours { version } => version,
        Found::Empty => 0,
    }
}

fn backup_before(folder: &Path, version: i64) -> PathBuf {
    folder.join("backups").join(format!("before-schema-{version}-2026-11-23.sqlite"))
}

#[test]
fn the_golden_database_opens_and_holds_what_it_held() {
    let folder = profile();
    let store = Store::open(folder.path(), options()).expect("opens");
    assert_eq!(store.verify().expect("reads"), []);
    let found = truth(&store);
    for (at, (found, golden)) in found.lines().zip(snapshot().lines()).enumerate() {
        assert_eq!(found, golden, "line {at}");
    }
    assert_eq!(found, snapshot());
    for kind in Kind::ALL {
        let records = store.read(|reader| reader.all(kind)).expect("reads");
        assert!(!records.is_empty(), "a golden database has each kind; {kind} is missing");
    }
    let listed = store.read(|reader| reader.list(&ListQuery::new(Kind::Invoice))).expect("lists");
    assert!(listed.rows.len() >= 2, "{listed:?}");
    assert!(!store.read(|reader| reader.search(None, "агроснаб", 5)).expect("searches").is_empty());
    store.rebuild_projections().expect("rebuilds");
    assert_eq!(store.verify().expect("reads"), []);
}

#[test]
fn an_upgrade_keeps_everything_and_a_checked_backup_before() {
    let folder = profile();
    let store = Store::open_as(folder.path(), options(), &TO_COME).expect("upgrades");
    assert_eq!((store.verify().expect("reads"), truth(&store)), (vec![], snapshot()));
    drop(store);
    assert_eq!(version(&folder.path().join(STORE_FILE)), 2);
    let before = backup_before(folder.path(), 2);
    assert_eq!(version(&before), 1);
    assert_eq!(text_of(&connect_file(&before, None, None, OpenFlags::empty()).expect("opens")), snapshot());
    // The second opening has nothing to do.
    fs::remove_file(&before).expect("removes");
    drop(Store::open_as(folder.path(), options(), &TO_COME).expect("opens"));
    assert!(!before.exists());
}

#[test]
fn an_upgrade_that_fails_in_the_middle_leaves_the_version_before() {
    let folder = profile();
    let failed = Store::open_as(folder.path(), options(), &WRONG).err().expect("fails");
    assert!(matches!(failed, StoreError::Fault(_)), "{failed:?}");
    assert_eq!((version(&folder.path().join(STORE_FILE)), version(&backup_before(folder.path(), 2))), (1, 1));
    let store = Store::open(folder.path(), options()).expect("the program before opens it");
    assert_eq!((store.verify().expect("reads"), truth(&store)), (vec![], snapshot()));
}

/// Without a backup there is no upgrade.
#[test]
fn an_upgrade_waits_until_its_backup_can_be_made() {
    let folder = profile();
    let backups = folder.path().join("backups");
    fs::write(&backups, b"in the way").expect("writes");
    assert!(Store::open_as(folder.path(), options(), &TO_COME).is_err());
    assert_eq!(version(&folder.path().join(STORE_FILE)), 1);
    fs::remove_file(backups).expect("removes");
    drop(Store::open_as(folder.path(), options(), &TO_COME).expect("upgrades"));
    assert_eq!(version(&folder.path().join(STORE_FILE)), 2);
}

#[test]
fn an_older_program_refuses_a_newer_store_and_its_backups() {
    let folder = profile();
    drop(Store::open_as(folder.path(), options(), &TO_COME).expect("upgrades"));
    let file = folder.path().join(STORE_FILE);
    let bytes = fs::read(&file).expect("reads");
    let refused = Store::open(folder.path(), options()).err().expect("is refused");
    assert!(matches!(refused, StoreError::NewerSchema { found: 2, known: 1 }), "{refused:?}");
    assert_eq!(fs::read(&file).expect("reads"), bytes);
    let older = profile();
    let store = Store::open(older.path(), options()).expect("opens");
    let refused = store.restore_from(&file, None, |_, _| Ok::<_, StoreError>(())).expect_err("is refused");
    assert!(matches!(refused, StoreError::NewerSchema { found: 2, known: 1 }), "{refused:?}");
    assert_eq!(truth(&store), snapshot());
}

#[test]
fn an_encrypted_store_is_upgraded_with_an_encrypted_backup() {
    let folder = profile();
    let store = Store::open(folder.path(), options()).expect("opens");
    store.change_passphrase(Some(PASSPHRASE)).expect("encrypts");
    assert_eq!((store.verify().expect("reads"), truth(&store)), (vec![], snapshot()));
    drop(store);
    let store = Store::open_as(folder.path(), options(), &TO_COME).expect("upgrades");
    assert_eq!((store.verify().expect("reads"), truth(&store)), (vec![], snapshot()));
    let before = backup_before(folder.path(), 2);
    Store::examine_backup(&before, Some(PASSPHRASE)).expect("opens with the pass-phrase");
    assert_eq!(Store::examine_backup(&before, None).expect_err("is encrypted").code(), "passphrase_needed");
}
