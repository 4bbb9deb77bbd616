//! XML of a workbook's parts, event by event: no document type, no entities of its own, bounded depth and bounded tokens.

use std::io::{BufRead, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::TableError;
use super::zip::{BOMB, PartReader};

/// Deepest nesting; a worksheet needs fewer than ten.
const MOST_DEPTH: usize = 64;
/// Bytes between two events: the longest text or tag that is taken into memory at once.
const MOST_TOKEN: usize = 4 * 1024 * 1024;
const TOKEN: &str = "token too long";

/// What a part says next.
pub(super) enum Node<'x> {
    Start(BytesStart<'x>),
    End,
    Text(std::borrow::Cow<'x, str>),
    Eof,
}

/// The events of one part.
pub(super) struct Xml<'b> {
    reader: Reader<Paced<'b>>,
    buffer: Vec<u8>,
    part: &'static str,
    depth: usize,
}

impl<'b> Xml<'b> {
    /// `part` is named when the XML turns out to be damaged.
    pub(super) fn new(part: &'static str, inner: PartReader<'b>) -> Self {
        let mut reader = Reader::from_reader(Paced { inner, taken: 0 });
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = true;
        Self { reader, buffer: Vec::new(), part, depth: 0 }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    pub(super) fn damaged(&self) -> TableError {
        TableError::Damaged { part: self.part }
    }

    pub(super) fn next(&mut self) -> Result<Node<'_>, TableError> {
        let damaged = TableError::Damaged { part: self.part };
        self.buffer.clear();
        self.reader.get_mut().taken = 0;
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| refused(&error, self.part))?;
        match event {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > MOST_DEPTH { Err(damaged) } else { Ok(Node::Start(start)) }
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Node::End)
            }
            Event::Text(text) => text.decode().map(Node::Text).map_err(|_| damaged),
            Event::CData(text) => text.decode().map(Node::Text).map_err(|_| damaged),
            Event::GeneralRef(reference) => {
                reference_text(&reference).map(|text| Node::Text(text.into())).ok_or(TableError::ActiveXml)
            }
            Event::DocType(_) => Err(TableError::ActiveXml),
            Event::Eof if self.depth > 0 => Err(damaged),
            Event::Eof => Ok(Node::Eof),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Empty(_) => Ok(Node::Text("".into())),
        }
    }

    /// The text of the element that has just begun, without that of elements inside it; leaves after its end.
    pub(super) fn text_into(&mut self, out: &mut String) -> Result<(), TableError> {
        let inside = self.depth;
        loop {
            let depth = self.depth;
            match self.next()? {
                Node::Text(text) if depth == inside => out.push_str(&text),
                Node::End if depth == inside => return Ok(()),
                Node::Eof => return Err(self.damaged()),
                _ => {}
            }
            if out.len() > MOST_TOKEN {
                return Err(self.damaged());
            }
        }
    }

    /// Leaves after the end of the element that has just begun.
    pub(super) fn skip(&mut self) -> Result<(), TableError> {
        let outside = self.depth - 1;
        while self.depth > outside {
            if let Node::Eof = self.next()? {
                return Err(self.damaged());
            }
        }
        Ok(())
    }
}

fn refused(error: &quick_xml::Error, part: &'static str) -> TableError {
    match error {
        quick_xml::Error::Io(error) if error.to_string() == BOMB => TableError::ZipBomb,
        _ => TableError::Damaged { part },
    }
}

fn reference_text(reference: &BytesRef<'_>) -> Option<String> {
    if reference.is_char_ref() {
        return reference.resolve_char_ref().ok().flatten().map(String::from);
    }
    let name = reference.decode().ok()?;
    quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned)
}

/// The raw value of an attribute by its local name: enough for numbers, references and types.
pub(super) fn attribute<'s>(start: &'s BytesStart<'_>, name: &[u8]) -> Option<std::borrow::Cow<'s, [u8]>> {
    // Without the check for doubled attributes, whose cost grows with the square of their number.
    start
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|found| found.value)
}

/// An attribute as text with its references resolved.
pub(super) fn attribute_text(start: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let value = attribute(start, name)?;
    let text = std::str::from_utf8(&value).ok()?;
    quick_xml::escape::unescape(text).ok().map(std::borrow::Cow::into_owned)
}

/// Counts what is taken since the last event, so that no single token can fill the memory.
struct Paced<'b> {
    inner: PartReader<'b>,
    taken: usize,
}

impl Read for Paced<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.inner.read(buffer)
    }
}

impl BufRead for Paced<'_> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.taken > MOST_TOKEN {
            return Err(std::io::Error::other(TOKEN));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.taken += count;
        self.inner.consume(count);
    }
}
