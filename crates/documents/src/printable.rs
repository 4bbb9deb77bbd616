//! Makes the texts of a document fit to be printed: composed letters, no control characters, no letter without a glyph.
//! What the fonts cannot show is an error with its place, never an empty box on the paper.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::PaperError;
use crate::fonts::{self, Weight};

/// The text as it is printed: composed (NFC, so that «й» typed in two parts is one letter), control characters and runs
/// of spaces made one space, invisible characters dropped. No-break spaces stay.
#[must_use]
pub fn tidy(text: &str) -> String {
    if is_tidy(text) {
        return text.to_owned();
    }
    let composed: String = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_owned(),
        _ => text.nfc().collect(),
    };
    let mut tidy = String::with_capacity(composed.len());
    for character in composed.chars() {
        match character {
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fe0e}'
            | '\u{fe0f}' => {}
            ' ' | '\u{2028}' | '\u{2029}' => space(&mut tidy),
            control if control.is_control() => space(&mut tidy),
            other => tidy.push(other),
        }
    }
    tidy.truncate(tidy.trim_end_matches(' ').len());
    tidy
}

/// The usual case: letters without marks, single spaces.
fn is_tidy(text: &str) -> bool {
    let mut before = ' ';
    for character in text.chars() {
        let plain = matches!(character, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | 'А'..='я' | 'Ѐ'..='Џ' | 'ѐ'..='џ' | '–' | '—' | '№');
        if !plain || (character == ' ' && before == ' ') {
            return false;
        }
        before = character;
    }
    !text.ends_with(' ')
}

fn space(tidy: &mut String) {
    if !tidy.is_empty() && !tidy.ends_with(' ') {
        tidy.push(' ');
    }
}

/// [`tidy`], and every letter has a glyph in both weights. `at` is the JSON Pointer of the field.
///
/// # Errors
/// [`PaperError::MissingGlyph`] for the first letter that no font of the papers has.
pub fn printable(text: &str, at: impl FnOnce() -> String) -> Result<String, PaperError> {
    let tidy = tidy(text);
    let missing = tidy
        .chars()
        .find(|character| fonts::slot(Weight::Regular, *character).is_none() || fonts::slot(Weight::Bold, *character).is_none());
    match missing {
        Some(character) => Err(PaperError::MissingGlyph { character, at: at() }),
        None => Ok(tidy),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_from_anywhere_become_one_printable_line() {
        for (text, want) in [
            ("Насос\tшестерённый\r\nправый", "Насос шестерённый правый"),
            ("  ООО   «Сад»  ", "ООО «Сад»"),
            ("Кои\u{306}ко-место", "Койко-место"),
            ("1\u{a0}000\u{200b} шт\u{ad}ук", "1\u{a0}000 штук"),
            ("\u{feff}счёт\u{0}", "счёт"),
            ("", ""),
            (" \n ", ""),
        ] {
            assert_eq!(tidy(text), want, "{text:?}");
        }
    }

    #[test]
    fn a_letter_without_a_glyph_is_named_with_its_place() {
        let error = printable("Насос 😀", || "/lines/1/name".to_owned()).expect_err("no font has it");
        assert!(matches!(error, PaperError::MissingGlyph { character: '😀', at } if at == "/lines/1/name"));
        assert_eq!(printable("Қазақстан → ⌀ 12 ≤ 5°", String::new).expect("all have glyphs"), "Қазақстан → ⌀ 12 ≤ 5°");
    }
}
