//! The payment terms that the firms of the demonstration agree on, by short names that the tables use.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use torgdom_domain::Amount;
use torgdom_domain::terms::{DayKind, PartKind, PaymentTerms, TermCalendar, TermEvent, TermPart};

use super::identity::Identities;

/// Share of the prepayment (percent), its banking days from the invoice; the rest's days and their kind.
struct Shape {
    prepayment: u32,
    prepayment_days: u32,
    rest_days: u32,
    rest: DayKind,
}

fn shape(name: &str) -> Shape {
    let deferral = |rest_days, rest| Shape { prepayment: 0, prepayment_days: 0, rest_days, rest };
    match name {
        "prepay" => Shape { prepayment: 100, prepayment_days: 5, rest_days: 0, rest: DayKind::Calendar },
        "p50_14" => Shape { prepayment: 50, prepayment_days: 5, rest_days: 14, rest: DayKind::Calendar },
        "p30_20" => Shape { prepayment: 30, prepayment_days: 5, rest_days: 20, rest: DayKind::Calendar },
        "d10b" => deferral(10, DayKind::Banking),
        "d21" => deferral(21, DayKind::Calendar),
        "d30" => deferral(30, DayKind::Calendar),
        _ => deferral(14, DayKind::Calendar),
    }
}

/// Terms of the name; one that ends with `both` counts days that both Russia and Belarus work.
pub(crate) fn of(name: &str, ids: &mut Identities, at: NaiveDateTime) -> PaymentTerms {
    let shape = shape(name.trim_end_matches("both"));
    let calendar = if name.ends_with("both") { TermCalendar::Both } else { TermCalendar::Seller };
    let mut parts = BTreeMap::new();
    if shape.prepayment > 0 {
        let part = TermPart {
            kind: PartKind::Prepayment,
            share: shape.prepayment.into(),
            days: shape.prepayment_days.into(),
            day_kind: DayKind::Banking,
            calendar,
            event: TermEvent::Invoice,
            order: Amount::ONE,
        };
        parts.insert(ids.at(at), part);
    }
    if shape.prepayment < 100 {
        let part = TermPart {
            kind: PartKind::Deferral,
            share: (100 - shape.prepayment).into(),
            days: shape.rest_days.into(),
            day_kind: shape.rest,
            calendar,
            event: TermEvent::Shipment,
            order: 2u32.into(),
        };
        parts.insert(ids.at(at), part);
    }
    PaymentTerms { parts, note: String::new() }
}

/// Percent of the prepayment under the terms of the name; 0 when the whole is deferred.
pub(crate) fn prepayment(name: &str) -> u32 {
    shape(name.trim_end_matches("both")).prepayment
}
