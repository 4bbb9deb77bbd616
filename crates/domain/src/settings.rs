//! Settings shared by the organisation's desks. What belongs to one device (language, look) is not a record.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;

/// Body of the kind `settings`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// Organisation that new documents take.
    pub default_organisation: Id,
}
