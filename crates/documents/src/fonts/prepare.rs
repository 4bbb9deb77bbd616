//! Makes the fonts among the assets out of Noto's full files: hinting and layout tables dropped, every character kept.
//! Run by the example `prepare_fonts`; the desk itself never does this.

use super::FontError;
use super::outline::Outline;
use super::subset::Builder;

/// A font without hinting, with all characters that the full one maps.
///
/// # Errors
/// [`FontError`] when the file is no TrueType font with outlines.
pub fn text_font(full: &[u8]) -> Result<Vec<u8>, FontError> {
    let outline = Outline::parse(full)?;
    let mut builder = Builder::new(outline)?;
    builder.add_characters(outline, &outline.mapping()?)?;
    builder.font_file()
}

/// Signs that the text font lacks (arrows, mathematics, technical and geometric signs), gathered from the given
/// fonts; the first that has a sign gives it.
///
/// # Errors
/// [`FontError`] when a file is no TrueType font with outlines, or all are of different ems.
pub fn sign_font(text: &[u8], sources: &[&[u8]]) -> Result<Vec<u8>, FontError> {
    let mut known: Vec<char> = Outline::parse(text)?.mapping()?.into_iter().map(|(character, _)| character).collect();
    let first = Outline::parse(sources.first().ok_or(FontError::Broken("no source"))?)?;
    let mut builder = Builder::new(first)?;
    for source in sources {
        let outline = Outline::parse(source)?;
        let mut fresh = outline.mapping()?;
        fresh.retain(|(character, _)| is_sign(*character) && !known.contains(character));
        known.extend(fresh.iter().map(|(character, _)| *character));
        builder.add_characters(outline, &fresh)?;
    }
    builder.font_file()
}

/// What may stand in the name of a good and is no letter.
fn is_sign(character: char) -> bool {
    matches!(character, '\u{2000}'..='\u{23ff}' | '\u{25a0}'..='\u{25ff}' | '\u{2600}'..='\u{2612}' | '\u{2713}'..='\u{2718}')
}
