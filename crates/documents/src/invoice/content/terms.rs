//! What is agreed around the price: VAT, currency and rate, payment, delivery, validity.

use torgdom_domain::contract::{RateBank, RateDate};
use torgdom_domain::terms::{DayKind, PartKind, TermCalendar, TermEvent, TermPart};

use super::{Entry, Source};
use crate::PaperError;
use crate::invoice::payment_code;
use crate::phrases::{join, number, sum};
use crate::typeset::Span;

pub(super) fn compose(source: &Source<'_>) -> Result<Vec<Entry>, PaperError> {
    let doc = source.doc;
    let plain = |text: String| vec![Span::plain(text)];
    let valid = match doc.valid_until {
        Some(date) => source.phrases.say("invoice-valid-until", &[("date", (&source.phrases.short_date(date)?).into())])?,
        None => String::new(),
    };
    let entries = [
        ("invoice-vat", plain(doc.vat_wording.clone())),
        ("invoice-currency", plain(currency(source)?)),
        ("invoice-due", due(source)?),
        ("invoice-purpose", plain(payment_code::purpose(doc, source.phrases)?)),
        ("invoice-delivery", plain(delivery(source)?)),
        ("invoice-valid", plain(valid)),
        ("invoice-note", plain(doc.note.clone())),
    ];
    entries
        .into_iter()
        .filter(|(_, text)| text.iter().any(|span| !span.text.is_empty()))
        .map(|(label, text)| Ok(Entry { label: source.phrases.say(label, &[])?, text }))
        .collect()
}

/// «цены в BYN, оплата в RUB по курсу …. Справочно на …»
fn currency(source: &Source<'_>) -> Result<String, PaperError> {
    let (doc, phrases) = (source.doc, source.phrases);
    let clause = &doc.rate_clause;
    let mut sentences = Vec::new();
    if !clause.pay_currency.is_empty() && clause.pay_currency != doc.currency {
        let bank = match clause.bank {
            RateBank::Nbrb => "nbrb",
            RateBank::Cbr => "cbr",
        };
        let date = match clause.date {
            RateDate::Payment => "payment",
            RateDate::Invoice => "invoice",
            RateDate::Shipment => "shipment",
        };
        let text = phrases.say(
            "invoice-rate-clause",
            &[
                ("currency", (&doc.currency).into()),
                ("pay", (&clause.pay_currency).into()),
                ("bank", bank.into()),
                ("date", date.into()),
            ],
        )?;
        let margin = number(clause.margin);
        let margin = match margin.strip_prefix('−') {
            _ if clause.margin.is_zero() => String::new(),
            Some(less) => phrases.say("invoice-rate-minus", &[("percent", less.into())])?,
            None => phrases.say("invoice-rate-plus", &[("percent", (&margin).into())])?,
        };
        sentences.push(join(&[&text, &margin], " "));
    }
    if let Some(rate) = &doc.rate {
        let date = phrases.any_short_date(rate.date)?;
        let id = if rate.date.is_some() { "invoice-rate-today" } else { "invoice-rate-undated" };
        let pay = if clause.pay_currency.is_empty() { &rate.of } else { &clause.pay_currency };
        sentences.push(phrases.say(
            id,
            &[
                ("date", (&date).into()),
                ("scale", (&number(rate.scale)).into()),
                ("of", (&rate.of).into()),
                ("rate", (&number(rate.rate)).into()),
                ("to", (&rate.to).into()),
                ("sum", (&sum(rate.sum)).into()),
                ("pay", pay.into()),
            ],
        )?);
    }
    Ok(sentences.join(". "))
}

/// «до 30 ноября 2026 г.» in bold, then how the day follows from the terms.
fn due(source: &Source<'_>) -> Result<Vec<Span>, PaperError> {
    let (doc, phrases) = (source.doc, source.phrases);
    let mut parts: Vec<_> = doc.payment_terms.parts.iter().collect();
    parts.sort_by_key(|(id, part)| (part.order, *id));
    let parts: Vec<&TermPart> = parts.into_iter().map(|(_, part)| part).collect();
    let mut rest = String::new();
    if let [part] = parts.as_slice() {
        let days = days(source, part)?;
        let kind = phrases.say("terms-whole", &[("kind", kind(part).into())])?;
        rest = match (doc.due.is_some(), days.is_empty()) {
            (true, false) => format!("({days}), {kind}"),
            (true, true) => format!(", {kind}"),
            (false, _) => join(&[&kind, &days], ", "),
        };
    } else if !parts.is_empty() {
        let listed = parts
            .iter()
            .map(|part| {
                let share = phrases.say("terms-part", &[("kind", kind(part).into()), ("share", (&number(part.share)).into())])?;
                Ok(join(&[&share, &days(source, part)?], " "))
            })
            .collect::<Result<Vec<_>, PaperError>>()?
            .join("; ");
        rest = if doc.due.is_some() { format!("({listed})") } else { listed };
    }
    let mut spans = Vec::new();
    if let Some(date) = doc.due {
        let date = phrases.long_date(date)?;
        spans.push(Span::bold(phrases.say("invoice-until", &[("date", (&date).into())])?));
        let inclusive = phrases.say("invoice-inclusive", &[])?;
        let gap = if rest.is_empty() || rest.starts_with(',') { "" } else { " " };
        spans.push(Span::plain(format!(" {inclusive}{gap}{rest}")));
    } else {
        spans.push(Span::plain(rest));
    }
    let note = &doc.payment_terms.note;
    if !note.is_empty() {
        let separator = if spans.iter().all(|span| span.text.is_empty()) { "" } else { "; " };
        spans.push(Span::plain(format!("{separator}{note}")));
    }
    Ok(spans)
}

fn kind(part: &TermPart) -> &'static str {
    match part.kind {
        PartKind::Prepayment => "prepayment",
        PartKind::Deferral => "deferral",
    }
}

/// «7 банковских дней от даты счёта»; without days only the event, and nothing for «on the day of the invoice».
fn days(source: &Source<'_>, part: &TermPart) -> Result<String, PaperError> {
    let phrases = source.phrases;
    let event = match part.event {
        TermEvent::Invoice => "invoice",
        TermEvent::Shipment => "shipment",
        TermEvent::Acceptance => "acceptance",
    };
    if part.days.is_zero() {
        return if part.event == TermEvent::Invoice {
            Ok(String::new())
        } else {
            phrases.say("terms-on", &[("event", event.into())])
        };
    }
    let kind = match part.day_kind {
        DayKind::Calendar => "calendar",
        DayKind::Banking => "banking",
    };
    let count = part.days.to_string().parse::<i64>().unwrap_or_default();
    let days = phrases.say("terms-days", &[("count", count.into()), ("kind", kind.into())])?;
    let from = phrases.say("terms-from", &[("event", event.into())])?;
    let calendar = match part.calendar {
        _ if part.day_kind == DayKind::Calendar => "",
        TermCalendar::Seller => "",
        TermCalendar::RU => "RU",
        TermCalendar::BY => "BY",
        TermCalendar::Both => "both",
    };
    // The seller's own calendar is what the reader expects.
    let calendar = if calendar.is_empty() || calendar == source.doc.seller.country {
        String::new()
    } else {
        phrases.say("terms-calendar", &[("calendar", calendar.into())])?
    };
    Ok(join(&[&join(&[&days, &from], " "), &calendar], " "))
}

/// Words of the deal, then Incoterms with its place, then the day of shipment.
fn delivery(source: &Source<'_>) -> Result<String, PaperError> {
    let (doc, phrases) = (source.doc, source.phrases);
    let basis = match (doc.incoterms.as_str(), doc.incoterms_place.as_str()) {
        ("", place) => place.to_owned(),
        (code, "") => phrases.say("invoice-incoterms-bare", &[("code", code.into())])?,
        (code, place) => phrases.say("invoice-incoterms", &[("code", code.into()), ("place", place.into())])?,
    };
    let shipment = match doc.shipment_date {
        Some(date) => phrases.say("invoice-shipment", &[("date", (&source.phrases.short_date(date)?).into())])?,
        None => String::new(),
    };
    Ok(join(&[&doc.delivery, &basis, &shipment], ", "))
}
