//! What a person at the desk can do: one file a group of verbs. A verb is one function and one transaction, and
//! answers with the new view. The window and the command line speak only to this crate; it never talks to the person.

pub mod clock;
pub mod commands;
pub mod demo;
mod desk;
mod event;
mod failure;
mod typed;
mod verbs;
pub mod views;

pub use desk::{Desk, OpenOptions, open};
pub use event::Event;
pub use failure::Failure;
pub use torgdom_documents as documents;
pub use torgdom_domain as domain;
pub use torgdom_records as records;
pub use torgdom_store as store;
pub use typed::Typed;
pub use verbs::files::write_whole;
pub use verbs::imports::{ImportDone, ImportOptions, ImportProblem, ImportReading, ImportUndone, ImportView, PlanView};
pub use verbs::papers::NamedPaper;
pub use verbs::payments::PaymentEntry;
pub use verbs::start::{FirstAccount, FirstOrganisation, StartMode};
