//! Who may depend on whom, read from the manifests. The picture is in `crates/README.md`.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command::{line, output};

/// Each package and the packages of the house that it may name. `tests` may name all but the window, which it drives
/// from outside.
const ARROWS: &[(&str, &[&str])] = &[
    ("torgdom-domain", &[]),
    ("torgdom-records", &["torgdom-domain"]),
    ("torgdom-store", &["torgdom-records", "torgdom-domain"]),
    ("torgdom-sync", &["torgdom-records", "torgdom-domain"]),
    ("torgdom-documents", &["torgdom-domain"]),
    ("torgdom-imports", &["torgdom-domain"]),
    (
        "torgdom-app",
        &["torgdom-store", "torgdom-sync", "torgdom-documents", "torgdom-imports", "torgdom-records", "torgdom-domain"],
    ),
    ("torgdom-platform", &["torgdom-records", "torgdom-domain"]),
    ("torgdom", &["torgdom-app"]),
    ("torgdom-desk", &["torgdom-app"]),
    (
        "torgdom-tests",
        &[
            "torgdom-app",
            "torgdom-platform",
            "torgdom-sync",
            "torgdom-store",
            "torgdom-documents",
            "torgdom-imports",
            "torgdom-records",
            "torgdom-domain",
        ],
    ),
    ("xtask", &[]),
];

/// Other people's crates that only the named packages may depend on. A name that ends in `*` stands for a family.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("tauri*", &["torgdom-desk"]),
    ("rfd", &["torgdom-desk"]),
    ("rusqlite", &["torgdom-store", "torgdom-platform", "torgdom-tests"]),
    ("libsqlite3-sys", &["torgdom-store", "torgdom-platform", "torgdom-tests"]),
    ("tokio-postgres", &["torgdom-platform"]),
    ("axum*", &["torgdom-platform"]),
    ("reqwest", &["torgdom-sync", "torgdom-tests"]),
    ("printpdf", &["torgdom-documents"]),
    ("lopdf", &["torgdom-documents", "torgdom-tests"]),
    ("calamine", &["torgdom-imports", "torgdom-tests"]),
    ("clap", &["torgdom", "torgdom-platform", "torgdom-tests"]),
    ("anyhow", &["torgdom", "torgdom-desk", "torgdom-platform", "torgdom-tests", "xtask"]),
];

/// All that the rules of the trade may lean on: nothing here knows SQL, HTTP, files or the clock.
const DOMAIN: &[&str] = &[
    "chrono",
    "iban_validate",
    "iso_currency",
    "rust_decimal",
    "serde",
    "serde_json",
    "thiserror",
    "ts-rs",
    "unicode-normalization",
];

/// A dependency as a manifest names it; `test_only` for `[dev-dependencies]`.
struct Arrow {
    from: String,
    to: String,
    test_only: bool,
}

pub fn findings() -> Result<Vec<String>> {
    let told = output(&mut line("cargo metadata --no-deps --format-version 1 --offline"))?;
    let told: Value = serde_json::from_str(&told).context("cargo metadata did not answer in JSON")?;
    let packages = told["packages"].as_array().context("cargo metadata names no packages")?;
    Ok(judged(&names(packages), &arrows(packages)))
}

fn names(packages: &[Value]) -> Vec<String> {
    packages.iter().filter_map(|package| package["name"].as_str()).map(str::to_owned).collect()
}

fn arrows(packages: &[Value]) -> Vec<Arrow> {
    let mut found = Vec::new();
    for package in packages {
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            if let (Some(from), Some(to)) = (package["name"].as_str(), dependency["name"].as_str()) {
                found.push(Arrow { from: from.to_owned(), to: to.to_owned(), test_only: dependency["kind"] == "dev" });
            }
        }
    }
    found
}

fn judged(packages: &[String], arrows: &[Arrow]) -> Vec<String> {
    let unknown = packages.iter().filter(|name| allowed(name).is_none());
    let mut found: Vec<String> = unknown.map(|name| format!("{name} has no place in the table of arrows")).collect();
    for Arrow { from, to, test_only } in arrows {
        let ours = packages.contains(to) || allowed(to).is_some();
        if ours && allowed(from).is_some_and(|may| !may.contains(&to.as_str())) {
            found.push(format!("{from} may not depend on {to}: see the picture in crates/README.md"));
        }
        if let Some((_, may)) = OUTSIDE.iter().find(|(family, _)| is_of(family, to))
            && !may.contains(&from.as_str())
            && !test_only
        {
            found.push(format!("{from} may not depend on {to}: only {} may", may.join(", ")));
        }
        if from == "torgdom-domain" && !test_only && !ours && !DOMAIN.contains(&to.as_str()) {
            found.push(format!("torgdom-domain may not depend on {to}: it knows rules only"));
        }
    }
    found
}

fn allowed(package: &str) -> Option<&'static [&'static str]> {
    ARROWS.iter().find(|(name, _)| *name == package).map(|(_, may)| *may)
}

fn is_of(family: &str, name: &str) -> bool {
    family.strip_suffix('*').map_or(family == name, |beginning| name.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(from: &str, to: &str, test_only: bool) -> usize {
        let packages: Vec<String> = ARROWS.iter().map(|(name, _)| (*name).to_owned()).collect();
        judged(&packages, &[Arrow { from: from.to_owned(), to: to.to_owned(), test_only }]).len()
    }

    #[test]
    fn wrong_arrows_are_named_and_right_ones_are_not() {
        assert_eq!(found("torgdom-app", "torgdom-store", false), 0);
        assert_eq!(found("torgdom-store", "torgdom-app", false), 1);
        assert_eq!(found("torgdom-platform", "torgdom-store", false), 1);
        assert_eq!(found("torgdom-store", "torgdom-app", true), 1, "not even in tests: the picture would have a circle");
        assert_eq!(found("torgdom-app", "tauri-plugin-dialog", false), 1);
        assert_eq!(found("torgdom-app", "rusqlite", false), 1);
        assert_eq!(found("torgdom-documents", "lopdf", false), 0);
        assert_eq!(found("torgdom-domain", "tokio", false), 1);
        assert_eq!(found("torgdom-domain", "proptest", true), 0);
    }

    #[test]
    fn a_new_package_needs_a_place_in_the_table() {
        assert_eq!(judged(&["torgdom-new".to_owned()], &[]).len(), 1);
    }
}
