//! What the window needs before its first screen.

use serde::Serialize;
use torgdom_domain::Id;
use ts_rs::TS;

use crate::failure::Failure;

/// Where the desk stands: `first_run`, `passphrase`, `ready`, `failed`.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct StartState {
    pub state: String,
    pub failure: Option<Failure>,
    pub version: String,
    pub profile: String,
    /// Day at the desk, `2026-11-22`.
    pub today: String,
    /// `ru`, `be`, `en`; empty until chosen.
    pub language: String,
    /// `system`, `light`, `dark`.
    pub theme: String,
    /// `compact`, `usual`, `roomy`.
    pub density: String,
    pub encrypted: bool,
    pub organisations: Vec<OrganisationBrief>,
    /// The organisation that new documents take.
    pub organisation: Id,
    /// Name under which this desk writes history.
    pub author: String,
    /// The profile holds demonstration data.
    pub demo: bool,
}

#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct OrganisationBrief {
    pub id: Id,
    pub name: String,
    pub city: String,
    pub country: String,
    pub currency: String,
}
