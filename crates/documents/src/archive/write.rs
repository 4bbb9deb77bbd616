//! Writes objects as a file of version 1.7: streams apart, everything else packed into object streams, and a
//! cross-reference stream (ISO 32000, 7.5.7 and 7.5.8). A structure tree has hundreds of tiny objects; packed they
//! weigh little.

use std::io::Write;

use lopdf::{Dictionary, Object, StringFormat, dictionary};

use crate::deflate::deflate;
use crate::digits::{hexadecimal, integer};

/// Where an object stands.
#[derive(Clone, Copy, Debug)]
enum Place {
    Nowhere,
    /// Bytes from the beginning of the file.
    At(usize),
    /// Number of the object stream, and the place within it.
    Packed(u32, usize),
}

/// A file being written.
#[derive(Clone, Debug)]
pub struct File {
    bytes: Vec<u8>,
    /// By object number.
    places: Vec<Place>,
}

/// Objects that go into one object stream.
#[derive(Debug, Default)]
pub struct Pack {
    /// Number and place of each, as the stream's head has them.
    index: Vec<u8>,
    body: Vec<u8>,
    numbers: Vec<u32>,
}

impl Pack {
    /// Where to write the object of this number.
    pub fn begin(&mut self, number: u32) -> &mut Vec<u8> {
        if !self.body.is_empty() {
            self.body.push(b'\n');
        }
        integer(&mut self.index, number as usize);
        self.index.push(b' ');
        integer(&mut self.index, self.body.len());
        self.index.push(b' ');
        self.numbers.push(number);
        &mut self.body
    }
}

impl File {
    pub fn begin() -> Self {
        // Four bytes above 127 tell transfer programs that the file is binary.
        Self { bytes: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), places: Vec::new() }
    }

    /// Goes on with a copy, with room for a usual paper.
    pub fn go_on(&self) -> Self {
        let mut file = Self { bytes: Vec::with_capacity(self.bytes.len() + 16 * 1024), places: Vec::with_capacity(512) };
        file.bytes.extend_from_slice(&self.bytes);
        file.places.extend_from_slice(&self.places);
        file
    }

    pub fn stream(&mut self, number: u32, dictionary: &Dictionary, content: &[u8]) {
        self.set_place(number, Place::At(self.bytes.len()));
        let into = &mut self.bytes;
        integer(into, number as usize);
        into.extend_from_slice(b" 0 obj\n<<");
        for (key, value) in dictionary.iter().filter(|(key, _)| *key != b"Length") {
            entry_to(into, key, value);
        }
        into.extend_from_slice(b"/Length ");
        integer(into, content.len());
        into.extend_from_slice(b">>\nstream\n");
        into.extend_from_slice(content);
        into.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// An object stream.
    pub fn pack(&mut self, number: u32, pack: &Pack) {
        for (index, packed) in pack.numbers.iter().enumerate() {
            self.set_place(*packed, Place::Packed(number, index));
        }
        let dictionary = dictionary! {
            "Type" => "ObjStm",
            "N" => pack.numbers.len() as i64,
            "First" => pack.index.len() as i64,
            "Filter" => "FlateDecode",
        };
        self.stream(number, &dictionary, &deflate(&[pack.index.as_slice(), &pack.body].concat()));
    }

    /// The cross-reference stream, whose number is the highest, and the end of the file.
    pub fn finish(mut self, number: u32, trailer: &Dictionary) -> Vec<u8> {
        let start = self.bytes.len();
        self.set_place(number, Place::At(start));
        let wide = start > usize::from(u16::MAX) || self.places.len() > usize::from(u16::MAX);
        let mut dictionary = dictionary! {
            "Type" => "XRef",
            "Size" => self.places.len() as i64,
            "W" => if wide { vec![1.into(), 4.into(), 3.into()] } else { vec![1.into(), 2.into(), 2.into()] },
            "Filter" => "FlateDecode",
            // Each row as its difference to the one above (PNG's «up»): most rows are alike then.
            "DecodeParms" => dictionary! { "Predictor" => 12, "Columns" => if wide { 8 } else { 5 } },
        };
        for key in ["Root", "Info", "ID"] {
            if let Ok(value) = trailer.get(key.as_bytes()) {
                dictionary.set(key, value.clone());
            }
        }
        let rows = self.rows(wide);
        self.stream(number, &dictionary, &deflate(&rows));
        self.bytes.extend_from_slice(b"startxref\n");
        integer(&mut self.bytes, start);
        self.bytes.extend_from_slice(b"\n%%EOF\n");
        self.bytes
    }

    fn rows(&self, wide: bool) -> Vec<u8> {
        let mut rows = Vec::with_capacity(self.places.len() * 9);
        let mut above = [0; 8];
        for (number, place) in self.places.iter().enumerate() {
            let (kind, field, rest) = match *place {
                // The head of the list of free objects has the highest generation.
                Place::Nowhere => (0, 0, if number == 0 { usize::from(u16::MAX) } else { 0 }),
                Place::At(at) => (1, at, 0),
                Place::Packed(pack, index) => (2, pack as usize, index),
            };
            let mut row = [0; 8];
            row[1..5].copy_from_slice(&u32::try_from(field).unwrap_or(u32::MAX).to_be_bytes());
            let [_, rest @ ..] = u32::try_from(rest).unwrap_or(u32::MAX).to_be_bytes();
            (row[0], row[5], row[6], row[7]) = (kind, rest[0], rest[1], rest[2]);
            rows.push(2);
            for column in (0..8).filter(|column| wide || !matches!(column, 1 | 2 | 5)) {
                rows.push(row[column].wrapping_sub(above[column]));
            }
            above = row;
        }
        rows
    }

    fn set_place(&mut self, number: u32, place: Place) {
        let number = number as usize;
        if self.places.len() <= number {
            self.places.resize(number + 1, Place::Nowhere);
        }
        self.places[number] = place;
    }
}

pub fn object_to(into: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null | Object::Stream(_) => into.extend_from_slice(b"null"),
        Object::Boolean(value) => into.extend_from_slice(if *value { b"true" } else { b"false" }),
        Object::Integer(value) => {
            if *value < 0 {
                into.push(b'-');
            }
            integer(into, value.unsigned_abs() as usize);
        }
        Object::Real(value) => write!(into, "{value}").expect("writing to memory does not fail"),
        Object::Name(name) => name_to(into, name),
        Object::String(bytes, format) => string_to(into, bytes, *format),
        Object::Array(items) => {
            into.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    into.push(b' ');
                }
                object_to(into, item);
            }
            into.push(b']');
        }
        Object::Dictionary(dictionary) => {
            into.extend_from_slice(b"<<");
            for (key, value) in dictionary {
                entry_to(into, key, value);
            }
            into.extend_from_slice(b">>");
        }
        Object::Reference((number, _)) => reference_to(into, *number),
    }
}

fn entry_to(into: &mut Vec<u8>, key: &[u8], value: &Object) {
    name_to(into, key);
    if !matches!(value, Object::Name(_) | Object::Array(_) | Object::Dictionary(_) | Object::String(..)) {
        into.push(b' ');
    }
    object_to(into, value);
}

/// All our objects are of generation 0.
pub fn reference_to(into: &mut Vec<u8>, number: u32) {
    integer(into, number as usize);
    into.extend_from_slice(b" 0 R");
}

/// Anything but plain letters is written as its number.
fn name_to(into: &mut Vec<u8>, name: &[u8]) {
    into.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_') {
            into.push(*byte);
        } else {
            into.push(b'#');
            hexadecimal(into, *byte);
        }
    }
}

fn string_to(into: &mut Vec<u8>, bytes: &[u8], format: StringFormat) {
    let plain = bytes.iter().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'(' | b')' | b'\\'));
    if format == StringFormat::Literal && plain {
        into.push(b'(');
        into.extend_from_slice(bytes);
        into.push(b')');
        return;
    }
    into.push(b'<');
    bytes.iter().for_each(|byte| hexadecimal(into, *byte));
    into.push(b'>');
}
