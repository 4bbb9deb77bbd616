//! IBAN of any country. Source: ISO 13616 and the SWIFT registry (structure by country, from `iban_validate`);
//! BY: bank (4 letters or digits), balance account (4 digits), 16 letters or digits; KZ: bank (3 digits), 13 signs.

use iban::{Iban, ParseIbanError};

use super::outcome::{Bad, Checked};
use super::typed;

/// Lengths of the countries that our staff type most: a lost sign is named as such and not as a wrong checksum.
/// The crate has no HN and PK: their length and checksum are all that is looked at.
const LENGTHS: [(&str, usize); 15] = [
    ("AE", 23),
    ("AZ", 28),
    ("BY", 28),
    ("DE", 22),
    ("GE", 22),
    ("HN", 28),
    ("KZ", 20),
    ("LT", 20),
    ("LV", 21),
    ("MD", 24),
    ("PK", 24),
    ("PL", 28),
    ("RU", 33),
    ("TR", 26),
    ("UA", 29),
];

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact_latin(text, typed::DASHES_AND_DOTS);
    shape(&text)?;
    if text.len() > 34 || text.len() < 15 {
        return Err(Bad::length_between(text.len(), 15, 34));
    }
    let country = &text[..2];
    let length = LENGTHS.iter().find(|(code, _)| *code == country).map(|(_, length)| *length);
    if let Some(length) = length
        && text.len() != length
    {
        return Err(Bad::length(text.len(), &[length]));
    }
    // 97 divides the difference of 02 and 99, of 01 and 98, of 00 and 97: only 02–98 are ever computed.
    if matches!(&text[2..4], "00" | "01" | "99") {
        return Err(Bad::new("checksum"));
    }
    match text.parse::<Iban>() {
        Ok(_) => Ok(Checked::plain(text)),
        Err(ParseIbanError::UnknownCountry(_)) if length.is_some() => Ok(Checked::plain(text)),
        Err(ParseIbanError::UnknownCountry(_)) => Err(Bad::new("country").with("found", country)),
        Err(ParseIbanError::InvalidBban(_)) => Err(Bad::new("format")),
        Err(ParseIbanError::InvalidBaseIban { .. }) => Err(Bad::new("checksum")),
    }
}

/// Two letters, two digits, then Latin letters and digits only.
fn shape(text: &str) -> Result<(), Bad> {
    if text.is_empty() {
        return Err(Bad::new("empty"));
    }
    for (index, sign) in text.chars().enumerate() {
        let stands = match index {
            0 | 1 => sign.is_ascii_uppercase(),
            2 | 3 => sign.is_ascii_digit(),
            _ => sign.is_ascii_uppercase() || sign.is_ascii_digit(),
        };
        if !stands {
            return Err(Bad::sign(sign, index));
        }
    }
    Ok(())
}
