//! `issue invoice ID…`: a draft becomes a numbered, immutable invoice with its PDF.

use serde_json::json;

use crate::args::Issue;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// Usage; the profile's. What one draft is refused for is said, and the next one is issued.
pub fn run(args: &Issue, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    super::only_invoices(&args.kind)?;
    let desk = session.desk(talk)?;
    let mut refused = false;
    for id in &args.id {
        match desk.issue(id) {
            Ok(view) => {
                let text = |field: &str| view.body.get(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
                let total = view.derived.totals.as_ref().map(|totals| totals.gross.fixed(2)).unwrap_or_default();
                let object = json!({
                    "id": view.id, "number": view.number, "date": text("date"), "total": total, "currency": text("currency"), "draft": id,
                });
                talk.answer(&object, || format!("{} {}", view.id, view.number))?;
                talk.flush()?;
            }
            Err(failure) => {
                refused = true;
                talk.failure_of(id, &failure);
            }
        }
    }
    Ok(Verdict::problems_if(refused))
}
