//! Makes a golden database: a small store with each kind of record, as this version of the program writes it. Later
//! versions open it in their tests (`crates/store/tests/golden/schema-N.sqlite`). `golden FILE`; a golden database is made once for each
//! version of the schema and never again.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use torgdom_app::commands::call;
use torgdom_app::records::{Change, Edit, Kind, Op, Origin, State};
use torgdom_app::{Desk, Failure, OpenOptions};
use torgdom_store::{Store, StoreError, Writer};

const AT: &str = "2026-11-22T12:00:00+03:00";

fn main() -> Result<()> {
    let file = std::env::args().nth(1).context("golden FILE")?;
    let file = std::path::absolute(file)?;
    ensure!(!file.exists(), "a golden database is never made again");
    let folder = tempfile::tempdir()?;
    let profile = folder.path().join("profile");
    let desk = torgdom_app::open(&profile, OpenOptions::default());
    trade(&desk).map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    drop(desk);
    let store = Store::open(&profile, torgdom_store::OpenOptions::default())?;
    join_a_platform(&store)?;
    ensure!(store.verify()?.is_empty(), "the store is not in order");
    let made = store.backup_to(&file)?;
    std::fs::write(file.with_extension("txt"), truth(&file)?)?;
    println!("{}: {} records, {} bytes", file.display(), made.records, made.bytes);
    Ok(())
}

/// All that no upgrade may change, as text, for the test to compare with.
fn truth(file: &Path) -> Result<String> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut text = String::new();
    for query in include_str!("../../../crates/store/tests/golden/truth.sql").lines() {
        writeln!(text, "-- {query}")?;
        let mut statement = connection.prepare(query)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let cells = (0..columns).map(|column| match row.get_ref(column)? {
                ValueRef::Null => Ok("∅".to_owned()),
                ValueRef::Integer(number) => Ok(number.to_string()),
                other => Ok(other.as_str()?.to_owned()),
            });
            writeln!(text, "{}", cells.collect::<rusqlite::Result<Vec<_>>>()?.join(" | "))?;
        }
    }
    Ok(text)
}

fn ask(desk: &Desk, name: &str, args: Value) -> Result<Value, Failure> {
    call(desk, name, args)
}

fn id(view: &Value) -> String {
    view["id"].as_str().unwrap_or_default().to_owned()
}

/// A day of trade through the program's own commands.
fn trade(desk: &Desk) -> Result<(), Failure> {
    let organisation = json!({
        "country": "RU", "tax_id": "7707083893", "kpp": "770701001", "name": "ООО «Торговый дом «Заречье-М»",
        "address": "115088, г. Москва, ул. Малая Заречная, д. 14", "head": "Ковальчук Е. С.", "last_invoice": "1196",
        "account": {"number": "40702810900000002851", "bic": "044030827", "bank_name": "АО «Банк»"}
    });
    let state = ask(desk, "start.create", json!({"mode": "empty", "language": "ru", "organisation": organisation}))?;
    let create = |kind: &str, body: Value| ask(desk, "record.create", json!({"kind": kind, "body": body})).map(|view| id(&view));
    let buyer =
        json!({"name": "ОАО «Агроснаб»", "country": "BY", "tax_id": "100582333", "buyer": true, "note": "Ёлки, «кавычки» — и №"});
    let buyer = create("counterparty", buyer)?;
    let contract = json!({"counterparty": buyer, "organisation": state["organisation"], "number": "17/2026", "date": "2026-02-03",
        "currency": "RUB"});
    let contract = create("contract", contract)?;
    let good = create("good", json!({"name": "Насос шестерённый НШ-32", "article": "НШ-32", "unit": "796", "vat": "base"}))?;
    let list = create("price_list", json!({"name": "Опт", "currency": "RUB", "date": "2026-01-01"}))?;
    ask(desk, "price.set", json!({"list": list, "good": good, "text": "12 500,50"}))?;
    create("settings", json!({"note": "общие настройки"}))?;
    // A rate of a day to come: the deal below is worked out with the table as it is.
    let rate = json!({"country": "RU", "code": "24", "class": "base", "from": "2036-01-01", "source": "поправка к таблице",
        "checked_on": "2026-11-22"});
    create("table", json!({"table": "vat", "note": "поправка к таблице", "rows": [rate]}))?;
    let deal = id(&ask(desk, "deal.create", json!({"counterparty": buyer, "contract": contract}))?);
    for price in ["33,33", "1200*1,2"] {
        let added = ask(desk, "line.add", json!({"id": deal, "good": good}))?;
        for (field, text) in [("quantity", "3"), ("price", price)] {
            ask(desk, "line.enter", json!({"id": deal, "line": added["line"], "field": field, "text": text}))?;
        }
    }
    ask(desk, "deal.post", json!({"id": deal}))?;
    let draft = id(&ask(desk, "invoice.from_deal", json!({"deal": deal, "scope": "whole"}))?);
    let issued = id(&ask(desk, "invoice.issue", json!({"id": draft}))?);
    let copy = id(&ask(desk, "invoice.copy", json!({"id": issued}))?);
    let wrong = id(&ask(desk, "invoice.issue", json!({"id": copy}))?);
    ask(desk, "invoice.void", json!({"id": wrong, "reason": "ошибка в цене"}))?;
    ask(desk, "invoice.pay", json!({"id": issued, "amount": "100"}))?;
    let archived = create("counterparty", json!({"name": "ООО «Бывший»", "country": "RU"}))?;
    ask(desk, "record.archive", json!({"id": archived}))?;
    let discarded = id(&ask(desk, "invoice.create", json!({}))?);
    ask(desk, "record.discard", json!({"id": discarded}))?;
    ask(desk, "invoice.create", json!({"counterparty": buyer}))?;
    Ok(())
}

/// What only a desk that has joined a platform has: sealed mutations, confirmed bodies under unsent edits.
fn join_a_platform(store: &Store) -> Result<(), StoreError> {
    let theirs = "01a20000-0000-7000-8000-000000000001";
    let edit = |path: &str, old: &str, new: &str| Op::Edit { edits: vec![Edit::new(path, Some(json!(old)), Some(json!(new)))] };
    let change = |op: Op| Change {
        id: theirs.to_owned(),
        kind: Kind::Counterparty,
        op,
        author: "Анна".to_owned(),
        at: AT.to_owned(),
        together: None,
    };
    store.write(|writer: &Writer<'_>| {
        writer.enrol("desk-1")?;
        writer.seal(None)?;
        let body = json!({"name": "ООО «Нива»", "country": "RU", "note": "с платформы"});
        let body = body.as_object().cloned().unwrap_or_default();
        writer.apply(&change(Op::Create { state: State::Live, body }), &Origin::Platform { seq: 1 })?;
        writer.apply(&change(edit("/name", "ООО «Нива»", "ООО «Новая нива»")), &Origin::Local)?;
        writer.seal(None)?;
        writer.apply(&change(edit("/note", "с платформы", "ещё не отправлено")), &Origin::Local).map(drop)
    })
}
