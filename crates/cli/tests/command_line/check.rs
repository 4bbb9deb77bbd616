use std::io::{BufRead, BufReader, Write};

use serde_json::Value;

use crate::support::{run, start, text, torgdom, vectors};

/// `KIND VALUE` and whether it is right, for every identifier of the vectors.
fn all() -> Vec<(String, bool)> {
    let ids = vectors("ids.json");
    let mut lines = Vec::new();
    let mut add = |kind: &str, value: &str, ok: bool| lines.push((format!("{kind} {value}"), ok));
    for (name, kind, ok) in [
        ("inn_ok", "inn", true),
        ("inn_bad", "inn", false),
        ("inn10_generated", "inn", true),
        ("inn12_generated", "inn", true),
        ("ogrn_ok", "ogrn", true),
        ("ogrn_bad", "ogrn", false),
        ("ogrnip_ok", "ogrn", true),
        ("ogrnip_ok", "ogrnip", true),
        ("ogrnip_ok_by_rule_but_python_stdnum_refuses_remainder_10_12", "ogrnip", true),
        ("unp_ok", "unp", true),
        ("unp_ok_but_python_stdnum_refuses", "unp", true),
        ("unp_cyrillic_in", "unp", true),
        ("unp_bad", "unp", false),
        ("unp_generated", "unp", true),
        ("unp_individual_generated", "unp", true),
        ("by_iban_ok", "iban", true),
        ("by_iban_bad", "iban", false),
        ("by_iban_generated", "iban", true),
        ("kz_iban_ok", "iban", true),
        ("kz_bin_ok", "bin", true),
        ("kz_bin_bad", "bin", false),
        ("okpo_ok", "okpo", true),
        ("okpo_bad", "okpo", false),
        ("gtin_ok", "gtin", true),
        ("gtin_bad", "gtin", false),
    ] {
        match &ids[name] {
            Value::Array(values) => values.iter().for_each(|value| add(kind, value.as_str().expect("text"), ok)),
            Value::Object(values) => values.keys().for_each(|value| add(kind, value, ok)),
            other => panic!("{name}: {other}"),
        }
    }
    for account in ids["ru_account"].as_array().expect("accounts") {
        add("account", &format!("{}/{}", text(account, "bik"), text(account, "acc")), account["ok"] == true);
    }
    for pair in ids["iban_bic_pair_ok"].as_array().expect("pairs") {
        add("iban", &format!("{}/{}", pair[0].as_str().expect("IBAN"), pair[1].as_str().expect("BIC")), true);
    }
    for prefix in ids["unp_prefix_with_remainder_10_never_issued"].as_array().expect("prefixes") {
        (0..10).for_each(|digit| add("unp", &format!("{}{digit}", prefix.as_str().expect("text")), false));
    }
    lines
}

#[test]
fn every_vector_through_one_stream() {
    let lines = all();
    assert!(lines.len() > 250, "{}", lines.len());
    let input: String = lines.iter().map(|(line, _)| format!("{line}\n")).collect();
    let ran = run(&["check", "--stdin"], input);
    assert_eq!(ran.code, 1);
    let answers = ran.lines();
    assert_eq!(answers.len(), lines.len());
    for ((line, ok), answer) in lines.iter().zip(answers) {
        assert_eq!(answer == "ok", *ok, "{line}: {answer}");
        assert!(answer == "ok" || answer.starts_with("bad: ") && answer.split(' ').count() > 3, "{answer}");
    }
    // A treasury account is right and worth a word, which stands elsewhere.
    assert!(ran.err.contains("03100643000000018500"), "{}", ran.err);
}

#[test]
fn a_line_in_is_a_line_out_whatever_it_is() {
    let input = b"\xef\xbb\xbf100582333\r\n\n \t\n100582334\n\xd1\xf7\xb8\xf2\n\x00\nUNP 100582333\n100582333".to_vec();
    let ran = run(&["check", "unp", "--stdin"], input);
    let words: Vec<&str> = ran.lines().iter().map(|line| line.splitn(3, ' ').take(2).last().expect("a word")).collect();
    assert_eq!(words, ["ok", "empty", "empty", "checksum", "not_utf8", "format", "ok", "ok"]);
    let long = run(&["check", "unp", "--stdin"], [vec![b'1'; 9 * 1024 * 1024], b"\n100582333\n".to_vec()].concat());
    assert!(long.lines()[0].starts_with("bad: too_long ") && long.lines()[1] == "ok", "{}", long.out.len());
}

#[test]
fn lines_without_a_kind_are_answered_too() {
    let ran = run(&["check", "--stdin"], "\nпаспорт 1\nУНП 100582333\nunp\n");
    let codes: Vec<&str> = ran.lines().iter().map(|line| line.split(' ').nth(1).unwrap_or("ok")).collect();
    assert_eq!(codes, ["empty", "kind", "ok", "empty"]);
}

#[test]
fn one_number_on_the_command_line() {
    assert_eq!(run(&["check", "unp", "МА1953684"], "").answer(), "ok");
    let ran = run(&["check", "inn", "7707083894"], "");
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(ran.out.starts_with("bad: checksum ") && ran.out.ends_with('\n'), "{}", ran.out);
    assert_eq!(run(&["check", "inn", "-7707083893"], "").code, 1);
    assert_eq!(run(&["check", "inn", "7707083893"], "").err, "");
}

#[test]
fn programs_get_objects() {
    let ran = run(&["--json", "check", "unp", "МА1953684"], "").json();
    assert_eq!((ran["ok"].as_bool(), ran["canonical"].as_str()), (Some(true), Some("MA1953684")));
    let ran = run(&["check", "--stdin", "--json"], "account 017003983/03100643000000018500\ninn 1\n");
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let answers: Vec<Value> = ran.lines().iter().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(answers[0]["remarks"][0], "treasury_account_key_not_checked");
    assert_eq!((answers[1]["ok"].as_bool(), answers[1]["code"].as_str()), (Some(false), Some("length")));
    assert_eq!(answers[1]["params"]["expected"], "10, 12");
    assert!(!text(&answers[1], "message").is_empty());
}

#[test]
fn reasons_in_the_language_that_was_asked_for() {
    let said = |lang: &str| run(&["--lang", lang, "check", "inn", "7707083894"], "").out;
    let (ru, be, en) = (said("ru"), said("be"), said("en"));
    assert!(ru != be && be != en && en.is_ascii(), "{ru}{be}{en}");
}

/// A program that asks and waits gets its answer before it goes on.
#[test]
fn an_answer_does_not_wait_for_the_next_question() {
    let mut command = torgdom();
    command.args(["check", "unp", "--stdin"]);
    let mut child = start(command);
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut answers = BufReader::new(child.stdout.take().expect("a pipe"));
    for (number, want) in [("100582333", "ok\n"), ("100582334", "bad: checksum"), ("807000028", "ok\n")] {
        writeln!(stdin, "{number}").expect("a question");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("an answer");
        assert!(answer.starts_with(want), "{answer}");
    }
    drop(stdin);
    assert_eq!(child.wait().expect("the end").code(), Some(1));
}
