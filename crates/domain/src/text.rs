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
    matches!(character, '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Straight quotes of a name as print has them: «» outside, „“ inside. Only where every mark has its partner; a mark
/// after a digit with no quotation open is an inch (`Труба 2"`) and stays.
#[must_use]
pub fn with_quotes(text: &str) -> String {
    if text.contains('"') { paired(text).unwrap_or_else(|| text.to_owned()) } else { text.to_owned() }
}

fn paired(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len() + 8);
    let mut depth = 0_usize;
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        let sign = match sign {
            '"' => {
                let after = rest.peek().copied().unwrap_or(' ');
                let begins = is_gap(before) && !after.is_whitespace();
                match (depth, begins) {
                    (0, false) if before.is_ascii_digit() => '"',
                    (0, _) if !after.is_whitespace() => '«',
                    (1, true) => '„',
                    (1, false) => '»',
                    (2, false) => '“',
                    _ => return None,
                }
            }
            other => other,
        };
        match sign {
            '«' | '„' => depth += 1,
            '»' | '“' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        out.push(sign);
        before = sign;
    }
    (depth == 0).then_some(out)
}

/// What may stand before an opening mark.
fn is_gap(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '(' | '[' | '«' | '„' | '-' | '–' | '—' | '/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_quotes_become_those_of_print() {
        for (typed, kept) in [
            ("ООО \"Заря\"", "ООО «Заря»"),
            ("\"Заря\", ООО", "«Заря», ООО"),
            ("ООО \"Торговый дом \"Заречье-М\"\"", "ООО «Торговый дом „Заречье-М“»"),
            ("ООО «Торговый дом \"Заречье-М\"»", "ООО «Торговый дом „Заречье-М“»"),
            ("ОАО \"Завод 5\"", "ОАО «Завод 5»"),
            ("Труба 2\"", "Труба 2\""),
            ("Кран 1/2\" \"Север\"", "Кран 1/2\" «Север»"),
            ("Труба 2\" и 3\"", "Труба 2\" и 3\""),
            // Without a partner nothing is guessed.
            ("ООО \"Заря", "ООО \"Заря"),
            ("ООО \"Торговый дом \"Заречье-М\"", "ООО \"Торговый дом \"Заречье-М\""),
            ("ООО «Торговый дом «Заречье-М»", "ООО «Торговый дом «Заречье-М»"),
            ("\"", "\""),
            ("ООО\"Заря\"", "ООО«Заря»"),
            ("", ""),
        ] {
            assert_eq!(with_quotes(typed), kept, "{typed}");
            assert_eq!(with_quotes(kept), kept);
        }
    }

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
