//! Tax numbers, bank codes and other identifiers of a row: made canonical, with lost zeros put back, never refused for
//! a failed check.

use torgdom_domain::identifiers::{self, Kind};

use super::reader::RowReader;
use super::{Options, values};

/// A party's number in the tax office's book, with what its cell says besides.
#[derive(Default)]
pub(super) struct TaxIdRead {
    /// ISO 3166 alpha-2; the options' country when nothing says another.
    pub(super) country: String,
    /// Canonical; as it stands when it fails its check; empty when there is none.
    pub(super) tax_id: String,
    /// The second half of an `ИНН/КПП`.
    pub(super) kpp: String,
}

/// Most zeros that are put back where a check digit confirms them.
const MOST_ZEROS: usize = 3;

/// Reads `field` for a party whose country stands in `country_field`.
pub(super) fn tax_id(reader: &mut RowReader<'_>, field: &str, country_field: &str, options: &Options<'_>) -> TaxIdRead {
    let named = country(reader, country_field, options);
    let text = reader.signs(field);
    let (text, kpp) = match text.split_once(['/', '\\']) {
        Some((inn, kpp)) => (inn.trim().to_owned(), kpp.trim().to_owned()),
        None => (text, String::new()),
    };
    let hint = reader.raw(field).column.and_then(|mapped| country_of_header(&mapped.header));
    let otherwise = || hint.map_or_else(|| options.country.clone(), str::to_owned);
    if text.is_empty() {
        return TaxIdRead { country: named.unwrap_or_else(otherwise), tax_id: text, kpp };
    }
    let candidates: Vec<String> = match (&named, hint) {
        (Some(named), _) => vec![named.clone()],
        (None, Some(hint)) => std::iter::once(hint).chain(guesses(&text)).map(str::to_owned).collect(),
        (None, None) => guesses(&text).map(str::to_owned).chain([options.country.clone()]).collect(),
    };
    for country in &candidates {
        if let Ok(checked) = identifiers::check_tax_id(country, &text) {
            return TaxIdRead { country: country.clone(), tax_id: checked.canonical, kpp };
        }
        // Zeros are put back only where something says whose number it is.
        if (named.is_some() || hint == Some(country))
            && let Some(full) = with_zeros(&text, |full| canonical(country, full))
        {
            reader.warn(field, "import_zero_restored", &[("full", &full)]);
            return TaxIdRead { country: country.clone(), tax_id: full, kpp };
        }
    }
    TaxIdRead { country: named.unwrap_or_else(otherwise), tax_id: compact(&text), kpp }
}

fn canonical(country: &str, text: &str) -> Option<String> {
    // Only numbers with a check digit can say that the zeros belong to them.
    if !matches!(country, "RU" | "BY" | "KZ") {
        return None;
    }
    identifiers::check_tax_id(country, text).ok().map(|checked| checked.canonical)
}

/// Whose number the column's header names, when it names one.
fn country_of_header(header: &str) -> Option<&'static str> {
    let header = values::fold(header).replace('/', " ");
    let names = |words: &[&str]| header.split(' ').any(|word| words.contains(&word));
    match (names(&["инн", "inn"]), names(&["унп", "унн", "unp"]), names(&["бин", "иин", "bin", "iin"])) {
        (true, false, false) => Some("RU"),
        (false, true, false) => Some("BY"),
        (false, false, true) => Some("KZ"),
        _ => None,
    }
}

/// Countries whose check digit the number passes.
fn guesses(text: &str) -> impl Iterator<Item = &'static str> + use<> {
    let found = identifiers::guess_tax_id(text);
    found.into_iter().map(|(country, ..)| country).filter(|country| matches!(*country, "RU" | "BY" | "KZ"))
}

/// The country that a cell names; one that we do not know stays as it stands, and the domain says so.
pub(super) fn country(reader: &mut RowReader<'_>, field: &str, options: &Options<'_>) -> Option<String> {
    let text = reader.text(field);
    if text.is_empty() {
        return None;
    }
    Some(values::country(&text, options.tables).unwrap_or(text))
}

/// The currency that a cell names; one that we do not know stays as it stands, and the domain says so.
pub(super) fn currency(reader: &mut RowReader<'_>, field: &str, options: &Options<'_>) -> String {
    let text = reader.text(field);
    match values::currency(&text, options.tables) {
        Some(read) => {
            if read.is_assumed {
                reader.warn(field, "import_currency_assumed", &[("currency", &read.code)]);
            }
            read.code
        }
        None => text,
    }
}

/// An identifier in its canonical form; with lost zeros put back; as it stands when it fails its check.
pub(super) fn identifier(reader: &mut RowReader<'_>, field: &str, kind: Kind) -> String {
    let text = reader.signs(field);
    if text.is_empty() || matches!(text.as_str(), "-" | "–" | "—" | "нет") {
        return String::new();
    }
    repaired(reader, field, kind, &text).unwrap_or_else(|| compact(&text))
}

fn repaired(reader: &mut RowReader<'_>, field: &str, kind: Kind, text: &str) -> Option<String> {
    let check = |text: &str| identifiers::check(kind, text).ok().map(|checked| checked.canonical);
    if let Some(canonical) = check(text) {
        return Some(canonical);
    }
    let full = with_zeros(text, check)?;
    reader.warn(field, "import_zero_restored", &[("full", &full)]);
    Some(full)
}

/// Spreadsheets drop the zeros before a number. `check` gives the canonical form of a number that holds.
fn with_zeros(text: &str, check: impl Fn(&str) -> Option<String>) -> Option<String> {
    if text.len() < 5 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    (1..=MOST_ZEROS).find_map(|zeros| check(&format!("{}{text}", "0".repeat(zeros))))
}

/// БИК or SWIFT.
pub(super) fn bank_code(reader: &mut RowReader<'_>, field: &str) -> String {
    let text = reader.signs(field);
    if text.is_empty() {
        return text;
    }
    let kind = if text.chars().any(char::is_alphabetic) { Kind::Bic } else { Kind::Bik };
    repaired(reader, field, kind, &text)
        .or_else(|| identifiers::check(Kind::Bik, &text).ok().map(|checked| checked.canonical))
        .unwrap_or_else(|| compact(&text))
}

/// Twenty digits or an IBAN, without what people put between.
pub(super) fn account(reader: &mut RowReader<'_>, field: &str) -> String {
    let text = reader.signs(field);
    if text.is_empty() {
        return text;
    }
    identifiers::check(Kind::Iban, &text).map_or_else(|_| compact(&text), |checked| checked.canonical)
}

/// Without white space, in upper case: as near to a canonical form as a wrong number comes.
fn compact(text: &str) -> String {
    let is_digits = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '.'));
    text.chars().filter(|c| !(c.is_whitespace() || is_digits && matches!(c, '-' | '.'))).flat_map(char::to_uppercase).collect()
}
