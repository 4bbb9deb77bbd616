//! `void invoice ID --reason TEXT`: takes an issued invoice back; its number stays used.

use serde_json::json;

use crate::args::Void;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// Usage; `not_found`, `wrong_kind`, `reason_missing`, `invoice_paid`, the profile's.
pub fn run(args: &Void, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    super::only_invoices(&args.kind)?;
    let desk = session.desk(talk)?;
    let view = desk.void(&super::named(&desk, &args.id)?, &args.reason)?;
    talk.answer(&json!({ "id": view.id, "number": view.number, "state": view.state }), || {
        format!("{} {}", view.id, view.number)
    })?;
    Ok(Verdict::Fine)
}
