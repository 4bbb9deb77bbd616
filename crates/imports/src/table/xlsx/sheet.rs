//! The cells of one worksheet, read as a stream.

use quick_xml::events::BytesStart;

use super::serial;
use super::strings::{rich_text, unescape};
use super::styles::{Format, Styles};
use crate::table::build::Span;
use crate::table::xml::{Node, Xml, attribute};
use crate::table::zip::Archive;
use crate::table::{Builder, CellKind, Plain, TableError, address};

/// Merged ranges of one sheet that are looked at.
const MOST_MERGES: usize = 200_000;

/// What cells refer to.
pub(super) struct Context<'c> {
    pub(super) strings: &'c [Span],
    pub(super) styles: &'c Styles,
    pub(super) is_1904: bool,
}

/// The `t` of a cell.
#[derive(Clone, Copy)]
enum Type {
    Number,
    Shared,
    Text,
    Inline,
    Bool,
    Error,
    IsoDate,
}

struct Head {
    row: u32,
    column: usize,
    kind: Type,
    format: Format,
}

pub(super) fn read(
    archive: &Archive<'_>,
    part: &str,
    context: &Context<'_>,
    builder: &mut Builder<'_>,
) -> Result<(), TableError> {
    let reader = archive.part(part)?.ok_or(TableError::Damaged { part: "sheet" })?;
    let mut xml = Xml::new("sheet", reader);
    let (mut row, mut column) = (0_u32, 0_usize);
    let mut merges = Vec::new();
    let mut text = String::new();
    loop {
        let node = xml.next()?;
        match node {
            Node::Start(start) => match start.local_name().as_ref() {
                b"row" => {
                    let number = attribute(&start, b"r").map_or(Some(row + 1), |digits| address::parse_row(&digits));
                    row = number.filter(|number| *number > row).ok_or(TableError::Damaged { part: "sheet" })?;
                    column = 0;
                }
                b"c" => {
                    let head = head(&start, row, column, context)?;
                    column = head.column + 1;
                    text.clear();
                    cell(&mut xml, &head, context, &mut text, builder)?;
                }
                b"mergeCell" if merges.len() < MOST_MERGES => {
                    let range = attribute(&start, b"ref").and_then(|range| address::parse_range(&range));
                    if let Some(((from, left), (to, _))) = range
                        && from < to
                        && let Ok(left) = u8::try_from(left)
                    {
                        merges.push((from, to, left));
                    }
                }
                _ => {}
            },
            Node::Eof => break,
            _ => {}
        }
    }
    builder.fill_down(&merges);
    Ok(())
}

fn head(start: &BytesStart<'_>, row: u32, column: usize, context: &Context<'_>) -> Result<Head, TableError> {
    let damaged = TableError::Damaged { part: "sheet" };
    let (at, column) = match attribute(start, b"r") {
        Some(reference) => address::parse(&reference).ok_or(damaged)?,
        None => (row.max(1), column),
    };
    if at != row {
        return Err(TableError::Damaged { part: "sheet" });
    }
    let kind = match attribute(start, b"t").as_deref() {
        None | Some(b"n") => Type::Number,
        Some(b"s") => Type::Shared,
        Some(b"str") => Type::Text,
        Some(b"inlineStr") => Type::Inline,
        Some(b"b") => Type::Bool,
        Some(b"e") => Type::Error,
        Some(b"d") => Type::IsoDate,
        Some(_) => return Err(TableError::Damaged { part: "sheet" }),
    };
    let style = attribute(start, b"s").and_then(|digits| std::str::from_utf8(&digits).ok()?.parse().ok());
    Ok(Head { row: at, column, kind, format: context.styles.of(style.unwrap_or(0)) })
}

fn cell(
    xml: &mut Xml<'_>,
    head: &Head,
    context: &Context<'_>,
    text: &mut String,
    builder: &mut Builder<'_>,
) -> Result<(), TableError> {
    let outside = xml.depth() - 1;
    let (mut has_formula, mut has_value) = (false, false);
    while xml.depth() > outside {
        match xml.next()? {
            Node::Start(start) => match start.local_name().as_ref() {
                b"v" => {
                    has_value = true;
                    xml.text_into(text)?;
                }
                b"is" => {
                    has_value = true;
                    rich_text(xml, text)?;
                }
                b"f" => {
                    has_formula = true;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            },
            Node::Eof => return Err(xml.damaged()),
            _ => {}
        }
    }
    if has_formula && (!has_value || text.is_empty() && !matches!(head.kind, Type::Text)) {
        return builder.put(head.row, head.column, CellKind::Error, "=");
    }
    put(head, context, text, builder)
}

fn put(head: &Head, context: &Context<'_>, text: &mut String, builder: &mut Builder<'_>) -> Result<(), TableError> {
    let (row, column) = (head.row, head.column);
    match head.kind {
        Type::Shared => {
            if text.is_empty() {
                return Ok(());
            }
            let span = text.trim().parse().ok().and_then(|index: usize| context.strings.get(index));
            builder.put_span(row, column, CellKind::Text, *span.ok_or(TableError::Damaged { part: "strings" })?)
        }
        Type::Text => {
            unescape(text, 0);
            builder.put(row, column, CellKind::Text, text)
        }
        Type::Inline => builder.put(row, column, CellKind::Text, text),
        Type::Bool => builder.put(row, column, CellKind::Bool, if matches!(text.trim(), "0" | "false" | "") { "0" } else { "1" }),
        Type::Error => builder.put(row, column, CellKind::Error, text),
        Type::IsoDate => {
            let day = text.get(..10).filter(|day| day.parse::<chrono::NaiveDate>().is_ok());
            let kind = if day.is_some() { CellKind::Date } else { CellKind::Text };
            builder.put(row, column, kind, day.unwrap_or(text))
        }
        Type::Number => number(head, context, text, builder),
    }
}

fn number(head: &Head, context: &Context<'_>, text: &str, builder: &mut Builder<'_>) -> Result<(), TableError> {
    let (row, column) = (head.row, head.column);
    let Some(plain) = Plain::read(text) else { return builder.put(row, column, CellKind::Text, text) };
    match head.format {
        Format::Date => match serial::date(&plain.text, context.is_1904) {
            Some(day) => builder.put(row, column, CellKind::Date, &day.to_string()),
            None => builder.put(row, column, CellKind::Number, &plain.text),
        },
        Format::Percent => {
            let shown = Plain::hundredfold(&plain.text).unwrap_or(plain.text);
            builder.put(row, column, CellKind::Percent, &shown)
        }
        Format::Padded(digits) if plain.text.bytes().all(|byte| byte.is_ascii_digit()) => {
            // What the sheet shows: a БИК under the format `000000000` keeps its zero.
            let shown = format!("{:0>width$}", plain.text, width = digits.min(40));
            builder.put(row, column, CellKind::Text, &shown)
        }
        Format::Padded(_) | Format::General => builder.put(row, column, CellKind::Number, &plain.text),
    }
}
