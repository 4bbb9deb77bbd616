//! Journeys through the real window: the release's own code, SQLite, content policy and permissions, on a display that
//! nobody sees. Each journey has a machine of its own.

mod keeping;
mod opening;
