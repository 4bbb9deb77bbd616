//! Undo and redo: per desk, since the start of the program, as inverse edits with compare-and-set. If a colleague
//! changed the value meanwhile, nothing is done and it is said.

use std::sync::PoisonError;

use serde::Serialize;
use torgdom_records::{Edit, Op, Origin, State, apply_edits, inverse};
use ts_rs::TS;

use super::records::find;
use super::show;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::views::RecordView;

/// How many steps are kept.
const STEPS: usize = 500;

#[derive(Clone, Debug)]
enum Step {
    Edits(Vec<Edit>),
    State { from: State, to: State },
}

impl Step {
    fn inverse(&self) -> Self {
        match self {
            Self::Edits(edits) => Self::Edits(inverse(edits)),
            Self::State { from, to } => Self::State { from: *to, to: *from },
        }
    }
}

/// What was done, newest last, and what was undone.
#[derive(Debug, Default)]
pub(crate) struct UndoStack {
    done: Vec<(String, Step)>,
    undone: Vec<(String, Step)>,
}

/// `undone`, `redone`, `nothing_to_undo`, `changed_since`.
#[derive(Debug, Serialize, TS)]
pub struct UndoAnswer {
    pub code: String,
    pub record: Option<RecordView>,
}

impl Desk {
    pub(crate) fn remember_edits(&self, id: &str, edits: Vec<Edit>) {
        self.remember(id, Step::Edits(edits));
    }

    pub(crate) fn remember_state(&self, id: &str, from: State, to: State) {
        self.remember(id, Step::State { from, to });
    }

    fn remember(&self, id: &str, step: Step) {
        let mut stack = self.undo.lock().unwrap_or_else(PoisonError::into_inner);
        stack.undone.clear();
        if stack.done.len() == STEPS {
            stack.done.remove(0);
        }
        stack.done.push((id.to_owned(), step));
    }

    /// Takes back the last change of this desk.
    ///
    /// # Errors
    /// The store's.
    pub fn undo(&self) -> Result<UndoAnswer, Failure> {
        self.step_back(|stack| stack.done.pop(), |stack, id, step| stack.undone.push((id, step)), "undone")
    }

    /// Does again what was taken back last.
    ///
    /// # Errors
    /// The store's.
    pub fn redo(&self) -> Result<UndoAnswer, Failure> {
        self.step_back(|stack| stack.undone.pop(), |stack, id, step| stack.done.push((id, step)), "redone")
    }

    fn step_back(
        &self,
        take: impl FnOnce(&mut UndoStack) -> Option<(String, Step)>,
        give: impl FnOnce(&mut UndoStack, String, Step),
        code: &str,
    ) -> Result<UndoAnswer, Failure> {
        let taken = take(&mut self.undo.lock().unwrap_or_else(PoisonError::into_inner));
        let Some((id, step)) = taken else {
            return Ok(UndoAnswer { code: "nothing_to_undo".to_owned(), record: None });
        };
        let back = step.inverse();
        let answer = self.writing(|desk, writer| {
            let record = find(writer, &id)?;
            let op = match &back {
                Step::Edits(edits) => {
                    let mut body = record.body.clone();
                    if apply_edits(&mut body, edits).is_err() {
                        return Ok(None);
                    }
                    Op::Edit { edits: edits.clone() }
                }
                Step::State { from, to } if record.state == *from => Op::State { from: *from, to: *to, reason: None },
                Step::State { .. } => return Ok(None),
            };
            let record = writer.apply(&desk.change_of(writer, &record, op)?, &Origin::Local)?;
            Ok(Some(show::view(desk, writer, &record)?))
        })?;
        let Some(view) = answer else {
            return Ok(UndoAnswer { code: "changed_since".to_owned(), record: None });
        };
        give(&mut self.undo.lock().unwrap_or_else(PoisonError::into_inner), id, back);
        self.tell_changed(&view);
        Ok(UndoAnswer { code: code.to_owned(), record: Some(view) })
    }

    pub(crate) fn can_undo(&self, id: &str) -> bool {
        self.undo.lock().unwrap_or_else(PoisonError::into_inner).done.iter().any(|(of, _)| of == id)
    }
}

impl Desk {
    /// After a restore nothing of before can be taken back.
    pub(crate) fn forget_undo(&self) {
        *self.undo.lock().unwrap_or_else(PoisonError::into_inner) = UndoStack::default();
    }
}
