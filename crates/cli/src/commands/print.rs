//! `print invoice ID --out FILE`, `print --kind invoice --all --out DIR`: the papers as PDF files.

use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::json;
use torgdom_app::records::{Kind, State};
use torgdom_app::store::{ListQuery, Position};
use torgdom_app::{Desk, Failure, NamedPaper, write_whole};

use crate::args::Print;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// Longest name of a file without its ending, in bytes: file systems take 255, and a number may be added.
const LONGEST_NAME: usize = 230;
/// In place of a file. It takes one paper: two PDF files one after another are none.
const STANDARD_OUTPUT: &str = "-";
/// Rows of the list read at once.
const PAGE: u32 = 500;

/// # Errors
/// Usage; `not_found`; the profile's and the disk's.
pub fn run(args: &Print, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let kind = match (&args.what, &args.kind) {
        (Some(_), Some(_)) => return Err(Stop::usage("print-what")),
        (what, kind) => what.as_deref().or(kind.as_deref()).unwrap_or("invoice"),
    };
    super::only_invoices(kind)?;
    if args.out == Path::new(STANDARD_OUTPUT) && (args.all || args.id.len() > 1) {
        return Err(Stop::usage("print-one-out"));
    }
    match (args.all, args.id.as_slice()) {
        (true, []) => all(&args.out, &session.desk(talk)?, talk),
        (false, [id]) => {
            let desk = session.desk(talk)?;
            let id = super::named(&desk, id)?;
            let named = desk.paper(&id)?;
            one(&id, &args.out, &named, &desk, talk)?;
            Ok(Verdict::Fine)
        }
        (false, ids @ [_, _, ..]) => {
            let desk = session.desk(talk)?;
            let mut folder = Folder::new(&args.out)?;
            let mut refused = false;
            for id in ids {
                refused |= !folder.add(&desk, id, talk)?;
            }
            Ok(Verdict::problems_if(refused))
        }
        (true, _) | (false, []) => Err(Stop::usage("print-what")),
    }
}

/// `-` is the standard output and nothing else on it; a folder gets the file under its usual name; a pipe or a device
/// gets the bytes.
fn one(id: &str, out: &Path, named: &NamedPaper, desk: &Desk, talk: &mut Talk) -> Result<(), Stop> {
    if out == Path::new(STANDARD_OUTPUT) {
        return talk.bytes(&named.paper.bytes);
    }
    if out.is_dir() {
        let path = out.join(Folder::new(out)?.free_name(&named.file_name));
        super::outside_profile(desk, &std::path::absolute(&path)?)?;
        return written(id, &path, named, talk);
    }
    if out.metadata().is_ok_and(|known| !known.is_file()) {
        let mut pipe = std::fs::OpenOptions::new().write(true).open(out).map_err(|error| at(out, error))?;
        pipe.write_all(&named.paper.bytes).and_then(|()| pipe.flush()).map_err(|error| at(out, error))?;
        return told(id, out, named, talk);
    }
    super::outside_profile(desk, &super::target(out)?)?;
    written(id, out, named, talk)
}

fn at(path: &Path, error: std::io::Error) -> Failure {
    Failure::from(error).with("path", path.display())
}

/// Every issued invoice; what one of them is refused for is said, and the others are written.
fn all(out: &Path, desk: &Desk, talk: &mut Talk) -> Result<Verdict, Stop> {
    let mut folder = Folder::new(out)?;
    let mut refused = false;
    let mut position = Position::First;
    loop {
        let page = desk.rows(&ListQuery { position, limit: PAGE, ..desk.query(Kind::Invoice) })?;
        for row in page.rows.iter().filter(|row| row.state == State::Issued) {
            refused |= !folder.add(desk, &row.id, talk)?;
        }
        match page.after {
            Some(after) if page.rows.len() == PAGE as usize => position = Position::After(after),
            _ => return Ok(Verdict::problems_if(refused)),
        }
    }
}

/// A folder that is filled in one run: no paper takes the name of another.
struct Folder {
    path: PathBuf,
    taken: HashSet<String>,
}

impl Folder {
    fn new(path: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(path).map_err(|error| at(path, error))?;
        Ok(Self { path: path.to_owned(), taken: HashSet::new() })
    }

    /// Writes the paper of an id or a number; whether it could be drawn. A disk that fails stops the run.
    fn add(&mut self, desk: &Desk, asked: &str, talk: &mut Talk) -> Result<bool, Stop> {
        match super::named(desk, asked).and_then(|id| Ok((desk.paper(&id)?, id))) {
            Ok((named, id)) => {
                let name = self.free_name(&named.file_name);
                let path = self.path.join(name);
                written(&id, &path, &named, talk)?;
                Ok(true)
            }
            Err(failure) => {
                talk.failure_of(asked, &failure);
                Ok(false)
            }
        }
    }

    fn free_name(&mut self, wanted: &str) -> String {
        let stem = shortened(wanted.strip_suffix(".pdf").unwrap_or(wanted));
        let names = std::iter::once(format!("{stem}.pdf")).chain((2_u32..).map(|n| format!("{stem} ({n}).pdf")));
        // Windows and macOS do not tell letters by their case.
        for name in names {
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
        }
        format!("{stem}.pdf")
    }
}

fn shortened(stem: &str) -> &str {
    let mut end = stem.len().min(LONGEST_NAME);
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    stem[..end].trim_end_matches(['.', ' '])
}

fn written(id: &str, path: &Path, named: &NamedPaper, talk: &mut Talk) -> Result<(), Stop> {
    // Through a link, not over it; the person is told the path that was asked for.
    write_whole(&super::target(path)?, &named.paper.bytes).map_err(|failure| failure.with("path", path.display()))?;
    told(id, path, named, talk)
}

fn told(id: &str, path: &Path, named: &NamedPaper, talk: &mut Talk) -> Result<(), Stop> {
    let path = path.display().to_string();
    let object = json!({ "id": id, "path": path, "pages": named.paper.pages, "sha256": named.paper.sha256 });
    talk.answer(&object, || path.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_unique_and_fit() {
        let mut folder = Folder { path: PathBuf::new(), taken: HashSet::new() };
        assert_eq!(folder.free_name("Счёт № 1.pdf"), "Счёт № 1.pdf");
        assert_eq!(folder.free_name("счёт № 1.pdf"), "счёт № 1 (2).pdf");
        assert_eq!(folder.free_name("Счёт № 1.pdf"), "Счёт № 1 (3).pdf");
        let long = folder.free_name(&format!("{}.pdf", "ъ".repeat(300)));
        assert!(long.len() < 255 && long.ends_with("ъ.pdf"));
        assert!(folder.free_name(&format!("{}.pdf", "🙂".repeat(120))).len() < 255);
    }
}
