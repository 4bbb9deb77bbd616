//! Everything that has to hold before a change is taken in: one list of steps, one line at the end.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::command::{is_there, line, program, run, run_heard};
use crate::root::{root, target};
use crate::setup::{self, npm, with_node};
use crate::{tidy, types};

/// What a step found. A step without tests of its own counts as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: u32,
    failed: u32,
    /// The step needs a program that is not on this machine.
    skipped: bool,
}

struct Step {
    name: &'static str,
    about: &'static str,
    run: fn(&mut Tally) -> Result<()>,
}

/// In the order in which a person wants to hear of a mistake: the cheap ones first. The screens are built before the
/// core, which embeds them.
const STEPS: &[Step] = &[
    Step { name: "fmt", about: "Rust is formatted", run: |_| run(&mut line("cargo fmt --all --check")) },
    Step { name: "tidy", about: "arrows, words, maps", run: |_| tidy::tidy() },
    Step { name: "deny", about: "licences and sources of other people's crates", run: deny },
    Step { name: "ui-types", about: "TypeScript's types hold", run: |_| screens("check", &mut Tally::default()) },
    Step { name: "ui-lint", about: "the screens are linted", run: |_| screens("lint", &mut Tally::default()) },
    Step { name: "ui-unit", about: "unit tests of the screens", run: |tally| screens("test", tally) },
    Step { name: "ui-build", about: "the screens are built", run: |_| screens("build", &mut Tally::default()) },
    Step { name: "clippy", about: "no warning anywhere", run: |_| run(&mut line(CLIPPY)) },
    Step { name: "rust", about: "tests of every crate", run: |tally| heard(&mut line(RUST), tally) },
    Step { name: "types", about: "generated types are current", run: |_| types::types(true) },
    Step { name: "crash", about: "power cuts and full disks", run: |tally| heard(&mut line(CRASH), tally) },
    Step { name: "window", about: "journeys through the real window", run: window },
    Step { name: "axe", about: "accessibility of every screen", run: axe },
];

const CLIPPY: &str = "cargo clippy --workspace --all-targets -- -D warnings";
const RUST: &str = "cargo test --workspace --exclude torgdom-tests --no-fail-fast";
const BUILT: &str = "cargo build --package torgdom-desk --package torgdom --package torgdom-tests --bins";
const CRASH: &str = "cargo test --package torgdom-tests --lib --bins --test crash --test bench --no-fail-fast";
const JOURNEYS: &str = "cargo test --package torgdom-tests --test window";

pub fn test(args: &[String]) -> Result<()> {
    if args == ["--list"] {
        for step in STEPS {
            println!("{:<9} {}", step.name, step.about);
        }
        return Ok(());
    }
    if let Some(unknown) = args.iter().find(|arg| STEPS.iter().all(|step| step.name != **arg)) {
        bail!("there is no step `{unknown}`; there are: {}", STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(" "));
    }
    setup::everything()?;
    let chosen = STEPS.iter().filter(|step| args.is_empty() || args.iter().any(|arg| arg == step.name));
    let done: Vec<Done> = chosen.map(carried_out).collect();
    summed_up(&done)
}

struct Done {
    name: &'static str,
    tally: Tally,
    took: Duration,
}

fn carried_out(step: &Step) -> Done {
    println!("\n── {}: {} ──", step.name, step.about);
    let started = Instant::now();
    let mut tally = Tally::default();
    if let Err(error) = (step.run)(&mut tally) {
        eprintln!("{}: {error:#}", step.name);
        tally.failed = tally.failed.max(1);
    } else if tally == Tally::default() {
        tally.passed = 1;
    }
    Done { name: step.name, tally, took: started.elapsed() }
}

fn summed_up(done: &[Done]) -> Result<()> {
    println!();
    for Done { name, tally, took } in done {
        let verdict = match tally {
            Tally { skipped: true, .. } => "skipped",
            Tally { failed: 0, .. } => "ok",
            _ => "FAILED",
        };
        println!("{name:<9} {verdict:<7} {:>5} passed {:>3} failed {:>7.1} s", tally.passed, tally.failed, took.as_secs_f64());
    }
    let passed: u32 = done.iter().map(|step| step.tally.passed).sum();
    let failed: u32 = done.iter().map(|step| step.tally.failed).sum();
    println!("\n{passed} passed, {failed} failed");
    if failed > 0 {
        bail!("not everything holds");
    }
    Ok(())
}

/// The advisories are left out: their list comes over the network, and a judgement must not change by the hour.
fn deny(tally: &mut Tally) -> Result<()> {
    if !is_there("cargo-deny") {
        println!("deny: cargo-deny is not on this machine (`cargo install cargo-deny` brings it): passed over");
        tally.skipped = true;
        return Ok(());
    }
    run(&mut line("cargo deny check bans licenses sources"))
}

/// A script of `ui/package.json`.
fn screens(script: &str, tally: &mut Tally) -> Result<()> {
    heard(npm().args(["run", "--silent", script]).current_dir(root().join("ui")), tally)
}

fn window(tally: &mut Tally) -> Result<()> {
    run(&mut line(BUILT))?;
    heard(&mut line(JOURNEYS), tally)
}

fn axe(tally: &mut Tally) -> Result<()> {
    run(&mut line("cargo build --package torgdom-tests --bin bridge"))?;
    let bridge = target().join("debug/bridge");
    let mut script = with_node(program("node"));
    heard(script.arg("ui/e2e/screens.mjs").env("TORGDOM_BRIDGE", bridge).env("TORGDOM_SHOTS", target().join("screens")), tally)
}

/// Runs and counts what the program says of its own tests.
fn heard(command: &mut Command, tally: &mut Tally) -> Result<()> {
    run_heard(command.env("NO_COLOR", "1"), |said| {
        if let Some(counted) = counts(said) {
            tally.passed += counted.passed;
            tally.failed += counted.failed;
        }
    })
}

/// `test result: ok. 3 passed; 0 failed; …` (cargo), `Tests  1 failed | 3 passed (4)` (vitest), `axe: 3 passed, 0 failed`.
fn counts(said: &str) -> Option<Tally> {
    let said = said.trim();
    let ours = ["test result: ", "Tests  ", "axe: "].iter().any(|beginning| said.starts_with(beginning));
    ours.then(|| Tally { passed: before(said, " passed"), failed: before(said, " failed"), skipped: false })
}

fn before(said: &str, word: &str) -> u32 {
    let number = said.split(word).next().filter(|left| left.len() < said.len()).and_then(|left| left.split_whitespace().last());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{STEPS, Tally, counts};

    #[test]
    fn the_words_of_three_test_programs_are_understood() {
        let tally = |passed, failed| Some(Tally { passed, failed, skipped: false });
        assert_eq!(counts("test result: ok. 14 passed; 0 failed; 0 ignored; 0 measured"), tally(14, 0));
        assert_eq!(counts("test result: FAILED. 2 passed; 3 failed; 0 ignored"), tally(2, 3));
        assert_eq!(counts("      Tests  1 failed | 29 passed (30)"), tally(29, 1));
        assert_eq!(counts("      Tests  30 passed (30)"), tally(30, 0));
        assert_eq!(counts("axe: 96 passed, 0 failed"), tally(96, 0));
        assert_eq!(counts(" Test Files  3 passed (3)"), None);
        assert_eq!(counts("the test passed"), None);
    }

    #[test]
    fn every_step_has_its_own_name() {
        let mut names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
    }
}
