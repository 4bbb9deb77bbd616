//! Linux: CUPS when it has a printer, the desktop's own programs otherwise.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use torgdom_app::Failure;

use super::{System, finished, folder};

pub struct This;

impl System for This {
    fn print(&self, file: &Path, copies: u16) -> Result<(), Failure> {
        if !has_printer() {
            // The program that shows the PDF has its own way to print or to save.
            return started(file, "print_failed");
        }
        finished(Command::new("lp").arg("-n").arg(copies.to_string()).arg("--").arg(file), "print_failed")
    }

    fn open(&self, path: &Path) -> Result<(), Failure> {
        started(path, "open_failed")
    }

    fn reveal(&self, path: &Path) -> Result<(), Failure> {
        started(path.parent().unwrap_or(path), "open_failed")
    }

    fn documents_dir(&self) -> Option<PathBuf> {
        let named = Command::new("xdg-user-dir").arg("DOCUMENTS").stderr(Stdio::null()).output().ok();
        let named = named.map(|done| PathBuf::from(String::from_utf8_lossy(&done.stdout).trim()));
        named.filter(|dir| dir.is_absolute() && dir.is_dir()).or_else(|| folder("HOME"))
    }

    fn data_dir(&self) -> Option<PathBuf> {
        folder("XDG_DATA_HOME").or_else(|| Some(folder("HOME")?.join(".local/share")))
    }
}

/// Whether CUPS knows a printer at all.
fn has_printer() -> bool {
    let listed = Command::new("lpstat").arg("-e").stdin(Stdio::null()).stderr(Stdio::null()).output();
    listed.is_ok_and(|done| done.status.success() && !done.stdout.trim_ascii().is_empty())
}

fn started(path: &Path, code: &str) -> Result<(), Failure> {
    finished(Command::new("xdg-open").arg(path), code)
}
