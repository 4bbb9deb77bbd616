//! What an invoice says, in words: every number formatted, every empty field gone. Knows nothing of where it stands on
//! the page.

pub mod bank;
mod parties;
mod signatures;
pub mod table;
mod terms;

use torgdom_domain::Tables;
use torgdom_domain::invoice::IssuedInvoice;
use torgdom_domain::words::{self, CurrencyName, Minor, Wording};

use super::{Marking, payment_code};
use crate::PaperError;
use crate::page::PictureKey;
use crate::phrases::{Phrases, join};
use crate::pictures::Pictures;
use crate::text::Lang;
use crate::typeset::Span;

pub use bank::BankBlock;
pub use signatures::Signature;
pub use table::Table;

/// A label with what it labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub label: String,
    pub text: Vec<Span>,
}

/// Everything that the layout places.
#[derive(Clone, Debug)]
pub struct Content {
    pub heading: String,
    pub logo: bool,
    /// «Копия» in the corner.
    pub mark: Option<String>,
    /// «Черновик» or «Аннулирован» across each page.
    pub ghost: Option<String>,
    pub bank: BankBlock,
    pub parties: Vec<Entry>,
    pub table: Table,
    /// «Всего наименований 14, на сумму …»
    pub count: String,
    /// The sum in words; empty for a currency without words.
    pub words: String,
    pub terms: Vec<Entry>,
    pub signatures: Vec<Signature>,
    pub stamp_place: String,
    pub stamp: bool,
    /// Text of the payment code and its caption.
    pub code: Option<(String, String)>,
    pub foot: String,
    /// Title and author for the file's metadata.
    pub title: String,
    pub author: String,
}

/// What every part of the content needs to know.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub doc: &'a IssuedInvoice,
    pub tables: &'a Tables,
    pub phrases: Phrases,
    pub marking: Marking,
}

impl Source<'_> {
    /// The document's currency as printed.
    pub fn currency(&self) -> Result<String, PaperError> {
        self.phrases.currency(&self.doc.currency, &self.doc.seller.country)
    }

    /// « № 17/2026 от 03.02.2026», without what is empty.
    pub fn numbered(&self, number: &str, date: &str) -> Result<String, PaperError> {
        let number =
            if number.is_empty() { String::new() } else { self.phrases.say("paper-numbered", &[("number", number.into())])? };
        let date = if date.is_empty() { String::new() } else { self.phrases.say("paper-dated", &[("date", date.into())])? };
        Ok(join(&[&number, &date], " "))
    }
}

/// Puts the document into words. `doc` is already printable (see [`super::fields`]).
///
/// # Errors
/// [`PaperError::Sentence`] when the catalogue is incomplete.
pub fn compose(
    doc: &IssuedInvoice,
    tables: &Tables,
    lang: Lang,
    marking: Marking,
    pictures: &Pictures,
) -> Result<Content, PaperError> {
    let phrases = Phrases::new(lang);
    let source = Source { doc, tables, phrases, marking };
    let long = doc.date.map(|date| phrases.long_date(date)).transpose()?.unwrap_or_default();
    let short = phrases.any_short_date(doc.date)?;
    let heading = join(&[&phrases.say("invoice-title", &[])?, &source.numbered(&doc.number, &long)?], " ");
    let foot_title = join(&[&phrases.say("invoice-foot", &[])?, &source.numbered(&doc.number, &short)?], " ");
    let ghost = match marking {
        Marking::Draft => Some(phrases.say("paper-draft", &[])?),
        Marking::Void => Some(phrases.say("paper-void", &[])?),
        Marking::Issued | Marking::Copy => None,
    };
    let mark = if marking == Marking::Copy { Some(phrases.say("paper-copy", &[])?) } else { None };
    let code = match payment_code::payment_qr_text(doc) {
        Some(text) if marking.is_valid() => Some((text, phrases.say("invoice-qr", &[])?)),
        _ => None,
    };
    let stamp_place = if doc.seller.country == "RU" { "invoice-stamp" } else { "invoice-stamp-optional" };
    Ok(Content {
        logo: pictures.has(&PictureKey::Logo),
        mark,
        ghost,
        bank: bank::compose(&source)?,
        parties: parties::compose(&source)?,
        table: table::compose(&source)?,
        count: table::count(&source)?,
        words: sum_in_words(doc, lang),
        terms: terms::compose(&source)?,
        signatures: signatures::compose(&source, pictures)?,
        stamp_place: phrases.say(stamp_place, &[])?,
        stamp: marking.is_valid() && pictures.has(&PictureKey::Stamp),
        code,
        foot: join(&[&foot_title, parties::short_name(&doc.seller), parties::short_name(&doc.buyer)], " · "),
        title: heading.clone(),
        author: parties::short_name(&doc.seller).to_owned(),
        heading,
    })
}

/// «Один миллион … рублей 94 копейки»; empty for a currency without words, whose sum stands in figures all the same.
fn sum_in_words(doc: &IssuedInvoice, lang: Lang) -> String {
    let home = doc.seller.country == "RU" && doc.currency == "RUB";
    let name = if home { CurrencyName::Short } else { CurrencyName::Full };
    words::sum_worded(doc.totals.gross, &doc.currency, lang, Wording { minor: Minor::Digits, name, capital: true })
        .unwrap_or_default()
}
