//! Keeping the store: backups, restoring, checking.

mod backup;
mod restore;
mod verify;

pub use backup::Backup;
pub(crate) use backup::backup_before_migration;
pub use verify::Finding;
