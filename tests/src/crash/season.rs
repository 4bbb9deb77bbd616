//! Days that follow each other: each begins on a disk that a cut has left behind.

use std::time::{Duration, Instant};

use super::campaign::{Attack, Subject, Tally};
use super::disk::{Event, Image};
use super::random::Random;
use super::recording::Recording;
use super::replay::Obeys;
use super::vfs::Registered;

/// Days from an empty disk to the next empty disk.
pub const DAYS: u64 = 3;

/// How long to go on.
#[derive(Clone, Copy, Debug)]
pub enum Until {
    Cuts(usize),
    Time(Duration),
}

/// A run of days under attack.
#[derive(Clone, Copy, Debug)]
pub struct Season {
    pub seed: u64,
    pub obeys: Obeys,
    pub cuts_a_day: usize,
    pub until: Until,
}

impl Season {
    /// Season after season from an empty disk on; `tell` hears after each day.
    pub fn run(&self, subject: &dyn Subject, mut tell: impl FnMut(u64, &Recording, &Tally)) -> Tally {
        let vfs = Registered::new();
        let begun = Instant::now();
        let mut total = Tally::default();
        let over = |total: &Tally| match self.until {
            Until::Cuts(cuts) => total.cuts >= cuts,
            Until::Time(time) => begun.elapsed() >= time,
        };
        for seed in self.seed.. {
            let mut image = Image::new();
            for day in 0..DAYS {
                if over(&total) {
                    return total;
                }
                let seed = seed * DAYS + day;
                let recording = subject.work(&vfs, &image, Random::new(seed));
                let (tally, survivor) = Attack { seed, obeys: self.obeys, cuts: self.cuts_a_day }.run(subject, &recording);
                total.add(tally);
                tell(seed, &recording, &total);
                // A control goes on from a clean end: what it has spoilt is no morning.
                image = survivor.filter(|_| self.obeys == Obeys::All).unwrap_or(recording.end);
            }
        }
        total
    }
}

/// Does every sync from the second promise on reach the drive itself, where a system tells that apart (macOS)?
#[must_use]
pub fn syncs_fully(recording: &Recording) -> bool {
    let from = recording.promises.get(1).map_or(0, |opened| opened.done);
    let mut syncs = recording.events[from..].iter().filter_map(|event| match event {
        Event::Sync { full, .. } => Some(*full),
        _ => None,
    });
    syncs.clone().count() > 0 && syncs.all(|full| full)
}
