//! A row of the list table.

use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension as _, params_from_iter};

use crate::error::StoreError;
use crate::reader::Reader;

/// One row, in the table's own terms: keys for ids, hundredths for sums, yyyymmdd for days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) key: i64,
    pub(crate) kind: i64,
    pub(crate) class: i64,
    pub(crate) state: i64,
    pub(crate) ord: Vec<u8>,
    pub(crate) date: Option<i64>,
    pub(crate) num: Option<Vec<u8>>,
    pub(crate) number: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) tax_id: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) organisation: Option<i64>,
    pub(crate) counterparty: Option<i64>,
    pub(crate) contract: Option<i64>,
    pub(crate) deal: Option<i64>,
    pub(crate) currency: Option<String>,
    pub(crate) total: Option<i64>,
    pub(crate) paid: Option<i64>,
    pub(crate) rest: Option<i64>,
    pub(crate) due: Option<i64>,
    pub(crate) article: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) flags: i64,
    /// What sums of other records depend on: an organisation's VAT regime, a contract's VAT.
    pub(crate) facts: Option<String>,
    /// Words for search, as search normalises them.
    pub(crate) words: Option<String>,
    pub(crate) updated_at: String,
    pub(crate) id: String,
    /// The counterparty's id, and its name as it is now.
    pub(crate) party: Option<String>,
    pub(crate) party_name: Option<String>,
}

pub(crate) const COLUMNS: &str = "key, kind, class, state, ord, date, num, number, name, tax_id, country, organisation, counterparty, \
     contract, deal, currency, total, paid, rest, due, article, unit, flags, facts, words, updated_at, \
     id, party, party_name";

impl Row {
    pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            key: row.get(0)?,
            kind: row.get(1)?,
            class: row.get(2)?,
            state: row.get(3)?,
            ord: row.get(4)?,
            date: row.get(5)?,
            num: row.get(6)?,
            number: row.get(7)?,
            name: row.get(8)?,
            tax_id: row.get(9)?,
            country: row.get(10)?,
            organisation: row.get(11)?,
            counterparty: row.get(12)?,
            contract: row.get(13)?,
            deal: row.get(14)?,
            currency: row.get(15)?,
            total: row.get(16)?,
            paid: row.get(17)?,
            rest: row.get(18)?,
            due: row.get(19)?,
            article: row.get(20)?,
            unit: row.get(21)?,
            flags: row.get(22)?,
            facts: row.get(23)?,
            words: row.get(24)?,
            updated_at: row.get(25)?,
            id: row.get(26)?,
            party: row.get(27)?,
            party_name: row.get(28)?,
        })
    }

    fn values(&self) -> [Sql; 29] {
        let text = |value: &Option<String>| value.clone().map_or(Sql::Null, Sql::Text);
        let number = |value: Option<i64>| value.map_or(Sql::Null, Sql::Integer);
        [
            Sql::Integer(self.key),
            Sql::Integer(self.kind),
            Sql::Integer(self.class),
            Sql::Integer(self.state),
            Sql::Blob(self.ord.clone()),
            number(self.date),
            self.num.clone().map_or(Sql::Null, Sql::Blob),
            text(&self.number),
            text(&self.name),
            text(&self.tax_id),
            text(&self.country),
            number(self.organisation),
            number(self.counterparty),
            number(self.contract),
            number(self.deal),
            text(&self.currency),
            number(self.total),
            number(self.paid),
            number(self.rest),
            number(self.due),
            text(&self.article),
            text(&self.unit),
            Sql::Integer(self.flags),
            text(&self.facts),
            text(&self.words),
            Sql::Text(self.updated_at.clone()),
            Sql::Text(self.id.clone()),
            text(&self.party),
            text(&self.party_name),
        ]
    }

    /// Writes the row over the one that is there.
    pub(crate) fn put(&self, reader: &Reader<'_>, exists: bool) -> Result<(), StoreError> {
        let sql = if exists {
            "UPDATE list SET kind = ?2, class = ?3, state = ?4, ord = ?5, date = ?6, num = ?7, number = ?8, name = ?9, tax_id = ?10, \
             country = ?11, organisation = ?12, counterparty = ?13, contract = ?14, deal = ?15, currency = ?16, total = ?17, paid = ?18, \
             rest = ?19, due = ?20, article = ?21, unit = ?22, flags = ?23, facts = ?24, words = ?25, updated_at = ?26, \
             id = ?27, party = ?28, party_name = ?29 WHERE key = ?1"
        } else {
            "INSERT INTO list VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, \
             ?23, ?24, ?25, ?26, ?27, ?28, ?29)"
        };
        reader.connection.prepare_cached(sql)?.execute(params_from_iter(self.values()))?;
        Ok(())
    }
}

impl Reader<'_> {
    pub(crate) fn row(&self, key: i64) -> Result<Option<Row>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!("SELECT {COLUMNS} FROM list WHERE key = ?1"))?;
        Ok(statement.query_row([key], Row::read).optional()?)
    }

    /// The name that a record shows in lists; none for one that is only referred to.
    pub(crate) fn shown_name(&self, key: i64) -> Result<Option<String>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT name FROM list WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?.flatten())
    }
}
