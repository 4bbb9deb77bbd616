//! Lists: filtered, sorted, counted, and opened at any place.

mod anchors;
mod count;
mod filter;
mod order;
mod page;
mod query;
mod row;

pub(crate) use anchors::Anchors;
pub use count::{Sum, Sums, TabCount};
pub use page::ListPage;
pub use query::{Cursor, ListQuery, Position, Sort, SortColumn, Tab};
pub use row::ListRow;
