//! macOS: CUPS is always there; `open` starts the person's own programs.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use torgdom_app::Failure;

use super::{System, finished, folder};

pub struct This;

impl System for This {
    fn print(&self, file: &Path, copies: u16) -> Result<(), Failure> {
        if !has_printer() {
            // Preview shows the paper with its own way to print or to save.
            return finished(Command::new("open").arg("-a").arg("Preview").arg(file), "print_failed");
        }
        finished(Command::new("lp").arg("-n").arg(copies.to_string()).arg("--").arg(file), "print_failed")
    }

    fn open(&self, path: &Path) -> Result<(), Failure> {
        finished(Command::new("open").arg(path), "open_failed")
    }

    fn reveal(&self, path: &Path) -> Result<(), Failure> {
        finished(Command::new("open").arg("-R").arg(path), "open_failed")
    }

    fn documents_dir(&self) -> Option<PathBuf> {
        Some(folder("HOME")?.join("Documents"))
    }

    fn data_dir(&self) -> Option<PathBuf> {
        Some(folder("HOME")?.join("Library/Application Support"))
    }
}

fn has_printer() -> bool {
    let listed = Command::new("lpstat").arg("-e").stdin(Stdio::null()).stderr(Stdio::null()).output();
    listed.is_ok_and(|done| done.status.success() && !done.stdout.trim_ascii().is_empty())
}
