//! What a restore, a backup or a change of the key left behind when it was cut short.

use std::fs;
use std::path::{Path, PathBuf};

use super::backup::{BEING_MADE, FOLDER};
use super::restore::SCRATCH;
use crate::cipher::convert::REWRITTEN;
use crate::opening::Locks;

/// Removes the leftovers in the profile, unless somebody else has it open: they may be somebody's work. They only take
/// space, so that a failure is no reason not to open.
pub(crate) fn sweep(locks: &Locks) {
    let found: Vec<PathBuf> =
        [(locks.folder().to_owned(), [SCRATCH, REWRITTEN]), (locks.folder().join(FOLDER), [BEING_MADE, BEING_MADE])]
            .into_iter()
            .flat_map(|(folder, beginnings)| begun(&folder, beginnings))
            .collect();
    if found.is_empty() {
        return;
    }
    let Ok(_alone) = locks.alone() else { return };
    for path in found {
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        if let Err(error) = removed {
            tracing::warn!(%error, "a leftover stays");
        }
    }
}

fn begun(folder: &Path, beginnings: [&str; 2]) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    let is_begun = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        beginnings.iter().any(|beginning| name.starts_with(beginning))
    };
    paths.filter(is_begun).collect()
}
