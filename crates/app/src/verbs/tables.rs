//! The dated tables, for lists of choices and for the page that shows where the law's figures come from.

use serde::Serialize;
use torgdom_domain::Tables;
use torgdom_domain::tables::Names;
use ts_rs::TS;

/// A row of a table. `sign` is a unit's sign or a currency's short name; the fields of law are empty where the table
/// has none.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct TableRow {
    pub code: String,
    pub ru: String,
    pub be: String,
    pub en: String,
    pub sign: String,
    /// VAT: the class of the code.
    pub rate: String,
    pub from: String,
    pub to: String,
    pub source: String,
    pub checked_on: String,
    /// To be looked up before a user relies on it.
    pub verify: bool,
}

pub fn vat(tables: &Tables, country: &str) -> Vec<TableRow> {
    let rows = tables.vat.iter().filter(|row| country.is_empty() || row.country == country);
    rows.map(|row| TableRow {
        code: row.country.clone(),
        ru: row.kind.clone(),
        be: row.kind.clone(),
        en: row.kind.clone(),
        sign: row.code.to_string(),
        rate: row.class.clone(),
        from: row.from.to_string(),
        to: row.to.map(|to| to.to_string()).unwrap_or_default(),
        source: row.source.clone(),
        checked_on: row.checked_on.to_string(),
        verify: row.verify,
    })
    .collect()
}

pub fn units(tables: &Tables) -> Vec<TableRow> {
    tables.units.iter().map(|unit| named(&unit.okei, &unit.name, &unit.sign.ru)).collect()
}

pub fn currencies(tables: &Tables) -> Vec<TableRow> {
    tables.currencies.iter().map(|currency| named(&currency.code, &currency.name, &currency.short.ru)).collect()
}

pub fn countries(tables: &Tables) -> Vec<TableRow> {
    tables.countries.iter().map(|country| named(&country.code, &country.name, &country.code)).collect()
}

pub fn incoterms(tables: &Tables) -> Vec<TableRow> {
    tables.incoterms.iter().map(|term| named(&term.code, &term.name, &term.code)).collect()
}

fn named(code: &str, name: &Names, sign: &str) -> TableRow {
    TableRow {
        code: code.to_owned(),
        ru: name.ru.clone(),
        be: name.be.clone(),
        en: name.en.clone(),
        sign: sign.to_owned(),
        ..TableRow::default()
    }
}
