//! Starting other programs: what is run is shown, and a failure names the command.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::root::root;

/// A command at the root of the house. `line("cargo build -p x")` splits at spaces: no argument of ours holds one.
pub fn line(words: &str) -> Command {
    let mut words = words.split_whitespace();
    let mut command = program(words.next().expect("a command has a first word"));
    command.args(words);
    command
}

/// A program at the root of the house, without arguments yet. `cargo` is the one that started us.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let name = name.as_ref();
    let cargo = std::env::var_os("CARGO").filter(|_| name == "cargo");
    let mut command = Command::new(cargo.as_deref().unwrap_or(name));
    // Cargo tells its children about the package it runs (us); a nested cargo must not believe that it is about itself.
    for told in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME"] {
        command.env_remove(told);
    }
    command.current_dir(root());
    command
}

/// Runs in the open and fails if the program does.
pub fn run(command: &mut Command) -> Result<()> {
    println!("$ {}", shown(command));
    let status = command.status().with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs in the open and shows every line of standard output to `hear` as well.
pub fn run_heard(command: &mut Command, mut hear: impl FnMut(&str)) -> Result<()> {
    println!("$ {}", shown(command));
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{}`", shown(command)))?;
    let out = child.stdout.take().expect("stdout is piped above");
    let mut reader = BufReader::new(out);
    let mut bytes = Vec::new();
    while reader.read_until(b'\n', &mut bytes)? > 0 {
        let text = String::from_utf8_lossy(&bytes);
        print!("{text}");
        hear(text.trim_end());
        bytes.clear();
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Standard output of a program that must succeed; its standard error is shown.
pub fn output(command: &mut Command) -> Result<String> {
    let done = command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !done.status.success() {
        bail!("`{}` failed ({})", shown(command), done.status);
    }
    String::from_utf8(done.stdout).with_context(|| format!("`{}` did not answer in UTF-8", shown(command)))
}

/// Standard output, or nothing when the program is missing or fails.
pub fn asked(command: &mut Command) -> Option<String> {
    let done = command.stderr(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// Whether a program of this name is on the search path.
pub fn is_there(name: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else { return false };
    std::env::split_paths(&path).any(|dir| dir.join(name).is_file() || dir.join(format!("{name}.cmd")).is_file())
}

/// The command as a person would type it, with paths below the root made short.
fn shown(command: &Command) -> String {
    let root = root();
    let short = |word: &OsStr| {
        let path = Path::new(word);
        path.strip_prefix(&root).unwrap_or(path).display().to_string()
    };
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let mut words = vec![name.display().to_string()];
    words.extend(command.get_args().map(short));
    words.join(" ")
}
