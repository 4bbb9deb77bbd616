//! A SQLite VFS over a [`Disk`] in memory. It behaves as SQLite's own for Unix does: when the folder is synced, what
//! the device promises, how locks and shared memory work between the connections of one process.
#![expect(unsafe_code, reason = "SQLite asks a file system through C function pointers")]

mod file;
mod locks;
mod shared;

use std::collections::HashMap;
use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::ptr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::ffi;

use self::file::PowerFile;
use self::locks::Locks;
use self::shared::Shared;
use super::disk::{Disk, Image, Inode, Role, Step, Trouble};

const LONGEST_NAME: usize = 512;

/// One machine: its disk, and what its running programs share. All of it is gone with the power but the disk.
#[derive(Default)]
pub struct Machine {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    disk: Disk,
    locks: HashMap<Inode, Locks>,
    shared: HashMap<Inode, Shared>,
    /// Handles that are open.
    open: usize,
    handles: u64,
}

impl Machine {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Switches the machine on with these files on its disk.
    ///
    /// # Panics
    /// When a connection is still open: its programs would have survived the cut.
    pub fn install(&self, image: &Image) {
        let mut state = self.state();
        assert_eq!(state.open, 0, "a connection is still open");
        state.disk.install(image);
        state.locks.clear();
        state.shared.clear();
    }

    /// Asks or changes the disk itself.
    pub fn with_disk<T>(&self, f: impl FnOnce(&mut Disk) -> T) -> T {
        f(&mut self.state().disk)
    }
}

/// A machine that SQLite knows by name until this value goes.
pub struct Registered {
    pub machine: Arc<Machine>,
    name: CString,
    vfs: Box<ffi::sqlite3_vfs>,
}

// SAFETY: SQLite takes its own mutex around the list of file systems; the structure itself is only read after its
// registration, and what it points to is behind the machine's mutex.
unsafe impl Send for Registered {}
// SAFETY: as above.
unsafe impl Sync for Registered {}

impl Registered {
    /// A new, empty machine under a name of its own.
    ///
    /// # Panics
    /// When SQLite is out of memory.
    #[must_use]
    pub fn new() -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let name = format!("powercut-{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let name = CString::new(name).expect("no zero byte in it");
        let machine = Arc::new(Machine::default());
        let mut vfs = Box::new(ffi::sqlite3_vfs {
            iVersion: 1,
            szOsFile: c_int::try_from(size_of::<PowerFile>()).expect("a small structure"),
            mxPathname: c_int::try_from(LONGEST_NAME).expect("a small number"),
            pNext: ptr::null_mut(),
            zName: name.as_ptr(),
            pAppData: Arc::as_ptr(&machine).cast_mut().cast(),
            xOpen: Some(open),
            xDelete: Some(delete),
            xAccess: Some(access),
            xFullPathname: Some(full_name),
            xDlOpen: None,
            xDlError: None,
            xDlSym: None,
            xDlClose: None,
            xRandomness: Some(randomness),
            xSleep: Some(sleep),
            xCurrentTime: Some(now),
            xGetLastError: Some(last_error),
            xCurrentTimeInt64: None,
            xSetSystemCall: None,
            xGetSystemCall: None,
            xNextSystemCall: None,
        });
        // SAFETY: the structure, its name and the machine live until `drop` has taken it off SQLite's list.
        let code = unsafe { ffi::sqlite3_vfs_register(&raw mut *vfs, 0) };
        assert_eq!(code, ffi::SQLITE_OK, "SQLite takes a file system");
        Self { machine, name, vfs }
    }

    /// What to open a connection with.
    ///
    /// # Panics
    /// Never: the name is made here.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.to_str().expect("ASCII")
    }
}

impl Default for Registered {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        // SAFETY: it was registered in `new`; SQLite only takes it off its list.
        unsafe { ffi::sqlite3_vfs_unregister(&raw mut *self.vfs) };
    }
}

/// # Safety
/// `vfs` is one that [`Registered::new`] has made and not dropped.
unsafe fn machine_of<'a>(vfs: *mut ffi::sqlite3_vfs) -> &'a Machine {
    // SAFETY: `pAppData` points to the machine, which `Registered` keeps alive.
    unsafe { &*(*vfs).pAppData.cast::<Machine>() }
}

/// # Safety
/// `name` is null or a C string.
unsafe fn text<'a>(name: *const c_char) -> Option<&'a str> {
    if name.is_null() {
        return None;
    }
    // SAFETY: asked of the caller.
    unsafe { CStr::from_ptr(name) }.to_str().ok()
}

const fn role_of(flags: c_int) -> Role {
    if flags & ffi::SQLITE_OPEN_MAIN_DB != 0 {
        Role::Database
    } else if flags & ffi::SQLITE_OPEN_WAL != 0 {
        Role::Log
    } else if flags & (ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_SUPER_JOURNAL) != 0 {
        Role::Journal
    } else {
        Role::Temporary
    }
}

unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite hands over its VFS, a name or null, and room for one `PowerFile`.
    unsafe {
        (*file).pMethods = ptr::null();
        let machine = machine_of(vfs);
        let name = text(name);
        let role = role_of(flags);
        let mut state = machine.state();
        let found = name.and_then(|name| state.disk.find(name));
        let creates = name.is_none() || flags & ffi::SQLITE_OPEN_CREATE != 0;
        if found.is_none() && (!creates || state.disk.permit(Step::Create).is_err()) {
            return ffi::SQLITE_CANTOPEN;
        }
        let inode = found.unwrap_or_else(|| state.disk.create(name, role));
        state.open += 1;
        state.handles += 1;
        // SQLite's own VFS: the folder is synced with the first sync of a log or journal opened to be created.
        let folder_too = flags & ffi::SQLITE_OPEN_CREATE != 0 && matches!(role, Role::Log | Role::Journal);
        let doomed = if flags & ffi::SQLITE_OPEN_DELETEONCLOSE != 0 { name.map(str::to_owned) } else { None };
        let handle = state.handles;
        drop(state);
        file::put(file, file::Open::new(machine, inode, handle, folder_too, doomed));
        if !out_flags.is_null() {
            *out_flags = flags;
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn delete(vfs: *mut ffi::sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: SQLite hands over its VFS and a name.
    let (machine, name) = unsafe { (machine_of(vfs), text(name)) };
    let Some(name) = name else { return ffi::SQLITE_IOERR_DELETE };
    let mut state = machine.state();
    if state.disk.permit(Step::Delete).is_err() {
        return ffi::SQLITE_IOERR_DELETE;
    }
    if !state.disk.delete(name) {
        return ffi::SQLITE_IOERR_DELETE_NOENT;
    }
    if sync_folder & 1 != 0 {
        if state.disk.permit(Step::Sync).is_err() {
            return ffi::SQLITE_IOERR_DIR_FSYNC;
        }
        state.disk.sync_folder();
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn access(vfs: *mut ffi::sqlite3_vfs, name: *const c_char, flags: c_int, out: *mut c_int) -> c_int {
    // SAFETY: SQLite hands over its VFS, a name and room for the answer.
    unsafe {
        let state = machine_of(vfs).state();
        let found = text(name).and_then(|name| state.disk.find(name));
        // As SQLite's own VFS: an empty file does not count as being there.
        let there = found.is_some_and(|inode| flags != ffi::SQLITE_ACCESS_EXISTS || state.disk.size(inode) > 0);
        *out = c_int::from(there);
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn full_name(_: *mut ffi::sqlite3_vfs, name: *const c_char, room: c_int, out: *mut c_char) -> c_int {
    // SAFETY: SQLite hands over a name and `room` bytes for the answer.
    unsafe {
        let bytes = CStr::from_ptr(name).to_bytes_with_nul();
        if bytes.len() > usize::try_from(room).unwrap_or(0) {
            return ffi::SQLITE_CANTOPEN;
        }
        ptr::copy_nonoverlapping(bytes.as_ptr().cast(), out, bytes.len());
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn randomness(_: *mut ffi::sqlite3_vfs, room: c_int, out: *mut c_char) -> c_int {
    // SAFETY: SQLite hands over `room` bytes. It asks its default VFS only; this one owes it no chance at all.
    unsafe { ptr::write_bytes(out, 0x5a, usize::try_from(room).unwrap_or(0)) };
    room
}

/// Nobody waits: what another connection holds, it holds in this very thread.
unsafe extern "C" fn sleep(_: *mut ffi::sqlite3_vfs, microseconds: c_int) -> c_int {
    microseconds
}

/// A fixed day: nothing that is stored may hang on SQLite's clock.
unsafe extern "C" fn now(_: *mut ffi::sqlite3_vfs, out: *mut f64) -> c_int {
    const JULIAN_DAY: f64 = 2_461_000.5;
    // SAFETY: SQLite hands over room for the answer.
    unsafe { *out = JULIAN_DAY };
    ffi::SQLITE_OK
}

unsafe extern "C" fn last_error(_: *mut ffi::sqlite3_vfs, _: c_int, _: *mut c_char) -> c_int {
    0
}

/// SQLite's code for a step that the disk refused.
const fn refusal(trouble: Trouble, failing: c_int) -> c_int {
    match trouble {
        Trouble::Full => ffi::SQLITE_FULL,
        Trouble::Failing => failing,
    }
}

/// A pointer that SQLite hands back as it got it.
type Opaque = *mut c_void;
