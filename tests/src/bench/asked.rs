//! What the person asked the bench for.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

/// What can be measured, in the order in which it is.
pub const NAMES: [&str; 6] = ["save", "pages", "search", "start", "memory", "papers"];

const HELP: &str = "bench desk [--small] [--only NAME]… [--profiles DIR] [--without-peers]

  --small          20,000 counterparties and 2,000 invoices: shows that the bench works, its figures mean little
  --only NAME      save, pages, search, start, memory or papers; may be repeated
  --profiles DIR   where the generated profiles are kept between runs (target/bench)
  --without-peers  do not install and measure ReportLab and typst";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub small: bool,
    pub only: Vec<String>,
    pub profiles: PathBuf,
    pub peers: bool,
    /// This process is a child that does one thing and tells its parent.
    pub child: Option<Child>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    pub what: String,
    pub profile: PathBuf,
}

impl Asked {
    /// Reads the arguments after the program's name.
    ///
    /// # Errors
    /// What it does not know, with what it does.
    pub fn read(mut words: impl Iterator<Item = String>, target: PathBuf) -> Result<Self> {
        let mut asked = Self { small: false, only: Vec::new(), profiles: target.join("bench"), peers: true, child: None };
        while let Some(word) = words.next() {
            match word.as_str() {
                "--small" => asked.small = true,
                "--without-peers" => asked.peers = false,
                "--only" => {
                    let name = words.next().context("--only NAME")?;
                    if !NAMES.contains(&name.as_str()) {
                        bail!("nothing is called {name}; there are {}", NAMES.join(", "));
                    }
                    asked.only.push(name);
                }
                "--profiles" => asked.profiles = words.next().context("--profiles DIR")?.into(),
                "--child" => {
                    let what = words.next().context("--child WHAT DIR")?;
                    asked.child = Some(Child { what, profile: words.next().context("--child WHAT DIR")?.into() });
                }
                _ => bail!("{HELP}"),
            }
        }
        Ok(asked)
    }

    #[must_use]
    pub fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Asked> {
        Asked::read(words.iter().map(|word| (*word).to_owned()), PathBuf::from("target"))
    }

    #[test]
    fn all_is_measured_unless_something_is_named() {
        let all = read(&[]).expect("no arguments");
        assert!(NAMES.iter().all(|name| all.wants(name)));
        let some = read(&["--only", "save", "--only", "papers", "--small"]).expect("arguments");
        assert!(some.small && some.wants("save") && some.wants("papers") && !some.wants("pages"));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for words in [vec!["--only", "everything"], vec!["--only"], vec!["--large"], vec!["--child", "start"]] {
            assert!(read(&words).is_err(), "{words:?}");
        }
    }
}
