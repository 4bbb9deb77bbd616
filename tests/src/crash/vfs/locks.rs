//! Who has a database file locked, in SQLite's five steps.

use std::collections::BTreeSet;
use std::ffi::c_int;

use rusqlite::ffi;

/// Locks of one file; a handle is named by its number.
#[derive(Debug, Default)]
pub struct Locks {
    shared: BTreeSet<u64>,
    /// Reserved, or on its way from there to exclusive.
    reserved: Option<u64>,
    /// Nobody new may read.
    pending: Option<u64>,
}

impl Locks {
    /// Takes `handle` from where it stands to `level`; false when somebody else is in the way.
    pub fn take(&mut self, handle: u64, level: c_int) -> bool {
        let others = |holder: Option<u64>| holder.is_some_and(|holder| holder != handle);
        match level {
            ffi::SQLITE_LOCK_SHARED => {
                if others(self.pending) {
                    return false;
                }
                self.shared.insert(handle);
            }
            ffi::SQLITE_LOCK_RESERVED => {
                if others(self.reserved) || others(self.pending) {
                    return false;
                }
                self.reserved = Some(handle);
            }
            ffi::SQLITE_LOCK_PENDING | ffi::SQLITE_LOCK_EXCLUSIVE => {
                if others(self.reserved) || others(self.pending) {
                    return false;
                }
                let readers = self.shared.iter().any(|holder| *holder != handle);
                // A writer that waits keeps new readers out; rolling back a hot journal goes straight from shared and does not.
                if !readers || self.reserved == Some(handle) {
                    self.pending = Some(handle);
                }
                return !readers || level == ffi::SQLITE_LOCK_PENDING;
            }
            _ => {}
        }
        true
    }

    /// Back to `level`, which is shared or none.
    pub fn give_back(&mut self, handle: u64, level: c_int) {
        if self.reserved == Some(handle) {
            self.reserved = None;
        }
        if self.pending == Some(handle) {
            self.pending = None;
        }
        if level == ffi::SQLITE_LOCK_NONE {
            self.shared.remove(&handle);
        }
    }

    pub fn is_pending(&self, handle: u64) -> bool {
        self.pending == Some(handle)
    }

    /// Does anybody mean to write?
    pub const fn is_reserved(&self) -> bool {
        self.reserved.is_some() || self.pending.is_some()
    }
}
