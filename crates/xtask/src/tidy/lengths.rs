//! One file, one question: a file that has grown too long answers several.

use super::sources::Source;

const LONGEST: usize = 800;

pub fn findings(sources: &[Source]) -> Vec<String> {
    let code =
        sources.iter().filter(|source| [".rs", ".ts", ".tsx", ".css", ".mjs"].iter().any(|end| source.path.ends_with(end)));
    code.map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(source, lines)| format!("{}: {lines} lines, at most {LONGEST}", source.path))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_is_measured() {
        let long = "x\n".repeat(LONGEST + 1);
        let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
        assert_eq!(findings(&[source("a.rs", &long), source("b.rs", "x"), source("c.json", &long)]).len(), 1);
    }
}
