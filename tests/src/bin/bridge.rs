//! Serves the screens over the real core on loopback, for the accessibility run and for pictures.
//! `bridge [--profile DIR] [--empty] [--port N]`: without a profile a new one with demonstration data, or an empty one.
//! The first line it prints is its address.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use torgdom_tests::{bridge, built, desk};

fn main() -> Result<()> {
    let asked = Asked::read(std::env::args().skip(1))?;
    let own = tempfile::tempdir()?;
    let profile = asked.profile.unwrap_or_else(|| own.path().join("profile"));
    let desk = if asked.empty { desk::plain(&profile) } else { desk::demonstration(&profile)? };
    let serving = bridge::serve(desk, &built::root().join("ui/dist"), asked.port)?;
    println!("{}", serving.address());
    serving.forever();
    Ok(())
}

#[derive(Default)]
struct Asked {
    profile: Option<PathBuf>,
    empty: bool,
    port: u16,
}

impl Asked {
    fn read(mut args: impl Iterator<Item = String>) -> Result<Self> {
        let mut asked = Self::default();
        while let Some(word) = args.next() {
            match word.as_str() {
                "--profile" => asked.profile = Some(args.next().context("--profile DIR")?.into()),
                "--port" => asked.port = args.next().context("--port N")?.parse()?,
                "--empty" => asked.empty = true,
                other => bail!("unknown: {other}"),
            }
        }
        Ok(asked)
    }
}
