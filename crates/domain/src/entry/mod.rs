//! What people type: numbers with expressions, percents, dates. Ambiguous input is refused with a code and a place,
//! never guessed. Knows no words for the person: the sentence for a code lives in `assets/text`.

mod date;
mod literal;
mod number;

use serde::Serialize;
use ts_rs::TS;

pub use date::date;
pub use number::{number, number_with, percent};

use crate::problem::{Level, Problem};

/// Longer text is no number and no date; it is refused before it is read.
pub const MAX_CHARACTERS: usize = 200;

/// Why what was typed is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[error("{code} at {position}")]
pub struct EntryProblem {
    /// `entry_empty`, `entry_too_long`, `entry_character`, `entry_unfinished`, `entry_ambiguous`, `entry_two_signs`,
    /// `entry_parenthesis`, `entry_too_deep`, `entry_too_large`, `entry_too_precise`, `entry_division_by_zero`,
    /// `entry_no_value`, `entry_percent`, `entry_not_number`; for dates also `date_unreadable`, `date_ambiguous`, `impossible_date`,
    /// `date_out_of_range`.
    pub code: &'static str,
    /// Where, in characters from the beginning of the text.
    pub position: usize,
}

impl EntryProblem {
    /// Every code, for the test that each has its sentence.
    pub const CODES: [&'static str; 18] = [
        "entry_empty",
        "entry_too_long",
        "entry_character",
        "entry_unfinished",
        "entry_ambiguous",
        "entry_two_signs",
        "entry_parenthesis",
        "entry_too_deep",
        "entry_too_large",
        "entry_too_precise",
        "entry_division_by_zero",
        "entry_no_value",
        "entry_percent",
        "entry_not_number",
        "date_unreadable",
        "date_ambiguous",
        "impossible_date",
        "date_out_of_range",
    ];

    pub(crate) fn new(code: &'static str, position: usize) -> Self {
        Self { code, position }
    }

    /// The same as a problem of the field it was typed into; `position` counts from 1, as a person does.
    #[must_use]
    pub fn problem(self, field: &str) -> Problem {
        Problem::new(Level::BlocksSave, self.code, field).with("position", self.position + 1)
    }
}

/// The characters between white space and the invisible marks that come with pasted text, and where they begin.
pub(crate) fn trimmed(text: &str) -> Result<(Vec<char>, usize), EntryProblem> {
    let chars: Vec<char> = text.chars().take(MAX_CHARACTERS + 1).collect();
    if chars.len() > MAX_CHARACTERS {
        return Err(EntryProblem::new("entry_too_long", MAX_CHARACTERS));
    }
    let blank = |c: &char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}');
    let start = chars.iter().take_while(|c| blank(c)).count();
    let end = chars.iter().rposition(|c| !blank(c)).map_or(start, |last| last + 1);
    if start == end { Err(EntryProblem::new("entry_empty", 0)) } else { Ok((chars[start..end].to_vec(), start)) }
}

/// The space that separates groups of digits, in the forms that programs write.
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\u{2008}')
}

/// Minus as typed and as typeset.
pub(crate) fn is_minus(c: char) -> bool {
    matches!(c, '-' | '−' | '–' | '\u{2010}' | '\u{2011}')
}
