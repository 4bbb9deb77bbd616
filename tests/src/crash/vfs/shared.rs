//! The log's index: memory that the connections of one process share, with eight locks on it.
//!
//! On a real disk it is a file whose content is thrown away by the first connection after a restart; here it is simply
//! gone with the power.

use std::collections::HashMap;
use std::ffi::{c_int, c_void};

use rusqlite::ffi;

/// A piece of memory that stays where it is: SQLite keeps its address. In eights of bytes for the alignment.
struct Region(*mut [u64]);

// SAFETY: nothing here looks into the memory; SQLite itself takes care of who does.
unsafe impl Send for Region {}

impl Region {
    fn new(bytes: usize) -> Self {
        Self(Box::into_raw(vec![0_u64; bytes.div_ceil(size_of::<u64>())].into_boxed_slice()))
    }
}

impl Drop for Region {
    fn drop(&mut self) {
        // SAFETY: it came from a box in `new`; the last connection has left.
        drop(unsafe { Box::from_raw(self.0) });
    }
}

/// Memory and locks of one database.
#[derive(Default)]
pub struct Shared {
    regions: Vec<Region>,
    /// Slots that each handle holds shared and alone, as bits.
    held: HashMap<u64, (u32, u32)>,
}

impl Shared {
    /// Address of a piece of memory.
    pub fn region(&self, n: usize) -> Option<*mut c_void> {
        self.regions.get(n).map(|region| region.0.cast())
    }

    pub const fn regions(&self) -> usize {
        self.regions.len()
    }

    /// Makes pieces of `size` bytes up to and with the `n`-th.
    pub fn extend(&mut self, n: usize, size: usize) {
        while self.regions.len() <= n {
            self.regions.push(Region::new(size));
        }
    }

    pub fn join(&mut self, handle: u64) {
        self.held.entry(handle).or_default();
    }

    /// True when nobody is left.
    pub fn leave(&mut self, handle: u64) -> bool {
        self.held.remove(&handle);
        self.held.is_empty()
    }

    /// SQLite's `xShmLock`.
    pub fn lock(&mut self, handle: u64, first: c_int, count: c_int, flags: c_int) -> c_int {
        let mask = ((1_u32 << count) - 1) << first;
        let others = |held: &HashMap<u64, (u32, u32)>, shared_too: bool| {
            held.iter()
                .any(|(holder, (shared, alone))| *holder != handle && (alone | if shared_too { *shared } else { 0 }) & mask != 0)
        };
        let shared = flags & ffi::SQLITE_SHM_SHARED != 0;
        if flags & ffi::SQLITE_SHM_LOCK != 0 && others(&self.held, !shared) {
            return ffi::SQLITE_BUSY;
        }
        let (mine_shared, mine_alone) = self.held.entry(handle).or_default();
        match (flags & ffi::SQLITE_SHM_LOCK != 0, shared) {
            (true, true) => *mine_shared |= mask,
            (true, false) => *mine_alone |= mask,
            (false, true) => *mine_shared &= !mask,
            (false, false) => *mine_alone &= !mask,
        }
        ffi::SQLITE_OK
    }
}
