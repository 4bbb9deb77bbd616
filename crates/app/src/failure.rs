//! Why a verb did nothing: a code, its parameters, and the problems for the person to put right.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use torgdom_domain::Problem;
use torgdom_store::StoreError;
use ts_rs::TS;

/// A refusal. The sentence for `code` is `failure-<code>` in `assets/text`; nothing was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{code}")]
pub struct Failure {
    pub code: String,
    #[serde(default)]
    pub params: BTreeMap<String, String>,
    #[serde(default)]
    pub problems: Vec<Problem>,
}

impl Failure {
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self { code: code.to_owned(), ..Self::default() }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// The record cannot be kept or issued as it stands.
    #[must_use]
    pub fn refused(problems: Vec<Problem>) -> Self {
        Self { code: "refused".to_owned(), params: BTreeMap::new(), problems }
    }

    #[must_use]
    pub fn not_found(id: &str) -> Self {
        Self::new("not_found").with("id", id)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        // The cause goes along for the log; the sentence is chosen by the code.
        Self::new(error.code()).with("cause", &error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        let code = match error.kind() {
            std::io::ErrorKind::NotFound => "file_not_found",
            std::io::ErrorKind::PermissionDenied => "file_denied",
            std::io::ErrorKind::StorageFull => "disk_full",
            _ => "file_failed",
        };
        Self::new(code).with("cause", error)
    }
}
