//! Other people's files: counterparties, contracts, goods and price lists out of XLSX and CSV, and tables back into them.
//!
//! A file goes through three steps, each of them pure: [`table::read`] makes a bounded table of it, [`mapping`] says
//! which column is which field, [`plan`] works out what an import would do, with every problem at its row and column.
//! Nothing is written to the store here, and nothing in this crate knows who asks, what day it is, or how an id is made.

pub mod export;
pub mod mapping;
pub mod plan;
pub mod table;
