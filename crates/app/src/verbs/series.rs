//! Numbers: a series is organisation + kind + year, one writer, so that it is gapless by construction.

use chrono::Datelike;
use serde::Serialize;
use serde_json::json;
use torgdom_domain::series::Series;
use torgdom_domain::{Amount, Id};
use torgdom_records::{Kind, Op, Origin, Record, State, diff};
use torgdom_store::{Reader, Writer};
use ts_rs::TS;

use super::links::read_body;
use crate::desk::Desk;
use crate::failure::Failure;

/// A series with the number that comes next.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SeriesView {
    pub id: Id,
    pub kind: String,
    pub year: String,
    pub prefix: String,
    pub suffix: String,
    pub width: Amount,
    pub next: Amount,
    /// The next number as it will be printed.
    pub sample: String,
    pub closed: bool,
}

/// Kinds of documents that are numbered.
const NUMBERED: [Kind; 2] = [Kind::Invoice, Kind::Deal];

impl Desk {
    /// The open series of an organisation for this year, made where there is none.
    ///
    /// # Errors
    /// `not_found`, the store's.
    pub fn series(&self, organisation: &str) -> Result<Vec<SeriesView>, Failure> {
        self.writing(|desk, writer| {
            own_organisation(writer, organisation)?;
            NUMBERED
                .iter()
                .map(|kind| {
                    desk.open_series(writer, organisation, *kind, desk.clock.today().year())
                        .map(|(record, series)| shown(&record, &series))
                })
                .collect()
        })
    }

    /// Numbering goes on after `last`, the last number given in another program: `ЗМ-001198` makes `ЗМ-001199` the next.
    ///
    /// # Errors
    /// `number_without_digits`, `number_in_use` when that would give a number out again.
    pub fn set_last_number(&self, organisation: &str, kind: &str, last: &str) -> Result<Vec<SeriesView>, Failure> {
        let kind = super::records::parse_kind(kind)?;
        if !NUMBERED.contains(&kind) {
            return Err(Failure::new("unknown_kind").with("kind", kind));
        }
        self.writing(|desk, writer| {
            own_organisation(writer, organisation)?;
            desk.set_last_in(writer, organisation, kind, last)
        })?;
        self.series(organisation)
    }

    pub(crate) fn set_last_in(&self, writer: &Writer<'_>, organisation: &str, kind: Kind, last: &str) -> Result<(), Failure> {
        let wanted = parse_last(last)?;
        let (record, series) = self.open_series(writer, organisation, kind, self.clock.today().year())?;
        let next = Series { prefix: wanted.prefix, suffix: wanted.suffix, width: wanted.width, next: wanted.next, ..series };
        if writer.number_in_use(kind, organisation, &next.year, &format_number(&next))? {
            return Err(Failure::new("number_in_use").with("number", format_number(&next)));
        }
        self.write_series(writer, &record, &next)
    }

    /// Number and day of the invoice that the year's series gave out last, as far as it is there.
    pub(crate) fn last_issued(
        &self,
        reader: &Reader<'_>,
        organisation: &str,
        year: i32,
    ) -> Result<Option<(String, chrono::NaiveDate)>, Failure> {
        let all = series_of(reader, organisation, Kind::Invoice)?;
        let Some((_, series)) = all.into_iter().find(|(_, series)| !series.closed && series.year == year.to_string()) else {
            return Ok(None);
        };
        let Ok(last) = Amount::new(series.next.decimal() - Amount::ONE.decimal()) else { return Ok(None) };
        let number = format_number(&Series { next: last, ..series });
        // Other organisations of ours, and other years, give the same numbers.
        for id in reader.all_by_number(Kind::Invoice, &number)? {
            let row = reader.list_row_of(&id, None)?.filter(|row| row.organisation == organisation);
            if let Some(date) = row.and_then(|row| row.date).filter(|date| date.year() == year) {
                return Ok(Some((number, date)));
            }
        }
        Ok(None)
    }

    /// Takes the next number of the series; the caller uses it in the same transaction.
    pub(crate) fn take_number(
        &self,
        writer: &Writer<'_>,
        organisation: &str,
        kind: Kind,
        year: i32,
    ) -> Result<(String, Id), Failure> {
        let (record, mut series) = self.open_series(writer, organisation, kind, year)?;
        let mut number = format_number(&series);
        // A number that an import or an earlier program of ours used is passed over, never given twice.
        while writer.number_in_use(kind, organisation, &series.year, &number)? {
            series.next =
                Amount::new(series.next.decimal() + Amount::ONE.decimal()).map_err(|_| Failure::new("series_exhausted"))?;
            number = format_number(&series);
        }
        series.next = Amount::new(series.next.decimal() + Amount::ONE.decimal()).map_err(|_| Failure::new("series_exhausted"))?;
        self.write_series(writer, &record, &series)?;
        Ok((number, record.id))
    }

    fn open_series(&self, writer: &Writer<'_>, organisation: &str, kind: Kind, year: i32) -> Result<(Record, Series), Failure> {
        let all = series_of(writer, organisation, kind)?;
        let open = all.iter().filter(|(_, series)| !series.closed);
        if let Some(found) = open.clone().find(|(_, series)| series.year == year.to_string()) {
            return Ok(found.clone());
        }
        // A new year goes on with the pattern of the last one, from 1; the year in the pattern is the new one.
        let pattern = open.max_by(|a, b| a.1.year.cmp(&b.1.year)).map(|(_, series)| series.clone()).unwrap_or_default();
        let in_year =
            |text: &str| if pattern.year.is_empty() { text.to_owned() } else { text.replace(&pattern.year, &year.to_string()) };
        let series = Series {
            prefix: in_year(&pattern.prefix),
            suffix: in_year(&pattern.suffix),
            organisation: organisation.to_owned(),
            kind: kind.to_string(),
            year: year.to_string(),
            next: Amount::ONE,
            ..pattern.clone()
        };
        let body = json!(series).as_object().cloned().unwrap_or_default();
        let record = self.create_in(writer, Kind::Series, State::Live, body)?;
        Ok((record, series))
    }

    fn write_series(&self, writer: &Writer<'_>, record: &Record, series: &Series) -> Result<(), Failure> {
        let fresh = writer.get(&record.id)?.ok_or_else(|| Failure::not_found(&record.id))?;
        let mut body = fresh.body.clone();
        body.extend(json!(series).as_object().cloned().unwrap_or_default());
        let edits = diff(&fresh.body, &torgdom_records::prune_body(body));
        if !edits.is_empty() {
            writer.apply(&self.change_of(writer, &fresh, Op::Edit { edits })?, &Origin::Local)?;
        }
        Ok(())
    }
}

fn series_of(reader: &Reader<'_>, organisation: &str, kind: Kind) -> Result<Vec<(Record, Series)>, Failure> {
    Ok(reader
        .all(Kind::Series)?
        .into_iter()
        .filter_map(|record| read_body::<Series>(&record.body).map(|series| (record, series)))
        .filter(|(record, series)| {
            record.state == State::Live && series.organisation == organisation && series.kind == kind.as_str()
        })
        .collect())
}

fn shown(record: &Record, series: &Series) -> SeriesView {
    SeriesView {
        id: record.id.clone(),
        kind: series.kind.clone(),
        year: series.year.clone(),
        prefix: series.prefix.clone(),
        suffix: series.suffix.clone(),
        width: series.width,
        next: series.next,
        sample: format_number(series),
        closed: series.closed,
    }
}

/// There must be such an organisation: looking at the series of nobody must not make any.
fn own_organisation(reader: &Reader<'_>, id: &str) -> Result<(), Failure> {
    let found = reader.get(id)?.is_some_and(|record| record.kind == Kind::Organisation);
    if found { Ok(()) } else { Err(Failure::not_found(id)) }
}

/// Widest number, in digits; what stands in a record beyond it is not believed.
const WIDEST: usize = torgdom_domain::series::WIDEST as usize;

fn format_number(series: &Series) -> String {
    let width = series.width.to_string().parse().unwrap_or(0).min(WIDEST);
    format!("{}{:0>width$}{}", series.prefix, series.next.to_string(), series.suffix)
}

/// The last group of digits counts; what stands around it is prefix and suffix.
pub(super) fn parse_last(last: &str) -> Result<Series, Failure> {
    let last = super::typing::one_line(last);
    let bad = || Failure::new("number_without_digits").with("number", &last);
    let end = last.rfind(|character: char| character.is_ascii_digit()).ok_or_else(bad)? + 1;
    let start = last[..end]
        .rfind(|character: char| !character.is_ascii_digit())
        .map_or(0, |at| at + last[at..].chars().next().map_or(1, char::len_utf8));
    let digits = &last[start..end];
    if digits.len() > WIDEST {
        return Err(bad());
    }
    let value: Amount = digits.parse().map_err(|_| bad())?;
    let padded = digits.starts_with('0') && digits.len() > 1;
    Ok(Series {
        prefix: last[..start].to_owned(),
        suffix: last[end..].to_owned(),
        width: Amount::from(if padded { u32::try_from(digits.len()).map_err(|_| bad())? } else { 0 }),
        next: Amount::new(value.decimal() + Amount::ONE.decimal()).map_err(|_| bad())?,
        ..Series::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbering_goes_on_after_the_last_number() {
        for (last, next) in [
            ("ЗМ-001198", "ЗМ-001199"),
            ("1202", "1203"),
            ("99/к", "100/к"),
            ("0999", "1000"),
            ("ТД2026-7", "ТД2026-8"),
            ("9", "10"),
        ] {
            assert_eq!(format_number(&parse_last(last).expect("has digits")), next, "{last}");
        }
        assert_eq!(parse_last("ЗМ-").expect_err("no digits").code, "number_without_digits");
    }
}
