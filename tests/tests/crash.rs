//! The desk's store under power cuts, on full disks and on failing ones.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use torgdom_tests::crash::adversary::Manner;
use torgdom_tests::crash::bare::{Books, Synchronous};
use torgdom_tests::crash::campaign::{Attack, Subject, Tally};
use torgdom_tests::crash::day::Move;
use torgdom_tests::crash::desk::Desk;
use torgdom_tests::crash::disk::{Image, Trouble};
use torgdom_tests::crash::random::Random;
use torgdom_tests::crash::replay::Obeys;
use torgdom_tests::crash::season::{Season, Until, syncs_fully};
use torgdom_tests::crash::shortage::Morning;
use torgdom_tests::crash::vfs::Registered;

const SEED: u64 = 20_261_122;

fn season(subject: &dyn Subject, obeys: Obeys, cuts: usize) -> Tally {
    let season = Season { seed: SEED, obeys, cuts_a_day: 1_500, until: Until::Cuts(cuts) };
    season.run(subject, |_, _, _| {})
}

#[test]
fn twenty_thousand_cuts_lose_nothing_and_spoil_nothing() {
    let desk = Desk::new(30).expect("a folder");
    let total = season(&desk, Obeys::All, 20_000);
    println!("store, seed {SEED}: {total}");
    assert!(total.is_clean(), "{total}");
    assert!(total.cuts >= 20_000 && total.in_recovery >= 2_000 && total.carried_on >= 80, "{total}");
}

/// The same under SQLCipher, whose pages are spoilt whole when one byte of them is.
#[test]
fn an_encrypted_store_survives_the_same_cuts() {
    let desk = Desk::encrypted(30).expect("a folder");
    let total = season(&desk, Obeys::All, 3_000);
    println!("encrypted store, seed {SEED}: {total}");
    assert!(total.is_clean(), "{total}");
    let off = season(&desk, Obeys::Nothing, 600);
    println!("encrypted store, nothing synced (OFF): {off}");
    assert!(off.lost > 0 && off.corrupt > 0, "{off}");
}

/// The control: without the sync of each commit the same cuts must lose, without any sync they must spoil as well.
#[test]
fn a_drive_that_does_not_obey_is_found_out() {
    let desk = Desk::new(30).expect("a folder");
    let normal = season(&desk, Obeys::NoCommits, 1_200);
    println!("store, commits not synced (NORMAL): {normal}");
    assert!(normal.lost > 0 && normal.corrupt == 0, "{normal}");
    let off = season(&desk, Obeys::Nothing, 1_200);
    println!("store, nothing synced (OFF): {off}");
    assert!(off.lost > 0 && off.corrupt > 0, "{off}");
}

/// From nothing to a store with a few records: every step, in every manner.
#[test]
fn the_making_of_a_store_survives_a_cut_at_every_step() {
    let desk = Desk::new(3).expect("a folder");
    let vfs = Registered::new();
    let recording = desk.work(&vfs, &Image::new(), Random::new(SEED));
    assert!(syncs_fully(&recording), "a sync would stay in the drive's cache on macOS");
    let every_manner = (Manner::ALL.len() + 1) * (recording.events.len() + 1);
    let (tally, _) = Attack { seed: SEED, obeys: Obeys::All, cuts: every_manner }.run(&desk, &recording);
    println!("making of a store, {} steps, every manner: {tally}", recording.events.len());
    assert!(tally.is_clean(), "{tally}");
}

#[test]
fn a_disk_in_trouble_at_any_step_of_any_move_leaves_nothing_half_written() {
    let desk = Desk::new(0).expect("a folder");
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                let vfs = Registered::new();
                let morning = Morning::new(&desk, &vfs, Random::new(SEED));
                // A small import leaves nothing to finish.
                let moves: Vec<Move> = Move::ALL.into_iter().filter(|what| *what != Move::FinishImport).collect();
                while let Some(what) = moves.get(next.fetch_add(1, Ordering::Relaxed)) {
                    for trouble in [(Trouble::Full, true), (Trouble::Failing, false)] {
                        let tally = morning.try_each_step(&vfs, *what, trouble).unwrap_or_else(|fallen| panic!("{fallen}"));
                        println!("{what:?}, {trouble:?}: {tally}");
                        assert!(tally.refused > 0, "{what:?} met no trouble");
                    }
                }
            });
        }
    });
}

#[test]
fn a_disk_in_trouble_at_any_step_of_an_opening_leaves_a_store_that_opens() {
    let desk = Desk::new(0).expect("a folder");
    let vfs = Registered::new();
    let morning = Morning::new(&desk, &vfs, Random::new(SEED));
    for there in [true, false] {
        for trouble in [(Trouble::Full, true), (Trouble::Full, false), (Trouble::Failing, true), (Trouble::Failing, false)] {
            let tally = morning.try_opening(&vfs, there, trouble).unwrap_or_else(|fallen| panic!("{fallen}"));
            println!("opening, there already: {there}, {trouble:?}: {tally}");
            assert!(tally.refused > 0);
        }
    }
}

/// An import so large that lists and search are made in a second transaction, which an opening finishes if it must.
#[test]
fn a_large_import_is_there_or_not() {
    let mut desk = Desk::new(0).expect("a folder");
    desk.imported = 2_010;
    desk.script = vec![Move::Import, Move::Rename, Move::FinishImport];
    let vfs = Registered::new();
    let recording = desk.work(&vfs, &Image::new(), Random::new(SEED));
    let (tally, _) = Attack { seed: SEED, obeys: Obeys::All, cuts: 150 }.run(&desk, &recording);
    println!("a large import, {} steps: {tally}", recording.events.len());
    assert!(tally.is_clean(), "{tally}");
}

/// The machine itself: SQLite alone is whole with FULL, loses with NORMAL, and is spoilt with OFF, as it says.
#[test]
fn the_machine_agrees_with_what_sqlite_promises() {
    for encrypted in [false, true] {
        let run = |synchronous| {
            let books = Books { synchronous, encrypted, transfers: 60 };
            let total = season(&books, Obeys::All, 800);
            println!("SQLite alone, encrypted: {encrypted}, {synchronous:?}: {total}");
            total
        };
        let full = run(Synchronous::Full);
        assert!(full.is_clean(), "{full}");
        let normal = run(Synchronous::Normal);
        assert!(normal.lost > 0 && normal.corrupt == 0, "{normal}");
        let off = run(Synchronous::Off);
        assert!(off.lost > 0 && off.corrupt > 0, "{off}");
    }
}
