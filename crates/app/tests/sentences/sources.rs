//! The sources as text: calls of a function with their arguments and what is chained to them. No Rust parser, but
//! enough of one for the way codes are written in this house.

use std::path::Path;

/// One file without its tests and comments.
pub struct Source {
    /// From the root of the repository, with forward slashes.
    pub path: String,
    pub text: String,
}

/// A call: its arguments, and the names in the `.with("name", …)` that follow it.
pub struct Call<'t> {
    pub args: Vec<&'t str>,
    pub with: Vec<&'t str>,
}

/// The files below `folder` that end in one of `endings`, without those that hold tests only.
pub fn below(folder: &str, endings: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    read(&root, folder, endings, &mut found);
    assert!(!found.is_empty(), "nothing below {folder}");
    found
}

fn read(root: &Path, folder: &str, endings: &[&str], found: &mut Vec<Source>) {
    let entries = std::fs::read_dir(root.join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    for entry in entries {
        let entry = entry.expect("an entry of a folder");
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            if !path.ends_with("/tests") && !path.ends_with("/test") && !path.ends_with("/generated") {
                read(root, &path, endings, found);
            }
        } else if endings.iter().any(|ending| path.ends_with(ending)) && !path.ends_with("/tests.rs") && !path.contains(".test.")
        {
            let text = std::fs::read_to_string(entry.path()).expect("a source is text");
            found.push(Source { path, text: without_tests_and_comments(&text) });
        }
    }
}

fn without_tests_and_comments(text: &str) -> String {
    let code = text.find("#[cfg(test)]\nmod ").map_or(text, |tests| &text[..tests]);
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Calls of `name`, but not the function’s own head.
pub fn calls<'t>(text: &'t str, name: &str) -> Vec<Call<'t>> {
    let opening = format!("{name}(");
    let mut found = Vec::new();
    for (at, _) in text.match_indices(&opening) {
        let before = &text[..at];
        if before.ends_with(|sign: char| sign.is_alphanumeric() || sign == '_') || before.ends_with("fn ") {
            continue;
        }
        let (args, rest) = arguments(&text[at + opening.len()..]);
        found.push(Call { args, with: chained(rest) });
    }
    found
}

/// Arguments up to the closing parenthesis, and what follows it.
fn arguments(text: &str) -> (Vec<&str>, &str) {
    let (mut args, mut start, mut depth, mut at) = (Vec::new(), 0, 0_u32, 0);
    let bytes = text.as_bytes();
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at = end_of_string(bytes, at),
            b'\'' => at = end_of_char(text, at),
            b'(' | b'[' | b'{' => depth += 1,
            b',' if depth == 0 => {
                args.push(text[start..at].trim());
                start = at + 1;
            }
            b')' if depth == 0 => {
                let last = text[start..at].trim();
                args.extend((!last.is_empty()).then_some(last));
                return (args, &text[at + 1..]);
            }
            b')' | b']' | b'}' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    panic!("no end of a call: {}", text.lines().next().unwrap_or_default())
}

fn end_of_string(bytes: &[u8], quote: usize) -> usize {
    let mut at = quote + 1;
    while bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at
}

/// The closing quote of a character; a lifetime has none and ends where it begins.
fn end_of_char(text: &str, quote: usize) -> usize {
    let mut inside = text[quote + 1..].char_indices();
    match inside.next() {
        Some((_, '\\')) => text[quote + 3..].find('\'').map_or(quote, |end| quote + 3 + end),
        Some((_, sign)) if text[quote + 1 + sign.len_utf8()..].starts_with('\'') => quote + 1 + sign.len_utf8(),
        _ => quote,
    }
}

fn chained(mut rest: &str) -> Vec<&str> {
    let mut names = Vec::new();
    while let Some(after) = rest.trim_start().strip_prefix(".with(") {
        let (args, next) = arguments(after);
        names.extend(args.first().and_then(|name| literal(name)));
        rest = next;
    }
    names
}

/// The code that `arg` is, when it is one that is written out.
pub fn literal(arg: &str) -> Option<&str> {
    let text = arg.strip_prefix('"')?.strip_suffix('"')?;
    is_code(text).then_some(text)
}

pub fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The codes that follow `lead` (`=> `, `code: `) as literals.
pub fn after<'t>(text: &'t str, lead: &str) -> Vec<&'t str> {
    let lead = format!("{lead}\"");
    text.match_indices(&lead)
        .filter_map(|(at, _)| text[at + lead.len()..].split_once('"'))
        .map(|(code, _)| code)
        .filter(|code| is_code(code))
        .collect()
}

/// The bodies of the functions called `name`.
pub fn bodies<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let head = format!("fn {name}(");
    text.match_indices(&head)
        .map(|(at, _)| {
            let body = &text[at..];
            let indent = text[..at].rsplit('\n').next().map_or(0, |line| line.len() - line.trim_start().len());
            let end = body.find(&format!("\n{}}}", " ".repeat(indent))).unwrap_or(body.len());
            &body[..end]
        })
        .collect()
}
