//! Measurements and long runs: both live in the tests' package as programs and are only started here, in release.

use anyhow::{Result, bail};

use crate::command::{program, run};
use crate::root::root;

/// `bench` lists what can be measured; `bench desk …` measures.
pub fn bench(args: &[String]) -> Result<()> {
    let known = programs("bench_")?;
    match args.split_first() {
        Some((name, rest)) if known.contains(name) => start(&format!("bench_{name}"), rest),
        Some((name, _)) => bail!("there is no bench `{name}`; there are: {}", known.join(", ")),
        None => {
            println!("bench: {}", known.join(", "));
            Ok(())
        }
    }
}

/// `soak NAME …` runs one; without a name all, one after the other, with the same arguments.
pub fn soak(args: &[String]) -> Result<()> {
    let known = programs("soak_")?;
    match args.split_first() {
        Some((name, rest)) if known.contains(name) => start(&format!("soak_{name}"), rest),
        Some((name, _)) if !name.starts_with("--") => bail!("there is no long run `{name}`; there are: {}", known.join(", ")),
        _ => known.iter().try_for_each(|name| start(&format!("soak_{name}"), args)),
    }
}

fn start(binary: &str, args: &[String]) -> Result<()> {
    let mut command = program("cargo");
    command.args(["run", "--release", "--quiet", "--package", "torgdom-tests", "--bin", binary, "--"]);
    run(command.args(args))
}

/// The programs of the tests' package whose names begin so, without the beginning.
fn programs(prefix: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root().join("tests/src/bin"))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        found.extend(name.strip_prefix(prefix).map(str::to_owned));
    }
    found.sort();
    Ok(found)
}
