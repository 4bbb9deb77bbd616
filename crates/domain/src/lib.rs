//! The rules of the trade: what a counterparty, a contract, a deal and an invoice are, how VAT and sums are
//! worked out, and what is wrong with a record. Knows no SQL, HTTP, files, clock or floats: today, tables and
//! identity are arguments.

pub mod amount;
pub mod calculation;
pub mod calendar;
pub mod contract;
pub mod counterparty;
pub mod currency;
pub mod deal;
mod document;
pub mod entry;
pub mod good;
pub mod identifiers;
pub mod incoterms;
pub mod invoice;
pub mod line;
pub mod linked;
pub mod money;
pub mod organisation;
pub mod party;
pub mod payment;
pub mod price_list;
pub mod problem;
pub mod series;
pub mod settings;
pub mod tables;
pub mod terms;
pub mod text;
pub mod totals;
pub mod unit;
pub mod vat;
pub mod words;

pub use amount::Amount;
pub use money::Money;
pub use problem::{Level, Problem};
pub use tables::Tables;

/// Identity of a record or of an entry of a map (a line, an account): a UUIDv7 in lower-case text, made outside.
pub type Id = String;
