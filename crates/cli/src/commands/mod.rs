//! The commands, one file each. A command reads its words, asks the desk, and says what came of it.

mod archive;
mod backup;
mod calc;
mod check;
mod generate;
mod get;
mod history;
mod import;
mod init;
mod invoice;
mod issue;
mod list;
mod passphrase;
mod pay;
mod post;
mod print;
mod put;
mod restore;
mod verify;
mod void;
mod words;

use std::path::{Path, PathBuf};

use torgdom_app::documents::Lang;
use torgdom_app::domain::Problem;
use torgdom_app::records::Kind;
use torgdom_app::{Desk, Failure};

use crate::args::Command;
use crate::lines::Line;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// Runs a command. `paper_lang` is the language of what is written for papers: Russian unless another was asked for,
/// whatever the system's language.
///
/// # Errors
/// Why it stopped.
pub fn run(command: Command, session: &Session, talk: &mut Talk, paper_lang: Lang) -> Result<Verdict, Stop> {
    match command {
        Command::Init(args) => init::run(*args, session, talk),
        Command::Check(args) => check::run(&args, talk),
        Command::Words(args) => words::run(&args, paper_lang, talk),
        Command::Calc(args) => calc::run(&args, talk),
        Command::Put(args) => put::run(&args, session, talk),
        Command::Get(args) => get::run(&args, session, talk),
        Command::List(args) => list::run(args, session, talk),
        Command::History(args) => history::run(&args, session, talk),
        Command::Invoice(args) => invoice::run(&args, session, talk),
        Command::Issue(args) => issue::run(&args, session, talk),
        Command::Void(args) => void::run(&args, session, talk),
        Command::Pay(args) => pay::run(args, session, talk),
        Command::Print(args) => print::run(&args, session, talk),
        Command::Import(args) => import::run(&args, session, talk),
        Command::Archive(args) => archive::run(&args, true, session, talk),
        Command::Unarchive(args) => archive::run(&args, false, session, talk),
        Command::Post(args) => post::run(&args, session, talk),
        Command::Verify => verify::run(session, talk),
        Command::Backup(args) => backup::run(&args, session, talk),
        Command::Restore(args) => restore::run(&args, session, talk),
        Command::Passphrase(args) => passphrase::run(&args, session, talk),
        Command::Generate(args) => generate::run(&args, session, talk),
    }
}

/// The text of a line, or why it has none.
fn readable(line: Line) -> Result<String, Problem> {
    match line {
        Line::Text(text) => Ok(text),
        Line::NotUtf8 => Err(Problem::blocks_save("line_not_utf8", "")),
        Line::TooLong => Err(Problem::blocks_save("line_too_long", "").with("most", crate::lines::LONGEST / 1024 / 1024)),
    }
}

/// The record that `text` names: its id, or the number of an issued invoice. A number that several of them have (of
/// other years, of another organisation) names none: the wrong paper is worse than a question.
fn named(desk: &Desk, text: &str) -> Result<String, Failure> {
    match desk.get(text) {
        Ok(view) => return Ok(view.id),
        Err(failure) if matches!(failure.code.as_str(), "not_found" | "bad_id") => {}
        Err(failure) => return Err(failure),
    }
    let mut ids = Vec::new();
    // As people write a number: «№ 17», лд-0387.
    let bare = text.trim().trim_start_matches(['№', '#']).trim();
    for number in [text.trim(), bare, &bare.to_uppercase()] {
        ids = desk.invoices_by_number(number)?;
        if !ids.is_empty() {
            break;
        }
    }
    match (ids.pop(), ids.len()) {
        (None, _) => Err(Failure::not_found(text)),
        (Some(id), 0) => Ok(id),
        (Some(last), _) => {
            ids.push(last);
            let invoices = ids.iter().map(|id| described(desk, id)).collect::<Result<Vec<_>, _>>()?.join("; ");
            Err(Failure::new("cli_number_of_several").with("number", text.trim()).with("invoices", invoices))
        }
    }
}

/// `id (20.11.2026, ООО «Продавец» → ООО «Покупатель»)`.
fn described(desk: &Desk, id: &str) -> Result<String, Failure> {
    let view = desk.get(id)?;
    let text = |path: &str| {
        let found = view.body.get(path.split('/').next().unwrap_or_default());
        let found = path.split('/').skip(1).fold(found, |value, step| value.and_then(|value| value.get(step)));
        found.and_then(|value| value.as_str()).unwrap_or_default()
    };
    Ok(format!(
        "{id} ({}, {} → {})",
        crate::sentence::day(text("date")).unwrap_or_default(),
        text("seller/name"),
        text("buyer/name")
    ))
}

/// What `path` is to be written through: a link keeps its place, and what is no file (a pipe, a device) is never
/// replaced by one.
///
/// # Errors
/// Usage, when there is something that is no file.
fn target(path: &Path) -> Result<PathBuf, Stop> {
    match path.metadata() {
        Ok(known) if !known.is_file() => Err(Stop::usage_of("no-file", "path", path.display())),
        Ok(_) => Ok(path.canonicalize()?),
        Err(_) => Ok(std::path::absolute(path)?),
    }
}

/// Is `kind` a kind of records? Another word is a mistake of usage, before anything is read.
fn known_kind(kind: &str) -> Result<Kind, Stop> {
    kind.parse().map_err(|_| {
        let kinds = Kind::ALL.map(Kind::as_str).join(", ");
        Stop::Usage { code: "kind", params: vec![("kind", kind.to_owned()), ("kinds", kinds)] }
    })
}

/// Refuses a file beside the store itself: written there it could replace what the desk works on, and read from there it
/// is no copy.
fn outside_profile(desk: &Desk, path: &Path) -> Result<(), Stop> {
    let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
    match folder {
        Some(folder) if desk.profile().canonicalize().is_ok_and(|profile| profile == folder) => {
            Err(Stop::usage_of("in-profile", "path", path.display()))
        }
        _ => Ok(()),
    }
}

/// Only invoices are issued and printed so far; another word there is a mistake of usage.
fn only_invoices(kind: &str) -> Result<(), Stop> {
    if kind == "invoice" { Ok(()) } else { Err(Stop::usage_of("only-invoice", "kind", kind)) }
}
