//! Saving a deal of ten lines through the desk's verbs, beside a bare transaction that writes the same bytes.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use rusqlite::Connection;
use serde_json::{Map, Value, json};
use torgdom_app::Desk;
use torgdom_app::records::Kind;
use torgdom_app::store::{ListQuery, Position};

use super::measure::Times;
use super::profiles;
use super::report::{Goal, Report, number};

const SAVE_MS: f64 = 5.0;
const LINES: usize = 10;
/// A save that waits for the disk is most of all waiting: some hundred are enough.
const ROUNDS: u64 = 120;

/// # Errors
/// The store's.
pub fn measure(report: &mut Report, profile: &Path, scratch: &Path) -> Result<()> {
    let desk = profiles::open(profile);
    let (mut whole, mut cell, mut bare) = (Times::default(), Times::default(), Times::default());
    let mut bodies = Vec::new();
    for round in 0..ROUNDS {
        bodies.push(deal(&desk, round)?);
    }
    let floor = bare_store(scratch)?;
    let mut written = 0;
    for (round, body) in bodies.into_iter().enumerate() {
        let saved = whole.take(|| desk.create("deal", body)).map_err(|failure| anyhow!("{failure:?}"))?;
        let (line, _) = saved.body["lines"].as_object().and_then(|lines| lines.iter().next()).context("a deal without lines")?;
        cell.take(|| desk.enter_line(&saved.id, line, "quantity", &(round + 2).to_string()))
            .map_err(|failure| anyhow!("{failure:?}"))?;
        let rows = Rows::of(profile, &saved.id)?;
        written += rows.bytes();
        bare.take(|| rows.write(&floor))?;
    }
    report.note(&format!("{} saves of each kind, one transaction each, every one on the disk before the answer", whole.count()));
    let against = |times: &Times| format!("median {} p99 {} ms", number(times.cpu(50)), number(times.cpu(99)));
    report.goal("new deal of ten lines, processor, median", whole.cpu(50), " ms", Goal::AtMost(SAVE_MS));
    report.goal("one cell of it entered, processor, median", cell.cpu(50), " ms", Goal::AtMost(SAVE_MS));
    report.figure("new deal: processor", &against(&whole));
    report.figure("one cell: processor", &against(&cell));
    let bytes = written / usize::try_from(ROUNDS)?;
    report.figure(&format!("bare transaction of the same {bytes} bytes: processor"), &against(&bare));
    report.figure("new deal: on the wall, and of it waiting (the disk)", &waiting(&whole));
    report.figure("one cell: on the wall, and of it waiting", &waiting(&cell));
    report.figure("bare transaction: on the wall, and of it waiting", &waiting(&bare));
    Ok(())
}

fn waiting(times: &Times) -> String {
    let (wall, cpu) = (times.wall(50), times.cpu(50));
    format!("median {} p99 {} ms, waiting {} ms", number(wall), number(times.wall(99)), number((wall - cpu).max(0.0)))
}

/// A deal as the screen has it after ten lines were typed; other goods and another counterparty in each.
fn deal(desk: &Desk, round: u64) -> Result<Map<String, Value>> {
    let rows = |kind, position, limit| -> Result<Vec<torgdom_app::store::ListRow>> {
        let query = ListQuery { position, limit, ..desk.query(kind) };
        Ok(desk.rows(&query).map_err(|failure| anyhow!("{failure:?}"))?.rows)
    };
    let counterparty = rows(Kind::Counterparty, Position::Offset(round * 5), 1)?.pop().map(|row| row.id).unwrap_or_default();
    let organisation = rows(Kind::Organisation, Position::First, 1)?.pop().context("no organisation")?;
    let goods = rows(Kind::Good, Position::Offset(round % 100), u32::try_from(LINES)?)?;
    let lines: Map<String, Value> = goods
        .into_iter()
        .enumerate()
        .map(|(index, good)| {
            let line = json!({
                "order": (index + 1).to_string(), "good": good.id, "article": good.article, "name": good.name, "unit": good.unit,
                "quantity": (index * 3 + 1).to_string(), "price": format!("{}.5", 100 + index), "vat": "base",
            });
            (format!("01900000-0000-7000-8000-{round:06}{index:06}"), line)
        })
        .collect();
    let body = json!({
        "date": "2026-11-23", "organisation": organisation.id, "counterparty": counterparty, "currency": organisation.currency,
        "price_kind": "on_top", "specification": format!("{round}"), "lines": lines,
    });
    body.as_object().cloned().context("a body is an object")
}

/// What one save wrote, read back from the store.
struct Rows {
    id: String,
    key: i64,
    body: String,
    journal: Vec<(i64, String, Vec<u8>)>,
    outbox: Vec<(String, String)>,
    words: String,
    order: Vec<u8>,
}

impl Rows {
    fn of(profile: &Path, id: &str) -> Result<Self> {
        let store = profiles::beside(profile)?;
        let key: i64 = store.query_row("SELECT key FROM ident WHERE id = ?1", [id], |row| row.get(0))?;
        let body = store.query_row("SELECT body FROM record WHERE key = ?1", [key], |row| row.get(0))?;
        let mut statement = store.prepare("SELECT n, line, hash FROM journal WHERE key = ?1 ORDER BY n LIMIT 1")?;
        let journal = statement.query_map([key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?;
        let mut statement = store.prepare("SELECT path, coalesce(change, '') FROM outbox_open WHERE key = ?1 AND path = ''")?;
        let outbox = statement.query_map([key], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        let (words, order) = store
            .query_row("SELECT coalesce(words, ''), ord FROM list WHERE key = ?1", [key], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Self { id: id.to_owned(), key, body, journal, outbox, words, order })
    }

    fn bytes(&self) -> usize {
        let journal: usize = self.journal.iter().map(|(_, line, hash)| line.len() + hash.len()).sum();
        let outbox: usize = self.outbox.iter().map(|(path, change)| path.len() + change.len()).sum();
        self.id.len() + self.body.len() + journal + outbox + self.words.len() + self.order.len()
    }

    /// Nothing is worked out and nothing is searched for: this is what the disk and SQLite take in any case.
    fn write(&self, store: &Connection) -> Result<()> {
        store.execute_batch("BEGIN IMMEDIATE")?;
        store.prepare_cached("INSERT INTO ident VALUES (?1, ?2)")?.execute((self.key, &self.id))?;
        store.prepare_cached("INSERT INTO record VALUES (?1, ?2)")?.execute((self.key, &self.body))?;
        for (n, line, hash) in &self.journal {
            store.prepare_cached("INSERT INTO journal VALUES (?1, ?2, ?3, ?4)")?.execute((n, self.key, line, hash))?;
        }
        for (path, change) in &self.outbox {
            store.prepare_cached("INSERT INTO outbox_open VALUES (?1, ?2, ?3)")?.execute((self.key, path, change))?;
        }
        store.prepare_cached("INSERT INTO list VALUES (?1, ?2, ?3)")?.execute((self.key, &self.order, &self.words))?;
        store.execute_batch("COMMIT")?;
        Ok(())
    }
}

fn bare_store(folder: &Path) -> Result<Connection> {
    let store = Connection::open(folder.join("bare.sqlite"))?;
    store.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))?;
    store.pragma_update(None, "synchronous", "FULL")?;
    store.execute_batch(
        "CREATE TABLE ident(key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
         CREATE TABLE record(key INTEGER PRIMARY KEY, body TEXT NOT NULL);
         CREATE TABLE journal(n INTEGER PRIMARY KEY, key INTEGER NOT NULL, line TEXT NOT NULL, hash BLOB NOT NULL);
         CREATE TABLE outbox_open(key INTEGER NOT NULL, path TEXT NOT NULL, change TEXT, PRIMARY KEY(key, path)) WITHOUT ROWID;
         CREATE TABLE list(key INTEGER PRIMARY KEY, ord BLOB NOT NULL UNIQUE, words TEXT);",
    )?;
    Ok(store)
}
