//! The two fonts that every paper has, as they stand at the beginning of each file: programs, widths and the way back to
//! the letters. printpdf makes them once a process, with all letters of the core; a paper takes the bytes over.

use std::sync::LazyLock;

use lopdf::{Document, Object, ObjectId, dictionary};

use super::write::{File, Pack};
use super::{compress, font_list, font_resources, splice_fonts};
use crate::{PaperError, emit};

/// The beginning of every file.
pub struct CoreFonts {
    pub file: File,
    /// Number of the first object that is the paper's own.
    pub next: u32,
    /// Names of the fonts, each with the hash of its program.
    pub names: String,
    /// The fonts by the names that pages use.
    resources: Vec<(Vec<u8>, ObjectId)>,
}

/// The same in every process.
pub fn get() -> &'static CoreFonts {
    static FONTS: LazyLock<CoreFonts> =
        LazyLock::new(|| CoreFonts::make().expect("our own fonts are taken: every test of a paper holds it"));
    &FONTS
}

impl CoreFonts {
    fn make() -> Result<Self, PaperError> {
        let (mut document, fonts) = emit::core_fonts()?;
        splice_fonts(&mut document, &fonts)?;
        // Of the document nothing is wanted but what the fonts lead to.
        let list = font_resources(&document)?.into_iter().map(|(name, id)| (name, Object::Reference(id)));
        document.trailer = dictionary! { "Font" => Object::Dictionary(list.collect()) };
        document.prune_objects();
        document.renumber_objects_with(1);
        compress(&mut document);
        let list = document.trailer.get(b"Font")?.as_dict()?;
        let resources =
            list.iter().map(|(name, font)| Ok((name.clone(), font.as_reference()?))).collect::<Result<Vec<_>, lopdf::Error>>()?;
        let (mut file, mut pack) = (File::begin(), Pack::default());
        super::write_objects(&document, &mut file, &mut pack);
        let number = document.max_id + 1;
        file.pack(number, &pack);
        let names = fonts.values().map(|embedded| embedded.name.as_str()).collect::<Vec<_>>().join(" ");
        Ok(Self { file, next: number + 1, names, resources })
    }

    /// Makes the fonts known to the pages of a document.
    ///
    /// # Errors
    /// [`PaperError::Structure`] when the document is not as `emit` makes it.
    pub fn join(&self, document: &mut Document) -> Result<(), PaperError> {
        let list = font_list(document)?;
        let list = document.get_object_mut(list)?.as_dict_mut()?;
        for (name, font) in &self.resources {
            list.set(name.clone(), Object::Reference(*font));
        }
        Ok(())
    }
}
