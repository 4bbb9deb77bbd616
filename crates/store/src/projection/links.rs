//! What the sums of a draft depend on in other records: the seller's country and regime, the buyer's country, the
//! contract's VAT. Read from those records' rows, so that no body is opened for it.

use rusqlite::OptionalExtension as _;
use torgdom_domain::contract::Contract;
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::organisation::Organisation;

use super::row::Row;
use super::shape::bare_party;
use crate::codes;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;
use torgdom_records::Kind;

pub(super) struct Sides {
    pub(super) organisation: Organisation,
    pub(super) counterparty: Counterparty,
    pub(super) contract: Contract,
}

impl Sides {
    pub(super) fn of(reader: &Reader<'_>, row: &Row) -> Result<Self, StoreError> {
        let facts = |key: Option<i64>| -> Result<(String, String), StoreError> {
            let Some(key) = key else { return Ok(Default::default()) };
            let mut statement =
                reader.connection.prepare_cached("SELECT coalesce(country, ''), coalesce(facts, '') FROM list WHERE key = ?1")?;
            Ok(statement.query_row([key], |row| Ok((row.get(0)?, row.get(1)?))).optional()?.unwrap_or_default())
        };
        let (country, regime) = facts(row.organisation)?;
        let (buyer_country, _) = facts(row.counterparty)?;
        let (_, vat) = facts(row.contract)?;
        Ok(Self {
            organisation: Organisation { party: bare_party(&country, &regime), ..Organisation::default() },
            counterparty: Counterparty { party: bare_party(&buyer_country, ""), ..Counterparty::default() },
            contract: Contract { vat, ..Contract::default() },
        })
    }
}

/// Drafts and deals whose sums may differ now that the row of an organisation, counterparty or contract went from
/// `old` to `new`.
pub(super) fn dependents(writer: &Writer<'_>, old: Option<&Row>, new: Option<&Row>) -> Result<Vec<i64>, StoreError> {
    let facts = |row: Option<&Row>| row.map(|row| (row.country.clone(), row.facts.clone())).unwrap_or_default();
    let Some(row) = new.or(old).filter(|_| facts(old) != facts(new)) else { return Ok(Vec::new()) };
    let column = match codes::kind(row.kind)? {
        Kind::Organisation => "organisation",
        Kind::Counterparty => "counterparty",
        Kind::Contract => "contract",
        _ => return Ok(Vec::new()),
    };
    // Issued papers are never worked out again.
    let sql = format!(
        "SELECT key FROM list WHERE {column} = ?1 AND (kind = {deal} OR kind = {invoice} AND state NOT IN ({issued}, {void}))",
        deal = codes::of_kind(Kind::Deal),
        invoice = codes::of_kind(Kind::Invoice),
        issued = codes::of_state(torgdom_records::State::Issued),
        void = codes::of_state(torgdom_records::State::Void),
    );
    let mut statement = writer.connection.prepare_cached(&sql)?;
    Ok(statement.query_map([row.key], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
