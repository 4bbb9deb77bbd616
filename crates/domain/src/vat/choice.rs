//! What a person chooses or types for VAT, and what is stored of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amount::Amount;
use crate::party::VatRegime;
use crate::problem::Problem;
use crate::tables::Tables;

use super::code::VatCode;
use super::country::{COUNTRIES, country_vat};
use super::rates::{CALCULATED, VatRate, in_force};

/// A row of the drop-down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VatChoiceInfo {
    /// What is stored: a class, or a calculated code.
    pub choice: String,
    /// The code of the day.
    pub code: VatCode,
    /// Nothing for «без НДС».
    pub percent: Option<Amount>,
    pub calculated: bool,
    /// First and last day of the rate.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub source: String,
    /// «Проверено на дату».
    pub checked_on: Option<NaiveDate>,
    /// Look it up before relying on it.
    pub verify: bool,
}

/// What a seller in `country` may charge on `date`: its classes, then its calculated codes.
#[must_use]
pub fn choices(tables: &Tables, country: &str, date: NaiveDate) -> Vec<VatChoiceInfo> {
    let mut found: Vec<VatChoiceInfo> = Vec::new();
    for class in country_vat(country).classes {
        match in_force(tables, country, class, date) {
            Some(row) => found.push(info(class, row)),
            None => found.extend(known_everywhere(class)),
        }
    }
    let calculated = tables.vat.iter().filter(|row| row.country == country && row.class == CALCULATED && row.holds_on(date));
    found.extend(calculated.map(|row| info(row.code.as_str(), row)));
    found
}

fn info(choice: &str, row: &VatRate) -> VatChoiceInfo {
    VatChoiceInfo {
        choice: choice.to_owned(),
        code: row.code.clone(),
        percent: row.code.percent(),
        calculated: row.code.is_calculated(),
        from: Some(row.from),
        to: row.to,
        source: row.source.clone(),
        checked_on: Some(row.checked_on),
        verify: row.verify,
    }
}

/// 0 % and «без НДС» where the table has no row for them.
fn known_everywhere(class: &str) -> Option<VatChoiceInfo> {
    let code: VatCode = match class {
        "zero" => "0".parse().ok()?,
        "none" => VatCode::none(),
        _ => return None,
    };
    Some(VatChoiceInfo {
        choice: class.to_owned(),
        percent: code.percent(),
        code,
        calculated: false,
        from: None,
        to: None,
        source: String::new(),
        checked_on: None,
        verify: false,
    })
}

/// Has the text the shape of a choice: a class of any country, or a code? Whether a seller's country has it on a day
/// is [`super::resolve`]'s to say.
#[must_use]
pub fn is_choice(text: &str) -> bool {
    let class = COUNTRIES.iter().flat_map(|rules| rules.classes).any(|class| *class == text);
    class || text.parse::<VatCode>().is_ok()
}

/// What to store for what a person typed: «22», «22 %», «НДС 20», «без НДС», «б/н», «0», «20/120», or a class itself.
///
/// A percent that is a class's rate on `date` becomes the class, so that a change of the law reaches the line; another
/// rate of the country's table stays a code. Nothing typed is nothing stored: the contract's VAT counts.
///
/// # Errors
/// `vat_unknown`: the country has never had it, as far as the table knows.
pub fn choose(tables: &Tables, country: &str, date: NaiveDate, typed: &str) -> Result<String, Problem> {
    let text = plain(typed);
    if text.is_empty() && typed.trim().is_empty() {
        return Ok(String::new());
    }
    let classes = country_vat(country).classes;
    if let Some(class) = classes.iter().find(|class| **class == text) {
        return Ok((*class).to_owned());
    }
    if NO_VAT.contains(&text.as_str()) {
        return Ok("none".to_owned());
    }
    let refused = || Problem::blocks_issue("vat_unknown", "/vat").with("choice", typed.trim()).with("country", country);
    let code = code_of(&text).ok_or_else(refused)?;
    let today = choices(tables, country, date);
    if let Some(found) = today.iter().find(|info| info.code == code) {
        return Ok(found.choice.clone());
    }
    let ever = tables.vat.iter().any(|row| row.country == country && row.code == code);
    if ever {
        return Ok(code.into());
    }
    let calculated = today.iter().filter(|info| info.calculated).map(|info| &info.code);
    let earlier = tables.vat.iter().filter(|row| row.country == country && row.class == CALCULATED).map(|row| &row.code);
    let share = calculated.chain(earlier).find(|known| share_of_sum(known) == code.percent());
    share.map(|known| known.as_str().to_owned()).ok_or_else(refused)
}

/// A calculated rate as the law of Belarus and the УПД also write it, a percent of the sum with VAT: `20/120` is
/// 16.67 %, `10/110` 9.09 %.
fn share_of_sum(code: &VatCode) -> Option<Amount> {
    let rate = code.rate();
    let hundred = rust_decimal::Decimal::ONE_HUNDRED;
    crate::money::round_ratio(rate, hundred, hundred + rate, 2).ok()
}

/// «Без НДС» as people write it, after [`plain`].
const NO_VAT: [&str; 12] =
    ["none", "без", "безндс", "безпдв", "безвату", "б/н", "б/ндс", "бн", "нет", "няма", "novat", "withoutvat"];

/// Lower case, without white space, percent signs, «НДС»/«ПДВ»/«VAT» before a number, and quotation marks.
fn plain(typed: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !matches!(c, '%' | '«' | '»' | '"' | '\u{200b}' | '\u{feff}');
    let text: String = typed.chars().filter(kept).flat_map(char::to_lowercase).collect();
    let bare = ["ндс", "пдв", "vat"].iter().find_map(|word| text.strip_prefix(word));
    bare.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).map_or_else(|| text.clone(), str::to_owned)
}

fn code_of(text: &str) -> Option<VatCode> {
    let spelled = |part: &str| -> Option<String> {
        let amount: Amount = part.replace(',', ".").parse().ok()?;
        Some(amount.to_string())
    };
    let code = match text.split_once('/') {
        Some((share, whole)) => format!("{}/{}", spelled(share)?, spelled(whole)?),
        None => spelled(text)?,
    };
    code.parse().ok()
}

/// The choice that counts for a line: `choice` is the line's, the good's or the contract's, empty counts as `base`.
///
/// A seller that is no payer writes «без НДС» on everything. A *class* follows the circumstances: what crosses the
/// border of the seller's country bears 0 %, in the EAEU and outside (the buyer pays its own country's import VAT), a
/// special regime has its one rate; exempt goods stay exempt. A *code* is a person's decision and stays. A buyer whose
/// country is not known counts as domestic.
#[must_use]
pub fn default_choice(
    tables: &Tables,
    regime: VatRegime,
    seller_country: &str,
    buyer_country: &str,
    choice: &str,
    date: NaiveDate,
) -> String {
    let forced = (country_vat(seller_country).forced_by)(regime, date);
    if forced == Some("none") {
        return "none".to_owned();
    }
    let choice = if choice.is_empty() { "base" } else { choice };
    if matches!(choice, "none" | "zero") || choice.parse::<VatCode>().is_ok() {
        return choice.to_owned();
    }
    if !buyer_country.is_empty() && buyer_country != seller_country {
        return "zero".to_owned();
    }
    let class = forced.filter(|class| in_force(tables, seller_country, class, date).is_some());
    class.unwrap_or(choice).to_owned()
}
