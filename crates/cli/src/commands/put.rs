//! `put KIND -|FILE`: records from a script. Each line is a transaction of its own: its id is printed, and has left this
//! program, only after it is on the disk.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde_json::{Value, json};
use torgdom_app::domain::Problem;
use torgdom_app::{Desk, Failure};

use super::readable;
use crate::args::Put;
use crate::lines::Lines;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// Usage; why the profile or the file cannot be opened; the output's.
pub fn run(args: &Put, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    super::known_kind(&args.kind)?;
    let input = source(&args.file)?;
    let desk = session.desk(talk)?;
    let mut lines = Lines::new(input);
    let mut refused = false;
    while let Some(line) = lines.next(|| talk.flush())? {
        let put = match readable(line) {
            Ok(text) if text.trim().is_empty() => continue,
            Ok(text) => put(&desk, &args.kind, &text),
            Err(problem) => Err(Failure::refused(vec![problem])),
        };
        match put {
            Ok(id) => {
                talk.answer(&json!({ "id": id }), || id.clone())?;
                talk.flush()?;
            }
            Err(failure) => {
                refused = true;
                talk.line_failure(lines.number(), &failure);
            }
        }
    }
    Ok(Verdict::problems_if(refused))
}

fn put(desk: &Desk, kind: &str, text: &str) -> Result<String, Failure> {
    let body: Value = serde_json::from_str(text)
        .map_err(|error| Failure::refused(vec![Problem::blocks_save("json", "").with("position", error.column())]))?;
    desk.put(kind, body)
}

fn source(file: &Path) -> Result<Box<dyn Read>, Failure> {
    if file == Path::new("-") {
        return Ok(Box::new(std::io::stdin().lock()));
    }
    let opened = File::open(file).map_err(|error| Failure::from(error).with("path", file.display()))?;
    Ok(Box::new(opened))
}
