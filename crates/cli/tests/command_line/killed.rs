//! `kill -9` in the middle of a restore or of a new pass-phrase: what is there afterwards is the one or the other, whole,
//! and no number is ever given twice.

use std::collections::BTreeSet;
use std::thread;
use std::time::Instant;

use crate::support::{Profile, finish, start};

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

/// Sets the phrase `new` on a profile that `old` opens; without a new one takes it off.
fn change(profile: &Profile, old: &str, new: &str) -> std::process::Command {
    let mut command = profile.command(if new.is_empty() { &["passphrase", "--remove"] } else { &["passphrase"] });
    command.env("TORGDOM_PASSPHRASE", old).env("TORGDOM_NEW_PASSPHRASE", new);
    command
}

#[test]
fn a_new_passphrase_that_is_killed_leaves_the_old_or_the_new_one() {
    let profile = Profile::new();
    let buyer = profile.counterparty();
    let opens = |phrase: &str| {
        let mut command = profile.command(&["get", &buyer]);
        command.env("TORGDOM_PASSPHRASE", phrase);
        let ran = finish(start(command), b"");
        ran.code == 0
    };
    let (mut now, mut changed) = (String::new(), 0);
    for round in 0..ROUNDS {
        let wanted = if round % 3 == 2 { String::new() } else { format!("верная скрепка {round}") };
        let begun = Instant::now();
        assert!(opens(&now), "round {round}");
        // Opening an encrypted profile and changing its phrase cost about the same.
        let whole = begun.elapsed() * 2;
        let mut child = start(change(&profile, &now, &wanted));
        thread::sleep(whole * (round % 8 + 1) / 8);
        child.kill().expect("a signal");
        child.wait().expect("an end");
        let (by_old, by_new) = (opens(&now), opens(&wanted));
        assert!(by_old || by_new, "neither opens: round {round}, {now:?} to {wanted:?}");
        if by_new && !(by_old && now.is_empty()) {
            (now, changed) = (wanted, changed + 1);
        }
    }
    println!("{changed} of {ROUNDS} changes came to their end");
    let begun = finish(start(change(&profile, &now, "")), b"");
    assert!(begun.code == 0 || now.is_empty(), "{begun:?}");
    assert_eq!(profile.run(&["verify"]).answer(), "ok");
    let names = std::fs::read_dir(profile.path()).expect("the profile").flatten().map(|entry| entry.file_name());
    let left: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).filter(|name| name.starts_with('.')).collect();
    assert_eq!(left, Vec::<String>::new(), "leftovers are swept");
}
