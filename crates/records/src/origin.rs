//! Where a change comes from.

use serde::{Deserialize, Serialize};

/// Local origins write the outbox, the others do not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "from")]
pub enum Origin {
    /// A person at this desk, or a script through the command line.
    Local,
    /// A file that a person of this desk imported; `import` names the run, so that it can be undone as one.
    Import { import: String },
    /// The platform's log: already accepted there at `seq`.
    Platform { seq: u64 },
    /// A fetch of what the digest showed to differ; never touches the outbox.
    Repair { seq: u64 },
}

impl Origin {
    #[must_use]
    pub const fn is_local(&self) -> bool {
        matches!(self, Self::Local | Self::Import { .. })
    }

    #[must_use]
    pub const fn seq(&self) -> Option<u64> {
        match self {
            Self::Platform { seq } | Self::Repair { seq } => Some(*seq),
            Self::Local | Self::Import { .. } => None,
        }
    }
}
