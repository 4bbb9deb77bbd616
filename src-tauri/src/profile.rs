//! Which folder holds this desk's data: `--profile DIR`, else `TORGDOM_PROFILE`, else the system's place for it.

use std::ffi::OsString;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Why no profile could be chosen; printed before there is a window.
#[derive(Debug, PartialEq, Eq)]
pub enum Usage {
    UnknownArgument(OsString),
    NoFolder,
    NoHome,
}

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownArgument(word) => write!(f, "unknown argument: {}", word.display())?,
            Self::NoFolder => write!(f, "--profile needs a folder")?,
            Self::NoHome => write!(f, "this system names no folder for a person's data")?,
        }
        write!(f, "\nusage: torgdom-desk [--profile DIR]")
    }
}

/// The profile's folder, absolute; it need not exist yet.
pub fn chosen(args: impl Iterator<Item = OsString>) -> Result<PathBuf, Usage> {
    let named = std::env::var_os("TORGDOM_PROFILE").filter(|dir| !dir.is_empty());
    let dir = match from_arguments(args)?.or(named) {
        Some(dir) => PathBuf::from(dir),
        None => crate::system::data_dir().ok_or(Usage::NoHome)?.join("torgdom"),
    };
    Ok(std::path::absolute(&dir).unwrap_or(dir))
}

fn from_arguments(mut args: impl Iterator<Item = OsString>) -> Result<Option<OsString>, Usage> {
    let mut dir = None;
    while let Some(word) = args.next() {
        if word == "--profile" {
            dir = Some(args.next().filter(|dir| !dir.is_empty()).ok_or(Usage::NoFolder)?);
        } else if let Some(named) = word.to_str().and_then(|word| word.strip_prefix("--profile=")) {
            dir = Some(Some(named).filter(|dir| !dir.is_empty()).ok_or(Usage::NoFolder)?.into());
        } else if !word.to_string_lossy().starts_with("-psn_") {
            // macOS hands its own `-psn_…` to a program started from the Finder.
            return Err(Usage::UnknownArgument(word));
        }
    }
    Ok(dir)
}

/// The name under which a second start on the same profile finds the first one.
pub fn bus_name(profile: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    std::fs::canonicalize(profile).as_deref().unwrap_or(profile).hash(&mut hasher);
    // A part of a bus name may not begin with a digit.
    format!("org.torgdom.desk.p{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Result<Option<OsString>, Usage> {
        from_arguments(args.iter().map(OsString::from))
    }

    #[test]
    fn a_profile_is_named_in_two_ways() {
        assert_eq!(read(&[]), Ok(None));
        assert_eq!(read(&["--profile", "дом"]), Ok(Some("дом".into())));
        assert_eq!(read(&["--profile=дом"]), Ok(Some("дом".into())));
        assert_eq!(read(&["-psn_0_12"]), Ok(None));
    }

    #[test]
    fn anything_else_is_refused_with_the_usage() {
        assert_eq!(read(&["--profile"]), Err(Usage::NoFolder));
        assert_eq!(read(&["--profile="]), Err(Usage::NoFolder));
        assert_eq!(read(&["--demo"]), Err(Usage::UnknownArgument("--demo".into())));
        assert!(Usage::NoFolder.to_string().contains("usage: torgdom-desk"));
    }

    #[test]
    fn each_profile_has_its_own_name_on_the_bus() {
        let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        assert_ne!(bus_name(one.path()), bus_name(two.path()));
        assert_eq!(bus_name(one.path()), bus_name(&one.path().join(".")));
    }
}
