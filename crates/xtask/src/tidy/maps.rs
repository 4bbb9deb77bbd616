//! The maps of the house name only what is there.

use std::path::Path;

use anyhow::{Context, Result};

use crate::root::root;

/// Pages whose tables are maps, and the folder their paths are written from.
const MAPS: &[(&str, &str)] = &[("README.md", ""), ("crates/README.md", "crates")];

pub fn findings() -> Result<Vec<String>> {
    let mut found = Vec::new();
    for (page, from) in MAPS {
        let text = std::fs::read_to_string(root().join(page)).with_context(|| format!("{page} is missing"))?;
        let gone = paths(&text).into_iter().filter(|path| !is_there(&root(), from, path));
        found.extend(gone.map(|path| format!("{page} names `{path}`, which is not there")));
        if *page == "README.md" && paths(&text).is_empty() {
            found.push("README.md has no table \"Where to look\"".to_owned());
        }
    }
    Ok(found)
}

fn is_there(root: &Path, from: &str, path: &str) -> bool {
    root.join(path).exists() || root.join(from).join(path).exists()
}

/// What stands in backquotes in the rows of tables and looks like a path.
fn paths(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for row in page.lines().filter(|line| line.trim_start().starts_with('|')) {
        for (place, word) in row.split('`').enumerate() {
            let plain = !word.contains([' ', '*', '<', '{', '…', ':', '$']);
            if place % 2 == 1 && plain && word.contains('/') && !word.starts_with(['/', '@', '-', '~']) {
                found.push(word.trim_end_matches('/').to_owned());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::paths;

    #[test]
    fn paths_are_taken_from_tables_only() {
        let page = "See `docs/no.md`.\n| what | where |\n| --- | --- |\n| VAT | `domain/src/vat/`, `cargo xtask run` |\n| npm | `@tauri-apps/api` |";
        assert_eq!(paths(page), ["domain/src/vat"]);
    }
}
