//! A quantity in words: places, masses and pieces in waybills («две тонны», «одно место», «пять десятых тонны»).

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::lang::Lang;
use super::noun::{Count, Gender, Noun};
use super::{WordsError, cardinal, english, minus};
use crate::amount::Amount;

/// Digits after the point that have words: tenths to millionths.
const MOST_DIGITS: u32 = 6;

/// `number` of `noun` in words: «двадцать одна штука», «две целых пять десятых тонны», «two point five tonnes».
///
/// # Errors
/// [`WordsError::TooPrecise`] with more than six digits after the point.
pub fn quantity(number: Amount, noun: &Noun, lang: Lang) -> Result<String, WordsError> {
    if number.scale() > MOST_DIGITS {
        return Err(WordsError::TooPrecise { most: MOST_DIGITS });
    }
    let (whole, fraction) = split(number);
    let said = match (number.scale(), lang) {
        (0, _) => format!("{} {}", cardinal(whole, noun.gender, lang), noun.after(whole, lang)),
        (scale, Lang::En) => format!("{} point {} {}", english::cardinal(whole), digits(fraction, scale), noun.part),
        (scale, _) => {
            let (wholes, parts) = fraction_words(scale, lang);
            let feminine = |number| cardinal(number, Gender::Feminine, lang);
            let (whole_form, part_form) = (form(wholes, whole, lang), form(parts, fraction, lang));
            format!("{} {whole_form} {} {part_form} {}", feminine(whole), feminine(fraction), noun.part)
        }
    };
    Ok(if number.is_negative() { format!("{} {said}", minus(lang)) } else { said })
}

/// The form of `noun` that stands after `number` in digits: 3 → «места», 0.5 → «тонны», 21 → «штука».
#[must_use]
pub fn agreed(number: Amount, noun: &Noun, lang: Lang) -> &'static str {
    if number.scale() > 0 { noun.part } else { noun.after(split(number).0, lang) }
}

/// One, few, many.
type Forms = [&'static str; 3];

/// «целая» and the name of the parts: tenths to millionths.
fn fraction_words(scale: u32, lang: Lang) -> (Forms, Forms) {
    match (lang, scale) {
        (Lang::Be, 1) => (["цэлая", "цэлыя", "цэлых"], ["дзясятая", "дзясятыя", "дзясятых"]),
        (Lang::Be, 2) => (["цэлая", "цэлыя", "цэлых"], ["сотая", "сотыя", "сотых"]),
        (Lang::Be, 3) => (["цэлая", "цэлыя", "цэлых"], ["тысячная", "тысячныя", "тысячных"]),
        (Lang::Be, 4) => (["цэлая", "цэлыя", "цэлых"], ["дзесяцітысячная", "дзесяцітысячныя", "дзесяцітысячных"]),
        (Lang::Be, 5) => (["цэлая", "цэлыя", "цэлых"], ["стотысячная", "стотысячныя", "стотысячных"]),
        (Lang::Be, _) => (["цэлая", "цэлыя", "цэлых"], ["мільённая", "мільённыя", "мільённых"]),
        (_, 1) => (["целая", "целых", "целых"], ["десятая", "десятых", "десятых"]),
        (_, 2) => (["целая", "целых", "целых"], ["сотая", "сотых", "сотых"]),
        (_, 3) => (["целая", "целых", "целых"], ["тысячная", "тысячных", "тысячных"]),
        (_, 4) => (["целая", "целых", "целых"], ["десятитысячная", "десятитысячных", "десятитысячных"]),
        (_, 5) => (["целая", "целых", "целых"], ["стотысячная", "стотысячных", "стотысячных"]),
        (_, _) => (["целая", "целых", "целых"], ["миллионная", "миллионных", "миллионных"]),
    }
}

fn form(forms: Forms, number: u64, lang: Lang) -> &'static str {
    match Count::of(number, lang) {
        Count::One => forms[0],
        Count::Few => forms[1],
        Count::Many => forms[2],
    }
}

/// English reads a fraction digit by digit: 0.05 → «zero five».
fn digits(fraction: u64, scale: u32) -> String {
    let one_by_one = (0..scale).rev().map(|place| english::digit(fraction / 10_u64.pow(place)));
    one_by_one.collect::<Vec<_>>().join(" ")
}

/// Whole part and the digits after the point (`2.05` → 2 and 5) of the absolute value.
fn split(number: Amount) -> (u64, u64) {
    let value = number.decimal().abs();
    let whole = value.trunc();
    let fraction = (value - whole) * Decimal::from(10_u64.pow(number.scale()));
    let exact = "an amount has at most 15 digits before the point and 11 after it";
    (whole.to_u64().expect(exact), fraction.to_u64().expect(exact))
}
