//! `post deal ID`, `post payment ID`: from now on it counts. A deal gets its number.

use serde_json::json;

use crate::args::Post;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// Usage; `not_found`, `wrong_kind`, `refused` with what is wrong, the profile's.
pub fn run(args: &Post, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let is_deal = match args.kind.as_str() {
        "deal" => true,
        "payment" => false,
        other => return Err(Stop::usage_of("post-what", "kind", other)),
    };
    let desk = session.desk(talk)?;
    let view = if is_deal { desk.post_deal(&args.id)? } else { desk.post_payment(&args.id)? };
    let object = json!({ "id": view.id, "number": view.number, "state": view.state });
    talk.answer(&object, || format!("{} {}", view.id, view.number).trim_end().to_owned())?;
    Ok(Verdict::Fine)
}
