//! `backup FILE`: a verified copy of the store, whole or not at all.

use std::path::Path;

use serde_json::json;
use torgdom_app::Failure;

use crate::args::ToFile;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// The profile's and the disk's.
pub fn run(args: &ToFile, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let path = super::target(&args.file)?;
    let desk = session.desk(talk)?;
    super::outside_profile(&desk, &path)?;
    let backup = desk.backup(Some(&path)).map_err(|failure| at_path(failure, &path))?;
    talk.answer(&json!({ "path": backup.path, "size": backup.size, "at": backup.at }), || backup.path.clone())?;
    Ok(Verdict::Fine)
}

/// The profile was opened for writing, so what may not be written is the place of the copy.
fn at_path(failure: Failure, path: &Path) -> Failure {
    let code = if failure.code == "read_only" { "file_denied" } else { &failure.code };
    Failure { code: code.to_owned(), ..failure.clone() }.with("path", path.display())
}
