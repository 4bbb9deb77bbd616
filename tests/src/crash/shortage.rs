//! A disk that is full or fails at each step in turn: the store says so, has written nothing by halves, and goes on when
//! the trouble is over.

use std::fmt;

use torgdom_store::{Store, StoreError};

use super::adversary::{Adversary, Manner};
use super::campaign::Damage;
use super::content::Digest;
use super::day::{Day, Move};
use super::desk::Desk;
use super::disk::{Disk, Fault, Image, Step, Trouble};
use super::random::Random;
use super::replay::{Obeys, Replay};
use super::vfs::Registered;

/// What was counted.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Moves that met with trouble.
    pub troubles: usize,
    /// Of them, those that the store refused with its own error.
    pub refused: usize,
    /// Disks that were cut right after the trouble.
    pub cuts: usize,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { troubles, refused, cuts } = self;
        write!(
            f,
            "{troubles} moves met trouble: {refused} refused and undone, {} done all the same; {cuts} cuts after it",
            troubles - refused
        )
    }
}

/// What the store did wrong.
#[derive(Debug, thiserror::Error)]
pub enum Fallen {
    #[error("{0}: it answers {1}")]
    WrongAnswer(Case, StoreError),
    #[error("{0}: {1}")]
    Damaged(Case, Damage),
    #[error("{0}: it refused and holds something else than before")]
    HalfWritten(Case),
    #[error("{0}: it answered that it was done, and it is not")]
    NotDone(Case),
    #[error("{0}: it does not go on: {1}")]
    Stuck(Case, StoreError),
    #[error("{0}: after a cut it holds neither what was before nor what should be")]
    Lost(Case),
}

/// Which trouble: enough to make it again.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    pub what: Option<Move>,
    pub fault: Fault,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.what {
            Some(what) => write!(f, "{what:?}, {:?}", self.fault),
            None => write!(f, "opening, {:?}", self.fault),
        }
    }
}

/// Every kind of trouble.
pub const TROUBLES: [(Trouble, bool); 4] =
    [(Trouble::Full, true), (Trouble::Full, false), (Trouble::Failing, true), (Trouble::Failing, false)];

/// A morning: a store with something in it, and the day that goes on from there.
pub struct Morning<'a> {
    desk: &'a Desk,
    image: Image,
    day: Day<'a>,
    /// What an opening finds.
    holds: Digest,
}

/// What a move does on a healthy disk.
#[derive(Clone, Copy)]
struct Undisturbed {
    before: Digest,
    after: Digest,
    /// What an opening finds afterwards: it may finish what was left for later.
    reopened: Digest,
}

impl<'a> Morning<'a> {
    /// # Panics
    /// When a healthy disk does not take it.
    #[must_use]
    pub fn new(desk: &'a Desk, vfs: &Registered, random: Random) -> Self {
        vfs.machine.install(&Image::new());
        let store = desk.open(vfs).expect("opens");
        let mut day = Day::new(desk, random);
        for what in Move::ALL.into_iter().filter(|what| *what != Move::Restore) {
            day.make(what, &store).expect("a healthy disk takes it");
        }
        for what in [Move::NewCounterparty, Move::NewDeal, Move::Issue] {
            day.make(what, &store).expect("a healthy disk takes it");
        }
        day.back_up(&store).expect("a whole store can be backed up");
        day.make(Move::Settings, &store).expect("a healthy disk takes it");
        let holds = desk.examine(vfs, &store).expect("is right");
        // The log stays: the first opening has it to read and to carry over.
        let image = vfs.machine.with_disk(|disk| disk.image());
        drop(store);
        Self { desk, image, day, holds }
    }

    /// Meets the trouble at every step of `what`, one after the other.
    ///
    /// # Errors
    /// What the store did wrong.
    pub fn try_each_step(&self, vfs: &Registered, what: Move, (trouble, lasting): (Trouble, bool)) -> Result<Tally, Fallen> {
        let mut tally = Tally::default();
        let healthy = self.undisturbed(vfs, what);
        for after in 0.. {
            let case = Case { what: Some(what), fault: Fault { trouble, after, lasting } };
            if !self.try_step(vfs, case, what, healthy, &mut tally)? {
                break;
            }
        }
        Ok(tally)
    }

    /// The store right before `what`, and the day that will make it.
    fn ready(&self, vfs: &Registered, what: Move) -> Result<(Store, Day<'a>), StoreError> {
        vfs.machine.install(&self.image);
        let store = self.desk.open(vfs)?;
        let mut day = self.day.clone();
        if what == Move::FinishImport {
            day.make(Move::Import, &store)?;
        }
        Ok((store, day))
    }

    fn undisturbed(&self, vfs: &Registered, what: Move) -> Undisturbed {
        let (store, mut day) = self.ready(vfs, what).expect("a healthy disk takes it");
        let before = self.desk.examine(vfs, &store).expect("is right");
        day.make(what, &store).expect("a healthy disk takes it");
        let after = self.desk.examine(vfs, &store).expect("is right");
        drop(store);
        let store = self.desk.open(vfs).expect("opens");
        Undisturbed { before, after, reopened: self.desk.examine(vfs, &store).expect("is right") }
    }

    /// False when the move was over before the trouble came.
    fn try_step(
        &self,
        vfs: &Registered,
        case: Case,
        what: Move,
        healthy: Undisturbed,
        tally: &mut Tally,
    ) -> Result<bool, Fallen> {
        let stuck = |error| Fallen::Stuck(case, error);
        let (store, day) = self.ready(vfs, what).map_err(stuck)?;
        vfs.machine.with_disk(|disk| disk.break_at(case.fault));
        let answer = day.clone().make(what, &store);
        let refused = vfs.machine.with_disk(Disk::mend);
        if refused.is_empty() {
            return Ok(false);
        }
        tally.troubles += 1;
        let in_trouble = vfs.machine.with_disk(|disk| disk.position());
        let answered = answer.is_ok();
        let found = self.desk.examine(vfs, &store).map_err(|damage| Fallen::Damaged(case, damage))?;
        if let Err(error) = answer {
            tally.refused += 1;
            right_answer(case, &refused, error)?;
            if found != healthy.before {
                return Err(Fallen::HalfWritten(case));
            }
            // The trouble is over: the same again.
            day.clone().make(what, &store).map_err(stuck)?;
        }
        self.must_hold(vfs, &store, case, healthy.after)?;
        let (start, events) = vfs.machine.with_disk(Disk::recording);
        drop(store);
        let store = self.desk.open(vfs).map_err(stuck)?;
        self.must_hold(vfs, &store, case, healthy.reopened)?;
        drop(store);
        // And if the power had gone while the disk was still in trouble.
        let mut replay = Replay::new(&start, Obeys::All);
        events[..in_trouble].iter().for_each(|event| replay.step(event));
        let manner = Manner::ALL[case.fault.after % Manner::ALL.len()];
        let random = Random::branch(case.fault.after as u64, what as u64);
        vfs.machine.install(&replay.cut(&mut Adversary::new(random, Some(manner))));
        let store = self.desk.open(vfs).map_err(stuck)?;
        let found = self.desk.examine(vfs, &store).map_err(|damage| Fallen::Damaged(case, damage))?;
        tally.cuts += 1;
        // What was refused may be there all the same (its log had already reached the disk), but then all of it.
        let kept = if answered { healthy.reopened } else { self.opened_before(what, healthy) };
        if found == kept || found == healthy.reopened { Ok(true) } else { Err(Fallen::Lost(case)) }
    }

    /// What an opening finds when `what` was not done.
    fn opened_before(&self, what: Move, healthy: Undisturbed) -> Digest {
        // An opening finishes an import by itself.
        if what == Move::FinishImport { healthy.reopened } else { self.holds }
    }

    fn must_hold(&self, vfs: &Registered, store: &Store, case: Case, done: Digest) -> Result<(), Fallen> {
        let found = self.desk.examine(vfs, store).map_err(|damage| Fallen::Damaged(case, damage))?;
        if found == done { Ok(()) } else { Err(Fallen::NotDone(case)) }
    }

    /// Meets the trouble at every step of an opening: of this morning's store with its log, or of one that is not there
    /// yet.
    ///
    /// # Errors
    /// What the store did wrong.
    pub fn try_opening(&self, vfs: &Registered, there: bool, (trouble, lasting): (Trouble, bool)) -> Result<Tally, Fallen> {
        let nothing = Image::new();
        let image = if there { &self.image } else { &nothing };
        let mut tally = Tally::default();
        for after in 0.. {
            let case = Case { what: None, fault: Fault { trouble, after, lasting } };
            vfs.machine.install(image);
            vfs.machine.with_disk(|disk| disk.break_at(case.fault));
            let opened = self.desk.open(vfs).map(drop);
            let refused = vfs.machine.with_disk(Disk::mend);
            if refused.is_empty() {
                return Ok(tally);
            }
            tally.troubles += 1;
            if let Err(error) = opened {
                tally.refused += 1;
                right_answer(case, &refused, error)?;
            }
            let store = self.desk.open(vfs).map_err(|error| Fallen::Stuck(case, error))?;
            let found = self.desk.examine(vfs, &store).map_err(|damage| Fallen::Damaged(case, damage))?;
            if there && found != self.holds {
                return Err(Fallen::HalfWritten(case));
            }
        }
        Ok(tally)
    }
}

/// A full disk is called full, a failing one failing. Where SQLite itself has no word for "full" (a file that cannot be
/// made, memory that cannot be shared), "failing" will do.
fn right_answer(case: Case, refused: &[Step], error: StoreError) -> Result<(), Fallen> {
    let wordless = refused.iter().any(|step| *step != Step::Write);
    let right = match case.fault.trouble {
        Trouble::Full if wordless => matches!(error, StoreError::DiskFull | StoreError::DiskFailed(_)),
        Trouble::Full => matches!(error, StoreError::DiskFull),
        Trouble::Failing => matches!(error, StoreError::DiskFailed(_)),
    };
    if right { Ok(()) } else { Err(Fallen::WrongAnswer(case, error)) }
}
