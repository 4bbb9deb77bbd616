//! Text that people type into a field: what cannot be kept and what cannot be printed.

use crate::problem::Problem;

/// Longest name, address or wording, in characters.
pub const MAX_TEXT: usize = 2_000;
/// Longest note, in characters.
pub const MAX_NOTE: usize = 20_000;

/// Problems of a one-line text.
#[must_use]
pub fn problems(text: &str, field: &str) -> Vec<Problem> {
    check(text, field, MAX_TEXT, |character| character.is_control())
}

/// Problems of a text of several lines.
#[must_use]
pub fn note_problems(text: &str, field: &str) -> Vec<Problem> {
    check(text, field, MAX_NOTE, |character| character.is_control() && !matches!(character, '\n' | '\t'))
}

fn check(text: &str, field: &str, most: usize, refused: impl Fn(char) -> bool) -> Vec<Problem> {
    let mut found = Vec::new();
    if text.chars().any(|character| refused(character) || is_hidden(character)) {
        found.push(Problem::blocks_save("control_characters", field));
    }
    if text.chars().count() > most {
        found.push(Problem::blocks_save("text_too_long", field).with("most", most));
    }
    found
}

/// Direction overrides and the like: they make a text read other than it is.
fn is_hidden(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_kept() {
        assert!(problems("ООО «Агроснаб»\u{a0}№ 1 – ﬁ 😀", "/name").is_empty());
        for bad in ["a\u{0}b", "a\nb", "ООО\u{202e}", "x\u{7f}"] {
            assert_eq!(problems(bad, "/name")[0].code, "control_characters", "{bad:?}");
        }
        assert!(note_problems("line\nline\tcolumn", "/note").is_empty());
        assert_eq!(problems(&"я".repeat(2_001), "/name")[0].code, "text_too_long");
    }
}
