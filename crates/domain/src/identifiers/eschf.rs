//! The number of an ЭСЧФ (BY): `УНП-ГГГГ-NNNNNNNNNN`. Source: the schema MNSATI_original.xsd of the portal,
//! `\d{9}-\d{4}-\d{10}`; the schema does not check the УНП inside, so a wrong one is a remark.

use super::outcome::{Bad, Checked};
use super::{typed, unp};

const SHAPE: &str = "000000000-0000-0000000000";

pub(super) fn check(text: &str) -> Result<Checked, Bad> {
    let text: String =
        typed::compact(text, &[]).chars().map(|sign| if typed::DASHES.contains(&sign) { '-' } else { sign }).collect();
    if text.is_empty() {
        return Err(Bad::new("empty"));
    }
    for (index, (sign, shape)) in text.chars().zip(SHAPE.chars()).enumerate() {
        if if shape == '-' { sign != '-' } else { !sign.is_ascii_digit() } {
            return Err(Bad::sign(sign, index));
        }
    }
    let found = text.chars().count();
    if found != SHAPE.len() {
        return Err(Bad::length(found, &[SHAPE.len()]));
    }
    match unp::check(&text[..9]) {
        Ok(_) => Ok(Checked::plain(text)),
        Err(_) => Ok(Checked::remarked(text, "tax_id_inside_fails")),
    }
}
