//! Why the store refused or failed. Codes cross the boundary; the sentences for them live in `assets/text`.

use rusqlite::ErrorCode;
use torgdom_records::{EditRefused, Id, State};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no store in the directory.
    #[error("no store in the profile")]
    Missing,
    /// A file that was named (a backup) is not there.
    #[error("no such file")]
    FileNotFound,
    /// A file stands where the profile's folder should be.
    #[error("the profile is a file")]
    ProfileIsFile,
    /// A file or folder that was named outside the profile.
    #[error("no access to the file")]
    FileDenied,
    #[error("the backup is a folder")]
    BackupIsFolder,
    #[error("the backup is damaged: {0}")]
    BackupDamaged(String),
    /// The file looks encrypted, and the file with its key is not beside it.
    #[error("the key file is missing")]
    KeyMissing,
    /// The person told a long action to stop.
    #[error("stopped")]
    Cancelled,
    #[error("the profile cannot be written")]
    ProfileReadOnly,
    #[error("the disk is full")]
    DiskFull,
    #[error("the disk failed: {0}")]
    DiskFailed(String),
    /// The file is no store of this program.
    #[error("the file is not a store of this program")]
    NotOurs,
    /// Written by a newer program.
    #[error("schema {found} is newer than {known}")]
    NewerSchema { found: i64, known: i64 },
    #[error("the store is encrypted")]
    PassphraseNeeded,
    #[error("wrong pass-phrase")]
    WrongPassphrase,
    #[error("another desk has the profile open")]
    LockedByOtherDesk,
    /// Other programs have the store open and its file must be replaced.
    #[error("the store is open elsewhere")]
    OpenElsewhere,
    /// WAL needs shared memory, which a network file system does not give.
    #[error("the profile is on a network share")]
    NetworkShare,
    #[error("another program is writing")]
    Busy,
    #[error("the store is damaged: {0}")]
    Corrupt(String),
    #[error("no record {0}")]
    NotFound(Id),
    /// A record with this id is there already, or was and has been purged.
    #[error("record {0} exists")]
    Exists(Id),
    #[error("not an id: {0:?}")]
    BadId(String),
    /// The change names another kind than the record has.
    #[error("record {0} is of another kind")]
    OtherKind(Id),
    /// Issued papers never change.
    #[error("record {0} is issued")]
    Issued(Id),
    #[error("{from} does not become {to}")]
    BadState { from: State, to: State },
    /// Compare-and-set: somebody changed the field, or the path is none.
    #[error(transparent)]
    Edit(#[from] EditRefused),
    /// An issued body holds a JSON number, which has no canonical form.
    #[error("an issued body holds a JSON number")]
    NumberInIssued,
    /// Other records point to the one that should be purged.
    #[error("record {0} is referred to")]
    Referred(Id),
    /// Ours: a mistake in the program, or a library's failure that nothing above names.
    #[error("fault: {0}")]
    Fault(String),
}

impl StoreError {
    /// Stable and in snake case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "not_initialised",
            Self::FileNotFound => "file_not_found",
            Self::ProfileIsFile => "profile_is_file",
            Self::FileDenied => "file_denied",
            Self::BackupIsFolder => "backup_is_folder",
            Self::BackupDamaged(_) => "backup_damaged",
            Self::KeyMissing => "key_missing",
            Self::Cancelled => "cancelled",
            Self::ProfileReadOnly => "profile_read_only",
            Self::DiskFull => "disk_full",
            Self::DiskFailed(_) => "disk_failed",
            Self::NotOurs => "not_ours",
            Self::NewerSchema { .. } => "newer_schema",
            Self::PassphraseNeeded => "passphrase_needed",
            Self::WrongPassphrase => "wrong_passphrase",
            Self::LockedByOtherDesk => "locked_by_other_desk",
            Self::OpenElsewhere => "open_elsewhere",
            Self::NetworkShare => "network_share",
            Self::Busy => "busy",
            Self::Corrupt(_) => "corrupt",
            Self::NotFound(_) => "not_found",
            Self::Exists(_) => "exists",
            Self::BadId(_) => "bad_id",
            Self::OtherKind(_) => "other_kind",
            Self::Issued(_) => "issued_is_final",
            Self::BadState { .. } => "bad_state",
            Self::Edit(EditRefused::Changed { .. }) => "changed_since",
            Self::Edit(_) => "bad_path",
            Self::NumberInIssued => "number_in_issued",
            Self::Referred(_) => "referred",
            Self::Fault(_) => "fault",
        }
    }

    /// Every code, for the test that each has its sentences.
    pub const CODES: [&'static str; 31] = [
        "not_initialised",
        "file_not_found",
        "profile_is_file",
        "file_denied",
        "backup_is_folder",
        "backup_damaged",
        "key_missing",
        "cancelled",
        "profile_read_only",
        "disk_full",
        "disk_failed",
        "not_ours",
        "newer_schema",
        "passphrase_needed",
        "wrong_passphrase",
        "locked_by_other_desk",
        "open_elsewhere",
        "network_share",
        "busy",
        "corrupt",
        "not_found",
        "exists",
        "bad_id",
        "other_kind",
        "issued_is_final",
        "bad_state",
        "changed_since",
        "bad_path",
        "number_in_issued",
        "referred",
        "fault",
    ];
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let text = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ProfileReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::NotADatabase) => Self::NotOurs,
            Some(ErrorCode::DatabaseCorrupt) => Self::Corrupt(text),
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Self::DiskFailed(text),
            _ => Self::Fault(text),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ProfileReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::NotFound => Self::FileNotFound,
            _ => Self::DiskFailed(error.to_string()),
        }
    }
}

/// What should hold by construction and does not: data that this program never writes.
pub(crate) fn damaged(what: impl std::fmt::Display) -> StoreError {
    StoreError::Corrupt(what.to_string())
}
