//! A store that does not open any more makes room for a copy, and is kept as it is.

use std::fs;
use std::path::{Path, PathBuf};

use super::backup::FOLDER;
use super::restore::free_name;
use crate::cipher::{convert, keyfile};
use crate::error::StoreError;
use crate::opening::{Locks, sync_folder};
use crate::store::{STORE_FILE, Store};

/// Begins the names; they are not counted among the restores, each of which makes its own backup as well.
const SET_ASIDE: &str = "set-aside-";

impl Store {
    /// Moves the store in `dir`, with its log and its key, to the backups as `set-aside-1.sqlite`: somebody may be able to
    /// read it one day. Answers where it is now.
    ///
    /// # Errors
    /// `OpenElsewhere` when another program has it open, the disk's; the store is where it was then.
    pub fn set_aside(dir: &Path) -> Result<PathBuf, StoreError> {
        let locks = Locks::take(dir, false)?;
        let _alone = locks.alone()?;
        let (store, folder) = (dir.join(STORE_FILE), dir.join(FOLDER));
        fs::create_dir_all(&folder)?;
        let aside = free_name(&folder, SET_ASIDE);
        // The store last: while it is there, the profile does not look like a new one.
        for (from, to) in [
            (convert::log_of(&store), convert::log_of(&aside)),
            (keyfile::beside(&store), keyfile::beside(&aside)),
            (store.clone(), aside.clone()),
        ] {
            if from.exists() {
                fs::rename(from, to)?;
            }
        }
        convert::remove_shared_memory(&store)?;
        sync_folder(&folder)?;
        sync_folder(dir)?;
        Ok(aside)
    }
}
