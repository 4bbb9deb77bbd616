//! Files made by hand: zip archives of any honesty, and workbooks out of their parts.
#![allow(dead_code, reason = "each test binary uses some of it")]

use std::io::Write;

use flate2::Crc;
use flate2::write::DeflateEncoder;
use torgdom_imports::table::{ReadOptions, Table, TableError, read};

/// A part of an archive, with the sizes that it claims.
pub struct Part {
    pub name: String,
    pub packed: Vec<u8>,
    pub claimed: u32,
    pub crc: u32,
}

impl Part {
    pub fn honest(name: &str, bytes: &[u8]) -> Self {
        let mut crc = Crc::new();
        crc.update(bytes);
        let mut encoder = DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).expect("writes to memory");
        let packed = encoder.finish().expect("writes to memory");
        Self { name: name.to_owned(), packed, claimed: u32::try_from(bytes.len()).expect("small"), crc: crc.sum() }
    }
}

pub fn archive(parts: &[Part]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for part in parts {
        let offset = file.len() as u32;
        let mut tail = Vec::new();
        tail.extend(20_u16.to_le_bytes());
        tail.extend([0, 0, 8, 0, 0, 0, 0, 0]);
        tail.extend(part.crc.to_le_bytes());
        tail.extend((part.packed.len() as u32).to_le_bytes());
        tail.extend(part.claimed.to_le_bytes());
        tail.extend((part.name.len() as u16).to_le_bytes());
        tail.extend([0, 0]);
        file.extend(b"PK\x03\x04");
        file.extend(&tail);
        file.extend(part.name.as_bytes());
        file.extend(&part.packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&tail);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(part.name.as_bytes());
    }
    let (offset, size) = (file.len() as u32, directory.len() as u32);
    file.extend(directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend((parts.len() as u16).to_le_bytes());
    file.extend((parts.len() as u16).to_le_bytes());
    file.extend(size.to_le_bytes());
    file.extend(offset.to_le_bytes());
    file.extend([0, 0]);
    file
}

/// A workbook of one sheet whose XML, strings and styles are given.
pub fn workbook_parts(sheet: &str, strings: &str, styles: &str) -> Vec<Part> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
        )
    };
    vec![
        Part::honest(
            "_rels/.rels",
            format!("<Relationships>{}</Relationships>", relation("r1", "officeDocument", "xl/workbook.xml")).as_bytes(),
        ),
        Part::honest(
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships>{}{}{}</Relationships>",
                relation("r1", "worksheet", "worksheets/sheet1.xml"),
                relation("r2", "sharedStrings", "sharedStrings.xml"),
                relation("r3", "styles", "styles.xml")
            )
            .as_bytes(),
        ),
        Part::honest(
            "xl/workbook.xml",
            br#"<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#,
        ),
        Part::honest("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        Part::honest("xl/sharedStrings.xml", strings.as_bytes()),
        Part::honest("xl/styles.xml", styles.as_bytes()),
    ]
}

pub fn workbook(rows: &str) -> Vec<u8> {
    let styles = r##"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="000000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>"##;
    archive(&workbook_parts(
        &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        "<sst><si><t>общая</t></si></sst>",
        styles,
    ))
}

pub fn load(bytes: &[u8]) -> Result<Table, TableError> {
    read(bytes, &ReadOptions::default())
}

pub fn code(bytes: &[u8]) -> &'static str {
    match load(bytes) {
        Ok(_) => "read",
        Err(error) => error.code(),
    }
}

/// Rows as texts, for comparing at a glance.
pub fn texts(table: &Table) -> Vec<(u32, Vec<String>)> {
    table.rows().map(|row| (row.number(), row.cells().map(|(_, cell)| cell.text().to_owned()).collect())).collect()
}
