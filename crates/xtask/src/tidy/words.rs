//! Words that may be said in one place only, and words that may not be said at all.

use super::sources::Source;

struct Rule {
    word: &'static str,
    /// Paths where the rule looks.
    looks_in: &'static [&'static str],
    /// Paths where the word may be said.
    may: &'static [&'static str],
    why: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        word: "printpdf",
        looks_in: &["crates/"],
        may: &["crates/documents/src/emit", "crates/documents/Cargo.toml", "crates/xtask/"],
        why: "one place draws",
    },
    Rule {
        word: "lopdf::",
        looks_in: &["crates/"],
        may: &[
            "crates/documents/src/archive",
            "crates/documents/src/merge",
            "crates/documents/src/verify",
            "crates/documents/tests/",
            "crates/documents/examples/",
            "crates/documents/Cargo.toml",
            "crates/xtask/",
        ],
        why: "one place takes papers apart",
    },
    Rule { word: "@tauri-apps", looks_in: &["ui/src/"], may: &["ui/src/backend/"], why: "the screens also run in a browser" },
    Rule { word: "tauri::", looks_in: &["crates/"], may: &["crates/xtask/"], why: "the core knows no window" },
    Rule { word: "dangerouslySetInnerHTML", looks_in: &["ui/src/"], may: &[], why: "text is shown as text" },
    Rule { word: ".innerHTML", looks_in: &["ui/src/"], may: &[], why: "text is shown as text" },
    Rule { word: "SystemTime", looks_in: &["crates/domain/src/", "crates/records/src/"], may: &[], why: "time is passed in" },
    Rule { word: "Instant::", looks_in: &["crates/domain/src/", "crates/records/src/"], may: &[], why: "time is passed in" },
    Rule { word: "Utc::now", looks_in: &["crates/domain/src/", "crates/records/src/"], may: &[], why: "time is passed in" },
    Rule { word: "Local::now", looks_in: &["crates/domain/src/", "crates/records/src/"], may: &[], why: "time is passed in" },
    Rule { word: "std::fs", looks_in: &["crates/domain/src/"], may: &[], why: "the rules know no files" },
    Rule { word: "std::env", looks_in: &["crates/domain/src/"], may: &[], why: "the rules know no machine" },
    Rule { word: "std::net", looks_in: &["crates/domain/src/"], may: &[], why: "the rules know no network" },
    Rule { word: concat!("#[", "ignore"), looks_in: EVERYWHERE, may: &[], why: "a test that does not run holds nothing" },
    Rule { word: concat!("/wo", "rk/"), looks_in: EVERYWHERE, may: &[], why: "the house stands anywhere" },
    Rule { word: concat!("/ro", "ot/"), looks_in: EVERYWHERE, may: &[], why: "the house stands anywhere" },
];

const EVERYWHERE: &[&str] = &[""];

pub fn findings(sources: &[Source]) -> Vec<String> {
    sources.iter().flat_map(of_one).collect()
}

fn of_one(source: &Source) -> Vec<String> {
    let begins = |places: &[&str]| places.iter().any(|place| source.path.starts_with(place));
    let mut found = Vec::new();
    for rule in RULES.iter().filter(|rule| begins(rule.looks_in) && !begins(rule.may)) {
        for (number, line) in source.text.lines().enumerate() {
            if line.contains(rule.word) && !is_comment(&source.path, line) {
                found.push(format!("{}:{}: `{}` may not be said here: {}", source.path, number + 1, rule.word, rule.why));
            }
        }
    }
    found
}

/// A comment or a page may speak about what the code may not do; neither is a tool's setting.
fn is_comment(path: &str, line: &str) -> bool {
    path.ends_with(".md") || line.trim_start().starts_with("//") || line.trim_start().starts_with('*')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        findings(&[Source { path: path.to_owned(), text: text.to_owned() }]).len()
    }

    #[test]
    fn a_word_out_of_place_is_found_and_one_in_its_place_is_not() {
        assert_eq!(found("crates/documents/src/emit/mod.rs", "use printpdf::Op;"), 0);
        assert_eq!(found("crates/documents/src/invoice/layout.rs", "use printpdf::Op;"), 1);
        assert_eq!(found("crates/documents/src/invoice/layout.rs", "// printpdf counts from below"), 0);
        assert_eq!(found("ui/src/parts/Button.tsx", "import { invoke } from \"@tauri-apps/api/core\";"), 1);
        assert_eq!(found("ui/src/backend/tauri.ts", "import { invoke } from \"@tauri-apps/api/core\";"), 0);
        assert_eq!(found("crates/domain/src/terms.rs", "let now = Utc::now();"), 1);
        assert_eq!(found("crates/app/src/clock.rs", "let now = Utc::now();"), 0);
        assert_eq!(found("tests/tests/window.rs", concat!("#[", "ignore]")), 1);
    }
}
