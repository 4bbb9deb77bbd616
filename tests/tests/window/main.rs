//! Journeys through the real window: the release's own code, SQLite, content policy and permissions, on a display that
//! nobody sees. Each journey has a machine of its own.

mod desks;
mod doors;
mod first_invoice;
mod hand;
mod keeping;
mod languages;
mod lines;
mod opening;
mod papers;
