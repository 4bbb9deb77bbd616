//! Keeping the store: backups, restoring, checking.

mod aside;
mod backup;
mod examine;
mod restore;
mod sweep;
#[cfg(test)]
mod upgrade;
mod verify;
mod watch;

pub use backup::Backup;
pub(crate) use backup::backup_before_migration;
pub(crate) use sweep::sweep;
pub use verify::Finding;
pub use watch::Progress;
pub(crate) use watch::{Watch, unwatched};
