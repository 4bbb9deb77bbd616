//! Tables for lists, balances and search, made from the records: each can be thrown away and made again.

mod blocks;
mod build;
pub(crate) mod class;
pub(crate) mod collate;
mod links;
pub(crate) mod minor;
mod paid;
mod row;
pub(crate) mod sales;
mod shape;
mod tally;
mod turnover;
mod write;

pub(crate) use blocks::counted as counted_blocks;
pub(crate) use build::{build_deferred, is_deferred, is_stale, mark_deferred, rebuild, refresh};
pub(crate) use row::Row;
pub(crate) use tally::{DAYS, differences as tally_differences};
pub(crate) use turnover::differences as turnover_differences;
pub(crate) use write::{codes_of, expected, project};
