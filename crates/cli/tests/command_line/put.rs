use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};

use crate::support::{Profile, finish, start, text};

fn ids(profile: &Profile, kind: &str) -> BTreeSet<String> {
    profile.list(&[kind]).iter().map(|row| text(row, "id")).collect()
}

#[test]
fn each_line_is_a_transaction_of_its_own() {
    let profile = Profile::new();
    let input = [
        &b"\xef\xbb\xbf{\"name\":\"\xd0\x9e\xd0\x90\xd0\x9e\",\"country\":\"BY\"}\r\n\r\n"[..],
        b"{\"name\":\"\xcf\xf0\"}\n",
        b"{\"country\":\"BY\"}\n[]\n{\"name\":5,\"country\":\"BY\"}\n",
        b"{\"name\":\"a\\u0000b\",\"country\":\"BY\"}\n{\"id\":\"01a20465-0000-7000-8000-000000000000\",\"name\":\"x\"}\n",
        "{\"name\":\"Второй\",\"country\":\"RU\",\"tax_id\":\"7707083894\",\"unknown_field\":{\"kept\":\"yes\"}}".as_bytes(),
    ]
    .concat();
    let ran = profile.feed(&["put", "counterparty"], input);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.codes(), ["line_not_utf8", "name_missing", "not_an_object", "shape", "control_characters", "not_found"]);
    let lines: Vec<u64> = ran.reasons().iter().map(|reason| reason["line"].as_u64().expect("a number")).collect();
    assert_eq!(lines, [3, 4, 5, 6, 7, 8]);
    let problem = &ran.reasons()[1]["problems"][0];
    assert_eq!(
        (text(problem, "field"), problem["level"].is_string(), problem["message"].is_string()),
        ("/name".to_owned(), true, true)
    );
    let printed: BTreeSet<String> = ran.lines().into_iter().map(str::to_owned).collect();
    assert_eq!((printed.len(), printed), (2, ids(&profile, "counterparty")));
}

#[test]
fn a_line_with_an_id_changes_that_record() {
    let profile = Profile::new();
    let id = profile.counterparty();
    let again = profile.put("counterparty", &serde_json::json!({ "id": id, "phone": "+375 17 000-00-00" }));
    assert_eq!(again, id);
    assert_eq!(profile.run(&["get", &id, "--json"]).json()["body"]["phone"], "+375 17 000-00-00");
    let history = profile.run(&["history", &id, "--json"]);
    assert_eq!(history.lines().len(), 2);
    assert!(history.lines()[1].contains("/phone"), "{}", history.out);
}

#[test]
fn a_line_that_never_ends_is_refused_and_passed_over() {
    let profile = Profile::new();
    let mut input = b"{\"name\":\"".to_vec();
    input.resize(9 * 1024 * 1024, b'x');
    input.extend_from_slice(b"\"}\n{\"name\":\"b\",\"country\":\"BY\"}\n");
    let ran = profile.feed(&["put", "counterparty", "-"], input);
    assert_eq!((ran.code, ran.codes(), ran.lines().len()), (1, vec!["line_too_long".to_owned()], 1));
}

#[test]
fn records_from_a_file_and_answers_as_objects() {
    let profile = Profile::new();
    let file = profile.beside("записи.ndjson");
    std::fs::write(&file, "{\"name\":\"a\",\"country\":\"BY\"}\n{\"name\":\"b\",\"country\":\"BY\"}\n").expect("a file");
    let ran = profile.run(&["put", "counterparty", file.to_str().expect("UTF-8"), "--json"]);
    let put: BTreeSet<String> = ran.lines().iter().map(|line| text(&serde_json::from_str(line).expect("JSON"), "id")).collect();
    assert_eq!((ran.code, put), (0, ids(&profile, "counterparty")));
    let missing = profile.run(&["put", "counterparty", "нет такого файла"]);
    assert_eq!((missing.code, missing.out.as_str()), (1, ""));
    assert!(missing.err.contains("нет такого файла"), "{}", missing.err);
}

/// A printed id is a promise: the record is there even if the program is killed in the same moment.
#[test]
fn what_was_printed_survives_a_kill() {
    let profile = Profile::new();
    let mut child = start(profile.command(&["put", "counterparty", "-"]));
    let mut stdin = child.stdin.take().expect("a pipe");
    let feeder = std::thread::spawn(move || {
        for n in 0.. {
            if writeln!(stdin, "{{\"name\":\"Фирма {n}\",\"country\":\"BY\"}}").is_err() {
                return;
            }
        }
    });
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut printed = String::new();
    for _ in 0..100 {
        out.read_line(&mut printed).expect("an id");
    }
    child.kill().expect("killed");
    out.read_to_string(&mut printed).expect("what was still in the pipe");
    child.wait().expect("the end");
    feeder.join().expect("the feeder ends");
    let kept = ids(&profile, "counterparty");
    let promised: Vec<&str> = printed.lines().collect();
    assert!(promised.len() >= 100);
    assert!(promised.iter().all(|id| kept.contains(*id)), "{} of {}", kept.len(), promised.len());
    assert_eq!(profile.run(&["verify"]).answer(), "ok");
    profile.counterparty();
}

#[test]
fn two_writers_at_once_wait_for_each_other() {
    let profile = Profile::new();
    let input: String = (0..100).map(|n| format!("{{\"name\":\"Фирма {n}\",\"country\":\"BY\"}}\n")).collect();
    let children: Vec<_> = (0..2).map(|_| start(profile.command(&["put", "counterparty", "-"]))).collect();
    let runs: Vec<_> = children
        .into_iter()
        .map(|child| {
            let input = input.clone();
            std::thread::spawn(move || finish(child, input.as_bytes()))
        })
        .collect();
    let mut printed = BTreeSet::new();
    for run in runs {
        let ran = run.join().expect("a run");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        printed.extend(ran.out.lines().map(str::to_owned));
    }
    assert_eq!((printed.len(), printed), (200, ids(&profile, "counterparty")));
    assert_eq!(profile.run(&["verify"]).answer(), "ok");
}

/// The window has the profile open; scripts go on writing.
#[test]
fn the_desk_may_be_open_meanwhile() {
    let profile = Profile::new();
    let options = torgdom_app::OpenOptions { lock_desk: true, ..torgdom_app::OpenOptions::default() };
    let desk = torgdom_app::open(&profile.path(), options);
    desk.store().expect("the desk is open");
    let id = profile.counterparty();
    assert_eq!(desk.get(&id).expect("the desk sees it").title, "ОАО «Минский завод»");
}

#[test]
fn impossible_days_and_sums_have_their_own_words() {
    let profile = Profile::new();
    let line = |date: &str, quantity: &str, price: &str| {
        serde_json::json!({
            "organisation": profile.organisation(), "counterparty": "", "currency": "RUB", "date": date,
            "lines": { "a": { "order": "1", "name": "Насос 🙂", "unit": "796", "quantity": quantity, "price": price } },
        })
    };
    let lines = [
        line("2026-02-31", "1", "1"),
        line("2026-11-22", "1", "12345678901234567890123456789"),
        line("2026-11-22", "1", "0.123456789012"),
        line("31.02.2026", "1", "1"),
        line("2026-11-22", "1e9", "1"),
        line("2026-11-22", "1000000000", "1.5"),
    ];
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let ran = profile.feed(&["put", "invoice", "-"], input);
    assert_eq!((ran.code, ran.lines().len()), (1, 1), "{ran:?}");
    assert_eq!(ran.codes(), ["impossible_date", "entry_too_large", "entry_too_precise", "shape", "shape"]);
    let said = ran.reasons()[3]["problems"][0]["message"].as_str().expect("a sentence").to_owned();
    assert!(said.contains("2026-11-22"), "{said}");
}

/// A correction of the dated tables counts for every program on the profile, and what is wrong with one is named.
#[test]
fn a_correction_of_the_rates_counts_at_once() {
    let profile = Profile::new();
    let row = |code: &str| {
        serde_json::json!({"country": "RU", "code": code, "class": "base", "from": "2026-01-01", "source": "письмо",
            "checked_on": "2026-11-22"})
    };
    let lines =
        [serde_json::json!({"table": "taxes", "rows": [row("25")]}), serde_json::json!({"table": "vat", "rows": [row("много")]})];
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let ran = profile.feed(&["put", "table", "-"], input);
    assert_eq!((ran.code, ran.codes()), (1, vec!["table_unknown".to_owned(), "table_row_broken".to_owned()]));
    assert_eq!(text(&ran.reasons()[1]["problems"][0], "field"), "/rows/0/code");
    profile.put("table", &serde_json::json!({"table": "vat", "rows": [row("25")]}));
    let draft = serde_json::json!({
        "organisation": profile.organisation(), "currency": "RUB", "date": "2026-11-22",
        "lines": { "a": { "order": "1", "name": "Насос", "unit": "796", "quantity": "1", "price": "100" } },
    });
    let id = profile.put("invoice", &draft);
    let seen = profile.run(&["get", &id, "--json"]).json();
    assert_eq!(seen["derived"]["lines"][0]["vat_code"], "25", "{seen}");
    assert_eq!(profile.run(&["verify"]).answer(), "ok");
}

#[test]
fn what_this_program_does_not_know_is_shown() {
    let profile = Profile::new();
    let body = serde_json::json!({"name": "Второй", "country": "BY", "tax_id": "100 582 333", "colour": {"door": "red"}});
    let id = profile.put("counterparty", &body);
    let seen = profile.run(&["get", &id, "--json"]).json();
    assert_eq!((&seen["body"]["colour"]["door"], &seen["body"]["tax_id"]), (&"red".into(), &"100582333".into()));
    assert!(profile.run(&["get", &id]).out.contains("red"));
}
