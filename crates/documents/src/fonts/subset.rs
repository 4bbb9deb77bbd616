//! Builds a small TrueType font out of chosen characters, without hinting. Knows nothing of PDF.
//!
//! Each character gets a glyph of its own, even where the full font shares one (a space and a no-break space), so that
//! the way back from glyph to character is exact. Hinting is dropped: it is more than half of the bytes and no printer
//! uses it.

use std::collections::{BTreeMap, HashMap};

use super::FontError;
use super::outline::{Outline, u16_at};

/// Tables of a font by tag.
type Tables = Vec<([u8; 4], Vec<u8>)>;

/// A glyph of the new font.
#[derive(Clone, Debug)]
struct Glyph {
    bytes: Vec<u8>,
    advance: u16,
    bearing: i16,
}

/// A font under construction. Glyph 0 is the mark for a missing glyph, taken from the first source.
#[derive(Debug)]
pub struct Builder<'a> {
    /// Whose general tables (head, hhea, maxp) are taken over.
    base: Outline<'a>,
    glyphs: Vec<Glyph>,
    characters: BTreeMap<char, u16>,
}

impl<'a> Builder<'a> {
    /// # Errors
    /// [`FontError`] when the base font has no glyph 0.
    pub fn new(base: Outline<'a>) -> Result<Self, FontError> {
        let mut builder = Self { base, glyphs: Vec::new(), characters: BTreeMap::new() };
        builder.add(base, &[(None, 0)])?;
        Ok(builder)
    }

    /// Takes over characters with their glyphs out of `source` (see [`Outline::mapping`]).
    ///
    /// # Errors
    /// [`FontError`] when an outline is broken, another em is used, or there are more than 65,535 glyphs.
    pub fn add_characters(&mut self, source: Outline<'_>, characters: &[(char, u16)]) -> Result<(), FontError> {
        let wanted: Vec<_> = characters.iter().map(|(character, glyph)| (Some(*character), *glyph)).collect();
        self.add(source, &wanted)
    }

    fn add(&mut self, source: Outline<'_>, wanted: &[(Option<char>, u16)]) -> Result<(), FontError> {
        if source.units_per_em() != self.base.units_per_em() {
            return Err(FontError::Broken("head"));
        }
        let first = self.glyphs.len();
        let mut queue: Vec<u16> = wanted.iter().map(|(_, glyph)| *glyph).collect();
        for (index, (character, _)) in wanted.iter().enumerate() {
            if let Some(character) = character {
                self.characters.insert(*character, number(first + index)?);
            }
        }
        // Parts of composite glyphs follow behind the characters; a part may be composite itself.
        let mut parts: HashMap<u16, u16> = HashMap::new();
        let mut next = 0;
        while next < queue.len() {
            let glyph = queue[next];
            let mut bytes = strip(source.glyph(glyph)?)?;
            for at in components(&bytes)? {
                let part = u16_at(&bytes, at).ok_or(FontError::Broken("glyf"))?;
                let renamed = match parts.get(&part) {
                    Some(known) => *known,
                    None => {
                        let fresh = number(first + queue.len())?;
                        parts.insert(part, fresh);
                        queue.push(part);
                        fresh
                    }
                };
                bytes[at..at + 2].copy_from_slice(&renamed.to_be_bytes());
            }
            let (advance, bearing) = source.metric(glyph);
            self.glyphs.push(Glyph { bytes, advance, bearing });
            next += 1;
        }
        Ok(())
    }

    #[must_use]
    pub fn characters(&self) -> &BTreeMap<char, u16> {
        &self.characters
    }

    /// The font file for embedding: what ISO 32000 asks of a CIDFontType2 program and nothing else.
    ///
    /// # Errors
    /// [`FontError`] when the base font's tables are too short.
    pub fn font_program(&self) -> Result<Vec<u8>, FontError> {
        Ok(assemble(self.tables()?))
    }

    /// The font file as it is kept among the assets: with its mapping, names (copyright, licence) and OS/2.
    ///
    /// # Errors
    /// [`FontError`] as for [`Self::font_program`].
    pub fn font_file(&self) -> Result<Vec<u8>, FontError> {
        let mut tables = self.tables()?;
        tables.push((*b"cmap", self.mapping_table()));
        tables.push((*b"name", self.base.table(*b"name")?.to_vec()));
        tables.push((*b"OS/2", self.base.table(*b"OS/2")?.to_vec()));
        Ok(assemble(tables))
    }

    fn tables(&self) -> Result<Tables, FontError> {
        let count = number(self.glyphs.len())?;
        let (mut glyf, mut hmtx, mut offsets) = (Vec::new(), Vec::new(), Vec::new());
        for glyph in &self.glyphs {
            offsets.push(glyf.len());
            glyf.extend_from_slice(&glyph.bytes);
            glyf.resize(glyf.len().next_multiple_of(2), 0);
            hmtx.extend_from_slice(&glyph.advance.to_be_bytes());
            hmtx.extend_from_slice(&glyph.bearing.to_be_bytes());
        }
        offsets.push(glyf.len());
        let short = glyf.len() / 2 <= usize::from(u16::MAX);
        let mut loca = Vec::new();
        for offset in offsets {
            if short {
                loca.extend_from_slice(&u16::try_from(offset / 2).map_err(|_| FontError::Broken("loca"))?.to_be_bytes());
            } else {
                loca.extend_from_slice(&u32::try_from(offset).map_err(|_| FontError::Broken("loca"))?.to_be_bytes());
            }
        }
        let mut head = self.base.head().to_vec();
        put(&mut head, 8, &[0; 4])?;
        put(&mut head, 50, &u16::from(!short).to_be_bytes())?;
        let mut hhea = self.base.hhea().to_vec();
        put(&mut hhea, 34, &count.to_be_bytes())?;
        let mut maxp = self.base.maxp().to_vec();
        put(&mut maxp, 4, &count.to_be_bytes())?;
        // One zone and no storage, functions, stack or instructions: there is no hinting.
        put(&mut maxp, 14, &[0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])?;
        Ok(vec![(*b"glyf", glyf), (*b"head", head), (*b"hhea", hhea), (*b"hmtx", hmtx), (*b"loca", loca), (*b"maxp", maxp)])
    }

    /// `cmap` with one subtable of format 12 (platform 3, encoding 10).
    fn mapping_table(&self) -> Vec<u8> {
        let mut groups: Vec<(u32, u32, u32)> = Vec::new();
        for (character, glyph) in &self.characters {
            let (code, glyph) = (u32::from(*character), u32::from(*glyph));
            match groups.last_mut() {
                Some((start, end, first)) if code == *end + 1 && glyph == *first + (code - *start) => *end = code,
                _ => groups.push((code, code, glyph)),
            }
        }
        let length = 16 + groups.len() * 12;
        let mut table = Vec::new();
        for word in [0_u16, 1, 3, 10] {
            table.extend_from_slice(&word.to_be_bytes());
        }
        table.extend_from_slice(&12_u32.to_be_bytes());
        table.extend_from_slice(&[0, 12, 0, 0]);
        for value in [length as u32, 0, groups.len() as u32] {
            table.extend_from_slice(&value.to_be_bytes());
        }
        for (start, end, first) in groups {
            for value in [start, end, first] {
                table.extend_from_slice(&value.to_be_bytes());
            }
        }
        table
    }
}

/// Flags of a component of a composite glyph.
const WORDS: u16 = 0x0001;
const SCALE: u16 = 0x0008;
const MORE: u16 = 0x0020;
const SCALE_XY: u16 = 0x0040;
const MATRIX: u16 = 0x0080;
const INSTRUCTIONS: u16 = 0x0100;

/// Where the glyph indices of the components stand; empty for a simple glyph.
fn components(glyph: &[u8]) -> Result<Vec<usize>, FontError> {
    let mut places = Vec::new();
    walk(glyph, |at| places.push(at + 2))?;
    Ok(places)
}

/// Calls `visit` with the place of each component; gives the place behind the last one, or `None` for a simple glyph.
fn walk(glyph: &[u8], mut visit: impl FnMut(usize)) -> Result<Option<usize>, FontError> {
    if glyph.is_empty() || u16_at(glyph, 0).ok_or(FontError::Broken("glyf"))? < 0x8000 {
        return Ok(None);
    }
    let mut at = 10;
    loop {
        let flags = u16_at(glyph, at).ok_or(FontError::Broken("glyf"))?;
        visit(at);
        at += 4 + if flags & WORDS == 0 { 2 } else { 4 };
        at += match flags & (SCALE | SCALE_XY | MATRIX) {
            0 => 0,
            SCALE => 2,
            SCALE_XY => 4,
            _ => 8,
        };
        if flags & MORE == 0 {
            return Ok(Some(at));
        }
    }
}

/// The outline without its instructions.
fn strip(glyph: &[u8]) -> Result<Vec<u8>, FontError> {
    if glyph.is_empty() {
        return Ok(Vec::new());
    }
    let mut parts = Vec::new();
    if let Some(end) = walk(glyph, |at| parts.push(at))? {
        let mut stripped = glyph.get(..end).ok_or(FontError::Broken("glyf"))?.to_vec();
        for at in parts {
            let flags = u16_at(&stripped, at).ok_or(FontError::Broken("glyf"))? & !INSTRUCTIONS;
            put(&mut stripped, at, &flags.to_be_bytes())?;
        }
        return Ok(stripped);
    }
    let contours = usize::from(u16_at(glyph, 0).ok_or(FontError::Broken("glyf"))?);
    let at = 10 + contours * 2;
    let length = usize::from(u16_at(glyph, at).ok_or(FontError::Broken("glyf"))?);
    let mut stripped = glyph.get(..at).ok_or(FontError::Broken("glyf"))?.to_vec();
    stripped.extend_from_slice(&[0, 0]);
    let rest = glyph.get(at + 2 + length..).ok_or(FontError::Broken("glyf"))?;
    stripped.extend_from_slice(&rest[..outline_length(glyph, rest)?]);
    Ok(stripped)
}

/// Bytes of flags and coordinates without the padding behind them, so that preparing a prepared font changes nothing.
fn outline_length(glyph: &[u8], rest: &[u8]) -> Result<usize, FontError> {
    let contours = usize::from(u16_at(glyph, 0).ok_or(FontError::Broken("glyf"))?);
    if contours == 0 {
        return Ok(0);
    }
    let points = usize::from(u16_at(glyph, 8 + contours * 2).ok_or(FontError::Broken("glyf"))?) + 1;
    let (mut at, mut seen, mut coordinates) = (0, 0, 0);
    while seen < points {
        let flag = *rest.get(at).ok_or(FontError::Broken("glyf"))?;
        at += 1;
        let mut times = 1;
        if flag & 0x08 != 0 {
            times += usize::from(*rest.get(at).ok_or(FontError::Broken("glyf"))?);
            at += 1;
        }
        // x: bit 1 short, bit 4 same; y: bit 2 short, bit 5 same.
        let size = |short: u8, same: u8| {
            if flag & short != 0 {
                1
            } else if flag & same != 0 {
                0
            } else {
                2
            }
        };
        coordinates += times * (size(0x02, 0x10) + size(0x04, 0x20));
        seen += times;
    }
    let length = at + coordinates;
    if length > rest.len() { Err(FontError::Broken("glyf")) } else { Ok(length) }
}

/// An sfnt of tables in the order of their tags, with checksums.
fn assemble(mut tables: Tables) -> Vec<u8> {
    tables.sort_unstable_by_key(|(tag, _)| *tag);
    let count = tables.len() as u16;
    let power = count.max(1).ilog2() as u16;
    let range = (1 << power) * 16;
    let mut file = vec![0, 1, 0, 0];
    for word in [count, range, power, count * 16 - range] {
        file.extend_from_slice(&word.to_be_bytes());
    }
    let mut offset = 12 + tables.len() * 16;
    let mut head = None;
    for (tag, data) in &tables {
        if tag == b"head" {
            head = Some(offset);
        }
        file.extend_from_slice(tag);
        for value in [checksum(data), offset as u32, data.len() as u32] {
            file.extend_from_slice(&value.to_be_bytes());
        }
        offset += data.len().next_multiple_of(4);
    }
    for (_, data) in &tables {
        file.extend_from_slice(data);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    if let Some(head) = head {
        let adjustment = 0xB1B0_AFBA_u32.wrapping_sub(checksum(&file));
        file[head + 8..head + 12].copy_from_slice(&adjustment.to_be_bytes());
    }
    file
}

fn checksum(data: &[u8]) -> u32 {
    data.chunks(4).fold(0_u32, |sum, chunk| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

fn put(table: &mut [u8], at: usize, bytes: &[u8]) -> Result<(), FontError> {
    table.get_mut(at..at + bytes.len()).ok_or(FontError::Broken("table"))?.copy_from_slice(bytes);
    Ok(())
}

fn number(index: usize) -> Result<u16, FontError> {
    u16::try_from(index).map_err(|_| FontError::Broken("too many glyphs"))
}
