//! Starting, and memory: measured in a process of its own, this program run again.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use torgdom_app::Desk;
use torgdom_app::records::Kind;
use torgdom_app::store::{ListQuery, Position};

use super::asked::Child;
use super::measure::{Times, milliseconds, process_cpu, spent};
use super::profiles;
use super::report::{Goal, Report, number};

const START_RATIO: f64 = 1.15;
/// Starts of each profile, one after the other.
const STARTS: usize = 21;
const PAGES: u64 = 40;

/// Start to the first list: a full profile beside an empty one, and the same for the day's page. An empty list reads
/// nothing and a full one fifty rows: what the size itself costs is the full profile beside a small one.
///
/// # Errors
/// A child fails.
pub fn starts(report: &mut Report, profiles: [&Path; 3]) -> Result<()> {
    let [empty, small, full] = started("start", profiles)?;
    report.note(&format!("{STARTS} processes of each, in turns; empty, small and full profile"));
    report.figure("start to the first list: processor", &medians(&[&empty, &small, &full], |times| times.cpu(50)));
    report.figure(
        "start to the first list: on the wall, process and all",
        &medians(&[&empty, &small, &full], |times| times.wall(50)),
    );
    report.figure(
        "of it program and opening, settings, first page, tabs",
        &format!("empty {} full {} ms", empty.stages, full.stages),
    );
    let ratio = |less: &Starts| full.times.cpu(50) / less.times.cpu(50);
    report.goal("full beside empty, processor", ratio(&empty), "x", Goal::AtMost(START_RATIO));
    report.goal("full beside small (both show fifty rows), processor", ratio(&small), "x", Goal::AtMost(START_RATIO));
    let [empty, small, full] = started("today", profiles)?;
    report.figure("start to the day's page: processor", &medians(&[&empty, &small, &full], |times| times.cpu(50)));
    Ok(())
}

/// Starts of one profile.
#[derive(Default)]
struct Starts {
    times: Times,
    /// Milliseconds of the processor in each stage, of the last start.
    stages: String,
}

/// The three profiles take turns.
fn started(what: &str, profiles: [&Path; 3]) -> Result<[Starts; 3]> {
    let mut all: [Starts; 3] = std::array::from_fn(|_| Starts::default());
    for _ in 0..STARTS {
        for (profile, starts) in profiles.iter().zip(&mut all) {
            let (answer, mut took) = spent(|| run(what, profile));
            let answer = answer?;
            took.cpu = Duration::from_nanos(answer["cpu_ns"].as_u64().context("cpu_ns")?);
            starts.times.add(took);
            let stages = answer["stages"].as_array().into_iter().flatten().filter_map(Value::as_f64);
            starts.stages = stages.map(number).collect::<Vec<_>>().join(" + ");
        }
    }
    Ok(all)
}

fn medians(starts: &[&Starts; 3], part: fn(&Times) -> f64) -> String {
    let [empty, small, full] = starts.map(|starts| number(part(&starts.times)));
    format!("empty {empty} small {small} full {full} ms")
}

/// The most memory of a process that lists and searches.
///
/// # Errors
/// A child fails.
pub fn memory(report: &Report, empty: &Path, full: &Path) -> Result<()> {
    for (name, profile) in [("empty", empty), ("full", full)] {
        let answer = run("work", profile)?;
        let at = |stage: &str| number(answer[stage].as_f64().unwrap_or_default() / 1024.0);
        let text = format!(
            "opened {} MB, {PAGES} pages {}, typing {}, words for slips {}",
            at("opened"),
            at("listed"),
            at("searched"),
            at("slipped")
        );
        report.figure(&format!("{name} profile, most resident so far"), &text);
    }
    Ok(())
}

fn run(what: &str, profile: &Path) -> Result<Value> {
    // Not the path: the program may have been built anew meanwhile, and this one must be measured to the end.
    let output = Command::new("/proc/self/exe").args(["--child", what]).arg(profile).output()?;
    if !output.status.success() {
        bail!("{what} of {}: {}", profile.display(), String::from_utf8_lossy(&output.stderr));
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// What the child does; its answer is one line of JSON.
///
/// # Errors
/// The store's.
pub fn child(child: &Child) -> Result<()> {
    let desk = profiles::open(&child.profile);
    let answer = match child.what.as_str() {
        "start" => {
            let opened = process_cpu();
            ready(&desk)?;
            let read = process_cpu();
            list(&desk, Kind::Invoice, Position::First)?;
            let listed = process_cpu();
            desk.tabs("invoice", "", "").map_err(|failure| anyhow!("{failure:?}"))?;
            let stages = [opened, read - opened, listed - read, process_cpu() - listed].map(milliseconds);
            json!({ "cpu_ns": u64::try_from(process_cpu().as_nanos())?, "stages": stages })
        }
        "today" => {
            ready(&desk)?;
            desk.today_view("").map_err(|failure| anyhow!("{failure:?}"))?;
            json!({ "cpu_ns": u64::try_from(process_cpu().as_nanos())? })
        }
        "work" => work(&desk)?,
        other => bail!("no child does {other}"),
    };
    println!("{answer}");
    Ok(())
}

fn ready(desk: &Desk) -> Result<()> {
    let state = desk.start_state();
    if state.state == "ready" { Ok(()) } else { bail!("the profile is {}: {:?}", state.state, state.failure) }
}

fn list(desk: &Desk, kind: Kind, position: Position) -> Result<u64> {
    let query = ListQuery { position, ..desk.query(kind) };
    Ok(desk.rows(&query).map_err(|failure| anyhow!("{failure:?}"))?.total)
}

fn work(desk: &Desk) -> Result<Value> {
    ready(desk)?;
    let opened = most_resident_kib()?;
    for kind in [Kind::Counterparty, Kind::Invoice] {
        let total = list(desk, kind, Position::First)?;
        for page in 0..PAGES / 2 {
            list(desk, kind, Position::Offset(total * page / PAGES * 2))?;
        }
    }
    let listed = most_resident_kib()?;
    let search = |text: &str| desk.search(text, "", 20, "", "").map_err(|failure| anyhow!("{failure:?}"));
    for word in ["агроснаб", "машстрой", "заречье", "промтех", "79912", "fuhjcyf,"] {
        for (place, letter) in word.char_indices() {
            search(&word[..place + letter.len_utf8()])?;
        }
    }
    let searched = most_resident_kib()?;
    search("агросннаб")?;
    Ok(json!({ "opened": opened, "listed": listed, "searched": searched, "slipped": most_resident_kib()? }))
}

/// `VmHWM` of this process.
fn most_resident_kib() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status").context("memory is read from /proc")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("VmHWM")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
