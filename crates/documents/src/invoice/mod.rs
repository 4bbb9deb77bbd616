//! The invoice (счёт на оплату) on paper.

pub mod content;
mod fields;
pub mod layout;
pub mod payment_code;

use torgdom_domain::Tables;
use torgdom_domain::invoice::IssuedInvoice;

use crate::archive::{self, Identity};
use crate::emit;
use crate::page::Page;
use crate::paper::{Paper, PaperError};
use crate::pictures::{Images, Pictures};
use crate::text::Lang;

/// What the paper is: the thing itself, or one that must not be taken for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marking {
    #[default]
    Issued,
    /// Not issued yet: «Черновик» across the page, no payment code, stamp or signatures.
    Draft,
    /// Annulled: «Аннулирован» across the page with the reason, no payment code, stamp or signatures.
    Void,
    /// Issued, with «Копия» in the corner.
    Copy,
}

impl Marking {
    /// May be paid: it carries the payment code, the stamp and the signatures.
    #[must_use]
    pub fn is_valid(self) -> bool {
        matches!(self, Self::Issued | Self::Copy)
    }
}

/// Makes the invoice's PDF. Pure: the same arguments give the same bytes.
///
/// `images` are the files behind the hashes in the document; `tables` give the names of countries.
///
/// # Errors
/// [`PaperError::MissingGlyph`] and [`PaperError::Picture`] for what the document brings, faults otherwise.
pub fn invoice(doc: &IssuedInvoice, images: &Images, lang: Lang, marking: Marking, tables: &Tables) -> Result<Paper, PaperError> {
    let pictures = Pictures::read(images)?;
    let printable = fields::printable_fields(doc)?;
    let content = content::compose(&printable, tables, lang, marking, &pictures)?;
    let layout = layout::lay_out(&content, &pictures, lang)?;
    let code = content.code.as_ref().map(|(text, _)| crate::qr::modules(text)).transpose()?;
    let drawn = emit::emit(&layout.pages, &layout.structure, code.as_ref(), &pictures)?;
    let identity = Identity { title: content.title, author: content.author, lang, date: doc.date };
    let bytes = archive::finish(drawn, &layout.structure, &identity)?;
    Ok(Paper::new(bytes, layout.pages.len()))
}

/// The pages of an invoice before they become a PDF, for tests that compare layouts as text.
///
/// # Errors
/// As [`invoice`].
pub fn invoice_pages(
    doc: &IssuedInvoice,
    images: &Images,
    lang: Lang,
    marking: Marking,
    tables: &Tables,
) -> Result<Vec<Page>, PaperError> {
    let pictures = Pictures::read(images)?;
    let content = content::compose(&fields::printable_fields(doc)?, tables, lang, marking, &pictures)?;
    Ok(layout::lay_out(&content, &pictures, lang)?.pages)
}
