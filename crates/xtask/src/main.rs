//! The desk's own tool: `cargo xtask <verb>` sets a machine up, runs, tests and packs the house. It knows files and
//! programs, and must not know any of the house's crates: it is compiled first and has to compile when they do not.

mod command;
mod display;
mod dist;
mod root;
mod run;
mod setup;
mod soak;
mod test;
mod tidy;
mod types;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "cargo xtask <verb>

  setup            install what is missing on this machine (Debian packages, npm packages)
  run [--demo]     set up, build and open the desk; --demo opens it with demonstration data.
                   Without a display: under a virtual one, leaving a screenshot and the PDF of an invoice in out/
  test [STEP…]     everything, or the named steps only; `test --list` names them
  tidy             who may depend on whom, which words may be said where, whether the maps still hold
  types [--check]  write the TypeScript types of the core's shapes into ui/src/generated, or compare them
  ui               build the screens into ui/dist
  bench [NAME]     measure (release build)
  soak [NAME]      the long runs that do not fit into the tests
  dist             .deb and .rpm, offline
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let verdict = match args.split_first() {
        Some((verb, rest)) => dispatch(verb, rest),
        None => {
            print!("{HELP}");
            Ok(())
        }
    };
    match verdict {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(verb: &str, rest: &[String]) -> Result<()> {
    match verb {
        "setup" => setup::everything(),
        "run" => run::run(rest),
        "test" => test::test(rest),
        "tidy" => tidy::tidy(),
        "types" => types::types(rest.iter().any(|arg| arg == "--check")),
        "ui" => run::build_ui(),
        "bench" => soak::bench(rest),
        "soak" => soak::soak(rest),
        "dist" => dist::dist(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("there is no verb `{other}`\n\n{HELP}"),
    }
}
