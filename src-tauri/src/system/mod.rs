//! What differs from one operating system to the next, behind one small trait: one file a system.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use torgdom_app::Failure;

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
use linux::This;
#[cfg(target_os = "macos")]
use macos::This;
#[cfg(windows)]
use windows::This;

pub trait System {
    /// Hands a PDF to the printer; where the system has no such way, to the program that shows PDFs.
    ///
    /// # Errors
    /// `print_failed` with the cause.
    fn print(&self, file: &Path, copies: u16) -> Result<(), Failure>;

    /// Opens a paper or a folder with the person's own program.
    ///
    /// # Errors
    /// `open_failed` with the cause.
    fn open(&self, path: &Path) -> Result<(), Failure>;

    /// Shows the file in its folder.
    ///
    /// # Errors
    /// `open_failed` with the cause.
    fn reveal(&self, path: &Path) -> Result<(), Failure>;

    /// Where a person looks for papers first.
    fn documents_dir(&self) -> Option<PathBuf>;

    /// Where programs keep a person's data.
    fn data_dir(&self) -> Option<PathBuf>;
}

pub fn this() -> impl System {
    This
}

pub fn data_dir() -> Option<PathBuf> {
    this().data_dir()
}

/// Runs a program of the system to its end. Its words go along as the cause, for the log.
fn finished(program: &mut Command, code: &str) -> Result<(), Failure> {
    let done = program.stdin(Stdio::null()).output().map_err(|error| Failure::new(code).with("cause", error))?;
    if done.status.success() {
        return Ok(());
    }
    Err(Failure::new(code).with("cause", String::from_utf8_lossy(&done.stderr).trim()))
}

/// An environment variable that holds an absolute folder.
fn folder(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).map(PathBuf::from).filter(|dir| dir.is_absolute())
}
