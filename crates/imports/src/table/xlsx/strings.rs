//! The strings that cells share: each is kept in the table once.

use crate::table::build::Span;
use crate::table::xml::{Node, Xml};
use crate::table::zip::Archive;
use crate::table::{Builder, TableError};

pub(super) fn read(archive: &Archive<'_>, part: &str, builder: &mut Builder<'_>) -> Result<Vec<Span>, TableError> {
    let mut strings = Vec::new();
    let Some(reader) = archive.part(part)? else { return Ok(strings) };
    let most = builder.limits().cells;
    let mut xml = Xml::new("strings", reader);
    let mut text = String::new();
    loop {
        match xml.next()? {
            Node::Start(start) if start.local_name().as_ref() == b"si" => {
                text.clear();
                rich_text(&mut xml, &mut text)?;
                let is_blank = text.chars().all(char::is_whitespace);
                strings.push(if is_blank { Span::EMPTY } else { builder.keep(&text)? });
                if strings.len() > most {
                    return Err(TableError::TooMuchText { most: builder.limits().text_bytes });
                }
            }
            Node::Eof => return Ok(strings),
            _ => {}
        }
    }
}

/// The runs of a string that has just begun (`<si>` or `<is>`), without the readings over Japanese words.
pub(super) fn rich_text(xml: &mut Xml<'_>, text: &mut String) -> Result<(), TableError> {
    let outside = xml.depth() - 1;
    let start = text.len();
    while xml.depth() > outside {
        match xml.next()? {
            Node::Start(start) => match start.local_name().as_ref() {
                b"t" => xml.text_into(text)?,
                b"rPh" => xml.skip()?,
                _ => {}
            },
            Node::Eof => return Err(xml.damaged()),
            _ => {}
        }
    }
    unescape(text, start);
    Ok(())
}

/// `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19).
pub(super) fn unescape(text: &mut String, from: usize) {
    if !text[from..].contains("_x") {
        return;
    }
    let mut plain = String::with_capacity(text.len() - from);
    let mut rest = &text[from..];
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 6).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let character = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match character.filter(|_| rest[at + 6..].starts_with('_')) {
            Some(character) => {
                plain.push(character);
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    text.truncate(from);
    text.push_str(&plain);
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn escapes_of_characters() {
        for (text, plain) in
            [("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_xZZZZ_", "_xZZZZ_"), ("я_x", "я_x"), ("_x00Dя_", "_x00Dя_")]
        {
            let mut value = text.to_owned();
            unescape(&mut value, 0);
            assert_eq!(value, plain);
        }
    }
}
