//! A counted noun, with the forms that numerals ask for.

use super::lang::Lang;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    Masculine,
    Feminine,
    Neuter,
}

/// What is counted. In English `few`, `many` and `part` are the plural and the gender means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    pub gender: Gender,
    /// With 1, 21, 101: «тонна».
    pub one: &'static str,
    /// With 2–4, 22: «тонны»; in Belarusian the nominative plural: «кілаграмы».
    pub few: &'static str,
    /// With 0, 5–20, 111: «тонн».
    pub many: &'static str,
    /// With a fraction, the genitive singular: «пять десятых тонны», «пяць дзясятых кілаграма».
    pub part: &'static str,
}

/// How a number governs its noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    One,
    Few,
    Many,
}

impl Noun {
    pub(super) fn form(&self, count: Count) -> &'static str {
        match count {
            Count::One => self.one,
            Count::Few => self.few,
            Count::Many => self.many,
        }
    }

    /// The form that stands after `number`.
    pub(super) fn after(&self, number: u64, lang: Lang) -> &'static str {
        self.form(Count::of(number, lang))
    }
}

impl Count {
    pub(super) fn of(number: u64, lang: Lang) -> Self {
        match (lang, number % 100, number % 10) {
            (Lang::En, ..) if number == 1 => Self::One,
            (Lang::En, ..) | (_, 11..=14, _) => Self::Many,
            (_, _, 1) => Self::One,
            (_, _, 2..=4) => Self::Few,
            _ => Self::Many,
        }
    }
}

/// Shorthand for tables: gender, then the four forms.
pub(super) const fn noun(gender: Gender, one: &'static str, few: &'static str, many: &'static str, part: &'static str) -> Noun {
    Noun { gender, one, few, many, part }
}

/// Shorthand for English: singular and plural.
pub(super) const fn english(one: &'static str, many: &'static str) -> Noun {
    Noun { gender: Gender::Neuter, one, few: many, many, part: many }
}
