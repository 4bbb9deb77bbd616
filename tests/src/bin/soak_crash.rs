//! Power cuts by the hour: `soak_crash [--cuts N | --minutes M] [--seed S]`. Prints seeds and counts; fails when anything
//! was lost or spoilt, and when a control finds nothing.

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use torgdom_tests::crash::bare::{Books, Synchronous};
use torgdom_tests::crash::campaign::{Subject, Tally};
use torgdom_tests::crash::day::Move;
use torgdom_tests::crash::desk::Desk;
use torgdom_tests::crash::random::Random;
use torgdom_tests::crash::replay::Obeys;
use torgdom_tests::crash::season::{Season, Until};
use torgdom_tests::crash::shortage::{Morning, TROUBLES};
use torgdom_tests::crash::vfs::Registered;

/// Of a hundred parts of the run, those for the store under SQLCipher and for SQLCipher without the store.
const FOR_ENCRYPTED: u32 = 30;
const FOR_CIPHER: u32 = 5;
const CONTROL_CUTS: usize = 3_000;

fn main() -> Result<()> {
    let (seed, until) = arguments(std::env::args().skip(1))?;
    let desk = Desk::new(60)?;
    controls(&desk, seed)?;
    trouble(&desk, seed)?;
    let total = long("store", &desk, seed, part(until, 100 - FOR_ENCRYPTED - FOR_CIPHER));
    let encrypted = long("encrypted store", &Desk::encrypted(60)?, seed, part(until, FOR_ENCRYPTED));
    let cipher = Books { synchronous: Synchronous::Full, encrypted: true, transfers: 100 };
    let cipher = long("SQLCipher", &cipher, seed, part(until, FOR_CIPHER));
    for (name, tally) in [("store", &total), ("encrypted store", &encrypted), ("SQLCipher", &cipher)] {
        println!("{name}, seed {seed}: {tally}");
    }
    if [total, encrypted, cipher].iter().all(Tally::is_clean) { Ok(()) } else { bail!("cuts have lost or spoilt something") }
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<(u64, Until)> {
    let (mut seed, mut until) = (1, Until::Cuts(1_000_000));
    while let Some(name) = given.next() {
        let value = given.next().with_context(|| format!("{name} wants a number"))?;
        let number: u64 = value.parse().with_context(|| format!("{name} {value}: not a number"))?;
        match name.as_str() {
            "--seed" => seed = number,
            "--cuts" => until = Until::Cuts(usize::try_from(number)?),
            "--minutes" => until = Until::Time(Duration::from_secs(number * 60)),
            other => bail!("soak_crash [--cuts N | --minutes M] [--seed S], not {other}"),
        }
    }
    Ok((seed, until))
}

fn part(until: Until, hundredths: u32) -> Until {
    match until {
        Until::Cuts(cuts) => Until::Cuts(cuts.div_ceil(100) * hundredths as usize),
        Until::Time(time) => Until::Time(time / 100 * hundredths),
    }
}

fn long(name: &str, subject: &dyn Subject, seed: u64, until: Until) -> Tally {
    let season = Season { seed, obeys: Obeys::All, cuts_a_day: 2_000, until };
    season.run(subject, |seed, recording, total| {
        let (steps, promises) = (recording.events.len(), recording.promises.len() - 1);
        println!(
            "{name}, day {seed}: {steps} steps, {promises} transactions; so far {} cuts, lost {}, corrupt {}",
            total.cuts, total.lost, total.corrupt
        );
    })
}

/// A harness that finds nothing here is broken.
fn controls(desk: &Desk, seed: u64) -> Result<()> {
    for (obeys, spoils) in [(Obeys::NoCommits, false), (Obeys::Nothing, true)] {
        let season = Season { seed, obeys, cuts_a_day: 1_000, until: Until::Cuts(CONTROL_CUTS) };
        let tally = season.run(desk, |_, _, _| {});
        println!("control {obeys:?}: {} cuts, lost {} of {}, corrupt {}", tally.cuts, tally.lost, tally.promised, tally.corrupt);
        if tally.lost == 0 || (tally.corrupt > 0) != spoils {
            bail!("the control {obeys:?} does not fail as it should: {tally}");
        }
    }
    Ok(())
}

/// Every kind of trouble at every step of every move.
fn trouble(desk: &Desk, seed: u64) -> Result<()> {
    let vfs = Registered::new();
    let morning = Morning::new(desk, &vfs, Random::new(seed));
    let mut met = 0;
    for kind in TROUBLES {
        for there in [true, false] {
            met += morning.try_opening(&vfs, there, kind)?.troubles;
        }
        for what in Move::ALL {
            met += morning.try_each_step(&vfs, what, kind)?.troubles;
        }
    }
    println!("full and failing disks: {met} moves and openings met trouble, nothing half-written");
    Ok(())
}
