//! Turns pages of commands into PDF objects. The only module that knows printpdf.
//!
//! printpdf makes the document: its pages, fonts and pictures. What stands on a page is written by [`content`] and takes
//! its place later: a page has a thousand operators, and a value for each of them costs more than all the rest of the
//! paper. Fonts are handed over as placeholders with their widths; [`crate::archive`] puts the ready-made programs in
//! their place. A warning of printpdf is an error: it means that a reader would not show what we meant.

mod content;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use printpdf::{
    DictItem, ExternalStream, ExternalXObject, FontId, FontMetrics, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle,
    PdfPage, PdfSaveOptions, Pt, TextItem, XObject, XObjectId,
};

use crate::PaperError;
use crate::archive::Pdf;
use crate::fonts::{self, Embedded, Slot, Weight};
use crate::page::{Command, HEIGHT, Page, PictureKey, WIDTH};
use crate::pictures::{Picture, Pictures, Pixels};
use crate::qr::Modules;
use crate::structure::{ElementId, Structure};

/// Fonts by slot, with what is to be embedded.
pub type Fonts = BTreeMap<Slot, Arc<Embedded>>;

/// A document in objects, with what goes into it.
pub struct Drawn {
    pub document: Pdf,
    /// The operators of each page.
    pub contents: Vec<Vec<u8>>,
    /// The fonts of this document besides the two of every paper.
    pub fonts: Fonts,
    /// The element of each marked piece of content, by page; the place in the list is the mark's number (MCID).
    pub marks: Vec<Vec<ElementId>>,
}

/// # Errors
/// [`PaperError::Font`] when a letter has no font, [`PaperError::Emit`] when printpdf finds fault.
pub fn emit(pages: &[Page], structure: &Structure, code: Option<&Modules>, pictures: &Pictures) -> Result<Drawn, PaperError> {
    let used = further_characters(pages);
    let mut pdf = PdfDocument::new("");
    let fonts = declare(&mut pdf, &used)?;
    if let Some(code) = code {
        pdf.resources.xobjects.map.insert(XObjectId(content::CODE.to_owned()), code_object(code));
    }
    let keys = picture_keys(pages);
    for (index, key) in keys.iter().enumerate() {
        if let Some(picture) = pictures.get(key) {
            pdf.resources.xobjects.map.insert(XObjectId(content::picture_name(index)), picture_object(picture));
        }
    }
    let (mut contents, mut marks) = (Vec::with_capacity(pages.len()), Vec::with_capacity(pages.len()));
    for page in pages {
        let written =
            content::write(page, &content::Resources { keys: &keys, fonts: &fonts, has_code: code.is_some() }, structure);
        contents.push(written.operators);
        marks.push(written.marks);
    }
    // printpdf looks at the first page for the letters that a font has to have.
    let letters = used.iter().flat_map(|(slot, characters)| shown(*slot, characters));
    pdf.pages.push(page(letters.collect()));
    pdf.pages.extend((1..pages.len()).map(|_| page(Vec::new())));
    Ok(Drawn { document: objects(&pdf)?, contents, fonts, marks })
}

/// A document that uses all of the two fonts that every paper has, and the fonts.
///
/// # Errors
/// As [`emit`].
pub fn core_fonts() -> Result<(Pdf, Fonts), PaperError> {
    let characters: BTreeSet<char> = fonts::CORE.chars().collect();
    let used = BTreeMap::from([(Slot::CoreRegular, characters.clone()), (Slot::CoreBold, characters)]);
    let mut pdf = PdfDocument::new("");
    let fonts = declare(&mut pdf, &used)?;
    pdf.pages.push(page(used.iter().flat_map(|(slot, characters)| shown(*slot, characters)).collect()));
    Ok((objects(&pdf)?, fonts))
}

/// The characters that are in neither of the core fonts.
fn further_characters(pages: &[Page]) -> BTreeMap<Slot, BTreeSet<char>> {
    let mut used: BTreeMap<Slot, BTreeSet<char>> = BTreeMap::new();
    for command in pages.iter().flat_map(|page| &page.commands) {
        let (weight, text) = match command {
            Command::Text { weight, text, .. } => (*weight, text),
            Command::Ghost { text, .. } => (Weight::Bold, text),
            _ => continue,
        };
        for character in text.chars().filter(|character| fonts::core_glyph(weight, *character).is_none()) {
            if let Some(slot) = fonts::slot(weight, character) {
                used.entry(slot).or_default().insert(character);
            }
        }
    }
    used
}

/// Makes the fonts known to the document.
fn declare(pdf: &mut PdfDocument, used: &BTreeMap<Slot, BTreeSet<char>>) -> Result<Fonts, PaperError> {
    let mut fonts = Fonts::new();
    for (slot, characters) in used {
        let embedded = fonts::embedded(*slot, characters)?;
        let font = PdfFont::new(placeholder(*slot, &embedded, characters));
        pdf.resources.fonts.map.insert(FontId(slot.resource().to_owned()), font);
        fonts.insert(*slot, embedded);
    }
    Ok(fonts)
}

/// Operators that show each of the characters.
fn shown(slot: Slot, characters: &BTreeSet<char>) -> [Op; 4] {
    let font = PdfFontHandle::External(FontId(slot.resource().to_owned()));
    let items = vec![TextItem::Text(characters.iter().collect())];
    [Op::StartTextSection, Op::SetFont { font, size: Pt(1.0) }, Op::ShowText { items }, Op::EndTextSection]
}

fn page(ops: Vec<Op>) -> PdfPage {
    PdfPage::new(millimetres(WIDTH), millimetres(HEIGHT), ops)
}

/// printpdf thinks in 32-bit floats.
fn millimetres(value: f64) -> Mm {
    Mm(value as f32)
}

fn objects(pdf: &PdfDocument) -> Result<Pdf, PaperError> {
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let document = printpdf::serialize::to_lopdf_doc(pdf, &options, &mut warnings);
    match warnings.first() {
        Some(warning) => Err(PaperError::Emit(warning.msg.clone())),
        None => Ok(document),
    }
}

/// What printpdf needs to encode text and write the widths; the font program itself comes later.
fn placeholder(slot: Slot, embedded: &Embedded, characters: &BTreeSet<char>) -> ParsedFont {
    let weight = if matches!(slot, Slot::CoreBold | Slot::ExtraBold) { Weight::Bold } else { Weight::Regular };
    let glyphs: BTreeMap<u32, u16> = characters
        .iter()
        .filter_map(|character| embedded.glyphs.get(character).map(|glyph| (u32::from(*character), *glyph)))
        .collect();
    let widths = characters
        .iter()
        .filter_map(|character| embedded.glyphs.get(character).map(|glyph| (*glyph, fonts::advance(weight, *character))))
        .collect();
    let metrics = FontMetrics { ascent: embedded.ascent, descent: embedded.descent };
    let mut font = ParsedFont::with_glyph_data(b"font".to_vec(), 0, Some(embedded.name.clone()), glyphs, widths, 1000, metrics);
    [font.pdf_font_metrics.x_min, font.pdf_font_metrics.y_min, font.pdf_font_metrics.x_max, font.pdf_font_metrics.y_max] =
        embedded.bounds;
    font.pdf_font_metrics.us_weight_class = embedded.weight_class;
    font
}

fn picture_keys(pages: &[Page]) -> Vec<PictureKey> {
    let keys: BTreeSet<PictureKey> = pages
        .iter()
        .flat_map(|page| &page.commands)
        .filter_map(|command| match command {
            Command::Picture { key, .. } => Some(key.clone()),
            _ => None,
        })
        .collect();
    keys.into_iter().collect()
}

/// The payment code as a stencil: the ink goes where its dots are 0.
fn code_object(code: &Modules) -> XObject {
    let stencil = code.stencil();
    let side = DictItem::Int(stencil.side as i64);
    let entries = [
        ("Subtype", name("Image")),
        ("Width", side.clone()),
        ("Height", side),
        ("BitsPerComponent", DictItem::Int(1)),
        ("ImageMask", DictItem::Bool(true)),
        ("Interpolate", DictItem::Bool(false)),
    ];
    external(stencil.bytes, entries)
}

fn picture_object(picture: &Picture) -> XObject {
    let entries = |colours: u8| {
        let space = match colours {
            1 => "DeviceGray",
            3 => "DeviceRGB",
            _ => "DeviceCMYK",
        };
        [
            ("Subtype", name("Image")),
            ("Width", DictItem::Int(i64::from(picture.width))),
            ("Height", DictItem::Int(i64::from(picture.height))),
            ("BitsPerComponent", DictItem::Int(8)),
            ("ColorSpace", name(space)),
        ]
    };
    let mut object = match &picture.pixels {
        Pixels::Jpeg { channels, file, .. } => external(file.clone(), entries(*channels)),
        Pixels::Raw { channels, colours, .. } => external(colours.clone(), entries(*channels)),
    };
    let XObject::External(external_object) = &mut object else { return object };
    let dictionary = &mut external_object.stream.dict;
    match &picture.pixels {
        Pixels::Jpeg { inverted, .. } => {
            dictionary.insert("Filter".to_owned(), name("DCTDecode"));
            if *inverted {
                let decode = [1, 0, 1, 0, 1, 0, 1, 0].map(DictItem::Int).to_vec();
                dictionary.insert("Decode".to_owned(), DictItem::Array(decode));
            }
        }
        Pixels::Raw { alpha: Some(alpha), .. } => {
            let mut mask: BTreeMap<String, DictItem> =
                entries(1).into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
            mask.insert("Type".to_owned(), name("XObject"));
            let stream = ExternalStream { dict: mask, content: alpha.clone(), compress: false };
            dictionary.insert("SMask".to_owned(), DictItem::Stream { stream });
        }
        Pixels::Raw { alpha: None, .. } => {}
    }
    object
}

fn name(text: &str) -> DictItem {
    DictItem::Name(text.as_bytes().to_vec())
}

fn external<const N: usize>(content: Vec<u8>, entries: [(&str, DictItem); N]) -> XObject {
    let mut dict: BTreeMap<String, DictItem> = entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    dict.insert("Type".to_owned(), name("XObject"));
    // Compression is the archive's business.
    let stream = ExternalStream { dict, content, compress: false };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}
