//! The files of the catalogue as text: their ids and the parameters of each sentence.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use torgdom_app::documents::text::Lang;

/// The files whose sentences belong to codes.
const FILES: [&str; 2] = ["problems", "imports"];

/// Text of `assets/text/<lang>.<name>.ftl`.
pub fn file(lang: Lang, name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../assets/text/{}.{name}.ftl", lang.as_str()));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Messages of a file: id and pattern, in order.
fn messages(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match (line.starts_with(|first: char| first.is_ascii_alphabetic()), line.split_once(" =")) {
            (true, Some((id, pattern))) => found.push((id.to_owned(), pattern.trim_start().to_owned())),
            (true, None) => panic!("no message: {line}"),
            (false, _) => found.last_mut().into_iter().for_each(|(_, pattern)| pattern.push_str(line)),
        }
    }
    found
}

/// Ids of one file.
pub fn ids_of(lang: Lang, name: &str) -> Vec<String> {
    messages(&file(lang, name)).into_iter().map(|(id, _)| id).collect()
}

/// Ids of the files of codes. An id that stands twice would hide one of its sentences.
pub fn ids(lang: Lang) -> BTreeSet<String> {
    let all: Vec<String> = FILES.iter().flat_map(|name| ids_of(lang, name)).collect();
    let unique: BTreeSet<String> = all.iter().cloned().collect();
    assert_eq!(unique.len(), all.len(), "{}: an id stands twice", lang.as_str());
    let elsewhere: BTreeSet<String> = ["papers", "desk"].iter().flat_map(|name| ids_of(lang, name)).collect();
    let twice: Vec<_> = unique.intersection(&elsewhere).collect();
    assert!(twice.is_empty(), "{}: in another file too: {twice:?}", lang.as_str());
    unique
}

/// The parameters of every message, those of the messages that it refers to included.
pub fn words_of(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let all: BTreeMap<String, String> = FILES.iter().flat_map(|name| messages(&file(lang, name))).collect();
    all.iter().map(|(id, pattern)| (id.clone(), parameters(pattern, &all))).collect()
}

fn parameters(pattern: &str, all: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for inside in pattern.split('{').skip(1) {
        let word = inside.trim_start();
        let end =
            word.find(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '$' | '-' | '_'))).unwrap_or(word.len());
        let word = &word[..end];
        match word.strip_prefix('$') {
            Some(name) => drop(found.insert(name.to_owned())),
            None => found.extend(parameters(all.get(word).unwrap_or_else(|| panic!("no message {word}")), all)),
        }
    }
    found
}
