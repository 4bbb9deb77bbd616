//! Cutting the power of one recording at every step, and counting what was lost.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;
use std::sync::Mutex;
use std::thread;

use super::adversary::{Adversary, Manner};
use super::content::Digest;
use super::disk::{Disk, Event, Image, Start};
use super::random::Random;
use super::recording::{Expectation, Recording, Verdict};
use super::replay::{Obeys, Replay};
use super::vfs::Registered;

/// How often an opening is cut that follows a cut that hit an opening.
const DEEPEST: usize = 3;
/// Failures that are told in full.
const TOLD: usize = 5;

/// What is wrong with a store that should be whole.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Damage {
    #[error("it does not open: {0}")]
    Closed(String),
    #[error("it cannot be read: {0}")]
    Unreadable(String),
    #[error("SQLite finds it unsound")]
    Unsound,
    #[error("the store finds: {0}")]
    Findings(String),
    #[error("it does not go on: {0}")]
    Stuck(String),
}

/// A program whose work is cut.
pub trait Subject: Sync {
    /// Opens what is on the machine's disk as the program does on any day, reads all of it, checks it and closes it.
    ///
    /// # Errors
    /// What is wrong with it.
    fn look(&self, vfs: &Registered) -> Result<Digest, Damage>;

    /// Is it meant to lose and spoil? Then its bad disks are not worth keeping.
    fn is_control(&self) -> bool {
        false
    }

    /// Saves something on the disk as it is after a cut, and finds it again.
    ///
    /// # Errors
    /// What is wrong.
    fn carry_on(&self, vfs: &Registered, random: Random) -> Result<(), Damage>;

    /// A day's work on a disk that was cut before, or on an empty one.
    fn work(&self, vfs: &Registered, image: &Image, random: Random) -> Recording;
}

/// What was counted.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Cuts whose disk was opened and judged.
    pub cuts: usize,
    /// Of them, those that hit the opening after a cut.
    pub in_recovery: usize,
    /// Disks that differed from all others, by name, length and bytes.
    pub disks: usize,
    /// Disks on which somebody went on working at once.
    pub carried_on: usize,
    /// Promised transactions among the judged, each counted at every cut behind it.
    pub promised: usize,
    /// Cuts that lost something promised, and how many transactions they lost.
    pub cuts_with_loss: usize,
    pub lost: usize,
    /// Disks that did not open, were unsound, or held half a transaction.
    pub corrupt: usize,
    pub told: Vec<String>,
    seen: BTreeSet<u64>,
}

impl Tally {
    pub fn add(&mut self, other: Self) {
        self.cuts += other.cuts;
        self.in_recovery += other.in_recovery;
        self.promised += other.promised;
        self.carried_on += other.carried_on;
        self.cuts_with_loss += other.cuts_with_loss;
        self.lost += other.lost;
        self.corrupt += other.corrupt;
        self.seen.extend(other.seen);
        self.disks = self.seen.len();
        self.told.extend(other.told);
        self.told.truncate(TOLD);
    }

    #[must_use]
    pub const fn is_clean(&self) -> bool {
        self.lost == 0 && self.corrupt == 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} cuts ({} of an opening after a cut), {} different disks, {} worked on: lost {} of {} acknowledged ({} cuts), corrupt {}",
            self.cuts, self.in_recovery, self.disks, self.carried_on, self.lost, self.promised, self.cuts_with_loss, self.corrupt
        )?;
        for told in &self.told {
            write!(f, "\n  {told}")?;
        }
        Ok(())
    }
}

/// One attack on one recording.
#[derive(Clone, Copy, Debug)]
pub struct Attack {
    pub seed: u64,
    pub obeys: Obeys,
    /// Cuts of the work itself, spread evenly over its steps; where the drive obeys, openings are cut on top of them.
    pub cuts: usize,
}

/// A cut of an attack: behind so many steps.
#[derive(Clone, Copy)]
struct Cut {
    number: usize,
    steps: usize,
}

impl Attack {
    /// Cuts and judges, on all processors. The second answer is a disk that survived, for the next day's work.
    ///
    /// # Panics
    /// When a worker does.
    pub fn run(&self, subject: &dyn Subject, recording: &Recording) -> (Tally, Option<Image>) {
        let cuts = self.points(recording.events.len());
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let total = Mutex::new((Tally::default(), Vec::new()));
        thread::scope(|scope| {
            for part in cuts.chunks(cuts.len().div_ceil(workers).max(1)) {
                let total = &total;
                scope.spawn(move || {
                    let (tally, survivor) = self.cut_all(subject, recording, part);
                    let mut total = total.lock().expect("no worker panics while it adds up");
                    total.0.add(tally);
                    total.1.extend(survivor);
                });
            }
        });
        let (tally, survivors) = total.into_inner().expect("no worker panics while it adds up");
        // Workers end in any order; the seed alone decides who goes on.
        let survivor = survivors.into_iter().min_by_key(|(number, _)| *number).map(|(_, survivor)| survivor);
        (tally, survivor)
    }

    /// Every step in turn when there are cuts enough, otherwise steps by chance, one in each equal part.
    fn points(&self, steps: usize) -> Vec<Cut> {
        let mut random = Random::branch(self.seed, 1);
        let places = steps + 1;
        (0..self.cuts)
            .map(|number| {
                let (from, to) = (number * places / self.cuts, (number + 1) * places / self.cuts);
                let steps = if to > from { from + random.below(to - from) } else { from };
                Cut { number, steps }
            })
            .collect()
    }

    fn cut_all(&self, subject: &dyn Subject, recording: &Recording, cuts: &[Cut]) -> (Tally, Option<(usize, Image)>) {
        let vfs = Registered::new();
        let mut tally = Tally::default();
        let mut survivor = None;
        let mut replay = Replay::new(&recording.start, self.obeys);
        let mut done = 0;
        let chosen = Random::branch(self.seed, 2).below(self.cuts);
        for cut in cuts {
            for event in &recording.events[done..cut.steps] {
                replay.step(event);
            }
            done = cut.steps;
            let random = Random::branch(self.seed, 3 + cut.number as u64);
            // Each manner by itself in turn, every tenth cut a mixture.
            let manner = Manner::ALL.get(cut.number % (Manner::ALL.len() + 1)).copied();
            let image = replay.cut(&mut Adversary::new(random.clone(), manner));
            let expected = recording.promised_at(cut.steps);
            let keeps = self.obeys == Obeys::All && !subject.is_control();
            let place = Place { attack: self, cut: *cut, depth: 0, manner, keeps };
            let whole = place.judge(subject, &vfs, &image, &expected, random, &mut tally);
            if whole && survivor.is_none() && cut.number >= chosen {
                survivor = Some((cut.number, image));
            }
        }
        tally.disks = tally.seen.len();
        (tally, survivor)
    }
}

/// Where a cut is: enough to make it again.
struct Place<'a> {
    attack: &'a Attack,
    cut: Cut,
    depth: usize,
    manner: Option<Manner>,
    /// Is a bad disk worth keeping?
    keeps: bool,
}

impl Place<'_> {
    /// Opens the disk, judges it, and cuts that opening as well. Was it whole?
    fn judge(
        &self,
        subject: &dyn Subject,
        vfs: &Registered,
        image: &Image,
        expected: &Expectation,
        mut random: Random,
        tally: &mut Tally,
    ) -> bool {
        vfs.machine.install(image);
        let found = subject.look(vfs);
        let opening = vfs.machine.with_disk(Disk::recording);
        tally.cuts += 1;
        tally.in_recovery += usize::from(self.depth > 0);
        tally.promised += expected.promised();
        tally.seen.insert(fingerprint(image));
        let found = match found {
            Err(damage) => {
                tally.corrupt += 1;
                self.tell(tally, image, &damage.to_string());
                return false;
            }
            Ok(found) => found,
        };
        match expected.judge(found) {
            Verdict::Half => {
                tally.corrupt += 1;
                self.tell(tally, image, "it holds what was never promised or only half of it");
                return false;
            }
            Verdict::Lost(count) => {
                tally.lost += count;
                tally.cuts_with_loss += 1;
                self.tell(tally, image, &format!("{count} acknowledged transactions are gone"));
                return false;
            }
            Verdict::Whole => {}
        }
        if self.attack.obeys == Obeys::All {
            self.cut_again(subject, vfs, opening, &expected.only(found), &mut random, tally);
            self.carry_on(subject, vfs, image, random, tally);
        }
        true
    }

    /// Cuts the opening. What was seen after the power came back may not go with the next cut.
    fn cut_again(
        &self,
        subject: &dyn Subject,
        vfs: &Registered,
        (start, events): (Start, Vec<Event>),
        seen: &Expectation,
        random: &mut Random,
        tally: &mut Tally,
    ) {
        // Openings are much alike: one in four is cut, one in two of those that hit an opening.
        if self.depth >= DEEPEST || events.is_empty() || !random.chance(if self.depth == 0 { 4 } else { 2 }) {
            return;
        }
        let mut replay = Replay::new(&start, self.attack.obeys);
        events[..random.below(events.len() + 1)].iter().for_each(|event| replay.step(event));
        let manner = if random.chance(2) { None } else { Some(*random.pick(&Manner::ALL)) };
        let image = replay.cut(&mut Adversary::new(Random::new(random.next()), manner));
        let place = Place { attack: self.attack, cut: self.cut, depth: self.depth + 1, manner, keeps: self.keeps };
        place.judge(subject, vfs, &image, seen, Random::new(random.next()), tally);
    }

    /// One disk in a hundred and twenty-eight is worked on at once.
    fn carry_on(&self, subject: &dyn Subject, vfs: &Registered, image: &Image, mut random: Random, tally: &mut Tally) {
        if !random.chance(128) {
            return;
        }
        vfs.machine.install(image);
        tally.carried_on += 1;
        if let Err(damage) = subject.carry_on(vfs, random) {
            tally.corrupt += 1;
            self.tell(tally, image, &damage.to_string());
        }
    }

    fn tell(&self, tally: &mut Tally, image: &Image, what: &str) {
        if tally.told.len() >= TOLD {
            return;
        }
        let Attack { seed, cuts, obeys, .. } = self.attack;
        let Cut { number, steps } = self.cut;
        let kept = if self.keeps { keep(image, *seed, number) } else { String::new() };
        let (depth, manner) = (self.depth, self.manner);
        tally.told.push(format!(
            "seed {seed}, cut {number} of {cuts} behind step {steps}, {depth} deep, {manner:?}, {obeys:?}: {what}{kept}"
        ));
    }
}

/// Keeps a bad disk for whoever looks into it.
fn keep(image: &Image, seed: u64, number: usize) -> String {
    let folder: PathBuf = std::env::temp_dir().join(format!("torgdom-cut-{seed}-{number}"));
    let written = std::fs::create_dir_all(&folder).and_then(|()| {
        image.iter().try_for_each(|(name, content)| {
            let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
            std::fs::write(folder.join(name), content.as_slice())
        })
    });
    match written {
        Ok(()) => format!(" (its files: {})", folder.display()),
        Err(error) => format!(" (its files could not be kept: {error})"),
    }
}

fn fingerprint(image: &Image) -> u64 {
    let mut print = 0;
    for (name, content) in image {
        print = super::content::of_bytes(print, name.as_bytes());
        print = super::content::of_bytes(print, content);
    }
    print
}
