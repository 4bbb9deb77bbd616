//! What the screens listen to.

use serde::Serialize;
use ts_rs::TS;

/// Sent after the transaction is committed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// These records changed, by whom: `desk` (this window), `outside` (the command line or another process).
    Changed { ids: Vec<String>, kinds: Vec<String>, by: String },
    /// A long action goes on (`import`, `verify`, `rebuild`; `id` is what stops it): `done` of `total` (0 when not known).
    Progress {
        id: String,
        label: String,
        #[ts(type = "number")]
        done: u64,
        #[ts(type = "number")]
        total: u64,
    },
}
