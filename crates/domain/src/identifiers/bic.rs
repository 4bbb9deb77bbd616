//! BIC/SWIFT, in Belarus also the «код банка». Source: ISO 9362: institution (4 letters), country (ISO 3166),
//! place (2), branch (3 or none).

use super::outcome::{Bad, Checked};
use super::{country, iban, typed};

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text = typed::compact_latin(text, typed::DASHES);
    if text.is_empty() {
        return Err(Bad::new("empty"));
    }
    for (index, sign) in text.chars().enumerate() {
        let stands = sign.is_ascii_uppercase() || (index > 5 && sign.is_ascii_digit());
        if !stands {
            return Err(Bad::sign(sign, index));
        }
    }
    if !matches!(text.len(), 8 | 11) {
        return Err(Bad::length(text.len(), &[8, 11]));
    }
    if !country::is_country(&text[4..6]) {
        return Err(Bad::new("country").with("found", &text[4..6]));
    }
    Ok(Checked::plain(text))
}

/// Do an account and a bank's code name one bank? Only Belarus writes the first four signs of the BIC into the IBAN
/// (places 5–8); of other countries nothing is claimed.
///
/// # Errors
/// `bank_mismatch`, or why either number fails by itself.
pub fn iban_matches_bic(iban: &str, bic: &str) -> Result<(), Bad> {
    let iban = iban::check(iban)?.canonical;
    let bic = check(bic)?.canonical;
    let same = iban[4..8] == bic[..4] && bic[4..6] == iban[..2];
    if iban.starts_with("BY") && !same {
        return Err(Bad::new("bank_mismatch").with("iban", &iban[4..8]).with("bic", bic));
    }
    Ok(())
}
