//! Lists, counts, sums and what is paid, against a model that knows no SQL.

mod model;
mod names;
mod paging;
mod paid;
mod sales;
mod totals;
