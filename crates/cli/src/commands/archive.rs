//! `archive ID`, `unarchive ID`: out of lists and choosers, and back. Nothing is deleted.

use serde_json::json;

use crate::args::ById;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// `not_found`, `issued_is_final`, the profile's.
pub fn run(args: &ById, away: bool, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let desk = session.desk(talk)?;
    let id = super::named(&desk, &args.id)?;
    let view = if away { desk.archive(&id)? } else { desk.unarchive(&id)? };
    talk.answer(&json!({ "id": view.id, "state": view.state }), || view.id.clone())?;
    Ok(Verdict::Fine)
}
