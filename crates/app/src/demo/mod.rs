//! Invented trade: the demonstration profile, and masses of records for measuring. Everything is made from a seed and
//! `today`, so that two runs give the same records. Knows no store, no clock, no network; no firm, bank or person in it
//! exists, though every number passes its check.

mod contracts;
mod deals;
mod goods;
mod identity;
mod invoices;
mod masses;
mod numbers;
mod parties;
mod payments;
mod profile;
mod random;
mod requisites;
mod sources;
mod terms;
#[cfg(test)]
mod tests;
mod words;

use chrono::NaiveDateTime;
use serde::Serialize;
use serde_json::Value;

pub use masses::{Masses, masses};
pub use profile::demonstration;

/// A record to be stored as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Seeded {
    /// `counterparty`, `invoice`, …
    pub kind: &'static str,
    /// Shaped like a UUIDv7 of [`Self::at`].
    pub id: String,
    /// `live`, `draft`, `issued`, `void`.
    pub state: &'static str,
    /// When it was entered: local time, taken as UTC in [`Self::id`].
    pub at: NaiveDateTime,
    /// In the shape of the kind in `torgdom_domain`, with all its fields.
    pub body: Value,
}

impl Seeded {
    fn new(kind: &'static str, id: String, state: &'static str, at: NaiveDateTime, body: &impl Serialize) -> Self {
        // Bodies are structs and maps with string keys: they always serialise.
        Self { kind, id, state, at, body: serde_json::to_value(body).unwrap_or_default() }
    }
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A record was entered.
    Save(Seeded),
    /// A draft became a paper: the draft says `issued_as`, the paper says `draft`. The paper's `paper` (content hash of
    /// its PDF) is still empty.
    Issue { draft: Seeded, issued: Seeded },
}

impl Step {
    /// When it happened.
    #[must_use]
    pub fn at(&self) -> NaiveDateTime {
        match self {
            Self::Save(record) | Self::Issue { issued: record, .. } => record.at,
        }
    }
}

/// The demonstration profile: what happened in eighteen months, in the order of time. A record comes after those it
/// points to.
#[derive(Clone, Debug, PartialEq)]
pub struct Demonstration {
    pub steps: Vec<Step>,
}

impl Demonstration {
    /// All records, drafts of papers included, in the order of time.
    pub fn records(&self) -> impl Iterator<Item = &Seeded> {
        self.steps.iter().flat_map(|step| {
            match step {
                Step::Save(record) => [Some(record), None],
                Step::Issue { draft, issued } => [Some(draft), Some(issued)],
            }
            .into_iter()
            .flatten()
        })
    }
}
