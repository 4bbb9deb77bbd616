//! Lists, counts, sums and what is paid, against a model that knows no SQL.

mod model;
mod paging;
mod paid;
mod totals;
