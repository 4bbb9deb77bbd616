//! One open file: SQLite's `sqlite3_io_methods` over the disk.

use std::ffi::{c_int, c_void};
use std::ptr;

use rusqlite::ffi;

use super::{Machine, Opaque, refusal};
use crate::crash::disk::{Inode, Step, Trouble};

/// What SQLite makes room for; it must begin with SQLite's own part.
#[repr(C)]
pub struct PowerFile {
    base: ffi::sqlite3_file,
    open: *mut Open,
}

pub struct Open {
    machine: *const Machine,
    inode: Inode,
    handle: u64,
    /// The next sync syncs the folder as well.
    folder_too: bool,
    /// Name of a file that goes with its handle.
    doomed: Option<String>,
    level: c_int,
    /// Has joined the shared memory.
    shares: bool,
}

impl Open {
    pub const fn new(machine: &Machine, inode: Inode, handle: u64, folder_too: bool, doomed: Option<String>) -> Self {
        Self { machine, inode, handle, folder_too, doomed, level: ffi::SQLITE_LOCK_NONE, shares: false }
    }

    const fn machine<'a>(&self) -> &'a Machine {
        // SAFETY: `Registered` keeps the machine until its last connection is closed.
        unsafe { &*self.machine }
    }
}

/// Fills the room that SQLite made.
///
/// # Safety
/// `file` has room for a [`PowerFile`].
pub unsafe fn put(file: *mut ffi::sqlite3_file, open: Open) {
    // SAFETY: asked of the caller; `close` takes the box back.
    unsafe {
        let file = file.cast::<PowerFile>();
        (*file).open = Box::into_raw(Box::new(open));
        (*file).base.pMethods = &raw const METHODS;
    }
}

/// # Safety
/// `file` was filled by [`put`] and not closed; SQLite uses a file from one thread at a time.
unsafe fn of<'a>(file: *mut ffi::sqlite3_file) -> &'a mut Open {
    // SAFETY: asked of the caller.
    unsafe { &mut *(*file.cast::<PowerFile>()).open }
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(is_reserved),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(map_shared),
    xShmLock: Some(lock_shared),
    xShmBarrier: Some(barrier),
    xShmUnmap: Some(unmap_shared),
    xFetch: None,
    xUnfetch: None,
};

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: SQLite closes an open file once; the box came from `put`.
    let open = unsafe {
        (*file).pMethods = ptr::null();
        Box::from_raw((*file.cast::<PowerFile>()).open)
    };
    let mut state = open.machine().state();
    state.open -= 1;
    if let Some(locks) = state.locks.get_mut(&open.inode) {
        locks.give_back(open.handle, ffi::SQLITE_LOCK_NONE);
    }
    if let Some(name) = &open.doomed {
        state.disk.delete(name);
    }
    ffi::SQLITE_OK
}

fn offset(at: ffi::sqlite3_int64) -> usize {
    usize::try_from(at).expect("SQLite asks for no negative offset")
}

unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, into: *mut c_void, length: c_int, at: ffi::sqlite3_int64) -> c_int {
    // SAFETY: SQLite hands over an open file and `length` bytes of room.
    let (open, into) = unsafe { (of(file), std::slice::from_raw_parts_mut(into.cast::<u8>(), offset(length.into()))) };
    let found = open.machine().state().disk.read(open.inode, offset(at), into);
    if found == into.len() {
        return ffi::SQLITE_OK;
    }
    into[found..].fill(0);
    ffi::SQLITE_IOERR_SHORT_READ
}

unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, bytes: *const c_void, length: c_int, at: ffi::sqlite3_int64) -> c_int {
    // SAFETY: SQLite hands over an open file and `length` bytes.
    let (open, bytes) = unsafe { (of(file), std::slice::from_raw_parts(bytes.cast::<u8>(), offset(length.into()))) };
    let mut state = open.machine().state();
    match state.disk.permit(Step::Write) {
        Ok(()) => {
            state.disk.write(open.inode, offset(at), bytes);
            ffi::SQLITE_OK
        }
        Err(trouble) => {
            // A full disk takes what still fits, a failing one may have begun.
            state.disk.write(open.inode, offset(at), &bytes[..bytes.len() / 2]);
            refusal(trouble, ffi::SQLITE_IOERR_WRITE)
        }
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    // SAFETY: SQLite hands over an open file.
    let open = unsafe { of(file) };
    let mut state = open.machine().state();
    if let Err(trouble) = state.disk.permit(Step::Truncate) {
        return refusal(trouble, ffi::SQLITE_IOERR_TRUNCATE);
    }
    state.disk.truncate(open.inode, offset(size));
    ffi::SQLITE_OK
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    // SAFETY: SQLite hands over an open file.
    let open = unsafe { of(file) };
    let mut state = open.machine().state();
    if let Err(trouble) = state.disk.permit(Step::Sync) {
        return refusal(trouble, ffi::SQLITE_IOERR_FSYNC);
    }
    state.disk.sync(open.inode, flags & 0x0f == ffi::SQLITE_SYNC_FULL);
    if open.folder_too {
        open.folder_too = false;
        state.disk.sync_folder();
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn size(file: *mut ffi::sqlite3_file, out: *mut ffi::sqlite3_int64) -> c_int {
    // SAFETY: SQLite hands over an open file and room for the answer.
    unsafe {
        let open = of(file);
        let size = open.machine().state().disk.size(open.inode);
        *out = ffi::sqlite3_int64::try_from(size).expect("files in memory are small");
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn lock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    // SAFETY: SQLite hands over an open file.
    let open = unsafe { of(file) };
    if open.level >= level {
        return ffi::SQLITE_OK;
    }
    let mut state = open.machine().state();
    let locks = state.locks.entry(open.inode).or_default();
    if !locks.take(open.handle, level) {
        if locks.is_pending(open.handle) {
            open.level = ffi::SQLITE_LOCK_PENDING;
        }
        return ffi::SQLITE_BUSY;
    }
    open.level = level;
    ffi::SQLITE_OK
}

unsafe extern "C" fn unlock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    // SAFETY: SQLite hands over an open file.
    let open = unsafe { of(file) };
    if open.level > level {
        open.machine().state().locks.entry(open.inode).or_default().give_back(open.handle, level);
        open.level = level;
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn is_reserved(file: *mut ffi::sqlite3_file, out: *mut c_int) -> c_int {
    // SAFETY: SQLite hands over an open file and room for the answer.
    unsafe {
        let open = of(file);
        *out = c_int::from(open.machine().state().locks.entry(open.inode).or_default().is_reserved());
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn control(_: *mut ffi::sqlite3_file, _: c_int, _: Opaque) -> c_int {
    ffi::SQLITE_NOTFOUND
}

/// What SQLite's own VFS says of every disk.
unsafe extern "C" fn sector_size(_: *mut ffi::sqlite3_file) -> c_int {
    4096
}

unsafe extern "C" fn characteristics(_: *mut ffi::sqlite3_file) -> c_int {
    ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE | ffi::SQLITE_IOCAP_SUBPAGE_READ
}

unsafe extern "C" fn map_shared(file: *mut ffi::sqlite3_file, n: c_int, bytes: c_int, extend: c_int, out: *mut Opaque) -> c_int {
    // SAFETY: SQLite hands over an open file and room for the answer.
    unsafe {
        *out = ptr::null_mut();
        let open = of(file);
        let mut state = open.machine().state();
        let n = offset(n.into());
        if extend != 0 && state.shared.get(&open.inode).map_or(0, super::Shared::regions) <= n {
            // SQLite's own VFS has one code for every failure here.
            if let Err(Trouble::Full | Trouble::Failing) = state.disk.permit(Step::Share) {
                return ffi::SQLITE_IOERR_SHMSIZE;
            }
        }
        let shared = state.shared.entry(open.inode).or_default();
        if !open.shares {
            open.shares = true;
            shared.join(open.handle);
        }
        if extend != 0 {
            shared.extend(n, offset(bytes.into()));
        }
        if let Some(region) = shared.region(n) {
            *out = region;
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn lock_shared(file: *mut ffi::sqlite3_file, first: c_int, count: c_int, flags: c_int) -> c_int {
    // SAFETY: SQLite hands over an open file.
    let open = unsafe { of(file) };
    let mut state = open.machine().state();
    state.shared.entry(open.inode).or_default().lock(open.handle, first, count, flags)
}

unsafe extern "C" fn barrier(_: *mut ffi::sqlite3_file) {
    std::sync::atomic::fence(std::sync::atomic::Ordering::SeqCst);
}

unsafe extern "C" fn unmap_shared(file: *mut ffi::sqlite3_file, _: c_int) -> c_int {
    // SAFETY: SQLite hands over an open file.
    let open = unsafe { of(file) };
    if open.shares {
        open.shares = false;
        let mut state = open.machine().state();
        if state.shared.get_mut(&open.inode).is_some_and(|shared| shared.leave(open.handle)) {
            state.shared.remove(&open.inode);
        }
    }
    ffi::SQLITE_OK
}
