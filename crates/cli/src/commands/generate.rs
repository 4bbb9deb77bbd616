//! `generate`: masses of invented records, the same from the same seed, for trying and measuring.

use std::io::IsTerminal;

use serde_json::json;
use torgdom_app::Failure;

use crate::args::Generate;
use crate::session::{self, Session};
use crate::stop::{Stop, Verdict};
use crate::talk::{Talk, tell};

/// # Errors
/// The profile's and the disk's; what was written before stays.
pub fn run(args: &Generate, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let desk = match session.desk(talk) {
        Err(Stop::Failure(failure)) if failure.code == "not_initialised" => {
            let desk = session.unopened()?;
            desk.create_store(talk.voice.lang().as_str(), &session::passphrase_of_environment().unwrap_or_default())?;
            desk
        }
        other => other?,
    };
    let at_terminal = std::io::stderr().is_terminal();
    let mut told = 0;
    let done = desk.generate(args.seed, args.counterparties, args.invoices, |done, total| {
        let percent = done * 100 / total.max(1);
        // A log needs fewer lines than a person who waits.
        if percent >= told + if at_terminal { 1 } else { 10 } {
            told = percent;
            tell(&format!("{done} / {total}"));
        }
    });
    let done = done.map_err(|failure| match failure.code.as_str() {
        "exists" => Failure::new("cli_seed_used").with("seed", args.seed),
        _ => failure,
    })?;
    talk.answer(&json!({ "records": done }), || done.to_string())?;
    Ok(Verdict::Fine)
}
