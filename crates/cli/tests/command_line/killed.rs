//! `kill -9` in the middle of a restore: what is there afterwards is the one or the other, whole, and no number is ever
//! given twice.

use std::collections::BTreeSet;
use std::thread;
use std::time::Instant;

use crate::support::{Profile, start};

const ROUNDS: u32 = 16;

#[test]
fn a_restore_that_is_killed_never_lets_a_number_be_given_twice() {
    let profile = Profile::new();
    let buyer = profile.counterparty();
    let mut given = BTreeSet::new();
    let mut issue = || {
        let answer = profile.run(&["issue", "invoice", &profile.invoice(&buyer, 1)]).answer();
        let number = answer.split_once(' ').expect("a number").1.to_owned();
        assert!(given.insert(number.clone()), "{number} was given before");
    };
    issue();
    let copy = profile.beside("копия.sqlite");
    let restore = ["restore", copy.to_str().expect("UTF-8")];
    profile.run(&["backup", restore[1]]).answer();
    let begun = Instant::now();
    profile.run(&restore).answer();
    let whole = begun.elapsed();
    let mut restored = 0;
    for round in 0..ROUNDS {
        // The copy has one invoice; now there are two at least.
        issue();
        let there = profile.list(&["invoice"]).len();
        let mut child = start(profile.command(&restore));
        thread::sleep(whole * (round + 1) / ROUNDS);
        child.kill().expect("a signal");
        child.wait().expect("an end");
        assert_eq!(profile.run(&["verify"]).answer(), "ok");
        let left = profile.list(&["invoice"]).len();
        assert!(left == there || left == 1, "{left} invoices of {there}");
        restored += u32::from(left == 1);
    }
    issue();
    println!("{restored} of {ROUNDS} restores came to their end");
    let names = std::fs::read_dir(profile.path()).expect("the profile").flatten().map(|entry| entry.file_name());
    assert!(!names.into_iter().any(|name| name.to_string_lossy().starts_with(".restore-")), "leftovers are swept");
}
