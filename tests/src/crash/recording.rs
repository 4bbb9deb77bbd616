//! A piece of work on a machine, step by step, with the moments at which something was promised.

use super::campaign::Subject;
use super::content::Digest;
use super::disk::{Event, Image, Start};
use super::vfs::Registered;

/// A transaction: between `begun` and `done` nobody knows; from `done` steps on it was promised.
#[derive(Clone, Copy, Debug)]
pub struct Promise {
    pub begun: usize,
    pub done: usize,
    /// What an opening finds from then on, all of it.
    pub holds: Digest,
}

/// What was done, and what was promised when.
pub struct Recording {
    pub start: Start,
    pub events: Vec<Event>,
    /// In order. The first says what held before the first step.
    pub promises: Vec<Promise>,
    /// The disk after a clean end.
    pub end: Image,
}

/// Takes notes while a piece of work runs.
pub struct Recorder<'a> {
    pub vfs: &'a Registered,
    subject: &'a dyn Subject,
    /// A machine beside this one, where it is seen what an opening would find.
    mirror: Registered,
    promises: Vec<Promise>,
}

impl<'a> Recorder<'a> {
    /// Switches a machine on with `image`.
    ///
    /// # Panics
    /// When an opening does not find it whole.
    #[must_use]
    pub fn start(subject: &'a dyn Subject, vfs: &'a Registered, image: &Image) -> Self {
        vfs.machine.install(image);
        let mirror = Registered::new();
        mirror.machine.install(image);
        let holds = subject.look(&mirror).expect("a disk that was judged whole");
        Self { vfs, subject, mirror, promises: vec![Promise { begun: 0, done: 0, holds }] }
    }

    fn position(&self) -> usize {
        self.vfs.machine.with_disk(|disk| disk.position())
    }

    /// Runs a transaction; when it answers, it has been promised.
    ///
    /// # Errors
    /// What `work` answers: it was not promised then.
    ///
    /// # Panics
    /// When an opening right after it does not find the store whole.
    pub fn promised<T, E>(&mut self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let begun = self.position();
        let answer = work()?;
        let done = self.position();
        // An opening may finish what was left for later (an import's lists), so the promise is what it shows.
        self.mirror.machine.install(&self.vfs.machine.with_disk(|disk| disk.image()));
        let holds = self.subject.look(&self.mirror).expect("whole on a disk that keeps everything");
        self.promises.push(Promise { begun, done, holds });
        Ok(answer)
    }

    /// After the last connection is closed.
    #[must_use]
    pub fn finish(self) -> Recording {
        let ((start, events), end) = self.vfs.machine.with_disk(|disk| (disk.recording(), disk.image()));
        Recording { start, events, promises: self.promises, end }
    }
}

impl Recording {
    /// What may be found after a cut behind `steps` steps: the last promise by then, and the one that was on its way.
    #[must_use]
    pub fn promised_at(&self, steps: usize) -> Expectation {
        let kept = self.promises.iter().rposition(|promise| promise.done <= steps).unwrap_or(0);
        let coming = self.promises.get(kept + 1).filter(|next| next.begun < steps);
        let holds = |promise: &Promise| promise.holds;
        Expectation {
            older: self.promises[..kept].iter().map(holds).collect(),
            allowed: [Some(self.promises[kept].holds), coming.map(holds)],
        }
    }
}

/// What must hold, and what may.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// What held before each promise that was kept, the oldest first.
    older: Vec<Digest>,
    allowed: [Option<Digest>; 2],
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Whole,
    /// So many promised transactions are gone; what is there is whole.
    Lost(usize),
    /// Half a transaction, or something that was never there.
    Half,
}

impl Expectation {
    #[must_use]
    pub fn judge(&self, found: Digest) -> Verdict {
        if self.allowed.contains(&Some(found)) {
            return Verdict::Whole;
        }
        match self.older.iter().rposition(|holds| *holds == found) {
            Some(older) => Verdict::Lost(self.older.len() - older),
            None => Verdict::Half,
        }
    }

    /// How many transactions were promised.
    #[must_use]
    pub const fn promised(&self) -> usize {
        self.older.len()
    }

    /// The same, now that one of the two has been seen: it was durable, and stays.
    #[must_use]
    pub fn only(&self, seen: Digest) -> Self {
        let mut older = self.older.clone();
        older.extend(self.allowed[0].filter(|before| *before != seen));
        Self { older, allowed: [Some(seen), None] }
    }
}
