//! What a file is, by its first bytes: its name is somebody's hope.

use super::TableError;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A zip archive: perhaps a workbook.
    Archive,
    Text,
}

/// Compound file of OLE: `.xls`, and the wrapping of an encrypted `.xlsx`.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Beginnings of what people send instead of a table.
const FOREIGN: [&[u8]; 12] = [
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"Rar!",
    b"7z\xBC\xAF",
    b"\x1F\x8B",
    b"\x28\xB5\x2F\xFD",
    b"\x7FELF",
    b"MZ\x90",
    b"SQLite format 3",
    b"{\\rtf",
    b"BM\x36",
];
/// Bytes looked at to tell text from something binary.
const SAMPLE: usize = 64 * 1024;

pub(super) fn of(bytes: &[u8]) -> Result<Kind, TableError> {
    if bytes.is_empty() {
        return Err(TableError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Archive);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(if is_encrypted(bytes) { TableError::Encrypted } else { TableError::OldExcel });
    }
    // Workbooks of Excel 2 to 4 are bare streams of records.
    if bytes.starts_with(b"\x09\x08\x10\x00") || bytes.starts_with(b"\x09\x04\x06\x00") || bytes.starts_with(b"\x09\x02\x06\x00")
    {
        return Err(TableError::OldExcel);
    }
    if bytes[..bytes.len().min(1_024)].windows(5).any(|window| window == b"%PDF-") {
        return Err(TableError::Pdf);
    }
    if FOREIGN.iter().any(|beginning| bytes.starts_with(beginning)) || is_binary(bytes) {
        return Err(TableError::NotATable);
    }
    markup(bytes).map_or(Ok(Kind::Text), Err)
}

/// The stream that holds an encrypted workbook is named in the directory of the compound file, in UTF-16.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// Text has next to no control characters; UTF-16 is full of zeros and is told by its mark or its regularity.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if sample.starts_with(b"\xFF\xFE") || sample.starts_with(b"\xFE\xFF") {
        return false;
    }
    let is_wide = matches!(super::encoding::decode(&sample[..sample.len().min(4_096)]).encoding, super::Encoding::Utf16);
    let is_control = |byte: &&u8| matches!(byte, 0..=8 | 11 | 12 | 14..=25 | 27..=31);
    !is_wide && sample.iter().filter(is_control).count() * 20 > sample.len()
}

/// A web page or an XML file, often under the name `.xls`.
fn markup(bytes: &[u8]) -> Option<TableError> {
    let start = super::encoding::decode(&bytes[..bytes.len().min(4_096)]).text;
    let start = start.trim_start_matches(|character: char| character.is_whitespace() || character == '\u{feff}').to_lowercase();
    if !start.starts_with('<') {
        return None;
    }
    let is_page =
        ["<!doctype html", "<html", "<table", "<head", "<body", "<style", "<meta"].iter().any(|tag| start.contains(tag));
    if is_page {
        return Some(TableError::WebPage);
    }
    let is_xml = start.starts_with("<?xml") || start.contains("<workbook") || start.starts_with("<!doctype");
    is_xml.then_some(TableError::OtherXml)
}
