//! A series of numbers: organisation + kind + year + prefix, one writer, so that it is gapless without a network.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;
use crate::problem::Problem;
use crate::text;

/// Widest number, in digits.
pub const WIDEST: u32 = 12;

/// Body of the kind `series`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Series {
    pub organisation: Id,
    /// Kind of the documents it numbers: `invoice`, `deal`.
    pub kind: String,
    pub year: String,
    pub prefix: String,
    pub suffix: String,
    /// Zero-padded to this many digits: `ЗМ-001284` has prefix `ЗМ-` and width 6.
    pub width: Amount,
    /// The number that the next document gets.
    pub next: Amount,
    pub closed: bool,
    /// Why it was closed (a lost device, a restored backup).
    pub reason: String,
}

impl Series {
    /// What would make numbers that nobody could give out.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = text::problems(&self.prefix, "/prefix");
        found.extend(text::problems(&self.suffix, "/suffix"));
        found.extend(text::problems(&self.reason, "/reason"));
        if self.width.is_negative() || self.width > Amount::from(WIDEST) || self.width.scale() > 0 {
            found.push(Problem::blocks_save("series_width", "/width").with("most", WIDEST));
        }
        if !self.next.is_positive() || self.next.scale() > 0 {
            found.push(Problem::blocks_save("series_next", "/next"));
        }
        let is_year = self.year.len() == 4 && self.year.parse::<u32>().is_ok_and(|year| (1990..=2100).contains(&year));
        if !is_year {
            found.push(Problem::blocks_save("series_year", "/year").with("value", &self.year));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_that_gives_numbers() {
        let good = Series { year: "2026".to_owned(), width: Amount::from(6), next: Amount::ONE, ..Series::default() };
        assert_eq!(good.problems(), []);
        let code = |series: Series| series.problems().first().map(|problem| (problem.code.clone(), problem.field.clone()));
        let said = |code: &str, field: &str| Some((code.to_owned(), field.to_owned()));
        let half: Amount = "1.5".parse().expect("a decimal");
        for width in [Amount::from(13), half, "-1".parse().expect("a decimal")] {
            assert_eq!(code(Series { width, ..good.clone() }), said("series_width", "/width"));
        }
        for next in [Amount::ZERO, half, "-7".parse().expect("a decimal")] {
            assert_eq!(code(Series { next, ..good.clone() }), said("series_next", "/next"));
        }
        for year in ["", "26", "0026", "20266", "двадцать", "+026"] {
            assert_eq!(code(Series { year: year.to_owned(), ..good.clone() }), said("series_year", "/year"), "{year}");
        }
        assert_eq!(code(Series { prefix: "a\u{0}".to_owned(), ..good }), said("control_characters", "/prefix"));
    }
}
