//! `torgdom`: the desk without a window, for scripts and administrators. Speaks to `torgdom_app` alone and holds no rule
//! of the trade. What other programs depend on: an answer on stdout and nothing else there, reasons on stderr, exit codes
//! 0, 1 (problems) and 2 (usage).

mod args;
mod commands;
mod help;
mod lines;
mod numbers;
mod sentence;
mod session;
mod stop;
mod talk;

use std::process::ExitCode;

use torgdom_app::Failure;
use torgdom_app::documents::Lang;

use crate::sentence::Voice;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::{Talk, tell};

const PROBLEMS: u8 = 1;
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let words: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let lang = help::asked_language(&words).unwrap_or_else(help::language_of_environment);
    report_panics(lang);
    let cli = match help::read(&words, lang) {
        Ok(cli) => cli,
        Err(said) => return said.print(),
    };
    let asked = cli.lang;
    let session = Session::new(cli.profile);
    let mut talk = Talk::new(lang, cli.json);
    let done = commands::run(cli.command, &session, &mut talk, asked.unwrap_or(Lang::Ru));
    // What was answered before a failure is still an answer.
    let done = match (done, talk.flush()) {
        (Ok(verdict), Ok(())) => Ok(verdict),
        (Ok(_), Err(stop)) | (Err(stop), _) => Err(stop),
    };
    ended(done, &talk)
}

/// A fault of ours is said in the person's language, like everything else.
fn report_panics(lang: Lang) {
    std::panic::set_hook(Box::new(move |info| {
        let cause = info.to_string().replace('\n', " ");
        tell(&Voice::new(lang).failure(&Failure::new("fault").with("cause", cause)));
    }));
}

fn ended(done: Result<Verdict, Stop>, talk: &Talk) -> ExitCode {
    match done {
        Ok(Verdict::Fine) | Err(Stop::Closed) => ExitCode::SUCCESS,
        Ok(Verdict::Problems) => ExitCode::from(PROBLEMS),
        Err(Stop::Failure(failure)) => {
            talk.failure(&failure);
            ExitCode::from(PROBLEMS)
        }
        Err(Stop::Usage { code, params }) => {
            let params: Vec<(&str, &str)> = params.iter().map(|(name, value)| (*name, value.as_str())).collect();
            tell(&talk.voice.own(&format!("cli-usage-{code}"), &params));
            ExitCode::from(USAGE)
        }
    }
}
