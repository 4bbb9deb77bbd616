//! `backup FILE`: a verified copy of the store, whole or not at all.

use serde_json::json;

use crate::args::ToFile;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// The profile's and the disk's.
pub fn run(args: &ToFile, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let path = std::path::absolute(&args.file)?;
    let desk = session.desk(talk)?;
    super::outside_profile(&desk, &path)?;
    let backup = desk.backup(Some(&path))?;
    talk.answer(&json!({ "path": backup.path, "size": backup.size, "at": backup.at }), || backup.path.clone())?;
    Ok(Verdict::Fine)
}
