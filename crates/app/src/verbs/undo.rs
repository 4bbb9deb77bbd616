//! Undo and redo: per desk, since the start of the program, as inverse edits with compare-and-set. If a colleague
//! changed the value meanwhile, nothing is done and it is said.

use std::sync::{MutexGuard, PoisonError};

use serde::Serialize;
use torgdom_domain::Id;
use torgdom_records::{Body, Edit, Kind, Op, Origin, Record, State, apply_edits, inverse};
use torgdom_store::Writer;
use ts_rs::TS;

use super::show;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::views::RecordView;

/// How many steps are kept.
const STEPS: usize = 500;

/// What a change can be taken back by.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Edits(Vec<Edit>),
    State {
        from: State,
        to: State,
    },
    /// The record came into being like this.
    Made(Box<Snapshot>),
    /// The record, like this, was taken away again.
    Gone(Box<Snapshot>),
    /// A paper was issued or voided. It is said once; what was done before it can be taken back then.
    Final,
}

impl Step {
    fn inverse(&self) -> Self {
        match self {
            Self::Edits(edits) => Self::Edits(inverse(edits)),
            Self::State { from, to } => Self::State { from: *to, to: *from },
            Self::Made(snapshot) => Self::Gone(snapshot.clone()),
            Self::Gone(snapshot) => Self::Made(snapshot.clone()),
            Self::Final => Self::Final,
        }
    }
}

/// A record as it was made.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    kind: Kind,
    state: State,
    body: Body,
}

/// A step of the record with this identity.
pub(crate) type Memory = (String, Step);

/// The record was not there before: taking that back takes it away as long as nobody filled it further.
pub(crate) fn made(record: &Record) -> Memory {
    let Record { id, kind, state, body, .. } = record.clone();
    (id, Step::Made(Box::new(Snapshot { kind, state, body })))
}

/// What was done, newest last, and what was undone.
#[derive(Debug, Default)]
pub(crate) struct UndoStack {
    done: Vec<Memory>,
    undone: Vec<Memory>,
}

#[derive(Clone, Copy, Debug)]
enum Direction {
    Undo,
    Redo,
}

impl UndoStack {
    /// A record that was taken away is another one when it is made again; what is remembered of it goes along.
    fn rename(&mut self, from: &str, to: &str) {
        for (id, _) in self.done.iter_mut().chain(&mut self.undone).filter(|(id, _)| id == from) {
            to.clone_into(id);
        }
    }

    fn side(&mut self, direction: Direction) -> &mut Vec<Memory> {
        match direction {
            Direction::Undo => &mut self.done,
            Direction::Redo => &mut self.undone,
        }
    }
}

/// `undone`, `redone`, `nothing_to_undo`, `changed_since`, `issued_is_final`.
#[derive(Debug, Serialize, TS)]
pub struct UndoAnswer {
    pub code: String,
    pub record: Option<RecordView>,
    /// The new record that was taken away, else empty: a screen that shows it has nothing to show any more.
    pub gone: Id,
    /// `record` was taken away and is here again, under another identity.
    pub made_again: bool,
}

impl UndoAnswer {
    fn of(code: &str, record: Option<RecordView>) -> Self {
        Self { code: code.to_owned(), record, gone: Id::new(), made_again: false }
    }
}

impl Desk {
    /// One transaction and its place on the undo stack: what is remembered was committed, in the order of commits.
    pub(crate) fn doing<T>(
        &self,
        f: impl FnOnce(&Self, &Writer<'_>) -> Result<(T, Option<Memory>), Failure>,
    ) -> Result<T, Failure> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let (answer, memory) = self.writing(f)?;
        if let Some(memory) = memory {
            self.remember(memory);
        }
        Ok(answer)
    }

    fn remember(&self, memory: Memory) {
        let mut stack = self.undo_stack();
        stack.undone.clear();
        if stack.done.len() == STEPS {
            stack.done.remove(0);
        }
        stack.done.push(memory);
    }

    /// Steps of a record that nobody may change any more, or that is gone.
    pub(crate) fn forget_steps(&self, id: &str) {
        let mut stack = self.undo_stack();
        stack.done.retain(|(of, _)| of != id);
        stack.undone.retain(|(of, _)| of != id);
    }

    /// Takes back the last change of this desk.
    ///
    /// # Errors
    /// The store's; the change can be taken back later.
    pub fn undo(&self) -> Result<UndoAnswer, Failure> {
        self.step_back(Direction::Undo)
    }

    /// Does again what was taken back last.
    ///
    /// # Errors
    /// The store's.
    pub fn redo(&self) -> Result<UndoAnswer, Failure> {
        self.step_back(Direction::Redo)
    }

    fn step_back(&self, direction: Direction) -> Result<UndoAnswer, Failure> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((id, step)) = self.undo_stack().side(direction).pop() else {
            return Ok(UndoAnswer::of("nothing_to_undo", None));
        };
        if matches!(step, Step::Final) {
            return Ok(UndoAnswer::of("issued_is_final", None));
        }
        let back = step.inverse();
        let view = match self.writing(|desk, writer| desk.take_step(writer, &id, &back)) {
            Ok(view) => view,
            // Another record stands on the new one by now.
            Err(failure) if failure.code == "referred" => None,
            Err(failure) => {
                self.undo_stack().side(direction).push((id, step));
                return Err(failure);
            }
        };
        let Some(mut view) = view else { return Ok(UndoAnswer::of("changed_since", None)) };
        let (other, code) = match direction {
            Direction::Undo => (Direction::Redo, "undone"),
            Direction::Redo => (Direction::Undo, "redone"),
        };
        let mut stack = self.undo_stack();
        if view.id != id {
            stack.rename(&id, &view.id);
        }
        let gone = matches!(back, Step::Gone(_));
        let made_again = matches!(back, Step::Made(_));
        stack.side(other).push((view.id.clone(), back));
        drop(stack);
        self.tell_changed(&view);
        if gone {
            return Ok(UndoAnswer { gone: id, ..UndoAnswer::of(code, None) });
        }
        view.can_undo = self.can_undo(&view.id);
        Ok(UndoAnswer { made_again, ..UndoAnswer::of(code, Some(view)) })
    }

    /// Nothing when the record is no longer as the step left it, or may not be changed any more. One that is taken away
    /// is answered as it was; one that is made again has a new identity, for the old one is used up.
    fn take_step(&self, writer: &Writer<'_>, id: &str, step: &Step) -> Result<Option<RecordView>, Failure> {
        if let Step::Made(snapshot) = step {
            let Snapshot { kind, state, body } = snapshot.as_ref().clone();
            let record = self.create_in(writer, kind, state, body)?;
            return show::view(self, writer, &record).map(Some);
        }
        let Some(record) = writer.get(id)? else { return Ok(None) };
        if super::records::refuse_final(&record).is_err() {
            return Ok(None);
        }
        let op = match step {
            Step::Edits(edits) => {
                let mut body = record.body.clone();
                if apply_edits(&mut body, edits).is_err() {
                    return Ok(None);
                }
                Op::Edit { edits: edits.clone() }
            }
            Step::State { from, to } if record.state == *from => Op::State { from: *from, to: *to, reason: None },
            Step::Gone(made) if record.state == made.state && record.body == made.body => {
                let view = show::view(self, writer, &record)?;
                writer.apply(&self.change_of(writer, &record, Op::Purge)?, &Origin::Local)?;
                return Ok(Some(view));
            }
            Step::Gone(_) | Step::State { .. } | Step::Made(_) | Step::Final => return Ok(None),
        };
        let record = writer.apply(&self.change_of(writer, &record, op)?, &Origin::Local)?;
        show::view(self, writer, &record).map(Some)
    }

    pub(crate) fn can_undo(&self, id: &str) -> bool {
        self.undo_stack().done.iter().any(|(of, _)| of == id)
    }

    /// After a restore nothing of before can be taken back.
    pub(crate) fn forget_undo(&self) {
        *self.undo_stack() = UndoStack::default();
    }

    fn undo_stack(&self) -> MutexGuard<'_, UndoStack> {
        self.undo.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
