//! The disk of a machine that may lose its power: what programs see, and the list of what they did to it.
//!
//! Files live in memory. Every write, truncation, sync, creation and deletion is also noted as an [`Event`], so that
//! [`super::replay`] can say afterwards what a disk may hold when the power goes between any two of them. Knows no SQLite.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Files by name, as they stand on a disk.
pub type Image = BTreeMap<String, Arc<Vec<u8>>>;
/// A file's identity, whatever its name.
pub type Inode = u64;

/// What SQLite keeps in a file; it decides which syncs a control leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Database,
    /// The write-ahead log.
    Log,
    /// The rollback journal.
    Journal,
    /// Gone with its handle; never survives a cut.
    Temporary,
}

/// One step that reaches for the disk.
#[derive(Clone, Debug)]
pub enum Event {
    Create {
        name: String,
        inode: Inode,
        role: Role,
    },
    Delete {
        name: String,
    },
    /// The folder's entries are on the disk from here on.
    SyncFolder,
    Write {
        inode: Inode,
        at: usize,
        bytes: Arc<[u8]>,
    },
    Truncate {
        inode: Inode,
        size: usize,
    },
    /// `full`: the drive's own cache as well (`F_FULLFSYNC` on macOS).
    Sync {
        inode: Inode,
        full: bool,
    },
}

/// Disk trouble to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No space for a write, a new file or more shared memory. Syncs, truncations and deletions work.
    Full,
    /// Any step fails.
    Failing,
}

/// When the trouble begins and whether it goes by itself.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    pub trouble: Trouble,
    /// So many steps still work.
    pub after: usize,
    /// Until [`Disk::mend`]; otherwise for one step only.
    pub lasting: bool,
}

/// What kind of step asks whether it may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Create,
    Delete,
    Write,
    Truncate,
    Sync,
    /// More shared memory.
    Share,
}

#[derive(Clone, Debug)]
pub struct File {
    pub content: Arc<Vec<u8>>,
    pub role: Role,
}

/// Where a recording began: names and contents, all of it durable.
#[derive(Clone, Debug, Default)]
pub struct Start {
    pub names: BTreeMap<String, Inode>,
    pub files: BTreeMap<Inode, File>,
}

/// The disk as the running programs see it.
#[derive(Debug, Default)]
pub struct Disk {
    names: BTreeMap<String, Inode>,
    files: HashMap<Inode, File>,
    next: Inode,
    start: Start,
    events: Vec<Event>,
    fault: Option<Fault>,
    /// Steps that a fault has refused.
    refused: Vec<Step>,
}

impl Disk {
    /// A machine that is switched on with these files. What was noted before is forgotten.
    pub fn install(&mut self, image: &Image) {
        *self = Self::default();
        for (name, content) in image {
            let inode = self.fresh(role_of(name), Arc::clone(content));
            self.names.insert(name.clone(), inode);
        }
        self.start =
            Start { names: self.names.clone(), files: self.files.iter().map(|(inode, file)| (*inode, file.clone())).collect() };
    }

    /// What was done since [`Disk::install`].
    pub fn recording(&mut self) -> (Start, Vec<Event>) {
        (std::mem::take(&mut self.start), std::mem::take(&mut self.events))
    }

    #[must_use]
    pub const fn position(&self) -> usize {
        self.events.len()
    }

    /// The files as the programs see them now: what a disk holds after a clean end.
    #[must_use]
    pub fn image(&self) -> Image {
        self.names.iter().map(|(name, inode)| (name.clone(), Arc::clone(&self.files[inode].content))).collect()
    }

    pub fn break_at(&mut self, fault: Fault) {
        self.fault = Some(fault);
        self.refused.clear();
    }

    /// Space is back. Answers with the steps that were refused.
    pub fn mend(&mut self) -> Vec<Step> {
        self.fault = None;
        std::mem::take(&mut self.refused)
    }

    /// May this step be done? Otherwise why not.
    pub fn permit(&mut self, step: Step) -> Result<(), Trouble> {
        let Some(fault) = &mut self.fault else { return Ok(()) };
        let needs_space = matches!(step, Step::Create | Step::Write | Step::Share);
        if fault.trouble == Trouble::Full && !needs_space {
            return Ok(());
        }
        if fault.after > 0 {
            fault.after -= 1;
            return Ok(());
        }
        let trouble = fault.trouble;
        if !fault.lasting {
            self.fault = None;
        }
        self.refused.push(step);
        Err(trouble)
    }

    fn fresh(&mut self, role: Role, content: Arc<Vec<u8>>) -> Inode {
        self.next += 1;
        self.files.insert(self.next, File { content, role });
        self.next
    }

    #[must_use]
    pub fn find(&self, name: &str) -> Option<Inode> {
        self.names.get(name).copied()
    }

    /// A new file; without a name one that nobody else sees.
    pub fn create(&mut self, name: Option<&str>, role: Role) -> Inode {
        let role = if name.is_some() { role } else { Role::Temporary };
        let inode = self.fresh(role, Arc::default());
        if let Some(name) = name {
            self.names.insert(name.to_owned(), inode);
            self.events.push(Event::Create { name: name.to_owned(), inode, role });
        }
        inode
    }

    /// False when there is no such file.
    pub fn delete(&mut self, name: &str) -> bool {
        let found = self.names.remove(name).is_some();
        if found {
            self.events.push(Event::Delete { name: name.to_owned() });
        }
        found
    }

    pub fn sync_folder(&mut self) {
        self.events.push(Event::SyncFolder);
    }

    #[must_use]
    pub fn size(&self, inode: Inode) -> usize {
        self.files.get(&inode).map_or(0, |file| file.content.len())
    }

    /// Fills as much of `into` as there is from `at` on; answers how much.
    pub fn read(&self, inode: Inode, at: usize, into: &mut [u8]) -> usize {
        let Some(rest) = self.files.get(&inode).and_then(|file| file.content.get(at..)) else { return 0 };
        let length = rest.len().min(into.len());
        into[..length].copy_from_slice(&rest[..length]);
        length
    }

    pub fn write(&mut self, inode: Inode, at: usize, bytes: &[u8]) {
        let Some(file) = self.files.get_mut(&inode) else { return };
        put(Arc::make_mut(&mut file.content), at, bytes);
        if file.role != Role::Temporary {
            self.events.push(Event::Write { inode, at, bytes: bytes.into() });
        }
    }

    pub fn truncate(&mut self, inode: Inode, size: usize) {
        let Some(file) = self.files.get_mut(&inode) else { return };
        Arc::make_mut(&mut file.content).resize(size, 0);
        if file.role != Role::Temporary {
            self.events.push(Event::Truncate { inode, size });
        }
    }

    pub fn sync(&mut self, inode: Inode, full: bool) {
        if self.files.get(&inode).is_some_and(|file| file.role != Role::Temporary) {
            self.events.push(Event::Sync { inode, full });
        }
    }
}

/// Writes into a file's content; a gap before `at` reads as zeros.
pub fn put(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[at..end].copy_from_slice(bytes);
}

/// SQLite's own names for what lies beside a database.
fn role_of(name: &str) -> Role {
    if name.ends_with("-wal") {
        Role::Log
    } else if name.ends_with("-journal") {
        Role::Journal
    } else {
        Role::Database
    }
}
