//! Which number the tax office of a country gives, and which countries a bare number may come from.

use super::kind::Kind;
use super::outcome::{Bad, Checked};
use super::{check, typed};

/// Longest tax number of a country whose rule we do not know (УПД takes an `Идентиф` of up to 40 signs).
const LONGEST: usize = 40;

/// Countries whose rule we know. Numbers that carry a check digit come first: a guess that passes one is worth more.
const COUNTRIES: [(&str, Kind); 6] =
    [("BY", Kind::Unp), ("RU", Kind::Inn), ("KZ", Kind::Bin), ("AM", Kind::AmTin), ("KG", Kind::KgTin), ("UZ", Kind::UzTin)];

/// The tax number of a legal or a natural person in `country` (ISO 3166 alpha-2); `None` when we know no rule.
#[must_use]
pub fn tax_id_kind(country: &str, legal: bool) -> Option<Kind> {
    match COUNTRIES.iter().find(|(code, _)| country.eq_ignore_ascii_case(code))?.1 {
        // Natural persons of Uzbekistan have a ПИНФЛ, which is another number.
        Kind::UzTin if !legal => None,
        kind => Some(kind),
    }
}

/// The tax number of somebody in `country`; where we know no rule, anything printable up to 40 signs.
///
/// # Errors
/// As [`check`].
pub fn check_tax_id(country: &str, text: &str) -> Result<Checked, Bad> {
    match tax_id_kind(country, true) {
        Some(Kind::UzTin) => uzbek(text),
        Some(kind) => check(kind, text),
        None => foreign(text),
    }
}

/// Nine digits of a legal person or fourteen of a natural one (ПИНФЛ).
fn uzbek(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact(typed::without_label(text, Kind::UzTin), &[]);
    typed::digits(&text, &[9, 14])?;
    Ok(Checked::plain(text))
}

fn foreign(text: &str) -> Result<Checked, Bad> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(Bad::new("empty"));
    }
    if let Some((index, sign)) = text.chars().enumerate().find(|(_, sign)| sign.is_control()) {
        return Err(Bad::sign(sign, index));
    }
    let found = text.chars().count();
    if found > LONGEST {
        return Err(Bad::length_between(found, 1, LONGEST));
    }
    if !text.contains(char::is_alphanumeric) {
        return Err(Bad::new("format"));
    }
    Ok(Checked::plain(text))
}

/// Countries that `text` may be a tax number of, likeliest first, with its canonical form. Nine bare digits are a
/// Belarusian number, right or wrong: the Uzbek one has no check digit, so that it is meant only where its name says so.
#[must_use]
pub fn guess_tax_id(text: &str) -> Vec<(&'static str, Kind, String)> {
    let passes =
        |(country, kind): &(&'static str, Kind)| check(*kind, text).ok().map(|checked| (*country, *kind, checked.canonical));
    let is_meant = |kind: Kind| kind != Kind::UzTin || typed::is_labelled(text, kind);
    COUNTRIES.iter().filter(|(_, kind)| is_meant(*kind)).filter_map(passes).collect()
}
