//! Sums and quantities in words, as papers ask: «одна тысяча двести тридцать четыре белорусских рубля 21 копейка».
//! Knows grammar and the names of currencies and units; rounds nothing and formats no digits but minor units.
//!
//! Grammar of numerals: Русская грамматика (АН СССР, 1980), for Russian; Беларуская граматыка
//! (АН БССР, 1985) and «Правілы беларускай арфаграфіі і пунктуацыі» (law of 23.07.2008 № 420-З) for Belarusian: after
//! 2–4 it takes the nominative plural where Russian takes the genitive singular. Names of currencies: ОКВ (ОК 014-2000,
//! ОКРБ 016-99); of units: ОКЕИ (ОК 015-94, ОКРБ 008-95).

mod currencies;
mod english;
mod lang;
mod noun;
mod quantity;
mod slavic;
mod sum;
mod units;

pub use lang::{Lang, UnknownLang};
pub use noun::{Gender, Noun};
pub use quantity::{agreed, quantity};
pub use sum::{CurrencyName, Minor, Wording, sum, sum_capitalised, sum_worded};
pub use units::{place_noun, unit_noun};

/// Why an amount has no words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// A sum has at most 2 digits after the point, a quantity at most 6; words never round.
    #[error("more digits after the point than words can say")]
    TooPrecise { most: u32 },
    #[error("no words for this currency")]
    UnknownCurrency(String),
}

impl WordsError {
    /// Stable code for the catalogue of sentences.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooPrecise { .. } => "words_too_precise",
            Self::UnknownCurrency(_) => "words_unknown_currency",
        }
    }
}

/// `text` with its first letter large, as a sentence begins.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `number` in words, agreeing in gender with what is counted.
fn cardinal(number: u64, gender: Gender, lang: Lang) -> String {
    match lang {
        Lang::Ru => slavic::RUSSIAN.cardinal(number, gender),
        Lang::Be => slavic::BELARUSIAN.cardinal(number, gender),
        Lang::En => english::cardinal(number),
    }
}

fn minus(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "минус",
        Lang::Be => "мінус",
        Lang::En => "minus",
    }
}
