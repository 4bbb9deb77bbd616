//! Backups, restores, the pass-phrase, and looking whether all is well.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::{Arc, PoisonError};

use serde::Serialize;
use torgdom_domain::series::Series;
use torgdom_records::{Kind, Op, Origin, State};
use torgdom_store::{Finding, Progress, Reader, Store, StoreError, Writer};
use ts_rs::TS;

use super::links::read_body;
use crate::desk::{Desk, Stage};
use crate::event::Event;
use crate::failure::Failure;
use crate::views::StartState;

/// Why a store does not open that a copy may take the place of.
const BROKEN: [&str; 3] = ["corrupt", "not_ours", "key_missing"];
/// Shortest pass-phrase, in characters.
const SHORTEST_PASSPHRASE: usize = 8;

/// A copy of the store.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupView {
    pub path: String,
    /// RFC 3339 or the day, `2026-11-22`.
    pub at: String,
    #[ts(type = "number")]
    pub size: u64,
    /// `daily`, `before_migration`, `manual`.
    pub kind: String,
}

/// Something that `verify` found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FindingView {
    pub code: String,
    pub params: BTreeMap<String, String>,
}

impl Desk {
    /// A verified copy of the store: at `path`, or in the folder of backups under this moment's name.
    ///
    /// # Errors
    /// `backup_over_store`, the disk's.
    pub fn backup(&self, path: Option<&Path>) -> Result<BackupView, Failure> {
        let now = self.clock.now();
        if path.is_some_and(|path| self.is_own_file(path)) {
            return Err(Failure::new("backup_over_store"));
        }
        let own = || self.profile.join("backups").join(format!("desk-{}.sqlite", now.format("%Y-%m-%d_%H-%M-%S")));
        let backup = self.store()?.backup_to(&path.map_or_else(own, Path::to_owned))?;
        Ok(BackupView {
            path: backup.path.display().to_string(),
            at: now.to_rfc3339(),
            size: backup.bytes,
            kind: "manual".to_owned(),
        })
    }

    /// The live store and its companions: a copy written over them would be the end of both.
    fn is_own_file(&self, path: &Path) -> bool {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        let is_profile = match (folder.canonicalize(), self.profile.canonicalize()) {
            (Ok(folder), Ok(profile)) => folder == profile,
            _ => false,
        };
        is_profile && path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(torgdom_store::STORE_FILE))
    }

    /// The kept copies, the newest first.
    ///
    /// # Errors
    /// The disk's.
    pub fn backups(&self) -> Result<Vec<BackupView>, Failure> {
        let mut found = Vec::new();
        let Ok(entries) = std::fs::read_dir(self.profile.join("backups")) else { return Ok(found) };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let Some(stem) = name.strip_prefix("desk-").and_then(|name| name.strip_suffix(".sqlite")) else { continue };
            let kind = if stem.len() == "2026-11-22".len() { "daily" } else { "manual" };
            let at = stem
                .replacen('_', "T", 1)
                .replacen('-', "\u{1}", 2)
                .replace('-', if kind == "daily" { "-" } else { ":" })
                .replace('\u{1}', "-");
            found.push(BackupView {
                path: entry.path().display().to_string(),
                at,
                size: entry.metadata()?.len(),
                kind: kind.to_owned(),
            });
        }
        found.sort_by(|a, b| b.at.cmp(&a.at));
        Ok(found)
    }

    /// Puts a copy in the store's place; what was there is kept among the backups. The desk's series are closed and go
    /// on under a new prefix, because numbers may have been given after the copy was made.
    ///
    /// A store that does not open any more is set aside, whole, and the copy comes into a new one.
    ///
    /// # Errors
    /// `file_not_found`, `file_denied`, `backup_is_folder`, `not_ours`, `key_missing`, `backup_damaged`, `newer_schema`,
    /// `passphrase_needed`, `wrong_passphrase`, the disk's; nothing is changed then.
    pub fn restore(&self, path: &Path, passphrase: &str) -> Result<StartState, Failure> {
        let named = |failure: Failure| match failure.code.as_str() {
            // What concerns the profile has its path already.
            _ if failure.params.contains_key("path") => failure,
            "disk_full" | "disk_failed" | "profile_read_only" | "busy" => failure.with("path", self.profile.display()),
            _ => failure.with("path", path.display()),
        };
        let passphrase = (!passphrase.is_empty()).then_some(passphrase);
        let store = self.store_to_restore_into(path, passphrase).map_err(named)?;
        let restores = store.restores_so_far()?;
        // Closing the series and restoring are one change: a cut between them would give numbers out twice. Also those
        // that an earlier restore began are known here; the copy does not know of them.
        let settle = |here: &Reader<'_>, coming: &Writer<'_>| {
            // A damaged store may not tell.
            let known = prefixes(here)
                .or_else(|failure| if BROKEN.contains(&failure.code.as_str()) { Ok(BTreeSet::new()) } else { Err(failure) })?;
            self.renew_series(coming, known, restores)
        };
        store.restore_from(path, passphrase, settle).map_err(named)?;
        self.forget_undo();
        self.tell(&Event::Changed { ids: Vec::new(), kinds: Vec::new(), by: "desk".to_owned() });
        Ok(self.start_state())
    }

    /// The open store; a new one where there is none, or none that opens.
    fn store_to_restore_into(&self, path: &Path, passphrase: Option<&str>) -> Result<Arc<Store>, Failure> {
        let broken = match &*self.stage.read().unwrap_or_else(PoisonError::into_inner) {
            Stage::Ready(store) => return Ok(Arc::clone(store)),
            Stage::FirstRun => Some(false),
            Stage::Failed(failure) if BROKEN.contains(&failure.code.as_str()) => Some(true),
            Stage::Failed(failure) => return Err(failure.clone()),
            Stage::Locked if passphrase.is_none() => return Err(Failure::new("passphrase_needed")),
            Stage::Locked => None,
        };
        let Some(broken) = broken else {
            self.unlock(passphrase.unwrap_or_default())?;
            return self.store();
        };
        // Nothing is made, and nothing moved, for a file that cannot be restored.
        Store::examine_backup(path, passphrase)?;
        if broken {
            Store::set_aside(&self.profile)?;
        }
        let opened = Store::open(&self.profile, self.store_options(passphrase, true));
        let store = Arc::new(opened.map_err(|error| self.of_profile(error))?);
        self.set_stage(Stage::Ready(Arc::clone(&store)));
        Ok(store)
    }

    /// Every open series is closed with its reason; its successor starts from 1 under a prefix of its own.
    fn renew_series(&self, writer: &Writer<'_>, mut known: BTreeSet<String>, restores: u32) -> Result<(), Failure> {
        known.extend(prefixes(writer)?);
        for record in writer.all(Kind::Series)? {
            let Some(series) = read_body::<Series>(&record.body) else { continue };
            if series.closed || record.state != State::Live {
                continue;
            }
            let closed = Series { closed: true, reason: "restored".to_owned(), ..series.clone() };
            let mut body = record.body.clone();
            body.extend(serde_json::json!(closed).as_object().cloned().unwrap_or_default());
            let edits = torgdom_records::diff(&record.body, &torgdom_records::prune_body(body));
            writer.apply(&self.change_of(writer, &record, Op::Edit { edits })?, &Origin::Local)?;
            let next =
                Series { prefix: next_prefix(&series.prefix, &known, restores), next: torgdom_domain::Amount::ONE, ..series };
            let body = serde_json::json!(next).as_object().cloned().unwrap_or_default();
            self.create_in(writer, Kind::Series, State::Live, body)?;
        }
        Ok(())
    }

    /// Sets, changes or (with an empty `new`) takes away the pass-phrase.
    ///
    /// # Errors
    /// `wrong_passphrase`, `passphrase_short`, `open_elsewhere`, the disk's.
    pub fn set_passphrase(&self, old: &str, new: &str) -> Result<StartState, Failure> {
        refuse_short(new)?;
        let store = self.store()?;
        store.check_passphrase(old)?;
        store.change_passphrase((!new.is_empty()).then_some(new))?;
        // The plain copies went with the plain store. A disk without room for another is no reason to call the pass-phrase
        // not set: the copy of the day is made later.
        if self.backups().is_ok_and(|copies| copies.is_empty()) {
            let _ = self.backup(None);
        }
        Ok(self.start_state())
    }

    /// Integrity of the file, projections equal to the records, the journal unbroken. Empty when all is well. Tells its
    /// progress as `verify`, and can be stopped by that name.
    ///
    /// # Errors
    /// `cancelled`, the store's.
    pub fn verify(&self) -> Result<Vec<FindingView>, Failure> {
        let store = self.store()?;
        let findings = self.watched("verify", |progress| store.verify_watched(progress))?;
        let view = |finding: Finding| FindingView {
            code: finding.code,
            params: BTreeMap::from([("id".to_owned(), finding.id), ("detail".to_owned(), finding.detail)]),
        };
        Ok(findings.into_iter().map(view).collect())
    }

    /// Works lists, sums and search out anew from the records, as one change. Tells its progress as `rebuild`, and can be
    /// stopped by that name.
    ///
    /// # Errors
    /// `cancelled`, the store's; nothing is changed then.
    pub fn rebuild(&self) -> Result<(), Failure> {
        let store = self.store()?;
        self.watched("rebuild", |progress| store.rebuild_watched(progress))?;
        self.tell(&Event::Changed { ids: Vec::new(), kinds: Vec::new(), by: "desk".to_owned() });
        Ok(())
    }

    /// Long work under a name: the screens hear of each step, and a person may stop it.
    fn watched<T>(&self, name: &str, work: impl FnOnce(Progress<'_>) -> Result<T, StoreError>) -> Result<T, Failure> {
        // A wish to stop that came after the last work's end.
        self.is_cancelled(name);
        let mut told = |done, total| {
            self.tell(&Event::Progress { id: name.to_owned(), label: name.to_owned(), done, total });
            if self.is_cancelled(name) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        Ok(work(&mut told)?)
    }
}

/// # Errors
/// `passphrase_short`; none at all is no pass-phrase.
pub(crate) fn refuse_short(passphrase: &str) -> Result<(), Failure> {
    // Spaces at the ends are part of it, and make it no harder to guess.
    if !passphrase.is_empty() && passphrase.trim().chars().count() < SHORTEST_PASSPHRASE {
        return Err(Failure::new("passphrase_short").with("least", SHORTEST_PASSPHRASE));
    }
    Ok(())
}

fn prefixes(reader: &Reader<'_>) -> Result<BTreeSet<String>, Failure> {
    let series = reader.all(Kind::Series)?.into_iter().filter_map(|record| read_body::<Series>(&record.body));
    Ok(series.map(|series| series.prefix).collect())
}

/// `ЗМ-` → `ЗМ-В2-` → `ЗМ-В3-`: a prefix that no series has had, neither in the copy nor in the store before it. A store
/// that could not be read any more does not tell its prefixes, but the backups tell how many restores there were.
fn next_prefix(prefix: &str, known: &BTreeSet<String>, restores: u32) -> String {
    let counted = prefix.rsplit_once('В').and_then(|(head, tail)| {
        let n: u32 = tail.strip_suffix('-')?.parse().ok()?;
        Some((head, n))
    });
    let (head, n) = counted.unwrap_or((prefix, 1));
    (n.max(restores.saturating_add(1)).saturating_add(1)..)
        .map(|n| format!("{head}В{n}-"))
        .find(|next| !known.contains(next))
        .unwrap_or_else(|| format!("{prefix}В2-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_restored_desk_never_repeats_a_prefix() {
        let known = BTreeSet::from(["ЗМ-В2-".to_owned(), "ТД-В2-".to_owned()]);
        assert_eq!(next_prefix("", &known, 0), "В2-");
        assert_eq!(next_prefix("ЗМ-", &BTreeSet::new(), 0), "ЗМ-В2-");
        assert_eq!(next_prefix("ЗМ-", &known, 1), "ЗМ-В3-", "another copy was restored before");
        assert_eq!(next_prefix("ЗМ-В2-", &known, 1), "ЗМ-В3-");
        assert_eq!(next_prefix("В-", &known, 0), "В-В2-");
        assert_eq!(next_prefix("ЗМ-", &BTreeSet::new(), 2), "ЗМ-В4-", "what was before cannot be read any more");
    }
}
