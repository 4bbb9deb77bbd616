//! One number as it is written: groups of digits, a decimal comma or point.
//!
//! What counts: one lone comma or point is the decimal sign (`1,234` is one and 234 thousandths: tonnes and square
//! metres are written so every day). Several equal signs group thousands (`1.234.567`). Of two different signs the last
//! is the decimal one if the others group in threes (`1.234,56`, `1,234.56`). Spaces and apostrophes only group.
//! Anything else could mean two things and is refused.

use crate::amount::{Amount, AmountError};

use super::{EntryProblem, is_space};

/// The number that begins at `start`, and the place after it.
pub(super) fn read(chars: &[char], start: usize) -> Result<(Amount, usize), EntryProblem> {
    let end = end_of(chars, start);
    let written = &chars[start..end];
    let marks: Vec<usize> = (0..written.len()).filter(|place| matches!(written[*place], '.' | ',')).collect();
    let decimal = match marks.as_slice() {
        [] => None,
        [only] => Some(*only),
        [first, .., last] if written[*first] != written[*last] => Some(*last),
        _ => None,
    };
    let (whole, fraction) = match decimal {
        Some(place) => (&written[..place], &written[place + 1..]),
        None => (written, &written[..0]),
    };
    if decimal.is_some() && fraction.is_empty() {
        return Err(EntryProblem::new("entry_unfinished", end));
    }
    if let Some(place) = fraction.iter().position(|c| !c.is_ascii_digit()) {
        return Err(EntryProblem::new("entry_ambiguous", start + whole.len() + 1 + place));
    }
    let digits = ungrouped(whole).map_err(|place| EntryProblem::new("entry_ambiguous", start + place))?;
    let digits = if digits.is_empty() { "0".to_owned() } else { digits };
    let fraction: String = fraction.iter().collect();
    let text = if fraction.is_empty() { digits } else { format!("{digits}.{fraction}") };
    let amount = text.parse().map_err(|error| EntryProblem::new(code_of(error), start))?;
    Ok((amount, end))
}

pub(super) fn code_of(error: AmountError) -> &'static str {
    match error {
        AmountError::TooLarge => "entry_too_large",
        AmountError::TooPrecise => "entry_too_precise",
        AmountError::NotANumber => "entry_character",
    }
}

/// Digits and signs that touch, with the spaces that have digits on their right.
fn end_of(chars: &[char], start: usize) -> usize {
    let mut end = start;
    while let Some(&c) = chars.get(end) {
        if c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’') {
            end += 1;
        } else if is_space(c) {
            let next = (end..chars.len()).find(|place| !is_space(chars[*place]));
            match next {
                Some(next) if chars[next].is_ascii_digit() => end = next,
                _ => return end,
            }
        } else {
            return end;
        }
    }
    end
}

/// The digits of a whole part: bare, or the first group of one to three and the others of exactly three, all with the
/// same separator and no leading zero. The error is the place that does not fit.
fn ungrouped(whole: &[char]) -> Result<String, usize> {
    let separators: Vec<usize> = (0..whole.len()).filter(|place| !whole[*place].is_ascii_digit()).collect();
    let Some(&first) = separators.first() else {
        return Ok(whole.iter().collect());
    };
    let kind = |c: char| match c {
        c if is_space(c) => ' ',
        '’' => '\'',
        c => c,
    };
    if let Some(&other) = separators.iter().find(|place| kind(whole[**place]) != kind(whole[first])) {
        return Err(other);
    }
    let leading = whole[0] == '0';
    if leading || !(1..=3).contains(&first) {
        return Err(first);
    }
    let ends = separators.iter().skip(1).copied().chain([whole.len()]);
    match separators.iter().zip(ends).find(|(place, end)| end - **place != 4) {
        Some((place, _)) => Err(*place),
        None => Ok(whole.iter().filter(|c| c.is_ascii_digit()).collect()),
    }
}
