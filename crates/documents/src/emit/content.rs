//! Writes what stands on a page as PDF operators (ISO 32000, 8 and 9). Knows nothing of the document around it.
//!
//! Texts are strings of two bytes a glyph, as they are: written in hexadecimal they would be twice as long, and it is
//! their length that compressing them costs.

use crate::digits::{hundredths, integer};
use crate::fonts::{self, Slot, Weight};
use crate::page::{Command, HEIGHT, Ink, POINT, Page, PictureKey, WIDTH};
use crate::structure::{ElementId, Structure};

use super::Fonts;

/// Name of the payment code among the resources.
pub const CODE: &str = "Q";

/// Name of a picture among the resources.
pub fn picture_name(index: usize) -> String {
    format!("P{index}")
}

/// What a page may refer to.
#[derive(Clone, Copy)]
pub struct Resources<'a> {
    pub keys: &'a [PictureKey],
    /// Fonts besides the two of every paper.
    pub fonts: &'a Fonts,
    pub has_code: bool,
}

/// A page's operators and the element of each marked piece.
pub struct Written {
    pub operators: Vec<u8>,
    pub marks: Vec<ElementId>,
}

/// Letters across the page first, then rules, pictures and the code, then all text in one section over them.
pub fn write(page: &Page, resources: &Resources<'_>, structure: &Structure) -> Written {
    let mut writer = Writer::new(*resources, structure);
    writer.out.reserve(page.commands.len() * 48);
    writer.decoration(page);
    writer.pictures(page);
    writer.texts(page);
    Written { operators: writer.out, marks: writer.marks }
}

/// Hundredths of a point: exact in the file, and finer than the eye can tell.
fn points(millimetres: f64) -> i64 {
    (millimetres / POINT * 100.0).round() as i64
}

/// The state of the graphics is set only where it changes.
struct Writer<'a> {
    out: Vec<u8>,
    resources: Resources<'a>,
    structure: &'a Structure,
    marks: Vec<ElementId>,
    stroke: Option<(Ink, f64)>,
    fill: Ink,
    font: Option<(Slot, f64)>,
    /// Where the current line of text begins, hundredths of a point: `Td` counts from there.
    cursor: (i64, i64),
}

impl<'a> Writer<'a> {
    fn new(resources: Resources<'a>, structure: &'a Structure) -> Self {
        let (out, marks) = (Vec::new(), Vec::new());
        Self { out, resources, structure, marks, stroke: None, fill: Ink::Black, font: None, cursor: (0, 0) }
    }

    fn decoration(&mut self, page: &Page) {
        self.mark(None);
        for command in &page.commands {
            match command {
                Command::Ghost { size, text } => self.ghost(*size, text),
                Command::Rule { from, to, width, ink } => self.rule(*from, *to, *width, *ink),
                _ => {}
            }
        }
        self.end_mark();
    }

    fn pictures(&mut self, page: &Page) {
        let mut tag = None;
        for command in &page.commands {
            match command {
                Command::Tag(element) => tag = *element,
                Command::Code { x, y, side } if self.resources.has_code => {
                    self.mark(tag);
                    self.ink(Ink::Black);
                    self.object(CODE, [*side, *side], *x, y + side);
                    self.end_mark();
                }
                Command::Picture { x, y, width, height, key } => {
                    if let Some(index) = self.resources.keys.iter().position(|known| known == key) {
                        self.mark(tag);
                        self.object(&picture_name(index), [*width, *height], *x, y + height);
                        self.end_mark();
                    }
                }
                _ => {}
            }
        }
    }

    fn texts(&mut self, page: &Page) {
        self.operator("BT");
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
        self.operator("ET");
    }

    /// Begins a piece of content of an element; what belongs to none is decoration (artifact).
    fn mark(&mut self, tag: Option<ElementId>) {
        let Some(element) = tag else { return self.operator("/Artifact BMC") };
        self.out.push(b'/');
        self.word(self.structure.role(element).name());
        self.word("<</MCID ");
        integer(&mut self.out, self.marks.len());
        self.operator(">>BDC");
        self.marks.push(element);
    }

    fn end_mark(&mut self) {
        self.operator("EMC");
    }

    fn rule(&mut self, from: (f64, f64), to: (f64, f64), width: f64, ink: Ink) {
        if self.stroke != Some((ink, width)) {
            self.number(level(ink));
            self.operator("G");
            self.number(points(width));
            self.operator("w");
            self.stroke = Some((ink, width));
        }
        for ((x, y), operator) in [(from, "m"), (to, "l")] {
            self.number(points(x));
            self.number(points(HEIGHT - y));
            self.operator(operator);
        }
        self.operator("S");
    }

    /// Draws an object, whose unit is its own side, with its lower left corner at `x`, `bottom` (millimetres from the
    /// top).
    fn object(&mut self, name: &str, [width, height]: [f64; 2], x: f64, bottom: f64) {
        self.operator("q");
        for value in [points(width), 0, 0, points(height), points(x), points(HEIGHT - bottom)] {
            self.number(value);
        }
        self.operator("cm");
        self.out.push(b'/');
        self.word(name);
        self.operator(" Do");
        self.operator("Q");
    }

    fn ghost(&mut self, size: f64, text: &str) {
        let thousandths: u32 = text.chars().map(|character| u32::from(fonts::advance(Weight::Bold, character))).sum();
        let half = f64::from(thousandths) / 1000.0 * size / 2.0;
        let (sine, cosine) = (50.0_f64.to_radians().sin(), 50.0_f64.to_radians().cos());
        // The middle of the word on the middle of the page; capitals are some 0.7 em high.
        let x = WIDTH / POINT / 2.0 - half * cosine + 0.35 * size * sine;
        let y = HEIGHT / POINT / 2.0 - half * sine - 0.35 * size * cosine;
        self.operator("BT");
        self.ink(Ink::Ghost);
        for value in [cosine, sine, -sine, cosine, x, y] {
            self.word(&format!("{value:.4} "));
        }
        self.operator("Tm");
        self.show(text, Weight::Bold, size);
        self.operator("ET");
    }

    fn text(&mut self, (x, y): (f64, f64), size: f64, weight: Weight, ink: Ink, text: &str) {
        let target = (points(x), points(HEIGHT - y));
        self.ink(ink);
        self.number(target.0 - self.cursor.0);
        self.number(target.1 - self.cursor.1);
        self.operator("Td");
        self.cursor = target;
        self.show(text, weight, size);
    }

    /// Shows a text piece by piece, each in the font that has its letters.
    fn show(&mut self, text: &str, weight: Weight, size: f64) {
        let mut open = None;
        for character in text.chars() {
            let Some((slot, glyph)) = self.glyph(weight, character) else { continue };
            if open != Some(slot) {
                if open.is_some() {
                    self.operator(")Tj");
                }
                self.set_font(slot, size);
                self.out.push(b'(');
                open = Some(slot);
            }
            for byte in glyph.to_be_bytes() {
                self.string_byte(byte);
            }
        }
        if open.is_some() {
            self.operator(")Tj");
        }
    }

    fn glyph(&self, weight: Weight, character: char) -> Option<(Slot, u16)> {
        if let Some(glyph) = fonts::core_glyph(weight, character) {
            return Some((if weight == Weight::Bold { Slot::CoreBold } else { Slot::CoreRegular }, glyph));
        }
        let slot = fonts::slot(weight, character)?;
        let glyph = self.resources.fonts.get(&slot)?.glyphs.get(&character)?;
        Some((slot, *glyph))
    }

    /// A byte of a string in parentheses; a bare carriage return would be read as a line feed.
    fn string_byte(&mut self, byte: u8) {
        match byte {
            b'(' | b')' | b'\\' => self.out.extend_from_slice(&[b'\\', byte]),
            b'\r' => self.out.extend_from_slice(b"\\r"),
            other => self.out.push(other),
        }
    }

    fn set_font(&mut self, slot: Slot, size: f64) {
        if self.font != Some((slot, size)) {
            self.out.push(b'/');
            self.word(slot.resource());
            self.out.push(b' ');
            self.number((size * 100.0).round() as i64);
            self.operator("Tf");
            self.font = Some((slot, size));
        }
    }

    fn ink(&mut self, ink: Ink) {
        if self.fill != ink {
            self.number(level(ink));
            self.operator("g");
            self.fill = ink;
        }
    }

    /// Hundredths.
    fn number(&mut self, value: i64) {
        hundredths(&mut self.out, value);
        self.out.push(b' ');
    }

    fn word(&mut self, word: &str) {
        self.out.extend_from_slice(word.as_bytes());
    }

    fn operator(&mut self, operator: &str) {
        self.word(operator);
        self.out.push(b'\n');
    }
}

/// Hundredths.
fn level(ink: Ink) -> i64 {
    (f64::from(ink.level()) * 100.0).round() as i64
}
