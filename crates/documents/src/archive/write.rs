//! Writes the objects as a file of version 1.7: streams apart, everything else packed into one object stream, and a
//! cross-reference stream (ISO 32000, 7.5.7 and 7.5.8). A structure tree has thousands of tiny objects; packed they
//! weigh little.

use std::io::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use crate::deflate::deflate;

/// Where an object stands.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    /// Bytes from the beginning of the file.
    At(usize),
    /// Number within the object stream.
    Packed(usize),
}

/// The file. `packed` are further objects, ready-made, whose numbers follow those of `document`.
///
/// # Errors
/// Writing to memory does not fail; the type is that of the writer.
pub fn write(document: &Document, packed: &[(u32, String)]) -> std::io::Result<Vec<u8>> {
    let last = packed.iter().map(|(number, _)| *number).chain([document.max_id]).max().unwrap_or(0);
    let mut places = vec![Place::Nowhere; last as usize + 3];
    let mut file = Vec::with_capacity(48 * 1024);
    // Four bytes above 127 tell transfer programs that the file is binary.
    file.extend_from_slice(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    let (mut index, mut body, mut count) = (String::new(), Vec::new(), 0);
    let mut pack = |number: u32, body: &mut Vec<u8>, places: &mut Vec<Place>, at: usize| {
        index.push_str(&format!("{number} {at} "));
        places[number as usize] = Place::Packed(count);
        count += 1;
        body.push(b'\n');
    };
    for ((number, _), object) in &document.objects {
        if let Object::Stream(stream) = object {
            places[*number as usize] = Place::At(file.len());
            write_stream(&mut file, *number, &stream.dict, &stream.content)?;
        } else {
            let at = body.len();
            object_to(&mut body, object)?;
            pack(*number, &mut body, &mut places, at);
        }
    }
    for (number, text) in packed {
        let at = body.len();
        body.extend_from_slice(text.as_bytes());
        pack(*number, &mut body, &mut places, at);
    }
    let (pack_number, table_number) = (last + 1, last + 2);
    places[pack_number as usize] = Place::At(file.len());
    let first = index.len();
    let packed_bytes = deflate(&[index.as_bytes(), &body].concat());
    let mut dictionary = Dictionary::new();
    dictionary.set("Type", "ObjStm");
    dictionary.set("N", i64::try_from(count).unwrap_or(i64::MAX));
    dictionary.set("First", i64::try_from(first).unwrap_or(i64::MAX));
    dictionary.set("Filter", "FlateDecode");
    write_stream(&mut file, pack_number, &dictionary, &packed_bytes)?;
    write_table(&mut file, document, &mut places, pack_number, table_number)?;
    Ok(file)
}

/// The cross-reference stream and the end of the file.
fn write_table(file: &mut Vec<u8>, document: &Document, places: &mut [Place], pack: u32, table: u32) -> std::io::Result<()> {
    let start = file.len();
    places[table as usize] = Place::At(start);
    let mut rows = Vec::with_capacity(places.len() * 7);
    for place in places.iter() {
        let (kind, field, rest) = match *place {
            Place::Nowhere => (0, 0, 0),
            Place::At(at) => (1, at, 0),
            Place::Packed(index) => (2, pack as usize, index),
        };
        rows.push(kind);
        rows.extend_from_slice(&u32::try_from(field).unwrap_or(u32::MAX).to_be_bytes());
        rows.extend_from_slice(&u16::try_from(rest).unwrap_or(u16::MAX).to_be_bytes());
    }
    // The head of the list of free objects has the highest generation.
    rows[5..7].copy_from_slice(&u16::MAX.to_be_bytes());
    let mut dictionary = Dictionary::new();
    dictionary.set("Type", "XRef");
    dictionary.set("Size", i64::try_from(places.len()).unwrap_or(i64::MAX));
    dictionary.set("W", vec![1.into(), 4.into(), 2.into()]);
    for key in ["Root", "Info", "ID"] {
        if let Ok(value) = document.trailer.get(key.as_bytes()) {
            dictionary.set(key, value.clone());
        }
    }
    dictionary.set("Filter", "FlateDecode");
    write_stream(file, table, &dictionary, &deflate(&rows))?;
    write!(file, "startxref\n{start}\n%%EOF\n")
}

fn write_stream(file: &mut Vec<u8>, number: u32, dictionary: &Dictionary, content: &[u8]) -> std::io::Result<()> {
    write!(file, "{number} 0 obj\n<<")?;
    for (key, value) in dictionary.iter().filter(|(key, _)| *key != b"Length") {
        entry_to(file, key, value)?;
    }
    write!(file, "/Length {}>>\nstream\n", content.len())?;
    file.extend_from_slice(content);
    file.extend_from_slice(b"\nendstream\nendobj\n");
    Ok(())
}

fn object_to(into: &mut Vec<u8>, object: &Object) -> std::io::Result<()> {
    match object {
        Object::Null | Object::Stream(_) => write!(into, "null"),
        Object::Boolean(value) => write!(into, "{value}"),
        Object::Integer(value) => write!(into, "{value}"),
        Object::Real(value) => write!(into, "{value}"),
        Object::Name(name) => name_to(into, name),
        Object::String(bytes, format) => string_to(into, bytes, *format),
        Object::Array(items) => {
            into.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    into.push(b' ');
                }
                object_to(into, item)?;
            }
            into.push(b']');
            Ok(())
        }
        Object::Dictionary(dictionary) => {
            into.extend_from_slice(b"<<");
            for (key, value) in dictionary {
                entry_to(into, key, value)?;
            }
            into.extend_from_slice(b">>");
            Ok(())
        }
        Object::Reference(id) => reference_to(into, *id),
    }
}

fn entry_to(into: &mut Vec<u8>, key: &[u8], value: &Object) -> std::io::Result<()> {
    name_to(into, key)?;
    if !matches!(value, Object::Name(_) | Object::Array(_) | Object::Dictionary(_) | Object::String(..)) {
        into.push(b' ');
    }
    object_to(into, value)
}

fn reference_to(into: &mut Vec<u8>, (number, generation): ObjectId) -> std::io::Result<()> {
    write!(into, "{number} {generation} R")
}

/// Anything but plain letters is written as its number.
fn name_to(into: &mut Vec<u8>, name: &[u8]) -> std::io::Result<()> {
    into.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_') {
            into.push(*byte);
        } else {
            write!(into, "#{byte:02X}")?;
        }
    }
    Ok(())
}

fn string_to(into: &mut Vec<u8>, bytes: &[u8], format: StringFormat) -> std::io::Result<()> {
    let plain = bytes.iter().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'(' | b')' | b'\\'));
    if format == StringFormat::Literal && plain {
        into.push(b'(');
        into.extend_from_slice(bytes);
        into.push(b')');
        return Ok(());
    }
    into.push(b'<');
    for byte in bytes {
        write!(into, "{byte:02X}")?;
    }
    into.push(b'>');
    Ok(())
}
