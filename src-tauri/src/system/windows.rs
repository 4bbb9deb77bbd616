//! Windows: papers go through the shell's verbs, so that the program registered for PDF prints and shows them.

use std::os::windows::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use torgdom_app::Failure;

use super::{System, finished, folder};

pub struct This;

/// Keeps a black console window from flashing up.
const CREATE_NO_WINDOW: u32 = 0x0800_0000;

impl System for This {
    fn print(&self, file: &Path, copies: u16) -> Result<(), Failure> {
        for _ in 0..copies {
            shell_execute(file, "print", "print_failed")?;
        }
        Ok(())
    }

    fn open(&self, path: &Path) -> Result<(), Failure> {
        shell_execute(path, "open", "open_failed")
    }

    fn reveal(&self, path: &Path) -> Result<(), Failure> {
        // Explorer answers 1 even when it succeeds, so only its start is looked at.
        let mut explorer = Command::new("explorer.exe");
        explorer.arg("/select,").arg(path);
        explorer.spawn().map(drop).map_err(|error| Failure::new("open_failed").with("cause", error))
    }

    fn documents_dir(&self) -> Option<PathBuf> {
        Some(folder("USERPROFILE")?.join("Documents"))
    }

    fn data_dir(&self) -> Option<PathBuf> {
        folder("APPDATA")
    }
}

/// ShellExecute with a verb. The path travels in the environment, where no quoting can turn it into a command.
fn shell_execute(path: &Path, verb: &str, code: &str) -> Result<(), Failure> {
    let script = format!("Start-Process -FilePath $env:TORGDOM_PAPER -Verb {verb}");
    let mut shell = Command::new("powershell.exe");
    shell.args(["-NoProfile", "-NonInteractive", "-Command", &script]);
    finished(shell.env("TORGDOM_PAPER", path).creation_flags(CREATE_NO_WINDOW), code)
}
