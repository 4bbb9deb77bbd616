use std::fs;

use crate::support::{Profile, finish, start, text};

#[test]
fn a_backup_is_restored_and_numbers_never_repeat() {
    let profile = Profile::new();
    let counterparty = profile.counterparty();
    let issue = |profile: &Profile| profile.run(&["issue", "invoice", &profile.invoice(&counterparty, 1)]).answer();
    let first = issue(&profile);
    let copy = profile.beside("копия.sqlite");
    let copy = copy.to_str().expect("UTF-8");
    assert_eq!(profile.run(&["backup", copy]).answer(), copy);
    let lost = issue(&profile);
    profile.run(&["restore", copy]).answer();
    let ids: Vec<String> = profile.list(&["invoice"]).iter().map(|row| text(row, "id")).collect();
    assert_eq!(ids, [first.split(' ').next().expect("an id")]);
    let after = issue(&profile);
    let number = |issued: &str| issued.split_once(' ').expect("a number").1.to_owned();
    assert_ne!(number(&after), number(&lost));
    assert_eq!(profile.run(&["verify"]).answer(), "ok");
}

/// A copy over the store would take the file away from under an open desk.
#[test]
fn nothing_is_written_over_the_store_itself() {
    let profile = Profile::new();
    let issued = profile.run(&["issue", "invoice", &profile.invoice(&profile.counterparty(), 1)]).answer();
    let store = profile.path().join(torgdom_app::store::STORE_FILE);
    let store = store.to_str().expect("UTF-8");
    let id = issued.split(' ').next().expect("an id");
    for args in [&["backup", store][..], &["restore", store], &["print", "invoice", id, "--out", store]] {
        let ran = profile.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
    }
    assert_eq!(profile.list(&["invoice"]).len(), 1);
    assert_eq!(profile.run(&["verify"]).answer(), "ok");
}

#[test]
fn a_copy_moves_to_a_new_machine() {
    let old = Profile::new();
    old.counterparty();
    let copy = old.beside("копия.sqlite");
    old.run(&["backup", copy.to_str().expect("UTF-8")]).answer();
    let new = Profile::none();
    new.run(&["restore", copy.to_str().expect("UTF-8")]).answer();
    assert_eq!(new.list(&["counterparty"]).len(), 1);
}

#[test]
fn a_file_that_is_not_ours_is_left_alone() {
    let profile = Profile::new();
    profile.counterparty();
    let stranger = profile.beside("чужой.sqlite");
    fs::write(&stranger, "это не база").expect("a file");
    let ran = profile.run(&["restore", stranger.to_str().expect("UTF-8"), "--json"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert_eq!(ran.codes(), ["not_ours"]);
    assert_eq!(profile.list(&["counterparty"]).len(), 1, "what was there is still there");

    let other = Profile::none();
    fs::create_dir_all(other.path()).expect("a folder");
    let store = other.path().join(torgdom_app::store::STORE_FILE);
    fs::write(&store, "это не база".repeat(100)).expect("a file");
    for args in [&["list", "counterparty"][..], &["verify"], &["init", "--name", "x", "--country", "BY", "--tax-id", "100582333"]]
    {
        let ran = other.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{args:?}");
        assert!(!ran.err.is_empty() && !ran.err.contains("panicked"), "{}", ran.err);
    }
    assert_eq!(fs::read_to_string(store).expect("the file"), "это не база".repeat(100));
}

#[test]
fn a_damaged_store_is_found_out() {
    let profile = Profile::new();
    profile.counterparty();
    let store = profile.path().join(torgdom_app::store::STORE_FILE);
    let mut bytes = fs::read(&store).expect("the store");
    assert!(bytes.len() > 40_000, "{}", bytes.len());
    for byte in &mut bytes[20_000..40_000] {
        *byte ^= 0x5a;
    }
    fs::write(&store, bytes).expect("the store");
    let ran = profile.run(&["verify"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}

#[test]
fn a_profile_with_a_pass_phrase() {
    let profile = Profile::none();
    let run = |args: &[&str], phrase: &str| {
        let mut command = profile.command(args);
        command.env("TORGDOM_PASSPHRASE", phrase);
        finish(start(command), b"{\"name\":\"a\",\"country\":\"BY\"}\n")
    };
    assert_eq!(run(&["init", "--json"], "верная скрепка").json()["encrypted"], true);
    let id = run(&["put", "counterparty", "-"], "верная скрепка").answer();
    assert_eq!(run(&["list", "counterparty", "--json"], "неверная скрепка").codes(), ["wrong_passphrase"]);
    let nobody = profile.run(&["list", "counterparty", "--json"]);
    assert_eq!((nobody.code, nobody.codes()), (1, vec!["passphrase_needed".to_owned()]));
    assert!(run(&["list", "counterparty"], "верная скрепка").answer().starts_with(&id));
    let bytes = fs::read(profile.path().join(torgdom_app::store::STORE_FILE)).expect("the store");
    assert!(!bytes.starts_with(b"SQLite format 3"));
}

/// A phrase in the words of the command line would be seen by everybody on the machine.
#[test]
fn a_pass_phrase_is_set_changed_and_taken_away() {
    let profile = Profile::new();
    let id = profile.counterparty();
    let run = |args: &[&str], phrase: &str, new: &str, input: &str| {
        let mut command = profile.command(args);
        command.env("TORGDOM_PASSPHRASE", phrase).env("TORGDOM_NEW_PASSPHRASE", new);
        finish(start(command), input.as_bytes())
    };
    let short = run(&["passphrase", "--stdin", "--json"], "", "", "раз\n");
    assert_eq!((short.code, short.out.as_str(), short.codes()), (1, "", vec!["passphrase_short".to_owned()]));
    assert_eq!(run(&["passphrase", "--stdin", "--json"], "", "", "верная скрепка\r\n").json()["encrypted"], true);
    assert_eq!(run(&["list", "counterparty", "--json"], "", "", "").codes(), ["passphrase_needed"]);
    assert!(run(&["list", "counterparty"], "верная скрепка", "", "").answer().starts_with(&id));
    let wrong = run(&["passphrase", "--json"], "не та скрепка", "ещё одна скрепка", "");
    assert_eq!((wrong.code, wrong.codes()), (1, vec!["wrong_passphrase".to_owned()]));
    run(&["passphrase"], "верная скрепка", "ещё одна скрепка", "").answer();
    assert_eq!(run(&["verify"], "ещё одна скрепка", "", "").answer(), "ok");
    assert_eq!(run(&["passphrase", "--remove", "--json"], "ещё одна скрепка", "", "").json()["encrypted"], false);
    assert!(profile.run(&["list", "counterparty"]).answer().starts_with(&id));
    for (args, input) in
        [(&["passphrase"][..], ""), (&["passphrase", "--stdin"], ""), (&["passphrase", "--stdin", "--remove"], "x")]
    {
        let ran = profile.feed(args, input);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?} {ran:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_copy_never_takes_the_place_of_a_device() {
    let profile = Profile::new();
    let link = profile.beside("устройство");
    std::os::unix::fs::symlink("/dev/full", &link).expect("a link");
    let ran = profile.run(&["backup", link.to_str().expect("UTF-8")]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
    assert!(!fs::metadata("/dev/full").expect("the device").is_file());
}

#[test]
fn an_empty_profile_a_second_one_and_none() {
    let profile = Profile::none();
    let ran = profile.run(&["list", "counterparty", "--json"]);
    assert_eq!((ran.code, ran.codes()), (1, vec!["not_initialised".to_owned()]));
    assert!(!profile.path().exists(), "looking makes nothing");
    let bad = profile.run(&["init", "--name", "ООО", "--country", "RU", "--tax-id", "7707083894", "--json"]);
    assert_eq!((bad.code, bad.codes()), (1, vec!["identifier_checksum".to_owned()]));
    assert!(!profile.path().exists(), "a refusal leaves nothing behind");
    profile.run(&["init"]).answer();
    profile.put("organisation", &serde_json::json!({ "name": "ООО", "country": "RU", "tax_id": "7707083893" }));
    let again = profile.run(&["init", "--name", "ООО", "--country", "RU", "--tax-id", "7707083893", "--json"]);
    assert_eq!(again.codes(), ["already_initialised"]);
}

#[test]
fn the_demonstration_is_whole() {
    let profile = Profile::none();
    assert_eq!(profile.run(&["init", "--demo", "--json"]).json()["demo"], true);
    assert_eq!(profile.list(&["organisation"]).len(), 2);
    assert!(profile.list(&["counterparty"]).len() >= 40);
    assert!(profile.list(&["good"]).len() >= 200);
    assert!(profile.list(&["invoice"]).iter().filter(|row| row["state"] == "issued").count() >= 120);
    assert_eq!(profile.run(&["verify"]).answer(), "ok");
}

#[test]
fn the_same_seed_gives_the_same_records() {
    let made = |seed: &str| {
        let profile = Profile::none();
        let ran = profile.run(&["generate", "--seed", seed, "--counterparties", "60", "--invoices", "30", "--json"]);
        let done: serde_json::Value = serde_json::from_str(ran.out.trim_end()).expect("JSON");
        assert!(done["records"].as_u64() >= Some(90) && !ran.err.is_empty(), "{ran:?}");
        assert_eq!(profile.run(&["verify"]).answer(), "ok");
        let again = profile.run(&["generate", "--seed", seed, "--counterparties", "60", "--invoices", "30"]);
        assert_eq!((again.code, again.out.as_str(), again.err.contains("--seed")), (1, "", true), "{again:?}");
        let names = |kind: &str| {
            profile.list(&[kind]).iter().map(|row| format!("{} {} {}", row["id"], row["name"], row["total"])).collect::<Vec<_>>()
        };
        (names("counterparty"), names("invoice"))
    };
    let one = made("7");
    assert_eq!((one.0.len(), one.1.len()), (60, 30));
    assert_eq!(one, made("7"));
    assert_ne!(one, made("8"));
}

/// Whoever runs the tests as root may write everywhere, so the command is run as nobody.
#[cfg(target_os = "linux")]
#[test]
fn a_profile_that_may_not_be_written() {
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;

    let profile = Profile::new();
    profile.counterparty();
    let binary = profile.beside("torgdom");
    fs::copy(env!("CARGO_BIN_EXE_torgdom"), &binary).expect("a copy");
    let mode = |path: &std::path::Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
    mode(&binary, 0o755);
    mode(binary.parent().expect("a folder"), 0o755);
    for entry in fs::read_dir(profile.path()).expect("the profile").flatten() {
        let is_dir = entry.file_type().is_ok_and(|kind| kind.is_dir());
        mode(&entry.path(), if is_dir { 0o555 } else { 0o444 });
    }
    mode(&profile.path(), 0o555);
    let root = Command::new("id").arg("-u").output().is_ok_and(|done| done.stdout == b"0\n");
    let mut command = if root {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&binary);
        command
    } else {
        Command::new(&binary)
    };
    command.env_remove("TORGDOM_PASSPHRASE").arg("--profile").arg(profile.path()).args(["put", "counterparty", "-"]);
    let ran = finish(start(command), b"{\"name\":\"a\",\"country\":\"BY\"}\n");
    mode(&profile.path(), 0o755);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
    assert!(!ran.err.is_empty() && !ran.err.contains("panicked"), "{}", ran.err);
}
