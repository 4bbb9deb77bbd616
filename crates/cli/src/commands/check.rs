//! `check KIND VALUE`, `check [KIND] --stdin`: is this number one?

use std::collections::BTreeMap;

use serde_json::json;
use torgdom_app::domain::identifiers::{self, Bad, Checked, Kind};

use super::readable;
use crate::args::Check;
use crate::lines::Lines;
use crate::stop::{Stop, Verdict};
use crate::talk::{Talk, tell};

/// What a line answers.
struct Outcome {
    kind: String,
    value: String,
    result: Result<Checked, Bad>,
}

/// # Errors
/// Usage; the output's.
pub fn run(args: &Check, talk: &mut Talk) -> Result<Verdict, Stop> {
    let kind = args.kind.as_deref().map(known).transpose()?;
    match (args.stdin, kind, &args.value) {
        (true, kind, None) => stream(kind, talk),
        (true, _, Some(_)) => Err(Stop::usage("value-and-stdin")),
        (false, Some(kind), Some(value)) => {
            let outcome = one(kind, value);
            answer(&outcome, talk)?;
            Ok(Verdict::problems_if(outcome.result.is_err()))
        }
        (false, ..) => Err(Stop::usage("check-what")),
    }
}

fn known(kind: &str) -> Result<Kind, Stop> {
    kind.parse().map_err(|_| Stop::Usage { code: "identifier", params: vec![("kind", kind.to_owned()), ("kinds", kinds())] })
}

fn kinds() -> String {
    Kind::all().iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ")
}

/// A line in, a line out, in order: an empty line too is answered.
fn stream(kind: Option<Kind>, talk: &mut Talk) -> Result<Verdict, Stop> {
    let mut lines = Lines::new(std::io::stdin().lock());
    let mut bad = false;
    while let Some(line) = lines.next(|| talk.flush())? {
        let outcome = match (readable(line), kind) {
            (Ok(text), Some(kind)) => one(kind, &text),
            (Ok(text), None) => with_kind(&text),
            (Err(problem), kind) => refused(kind, problem.code.as_str()),
        };
        bad |= outcome.result.is_err();
        answer(&outcome, talk)?;
    }
    Ok(Verdict::problems_if(bad))
}

/// `KIND VALUE`.
fn with_kind(line: &str) -> Outcome {
    let (word, value) = line.trim_start().split_once(char::is_whitespace).unwrap_or((line.trim(), ""));
    if word.is_empty() {
        return refused(None, "empty");
    }
    match word.parse::<Kind>() {
        Ok(kind) => one(kind, value.trim()),
        Err(_) => {
            let bad = Bad { code: "kind", params: vec![("kind", word.to_owned()), ("kinds", kinds())] };
            Outcome { kind: word.to_owned(), value: value.trim().to_owned(), result: Err(bad) }
        }
    }
}

fn refused(kind: Option<Kind>, code: &str) -> Outcome {
    let code = match code {
        "line_not_utf8" => "not_utf8",
        "line_too_long" => "too_long",
        _ => "empty",
    };
    let kind = kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default();
    Outcome { kind, value: String::new(), result: Err(Bad { code, params: Vec::new() }) }
}

fn one(kind: Kind, value: &str) -> Outcome {
    let result = match value.split_once('/') {
        // `IBAN/BIC`: the account together with its bank, as `БИК/ACCOUNT` is.
        Some((iban, bic)) if kind == Kind::Iban => pair(iban, bic),
        _ => identifiers::check(kind, value),
    };
    Outcome { kind: kind.as_str().to_owned(), value: value.to_owned(), result }
}

fn pair(iban: &str, bic: &str) -> Result<Checked, Bad> {
    let part = |bad: Bad, name: &str| Bad { params: bad.params.into_iter().chain([("part", name.to_owned())]).collect(), ..bad };
    let iban = identifiers::check(Kind::Iban, iban).map_err(|bad| part(bad, "iban"))?;
    let bic = identifiers::check(Kind::Bic, bic).map_err(|bad| part(bad, "bic"))?;
    identifiers::iban_matches_bic(&iban.canonical, &bic.canonical)?;
    Ok(Checked { canonical: format!("{}/{}", iban.canonical, bic.canonical), remarks: iban.remarks })
}

fn answer(outcome: &Outcome, talk: &mut Talk) -> Result<(), Stop> {
    let Outcome { kind, value, result } = outcome;
    match result {
        Ok(checked) => {
            let remarks: Vec<&str> = checked.remarks.iter().map(|remark| remark.code).collect();
            let object = json!({ "ok": true, "kind": kind, "value": value, "canonical": checked.canonical, "remarks": remarks });
            talk.answer(&object, || "ok".to_owned())?;
            if !talk.json {
                for remark in remarks {
                    let said = talk.voice.own(&format!("remark-{}", remark.replace('_', "-")), &[]);
                    tell(&format!("{value}: {said}"));
                }
            }
            Ok(())
        }
        Err(bad) => {
            let mut params: BTreeMap<String, String> =
                bad.params.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
            params.entry("kind".to_owned()).or_insert_with(|| kind.clone());
            let sentence = talk.voice.identifier(bad.code, &params).replace(['\n', '\r'], " ");
            let object =
                json!({ "ok": false, "kind": kind, "value": value, "code": bad.code, "params": params, "message": sentence });
            talk.answer(&object, || format!("bad: {} {sentence}", bad.code))
        }
    }
}
