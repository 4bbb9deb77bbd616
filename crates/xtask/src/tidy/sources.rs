//! The files of the house that are written by hand.

use std::path::Path;

use anyhow::{Context, Result};

use crate::root::root;

/// One source file; `path` is relative to the root and uses `/`.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// What is searched, and with which endings.
const PLACES: &[&str] = &["crates", "src-tauri", "tests", "ui/src", "ui/e2e", ".ci", ".github", ".cargo"];
const ENDINGS: &[&str] = &["rs", "ts", "tsx", "css", "mjs", "js", "toml", "json", "yml", "md", "run"];

/// Written by programs, or by others than us.
const NOT_OURS: &[&str] = &["node_modules", "target", "generated", "gen", "dist", "vectors", "papers", "snapshots"];

pub fn all() -> Result<Vec<Source>> {
    let mut found = Vec::new();
    for place in PLACES {
        let dir = root().join(place);
        if dir.is_dir() {
            collect(&dir, &mut found)?;
        }
    }
    for file in ["Cargo.toml", "README.md", "CHANGELOG.md", "ui/package.json", "ui/vite.config.ts"] {
        if root().join(file).is_file() {
            found.push(read(&root().join(file))?);
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

fn collect(dir: &Path, found: &mut Vec<Source>) -> Result<()> {
    for entry in std::fs::read_dir(dir).with_context(|| format!("cannot read {}", dir.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            if !NOT_OURS.contains(&&*name) {
                collect(&path, found)?;
            }
        } else if ENDINGS.contains(&path.extension().unwrap_or(path.file_name().unwrap_or_default()).to_string_lossy().as_ref()) {
            found.push(read(&path)?);
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Source> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let root = root();
    let path = path.strip_prefix(&root).expect("every place lies below the root").to_string_lossy().replace('\\', "/");
    Ok(Source { path, text })
}
