//! Who decides what of the unsynced steps is on the disk after a cut: any subset, in any order, torn anywhere.
//!
//! Two versions of one sector never change places (no drive does that without being broken), so "any order" is the
//! same as "any subset of sectors". Bytes outside a write are never touched: SQLite counts on that
//! (`SQLITE_IOCAP_POWERSAFE_OVERWRITE`) as it does on real disks.

use std::sync::Arc;

use super::random::Random;
use super::replay::{Entry, Unsynced};

/// Bytes that a drive writes at one go.
const SECTORS: [usize; 2] = [512, 4096];

/// What is done to the unsynced steps of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    LosesAll,
    /// As when a program is killed and the system lives on.
    KeepsAll,
    /// In order up to a step, which is torn.
    Prefix,
    /// The newest first.
    Suffix,
    OneLost,
    OneKept,
    /// Each step by chance.
    Steps,
    /// Each sector by chance.
    Sectors,
    /// Each sector by chance; of those that were on their way some hold rubbish.
    Rubbish,
}

impl Manner {
    pub const ALL: [Self; 9] = [
        Self::LosesAll,
        Self::KeepsAll,
        Self::Prefix,
        Self::Suffix,
        Self::OneLost,
        Self::OneKept,
        Self::Steps,
        Self::Sectors,
        Self::Rubbish,
    ];
}

/// Seeded: the same numbers make the same choices.
#[derive(Clone, Debug)]
pub struct Adversary {
    random: Random,
    /// None: each file and the folder in its own manner.
    manner: Option<Manner>,
}

/// What becomes of a piece of a write.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    Lost,
    Rubbish,
}

impl Adversary {
    #[must_use]
    pub const fn new(random: Random, manner: Option<Manner>) -> Self {
        Self { random, manner }
    }

    fn manner(&mut self) -> Manner {
        self.manner.unwrap_or_else(|| *self.random.pick(&Manner::ALL))
    }

    /// The changes of the folder that reached the disk.
    pub fn entries<'a>(&mut self, entries: &'a [Entry]) -> Vec<&'a Entry> {
        if entries.is_empty() {
            return Vec::new();
        }
        let manner = self.manner();
        let chosen = self.random.below(entries.len());
        let mut kept = Vec::new();
        for (n, entry) in entries.iter().enumerate() {
            let keeps = match manner {
                Manner::LosesAll => false,
                Manner::KeepsAll => true,
                Manner::Prefix => n < chosen,
                Manner::Suffix => n >= chosen,
                Manner::OneLost => n != chosen,
                Manner::OneKept => n == chosen,
                Manner::Steps | Manner::Sectors | Manner::Rubbish => self.random.chance(2),
            };
            if keeps {
                kept.push(entry);
            }
        }
        kept
    }

    /// A file's content after the cut.
    pub fn content(&mut self, durable: &Arc<Vec<u8>>, unsynced: &[Unsynced]) -> Arc<Vec<u8>> {
        let manner = self.manner();
        if manner == Manner::LosesAll {
            return Arc::clone(durable);
        }
        let mut content = Vec::clone(durable);
        let chosen = self.random.below(unsynced.len());
        let sector = *self.random.pick(&SECTORS);
        let odds = 2 + self.random.below(6);
        let mostly = self.random.chance(2);
        for (n, step) in unsynced.iter().enumerate() {
            let whole = match manner {
                Manner::LosesAll => Some(Fate::Lost),
                Manner::KeepsAll => Some(Fate::Kept),
                Manner::Prefix if n == chosen => None,
                Manner::Prefix => Some(fate(n < chosen)),
                Manner::Suffix if n == chosen => None,
                Manner::Suffix => Some(fate(n > chosen)),
                Manner::OneLost => Some(fate(n != chosen)),
                Manner::OneKept => Some(fate(n == chosen)),
                Manner::Steps => Some(fate(self.random.chance(odds) != mostly)),
                Manner::Sectors | Manner::Rubbish => None,
            };
            match (step, whole) {
                (_, Some(Fate::Lost)) => {}
                (Unsynced::Truncate { .. }, None) => {
                    if self.random.chance(2) {
                        step.apply(&mut content);
                    }
                }
                (Unsynced::Write { at, bytes }, None) => {
                    let rubbish = manner == Manner::Rubbish;
                    self.tear(&mut content, *at, bytes, sector, |random| {
                        let kept = random.chance(odds) != mostly;
                        if !kept && rubbish && random.chance(3) { Fate::Rubbish } else { fate(kept) }
                    });
                }
                _ => step.apply(&mut content),
            }
        }
        Arc::new(content)
    }

    /// Decides on each sector of a write by itself.
    fn tear(&mut self, content: &mut Vec<u8>, at: usize, bytes: &[u8], sector: usize, decide: impl Fn(&mut Random) -> Fate) {
        let mut from = 0;
        while from < bytes.len() {
            let to = bytes.len().min(from + sector - (at + from) % sector);
            match decide(&mut self.random) {
                Fate::Kept => super::disk::put(content, at + from, &bytes[from..to]),
                Fate::Rubbish => super::disk::put(content, at + from, &self.random.bytes(to - from)),
                // The file may have grown all the same: the new length is there, the bytes are not.
                Fate::Lost if self.random.chance(4) && content.len() < at + to => content.resize(at + to, 0),
                Fate::Lost => {}
            }
            from = to;
        }
    }
}

const fn fate(kept: bool) -> Fate {
    if kept { Fate::Kept } else { Fate::Lost }
}
