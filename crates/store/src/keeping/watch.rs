//! Long work that somebody watches, and may stop.

use std::ops::ControlFlow;

use crate::error::StoreError;

/// Steps between two tellings.
const EVERY: u64 = 500;

/// Told how much is done of how much; `Break` stops the work, and nothing of it stays.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// Nobody looks.
pub(crate) fn unwatched(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Counts the steps of a piece of work.
pub(crate) struct Watch<'a> {
    progress: Progress<'a>,
    done: u64,
    total: u64,
}

impl<'a> Watch<'a> {
    /// # Errors
    /// `Cancelled` at once.
    pub(crate) fn begin(total: u64, progress: Progress<'a>) -> Result<Self, StoreError> {
        let mut watch = Self { progress, done: 0, total };
        watch.tell()?;
        Ok(watch)
    }

    /// # Errors
    /// `Cancelled`.
    pub(crate) fn step(&mut self) -> Result<(), StoreError> {
        self.done += 1;
        if self.done.is_multiple_of(EVERY) || self.done == self.total { self.tell() } else { Ok(()) }
    }

    fn tell(&mut self) -> Result<(), StoreError> {
        match (self.progress)(self.done, self.total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(StoreError::Cancelled),
        }
    }
}
