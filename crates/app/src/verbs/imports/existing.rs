//! What the desk already has, looked up by the keys that an import knows.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::Value;
use torgdom_imports::mapping::Target;
use torgdom_imports::plan::{Existing, Found};
use torgdom_records::{Body, Kind, Record};
use torgdom_store::Reader;

use crate::failure::Failure;

/// Identities by key, gathered once: a file asks for each of its rows.
pub(super) struct Here<'r, 's> {
    reader: &'r Reader<'s>,
    counterparties: Keys,
    goods: Keys,
    contracts: Keys,
}

#[derive(Default)]
struct Keys(HashMap<String, Vec<String>>);

impl Keys {
    fn add(&mut self, name: &str, parts: &[&str], id: &str) {
        if parts.iter().all(|part| !part.is_empty()) {
            self.0.entry(key(name, parts)).or_default().push(id.to_owned());
        }
    }

    fn get(&self, name: &str, parts: &[&str]) -> &[String] {
        self.0.get(&key(name, parts)).map_or(&[], Vec::as_slice)
    }
}

fn key(name: &str, parts: &[&str]) -> String {
    format!("{name}\u{0}{}", parts.join("\u{0}").to_lowercase())
}

impl<'r, 's> Here<'r, 's> {
    pub(super) fn new(reader: &'r Reader<'s>, target: Target) -> Result<Self, Failure> {
        let mut here = Self { reader, counterparties: Keys::default(), goods: Keys::default(), contracts: Keys::default() };
        if matches!(target, Target::Counterparty | Target::Contract) {
            reader.each(Kind::Counterparty, |record| here.counterparty(&record))?;
        }
        if matches!(target, Target::Good | Target::PriceList) {
            reader.each(Kind::Good, |record| here.good(&record))?;
        }
        if target == Target::Contract {
            reader.each(Kind::Contract, |record| here.contract(&record))?;
        }
        Ok(here)
    }

    fn counterparty(&mut self, record: &Record) {
        let keys = &mut self.counterparties;
        keys.add("tax", &[text(&record.body, "country"), text(&record.body, "tax_id")], &record.id);
        for other in record.body.get("tax_ids").and_then(Value::as_object).into_iter().flat_map(|ids| ids.values()) {
            if let Some(other) = other.as_object() {
                keys.add("tax", &[text(other, "country"), text(other, "value")], &record.id);
            }
        }
        keys.add("name", &[text(&record.body, "name")], &record.id);
        if text(&record.body, "full_name") != text(&record.body, "name") {
            keys.add("name", &[text(&record.body, "full_name")], &record.id);
        }
    }

    fn good(&mut self, record: &Record) {
        for field in ["article", "gtin", "name"] {
            self.goods.add(field, &[text(&record.body, field)], &record.id);
        }
    }

    fn contract(&mut self, record: &Record) {
        self.contracts.add("number", &[text(&record.body, "number"), text(&record.body, "counterparty")], &record.id);
    }

    fn found(&self, ids: &[String]) -> Vec<Found> {
        ids.iter()
            .filter_map(|id| self.reader.get(id).ok().flatten())
            .map(|record| Found { name: name_of(&record.body), id: record.id, body: record.body })
            .collect()
    }
}

fn text<'b>(body: &'b Body, field: &str) -> &'b str {
    body.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn name_of(body: &Body) -> String {
    ["name", "number"].into_iter().map(|field| text(body, field)).find(|name| !name.is_empty()).unwrap_or_default().to_owned()
}

impl Existing for Here<'_, '_> {
    fn counterparties_by_tax_id(&self, country: &str, tax_id: &str) -> Vec<Found> {
        self.found(self.counterparties.get("tax", &[country, tax_id]))
    }

    fn counterparties_by_name(&self, name: &str) -> Vec<Found> {
        self.found(self.counterparties.get("name", &[name]))
    }

    fn goods_by_article(&self, article: &str) -> Vec<Found> {
        self.found(self.goods.get("article", &[article]))
    }

    fn goods_by_gtin(&self, gtin: &str) -> Vec<Found> {
        self.found(self.goods.get("gtin", &[gtin]))
    }

    fn goods_by_name(&self, name: &str) -> Vec<Found> {
        self.found(self.goods.get("name", &[name]))
    }

    fn contracts(&self, number: &str, date: Option<NaiveDate>, counterparty: &str) -> Vec<Found> {
        let mut found = self.found(self.contracts.get("number", &[number, counterparty]));
        if let Some(date) = date {
            found.retain(|contract| {
                let known = text(&contract.body, "date");
                known.is_empty() || known == date.to_string()
            });
        }
        found
    }
}
