//! The desk's SQLite: records, journal, outbox, projections for lists and balances, search, blobs, backups.
//!
//! Records are the truth; everything else here but journal, outbox and blobs can be rebuilt from them. One function,
//! [`Writer::apply`], writes a record with its journal line, outbox line, projections and search in one transaction.
//! Knows no clock, no person and no wire.

mod cipher;
mod codes;
mod error;
mod keeping;
mod list;
mod opening;
mod options;
mod projection;
mod reader;
mod schema;
mod search;
mod store;
mod writer;

pub use cipher::Key;
pub use error::StoreError;
pub use keeping::{Backup, Finding, Progress};
pub use list::{Cursor, ListPage, ListQuery, ListRow, Position, Sort, SortColumn, Sum, Sums, Tab, TabCount};
pub use options::OpenOptions;
pub use reader::{Asked, Blob, Debt, JournalLine, LastSale, ListPrice, Owed, Reader, Turnover, Unsent};
pub use search::Hit;
pub use store::{STORE_FILE, Store};
pub use writer::Writer;
