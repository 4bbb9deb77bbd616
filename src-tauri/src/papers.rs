//! Files that leave the desk: their names, their writing, and what may be opened.

use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use torgdom_app::Failure;

/// What may be given to the system's own programs. Everything else is shown in its folder: a desk never starts a program.
const PAPERS: &[&str] = &["pdf", "xlsx", "csv", "txt", "xml", "png", "jpg", "jpeg"];

/// Longest file name in bytes that every common file system takes.
const LONGEST_NAME: usize = 255;

#[derive(Debug, PartialEq, Eq)]
pub enum Opening {
    Open,
    Reveal,
}

/// How `path` may be opened.
///
/// # Errors
/// `file_not_found` and its kin when it is not there.
pub fn opening(path: &Path) -> Result<Opening, Failure> {
    let about = std::fs::metadata(path)?;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let known = ending.is_some_and(|ending| PAPERS.contains(&ending.as_str()));
    // On macOS a folder may be a program (`.app`), so a folder with an ending is only shown.
    let plain_folder = about.is_dir() && path.extension().is_none();
    Ok(if plain_folder || (about.is_file() && known) { Opening::Open } else { Opening::Reveal })
}

/// # Errors
/// `bad_arguments` when the screens sent no base64.
pub fn decoded(base64: &str) -> Result<Vec<u8>, Failure> {
    STANDARD.decode(base64).map_err(|error| Failure::new("bad_arguments").with("cause", error))
}

/// A name that every system takes as one file name: no folders, no control characters, no reserved signs.
pub fn file_name(wanted: &str) -> String {
    let mut name: String =
        wanted.chars().map(|sign| if sign.is_control() || r#"/\:*?"<>|"#.contains(sign) { '_' } else { sign }).collect();
    name = name.trim_matches(|sign: char| sign == '.' || sign.is_whitespace()).to_owned();
    if name.is_empty() || is_device(&name) {
        name.insert(0, '_');
    }
    shortened(name)
}

/// Windows takes `con.pdf` for the console.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|digit| digit.len() == 1 && digit.bytes().all(|byte| byte.is_ascii_digit()))
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

/// Cuts the stem and keeps the ending.
fn shortened(name: String) -> String {
    if name.len() <= LONGEST_NAME {
        return name;
    }
    let ending = match name.rfind('.') {
        Some(dot) if name.len() - dot <= 16 => name[dot..].to_owned(),
        _ => String::new(),
    };
    let mut room = LONGEST_NAME - ending.len();
    while !name.is_char_boundary(room) {
        room -= 1;
    }
    format!("{}{ending}", &name[..room])
}

/// Writes beside and renames: a full disk never leaves half a paper, nor spoils the one that was there.
///
/// # Errors
/// `disk_full`, `file_denied`, `file_failed`.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let written = write_synced(&beside, bytes).and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        // What could not be finished is of no use; that it cannot be removed changes nothing for the person.
        let _ = std::fs::remove_file(&beside);
    }
    Ok(written?)
}

fn write_synced(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = std::fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Puts a paper where the system's printing finds it for as long as this desk runs.
///
/// # Errors
/// As [`write_whole`].
pub fn handed_over(profile: &Path, wanted_name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
    let dir = folder(profile);
    std::fs::create_dir_all(&dir)?;
    let path = dir.join(file_name(wanted_name));
    write_whole(&path, bytes)?;
    Ok(path)
}

/// Removes what an earlier run handed over: the papers themselves are in the store.
pub fn forget_old(profile: &Path) {
    let _ = std::fs::remove_dir_all(folder(profile));
}

fn folder(profile: &Path) -> PathBuf {
    profile.join("printing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_safe_and_stay_readable() {
        for (wanted, safe) in [
            ("Счёт № 12/2026.pdf", "Счёт № 12_2026.pdf"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("a\u{0}b\n.pdf", "a_b_.pdf"),
            ("con.pdf", "_con.pdf"),
            ("COM1", "_COM1"),
            ("COM10", "COM10"),
            ("company.pdf", "company.pdf"),
            ("...", "_"),
            ("", "_"),
        ] {
            assert_eq!(file_name(wanted), safe, "{wanted:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = file_name(&format!("{}.pdf", "Ы".repeat(400)));
        assert!(name.len() <= LONGEST_NAME && name.ends_with(".pdf"), "{} bytes", name.len());
    }

    #[test]
    fn only_papers_and_plain_folders_are_opened() {
        let dir = tempfile::tempdir().unwrap();
        for (name, how) in [
            ("a.pdf", Opening::Open),
            ("A.PDF", Opening::Open),
            ("a.desktop", Opening::Reveal),
            ("a.pdf.exe", Opening::Reveal),
            ("plain", Opening::Reveal),
        ] {
            let path = dir.path().join(name);
            std::fs::write(&path, "").unwrap();
            assert_eq!(opening(&path).unwrap(), how, "{name}");
        }
        let (plain, program) = (dir.path().join("folder"), dir.path().join("Evil.app"));
        std::fs::create_dir(&plain).unwrap();
        std::fs::create_dir(&program).unwrap();
        assert_eq!(opening(&plain).unwrap(), Opening::Open);
        assert_eq!(opening(&program).unwrap(), Opening::Reveal);
        assert_eq!(opening(&dir.path().join("missing.pdf")).unwrap_err().code, "file_not_found");
    }

    #[test]
    fn a_paper_that_cannot_be_written_leaves_the_old_one() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.pdf");
        write_whole(&path, b"old").unwrap();
        std::fs::create_dir(dir.path().join("a.pdf.part")).unwrap();
        assert!(write_whole(&path, b"new").is_err());
        assert_eq!(std::fs::read(&path).unwrap(), b"old");
    }

    #[test]
    fn what_was_handed_over_is_forgotten_at_the_next_start() {
        let profile = tempfile::tempdir().unwrap();
        let path = handed_over(profile.path(), "../счёт.pdf", b"%PDF").unwrap();
        assert!(path.starts_with(profile.path().join("printing")), "{}", path.display());
        forget_old(profile.path());
        assert!(!path.exists() && profile.path().exists());
    }
}
