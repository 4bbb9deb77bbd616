//! What a cell's style says of its value: a date, a percent, a number written with leading zeros.

use std::collections::BTreeMap;

use crate::table::TableError;
use crate::table::xml::{Node, Xml, attribute, attribute_text};
use crate::table::zip::Archive;

/// Styles of one workbook; Excel has at most 65,490.
const MOST_STYLES: usize = 70_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    General,
    Date,
    Percent,
    /// `000000000`: so many digits, with zeros before them.
    Padded(usize),
}

/// Formats by the number of the style.
pub(super) struct Styles(Vec<Format>);

impl Styles {
    pub(super) fn of(&self, style: usize) -> Format {
        self.0.get(style).copied().unwrap_or(Format::General)
    }
}

pub(super) fn read(archive: &Archive<'_>, part: &str) -> Result<Styles, TableError> {
    let mut styles = Vec::new();
    let Some(reader) = archive.part(part)? else { return Ok(Styles(styles)) };
    let mut xml = Xml::new("styles", reader);
    let mut own: BTreeMap<u32, Format> = BTreeMap::new();
    let mut inside_cells = false;
    let mut depth = 0;
    loop {
        let open = xml.depth();
        match xml.next()? {
            Node::Start(start) => match start.local_name().as_ref() {
                b"numFmt" if own.len() < MOST_STYLES => {
                    let code = attribute_text(&start, b"formatCode").unwrap_or_default();
                    if let Some(id) = number(&start, b"numFmtId") {
                        own.insert(id, by_code(&code));
                    }
                }
                b"cellXfs" => (inside_cells, depth) = (true, open),
                b"xf" if inside_cells && styles.len() < MOST_STYLES => {
                    let id = number(&start, b"numFmtId").unwrap_or(0);
                    styles.push(own.get(&id).copied().unwrap_or_else(|| by_id(id)));
                }
                _ => {}
            },
            Node::End if inside_cells && open == depth + 1 => inside_cells = false,
            Node::Eof => return Ok(Styles(styles)),
            _ => {}
        }
    }
}

fn number(start: &quick_xml::events::BytesStart<'_>, name: &[u8]) -> Option<u32> {
    std::str::from_utf8(&attribute(start, name)?).ok()?.parse().ok()
}

/// Formats that a workbook need not spell out (ECMA-376 part 1, 18.8.30).
fn by_id(id: u32) -> Format {
    match id {
        9 | 10 => Format::Percent,
        14..=17 | 22 | 27..=36 | 50..=58 => Format::Date,
        _ => Format::General,
    }
}

/// Looks at the first section of a format code, without quoted text, escapes and brackets.
fn by_code(code: &str) -> Format {
    let bare = bare(code);
    if bare.contains('%') {
        return Format::Percent;
    }
    // A time of day alone (`h:mm`) is no date.
    if bare.contains(['y', 'd', 'г', 'д']) {
        return Format::Date;
    }
    if bare.len() > 1 && bare.bytes().all(|byte| byte == b'0') { Format::Padded(bare.len()) } else { Format::General }
}

fn bare(code: &str) -> String {
    let mut bare = String::new();
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => while characters.next().is_some_and(|inside| inside != '"') {},
            '[' => while characters.next().is_some_and(|inside| inside != ']') {},
            '\\' | '_' | '*' => {
                characters.next();
            }
            ';' => break,
            other => bare.extend(other.to_lowercase()),
        }
    }
    if bare.trim() == "general" || bare.trim() == "standard" { String::new() } else { bare }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_by_their_codes() {
        for (code, format) in [
            ("dd.mm.yyyy", Format::Date),
            ("[$-419]d mmmm yyyy\" г.\";@", Format::Date),
            ("yyyy\\-mm\\-dd h:mm", Format::Date),
            ("ДД.ММ.ГГГГ", Format::Date),
            ("h:mm:ss", Format::General),
            ("0%", Format::Percent),
            ("0.00\\ %", Format::Percent),
            ("#,##0.00\" руб.\"", Format::General),
            ("[Red]#,##0.00", Format::General),
            ("000000000", Format::Padded(9)),
            ("General", Format::General),
            ("0", Format::General),
            ("@", Format::General),
            ("\"дней\" 0", Format::General),
        ] {
            assert_eq!(by_code(code), format, "{code}");
        }
    }
}
