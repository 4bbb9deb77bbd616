//! The shapes of the core as TypeScript: written by the core itself, committed, and compared in the tests.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command::{program, run};
use crate::root::{made, root, target};

/// Writes `ui/src/generated`; with `check` writes elsewhere and names every file that differs.
pub fn types(check: bool) -> Result<()> {
    let committed = root().join("ui/src/generated");
    if !check {
        return generate(&made(&committed)?);
    }
    let fresh = target().join("xtask/types");
    if fresh.exists() {
        std::fs::remove_dir_all(&fresh)?;
    }
    generate(&made(&fresh)?)?;
    let stale = differences(&files(&committed)?, &files(&fresh)?);
    if stale.is_empty() {
        return Ok(());
    }
    bail!("ui/src/generated is out of date ({}): run `cargo xtask types` and commit it", stale.join(", "));
}

fn generate(into: &Path) -> Result<()> {
    run(program("cargo").args(["run", "--quiet", "--package", "torgdom-app", "--example", "types", "--"]).arg(into))
}

/// Path below `dir` → content.
fn files(dir: &Path) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dir.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(dir).expect("it was listed below this folder").display().to_string();
                found.insert(name, std::fs::read_to_string(&path)?);
            }
        }
    }
    Ok(found)
}

fn differences(committed: &BTreeMap<String, String>, fresh: &BTreeMap<String, String>) -> Vec<String> {
    let mut names: Vec<&String> = committed.keys().chain(fresh.keys()).collect();
    names.sort();
    names.dedup();
    names.into_iter().filter(|name| committed.get(*name) != fresh.get(*name)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::differences;

    #[test]
    fn a_changed_a_missing_and_a_left_over_file_are_named() {
        let committed = [("a.ts", "1"), ("b.ts", "1"), ("old.ts", "1")].map(|(n, t)| (n.to_owned(), t.to_owned())).into();
        let fresh = [("a.ts", "1"), ("b.ts", "2"), ("new.ts", "1")].map(|(n, t)| (n.to_owned(), t.to_owned())).into();
        assert_eq!(differences(&committed, &fresh), ["b.ts", "new.ts", "old.ts"]);
        assert!(differences(&fresh, &fresh).is_empty());
    }
}
