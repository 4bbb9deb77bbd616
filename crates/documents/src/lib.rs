//! Papers: a document's frozen content becomes a PDF. Pure: the same document gives the same bytes, in any process, so
//! that their hash can be stored. Dates and identity come with the document; nothing here reads a clock, a file or a
//! random number.
//!
//! The way: [`invoice`] content (words and numbers) → layout (commands in millimetres on [`page`]s) → `emit` (the only
//! user of printpdf) → `archive` (lopdf: fonts, metadata, identity) → bytes.

mod archive;
mod deflate;
mod digits;
mod emit;
pub mod flow;
pub mod fonts;
pub mod invoice;
mod merge;
pub mod page;
mod paper;
mod phrases;
mod pictures;
mod printable;
pub mod qr;
pub mod structure;
pub mod text;
pub mod typeset;
pub mod verify;

pub use invoice::payment_code::payment_qr_text;
pub use invoice::{Marking, invoice};
pub use merge::merge;
pub use paper::{Paper, PaperError};
pub use pictures::{Images, PictureError};
pub use text::Lang;
