//! What the screens are given. Every answer is complete: a screen asks nothing more to paint it.

pub mod list;
pub mod record;
pub mod start;
pub mod today;

pub use record::{ChainStep, Derived, DuePart, Entered, FieldChange, HistoryLine, LineView, RecordView, RefName};
pub use start::{OrganisationBrief, StartState};
pub use today::TodayView;
