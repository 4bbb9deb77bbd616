//! What the desk already has, looked up by the keys that an import knows.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::NaiveDate;
use serde_json::Value;
use torgdom_domain::text::with_quotes;
use torgdom_imports::mapping::Target;
use torgdom_imports::plan::{Existing, Found, comparable};
use torgdom_records::{Body, Kind};
use torgdom_store::Reader;

use crate::failure::Failure;

/// Identities by key, gathered once: a file asks for each of its rows.
#[derive(Default)]
pub(super) struct Keys {
    counterparties: Index,
    goods: Index,
    contracts: Index,
}

/// The desk as a row finds it: keys, and the records themselves as they are now.
pub(super) struct Here<'r, 's> {
    pub(super) keys: &'r Keys,
    pub(super) reader: &'r Reader<'s>,
}

/// Identities by the print of their key. A desk of a million records has several millions of these, so that a key
/// itself is not kept: whoever asks compares the record that it gets.
#[derive(Default)]
struct Index(HashMap<u64, Ids>);

/// Nearly every key belongs to one record.
enum Ids {
    One(Box<str>),
    Several(Vec<Box<str>>),
}

impl Index {
    fn add(&mut self, name: &str, parts: &[&str], id: &str) {
        if parts.iter().any(|part| part.is_empty()) {
            return;
        }
        match self.0.entry(print(name, parts)) {
            Entry::Vacant(free) => {
                free.insert(Ids::One(id.into()));
            }
            Entry::Occupied(mut taken) => match taken.get_mut() {
                Ids::Several(ids) => ids.push(id.into()),
                Ids::One(one) => {
                    let ids = vec![std::mem::take(one), id.into()];
                    taken.insert(Ids::Several(ids));
                }
            },
        }
    }

    fn get(&self, name: &str, parts: &[&str]) -> &[Box<str>] {
        match self.0.get(&print(name, parts)) {
            Some(Ids::One(id)) => std::slice::from_ref(id),
            Some(Ids::Several(ids)) => ids,
            None => &[],
        }
    }
}

fn print(name: &str, parts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    for part in parts {
        part.to_lowercase().hash(&mut hasher);
    }
    hasher.finish()
}

impl Keys {
    pub(super) fn gather(reader: &Reader<'_>, target: Target) -> Result<Self, Failure> {
        let mut keys = Self::default();
        if matches!(target, Target::Counterparty | Target::Contract) {
            reader.each(Kind::Counterparty, |record| {
                of_counterparty(&record.body, &mut |name, parts| keys.counterparties.add(name, parts, &record.id));
            })?;
        }
        if matches!(target, Target::Good | Target::PriceList) {
            reader
                .each(Kind::Good, |record| of_good(&record.body, &mut |name, parts| keys.goods.add(name, parts, &record.id)))?;
        }
        if target == Target::Contract {
            reader.each(Kind::Contract, |record| {
                of_contract(&record.body, &mut |name, parts| keys.contracts.add(name, parts, &record.id));
            })?;
        }
        Ok(keys)
    }
}

/// Calls `add` with each key of a record: its name and its parts.
type Add<'a> = dyn FnMut(&str, &[&str]) + 'a;

fn of_counterparty(body: &Body, add: &mut Add<'_>) {
    add("tax", &[text(body, "country"), text(body, "tax_id")]);
    for other in body.get("tax_ids").and_then(Value::as_object).into_iter().flat_map(|ids| ids.values()) {
        if let Some(other) = other.as_object() {
            add("tax", &[text(other, "country"), text(other, "value")]);
        }
    }
    // Files write quotation marks as they like.
    let (name, full_name) = (comparable(text(body, "name")), comparable(text(body, "full_name")));
    add("name", &[&name]);
    if full_name != name {
        add("name", &[&full_name]);
    }
}

fn of_good(body: &Body, add: &mut Add<'_>) {
    for field in ["article", "gtin"] {
        add(field, &[text(body, field)]);
    }
    add("name", &[&with_quotes(text(body, "name"))]);
}

fn of_contract(body: &Body, add: &mut Add<'_>) {
    add("number", &[text(body, "number"), text(body, "counterparty")]);
}

impl Here<'_, '_> {
    /// The records that have this key now; `keys_of` gives the keys of one.
    fn found(&self, index: &Index, keys_of: fn(&Body, &mut Add<'_>), name: &str, parts: &[&str]) -> Vec<Found> {
        let is_it = |body: &Body| {
            let mut is_it = false;
            keys_of(body, &mut |known, of| {
                let alike = || of.iter().zip(parts).all(|(one, other)| one.to_lowercase() == other.to_lowercase());
                is_it |= known == name && alike();
            });
            is_it
        };
        let ids = index.get(name, parts).iter();
        ids.filter_map(|id| self.reader.get(id).ok().flatten())
            .filter(|record| is_it(&record.body))
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
        self.found(&self.keys.counterparties, of_counterparty, "tax", &[country, tax_id])
    }

    fn counterparties_by_name(&self, name: &str) -> Vec<Found> {
        self.found(&self.keys.counterparties, of_counterparty, "name", &[&comparable(name)])
    }

    fn goods_by_article(&self, article: &str) -> Vec<Found> {
        self.found(&self.keys.goods, of_good, "article", &[article])
    }

    fn goods_by_gtin(&self, gtin: &str) -> Vec<Found> {
        self.found(&self.keys.goods, of_good, "gtin", &[gtin])
    }

    fn goods_by_name(&self, name: &str) -> Vec<Found> {
        self.found(&self.keys.goods, of_good, "name", &[&with_quotes(name)])
    }

    fn contracts(&self, number: &str, date: Option<NaiveDate>, counterparty: &str) -> Vec<Found> {
        let mut found = self.found(&self.keys.contracts, of_contract, "number", &[number, counterparty]);
        if let Some(date) = date {
            found.retain(|contract| {
                let known = text(&contract.body, "date");
                known.is_empty() || known == date.to_string()
            });
        }
        found
    }
}
