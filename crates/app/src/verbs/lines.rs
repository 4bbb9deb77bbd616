//! The lines of a deal or of an invoice draft: adding, entering, filling from a good's card, copying, moving, removing.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::{Map, Value, json};
use torgdom_domain::calculation;
use torgdom_domain::good::Good;
use torgdom_domain::line::Line;
use torgdom_domain::{Amount, Id, Problem, entry};
use torgdom_records::{Body, Kind};
use torgdom_store::Reader;
use ts_rs::TS;

use super::links;
use super::prices::PriceBook;
use super::typing::{Parsed, name_line, one_line};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::typed;
use crate::views::{Entered, RecordView};

/// Answer to a verb that made a line.
#[derive(Debug, Serialize, TS)]
pub struct LineAdded {
    pub record: RecordView,
    pub line: Id,
}

impl Desk {
    /// A new line after `after` (last when absent), filled from the good, or from `text` when it is an article of ours.
    ///
    /// # Errors
    /// `not_found`, `issued_is_final`, `refused` (too many lines).
    pub fn add_line(&self, id: &str, good: Option<&str>, text: Option<&str>, after: Option<&str>) -> Result<LineAdded, Failure> {
        let line = self.clock.new_id();
        let record = self.change(id, |desk, writer, body| {
            let order = order_after(&lines(body)?, after);
            put_line(body, &line, Line { order, ..Line::default() })?;
            let known = match (good, text) {
                (Some(good), _) => Some(good.to_owned()),
                (None, Some(text)) => writer.good_by_article(&one_line(text))?,
                (None, None) => None,
            };
            match (known, text) {
                (Some(good), _) => fill_from_good(writer, body, &line, &good, &PriceBook::of(desk, writer, body)?),
                (None, Some(text)) => set_line(body, &line, "name", Value::String(name_line(text))),
                (None, None) => Ok(()),
            }
        })?;
        Ok(LineAdded { record, line })
    }

    /// Fills a line from a good's card: article, name, unit, VAT, ТН ВЭД, origin, and the price of the price list.
    ///
    /// # Errors
    /// `not_found` (document, line or good), `issued_is_final`.
    pub fn set_line_good(&self, id: &str, line: &str, good: &str) -> Result<RecordView, Failure> {
        self.change(id, |desk, writer, body| fill_from_good(writer, body, line, good, &PriceBook::of(desk, writer, body)?))
    }

    /// Something typed into a cell of the grid.
    ///
    /// # Errors
    /// `not_found` (the line too: what was typed into a line that is gone must not bring a part of it back),
    /// `issued_is_final`, `unknown_field`.
    pub fn enter_line(&self, id: &str, line: &str, field: &str, text: &str) -> Result<Entered, Failure> {
        if matches!(field, "article" | "name") {
            return self.enter_article_or_name(id, line, field, text);
        }
        self.enter(id, &format!("/lines/{line}/{field}"), entry_of(field)?, text)
    }

    /// An article of ours brings its card along; any other text is kept as typed, and another article is another good.
    fn enter_article_or_name(&self, id: &str, line: &str, field: &str, text: &str) -> Result<Entered, Failure> {
        let text = if field == "name" { name_line(text) } else { one_line(text) };
        let record = self.change(id, |desk, writer, body| {
            let known = if field == "article" && !text.is_empty() { writer.good_by_article(&text)? } else { None };
            let before = current(body, line)?;
            match known {
                Some(good) if before.good != good => {
                    return fill_from_good(writer, body, line, &good, &PriceBook::of(desk, writer, body)?);
                }
                None if field == "article" && before.article != text => set_line(body, line, "good", Value::Null)?,
                _ => {}
            }
            set_line(body, line, field, Value::String(text.clone()))
        })?;
        Ok(Entered { record, problem: None, shown: text })
    }

    /// # Errors
    /// `not_found`, `issued_is_final`.
    pub fn remove_lines(&self, id: &str, gone: &[Id]) -> Result<RecordView, Failure> {
        self.change(id, |_, _, body| {
            if let Some(lines) = body.get_mut("lines").and_then(Value::as_object_mut) {
                lines.retain(|line, _| !gone.contains(line));
            }
            Ok(())
        })
    }

    /// A copy of the line right below it.
    ///
    /// # Errors
    /// `not_found`, `issued_is_final`, `refused` (too many lines).
    pub fn copy_line(&self, id: &str, line: &str) -> Result<LineAdded, Failure> {
        let copy = self.clock.new_id();
        let record = self.change(id, |_, _, body| {
            let mut entered = current(body, line)?;
            entered.order = order_after(&lines(body)?, Some(line));
            put_line(body, &copy, entered)
        })?;
        Ok(LineAdded { record, line: copy })
    }

    /// Puts the line before another one, or at the end.
    ///
    /// # Errors
    /// `not_found`, `issued_is_final`.
    pub fn move_line(&self, id: &str, line: &str, before: Option<&str>) -> Result<RecordView, Failure> {
        self.change(id, |_, _, body| {
            let mut all = lines(body)?;
            all.remove(line).ok_or_else(|| Failure::not_found(line))?;
            let ids = calculation::in_order(&all);
            let place = before.and_then(|before| ids.iter().position(|id| *id == before)).unwrap_or(ids.len());
            let left = place.checked_sub(1).map(|index| ids[index].clone());
            let order = match left {
                Some(left) => order_after(&all, Some(&left)),
                None => before_first(&all),
            };
            set_line(body, line, "order", Value::String(order.to_string()))
        })
    }
}

/// Fills a line from a good's card. Without a price in the lists the line keeps a price that was typed, but not the
/// one of another good.
pub(crate) fn fill_from_good(
    reader: &Reader<'_>,
    body: &mut Body,
    line: &str,
    good_id: &str,
    book: &PriceBook,
) -> Result<(), Failure> {
    let good: Good = links::load(reader, good_id, Kind::Good)?.ok_or_else(|| Failure::not_found(good_id))?;
    let price = book.price(good_id, &good);
    let mut entered = current(body, line)?;
    if price.is_some() || !(entered.good.is_empty() || entered.good == good_id) {
        entered.price = price;
    }
    entered.good = good_id.to_owned();
    entered.article = good.article;
    entered.name = good.name;
    entered.unit = good.unit;
    entered.vat = good.vat;
    entered.tnved = good.tnved;
    entered.origin = good.origin;
    put_line(body, line, entered)
}

/// How a cell of the grid is read.
pub(crate) fn entry_of(field: &str) -> Result<&'static str, Failure> {
    Ok(match field {
        "article" | "name" | "note" => "text",
        "unit" => "unit",
        "quantity" => "number",
        "price" => "price",
        "discount" => "percent",
        "vat" => "vat",
        "tnved" => "tnved",
        "origin" => "text",
        _ => return Err(Failure::new("unknown_field").with("field", field)),
    })
}

pub(crate) fn lines(body: &Body) -> Result<BTreeMap<Id, Line>, Failure> {
    body.get("lines")
        .and_then(Value::as_object)
        .map(|lines| lines.iter().map(|(id, line)| Ok((id.clone(), line_of(line)?))).collect())
        .unwrap_or_else(|| Ok(BTreeMap::new()))
}

fn line_of(value: &Value) -> Result<Line, Failure> {
    let map = value.as_object().cloned().unwrap_or_default();
    typed::shape(&map).map_err(|problem| Failure::refused(vec![problem]))
}

pub(crate) fn current(body: &Body, line: &str) -> Result<Line, Failure> {
    line_of(body.get("lines").and_then(|lines| lines.get(line)).ok_or_else(|| Failure::not_found(line))?)
}

/// Writes the known fields of a line and keeps those of a newer version.
pub(crate) fn put_line(body: &mut Body, id: &str, line: Line) -> Result<(), Failure> {
    let fields = json!(line);
    let all = body.entry("lines").or_insert_with(|| Value::Object(Map::new()));
    let slot =
        all.as_object_mut().ok_or_else(|| Failure::new("bad_path"))?.entry(id).or_insert_with(|| Value::Object(Map::new()));
    if let (Some(slot), Some(fields)) = (slot.as_object_mut(), fields.as_object()) {
        slot.extend(fields.clone());
    }
    Ok(())
}

pub(crate) fn set_line(body: &mut Body, line: &str, field: &str, value: Value) -> Result<(), Failure> {
    current(body, line)?;
    super::records::set(body, &format!("/lines/{line}/{field}"), value)
}

/// An order between `after` and the line behind it; behind the last one when `after` is absent.
pub(crate) fn order_after(lines: &BTreeMap<Id, Line>, after: Option<&str>) -> Amount {
    let ids = calculation::in_order(lines);
    let place = after.and_then(|after| ids.iter().position(|id| *id == after)).or(ids.len().checked_sub(1));
    let Some(place) = place else { return Amount::ONE };
    let left = lines[ids[place]].order.decimal();
    let middle = ids
        .get(place + 1)
        .map_or_else(|| left.floor() + Decimal::ONE, |next| (left + lines[*next].order.decimal()) / Decimal::TWO);
    // Eleven digits allow some thirty-five halvings at one place; past them the new line stands beside its neighbour.
    Amount::new(torgdom_domain::money::round(middle, Amount::FRACTION_DIGITS)).unwrap_or_default()
}

fn before_first(lines: &BTreeMap<Id, Line>) -> Amount {
    let first = lines.values().map(|line| line.order.decimal()).min().unwrap_or(Decimal::TWO);
    Amount::new(first - Decimal::ONE).unwrap_or_default()
}

/// A cell of pasted text, read for `field` of a document whose VAT choices are `vat`.
pub(crate) fn read_cell(
    desk: &Desk,
    reader: &Reader<'_>,
    field: &str,
    text: &str,
    vat: impl Fn(&str) -> Result<String, Problem>,
) -> Result<Result<Parsed, Problem>, Failure> {
    if field == "vat" && !text.trim().is_empty() {
        return Ok(vat(text).map(Parsed::text));
    }
    if field == "quantity" && !text.trim().is_empty() {
        // A spreadsheet's cell is a value, never a change to the old one: «+5 %» means nothing here.
        return Ok(entry::number(text).map(|value| Parsed::text(value.to_string())).map_err(|problem| problem.problem("")));
    }
    if field == "name" && !text.trim().is_empty() {
        return Ok(Ok(Parsed::text(name_line(text))));
    }
    desk.parse(reader, entry_of(field)?, text, "")
}
