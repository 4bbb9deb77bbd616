//! The bench runs: its figures mean nothing in a debug build, but it must not rot.

use std::process::Command;

#[test]
fn a_small_run_measures_everything_but_the_peers() {
    let profiles = tempfile::tempdir().expect("a folder");
    let output = Command::new(env!("CARGO_BIN_EXE_bench_desk"))
        .args(["--small", "--without-peers", "--profiles"])
        .arg(profiles.path())
        .output()
        .expect("the bench starts");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    for section in ["Saving", "Pages", "Keystrokes", "Starting", "Memory", "An invoice as a PDF"] {
        assert!(said.lines().any(|line| line.starts_with(section)), "no section {section} in:\n{said}");
    }
    let sought: Vec<&str> = said.lines().filter_map(|line| line.split(", found ").nth(1)).collect();
    assert_eq!(sought.len(), 10, "five ways of typing, two places each:\n{said}");
    for found in sought {
        let (found, of) = found.split_once(" of ").expect("so many of so many");
        assert_eq!(found, of, "a name that was typed was not found:\n{said}");
    }
}
