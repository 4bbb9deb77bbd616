//! Making, changing, archiving and showing any record.

use serde_json::{Map, Value};
use torgdom_domain::{Level, Problem};
use torgdom_records::{Body, Change, Kind, Op, Origin, Record, State, diff, prune_body};
use torgdom_store::{Reader, Writer};

use super::show;
use super::undo::{Step, made};
use crate::desk::Desk;
use crate::event::Event;
use crate::failure::Failure;
use crate::typed::Typed;
use crate::views::RecordView;

impl Desk {
    /// A new record of `kind` with this body, which may be as empty as it likes.
    ///
    /// # Errors
    /// `refused` with the problems that block saving.
    pub fn create(&self, kind: &str, mut body: Map<String, Value>) -> Result<RecordView, Failure> {
        let kind = parse_kind(kind)?;
        if matches!(kind, Kind::Counterparty | Kind::Organisation) {
            super::typing::country_from_tax_id(&mut body);
        }
        super::typing::quote_names(kind, &mut body);
        super::canonical::canonical(kind, &mut body);
        let mut view = self.doing(|desk, writer| {
            if matches!(kind, Kind::Contract | Kind::Deal | Kind::Invoice) {
                desk.give_currency(writer, &mut body)?;
            }
            let record = desk.create_in(writer, kind, State::first(kind), body)?;
            Ok((show::view(desk, writer, &record)?, Some(made(&record))))
        })?;
        view.can_undo = true;
        self.tell_changed(&view);
        Ok(view)
    }

    /// The record with everything that follows from it.
    ///
    /// # Errors
    /// `not_found`.
    pub fn get(&self, id: &str) -> Result<RecordView, Failure> {
        self.reading(|desk, reader| {
            let record = find(reader, id)?;
            show::view(desk, reader, &record)
        })
    }

    /// Sets or removes (`null`) values by JSON Pointer; missing parents are made.
    ///
    /// # Errors
    /// `not_found`, `issued_is_final`, `bad_path`, `refused` with the problems that block saving.
    pub fn edit(&self, id: &str, edits: &[(String, Value)]) -> Result<RecordView, Failure> {
        self.change(id, |_, _, body| {
            for (path, value) in edits {
                set(body, path, value.clone())?;
            }
            Ok(())
        })
    }

    /// Archives the record: it leaves lists and choosers, and comes back by [`Desk::unarchive`] or undo. A payment in
    /// the archive pays nothing.
    ///
    /// # Errors
    /// `not_found`, `issued_is_final`.
    pub fn archive(&self, id: &str) -> Result<RecordView, Failure> {
        self.set_state(id, |_, _| Ok(State::Archived))
    }

    /// Brings the record back as it was before it was archived: a posted deal posted, a draft as a draft.
    ///
    /// # Errors
    /// `not_found`.
    pub fn unarchive(&self, id: &str) -> Result<RecordView, Failure> {
        self.set_state(id, |reader, record| {
            if record.state != State::Archived {
                return Ok(record.state);
            }
            let archived = reader.history(&record.id)?.into_iter().rev().find(|line| line.to == Some(State::Archived));
            Ok(archived.and_then(|line| line.from).unwrap_or_else(|| State::first(record.kind)))
        })
    }

    /// Takes away a draft or a card that was opened and never filled: it leaves no trace but a tombstone.
    ///
    /// # Errors
    /// `not_found`, `not_empty`, `referred`.
    pub fn discard(&self, id: &str) -> Result<(), Failure> {
        let kind = self.writing(|desk, writer| {
            let record = find(writer, id)?;
            let filled = record.body.iter().any(|(field, value)| !GIVEN.contains(&field.as_str()) && !is_empty(value));
            if filled || matches!(record.state, State::Issued | State::Void) {
                return Err(Failure::new("not_empty").with("id", id));
            }
            writer.apply(&desk.change_of(writer, &record, Op::Purge)?, &Origin::Local)?;
            Ok(record.kind)
        })?;
        self.forget_steps(id);
        self.tell(&Event::Changed { ids: vec![id.to_owned()], kinds: vec![kind.to_string()], by: "desk".to_owned() });
        Ok(())
    }

    /// A record that is in the state already is left as it is.
    fn set_state(
        &self,
        id: &str,
        to: impl FnOnce(&Writer<'_>, &Record) -> Result<State, Failure>,
    ) -> Result<RecordView, Failure> {
        let (mut view, changed) = self.doing(|desk, writer| {
            let record = find(writer, id)?;
            let (from, to) = (record.state, to(writer, &record)?);
            if from == to {
                return Ok(((show::view(desk, writer, &record)?, false), None));
            }
            if !from.may_become(to, record.kind) {
                return Err(Failure::new("issued_is_final").with("id", id));
            }
            let record = writer.apply(&desk.change_of(writer, &record, Op::State { from, to, reason: None })?, &Origin::Local)?;
            Ok(((show::view(desk, writer, &record)?, true), Some((id.to_owned(), Step::State { from, to }))))
        })?;
        if changed {
            view.can_undo = true;
            self.tell_changed(&view);
        }
        Ok(view)
    }

    /// One transaction in which the body of `id` is changed by `f`; the answer is the new view. Nothing is written when
    /// nothing differs.
    pub(crate) fn change(
        &self,
        id: &str,
        f: impl FnOnce(&Self, &Writer<'_>, &mut Body) -> Result<(), Failure>,
    ) -> Result<RecordView, Failure> {
        let (mut view, changed) = self.doing(|desk, writer| {
            let record = find(writer, id)?;
            refuse_final(&record)?;
            let mut body = record.body.clone();
            f(desk, writer, &mut body)?;
            desk.follow_currency(writer, &record, &mut body)?;
            let (record, edits) = desk.save_body(writer, &record, body)?;
            let view = show::view(desk, writer, &record)?;
            let memory = (!edits.is_empty()).then(|| (id.to_owned(), Step::Edits(edits)));
            Ok(((view, memory.is_some()), memory))
        })?;
        if changed {
            view.can_undo = true;
            self.tell_changed(&view);
        }
        Ok(view)
    }

    /// Writes `body` over the record's, as the edits between the two.
    pub(crate) fn save_body(
        &self,
        writer: &Writer<'_>,
        record: &Record,
        body: Body,
    ) -> Result<(Record, Vec<torgdom_records::Edit>), Failure> {
        let body = prune_body(body);
        self.refuse_unreadable(record.kind, record.state, &body)?;
        let edits = diff(&record.body, &body);
        if edits.is_empty() {
            return Ok((record.clone(), edits));
        }
        let saved = writer.apply(&self.change_of(writer, record, Op::Edit { edits: edits.clone() })?, &Origin::Local)?;
        Ok((saved, edits))
    }

    /// Creates a record inside a transaction.
    pub(crate) fn create_in(&self, writer: &Writer<'_>, kind: Kind, state: State, body: Body) -> Result<Record, Failure> {
        let body = prune_body(body);
        self.refuse_unreadable(kind, state, &body)?;
        let change = self.new_change(writer, self.clock.new_id(), kind, Op::Create { state, body })?;
        Ok(writer.apply(&change, &Origin::Local)?)
    }

    /// Refuses what could not be read back: the only thing that keeps a draft from being saved.
    pub(crate) fn refuse_unreadable(&self, kind: Kind, state: State, body: &Body) -> Result<(), Failure> {
        let typed = Typed::read(kind, state, body).map_err(|problem| Failure::refused(vec![problem]))?;
        let blocking: Vec<Problem> = typed
            .problems(&torgdom_domain::linked::Linked::default(), &self.tables(), self.clock.today())
            .into_iter()
            .filter(|problem| problem.level == Level::BlocksSave)
            .collect();
        if blocking.is_empty() { Ok(()) } else { Err(Failure::refused(blocking)) }
    }

    /// A change of this desk's person, now, to `record`.
    pub(crate) fn change_of(&self, reader: &Reader<'_>, record: &Record, op: Op) -> Result<Change, Failure> {
        self.new_change(reader, record.id.clone(), record.kind, op)
    }

    pub(crate) fn new_change(&self, reader: &Reader<'_>, id: String, kind: Kind, op: Op) -> Result<Change, Failure> {
        Ok(Change { id, kind, op, author: self.author(reader)?, at: self.clock.now().to_rfc3339(), together: None })
    }

    /// Name under which this desk writes history; empty until the person gave one.
    pub(crate) fn author(&self, reader: &Reader<'_>) -> Result<String, Failure> {
        Ok(reader.local("author")?.unwrap_or_default())
    }

    pub(crate) fn reading<T>(&self, f: impl FnOnce(&Self, &Reader<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        self.store()?.read(|reader| f(self, reader))
    }

    pub(crate) fn writing<T>(&self, f: impl FnOnce(&Self, &Writer<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        self.store()?.write(|writer| f(self, writer))
    }

    /// The record changed, and with it what is shown of the deal it belongs to and of the invoices it pays.
    pub(crate) fn tell_changed(&self, view: &RecordView) {
        let mut ids = vec![view.id.clone()];
        ids.extend(view.body.get("deal").and_then(Value::as_str).filter(|deal| !deal.is_empty()).map(str::to_owned));
        ids.extend(view.body.get("allocations").and_then(Value::as_object).into_iter().flat_map(Map::keys).cloned());
        self.tell(&Event::Changed { ids, kinds: vec![view.kind.clone()], by: "desk".to_owned() });
    }
}

/// Fields that a new record is given before anybody typed.
const GIVEN: [&str; 9] =
    ["organisation", "currency", "date", "with_stamp", "price_kind", "direction", "kind", "role", "language"];

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(value) => !value,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(fields) => fields.values().all(is_empty),
        Value::Number(_) => false,
    }
}

/// An issued paper stays as it is, and so does the draft that it was made from.
pub(crate) fn refuse_final(record: &Record) -> Result<(), Failure> {
    if record.kind.freezes_at_issue() && matches!(record.state, State::Issued | State::Void) {
        return Err(Failure::new("issued_is_final").with("id", &record.id));
    }
    match record.body.get(ISSUED_AS).and_then(Value::as_str) {
        Some(issued) if record.kind == Kind::Invoice => Err(Failure::new("already_issued").with("id", issued)),
        _ => Ok(()),
    }
}

/// Written by issuing alone: a draft that says what it became leaves the lists.
pub(crate) const ISSUED_AS: &str = "issued_as";

pub(crate) fn find(reader: &Reader<'_>, id: &str) -> Result<Record, Failure> {
    reader.get(id)?.ok_or_else(|| Failure::not_found(id))
}

pub(crate) fn parse_kind(text: &str) -> Result<Kind, Failure> {
    text.parse().map_err(|_| Failure::new("unknown_kind").with("kind", text))
}

/// Sets `path` in `body`, making the objects on the way; `null` removes.
pub(crate) fn set(body: &mut Body, path: &str, value: Value) -> Result<(), Failure> {
    let bad = || Failure::new("bad_path").with("path", path);
    if path.strip_prefix('/') == Some(ISSUED_AS) {
        return Err(bad());
    }
    let mut keys =
        path.strip_prefix('/').ok_or_else(bad)?.split('/').map(|key| key.replace("~1", "/").replace("~0", "~")).peekable();
    let mut at = body;
    while let Some(key) = keys.next() {
        if keys.peek().is_none() {
            if value.is_null() {
                at.remove(&key);
            } else {
                at.insert(key, value);
            }
            return Ok(());
        }
        at = at.entry(key).or_insert_with(|| Value::Object(Map::new())).as_object_mut().ok_or_else(bad)?;
    }
    Err(bad())
}
