//! Units of measure: ОКЕИ = ОКРБ 008 code, UN/CEFACT Recommendation 20 code, sign and name in three languages.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::tables::{Names, Tables};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Unit {
    /// Three digits with leading zeros: `796` is a piece.
    pub okei: String,
    /// UN/CEFACT Rec 20: `H87`.
    pub rec20: String,
    /// As printed: «шт».
    pub sign: Names,
    pub name: Names,
    /// Other spellings met in price lists and in 1C.
    #[serde(default)]
    pub also: Vec<String>,
}

/// The unit's sign as printed; the code itself for a unit that the table does not hold.
#[must_use]
pub fn sign<'t>(tables: &'t Tables, okei: &'t str, language: &str) -> &'t str {
    tables.unit(okei).map_or(okei, |unit| unit.sign.of(language))
}

/// The unit that a person or a file means: ОКЕИ code, Rec 20 code, sign, name or another known spelling, in any
/// case, with or without a closing point. `None` when nothing fits; the first in the table's order when several do
/// (`SET` is комплект and набор).
#[must_use]
pub fn find<'t>(tables: &'t Tables, text: &str) -> Option<&'t Unit> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return None;
    }
    let same = |name: &str| fold(name) == wanted;
    let in_number = |unit: &&Unit| unit.okei == wanted || unit.okei.trim_start_matches('0') == wanted;
    tables.units.iter().find(in_number).or_else(|| {
        tables
            .units
            .iter()
            .find(|unit| unit.sign.any(same) || unit.name.any(same) || unit.also.iter().any(|name| same(name)))
            .or_else(|| tables.units.iter().find(|unit| same(&unit.rec20)))
    })
}

/// Lower case, one space between words, no closing point, `м³` as `м3`.
fn fold(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").trim_end_matches('.').replace('³', "3").replace('²', "2").replace(['*', '·'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_found_by_what_people_write() {
        let tables = Tables::builtin();
        for (text, okei) in [
            ("шт", "796"),
            ("Шт.", "796"),
            ("796", "796"),
            ("H87", "796"),
            ("pce", "796"),
            ("кг", "166"),
            ("м3", "113"),
            ("М²", "055"),
            ("6", "006"),
            ("006", "006"),
            ("пог.м", "018"),
            ("тыс. шт.", "798"),
            ("комплект", "839"),
            ("SET", "839"),
            ("кВт*ч", "245"),
            ("т", "168"),
            ("кампл", "839"),
            ("m³", "113"),
        ] {
            assert_eq!(find(tables, text).map(|unit| unit.okei.as_str()), Some(okei), "{text}");
        }
        for text in ["", " ", "бочка", "шт шт", "."] {
            assert_eq!(find(tables, text), None, "{text}");
        }
        assert_eq!(sign(tables, "796", "ru"), "шт");
        assert_eq!(sign(tables, "999", "ru"), "999");
    }
}
