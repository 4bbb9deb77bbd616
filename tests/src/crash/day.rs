//! A day at the desk, by chance: what people do to a store, each transaction answered for.

use std::path::PathBuf;

use serde_json::{Value, json};
use torgdom_records::{Body, Change, Kind, Op, Origin, State, diff, prune_body};
use torgdom_store::{Store, StoreError, Writer};

use super::desk::Desk;
use super::random::Random;
use super::recording::Recorder;

const AT: &str = "2026-11-22T12:00:00+03:00";
/// Bytes of a scan: some hundred pages, so that the log is carried into the store many times a day.
const SCAN: usize = 200_000;

/// What people do at a desk; each is one transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    NewCounterparty,
    Rename,
    NewDeal,
    /// Typing into a deal, sometimes posting it.
    Lines,
    /// Draft, series, issued record and its paper stand or fall as one.
    Issue,
    Pay,
    Void,
    /// A large blob.
    Scan,
    ArchiveAndPurge,
    Settings,
    /// Joins a platform the first time, then seals what waits.
    Seal,
    RebuildProjections,
    /// An import's records; lists and search are left behind.
    Import,
    /// What the import left.
    FinishImport,
    /// This morning's backup in the place of everything.
    Restore,
}

impl Move {
    pub const ALL: [Self; 15] = [
        Self::NewCounterparty,
        Self::Rename,
        Self::NewDeal,
        Self::Lines,
        Self::Issue,
        Self::Pay,
        Self::Void,
        Self::Scan,
        Self::ArchiveAndPurge,
        Self::Settings,
        Self::Seal,
        Self::RebuildProjections,
        Self::Import,
        Self::FinishImport,
        Self::Restore,
    ];
    /// How often of a hundred each is made.
    const ODDS: [usize; 15] = [18, 14, 12, 12, 12, 6, 4, 5, 4, 3, 3, 2, 2, 2, 1];

    fn by_chance(random: &mut Random) -> Self {
        let mut left = random.below(Self::ODDS.iter().sum());
        for (one, odds) in Self::ALL.into_iter().zip(Self::ODDS) {
            if left < odds {
                return one;
            }
            left -= odds;
        }
        Self::Settings
    }
}

/// What was made today. Only today's records are touched: yesterday's may be younger than what a cut has left.
#[derive(Clone, Default)]
struct Roster {
    counterparties: Vec<String>,
    deals: Vec<String>,
    issued: Vec<String>,
}

/// One day's dice and its records.
#[derive(Clone)]
pub struct Day<'a> {
    desk: &'a Desk,
    random: Random,
    /// Begins every id of the day.
    tag: String,
    made: usize,
    roster: Roster,
}

type Outcome = Result<(), StoreError>;

impl<'a> Day<'a> {
    #[must_use]
    pub fn new(desk: &'a Desk, mut random: Random) -> Self {
        let tag = format!("{:016x}", random.next());
        Self { desk, random, tag, made: 0, roster: Roster::default() }
    }

    /// # Panics
    /// When the store refuses what a healthy disk allows.
    pub fn run(mut self, recorder: &mut Recorder<'_>) {
        let vfs = recorder.vfs;
        let open = || self.desk.open(vfs);
        // The first opening makes the store; later ones only promise to lose nothing.
        let mut store = recorder.promised(open).expect("a disk that was judged whole opens");
        self.back_up(&store).expect("a whole store can be backed up");
        let by_chance = if self.desk.script.is_empty() { self.desk.moves } else { 0 };
        let script = self.desk.script.iter().copied().map(Some);
        for next in script.chain((0..by_chance).map(|_| None)) {
            let next = next.unwrap_or_else(|| Move::by_chance(&mut self.random));
            recorder.promised(|| self.make(next, &store)).expect("a healthy disk takes it");
            if self.random.chance(40) {
                // A program that ends and begins again: the log goes, a new one comes.
                drop(store);
                store = recorder.promised(|| self.desk.open(vfs)).expect("opens again");
            }
        }
    }

    fn backup(&self) -> PathBuf {
        self.desk.folder().join(format!("{}.sqlite", self.tag))
    }

    /// This morning's backup, which [`Move::Restore`] brings back.
    ///
    /// # Errors
    /// The store's own.
    pub fn back_up(&self, store: &Store) -> Outcome {
        store.backup_to(&self.backup()).map(drop)
    }

    /// # Errors
    /// The store's own.
    pub fn make(&mut self, what: Move, store: &Store) -> Outcome {
        match what {
            Move::NewCounterparty => {
                let change = self.counterparty();
                self.roster.counterparties.push(change.id.clone());
                store.write(|writer| applied(writer, &change))
            }
            Move::Rename => self.rename(store),
            Move::NewDeal => self.deal(store),
            Move::Lines => self.lines(store),
            Move::Issue => self.issue(store),
            Move::Pay => self.pay(store),
            Move::Void => self.void(store),
            Move::Scan => self.scan(store),
            Move::ArchiveAndPurge => self.archive_and_purge(store),
            Move::Settings => self.settings(store),
            Move::Seal => self.seal(store),
            Move::RebuildProjections => store.rebuild_projections(),
            Move::Import => self.import(store),
            Move::FinishImport => store.finish_bulk(),
            Move::Restore => self.restore(store),
        }
    }

    fn import(&mut self, store: &Store) -> Outcome {
        let imported: Vec<Change> = (0..self.desk.imported).map(|_| self.counterparty()).collect();
        let origin = Origin::Import { import: self.id() };
        store.write_bulk(|writer| imported.iter().try_for_each(|change| writer.apply(change, &origin).map(drop)))
    }

    fn restore(&mut self, store: &Store) -> Outcome {
        let closing = create(Kind::Series, &self.id(), json!({"prefix": "ЗМ-В2-", "next": "1"}));
        // The numbers that the restore closes and opens are part of it.
        let kept = store.restore_from(&self.backup(), self.desk.passphrase(), |_, coming| applied(coming, &closing))?;
        self.roster = Roster::default();
        // What was there before is kept as a backup; a thousand of them are not.
        if self.desk.passphrase().is_some() {
            std::fs::remove_file(kept.with_extension("key"))?;
        }
        Ok(std::fs::remove_file(kept)?)
    }

    fn id(&mut self) -> String {
        self.made += 1;
        format!("{}-{}", self.tag, self.made)
    }

    fn counterparty(&mut self) -> Change {
        let id = self.id();
        let n = self.random.below(9999);
        let note = "Звонить после обеда. ".repeat(self.random.below(40));
        create(
            Kind::Counterparty,
            &id,
            json!({"name": format!("ООО «Агроснаб-{n}»"), "full_name": format!("Общество «Агроснаб-{n}»"), "country": "RU",
                "tax_id": format!("77{n:08}"), "buyer": true, "note": note, "order": self.made.to_string()}),
        )
    }

    fn anyone(&mut self) -> String {
        if self.roster.counterparties.is_empty() { String::new() } else { self.random.pick(&self.roster.counterparties).clone() }
    }

    fn rename(&mut self, store: &Store) -> Outcome {
        let id = self.anyone();
        let name = format!("ОАО «Стройдормаш {}»", self.id());
        if id.is_empty() {
            return self.settings(store);
        }
        store.write(|writer| edit(writer, &id, &json!({"name": name, "phone": "+375 17 000-00-00"})))
    }

    fn deal(&mut self, store: &Store) -> Outcome {
        let (id, counterparty) = (self.id(), self.anyone());
        let count = 1 + self.random.below(12);
        let change = create(
            Kind::Deal,
            &id,
            json!({"date": "2026-11-20", "counterparty": counterparty, "organisation": "own", "currency": "RUB",
                "lines": self.lines_of(count), "note": "по спецификации"}),
        );
        self.roster.deals.push(id);
        store.write(|writer| applied(writer, &change))
    }

    fn lines_of(&mut self, count: usize) -> Value {
        let lines = (0..count).map(|n| {
            let price = format!("{}.{:02}", self.random.below(100_000), self.random.below(100));
            let line = json!({"order": (n + 1).to_string(), "name": format!("Подшипник {n}"), "unit": "796",
                "quantity": (1 + self.random.below(500)).to_string(), "price": price, "vat": "base"});
            (format!("l{n}"), line)
        });
        Value::Object(lines.collect())
    }

    fn lines(&mut self, store: &Store) -> Outcome {
        let count = 1 + self.random.below(12);
        let lines = self.lines_of(count);
        let posts = self.random.chance(3);
        let number = self.id();
        let Some(id) = self.roster.deals.pop() else { return self.deal(store) };
        store.write(|writer| {
            edit(writer, &id, &json!({"lines": lines, "number": number}))?;
            if posts {
                let op = Op::State { from: State::Draft, to: State::Issued, reason: None };
                writer.apply(&change(Kind::Deal, &id, op), &Origin::Local)?;
            }
            Ok(())
        })
    }

    fn issue(&mut self, store: &Store) -> Outcome {
        let (draft, issued, series) = (self.id(), self.id(), format!("{}-series", self.tag));
        let number = format!("ЗМ-{}", self.made);
        let (counterparty, deal) = (self.anyone(), self.roster.deals.last().cloned().unwrap_or_default());
        let length = 2_000 + self.random.below(30_000);
        let paper = self.random.bytes(length);
        let gross = format!("{}.00", self.random.below(1_000_000));
        let fields =
            json!({"date": "2026-11-21", "organisation": "own", "counterparty": counterparty, "deal": deal, "currency": "RUB"});
        store.write(|writer| {
            match writer.get(&series)? {
                None => applied(writer, &create(Kind::Series, &series, json!({"prefix": "ЗМ-", "next": number})))?,
                Some(_) => edit(writer, &series, &json!({"next": number}))?,
            }
            applied(writer, &create(Kind::Invoice, &draft, fields.clone()))?;
            let hash = writer.put_blob(&paper, "application/pdf")?;
            let mut body = body(fields);
            for (field, value) in [("number", &number), ("draft", &draft), ("paper", &hash), ("series", &series)] {
                body.insert(field.to_owned(), json!(value));
            }
            body.insert("totals".to_owned(), json!({"gross": gross, "net": gross, "vat": "0"}));
            body.insert("due".to_owned(), json!("2026-12-01"));
            writer.apply(&change(Kind::Invoice, &issued, Op::Issue { body }), &Origin::Local)?;
            edit(writer, &draft, &json!({"issued_as": issued}))
        })?;
        self.roster.issued.push(issued);
        Ok(())
    }

    fn pay(&mut self, store: &Store) -> Outcome {
        let id = self.id();
        let allocations: serde_json::Map<String, Value> =
            self.roster.issued.iter().rev().take(3).map(|invoice| (invoice.clone(), json!({"amount": "100.50"}))).collect();
        let paid = create(
            Kind::Payment,
            &id,
            json!({"direction": "incoming", "date": "2026-11-22", "amount": "301.50", "currency": "RUB", "allocations": allocations}),
        );
        store.write(|writer| applied(writer, &paid))
    }

    fn void(&mut self, store: &Store) -> Outcome {
        let Some(id) = self.roster.issued.pop() else { return self.issue(store) };
        let op = Op::State { from: State::Issued, to: State::Void, reason: Some("ошибка в цене".to_owned()) };
        store.write(|writer| applied(writer, &change(Kind::Invoice, &id, op)))
    }

    fn scan(&mut self, store: &Store) -> Outcome {
        let bytes = self.random.bytes(SCAN);
        store.write(|writer| writer.put_blob(&bytes, "image/png").map(drop))
    }

    fn archive_and_purge(&mut self, store: &Store) -> Outcome {
        let made = self.counterparty();
        let id = made.id.clone();
        let to_archive = Op::State { from: State::Live, to: State::Archived, reason: None };
        store.write(|writer| {
            applied(writer, &made)?;
            applied(writer, &change(Kind::Counterparty, &id, to_archive))?;
            applied(writer, &change(Kind::Counterparty, &id, Op::Purge))
        })
    }

    fn settings(&mut self, store: &Store) -> Outcome {
        let value = self.id();
        store.write(|writer| writer.set_local("columns.invoice", &value))
    }

    fn seal(&mut self, store: &Store) -> Outcome {
        let made = self.counterparty();
        store.write(|writer| {
            if writer.device()?.is_none() {
                writer.enrol("desk-1")?;
            }
            applied(writer, &made)?;
            writer.seal(None).map(drop)
        })
    }
}

fn body(value: Value) -> Body {
    match value {
        Value::Object(fields) => prune_body(fields),
        _ => Body::new(),
    }
}

fn change(kind: Kind, id: &str, op: Op) -> Change {
    Change { id: id.to_owned(), kind, op, author: "Анна".to_owned(), at: AT.to_owned(), together: None }
}

fn create(kind: Kind, id: &str, fields: Value) -> Change {
    change(kind, id, Op::Create { state: State::first(kind), body: body(fields) })
}

fn applied(writer: &Writer<'_>, change: &Change) -> Outcome {
    writer.apply(change, &Origin::Local).map(drop)
}

/// Sets fields as a form does: by the difference.
fn edit(writer: &Writer<'_>, id: &str, fields: &Value) -> Outcome {
    let record = writer.get(id)?.ok_or_else(|| StoreError::NotFound(id.to_owned()))?;
    let mut new = record.body.clone();
    for (field, value) in fields.as_object().into_iter().flatten() {
        new.insert(field.clone(), value.clone());
    }
    let edits = diff(&record.body, &prune_body(new));
    applied(writer, &change(record.kind, id, Op::Edit { edits }))
}
