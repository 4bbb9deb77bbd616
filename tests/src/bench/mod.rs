//! What the desk costs: saving, pages of long lists, typing into search, starting, memory, papers; each beside the
//! plainest way to do the same, in one run. `docs/bench.md` says how to read it.

pub mod asked;
mod children;
mod keystrokes;
mod limit;
mod measure;
mod pages;
mod papers;
mod peers;
mod profiles;
mod report;
mod saving;

use std::path::Path;

use anyhow::Result;

use self::asked::Asked;
use self::papers::Amounts;
use self::peers::Peers;
use self::profiles::{HUNDRED_THOUSAND, MILLION, NOTHING, SMALL, TINY};
use self::report::Report;

/// Measures what was asked for and prints it. Goals that are not reached are printed, they are no failure.
///
/// # Errors
/// A profile cannot be made, a verb refuses, a peer cannot be installed.
pub fn run(asked: &Asked, root: &Path) -> Result<()> {
    if let Some(child) = &asked.child {
        return children::child(child);
    }
    let mut report = Report::default();
    println!("bench desk: {}", circumstances());
    let (less, more) = if asked.small { (TINY, SMALL) } else { (HUNDRED_THOUSAND, MILLION) };
    let profile = |size| profiles::ready(&asked.profiles, size);
    if asked.wants("save") {
        report.section(&format!("Saving, among {}", more.told()));
        let scratch = tempfile::tempdir_in(parent(&profile(more)?))?;
        saving::measure(&mut report, &profile(more)?, scratch.path())?;
    }
    if asked.wants("pages") {
        for size in [less, more] {
            report.section(&format!("Pages, {}", size.told()));
            pages::measure(&mut report, &profile(size)?)?;
        }
    }
    if asked.wants("search") {
        report.section(&format!("Keystrokes of a search, {}", more.told()));
        keystrokes::measure(&mut report, &profile(more)?, if asked.small { 15 } else { 60 })?;
    }
    if asked.wants("start") {
        report.section(&format!("Starting, {}", more.told()));
        children::starts(&mut report, [&profile(NOTHING)?, &profile(TINY)?, &profile(more)?])?;
    }
    if asked.wants("memory") {
        report.section(&format!("Memory, {}", more.told()));
        children::memory(&report, &profile(NOTHING)?, &profile(more)?)?;
    }
    if asked.wants("papers") {
        report.section("An invoice as a PDF");
        let amounts =
            if asked.small { Amounts { batch: 20, rounds: 2, peer: 3 } } else { Amounts { batch: 1_000, rounds: 5, peer: 40 } };
        let mut peers = if asked.peers { Some(Peers::install(root, &root.join("target"))?) } else { None };
        papers::measure(&mut report, amounts, peers.as_mut())?;
    }
    println!("{}", report.summary());
    Ok(())
}

fn parent(profile: &Path) -> &Path {
    profile.parent().unwrap_or(profile)
}

/// Processors and how busy they were: absolute figures of a busy machine are worth little.
fn circumstances() -> String {
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    let build = if cfg!(debug_assertions) { "debug build: the figures mean nothing" } else { "release build" };
    format!("{processors} processors, load {load} before, {build}")
}
