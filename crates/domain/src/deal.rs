//! A deal (сделка): what we agreed to sell, line by line. Invoices, shipments and payments grow from it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::calculation::{self, Calculated, Setting};
use crate::contract::RateClause;
use crate::invoice::{self, InvoiceScope};
use crate::line::Line;
use crate::linked::Linked;
use crate::problem::Problem;
use crate::tables::Tables;
use crate::terms::PaymentTerms;
use crate::vat::{self, PriceKind};
use crate::{document, text};

/// Body of the kind `deal`. A deal is numbered when it is posted (проведена) and stays editable: it is an agreement
/// in progress, its papers are the issued records that point to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Deal {
    /// Given when the deal is posted; a draft has none.
    pub number: String,
    pub date: Option<NaiveDate>,
    pub organisation: Id,
    pub counterparty: Id,
    pub contract: Id,
    /// Specification to the contract that the deal carries out: its number as printed.
    pub specification: String,
    pub specification_date: Option<NaiveDate>,
    pub currency: String,
    pub price_kind: PriceKind,
    pub rate_clause: RateClause,
    pub payment_terms: PaymentTerms,
    pub price_list: Id,
    /// Planned shipment: it picks the rate of VAT.
    pub shipment_date: Option<NaiveDate>,
    pub incoterms: String,
    pub incoterms_place: String,
    pub lines: BTreeMap<Id, Line>,
    pub note: String,
}

impl Deal {
    /// The day whose rates count: planned shipment, else the deal's date, else today.
    #[must_use]
    pub fn vat_date(&self, today: NaiveDate) -> NaiveDate {
        invoice::vat_date(InvoiceScope::Whole, self.shipment_date, self.date, today)
    }

    /// Lines and totals with the rates of [`Self::vat_date`].
    #[must_use]
    pub fn calculate(&self, linked: &Linked<'_>, tables: &Tables, today: NaiveDate) -> Calculated {
        calculation::calculate(
            &self.lines,
            &Setting {
                tables,
                seller_country: linked.seller_country(),
                seller_regime: linked.seller_regime(),
                buyer_country: linked.buyer_country(),
                vat: linked.contract_vat(),
                price_kind: self.price_kind,
                date: self.vat_date(today),
            },
        )
    }

    /// What is wrong with the deal on the day `today`.
    #[must_use]
    pub fn problems(&self, linked: &Linked<'_>, tables: &Tables, today: NaiveDate) -> Vec<Problem> {
        let mut found = Vec::new();
        found.extend(document::required(&self.organisation, "organisation_missing", "/organisation"));
        found.extend(document::required(&self.counterparty, "counterparty_missing", "/counterparty"));
        found.extend(document::currency(&self.currency, "/currency", tables));
        found.extend(document::date(self.date, "/date"));
        found.extend(document::date(self.shipment_date, "/shipment_date"));
        found.extend(document::rate_clause(&self.rate_clause, &self.currency, tables));
        found.extend(document::delivery_terms(&self.incoterms, &self.incoterms_place, tables));
        found.extend(self.payment_terms.problems().into_iter().map(|problem| problem.under("/payment_terms")));
        found.extend(document::other_party(linked.contract, &self.organisation, &self.counterparty));
        for (field, value) in [("/number", &self.number), ("/specification", &self.specification)] {
            found.extend(text::problems(value, field));
        }
        found.extend(document::date(self.specification_date, "/specification_date"));
        found.extend(text::note_problems(&self.note, "/note"));
        if self.lines.is_empty() {
            found.push(Problem::blocks_issue("lines_missing", "/lines"));
        }
        let calculated = self.calculate(linked, tables, today);
        found.extend(document::minor_units(&self.currency, &calculated, tables));
        found.extend(calculated.problems);
        found.extend(self.shipment_problems(linked, tables, today));
        found
    }

    fn shipment_problems(&self, linked: &Linked<'_>, tables: &Tables, today: NaiveDate) -> Vec<Problem> {
        let mut found = Vec::new();
        let day = self.shipment_date.unwrap_or(today);
        if let Some(to) = linked.contract.and_then(|contract| contract.to)
            && to < day
        {
            found.push(Problem::warns("shipment_after_contract", "/shipment_date").with("date", to));
        }
        if let Some(shipment) = self.shipment_date {
            let date = self.date.unwrap_or(today);
            if self.date.is_some_and(|date| shipment < date) {
                found.push(Problem::warns("shipment_before_deal", "/shipment_date"));
            } else if date <= shipment {
                found.extend(self.rate_change(linked, tables, date, shipment));
            }
        }
        found
    }

    /// A rate that one of the lines bears changes between the deal and its shipment.
    fn rate_change(&self, linked: &Linked<'_>, tables: &Tables, date: NaiveDate, shipment: NaiveDate) -> Option<Problem> {
        let (seller, buyer) = (linked.seller_country(), linked.buyer_country());
        let change_of = |line: &Line| {
            let own = if line.vat.is_empty() { linked.contract_vat() } else { &line.vat };
            let class = vat::default_choice(tables, linked.seller_regime(), seller, buyer, own, shipment);
            vat::rate_change_between(tables, seller, &class, date, shipment)
        };
        let (old, new, from) = self.lines.values().find_map(change_of)?;
        Some(
            Problem::warns("vat_rate_changes", "/shipment_date")
                .with("old", old.percent_text())
                .with("new", new.percent_text())
                .with("date", from),
        )
    }
}
