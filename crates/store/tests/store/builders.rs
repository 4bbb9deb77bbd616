//! Short ways to say what a test is about.

use std::path::Path;

use serde_json::{Value, json};
use torgdom_records::{Body, Change, Kind, Op, Origin, Record, State, diff, prune_body};
use torgdom_store::{ListQuery, ListRow, OpenOptions, Store, StoreError, Writer};

pub const AT: &str = "2026-11-22T12:00:00+03:00";
pub const PASSPHRASE: &str = "верная фраза для пробы";

pub fn options() -> OpenOptions {
    OpenOptions { create: true, today: today(), ..OpenOptions::default() }
}

pub fn today() -> chrono::NaiveDate {
    day("2026-11-22")
}

pub fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

pub fn encrypted() -> OpenOptions {
    OpenOptions { passphrase: Some(PASSPHRASE.to_owned()), ..options() }
}

pub fn memory() -> Store {
    Store::in_memory(options()).expect("opens")
}

pub fn open(dir: &Path) -> Store {
    Store::open(dir, options()).expect("opens")
}

/// Runs a test on a store in memory, in a plain file and in an encrypted one.
pub fn on_every_store(test: impl Fn(&Store)) {
    test(&memory());
    for options in [options(), encrypted()] {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path(), options).expect("opens");
        test(&store);
        assert_eq!(store.verify().expect("reads"), []);
    }
}

pub fn body(value: Value) -> Body {
    prune_body(value.as_object().cloned().expect("an object"))
}

pub fn change(kind: Kind, id: &str, op: Op) -> Change {
    Change { id: id.to_owned(), kind, op, author: "Анна".to_owned(), at: AT.to_owned(), together: None }
}

pub fn create(kind: Kind, id: &str, value: Value) -> Change {
    change(kind, id, Op::Create { state: State::first(kind), body: body(value) })
}

pub fn issue(id: &str, value: Value) -> Change {
    change(Kind::Invoice, id, Op::Issue { body: body(value) })
}

pub fn turn(kind: Kind, id: &str, from: State, to: State) -> Change {
    change(kind, id, Op::State { from, to, reason: None })
}

pub fn put(store: &Store, change: &Change) -> Record {
    try_put(store, change).expect("applies")
}

pub fn try_put(store: &Store, change: &Change) -> Result<Record, StoreError> {
    store.write(|writer| writer.apply(change, &Origin::Local))
}

/// Changes fields of a record as a form would: by the difference.
pub fn set(store: &Store, id: &str, fields: Value) -> Record {
    store.write(|writer| set_in(writer, id, fields)).expect("applies")
}

pub fn set_in(writer: &Writer<'_>, id: &str, fields: Value) -> Result<Record, StoreError> {
    let record = writer.get(id)?.ok_or_else(|| StoreError::NotFound(id.to_owned()))?;
    let mut new = record.body.clone();
    for (field, value) in fields.as_object().expect("an object") {
        new.insert(field.clone(), value.clone());
    }
    let new = prune_body(new);
    writer.apply(&change(record.kind, id, Op::Edit { edits: diff(&record.body, &new) }), &Origin::Local)
}

/// Restores as it is, with nothing to put right.
pub fn restore(store: &Store, path: &Path, passphrase: Option<&str>) -> Result<std::path::PathBuf, StoreError> {
    store.restore_from(path, passphrase, |_, _| Ok(()))
}

pub fn counterparty(id: &str, name: &str) -> Change {
    create(Kind::Counterparty, id, json!({"name": name, "country": "RU", "buyer": true}))
}

/// An issued invoice with what lists need.
pub fn invoice(id: &str, number: &str, date: &str, total: &str) -> Value {
    json!({"number": number, "date": date, "due": date, "organisation": "o", "counterparty": "c", "currency": "RUB",
        "totals": {"gross": total}, "draft": format!("{id}-draft")})
}

pub fn payment(id: &str, sum: &str, allocations: Value) -> Change {
    create(
        Kind::Payment,
        id,
        json!({"direction": "incoming", "date": "2026-11-20", "counterparty": "c", "amount": sum, "currency": "RUB", "allocations": allocations}),
    )
}

pub fn rows(store: &Store, query: &ListQuery) -> Vec<ListRow> {
    store.read(|reader| reader.list(query)).expect("lists").rows
}

pub fn ids(store: &Store, query: &ListQuery) -> Vec<String> {
    rows(store, query).into_iter().map(|row| row.id).collect()
}

pub fn row(store: &Store, id: &str) -> ListRow {
    store.read(|reader| reader.list_row_of(id, Some(today()))).expect("reads").expect("is there")
}
