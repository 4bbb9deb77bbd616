//! Starting, and memory: measured in a process of its own, this program run again.

use std::path::Path;
use std::process::Command;

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

/// Start to the first list: a full profile beside an empty one.
///
/// # Errors
/// A child fails.
pub fn starts(report: &mut Report, empty: &Path, full: &Path) -> Result<()> {
    for (what, title, judged) in [("start", "start to the first list", true), ("today", "start to the day's page", false)] {
        let (mut of_empty, mut of_full) = (Times::default(), Times::default());
        for _ in 0..STARTS {
            for (profile, times) in [(empty, &mut of_empty), (full, &mut of_full)] {
                let (answer, mut took) = spent(|| run(what, profile));
                took.cpu = std::time::Duration::from_nanos(answer?["cpu_ns"].as_u64().context("cpu_ns")?);
                times.add(took);
            }
        }
        let ratio = of_full.cpu(50) / of_empty.cpu(50);
        let both = |part: fn(&Times) -> f64| format!("empty {} full {} ms", number(part(&of_empty)), number(part(&of_full)));
        report.figure(&format!("{title}: processor, median of {STARTS}"), &both(|times| times.cpu(50)));
        report.figure(&format!("{title}: on the wall, process and all"), &both(|times| times.wall(50)));
        if judged {
            report.goal(&format!("{title}: full beside empty, processor"), ratio, "x", Goal::AtMost(START_RATIO));
            report.goal(&format!("{title}: full beside empty, wall"), of_full.wall(50) / of_empty.wall(50), "x", Goal::AtMost(START_RATIO));
        } else {
            report.figure(&format!("{title}: full beside empty"), &format!("{}x", number(ratio)));
        }
    }
    Ok(())
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
    let output = Command::new(std::env::current_exe()?).args(["--child", what]).arg(profile).output()?;
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
            ready(&desk)?;
            list(&desk, Kind::Invoice, Position::First)?;
            desk.tabs("invoice", "", "").map_err(|failure| anyhow!("{failure:?}"))?;
            json!({ "cpu_ns": u64::try_from(process_cpu().as_nanos())? })
        }
        "today" => {
            ready(&desk)?;
            desk.today_view("").map_err(|failure| anyhow!("{failure:?}"))?;
            json!({ "cpu_ns": u64::try_from(process_cpu().as_nanos())?, "ms": milliseconds(process_cpu()) })
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
