//! What a disk may hold when the power goes: everything synced, and of the rest whatever an adversary chooses.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::adversary::Adversary;
use super::disk::{Event, Image, Inode, Role, Start};

/// Which syncs the drive obeys. Everything but [`Obeys::All`] is a control: a harness that finds nothing wrong there
/// is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obeys {
    All,
    /// What `synchronous=NORMAL` leaves out: the sync of the log at a commit. Those of a new log's header and of a
    /// checkpoint stay.
    NoCommits,
    /// What `synchronous=OFF` leaves out.
    Nothing,
}

/// A step that is not yet sure to be on the disk.
#[derive(Clone, Debug)]
pub enum Unsynced {
    Write { at: usize, bytes: Arc<[u8]> },
    Truncate { size: usize },
}

/// A change of the folder that is not yet sure to be on the disk.
#[derive(Clone, Debug)]
pub enum Entry {
    Link { name: String, inode: Inode },
    Unlink { name: String },
}

#[derive(Clone, Debug)]
struct File {
    role: Role,
    durable: Arc<Vec<u8>>,
    unsynced: Vec<Unsynced>,
    last: Last,
}

/// What was last done to a log: it tells a commit's sync from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    Header,
    Frame,
    Synced,
}

/// SQLite's log header is written by itself, at the beginning.
const LOG_HEADER_BYTES: usize = 32;

/// A disk on its way through a recording.
#[derive(Clone, Debug)]
pub struct Replay {
    obeys: Obeys,
    names: BTreeMap<String, Inode>,
    entries: Vec<Entry>,
    files: BTreeMap<Inode, File>,
}

impl Replay {
    #[must_use]
    pub fn new(start: &Start, obeys: Obeys) -> Self {
        let files = start.files.iter().map(|(inode, file)| (*inode, File::new(file.role, Arc::clone(&file.content)))).collect();
        Self { obeys, names: start.names.clone(), entries: Vec::new(), files }
    }

    pub fn step(&mut self, event: &Event) {
        match event {
            Event::Create { name, inode, role } => {
                self.files.insert(*inode, File::new(*role, Arc::default()));
                self.entries.push(Entry::Link { name: name.clone(), inode: *inode });
            }
            Event::Delete { name } => self.entries.push(Entry::Unlink { name: name.clone() }),
            Event::SyncFolder => self.sync_folder(),
            Event::Write { inode, at, bytes } => {
                if let Some(file) = self.files.get_mut(inode) {
                    let header = *at == 0 && bytes.len() == LOG_HEADER_BYTES;
                    file.last = if header { Last::Header } else { Last::Frame };
                    file.unsynced.push(Unsynced::Write { at: *at, bytes: Arc::clone(bytes) });
                }
            }
            Event::Truncate { inode, size } => {
                if let Some(file) = self.files.get_mut(inode) {
                    file.unsynced.push(Unsynced::Truncate { size: *size });
                }
            }
            Event::Sync { inode, .. } => self.sync(*inode),
        }
    }

    fn sync(&mut self, inode: Inode) {
        let Some(file) = self.files.get_mut(&inode) else { return };
        let commit = file.role == Role::Log && file.last == Last::Frame;
        file.last = Last::Synced;
        let obeyed = match self.obeys {
            Obeys::All => true,
            Obeys::NoCommits => !commit,
            Obeys::Nothing => false,
        };
        if obeyed && !file.unsynced.is_empty() {
            let content = Arc::make_mut(&mut file.durable);
            for step in file.unsynced.drain(..) {
                step.apply(content);
            }
        }
    }

    fn sync_folder(&mut self) {
        if self.obeys == Obeys::Nothing {
            return;
        }
        for entry in std::mem::take(&mut self.entries) {
            entry.apply(&mut self.names);
        }
    }

    /// What is on the disk if the power goes now.
    pub fn cut(&self, adversary: &mut Adversary) -> Image {
        let mut names = self.names.clone();
        for entry in adversary.entries(&self.entries) {
            entry.apply(&mut names);
        }
        let mut image = Image::new();
        for (name, inode) in names {
            let file = &self.files[&inode];
            let content = if file.unsynced.is_empty() {
                Arc::clone(&file.durable)
            } else {
                adversary.content(&file.durable, &file.unsynced)
            };
            image.insert(name, content);
        }
        image
    }
}

impl File {
    const fn new(role: Role, durable: Arc<Vec<u8>>) -> Self {
        Self { role, durable, unsynced: Vec::new(), last: Last::Synced }
    }
}

impl Unsynced {
    pub fn apply(&self, content: &mut Vec<u8>) {
        match self {
            Self::Write { at, bytes } => super::disk::put(content, *at, bytes),
            Self::Truncate { size } => content.resize(*size, 0),
        }
    }
}

impl Entry {
    fn apply(&self, names: &mut BTreeMap<String, Inode>) {
        match self {
            Self::Link { name, inode } => {
                names.insert(name.clone(), *inode);
            }
            Self::Unlink { name } => {
                names.remove(name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::adversary::Manner;
    use super::super::disk::Disk;
    use super::super::random::Random;
    use super::*;

    /// A store with one synced and one unsynced write, and a log that nobody has synced.
    fn recorded() -> (Start, Vec<Event>) {
        let mut disk = Disk::default();
        disk.install(&Image::from([("a".to_owned(), Arc::new(vec![1; 8192]))]));
        let store = disk.find("a").expect("is there");
        disk.write(store, 0, &[2; 4096]);
        disk.sync(store, true);
        disk.write(store, 4096, &[3; 4096]);
        disk.create(Some("a-wal"), Role::Log);
        disk.recording()
    }

    fn cut(obeys: Obeys, manner: Manner, seed: u64) -> Image {
        let (start, events) = recorded();
        let mut replay = Replay::new(&start, obeys);
        events.iter().for_each(|event| replay.step(event));
        replay.cut(&mut Adversary::new(Random::new(seed), Some(manner)))
    }

    #[test]
    fn what_was_synced_stays_in_every_manner() {
        for manner in Manner::ALL {
            for seed in 0..50 {
                let image = cut(Obeys::All, manner, seed);
                assert_eq!(image["a"][..4096], [2; 4096], "{manner:?}");
                assert_eq!(image["a"].len(), 8192);
            }
        }
    }

    #[test]
    fn what_was_not_synced_may_go_stay_or_tear() {
        assert_eq!(cut(Obeys::All, Manner::LosesAll, 0)["a"][4096..], [1; 4096]);
        assert_eq!(cut(Obeys::All, Manner::KeepsAll, 0)["a"][4096..], [3; 4096]);
        assert!(!cut(Obeys::All, Manner::LosesAll, 0).contains_key("a-wal"), "its entry was not synced");
        assert!(cut(Obeys::All, Manner::KeepsAll, 0).contains_key("a-wal"));
        let torn = |seed| {
            let rest = cut(Obeys::All, Manner::Sectors, seed)["a"][4096..].to_vec();
            assert!(rest.chunks(512).all(|sector| sector == [1; 512] || sector == [3; 512]), "sectors are whole");
            rest.contains(&1) && rest.contains(&3)
        };
        assert!((0..50).any(torn));
    }

    #[test]
    fn a_drive_that_obeys_nothing_loses_what_was_synced() {
        assert_eq!(cut(Obeys::Nothing, Manner::LosesAll, 0)["a"][..], [1; 8192]);
    }
}
