//! Makes every text of an issued invoice printable, field by field, so that the rest of the paper need not think of it.

use torgdom_domain::invoice::{AccountSnapshot, IssuedInvoice, PartySnapshot};

use crate::PaperError;
use crate::printable::printable;

/// A copy of the document with printable texts.
///
/// # Errors
/// [`PaperError::MissingGlyph`] with the JSON Pointer of the field.
pub fn printable_fields(doc: &IssuedInvoice) -> Result<IssuedInvoice, PaperError> {
    let mut doc = doc.clone();
    party(&mut doc.seller, "/seller")?;
    party(&mut doc.buyer, "/buyer")?;
    if let Some(consignee) = &mut doc.consignee {
        party(consignee, "/consignee")?;
    }
    account(&mut doc.account, "/account")?;
    for (id, more) in &mut doc.more_accounts {
        account(more, &format!("/more_accounts/{id}"))?;
    }
    for (id, signer) in &mut doc.signers {
        each(&format!("/signers/{id}"), [("name", &mut signer.name), ("post", &mut signer.post), ("basis", &mut signer.basis)])?;
    }
    for (id, line) in &mut doc.lines {
        let fields = [
            ("article", &mut line.article),
            ("name", &mut line.name),
            ("unit_sign", &mut line.unit_sign),
            ("vat_code", &mut line.vat_code),
            ("tnved", &mut line.tnved),
            ("origin", &mut line.origin),
        ];
        for (field, text) in fields {
            *text = printable(text, || format!("/lines/{id}/{field}"))?;
        }
        if line.unit_sign.is_empty() {
            line.unit_sign = printable(&line.unit, || format!("/lines/{id}/unit"))?;
        }
    }
    head(&mut doc)?;
    Ok(doc)
}

fn head(doc: &mut IssuedInvoice) -> Result<(), PaperError> {
    let basis = &mut doc.basis;
    each(
        "/basis",
        [
            ("kind", &mut basis.kind),
            ("number", &mut basis.number),
            ("specification", &mut basis.specification),
            ("text", &mut basis.text),
        ],
    )?;
    if let Some(rate) = &mut doc.rate {
        each("/rate", [("of", &mut rate.of), ("to", &mut rate.to)])?;
    }
    each("/payment_terms", [("note", &mut doc.payment_terms.note)])?;
    each("/rate_clause", [("pay_currency", &mut doc.rate_clause.pay_currency)])?;
    each(
        "",
        [
            ("number", &mut doc.number),
            ("currency", &mut doc.currency),
            ("incoterms", &mut doc.incoterms),
            ("incoterms_place", &mut doc.incoterms_place),
            ("delivery", &mut doc.delivery),
            ("purpose", &mut doc.purpose),
            ("vat_wording", &mut doc.vat_wording),
            ("note", &mut doc.note),
            ("void_reason", &mut doc.void_reason),
        ],
    )
}

fn party(party: &mut PartySnapshot, at: &str) -> Result<(), PaperError> {
    each(
        at,
        [
            ("name", &mut party.name),
            ("full_name", &mut party.full_name),
            ("country", &mut party.country),
            ("tax_id", &mut party.tax_id),
            ("kpp", &mut party.kpp),
            ("address", &mut party.address),
            ("phone", &mut party.phone),
        ],
    )
}

fn account(account: &mut AccountSnapshot, at: &str) -> Result<(), PaperError> {
    each(
        at,
        [
            ("number", &mut account.number),
            ("currency", &mut account.currency),
            ("bank_name", &mut account.bank_name),
            ("bank_address", &mut account.bank_address),
            ("bic", &mut account.bic),
            ("corr_account", &mut account.corr_account),
        ],
    )
}

fn each<const N: usize>(at: &str, fields: [(&str, &mut String); N]) -> Result<(), PaperError> {
    for (field, text) in fields {
        *text = printable(text, || format!("{at}/{field}"))?;
    }
    Ok(())
}
