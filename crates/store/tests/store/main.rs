//! The store on real files and in memory, plain and encrypted. One binary: the tests share their builders.

mod builders;
mod keeping;
mod lists;
mod opening;
mod outbox;
mod records;
mod restoring;
mod search;
mod story;
