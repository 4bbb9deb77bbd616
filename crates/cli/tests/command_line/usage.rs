use std::process::Stdio;

use crate::support::{Profile, run, torgdom};

#[test]
fn a_mistake_of_usage_is_2_and_says_nothing_on_stdout() {
    let profile = Profile::none();
    for args in [
        &[][..],
        &["считать"],
        &["check"],
        &["check", "unp"],
        &["check", "passport", "1"],
        &["check", "unp", "1", "--stdin"],
        &["check", "unp", "1", "2"],
        &["words", "5"],
        &["words", "5", "RUB", "--stdin"],
        &["words", "5", "RUB", "--minor", "gold"],
        &["words", "5", "RUB", "--lang", "fr"],
        &["calc"],
        &["put"],
        &["put", "passport", "-"],
        &["get"],
        &["list"],
        &["list", "passport"],
        &["list", "invoice", "--tab", "x"],
        &["list", "invoice", "--limit", "-1"],
        &["list", "invoice", "--limit", "many"],
        &["issue", "deal", "1"],
        &["issue", "invoice"],
        &["print", "invoice", "1"],
        &["print", "--kind", "invoice", "--out", "x"],
        &["print", "deal", "1", "--out", "x"],
        &["print", "invoice", "1", "--all", "--out", "x"],
        &["import", "counterparty"],
        &["generate"],
        &["generate", "--counterparties", "x", "--invoices", "1"],
        &["init", "--demo", "--name", "x"],
        &["verify", "--json", "--json"],
        &["backup"],
        &["archive"],
        &["post", "invoice", "1"],
        &["passphrase", "--stdin", "--remove"],
        &["import", "counterparty", "x.csv", "--header-row", "x"],
        &["--profile"],
    ] {
        let ran = profile.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?} {ran:?}");
        assert!(!ran.err.trim().is_empty() && !ran.err.contains("panicked") && !ran.err.contains("cli-"), "{args:?} {}", ran.err);
        assert!(ran.err.chars().any(|letter| ('а'..='я').contains(&letter)), "in Russian: {}", ran.err);
    }
    assert!(!profile.path().exists());
    assert_eq!(run(&["--profile", "", "list", "deal"], "").code, 2);
}

#[test]
fn help_and_version_are_answers() {
    for lang in ["ru", "be", "en"] {
        for args in [&["--help"][..], &["-h"], &["help"], &["help", "check"], &["check", "--help"], &["generate", "-h"]] {
            let args: Vec<&str> = ["--lang", lang].into_iter().chain(args.iter().copied()).collect();
            // `help` as the first word only.
            let args: Vec<&str> = if args.contains(&"help") { args[2..].to_vec() } else { args };
            let ran = run(&args, "");
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
            assert!(ran.out.contains("torgdom") && !ran.out.contains("cli-"), "{}", ran.out);
        }
    }
    assert_eq!(run(&["--version"], "").answer(), format!("torgdom {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_language_of_the_system() {
    let said = |variable: &str, value: &str| {
        let mut command = torgdom();
        command.args(["check", "inn", "1"]).env(variable, value);
        String::from_utf8(command.output().expect("the binary runs").stdout).expect("UTF-8")
    };
    assert!(said("LANG", "en_US.UTF-8").is_ascii());
    assert_eq!(said("LANG", "C.UTF-8"), said("LANG", "ru_RU.UTF-8"));
    assert_ne!(said("LC_ALL", "be_BY.UTF-8"), said("LANG", "ru_RU.UTF-8"));
}

/// `torgdom list … | head -1`: no failure, no noise.
#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly() {
    let mut command = torgdom();
    command.args(["check", "unp", "--stdin"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    let lines = "100582333\n".repeat(100_000);
    let feeder = std::thread::spawn(move || {
        // The command stops before it has read all.
        let _ = std::io::Write::write_all(&mut stdin, lines.as_bytes());
    });
    let done = child.wait_with_output().expect("the end");
    feeder.join().expect("the feeder ends");
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_a_failure() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the full device");
    let mut command = torgdom();
    command.args(["check", "unp", "100582333"]).stdout(Stdio::from(full)).stderr(Stdio::piped());
    let done = command.output().expect("the binary runs");
    assert_eq!(done.status.code(), Some(1));
    assert!(!done.stderr.is_empty() && !String::from_utf8_lossy(&done.stderr).contains("panicked"));
}
