//! `passphrase`: sets, changes or (`--remove`) takes away the phrase that a profile is encrypted with. Phrases come from
//! the environment, the standard input or a prompt, and never from the words of the command line: those are seen by
//! everybody on the machine and stay in the shell's history.

use serde_json::json;

use crate::args::Passphrase;
use crate::lines::Lines;
use crate::session::{self, Session};
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// Usage; `wrong_passphrase`, `passphrase_short`, `open_elsewhere`, the profile's.
pub fn run(args: &Passphrase, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    if args.stdin && args.remove {
        return Err(Stop::usage("passphrase-what"));
    }
    let (desk, old) = session.desk_and_passphrase(talk)?;
    let new = if args.remove { String::new() } else { wanted(args.stdin, talk)? };
    let state = desk.set_passphrase(&old, &new)?;
    talk.answer(&json!({ "profile": state.profile, "encrypted": state.encrypted }), || state.profile.clone())?;
    Ok(Verdict::Fine)
}

fn wanted(from_stdin: bool, talk: &mut Talk) -> Result<String, Stop> {
    let none = || Stop::usage("no-new-passphrase");
    if from_stdin {
        let line = Lines::new(std::io::stdin().lock()).next(|| talk.flush())?.ok_or_else(none)?;
        let text = super::readable(line).map_err(|problem| torgdom_app::Failure::refused(vec![problem]))?;
        return if text.is_empty() { Err(none()) } else { Ok(text) };
    }
    if let Some(known) = session::new_passphrase_of_environment() {
        return Ok(known);
    }
    session::ask_twice(talk)?.ok_or_else(none)
}
