//! Supplier, buyer, consignee and what the invoice rests on.

use torgdom_domain::invoice::PartySnapshot;

use super::{Entry, Source};
use crate::PaperError;
use crate::phrases::join;
use crate::typeset::Span;

pub(super) fn compose(source: &Source<'_>) -> Result<Vec<Entry>, PaperError> {
    let doc = source.doc;
    let mut entries = vec![party(source, "invoice-supplier", &doc.seller)?, party(source, "invoice-buyer", &doc.buyer)?];
    if let Some(consignee) = &doc.consignee
        && consignee != &doc.buyer
    {
        entries.push(party(source, "invoice-consignee", consignee)?);
    }
    let basis = basis(source)?;
    entries.push(Entry { label: source.phrases.say("invoice-basis", &[])?, text: vec![Span::plain(basis)] });
    if source.marking == super::Marking::Void && !doc.void_reason.is_empty() {
        let label = source.phrases.say("invoice-void-reason", &[])?;
        entries.push(Entry { label, text: vec![Span::bold(doc.void_reason.clone())] });
    }
    entries.retain(|entry| entry.text.iter().any(|span| !span.text.is_empty()));
    Ok(entries)
}

/// The name by which people call the party.
pub fn short_name(party: &PartySnapshot) -> &str {
    if party.name.is_empty() { &party.full_name } else { &party.name }
}

/// Official name of the country in the paper's language; the code where the tables have none.
pub fn country_name(source: &Source<'_>, code: &str) -> Result<String, PaperError> {
    let name = source.tables.country(code).map_or(code, |country| country.name.of(source.phrases.lang().as_str()));
    source.phrases.say("paper-country", &[("code", code.into()), ("name", name.into())])
}

fn party(source: &Source<'_>, label: &'static str, party: &PartySnapshot) -> Result<Entry, PaperError> {
    let phrases = source.phrases;
    let tax_id = if party.tax_id.is_empty() {
        String::new()
    } else {
        phrases.say("paper-tax-id", &[("country", (&party.country).into()), ("value", (&party.tax_id).into())])?
    };
    let kpp = if party.kpp.is_empty() { String::new() } else { phrases.say("paper-kpp", &[("value", (&party.kpp).into())])? };
    let phone =
        if party.phone.is_empty() { String::new() } else { phrases.say("paper-phone", &[("value", (&party.phone).into())])? };
    // Within one country the reader knows it.
    let country = if party.country.is_empty() || party.country == source.doc.seller.country {
        String::new()
    } else {
        country_name(source, &party.country)?
    };
    let rest = join(&[&tax_id, &kpp, &country, &party.address, &phone], ", ");
    let name = short_name(party);
    let separator = if name.is_empty() || rest.is_empty() { "" } else { ", " };
    Ok(Entry { label: phrases.say(label, &[])?, text: vec![Span::bold(name), Span::plain(format!("{separator}{rest}"))] })
}

fn basis(source: &Source<'_>) -> Result<String, PaperError> {
    let basis = &source.doc.basis;
    let date = source.phrases.any_short_date(basis.date)?;
    let title = source.numbered(&basis.number, &date)?;
    let contract = if title.is_empty() {
        String::new()
    } else {
        let kind = source.phrases.say("invoice-contract", &[("kind", (&basis.kind).into())])?;
        join(&[&kind, &title], " ")
    };
    let date = source.phrases.any_short_date(basis.specification_date)?;
    let title = source.numbered(&basis.specification, &date)?;
    let specification =
        if title.is_empty() { String::new() } else { join(&[&source.phrases.say("invoice-specification", &[])?, &title], " ") };
    let text = join(&[&contract, &specification, &basis.text], ", ");
    Ok(capitalised(&text))
}

/// A specification without a contract before it begins the sentence.
fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
