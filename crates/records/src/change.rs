//! A change to one record: what every writer hands to the store.

use serde::{Deserialize, Serialize};

use crate::{Body, Edit, Id, Kind, State};

/// Author and moment are passed in; `together` joins changes that stand or fall as one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub id: Id,
    pub kind: Kind,
    pub op: Op,
    pub author: String,
    /// RFC 3339 text.
    pub at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub together: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "op")]
pub enum Op {
    /// A new record; [`State::first`] is where people's records begin.
    Create { state: State, body: Body },
    /// Fields, by compare-and-set.
    Edit { edits: Vec<Edit> },
    /// Archived, restored, posted, voided. The reason goes into the journal and, of a voided document, into its body.
    State {
        from: State,
        to: State,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A new immutable record with its full content, made from the draft that it points to.
    Issue { body: Body },
    /// The record goes for good and leaves a tombstone; only where nothing refers to it.
    Purge,
}

impl Op {
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Create { .. } => "create",
            Self::Edit { .. } => "edit",
            Self::State { .. } => "state",
            Self::Issue { .. } => "issue",
            Self::Purge => "purge",
        }
    }
}
