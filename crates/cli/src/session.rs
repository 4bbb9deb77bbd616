//! The profile that a command works on, opened when the first command asks for it.

use std::io::IsTerminal;
use std::path::PathBuf;

use torgdom_app::{Desk, Failure, OpenOptions};

use crate::stop::Stop;
use crate::talk::Talk;

/// Where the profile is and how it is unlocked.
pub struct Session {
    named: Option<PathBuf>,
}

impl Session {
    pub fn new(profile: Option<PathBuf>) -> Self {
        Self { named: profile }
    }

    /// The desk, with an open store.
    ///
    /// # Errors
    /// `not_initialised`, `passphrase_needed`, `wrong_passphrase`, or why the store could not be opened.
    pub fn desk(&self, talk: &Talk) -> Result<Desk, Stop> {
        self.desk_and_passphrase(talk).map(|(desk, _)| desk)
    }

    /// The same, with the phrase that opened it; empty for a store that needs none.
    ///
    /// # Errors
    /// As [`Self::desk`].
    pub fn desk_and_passphrase(&self, talk: &Talk) -> Result<(Desk, String), Stop> {
        let desk = self.unopened()?;
        match desk.store() {
            Err(failure) if failure.code == "passphrase_needed" => {
                let passphrase = ask(talk, "cli-ask-passphrase")?.ok_or(failure)?;
                desk.unlock(&passphrase)?;
                Ok((desk, passphrase))
            }
            Err(failure) => Err(failure.into()),
            Ok(_) => Ok((desk, passphrase_of_environment().unwrap_or_default())),
        }
    }

    /// The desk as it stands: there may be no store yet, or one that does not open.
    ///
    /// # Errors
    /// Usage, when this system names no place for a person's data.
    pub fn unopened(&self) -> Result<Desk, Stop> {
        let options = OpenOptions { passphrase: passphrase_of_environment(), ..OpenOptions::default() };
        Ok(torgdom_app::open(&self.profile()?, options))
    }

    fn profile(&self) -> Result<PathBuf, Stop> {
        let named = self.named.clone().or_else(|| folder("TORGDOM_PROFILE"));
        let dir = match named {
            Some(dir) if !dir.as_os_str().is_empty() => dir,
            Some(_) => return Err(Stop::usage("empty-profile")),
            None => data_dir().ok_or_else(|| Stop::usage("no-home"))?.join("torgdom"),
        };
        Ok(std::path::absolute(&dir).unwrap_or(dir))
    }
}

/// `TORGDOM_PASSPHRASE`, for scripts.
pub fn passphrase_of_environment() -> Option<String> {
    phrase("TORGDOM_PASSPHRASE")
}

/// `TORGDOM_NEW_PASSPHRASE`, what it is to become.
pub fn new_passphrase_of_environment() -> Option<String> {
    phrase("TORGDOM_NEW_PASSPHRASE")
}

fn phrase(variable: &str) -> Option<String> {
    std::env::var(variable).ok().filter(|text| !text.is_empty())
}

/// A new pass-phrase is asked for twice: what nobody sees is easily mistyped. Nothing where there is nobody to ask.
///
/// # Errors
/// Usage, when the two differ; the terminal's.
pub fn ask_twice(talk: &Talk) -> Result<Option<String>, Stop> {
    let Some(first) = ask(talk, "cli-ask-new-passphrase")? else { return Ok(None) };
    let second = ask(talk, "cli-ask-passphrase-again")?.unwrap_or_default();
    if first == second { Ok(Some(first)) } else { Err(Stop::usage("passphrases-differ")) }
}

/// Asks at the terminal, without showing what is typed; nothing where there is no person to ask.
///
/// # Errors
/// The terminal's.
pub fn ask(talk: &Talk, id: &str) -> Result<Option<String>, Stop> {
    if !std::io::stderr().is_terminal() {
        return Ok(None);
    }
    match rpassword::prompt_password(format!("{} ", talk.voice.own(id, &[]))) {
        Ok(typed) => Ok(Some(typed).filter(|typed| !typed.is_empty())),
        Err(error) => Err(Failure::new("passphrase_needed").with("cause", error).into()),
    }
}

/// The folder that the system keeps for a person's data; the window uses the same.
fn data_dir() -> Option<PathBuf> {
    if cfg!(windows) {
        folder("APPDATA")
    } else if cfg!(target_os = "macos") {
        Some(folder("HOME")?.join("Library/Application Support"))
    } else {
        folder("XDG_DATA_HOME").filter(|dir| dir.is_absolute()).or_else(|| Some(folder("HOME")?.join(".local/share")))
    }
}

fn folder(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
