//! Turns pages of commands into PDF objects. The only module that knows printpdf.
//!
//! Fonts are handed over as placeholders with their widths; [`crate::archive`] puts the ready-made programs in their
//! place. A warning of printpdf is an error: it means that a reader would not show what we meant.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use printpdf::{
    Color, CurTransMat, DictItem, ExternalStream, ExternalXObject, FontId, FontMetrics, Greyscale, Line, LinePoint, Mm, Op,
    ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, TextItem, TextMatrix, XObject,
    XObjectId, XObjectTransform,
};

use crate::PaperError;
use crate::fonts::{self, Embedded, Slot, Weight};
use crate::page::{Command, HEIGHT, Ink, POINT, Page, PictureKey, WIDTH};
use crate::pictures::{Picture, Pictures, Pixels};
use crate::qr::Modules;
use crate::structure::{ElementId, Structure};

/// A document in objects, with the fonts that go into it.
pub struct Drawn {
    pub document: crate::archive::Pdf,
    pub fonts: BTreeMap<Slot, Arc<Embedded>>,
    /// The element of each marked piece of content, by page; the place in the list is the mark's number (MCID).
    pub marks: Vec<Vec<ElementId>>,
}

/// # Errors
/// [`PaperError::Font`] when a letter has no font, [`PaperError::Emit`] when printpdf finds fault.
pub fn emit(pages: &[Page], structure: &Structure, code: Option<&Modules>, pictures: &Pictures) -> Result<Drawn, PaperError> {
    let used = used_characters(pages);
    let mut fonts = BTreeMap::new();
    let mut pdf = PdfDocument::new("");
    for (slot, characters) in &used {
        let embedded = fonts::embedded(*slot, characters)?;
        let font = PdfFont::new(placeholder(*slot, &embedded, characters));
        pdf.resources.fonts.map.insert(FontId(slot.resource().to_owned()), font);
        fonts.insert(*slot, embedded);
    }
    if let Some(code) = code {
        pdf.resources.xobjects.map.insert(XObjectId(CODE.to_owned()), code_object(code));
    }
    let keys = picture_keys(pages);
    for (index, key) in keys.iter().enumerate() {
        if let Some(picture) = pictures.get(key) {
            pdf.resources.xobjects.map.insert(XObjectId(format!("P{index}")), picture_object(picture));
        }
    }
    let mut marks = Vec::with_capacity(pages.len());
    for page in pages {
        let mut writer = PageWriter::new(&keys, code, structure);
        writer.page(page);
        marks.push(writer.marks);
        pdf.pages.push(PdfPage::new(millimetres(WIDTH), millimetres(HEIGHT), writer.ops));
    }
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let document = printpdf::serialize::to_lopdf_doc(&pdf, &options, &mut warnings);
    match warnings.first() {
        Some(warning) => Err(PaperError::Emit(warning.msg.clone())),
        None => Ok(Drawn { document, fonts, marks }),
    }
}

/// Name of the payment code among the page's resources.
const CODE: &str = "Q";

/// printpdf thinks in 32-bit floats.
fn millimetres(value: f64) -> Mm {
    Mm(value as f32)
}

/// Points from the left or from the bottom, to a hundredth: exact in the file, and shorter than the eye can tell.
fn points(millimetres: f64) -> f64 {
    (millimetres / POINT * 100.0).round() / 100.0
}

fn used_characters(pages: &[Page]) -> BTreeMap<Slot, BTreeSet<char>> {
    let mut used: BTreeMap<Slot, BTreeSet<char>> = BTreeMap::new();
    let mut note = |weight, text: &str| {
        for character in text.chars() {
            if let Some(slot) = fonts::slot(weight, character) {
                used.entry(slot).or_default().insert(character);
            }
        }
    };
    for command in pages.iter().flat_map(|page| &page.commands) {
        match command {
            Command::Text { weight, text, .. } => note(*weight, text),
            Command::Ghost { text, .. } => note(Weight::Bold, text),
            _ => {}
        }
    }
    used
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

/// The payment code as a form whose unit is a module, y upwards.
fn code_object(code: &Modules) -> XObject {
    let side = code.side as i64;
    let mut content = String::with_capacity(code.dark.len() * 12);
    for [x, y, width, height] in &code.dark {
        content.push_str(&format!("{x} {} {width} {height} re\n", code.side - y - height));
    }
    content.push_str("f\n");
    let corner = [0, 0, side, side].map(DictItem::Int).to_vec();
    external(content.into_bytes(), [("Subtype", name("Form")), ("BBox", DictItem::Array(corner))])
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

/// Writes one page: the state of the graphics is set only where it changes.
struct PageWriter<'a> {
    ops: Vec<Op>,
    keys: &'a [PictureKey],
    code: Option<&'a Modules>,
    stroke: Option<(Ink, f64)>,
    fill: Ink,
    font: Option<(Slot, f64)>,
    /// Where the current line of text begins: `Td` counts from there.
    cursor: (f64, f64),
    structure: &'a Structure,
    marks: Vec<ElementId>,
}

impl<'a> PageWriter<'a> {
    fn new(keys: &'a [PictureKey], code: Option<&'a Modules>, structure: &'a Structure) -> Self {
        let (ops, marks) = (Vec::new(), Vec::new());
        Self { ops, keys, code, stroke: None, fill: Ink::Black, font: None, cursor: (0.0, 0.0), structure, marks }
    }

    /// Letters across the page first, then rules, pictures and the code, then all text in one section over them.
    fn page(&mut self, page: &Page) {
        self.mark(None);
        for command in &page.commands {
            match command {
                Command::Ghost { size, text } => self.ghost(*size, text),
                Command::Rule { from, to, width, ink } => self.rule(*from, *to, *width, *ink),
                _ => {}
            }
        }
        self.end_mark();
        let mut tag = None;
        for command in &page.commands {
            match command {
                Command::Tag(element) => tag = *element,
                Command::Code { x, y, side } => self.marked(tag, |writer| writer.code(*x, *y, *side)),
                Command::Picture { x, y, width, height, key } => {
                    self.marked(tag, |writer| writer.picture((*x, *y), (*width, *height), key));
                }
                _ => {}
            }
        }
        self.texts(page);
    }

    fn texts(&mut self, page: &Page) {
        self.ops.push(Op::StartTextSection);
        let mut tag = None;
        let mut open = None;
        for command in &page.commands {
            match command {
                Command::Tag(element) => tag = *element,
                Command::Text { x, y, size, weight, ink, text } => {
                    if open != Some(tag) {
                        if open.is_some() {
                            self.end_mark();
                        }
                        self.mark(tag);
                        open = Some(tag);
                    }
                    self.text((*x, *y), *size, *weight, *ink, text);
                }
                _ => {}
            }
        }
        if open.is_some() {
            self.end_mark();
        }
        self.ops.push(Op::EndTextSection);
    }

    fn marked(&mut self, tag: Option<ElementId>, draw: impl FnOnce(&mut Self)) {
        self.mark(tag);
        draw(self);
        self.end_mark();
    }

    /// Begins a piece of content of an element; what belongs to none is decoration (artifact).
    fn mark(&mut self, tag: Option<ElementId>) {
        let Some(element) = tag else {
            self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
            return;
        };
        let number = DictItem::Int(self.marks.len() as i64);
        let properties = DictItem::Dict { map: BTreeMap::from([("MCID".to_owned(), number)]) };
        self.marks.push(element);
        let tag = self.structure.role(element).name().to_owned();
        self.ops.push(Op::BeginMarkedContentWithProperties { tag, properties });
    }

    fn end_mark(&mut self) {
        self.ops.push(Op::EndMarkedContent);
    }

    fn rule(&mut self, from: (f64, f64), to: (f64, f64), width: f64, ink: Ink) {
        if self.stroke != Some((ink, width)) {
            self.ops.push(Op::SetOutlineColor { col: grey(ink) });
            self.ops.push(Op::SetOutlineThickness { pt: pt(points(width)) });
            self.stroke = Some((ink, width));
        }
        let point = |(x, y): (f64, f64)| LinePoint { p: Point { x: pt(points(x)), y: pt(points(HEIGHT - y)) }, bezier: false };
        let line = Line { points: vec![point(from), point(to)], is_closed: false };
        self.ops.push(Op::DrawLine { line });
    }

    fn code(&mut self, x: f64, y: f64, side: f64) {
        if let Some(code) = self.code {
            let unit = side / code.side as f64 / POINT;
            self.ink(Ink::Black);
            self.object(CODE.to_owned(), [unit, unit], x, y + side);
        }
    }

    fn picture(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), key: &PictureKey) {
        if let Some(index) = self.keys.iter().position(|known| known == key) {
            self.object(format!("P{index}"), [width / POINT, height / POINT], x, y + height);
        }
    }

    /// Draws an object scaled, its lower left corner at `x`, `bottom` (millimetres from the top).
    fn object(&mut self, id: String, [across, up]: [f64; 2], x: f64, bottom: f64) {
        let matrix = [across as f32, 0.0, 0.0, up as f32, points(x) as f32, points(HEIGHT - bottom) as f32];
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(matrix) });
        let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
        self.ops.push(Op::UseXobject { id: XObjectId(id), transform });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn ghost(&mut self, size: f64, text: &str) {
        let thousandths: u32 = text.chars().map(|character| u32::from(fonts::advance(Weight::Bold, character))).sum();
        let half = f64::from(thousandths) / 1000.0 * size / 2.0;
        let (sine, cosine) = (50.0_f64.to_radians().sin(), 50.0_f64.to_radians().cos());
        // The middle of the word on the middle of the page; capitals are some 0.7 em high.
        let x = WIDTH / POINT / 2.0 - half * cosine + 0.35 * size * sine;
        let y = HEIGHT / POINT / 2.0 - half * sine - 0.35 * size * cosine;
        let round = |value: f64| ((value * 10_000.0).round() / 10_000.0) as f32;
        let matrix = [round(cosine), round(sine), round(-sine), round(cosine), round(x), round(y)];
        self.ops.push(Op::StartTextSection);
        self.ink(Ink::Ghost);
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw(matrix) });
        self.show(text, Weight::Bold, size);
        self.ops.push(Op::EndTextSection);
    }

    fn text(&mut self, (x, y): (f64, f64), size: f64, weight: Weight, ink: Ink, text: &str) {
        let target = (points(x), points(HEIGHT - y));
        let step = |to: f64, from: f64| pt(((to - from) * 100.0).round() / 100.0);
        self.ink(ink);
        let pos = Point { x: step(target.0, self.cursor.0), y: step(target.1, self.cursor.1) };
        self.ops.push(Op::SetTextCursor { pos });
        self.cursor = target;
        self.show(text, weight, size);
    }

    /// Shows a text piece by piece, each in the font that has its letters.
    fn show(&mut self, text: &str, weight: Weight, size: f64) {
        let mut piece = String::new();
        let mut current = None;
        for character in text.chars() {
            let slot = fonts::slot(weight, character);
            if slot != current && !piece.is_empty() {
                self.piece(current, size, std::mem::take(&mut piece));
            }
            current = slot;
            piece.push(character);
        }
        if !piece.is_empty() {
            self.piece(current, size, piece);
        }
    }

    fn piece(&mut self, slot: Option<Slot>, size: f64, text: String) {
        let Some(slot) = slot else { return };
        if self.font != Some((slot, size)) {
            let font = PdfFontHandle::External(FontId(slot.resource().to_owned()));
            self.ops.push(Op::SetFont { font, size: pt((size * 100.0).round() / 100.0) });
            self.font = Some((slot, size));
        }
        self.ops.push(Op::ShowText { items: vec![TextItem::Text(text)] });
    }

    fn ink(&mut self, ink: Ink) {
        if self.fill != ink {
            self.ops.push(Op::SetFillColor { col: grey(ink) });
            self.fill = ink;
        }
    }
}

fn pt(value: f64) -> Pt {
    Pt(value as f32)
}

fn grey(ink: Ink) -> Color {
    Color::Greyscale(Greyscale { percent: ink.level(), icc_profile: None })
}
