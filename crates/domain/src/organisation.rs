//! An own organisation: the legal entity in whose name the desk issues. Several are possible.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::party::Party;

/// Body of the kind `organisation`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Organisation {
    #[serde(flatten)]
    #[ts(flatten)]
    pub party: Party,
    /// Content hash of the logo (PNG or JPEG).
    pub logo: String,
    /// Content hash of the picture of the stamp.
    pub stamp: String,
    /// Language of its papers: `ru`, `be`, `en`; empty is `ru`.
    pub language: String,
    /// Usual currency of its deals (ISO 4217).
    pub currency: String,
}
