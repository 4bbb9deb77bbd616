//! How a store is opened.

use std::sync::Arc;

use chrono::NaiveDate;
use torgdom_domain::Tables;

use crate::cipher::Key;

#[derive(Clone, Default)]
pub struct OpenOptions {
    /// Makes the directory and the store when they are not there.
    pub create: bool,
    /// The window takes the desk's lock; the command line does not.
    pub lock_desk: bool,
    /// Opens an encrypted store; with `create`, makes an encrypted one. A plain store opens all the same.
    pub passphrase: Option<String>,
    /// Names the backup that is made before a migration.
    pub today: NaiveDate,
    /// The store's key itself, from whoever keeps it ([`crate::Store::key`]); it is tried instead of the pass-phrase.
    pub key: Option<Key>,
    /// Dated tables for the sums of drafts; those that come with the program when absent.
    pub tables: Option<Arc<Tables>>,
    /// Name of a registered SQLite VFS; the system's own when absent.
    pub vfs: Option<String>,
}
