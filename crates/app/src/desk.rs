//! The desk: one profile, its store, its clock, and who listens.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError, RwLock};

use torgdom_domain::Tables;
use torgdom_records::Kind;
use torgdom_store::{Store, StoreError};

use crate::clock::{Clock, SystemClock};
use crate::event::Event;
use crate::failure::Failure;
use crate::verbs::imports::ImportSession;
use crate::verbs::tend::Tended;
use crate::verbs::undo::UndoStack;

/// How a profile is opened.
#[derive(Default)]
pub struct OpenOptions {
    /// The window takes the desk's lock; the command line does not.
    pub lock_desk: bool,
    pub passphrase: Option<String>,
    /// Time and identity; the machine's when absent.
    pub clock: Option<Box<dyn Clock>>,
}

type Listener = Box<dyn Fn(&Event) + Send + Sync>;

/// Where the profile stands.
pub(crate) enum Stage {
    /// There is no store yet.
    FirstRun,
    /// The store is encrypted and no pass-phrase was given.
    Locked,
    Ready(Arc<Store>),
    Failed(Failure),
}

/// One profile at work. All verbs take `&self`; the store orders the writers.
pub struct Desk {
    pub(crate) profile: PathBuf,
    pub(crate) clock: Box<dyn Clock>,
    pub(crate) lock_desk: bool,
    pub(crate) stage: RwLock<Stage>,
    pub(crate) undo: Mutex<UndoStack>,
    /// Held from a change to its place on the undo stack, so that both stand in the same order.
    pub(crate) turn: Mutex<()>,
    pub(crate) imports: Mutex<Vec<ImportSession>>,
    pub(crate) tended: Mutex<Tended>,
    /// Long actions that the person told to stop.
    cancelled: Mutex<HashSet<String>>,
    listeners: RwLock<Vec<Listener>>,
}

/// Opens the profile in `dir`. A store that cannot be opened is no failure here: the window must be able to say why.
#[must_use]
pub fn open(dir: &Path, options: OpenOptions) -> Desk {
    let desk = Desk {
        profile: dir.to_owned(),
        clock: options.clock.unwrap_or_else(|| Box::new(SystemClock::from_environment())),
        lock_desk: options.lock_desk,
        stage: RwLock::new(Stage::FirstRun),
        undo: Mutex::default(),
        turn: Mutex::default(),
        imports: Mutex::default(),
        tended: Mutex::default(),
        cancelled: Mutex::default(),
        listeners: RwLock::default(),
    };
    desk.open_store(options.passphrase.as_deref());
    desk
}

impl Desk {
    /// Opens the store that is there, with the pass-phrase if one is needed.
    pub(crate) fn open_store(&self, passphrase: Option<&str>) {
        // A file in the folder's place has an answer of its own: no profile can be made there.
        let stage = if Store::exists(&self.profile) || self.profile.is_file() {
            match Store::open(&self.profile, self.store_options(passphrase, false)) {
                Ok(store) => Stage::Ready(Arc::new(store)),
                Err(StoreError::PassphraseNeeded) => Stage::Locked,
                Err(error) => Stage::Failed(self.of_profile(error)),
            }
        } else {
            Stage::FirstRun
        };
        *self.stage.write().unwrap_or_else(PoisonError::into_inner) = stage;
    }

    /// Why the profile does not open, with where it lies.
    pub(crate) fn of_profile(&self, error: StoreError) -> Failure {
        let whole = matches!(error, StoreError::ProfileIsFile | StoreError::ProfileReadOnly | StoreError::DiskFull);
        let place = if whole { self.profile.clone() } else { self.profile.join(torgdom_store::STORE_FILE) };
        Failure::from(error).with("path", place.display())
    }

    pub(crate) fn store_options(&self, passphrase: Option<&str>, create: bool) -> torgdom_store::OpenOptions {
        torgdom_store::OpenOptions {
            create,
            lock_desk: self.lock_desk,
            passphrase: passphrase.filter(|text| !text.is_empty()).map(str::to_owned),
            today: self.clock.today(),
            ..torgdom_store::OpenOptions::default()
        }
    }

    /// The open store.
    ///
    /// # Errors
    /// `not_initialised`, `passphrase_needed`, or why the store could not be opened.
    pub fn store(&self) -> Result<Arc<Store>, Failure> {
        match &*self.stage.read().unwrap_or_else(PoisonError::into_inner) {
            Stage::Ready(store) => Ok(Arc::clone(store)),
            Stage::FirstRun => Err(Failure::new("not_initialised").with("profile", self.profile.display())),
            Stage::Locked => Err(Failure::new("passphrase_needed")),
            Stage::Failed(failure) => Err(failure.clone()),
        }
    }

    /// The dated tables with the user's corrections.
    #[must_use]
    pub fn tables(&self) -> Arc<Tables> {
        static BUILTIN: LazyLock<Arc<Tables>> = LazyLock::new(|| Arc::new(Tables::builtin().clone()));
        self.store().map_or_else(|_| Arc::clone(&BUILTIN), |store| store.tables())
    }

    /// Listens to every event of this desk for as long as the desk lives.
    pub fn subscribe(&self, listener: impl Fn(&Event) + Send + Sync + 'static) {
        self.listeners.write().unwrap_or_else(PoisonError::into_inner).push(Box::new(listener));
    }

    pub(crate) fn tell(&self, event: &Event) {
        if let (Event::Changed { kinds, .. }, Ok(store)) = (event, self.store())
            && (kinds.is_empty() || kinds.iter().any(|kind| kind == Kind::Table.as_str()))
        {
            // Those in use stay where the new ones cannot be laid (a full disk); the next start tries again.
            let _ = store.lay_corrections();
        }
        for listener in self.listeners.read().unwrap_or_else(PoisonError::into_inner).iter() {
            listener(event);
        }
    }

    /// Asks the long action `id` to stop at its next step.
    pub fn cancel(&self, id: &str) {
        self.cancelled.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned());
    }

    /// Was the long action told to stop? Answers yes once.
    pub(crate) fn is_cancelled(&self, id: &str) -> bool {
        self.cancelled.lock().unwrap_or_else(PoisonError::into_inner).remove(id)
    }

    #[must_use]
    pub fn profile(&self) -> &Path {
        &self.profile
    }
}
