//! Reads the tables of a TrueType font that a paper needs: which glyph a character has, how wide it is, what it looks
//! like. Knows nothing of PDF.
//!
//! Source of the table shapes: OpenType 1.9 (head, hhea, hmtx, maxp, loca, glyf, cmap formats 4 and 12, OS/2).

use super::FontError;

/// A TrueType font with `glyf` outlines, borrowed.
#[derive(Clone, Copy, Debug)]
pub struct Outline<'a> {
    data: &'a [u8],
    head: &'a [u8],
    hhea: &'a [u8],
    maxp: &'a [u8],
    hmtx: &'a [u8],
    loca: &'a [u8],
    glyf: &'a [u8],
    /// Weight class and height of capitals.
    os2: &'a [u8],
}

/// One subtable of `cmap`: the mapping of characters that a font offers.
type Mapping = Vec<(char, u16)>;

impl<'a> Outline<'a> {
    /// # Errors
    /// [`FontError`] when a table is missing or the file is no TrueType font.
    pub fn parse(data: &'a [u8]) -> Result<Self, FontError> {
        Ok(Self {
            data,
            head: table(data, *b"head")?,
            hhea: table(data, *b"hhea")?,
            maxp: table(data, *b"maxp")?,
            hmtx: table(data, *b"hmtx")?,
            loca: table(data, *b"loca")?,
            glyf: table(data, *b"glyf")?,
            os2: table(data, *b"OS/2")?,
        })
    }

    /// A table as it stands in the file.
    ///
    /// # Errors
    /// [`FontError`] when it is missing.
    pub fn table(&self, tag: [u8; 4]) -> Result<&'a [u8], FontError> {
        table(self.data, tag)
    }

    #[must_use]
    pub fn head(&self) -> &'a [u8] {
        self.head
    }

    #[must_use]
    pub fn hhea(&self) -> &'a [u8] {
        self.hhea
    }

    #[must_use]
    pub fn maxp(&self) -> &'a [u8] {
        self.maxp
    }

    /// Font units to the em.
    #[must_use]
    pub fn units_per_em(&self) -> u16 {
        u16_at(self.head, 18).unwrap_or(1000)
    }

    /// Least and greatest x and y of all glyphs: (x min, y min, x max, y max), font units.
    #[must_use]
    pub fn bounds(&self) -> [i16; 4] {
        [36, 38, 40, 42].map(|at| i16_at(self.head, at).unwrap_or(0))
    }

    #[must_use]
    pub fn ascent(&self) -> i16 {
        i16_at(self.hhea, 4).unwrap_or(0)
    }

    #[must_use]
    pub fn descent(&self) -> i16 {
        i16_at(self.hhea, 6).unwrap_or(0)
    }

    /// Height of the capitals, font units.
    #[must_use]
    pub fn cap_height(&self) -> i16 {
        i16_at(self.os2, 88).unwrap_or_else(|| self.ascent())
    }

    #[must_use]
    pub fn weight_class(&self) -> u16 {
        u16_at(self.os2, 4).unwrap_or(400)
    }

    /// Advance and left side bearing of a glyph, font units.
    #[must_use]
    pub fn metric(&self, glyph: u16) -> (u16, i16) {
        let long = usize::from(u16_at(self.hhea, 34).unwrap_or(1)).max(1);
        let glyph = usize::from(glyph);
        let row = glyph.min(long - 1) * 4;
        let advance = u16_at(self.hmtx, row).unwrap_or(0);
        let bearing = if glyph < long { i16_at(self.hmtx, row + 2) } else { i16_at(self.hmtx, long * 4 + (glyph - long) * 2) };
        (advance, bearing.unwrap_or(0))
    }

    /// The outline's bytes; empty for a blank glyph (a space).
    ///
    /// # Errors
    /// [`FontError::Broken`] when the tables contradict each other.
    pub fn glyph(&self, glyph: u16) -> Result<&'a [u8], FontError> {
        let index = usize::from(glyph);
        let (start, end) = if u16_at(self.head, 50) == Some(0) {
            (u16_at(self.loca, index * 2).map(|v| u32::from(v) * 2), u16_at(self.loca, index * 2 + 2).map(|v| u32::from(v) * 2))
        } else {
            (u32_at(self.loca, index * 4), u32_at(self.loca, index * 4 + 4))
        };
        let (Some(start), Some(end)) = (start, end) else { return Err(FontError::Broken("loca")) };
        self.glyf.get(start as usize..end as usize).ok_or(FontError::Broken("glyf"))
    }

    /// Every character that the font has, in order, with its glyph.
    ///
    /// # Errors
    /// [`FontError`] when no Unicode mapping of format 4 or 12 is there.
    pub fn mapping(&self) -> Result<Mapping, FontError> {
        let cmap = self.table(*b"cmap")?;
        let count = usize::from(u16_at(cmap, 2).ok_or(FontError::Broken("cmap"))?);
        let mut best: Option<Mapping> = None;
        for record in 0..count {
            let at = 4 + record * 8;
            let platform = u16_at(cmap, at).ok_or(FontError::Broken("cmap"))?;
            let offset = u32_at(cmap, at + 4).ok_or(FontError::Broken("cmap"))? as usize;
            if platform != 0 && platform != 3 {
                continue;
            }
            let Some(subtable) = cmap.get(offset..) else { continue };
            let found = match u16_at(subtable, 0) {
                Some(4) => segments(subtable),
                Some(12) => groups(subtable),
                _ => None,
            };
            if let Some(found) = found
                && best.as_ref().is_none_or(|best| best.len() < found.len())
            {
                best = Some(found);
            }
        }
        let mut best = best.ok_or(FontError::Broken("cmap"))?;
        best.sort_unstable();
        best.dedup_by_key(|(character, _)| *character);
        Ok(best)
    }
}

/// Format 4: segments of the basic plane.
fn segments(subtable: &[u8]) -> Option<Mapping> {
    let count = usize::from(u16_at(subtable, 6)?) / 2;
    let (ends, starts) = (14, 16 + count * 2);
    let (deltas, ranges) = (starts + count * 2, starts + count * 4);
    let mut found = Mapping::new();
    for segment in 0..count {
        let end = u16_at(subtable, ends + segment * 2)?;
        let start = u16_at(subtable, starts + segment * 2)?;
        let delta = u16_at(subtable, deltas + segment * 2)?;
        let range = usize::from(u16_at(subtable, ranges + segment * 2)?);
        for code in start..=end {
            let glyph = if range == 0 {
                code.wrapping_add(delta)
            } else {
                let at = ranges + segment * 2 + range + usize::from(code - start) * 2;
                match u16_at(subtable, at)? {
                    0 => 0,
                    glyph => glyph.wrapping_add(delta),
                }
            };
            if let (Some(character), true) = (char::from_u32(u32::from(code)), glyph != 0) {
                found.push((character, glyph));
            }
        }
    }
    Some(found)
}

/// Format 12: groups of the whole of Unicode.
fn groups(subtable: &[u8]) -> Option<Mapping> {
    let count = u32_at(subtable, 12)? as usize;
    let mut found = Mapping::new();
    for group in 0..count {
        let at = 16 + group * 12;
        let (start, end) = (u32_at(subtable, at)?, u32_at(subtable, at + 4)?);
        let first = u32_at(subtable, at + 8)?;
        for code in start..=end.min(0x10_FFFF) {
            let glyph = u16::try_from(first + (code - start)).ok()?;
            if let (Some(character), true) = (char::from_u32(code), glyph != 0) {
                found.push((character, glyph));
            }
        }
    }
    Some(found)
}

fn table(data: &[u8], tag: [u8; 4]) -> Result<&[u8], FontError> {
    let count = usize::from(u16_at(data, 4).ok_or(FontError::Broken("sfnt"))?);
    for record in 0..count {
        let at = 12 + record * 16;
        if data.get(at..at + 4) == Some(&tag) {
            let (Some(offset), Some(length)) = (u32_at(data, at + 8), u32_at(data, at + 12)) else { break };
            let (offset, length) = (offset as usize, length as usize);
            return data.get(offset..offset.saturating_add(length)).ok_or(FontError::Broken("sfnt"));
        }
    }
    Err(FontError::Missing(tag))
}

pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

pub(super) fn i16_at(data: &[u8], at: usize) -> Option<i16> {
    Some(i16::from_be_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(data.get(at..at + 4)?.try_into().ok()?))
}
