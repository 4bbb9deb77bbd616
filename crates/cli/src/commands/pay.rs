//! `pay INVOICE`: a payment of an issued invoice, whole or in part.

use serde_json::json;
use torgdom_app::PaymentEntry;

use crate::args::Pay;
use crate::session::Session;
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// `not_found`, `wrong_kind`, `already_paid`, `refused`, the profile's.
pub fn run(args: Pay, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let desk = session.desk(talk)?;
    let said = PaymentEntry {
        amount: args.amount.unwrap_or_default(),
        date: args.date.unwrap_or_default(),
        number: args.number.unwrap_or_default(),
    };
    let (payment, invoice) = desk.pay(&super::named(&desk, &args.id)?, &said)?;
    let object = json!({ "id": payment.id, "invoice": invoice.id, "paid": invoice.derived.paid, "rest": invoice.derived.rest });
    talk.answer(&object, || payment.id.clone())?;
    Ok(Verdict::Fine)
}
