//! Finding records by what people type: words in any order, numbers by their beginning, pieces of words, a wrong
//! keyboard layout, and, when nothing else is found, a slip of the finger.

mod find;
mod index;
mod layout;
pub(crate) mod normalise;
mod similar;
mod typo;

pub use find::Hit;
pub(crate) use find::keys_for_list;
pub(crate) use index::{build, codes_of_number, differing_terms, reindex};
pub(crate) use typo::Dictionary;
