//! The command line as other programs see it: the real binary, its exit codes, its two streams, the disk after it.

mod calc;
mod check;
mod documents;
mod import;
mod keeping;
mod killed;
mod put;
mod support;
mod usage;
mod words;
