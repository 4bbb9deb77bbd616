//! What the system says of the disk under a folder. Is it a network share? SQLite's WAL needs memory shared between
//! processes, which no share gives. Is it full?

use std::path::Path;

use crate::error::StoreError;

/// Not even a few pages are left. What cannot be told is not full.
#[cfg(unix)]
pub(crate) fn is_full(folder: &Path) -> bool {
    const FEW_BYTES: u64 = 64 * 1024;
    rustix::fs::statvfs(folder).is_ok_and(|found| found.f_bavail.saturating_mul(found.f_frsize) < FEW_BYTES)
}

#[cfg(not(unix))]
pub(crate) fn is_full(_: &Path) -> bool {
    false
}

#[cfg(any(target_os = "linux", target_os = "android"))]
pub(crate) fn is_network(folder: &Path) -> Result<bool, StoreError> {
    /// NFS, SMB, CIFS, SMB2 as in statfs(2). Overlays, 9p and FUSE are not refused: containers and encrypted homes
    /// use them, and their magic does not tell what is behind.
    const NETWORK: [u32; 4] = [0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42];
    let found = rustix::fs::statfs(folder).map_err(std::io::Error::from)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a magic number of 32 bits, kept in whatever the system has"
    )]
    let magic = found.f_type as u32;
    Ok(NETWORK.contains(&magic))
}

#[cfg(target_os = "macos")]
pub(crate) fn is_network(folder: &Path) -> Result<bool, StoreError> {
    /// `MNT_LOCAL` of sys/mount.h.
    const LOCAL: u32 = 0x1000;
    let found = rustix::fs::statfs(folder).map_err(std::io::Error::from)?;
    Ok(found.f_flags & LOCAL == 0)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_os = "macos")))]
pub(crate) fn is_network(folder: &Path) -> Result<bool, StoreError> {
    // A mapped drive letter cannot be told from a path alone; a UNC path can.
    let full = std::fs::canonicalize(folder)?;
    let text = full.to_string_lossy();
    Ok(text.starts_with(r"\\?\UNC\") || (text.starts_with(r"\\") && !text.starts_with(r"\\?\")))
}
