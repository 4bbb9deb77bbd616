//! `invoice DEAL`: a draft invoice made from a deal.

use serde_json::json;
use torgdom_app::Failure;
use torgdom_app::domain::invoice::InvoiceScope;

use crate::args::{Invoice, Scope};
use crate::numbers;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// `not_found`, `wrong_kind`, `nothing_left`, `refused`, the profile's.
pub fn run(args: &Invoice, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let scope = match args.scope {
        Scope::Whole => InvoiceScope::Whole,
        Scope::Remainder => InvoiceScope::Remainder,
        Scope::Prepayment => InvoiceScope::Prepayment,
    };
    let share = args.share.as_deref().map(|text| numbers::amount(text, "/share")).transpose();
    let share = share.map_err(|problem| Failure::refused(vec![problem]))?;
    let desk = session.desk(talk)?;
    let view = desk.invoice_from_deal(&args.deal, scope, share)?;
    let total = view.derived.totals.as_ref().map(|totals| totals.gross.fixed(2)).unwrap_or_default();
    talk.answer(&json!({ "id": view.id, "total": total }), || view.id.clone())?;
    Ok(Verdict::Fine)
}
