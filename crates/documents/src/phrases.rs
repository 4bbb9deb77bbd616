//! The words of papers: sentences of the catalogue, dates, sums and rates as a language writes them.

use chrono::{Datelike, NaiveDate};
use torgdom_domain::Amount;
use torgdom_domain::money::{format_number, format_sum};

use crate::PaperError;
use crate::text::{Args, Catalogue, Lang};

/// The papers' way of asking the catalogue: a sentence that is missing is our fault and stops the paper.
#[derive(Clone, Copy)]
pub struct Phrases {
    catalogue: &'static Catalogue,
}

impl Phrases {
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { catalogue: Catalogue::for_lang(lang) }
    }

    #[must_use]
    pub fn lang(self) -> Lang {
        self.catalogue.lang()
    }

    /// # Errors
    /// [`PaperError::Sentence`] when the catalogue has none.
    pub fn say(self, id: &'static str, args: &Args<'_>) -> Result<String, PaperError> {
        self.catalogue.text(id, args).ok_or(PaperError::Sentence(id))
    }

    /// «19 ноября 2026 г.»
    ///
    /// # Errors
    /// As [`Self::say`].
    pub fn long_date(self, date: NaiveDate) -> Result<String, PaperError> {
        let (day, month, year) = (date.day().to_string(), format!("m{}", date.month()), date.year().to_string());
        self.say("paper-date-long", &[("day", (&day).into()), ("month", (&month).into()), ("year", (&year).into())])
    }

    /// «19.11.2026»; in English «19 Nov 2026», where the day and the month could be taken for each other.
    ///
    /// # Errors
    /// As [`Self::say`].
    pub fn short_date(self, date: NaiveDate) -> Result<String, PaperError> {
        let (day, month, year) = (date.day().to_string(), format!("m{}", date.month()), date.year().to_string());
        let (dd, mm) = (format!("{:02}", date.day()), format!("{:02}", date.month()));
        let args = [
            ("day", (&day).into()),
            ("month", (&month).into()),
            ("dd", (&dd).into()),
            ("mm", (&mm).into()),
            ("year", (&year).into()),
        ];
        self.say("paper-date-short", &args)
    }

    /// [`Self::short_date`], nothing where there is none.
    ///
    /// # Errors
    /// As [`Self::say`].
    pub fn any_short_date(self, date: Option<NaiveDate>) -> Result<String, PaperError> {
        date.map_or(Ok(String::new()), |date| self.short_date(date))
    }

    /// «руб.» or the code of the currency.
    ///
    /// # Errors
    /// As [`Self::say`].
    pub fn currency(self, code: &str, seller_country: &str) -> Result<String, PaperError> {
        // «руб.» says nothing where the reader's own rouble is another one.
        if code == "RUB" && seller_country != "RU" {
            return Ok(code.to_owned());
        }
        self.say("paper-currency", &[("currency", code.into())])
    }

    /// VAT code as printed: `22` is «22 %», `22/122` stays, `none` is «без НДС».
    ///
    /// # Errors
    /// As [`Self::say`].
    pub fn rate(self, code: &str) -> Result<String, PaperError> {
        if code == "none" {
            return self.say("paper-rate-none", &[]);
        }
        // A draft's line may have no rate yet.
        if code.is_empty() || code.contains('/') {
            return Ok(code.to_owned());
        }
        Ok(format!("{}\u{a0}%", code.replace('.', ",")))
    }
}

/// «1 547 110,94» with no-break spaces.
#[must_use]
pub fn sum(value: Amount) -> String {
    format_sum(value)
}

/// «12,5»
#[must_use]
pub fn number(value: Amount) -> String {
    format_number(value)
}

/// The parts that say something, joined.
#[must_use]
pub fn join(parts: &[&str], separator: &str) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(separator)
}
