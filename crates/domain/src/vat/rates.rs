//! Which rate is in force: the table's rows by country, class and day of shipment.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::amount::Amount;
use crate::problem::Problem;
use crate::tables::Tables;

use super::code::{VatCode, calculated};

/// The class of rows such as `22/122`: never chosen as a class, only as a code.
pub(crate) const CALCULATED: &str = "calculated";

/// A row of the table of rates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VatRate {
    pub country: String,
    pub code: VatCode,
    /// `base`, `reduced`, `zero`, `none`, `special5`, `special7`, `telecom`, `medicines`, `periodicals`, `calculated`.
    pub class: String,
    /// For readers of the table; the code decides.
    #[serde(default)]
    pub percent: Option<Amount>,
    pub from: NaiveDate,
    /// The last day; nothing while it is in force.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// What it is for.
    #[serde(default)]
    pub kind: String,
    pub source: String,
    pub checked_on: NaiveDate,
    #[serde(default)]
    pub verify: bool,
}

impl VatRate {
    #[must_use]
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }
}

/// The row of `class` on `date`. Of two rows the later one counts, so that a correction may add a new rate without
/// closing the old one.
#[must_use]
pub fn in_force<'t>(tables: &'t Tables, country: &str, class: &str, date: NaiveDate) -> Option<&'t VatRate> {
    tables.vat.iter().filter(|row| row.country == country && row.class == class && row.holds_on(date)).max_by_key(|row| row.from)
}

/// The code that a seller in `country` charges for goods shipped on `date`.
///
/// `choice` is a class, whose rate of the day is taken, or a code, which stays: one that is not in force on that day
/// comes with a warning `vat_not_in_force`. 0 % and «без НДС» are known in every country.
///
/// # Errors
/// `vat_missing` (an empty choice), `vat_unknown` (neither class nor code of the country), `vat_no_rate` (the class has
/// no rate on that day).
pub fn resolve(tables: &Tables, country: &str, choice: &str, date: NaiveDate) -> Result<(VatCode, Option<Problem>), Problem> {
    let refused = |code: &str| Problem::blocks_issue(code, "/vat").with("choice", choice).with("country", country);
    if choice.is_empty() {
        return Err(refused("vat_missing"));
    }
    if choice != CALCULATED
        && let Some(row) = in_force(tables, country, choice, date)
    {
        return Ok((row.code.clone(), None));
    }
    let has_class = tables.vat.iter().any(|row| row.country == country && row.class == choice && choice != CALCULATED);
    let code: VatCode = match choice {
        "zero" => "0".parse(),
        other => other.parse(),
    }
    .map_err(|_| if has_class { refused("vat_no_rate").with("date", date) } else { refused("vat_unknown") })?;
    if code.percent().is_none_or(Amount::is_zero) {
        return Ok((code, None));
    }
    let mut rows = tables.vat.iter().filter(|row| row.country == country && row.code == code).peekable();
    if rows.peek().is_none() {
        return Err(refused("vat_unknown"));
    }
    let late = || Problem::warns("vat_not_in_force", "/vat").with("code", choice).with("date", date).with("country", country);
    let warning = (!rows.any(|row| row.holds_on(date))).then(late);
    Ok((code, warning))
}

/// Does the rate of `class` change between two days, in whichever order they come? Old code, new code, and the first
/// day of the new one; nothing for a class without a change, for a code, and for days without a rate.
#[must_use]
pub fn rate_change_between(
    tables: &Tables,
    country: &str,
    class: &str,
    a: NaiveDate,
    b: NaiveDate,
) -> Option<(VatCode, VatCode, NaiveDate)> {
    let old = in_force(tables, country, class, a.min(b))?;
    let new = in_force(tables, country, class, a.max(b))?;
    (old.code != new.code).then(|| (old.code.clone(), new.code.clone(), new.from))
}

/// The code of a prepayment that comes on `payment` for goods sold at `sold_at` and shipped on `shipment`: the
/// calculated code of the class's rate on the day of payment. 100 % paid in 2025 for a shipment of 2026 bear 20/120,
/// though the goods will bear 22 % (НК РФ ст. 164 п. 4; письмо ФНС от 23.10.2018 № СД-4-3/20667@). Nothing for 0 % and
/// «без НДС».
#[must_use]
pub fn prepayment_code(
    tables: &Tables,
    country: &str,
    sold_at: &VatCode,
    shipment: NaiveDate,
    payment: NaiveDate,
) -> Option<VatCode> {
    let row = tables
        .vat
        .iter()
        .find(|row| row.country == country && row.class != CALCULATED && row.code == *sold_at && row.holds_on(shipment));
    let paid_at = row.and_then(|row| in_force(tables, country, &row.class, payment)).map_or(sold_at, |row| &row.code);
    calculated(paid_at)
}

#[cfg(test)]
mod tests {
    use super::super::country::COUNTRIES;
    use super::*;

    #[test]
    fn the_table_and_the_countries_rules_agree() {
        for row in &Tables::builtin().vat {
            let rules = COUNTRIES.iter().find(|rules| rules.country == row.country).expect("rules of the country");
            let known =
                if row.class == CALCULATED { row.code.is_calculated() } else { rules.classes.contains(&row.class.as_str()) };
            assert!(known, "{row:?}");
            assert_eq!(row.percent, row.code.percent(), "{row:?}");
            assert!(row.to.is_none_or(|to| row.from <= to) && !row.source.is_empty(), "{row:?}");
        }
        for rules in COUNTRIES {
            for class in rules.classes {
                let found = Tables::builtin().vat.iter().any(|row| row.country == rules.country && row.class == *class);
                assert!(found, "{} {class}", rules.country);
            }
        }
    }

    #[test]
    fn a_prepayment_bears_the_rate_of_its_own_day() {
        let of = |country: &str, sold_at: &str, payment: &str, shipment: &str| {
            let day = |text: &str| text.parse().expect("a day");
            let code = sold_at.parse().expect("a code");
            prepayment_code(Tables::builtin(), country, &code, day(shipment), day(payment)).map(String::from)
        };
        for (country, sold_at, payment, shipment, want) in [
            ("RU", "22", "2025-12-20", "2026-01-15", Some("20/120")),
            ("RU", "22", "2026-01-10", "2026-01-15", Some("22/122")),
            ("RU", "20", "2025-12-20", "2025-12-25", Some("20/120")),
            ("RU", "10", "2025-12-20", "2026-01-15", Some("10/110")),
            ("KZ", "16", "2025-12-31", "2026-01-01", Some("12/112")),
            ("BY", "20", "2025-12-20", "2026-01-15", Some("20/120")),
            // A code that is no rate of the day of shipment is a person's own.
            ("RU", "20", "2025-12-20", "2026-01-15", Some("20/120")),
            ("RU", "0", "2025-12-20", "2026-01-15", None),
            ("RU", "none", "2025-12-20", "2026-01-15", None),
        ] {
            assert_eq!(of(country, sold_at, payment, shipment).as_deref(), want, "{country} {sold_at} {payment}");
        }
    }

    #[test]
    fn rates_of_one_class_never_overlap() {
        let rows = &Tables::builtin().vat;
        for (index, one) in rows.iter().enumerate().filter(|(_, row)| row.class != CALCULATED) {
            for other in rows[index + 1..].iter().filter(|row| row.country == one.country && row.class == one.class) {
                let apart = one.to.is_some_and(|to| to < other.from) || other.to.is_some_and(|to| to < one.from);
                assert!(apart, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn every_positive_rate_has_its_calculated_code() {
        let rows = &Tables::builtin().vat;
        for row in rows.iter().filter(|row| row.code.percent().is_some_and(Amount::is_positive) && row.class != CALCULATED) {
            let wanted = super::super::calculated(&row.code).expect("a positive rate");
            let found = rows.iter().any(|other| other.country == row.country && other.code == wanted && other.holds_on(row.from));
            assert!(found, "{} {wanted}", row.country);
        }
    }
}
