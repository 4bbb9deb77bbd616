//! Looks at a finished PDF as a stranger would: is it one of ours, and is everything in it that a reader needs?

use lopdf::{Dictionary, Document, Object};

use crate::PaperError;

/// What was found in a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub pages: usize,
    /// Names of the embedded fonts, with their six capitals.
    pub fonts: Vec<String>,
}

/// Reads the file and checks version, identity, language, metadata, and that each font is embedded, a subset, and can be
/// read back as text.
///
/// # Errors
/// [`PaperError::Pdf`] for what is no PDF, [`PaperError::Structure`] for what is missing.
pub fn verify(bytes: &[u8]) -> Result<Verified, PaperError> {
    let document = Document::load_mem(bytes)?;
    if document.version != "1.7" {
        return Err(PaperError::Structure("version"));
    }
    document.trailer.get(b"ID").and_then(Object::as_array).map_err(|_| PaperError::Structure("ID"))?;
    let root = document.get_dictionary(document.trailer.get(b"Root")?.as_reference()?)?;
    for key in ["Lang", "Metadata", "ViewerPreferences"] {
        if !root.has(key.as_bytes()) {
            return Err(PaperError::Structure("catalogue"));
        }
    }
    let mut fonts = Vec::new();
    for object in document.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0") {
            fonts.push(font_name(&document, font)?);
        }
    }
    fonts.sort();
    Ok(Verified { pages: document.get_pages().len(), fonts })
}

fn font_name(document: &Document, font: &Dictionary) -> Result<String, PaperError> {
    let name = String::from_utf8_lossy(font.get(b"BaseFont")?.as_name()?).into_owned();
    let tagged = name.as_bytes().get(6) == Some(&b'+') && name.bytes().take(6).all(|byte| byte.is_ascii_uppercase());
    if !tagged {
        return Err(PaperError::Structure("font is no subset"));
    }
    document.get_object(font.get(b"ToUnicode")?.as_reference()?)?.as_stream()?;
    let descendant =
        font.get(b"DescendantFonts")?.as_array()?.first().ok_or(PaperError::Structure("descendant font"))?.as_dict()?;
    let descriptor = document.get_dictionary(descendant.get(b"FontDescriptor")?.as_reference()?)?;
    let program = document.get_object(descriptor.get(b"FontFile2")?.as_reference()?)?.as_stream()?;
    if program.content.is_empty() {
        return Err(PaperError::Structure("font is empty"));
    }
    Ok(name)
}
