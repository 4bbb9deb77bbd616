//! Which parts a workbook is made of: relationships, the list of sheets, the calendar of its dates.

use std::collections::BTreeMap;

use crate::table::TableError;
use crate::table::xml::{Node, Xml, attribute, attribute_text};
use crate::table::zip::Archive;

/// Sheets of one workbook that are listed; Excel itself has no limit but memory.
const MOST_SHEETS: usize = 1_000;

pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) part: String,
    pub(super) is_hidden: bool,
}

pub(super) struct Workbook {
    /// Worksheets in their order; charts and dialogs are left out.
    pub(super) sheets: Vec<Sheet>,
    pub(super) strings: String,
    pub(super) styles: String,
    /// Dates count from 1904, as old Macs had it.
    pub(super) is_1904: bool,
}

/// What a relationship points at, and what kind it is (the last word of its type).
struct Relation {
    target: String,
    kind: String,
}

pub(super) fn workbook(archive: &Archive<'_>) -> Result<Workbook, TableError> {
    let name = workbook_name(archive)?;
    let relations = relations(archive, &name)?;
    let by_kind = |kind: &str, otherwise: &str| {
        let found = relations.values().find(|relation| relation.kind == kind).map(|relation| relation.target.clone());
        found.unwrap_or_else(|| join(&name, otherwise))
    };
    let mut workbook = Workbook {
        sheets: Vec::new(),
        strings: by_kind("sharedStrings", "sharedStrings.xml"),
        styles: by_kind("styles", "styles.xml"),
        is_1904: false,
    };
    let part = archive.part(&name)?.ok_or(TableError::Damaged { part: "workbook" })?;
    let mut xml = Xml::new("workbook", part);
    loop {
        match xml.next()? {
            Node::Start(start) => match start.local_name().as_ref() {
                b"workbookPr" => {
                    workbook.is_1904 =
                        attribute(&start, b"date1904").is_some_and(|value| matches!(value.as_ref(), b"1" | b"true"));
                }
                b"sheet" => {
                    let id = attribute_text(&start, b"id").unwrap_or_default();
                    let Some(relation) = relations.get(&id).filter(|relation| relation.kind == "worksheet") else { continue };
                    workbook.sheets.push(Sheet {
                        name: attribute_text(&start, b"name").unwrap_or_default(),
                        part: relation.target.clone(),
                        is_hidden: attribute(&start, b"state").is_some_and(|state| state.as_ref() != b"visible"),
                    });
                    if workbook.sheets.len() > MOST_SHEETS {
                        return Err(xml.damaged());
                    }
                }
                _ => {}
            },
            Node::Eof => return Ok(workbook),
            _ => {}
        }
    }
}

fn workbook_name(archive: &Archive<'_>) -> Result<String, TableError> {
    let found = relations(archive, "")?.into_values().find(|relation| relation.kind == "officeDocument");
    let name = found.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
    if archive.has(&name) && !name.ends_with(".bin") {
        return Ok(name);
    }
    Err(if archive.has("xl/workbook.bin") {
        TableError::BinaryWorkbook
    } else if archive.has("mimetype") || archive.has("content.xml") {
        TableError::OpenDocument
    } else {
        TableError::NotATable
    })
}

/// Relationships of a part, by id; of the package when `part` is empty.
fn relations(archive: &Archive<'_>, part: &str) -> Result<BTreeMap<String, Relation>, TableError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let mut relations = BTreeMap::new();
    let Some(reader) = archive.part(&format!("{folder}{slash}_rels/{file}.rels"))? else { return Ok(relations) };
    let mut xml = Xml::new("relationships", reader);
    loop {
        match xml.next()? {
            Node::Start(start) if start.local_name().as_ref() == b"Relationship" => {
                let text = |name: &[u8]| attribute_text(&start, name).unwrap_or_default();
                let kind = text(b"Type").rsplit('/').next().unwrap_or_default().to_owned();
                // What lies outside the package is never asked for.
                if text(b"TargetMode") != "External" && relations.len() < MOST_SHEETS * 2 {
                    relations.insert(text(b"Id"), Relation { target: join(part, &text(b"Target")), kind });
                }
            }
            Node::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// A target as seen from the part that names it.
fn join(part: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn targets_are_seen_from_their_part() {
        for (part, target, path) in [
            ("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/workbook.xml", "../xl/./a.xml", "xl/a.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("a.xml", "../../../etc/passwd", "etc/passwd"),
        ] {
            assert_eq!(join(part, target), path);
        }
    }
}
