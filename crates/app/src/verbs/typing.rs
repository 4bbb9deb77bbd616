//! What a person typed into a field becomes a value of the record, or a problem beside the field.

use serde_json::Value;
use torgdom_domain::identifiers::{self, Kind as Identifier};
use torgdom_domain::text::with_quotes;
use torgdom_domain::{Amount, Problem, entry, money, unit, vat};
use torgdom_records::{Body, Kind};
use torgdom_store::Reader;

use super::links::Links;
use super::records::set;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::typed::Typed;
use crate::views::Entered;

/// A value ready to be stored (`null` removes the field), and how people read it.
#[derive(Clone, Debug)]
pub(crate) struct Parsed {
    pub value: Value,
    pub shown: String,
}

impl Parsed {
    pub(crate) fn text(value: impl Into<String>) -> Self {
        let value = value.into();
        Self { shown: value.clone(), value: Value::String(value) }
    }

    fn removed() -> Self {
        Self { value: Value::Null, shown: String::new() }
    }
}

impl Desk {
    /// Reads `text` as the field's kind says and stores it at `path`. A text that cannot be read changes nothing and
    /// comes back as a problem, so that the person can mend it where it stands.
    ///
    /// # Errors
    /// `not_found`, `issued_is_final`, `refused`, `bad_path`, `unknown_entry`.
    pub fn enter(&self, id: &str, path: &str, as_: &str, text: &str) -> Result<Entered, Failure> {
        let mut refused = None;
        let mut shown = String::new();
        let record = self.change(id, |desk, writer, body| {
            if let Some(line) = path.strip_prefix("/lines/").and_then(|rest| rest.split('/').next()) {
                super::lines::current(body, line)?;
            }
            let current = at(body, path).and_then(Value::as_str).unwrap_or_default().to_owned();
            let parsed = match as_ {
                "vat" => desk.parse_vat(writer, id, body, text),
                _ => desk.parse(writer, as_, text, &current)?,
            };
            match parsed {
                Ok(parsed) => {
                    let parsed = if as_ == "text" && is_name(path) { quoted(parsed) } else { parsed };
                    shown = parsed.shown;
                    set(body, path, parsed.value)?;
                    if path == "/tax_id" {
                        country_from_tax_id(body);
                    }
                    Ok(())
                }
                Err(problem) => {
                    refused = Some(Problem { field: path.to_owned(), ..problem });
                    Ok(())
                }
            }
        })?;
        Ok(Entered { record, problem: refused, shown })
    }

    /// What `text` would become, without a record: the popover of an expression.
    ///
    /// # Errors
    /// `unknown_entry`.
    pub fn preview_entry(&self, as_: &str, text: &str, current: &str) -> Result<(String, String, Option<Problem>), Failure> {
        self.reading(|desk, reader| {
            Ok(match desk.parse(reader, as_, text, current)? {
                Ok(parsed) => (parsed.value.as_str().unwrap_or_default().to_owned(), parsed.shown, None),
                Err(problem) => (String::new(), String::new(), Some(problem)),
            })
        })
    }

    /// The value that `text` stands for, read by the field's kind and shown in the desk's language.
    pub(crate) fn parse(
        &self,
        reader: &Reader<'_>,
        as_: &str,
        text: &str,
        current: &str,
    ) -> Result<Result<Parsed, Problem>, Failure> {
        if text.trim().is_empty() {
            return Ok(Ok(Parsed::removed()));
        }
        let today = self.clock.today();
        Ok(match as_ {
            "text" => Ok(Parsed::text(one_line(text))),
            "note" => Ok(Parsed::text(text.trim_end())),
            "number" => number(text, current.parse().ok()),
            "sum" => sum(text, current.parse().ok())
                .map(|value| Parsed { value: Value::String(value.to_string()), shown: money::format_sum(value) }),
            // A price keeps the digits that were typed: parts of microelectronics cost fractions of a kopeck.
            "price" => number(text, current.parse().ok()),
            "percent" => entry::percent(text).map(amount).map_err(|problem| problem.problem("")),
            "date" => entry::date(text, today)
                .map(|date| Parsed { value: Value::String(date.to_string()), shown: date.format("%d.%m.%Y").to_string() })
                .map_err(|problem| problem.problem("")),
            "unit" => unit::find(&self.tables(), text)
                .map(|unit| {
                    let language = reader.local("language").ok().flatten().unwrap_or_default();
                    Parsed { value: Value::String(unit.okei.clone()), shown: unit.sign.of(&language).to_owned() }
                })
                .ok_or_else(|| Problem::blocks_issue("unit_unknown", "").with("value", one_line(text))),
            "tax_id" => Ok(tax_id(text)),
            identifier => {
                let kind: Identifier = identifier.parse().map_err(|_| Failure::new("unknown_entry").with("as", identifier))?;
                // What fails its check is kept as typed: the card's problems say so, with a place for the reason.
                Ok(Parsed::text(identifiers::check(kind, text).map_or_else(|_| one_line(text), |checked| checked.canonical)))
            }
        })
    }

    fn parse_vat(&self, reader: &Reader<'_>, id: &str, body: &Body, text: &str) -> Result<Parsed, Problem> {
        if text.trim().is_empty() {
            return Ok(Parsed::removed());
        }
        let today = self.clock.today();
        let (country, date) = self.seller_and_date(reader, id, body).unwrap_or_else(|| ("RU".to_owned(), today));
        vat::choose(&self.tables(), &country, date, text).map(Parsed::text)
    }

    /// Country of the seller and the day whose rates count, for the document or card `id` as it stands in `body`.
    pub(crate) fn seller_and_date(&self, reader: &Reader<'_>, id: &str, body: &Body) -> Option<(String, chrono::NaiveDate)> {
        let record = reader.get(id).ok()??;
        let typed = Typed::read(record.kind, record.state, body).ok()?;
        let links = Links::of(reader, &typed).ok()?;
        let today = self.clock.today();
        let date = match &typed {
            Typed::Deal(deal) => deal.vat_date(today),
            Typed::InvoiceDraft(draft) => draft.vat_date(today),
            _ => today,
        };
        let mut country = links.linked().seller_country().to_owned();
        if country.is_empty() {
            country = self.own_country(reader).ok()?;
        }
        Some((country, date))
    }
}

/// A card whose country nobody chose takes that of its tax id, when the number can be of one country only.
pub(crate) fn country_from_tax_id(body: &mut Body) {
    let text = |field: &str| body.get(field).and_then(Value::as_str).unwrap_or_default();
    if !text("country").is_empty() {
        return;
    }
    if let [(country, _, _)] = identifiers::guess_tax_id(text("tax_id")).as_slice() {
        body.insert("country".to_owned(), Value::String((*country).to_owned()));
    }
}

/// A name of a party, a good or a bank, wherever it stands in the body.
fn is_name(path: &str) -> bool {
    matches!(path, "/name" | "/full_name") || path.ends_with("/bank_name")
}

/// The names of a new card, as they would have been entered one by one.
pub(crate) fn quote_names(kind: Kind, body: &mut Body) {
    if !matches!(kind, Kind::Organisation | Kind::Counterparty | Kind::Good) {
        return;
    }
    for field in ["name", "full_name"] {
        if let Some(Value::String(text)) = body.get_mut(field) {
            *text = with_quotes(text);
        }
    }
}

/// The name with the quotes of print, as papers show it.
fn quoted(parsed: Parsed) -> Parsed {
    match parsed.value {
        Value::String(text) => Parsed::text(with_quotes(&text)),
        _ => parsed,
    }
}

fn at<'a>(body: &'a Body, path: &str) -> Option<&'a Value> {
    let (first, rest) =
        path.strip_prefix('/')?.split_once('/').map_or((path.strip_prefix('/')?, None), |(first, rest)| (first, Some(rest)));
    let value = body.get(&first.replace("~1", "/").replace("~0", "~"))?;
    rest.map_or(Some(value), |rest| value.pointer(&format!("/{rest}")))
}

fn number(text: &str, current: Option<Amount>) -> Result<Parsed, Problem> {
    entry::number_with(text, current).map(amount).map_err(|problem| problem.problem(""))
}

fn amount(value: Amount) -> Parsed {
    Parsed { value: Value::String(value.to_string()), shown: money::format_number(value) }
}

/// A sum of money. One that comes out of an expression is rounded to kopecks; one that was typed with more digits is
/// refused.
pub(crate) fn sum(text: &str, current: Option<Amount>) -> Result<Amount, Problem> {
    let value = entry::number_with(text, current).map_err(|problem| problem.problem(""))?;
    let unsigned = text.trim_start().trim_start_matches(['-', '−', '–']);
    let is_expression = unsigned.contains(['+', '-', '−', '–', '*', '×', '·', '/', '÷', '%', '(', '=']);
    if value.scale() > money::MINOR_DIGITS && !is_expression {
        return Err(Problem::blocks_save("sum_too_precise", ""));
    }
    money::round_sum(value.decimal()).map_err(|_| Problem::blocks_save("entry_too_large", ""))
}

fn tax_id(text: &str) -> Parsed {
    let guessed = identifiers::guess_tax_id(text).into_iter().next().map(|(_, _, canonical)| canonical);
    Parsed::text(guessed.unwrap_or_else(|| one_line(text)))
}

/// A name on one line, with the quotes of print.
pub(crate) fn name_line(text: &str) -> String {
    with_quotes(&one_line(text))
}

/// A text on one line: white space folded, invisible marks that come with pasted text left out.
pub(crate) fn one_line(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|character| !matches!(character, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{ad}'))
        .map(|character| if character.is_control() { ' ' } else { character })
        .collect();
    // No-break spaces are kept: they are typography. Ordinary ones are folded.
    visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_text_becomes_one_line() {
        assert_eq!(one_line("  ООО\t«Заря»\r\n № 1 \u{200b}"), "ООО «Заря» № 1");
        assert_eq!(one_line("№\u{a0}1"), "№\u{a0}1");
    }
}
