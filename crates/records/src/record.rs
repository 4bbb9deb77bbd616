//! A record as it is stored.

use serde::{Deserialize, Serialize};

use crate::{Body, Id, Kind, State};

/// Version of the bodies' shape that this program writes; it only grows by adding.
pub const BODY_SCHEMA: u32 = 1;

/// `body` is what the screen shows; `confirmed_body` is kept only while unsent edits stand on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    pub id: Id,
    pub kind: Kind,
    pub scope: String,
    pub state: State,
    pub schema: u32,
    /// Local revision, raised by each change; it is no base for merging.
    pub rev: u64,
    /// Place in the platform's stream; none until the platform has accepted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<u64>,
    pub body: Body,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_body: Option<Body>,
    /// RFC 3339 text, passed in; it orders nothing.
    pub updated_at: String,
    pub author: String,
}
