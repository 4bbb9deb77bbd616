//! The papers' letters: Noto Sans Regular and Bold, and a font of signs for what they lack (arrows, −, ≤). Says which
//! characters can be printed, how wide they are, and gives the font programs to embed. Knows nothing of PDF.

pub mod outline;
pub mod prepare;
pub mod subset;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use sha2::{Digest, Sha256};

use self::outline::Outline;
use self::subset::Builder;
use crate::deflate::deflate;

/// Why a font file cannot be used. Ours are checked by tests, so this is a fault of the build, not of the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    #[error("font table {0:?} is missing")]
    Missing([u8; 4]),
    #[error("font table is broken: {0}")]
    Broken(&'static str),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    #[default]
    Regular,
    Bold,
}

/// A font as a document embeds it. The two core ones are the same bytes in every document; the others hold only what
/// this document needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    CoreRegular,
    CoreBold,
    ExtraRegular,
    ExtraBold,
    Signs,
}

impl Slot {
    /// Name of the resource on a page.
    #[must_use]
    pub fn resource(self) -> &'static str {
        match self {
            Self::CoreRegular => "R",
            Self::CoreBold => "B",
            Self::ExtraRegular => "RX",
            Self::ExtraBold => "BX",
            Self::Signs => "S",
        }
    }

    #[must_use]
    pub fn by_resource(name: &[u8]) -> Option<Self> {
        [Self::CoreRegular, Self::CoreBold, Self::ExtraRegular, Self::ExtraBold, Self::Signs]
            .into_iter()
            .find(|slot| slot.resource().as_bytes() == name)
    }

    fn file(self) -> &'static FontFile {
        match self {
            Self::CoreRegular | Self::ExtraRegular => &FILES.regular,
            Self::CoreBold | Self::ExtraBold => &FILES.bold,
            Self::Signs => &FILES.signs,
        }
    }
}

/// A subset ready to be embedded.
#[derive(Debug)]
pub struct Embedded {
    /// `ABCDEF+NotoSans-Regular`: six capitals out of the hash of the font program (ISO 32000, 9.9.2).
    pub name: String,
    /// The deflated font program.
    pub deflated: Vec<u8>,
    /// Bytes of the font program before deflating.
    pub length: usize,
    pub glyphs: BTreeMap<char, u16>,
    pub ascent: i16,
    pub descent: i16,
    pub cap_height: i16,
    pub weight_class: u16,
    pub bounds: [i16; 4],
}

/// Letters of Russian, Belarusian and English, digits and the signs of the trade.
pub const CORE: &str = concat!(
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~",
    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяІіЎў",
    "\u{a0}«»–—„“”‘’…·№§©®°±×µØø²³½¼¾₽€‰\u{2011}\u{2009}\u{202f}"
);

/// A whole font file with its mapping laid out for quick look-up.
#[derive(Debug)]
struct FontFile {
    outline: Outline<'static>,
    name: &'static str,
    /// Glyph by code in the basic plane; 0 where there is none.
    glyphs: Vec<u16>,
}

#[derive(Debug)]
struct Files {
    regular: FontFile,
    bold: FontFile,
    signs: FontFile,
}

static FILES: LazyLock<Files> = LazyLock::new(|| Files {
    regular: FontFile::open(include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf"), "NotoSans-Regular"),
    bold: FontFile::open(include_bytes!("../../../../assets/fonts/NotoSans-Bold.ttf"), "NotoSans-Bold"),
    signs: FontFile::open(include_bytes!("../../../../assets/fonts/NotoSans-Signs.ttf"), "NotoSans-Signs"),
});

impl FontFile {
    fn open(bytes: &'static [u8], name: &'static str) -> Self {
        let outline = Outline::parse(bytes).expect("the font files among the assets are held by a test");
        let mut glyphs = vec![0; 0x1_0000];
        for (character, glyph) in outline.mapping().expect("the font files among the assets are held by a test") {
            if let Some(place) = glyphs.get_mut(character as usize) {
                *place = glyph;
            }
        }
        Self { outline, name, glyphs }
    }

    fn glyph(&self, character: char) -> Option<u16> {
        self.glyphs.get(character as usize).copied().filter(|glyph| *glyph != 0)
    }
}

struct CoreFonts {
    regular: Arc<Embedded>,
    bold: Arc<Embedded>,
    /// By code the characters below U+2200, regular and bold.
    letters: [Vec<Letter>; 2],
}

/// A character of the core; nought where the core has none.
#[derive(Clone, Copy, Debug, Default)]
struct Letter {
    advance: u16,
    glyph: u16,
}

/// Cut and deflated once a process.
static CORE_FONTS: LazyLock<CoreFonts> = LazyLock::new(|| {
    let characters: BTreeSet<char> = CORE.chars().collect();
    let cut = |slot| Arc::new(embed(slot, &characters).expect("every character of the core is in the font: held by a test"));
    let (regular, bold) = (cut(Slot::CoreRegular), cut(Slot::CoreBold));
    let letters = [(&FILES.regular, &regular), (&FILES.bold, &bold)].map(|(file, embedded)| {
        let mut letters = vec![Letter::default(); 0x2200];
        for (character, glyph) in &embedded.glyphs {
            let advance = file.glyph(*character).map_or(0, |whole| file.outline.metric(whole).0);
            letters[*character as usize] = Letter { advance, glyph: *glyph };
        }
        letters
    });
    CoreFonts { regular, bold, letters }
});

/// The font that prints a character; `None` when no font of ours has it.
#[must_use]
pub fn slot(weight: Weight, character: char) -> Option<Slot> {
    let (core, extra) = match weight {
        Weight::Regular => (Slot::CoreRegular, Slot::ExtraRegular),
        Weight::Bold => (Slot::CoreBold, Slot::ExtraBold),
    };
    if core_letter(weight, character).is_some() {
        Some(core)
    } else if extra.file().glyph(character).is_some() {
        Some(extra)
    } else {
        FILES.signs.glyph(character).map(|_| Slot::Signs)
    }
}

/// Advance of a character in thousandths of the em; 0 for one that no font has.
#[must_use]
pub fn advance(weight: Weight, character: char) -> u16 {
    if let Some(letter) = core_letter(weight, character) {
        return letter.advance;
    }
    let Some(slot) = slot(weight, character) else { return 0 };
    let file = slot.file();
    file.glyph(character).map_or(0, |glyph| file.outline.metric(glyph).0)
}

fn core_letter(weight: Weight, character: char) -> Option<Letter> {
    let letters = &CORE_FONTS.letters[usize::from(weight == Weight::Bold)];
    letters.get(character as usize).copied().filter(|letter| letter.glyph != 0)
}

/// The glyph of a character in the core font of its weight, if that has it.
#[must_use]
pub fn core_glyph(weight: Weight, character: char) -> Option<u16> {
    core_letter(weight, character).map(|letter| letter.glyph)
}

/// The font to embed for a slot: the shared core, or a subset of just `characters`.
///
/// # Errors
/// [`FontError`] when a character is not in the slot's file.
pub fn embedded(slot: Slot, characters: &BTreeSet<char>) -> Result<Arc<Embedded>, FontError> {
    match slot {
        Slot::CoreRegular => Ok(Arc::clone(&CORE_FONTS.regular)),
        Slot::CoreBold => Ok(Arc::clone(&CORE_FONTS.bold)),
        _ => embed(slot, characters).map(Arc::new),
    }
}

fn embed(slot: Slot, characters: &BTreeSet<char>) -> Result<Embedded, FontError> {
    let file = slot.file();
    let outline = file.outline;
    let chosen: Vec<(char, u16)> = characters
        .iter()
        .map(|character| file.glyph(*character).map(|glyph| (*character, glyph)).ok_or(FontError::Broken("no such character")))
        .collect::<Result<_, _>>()?;
    let mut builder = Builder::new(outline)?;
    builder.add_characters(outline, &chosen)?;
    let program = builder.font_program()?;
    Ok(Embedded {
        name: format!("{}+{}", tag(&program), file.name),
        deflated: deflate(&program),
        length: program.len(),
        glyphs: builder.characters().clone(),
        ascent: outline.ascent(),
        descent: outline.descent(),
        cap_height: outline.cap_height(),
        weight_class: outline.weight_class(),
        bounds: outline.bounds(),
    })
}

/// Six capitals that stand for the content of the font program.
fn tag(program: &[u8]) -> String {
    Sha256::digest(program).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_is_in_both_weights() {
        for character in CORE.chars() {
            assert_eq!(slot(Weight::Regular, character), Some(Slot::CoreRegular), "{character:?}");
            assert_eq!(slot(Weight::Bold, character), Some(Slot::CoreBold), "{character:?}");
        }
    }

    #[test]
    fn other_letters_and_signs_have_a_font() {
        for (character, want) in [
            ('Қ', Slot::ExtraRegular),
            ('ł', Slot::ExtraRegular),
            ('Ω', Slot::ExtraRegular),
            ('→', Slot::Signs),
            ('−', Slot::Signs),
            ('⌀', Slot::Signs),
            ('≤', Slot::Signs),
            ('★', Slot::Signs),
        ] {
            assert_eq!(slot(Weight::Regular, character), Some(want), "{character}");
            assert!(advance(Weight::Regular, character) > 200, "{character}");
        }
        for character in ['😀', '中', '\u{e000}'] {
            assert_eq!(slot(Weight::Bold, character), None, "{character}");
        }
    }

    #[test]
    fn preparing_a_prepared_font_changes_nothing() {
        let file: &[u8] = include_bytes!("../../../../assets/fonts/NotoSans-Bold.ttf");
        assert!(prepare::text_font(file).expect("a font") == file);
    }

    #[test]
    fn digits_are_of_one_width() {
        for weight in [Weight::Regular, Weight::Bold] {
            assert!(('0'..='9').all(|digit| advance(weight, digit) == advance(weight, '0')));
        }
    }
}
