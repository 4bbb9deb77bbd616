//! Canonical bytes for hashes and signatures: RFC 8785 over bodies that have no JSON numbers.

use serde_json::Value;

use crate::Body;

/// A number would have to pass through a binary double; ours are strings, so one is a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a JSON number has no canonical form here: numbers are strings")]
pub struct NumberRefused;

/// RFC 8785: no white space, keys sorted by UTF-16 code units, the shortest escapes.
///
/// # Errors
/// [`NumberRefused`] when a JSON number stands anywhere in the value.
pub fn canonical(value: &Value) -> Result<Vec<u8>, NumberRefused> {
    let mut bytes = Vec::new();
    write(value, &mut bytes, Numbers::Refused)?;
    Ok(bytes)
}

/// Like [`canonical`], but a number of a newer version's field is written as it came: good for comparing two states
/// of one record on one desk, never for a signature.
#[must_use]
pub fn comparable(body: &Body) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_map(body, &mut bytes, Numbers::AsTheyAre).expect("refuses only numbers, and they are allowed here");
    bytes
}

#[derive(Clone, Copy)]
enum Numbers {
    Refused,
    AsTheyAre,
}

fn write(value: &Value, out: &mut Vec<u8>, numbers: Numbers) -> Result<(), NumberRefused> {
    match (value, numbers) {
        (Value::Null, _) => out.extend_from_slice(b"null"),
        (Value::Bool(true), _) => out.extend_from_slice(b"true"),
        (Value::Bool(false), _) => out.extend_from_slice(b"false"),
        (Value::Number(_), Numbers::Refused) => return Err(NumberRefused),
        (Value::Number(number), Numbers::AsTheyAre) => out.extend_from_slice(number.to_string().as_bytes()),
        (Value::String(text), _) => write_text(text, out),
        (Value::Array(items), _) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                write(item, out, numbers)?;
            }
            out.push(b']');
        }
        (Value::Object(map), _) => write_map(map, out, numbers)?,
    }
    Ok(())
}

fn write_map(map: &Body, out: &mut Vec<u8>, numbers: Numbers) -> Result<(), NumberRefused> {
    let mut entries: Vec<_> = map.iter().collect();
    entries.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    out.push(b'{');
    for (index, (key, item)) in entries.into_iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write_text(key, out);
        out.push(b':');
        write(item, out, numbers)?;
    }
    out.push(b'}');
    Ok(())
}

fn write_text(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    for byte in text.bytes() {
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x09 => out.extend_from_slice(b"\\t"),
            0x0a => out.extend_from_slice(b"\\n"),
            0x0c => out.extend_from_slice(b"\\f"),
            0x0d => out.extend_from_slice(b"\\r"),
            0x00..0x20 => out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
            other => out.push(other),
        }
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn text(value: &Value) -> String {
        String::from_utf8(canonical(value).expect("no numbers")).expect("UTF-8")
    }

    /// The example of RFC 8785 §3.2.3: order by UTF-16, where a surrogate pair sorts before U+FB33.
    #[test]
    fn keys_are_sorted_as_the_rfc_shows() {
        let value = json!({"\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
            "1": "One", "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control", "\u{f6}": "Latin Small Letter O With Diaeresis"});
        assert_eq!(
            text(&value),
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"\u{f6}\":\"Latin Small Letter O With Diaeresis\",\
             \"\u{20ac}\":\"Euro Sign\",\"\u{1f600}\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}"
        );
    }

    #[test]
    fn escapes_are_the_shortest() {
        assert_eq!(
            text(&json!("\u{0}\u{8}\t\n\u{c}\r\u{1f}\"\\/\u{7f}«»")),
            "\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\u{7f}«»\""
        );
    }

    #[test]
    fn numbers_are_refused_anywhere() {
        assert_eq!(canonical(&json!({"lines": [{"price": 1}]})), Err(NumberRefused));
        assert_eq!(canonical(&json!(1.5)), Err(NumberRefused));
        let numbered = json!({"b": 1, "a": "x"}).as_object().cloned().expect("an object");
        assert_eq!(comparable(&numbered), b"{\"a\":\"x\",\"b\":1}");
    }
}
