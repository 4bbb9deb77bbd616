//! A series of numbers: organisation + kind + year + prefix, one writer, so that it is gapless without a network.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::amount::Amount;

/// Body of the kind `series`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Series {
    pub organisation: Id,
    /// Kind of the documents it numbers: `invoice`, `deal`.
    pub kind: String,
    pub year: String,
    pub prefix: String,
    pub suffix: String,
    /// Zero-padded to this many digits: `ЗМ-001284` has prefix `ЗМ-` and width 6.
    pub width: Amount,
    /// The number that the next document gets.
    pub next: Amount,
    pub closed: bool,
    /// Why it was closed (a lost device, a restored backup).
    pub reason: String,
}
