//! What is stored and synchronised: records, edits, conflict units, changes and sealed mutations.
//!
//! Pure: knows no SQL, no clock and no wire. A change is worked out once ([`edit::diff`]) and carried as the same
//! [`Edit`] through journal, outbox, server log and merge.

pub mod canonical;
pub mod change;
pub mod edit;
pub mod kind;
pub mod mutation;
pub mod origin;
pub mod pointer;
pub mod prune;
pub mod record;
pub mod state;
pub mod unit;

pub use canonical::{NumberRefused, canonical};
pub use change::{Change, Op};
pub use edit::{Edit, EditRefused, apply_edits, diff, inverse};
pub use kind::Kind;
pub use mutation::{Mutation, MutationOp};
pub use origin::Origin;
pub use pointer::overlapping;
pub use prune::{prune, prune_body};
pub use record::Record;
pub use state::State;
pub use unit::{unit_hash, unit_of};

/// Identity of a record: a UUIDv7 in lower-case text, made outside.
pub type Id = String;
/// A record's content: the raw JSON object, so that fields of a newer version survive.
pub type Body = serde_json::Map<String, serde_json::Value>;
/// A name that this version does not know (kind, state): data of a newer version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what}: {text}")]
pub struct Unknown {
    pub what: &'static str,
    pub text: String,
}
