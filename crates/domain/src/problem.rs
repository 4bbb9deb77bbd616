//! What is wrong with a record, as data: a code, the field, how much it matters, and the words' parameters.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The draft cannot be kept at all: its shape is not one we can read back.
    BlocksSave,
    /// The draft is kept, the document cannot be issued.
    BlocksIssue,
    /// The person should know; nothing is refused.
    Warns,
}

/// One thing for the person to put right. The sentence for `code` lives in `assets/text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Problem {
    /// Stable and in snake case; a code without a sentence in each language fails a test.
    pub code: String,
    /// JSON Pointer into the record's body; empty when the whole record is meant.
    pub field: String,
    pub level: Level,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, String>,
}

/// JSON Pointer of the entry `id` in the map at `map` (RFC 6901): ids are given from outside and may hold any sign.
#[must_use]
pub fn entry_pointer(map: &str, id: &str) -> String {
    format!("{map}/{}", id.replace('~', "~0").replace('/', "~1"))
}

impl Problem {
    #[must_use]
    pub fn new(level: Level, code: &str, field: impl Into<String>) -> Self {
        Self { code: code.to_owned(), field: field.into(), level, params: BTreeMap::new() }
    }

    #[must_use]
    pub fn blocks_save(code: &str, field: impl Into<String>) -> Self {
        Self::new(Level::BlocksSave, code, field)
    }

    #[must_use]
    pub fn blocks_issue(code: &str, field: impl Into<String>) -> Self {
        Self::new(Level::BlocksIssue, code, field)
    }

    #[must_use]
    pub fn warns(code: &str, field: impl Into<String>) -> Self {
        Self::new(Level::Warns, code, field)
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// The same problem one step further out: `name` found in `/accounts/7` is `/accounts/7/name`.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        self.field = format!("{prefix}{}", self.field);
        self
    }
}
