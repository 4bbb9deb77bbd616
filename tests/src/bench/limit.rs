//! The least that an invoice's PDF can cost here: the pages are given, `pdf-writer` draws the same commands with the same
//! ready font subsets and the payment code as the same stencil, streams are deflated at the same level by one compressor
//! that stays. No tags, no metadata, no identity, no check of the letters.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context, Result};
use flate2::{Compress, Compression, FlushCompress, Status};
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str};
use torgdom_documents::fonts::{self, Embedded, Slot, Weight};
use torgdom_documents::page::{Command, HEIGHT, POINT, Page, WIDTH};
use torgdom_documents::qr;

const SYSTEM: SystemInfo<'_> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// # Errors
/// A letter has no font, or the code's text is too long.
pub fn pdf(pages: &[Page], code: Option<&str>) -> Result<Vec<u8>> {
    let mut writer = Writer { pdf: Pdf::with_capacity(48 * 1024), next: 1 };
    let used = used(pages);
    let mut fonts = Vec::new();
    for (slot, characters) in &used {
        let embedded = fonts::embedded(*slot, characters)?;
        fonts.push((*slot, writer.font(*slot, &embedded, characters), embedded));
    }
    let code = code.map(qr::modules).transpose()?;
    let stencil = code.as_ref().map(|code| writer.code(code)).transpose()?;
    let tree = writer.id();
    let mut ids = Vec::new();
    for page in pages {
        let content = deflated(&content(page, &fonts, code.is_some())?);
        let (id, stream) = (writer.id(), writer.id());
        writer.pdf.stream(stream, &content).filter(Filter::FlateDecode);
        let mut object = writer.pdf.page(id);
        object.parent(tree).media_box(Rect::new(0.0, 0.0, (WIDTH / POINT) as f32, (HEIGHT / POINT) as f32)).contents(stream);
        let mut resources = object.resources();
        let mut names = resources.fonts();
        for (slot, font, _) in &fonts {
            names.pair(Name(slot.resource().as_bytes()), *font);
        }
        names.finish();
        if let Some(stencil) = stencil {
            resources.x_objects().pair(Name(b"Q"), stencil);
        }
        resources.finish();
        object.finish();
        ids.push(id);
    }
    let count = i32::try_from(ids.len())?;
    writer.pdf.pages(tree).kids(ids).count(count);
    let catalogue = writer.id();
    writer.pdf.catalog(catalogue).pages(tree);
    Ok(writer.pdf.finish())
}

/// The code's text among the commands is not known: a page only says where it stands.
fn content(page: &Page, fonts: &[(Slot, Ref, Arc<Embedded>)], code: bool) -> Result<Vec<u8>> {
    let mut content = Content::with_capacity(16 * 1024);
    for command in &page.commands {
        match command {
            Command::Rule { from, to, width, ink } => {
                content.set_stroke_gray(ink.level()).set_line_width(points(*width));
                content.move_to(points(from.0), points(HEIGHT - from.1)).line_to(points(to.0), points(HEIGHT - to.1)).stroke();
            }
            Command::Code { x, y, side } if code => {
                let side = points(*side);
                content.save_state().transform([side, 0.0, 0.0, side, points(*x), points(HEIGHT - y) - side]);
                content.x_object(Name(b"Q")).restore_state();
            }
            _ => {}
        }
    }
    content.begin_text();
    let (mut cursor, mut font, mut shown) = ((0.0, 0.0), None, Vec::with_capacity(256));
    for command in &page.commands {
        let Command::Text { x, y, size, weight, ink, text } = command else { continue };
        let target = (points(*x), points(HEIGHT - y));
        content.set_fill_gray(ink.level()).next_line(target.0 - cursor.0, target.1 - cursor.1);
        cursor = target;
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.peek() {
            let slot = fonts::slot(*weight, *letter).context("a letter without a font")?;
            let (_, _, embedded) = fonts.iter().find(|(known, ..)| *known == slot).context("a font that is not used")?;
            shown.clear();
            while let Some(letter) = letters.next_if(|letter| fonts::slot(*weight, *letter) == Some(slot)) {
                shown.extend(embedded.glyphs.get(&letter).copied().unwrap_or_default().to_be_bytes());
            }
            if font != Some((slot, *size)) {
                content.set_font(Name(slot.resource().as_bytes()), *size as f32);
                font = Some((slot, *size));
            }
            content.show(Str(&shown));
        }
    }
    content.end_text();
    Ok(content.finish().into_vec())
}

struct Writer {
    pdf: Pdf,
    next: i32,
}

impl Writer {
    fn id(&mut self) -> Ref {
        let id = Ref::new(self.next);
        self.next += 1;
        id
    }

    fn font(&mut self, slot: Slot, embedded: &Embedded, characters: &BTreeSet<char>) -> Ref {
        let [font, cid, descriptor, program, unicode] = [(); 5].map(|()| self.id());
        let name = Name(embedded.name.as_bytes());
        let weight = if matches!(slot, Slot::CoreBold | Slot::ExtraBold) { Weight::Bold } else { Weight::Regular };
        self.pdf
            .type0_font(font)
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(unicode);
        let glyphs: BTreeMap<u16, char> =
            characters.iter().filter_map(|letter| embedded.glyphs.get(letter).map(|glyph| (*glyph, *letter))).collect();
        let mut object = self.pdf.cid_font(cid);
        object.subtype(CidFontType::Type2).base_font(name).system_info(SYSTEM).font_descriptor(descriptor);
        let mut widths = object.widths();
        for (glyph, letter) in &glyphs {
            widths.consecutive(*glyph, [f32::from(fonts::advance(weight, *letter))]);
        }
        widths.finish();
        object.finish();
        let [left, bottom, right, top] = embedded.bounds.map(f32::from);
        let mut object = self.pdf.font_descriptor(descriptor);
        object.name(name).flags(FontFlags::NON_SYMBOLIC).bbox(Rect::new(left, bottom, right, top)).italic_angle(0.0);
        object
            .ascent(embedded.ascent.into())
            .descent(embedded.descent.into())
            .cap_height(embedded.cap_height.into())
            .stem_v(80.0);
        object.font_file2(program);
        object.finish();
        self.pdf.stream(program, &embedded.deflated).filter(Filter::FlateDecode).pair(Name(b"Length1"), embedded.length as i32);
        let mut cmap = UnicodeCmap::<u16>::new(Name(b"Custom"), SYSTEM);
        for (glyph, letter) in &glyphs {
            cmap.pair(*glyph, *letter);
        }
        let cmap = deflated(&cmap.finish());
        self.pdf.stream(unicode, &cmap).filter(Filter::FlateDecode);
        font
    }

    fn code(&mut self, code: &qr::Modules) -> Result<Ref> {
        let (id, stencil) = (self.id(), code.stencil());
        let side = i32::try_from(stencil.side)?;
        let dots = deflated(&stencil.bytes);
        let mut image = self.pdf.image_xobject(id, &dots);
        image.width(side).height(side).bits_per_component(1).image_mask(true).filter(Filter::FlateDecode);
        Ok(id)
    }
}

fn used(pages: &[Page]) -> BTreeMap<Slot, BTreeSet<char>> {
    let mut used: BTreeMap<Slot, BTreeSet<char>> = BTreeMap::new();
    for command in pages.iter().flat_map(|page| &page.commands) {
        let Command::Text { weight, text, .. } = command else { continue };
        for letter in text.chars() {
            if let Some(slot) = fonts::slot(*weight, letter) {
                used.entry(slot).or_default().insert(letter);
            }
        }
    }
    used
}

fn points(millimetres: f64) -> f32 {
    ((millimetres / POINT * 100.0).round() / 100.0) as f32
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    thread_local! {
        static COMPRESSOR: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(6), true));
    }
    COMPRESSOR.with_borrow_mut(|compressor| {
        compressor.reset();
        // More than zlib ever needs.
        let mut deflated = Vec::with_capacity(bytes.len() + bytes.len() / 8 + 128);
        let status = compressor.compress_vec(bytes, &mut deflated, FlushCompress::Finish).expect("there is room");
        assert_eq!(status, Status::StreamEnd, "there is room");
        deflated
    })
}
