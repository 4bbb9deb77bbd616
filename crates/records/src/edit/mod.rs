//! An edit: one field of a record from an old value to a new one. Absent and `null` are different things here.

mod apply;
mod diff;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

pub use apply::{EditRefused, apply_edits};
pub use diff::diff;

/// `old` is what the author saw: the edit applies only on top of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Edit {
    /// JSON Pointer into the body.
    pub path: String,
    /// None when the field was absent. In JSON an absent key; `null` is a value.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, type = "unknown")]
    pub old: Option<Value>,
    /// None when the field goes away.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[ts(optional, type = "unknown")]
    pub new: Option<Value>,
}

impl Edit {
    /// The edit that sets `path`, made by somebody who saw `old`.
    #[must_use]
    pub fn new(path: impl Into<String>, old: Option<Value>, new: Option<Value>) -> Self {
        Self { path: path.into(), old, new }
    }
}

/// What takes the edits back, in the order in which it must be applied.
#[must_use]
pub fn inverse(edits: &[Edit]) -> Vec<Edit> {
    edits.iter().rev().map(|edit| Edit::new(edit.path.clone(), edit.new.clone(), edit.old.clone())).collect()
}

/// Serde would read `null` as none; here it is a value that is there.
pub(crate) fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests;
