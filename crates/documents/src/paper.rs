//! A finished paper, and why one could not be made.

use sha2::{Digest, Sha256};

use crate::fonts::FontError;
use crate::page::PictureKey;
use crate::pictures::PictureError;

/// A PDF file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub bytes: Vec<u8>,
    pub pages: usize,
    /// SHA-256 of the bytes, lower-case hexadecimal.
    pub sha256: String,
}

impl Paper {
    pub(crate) fn new(bytes: Vec<u8>, pages: usize) -> Self {
        let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { bytes, pages, sha256 }
    }
}

/// Why there is no paper. The first two are for the person to put right, the others are faults of ours.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// No font has this letter (an emoji, a hieroglyph); `at` is the JSON Pointer of the field.
    #[error("no glyph for {character:?} at {at}")]
    MissingGlyph { character: char, at: String },
    /// The logo, stamp or signature is no picture we can print.
    #[error("picture {key:?}: {source}")]
    Picture { key: PictureKey, source: PictureError },
    #[error("the catalogue has no sentence {0}")]
    Sentence(&'static str),
    #[error(transparent)]
    Font(#[from] FontError),
    /// The PDF library found fault with the page.
    #[error("page commands were refused: {0}")]
    Emit(String),
    #[error("the payment code does not fit")]
    Code,
    #[error("PDF structure: {0}")]
    Pdf(#[from] crate::archive::PdfError),
    /// The PDF does not look as one of ours does.
    #[error("PDF structure: {0}")]
    Structure(&'static str),
    #[error("PDF could not be written")]
    Write(#[from] std::io::Error),
}

impl PaperError {
    /// The code under which the catalogue explains the error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingGlyph { .. } => "paper_missing_glyph",
            Self::Picture { source, .. } => source.code(),
            _ => "paper_fault",
        }
    }
}
