//! From what was typed to the signs of the number: spaces and labels off, look-alike letters mapped, digits counted.
//! Knows no identifier.

use super::kind::Kind;
use super::outcome::Bad;

/// Every dash and minus that keyboards, word processors and PDF files put where a hyphen is meant.
pub(super) const DASHES: &[char] = &[
    '-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2043}', '\u{2212}', '\u{fe58}', '\u{fe63}',
    '\u{ff0d}',
];
/// [`DASHES`] and the point: accounts are set apart with either.
pub(super) const DASHES_AND_DOTS: &[char] = &[
    '-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2043}', '\u{2212}', '\u{fe58}', '\u{fe63}',
    '\u{ff0d}', '.',
];

/// `text` without the name of the number before it: «УНП 100582333», «IBAN: BY13…», «ИНН7707083893».
pub(super) fn without_label(text: &str, kind: Kind) -> &str {
    let text = text.trim_matches(|sign: char| sign.is_whitespace() || is_invisible(sign));
    // The longest label first: «БИН/ИИН» begins with «БИН».
    let longest = kind.labels().filter_map(|label| after_label(text, label)).min_by_key(|rest| rest.len());
    longest.unwrap_or(text)
}

/// Does the name of the number stand before it?
pub(super) fn is_labelled(text: &str, kind: Kind) -> bool {
    let text = text.trim_matches(|sign: char| sign.is_whitespace() || is_invisible(sign));
    kind.labels().any(|label| after_label(text, label).is_some())
}

fn after_label<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in label.chars() {
        let sign = rest.next()?;
        if !sign.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    let rest = rest.as_str();
    // A letter that follows belongs to the number («BICA…» is a bank's code, not a label).
    if rest.is_empty() || rest.starts_with(char::is_alphabetic) {
        return None;
    }
    Some(rest.trim_start_matches(|sign: char| matches!(sign, ':' | '№') || sign.is_whitespace()))
}

/// The signs of the number: without spaces, invisible signs and `separators`.
pub(super) fn compact(text: &str, separators: &[char]) -> String {
    text.trim().chars().filter(|sign| !is_space(*sign) && !is_invisible(*sign) && !separators.contains(sign)).collect()
}

/// Like [`compact`], in upper case, with Cyrillic letters that look like Latin ones mapped to these.
pub(super) fn compact_latin(text: &str, separators: &[char]) -> String {
    compact(text, separators).chars().map(upper).map(latin).collect()
}

/// `text` as digits only, of a length among `lengths`, not all zero.
pub(super) fn digits(text: &str, lengths: &[usize]) -> Result<Vec<u32>, Bad> {
    if text.is_empty() {
        return Err(Bad::new("empty"));
    }
    let mut digits = Vec::new();
    for (index, sign) in text.chars().enumerate() {
        // Digits of other scripts are refused: registers and banks know ASCII only.
        digits.push(sign.to_digit(10).ok_or_else(|| Bad::sign(sign, index))?);
    }
    if !lengths.contains(&digits.len()) {
        return Err(Bad::length(digits.len(), lengths));
    }
    if digits.iter().all(|digit| *digit == 0) {
        return Err(Bad::new("all_zero"));
    }
    Ok(digits)
}

/// Sum of products of digits and weights, pair by pair, up to the shorter of both.
pub(super) fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// Remainder of the number that `digits` write, divided by `divisor`.
pub(super) fn remainder(digits: &[u32], divisor: u32) -> u32 {
    digits.iter().fold(0, |rest, digit| (rest * 10 + digit) % divisor)
}

/// `Ok` when the check digit is the expected one.
pub(super) fn expect_digit(found: u32, expected: u32) -> Result<(), Bad> {
    if found == expected { Ok(()) } else { Err(Bad::new("checksum")) }
}

/// `text` in groups of the given sizes with no-break spaces between.
pub(super) fn grouped(text: &str, sizes: &[usize]) -> String {
    let mut signs = text.chars().peekable();
    let mut groups = Vec::new();
    for size in sizes {
        if signs.peek().is_none() {
            break;
        }
        groups.push(signs.by_ref().take(*size).collect::<String>());
    }
    let rest: String = signs.collect();
    groups.join("\u{a0}") + &rest
}

/// Spaces inside a line. A line break or a tab inside a number means that two things were pasted.
fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Signs without a shape that come along with text copied from web pages and PDF files.
fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// Latin and Cyrillic letters in upper case. Others stay: `ß`, `ı` and ligatures would turn into Latin capitals.
pub(super) fn upper(sign: char) -> char {
    match sign {
        'a'..='z' => sign.to_ascii_uppercase(),
        '\u{400}'..='\u{4ff}' => sign.to_uppercase().next().unwrap_or(sign),
        other => other,
    }
}

fn latin(sign: char) -> char {
    match sign {
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'І' => 'I',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'У' => 'Y',
        'Х' => 'X',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_dropped_and_letters_of_the_number_are_not() {
        assert_eq!(without_label(" УНП: 100582333 ", Kind::Unp), "100582333");
        assert_eq!(without_label("инн7707083893", Kind::Inn), "7707083893");
        assert_eq!(without_label("БИН/ИИН 971240001315", Kind::Bin), "971240001315");
        assert_eq!(without_label("BICABY2X", Kind::Bic), "BICABY2X");
        assert_eq!(without_label("SWIFT AKBBBY2X", Kind::Bic), "AKBBBY2X");
        assert_eq!(without_label("УНП", Kind::Unp), "УНП");
    }

    #[test]
    fn what_has_no_shape_is_no_part_of_a_number() {
        for between in [
            "", " ", "\u{a0}", "\u{202f}", "\u{3000}", "\u{ad}", "\u{200b}", "\u{200e}", "\u{61c}", "\u{180e}", "\u{2060}",
            "\u{2063}", "\u{fe0f}", "\u{feff}", "\u{202a}", "\u{2069}",
        ] {
            assert_eq!(compact(&format!("\u{feff}770{between}708{between}\t"), &[]), "770708", "{between:?}");
        }
        for dash in DASHES {
            assert_eq!(compact(&format!("770{dash}708"), DASHES), "770708", "{dash:?}");
        }
        for kept in ["770\t708", "770\n708", "770_708", "770·708"] {
            assert_eq!(compact(kept, DASHES), kept);
        }
    }

    #[test]
    fn groups_keep_every_sign() {
        assert_eq!(grouped("8413703000", &[4, 2, 3, 1]), "8413\u{a0}70\u{a0}300\u{a0}0");
        assert_eq!(grouped("123", &[4, 4]), "123");
        assert_eq!(grouped("", &[4]), "");
        assert_eq!(grouped("123456", &[2, 2]), "12\u{a0}3456");
    }
}
