//! Power cuts: a machine whose power goes at any step of a store's work, and the question what is then on its disk.
//!
//! A piece of work runs once, over a VFS that notes every step ([`vfs`], [`disk`]). Then, for every point between two
//! steps, [`replay`] and [`adversary`] make a disk as the cut may have left it, a fresh machine opens it, and
//! [`campaign`] judges: each acknowledged transaction is there whole, nothing half-written is. The opening after a cut is
//! cut as well. [`shortage`] lets the disk be full or fail at each step instead.

pub mod adversary;
pub mod bare;
pub mod campaign;
pub mod content;
pub mod day;
pub mod desk;
pub mod disk;
pub mod random;
pub mod recording;
pub mod replay;
pub mod season;
pub mod shortage;
pub mod vfs;
