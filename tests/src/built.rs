//! Where the programs under test lie: beside the test itself, in the same target folder.

use std::path::{Path, PathBuf};

/// The root of the house.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests lies one folder below the root").to_path_buf()
}

/// A program of the house, as it was built last.
///
/// # Panics
/// When it has not been built: `cargo xtask test window` builds it first.
pub fn program(name: &str) -> PathBuf {
    let path = profile_dir().join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.is_file(), "{} is not built: run `cargo xtask test window`", path.display());
    path
}

/// Pictures of the screens, for a person to look at.
pub fn pictures() -> PathBuf {
    let dir = profile_dir().parent().expect("target/debug lies in target").join("screens");
    std::fs::create_dir_all(&dir).expect("target can be written");
    dir
}

/// `target/debug` or `target/release`, whichever this test was built into.
fn profile_dir() -> PathBuf {
    let here = std::env::current_exe().expect("a running program has a path");
    let deps = here.parent().expect("a program lies in a folder");
    if deps.ends_with("deps") { deps.parent().expect("deps lies in a folder").to_path_buf() } else { deps.to_path_buf() }
}
