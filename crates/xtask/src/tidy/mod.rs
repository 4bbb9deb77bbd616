//! Decisions that no compiler holds: who may depend on whom, which words may be said where, whether the maps still
//! name what is there. Every finding is one line; none is a matter of taste.

mod arrows;
mod lengths;
mod maps;
mod sources;
mod words;

use anyhow::{Result, bail};

/// Prints every finding; fails if there is one.
pub fn tidy() -> Result<()> {
    let found = findings()?;
    for finding in &found {
        eprintln!("tidy: {finding}");
    }
    if !found.is_empty() {
        bail!("{} found", found.len());
    }
    println!("tidy: all holds");
    Ok(())
}

fn findings() -> Result<Vec<String>> {
    let sources = sources::all()?;
    let mut found = arrows::findings()?;
    found.extend(words::findings(&sources));
    found.extend(lengths::findings(&sources));
    found.extend(maps::findings()?);
    Ok(found)
}

#[cfg(test)]
mod tests {
    /// `cargo test` alone notices a wrong arrow or word too.
    #[test]
    fn the_house_is_tidy() {
        let found = super::findings().unwrap();
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }
}
