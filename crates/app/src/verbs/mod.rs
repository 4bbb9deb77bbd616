//! The verbs, one file a group. Nouns of the trade are folders of the domain; here stand the actions.

pub(crate) mod checks;
pub(crate) mod deals;
pub(crate) mod demonstration;
pub(crate) mod exports;
pub(crate) mod files;
pub(crate) mod goods;
pub(crate) mod history;
pub(crate) mod imports;
pub(crate) mod invoices;
pub(crate) mod issue;
pub(crate) mod lines;
pub(crate) mod links;
pub(crate) mod lists;
pub(crate) mod papers;
pub(crate) mod paste;
pub(crate) mod payments;
pub(crate) mod put;
pub(crate) mod records;
pub(crate) mod safety;
pub(crate) mod series;
pub(crate) mod show;
pub(crate) mod start;
pub(crate) mod tables;
pub(crate) mod today;
pub(crate) mod typing;
pub(crate) mod undo;
