//! Records by what they are to each other: documents of a deal, payments of an invoice, a good by its article.

use chrono::NaiveDate;
use rusqlite::Params;
use torgdom_domain::Amount;
use torgdom_records::{Id, Kind, Record};

use super::Reader;
use crate::codes;
use crate::error::StoreError;
use crate::list::ListRow;
use crate::projection::{self, class, collate, minor};
use crate::search::normalise;

/// What is owed on one due date, by currency. `due` is absent for invoices without a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    pub due: Option<NaiveDate>,
    pub currency: String,
    pub rest: Amount,
}

/// Issued invoices of one month to one country in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turnover {
    /// `2026-11`.
    pub month: String,
    pub country: String,
    pub currency: String,
    /// With VAT.
    pub total: Amount,
}

/// Documents of one number that are told apart: as many as a question can list.
const SAME_NUMBER: u32 = 20;

impl Reader<'_> {
    /// The record as a row of its list.
    ///
    /// # Errors
    /// The store's own; an unknown id is no error.
    pub fn listed(&self, id: &str, today: NaiveDate) -> Result<Option<ListRow>, StoreError> {
        let Some(key) = self.key_of(id)? else { return Ok(None) };
        // An id that is only referred to has no row.
        if self.row(key)?.is_none() {
            return Ok(None);
        }
        self.list_row(key, Some(today)).map(Some)
    }

    /// Every record of a kind, oldest first: for kinds of which there are few.
    ///
    /// # Errors
    /// The store's own.
    pub fn all(&self, kind: Kind) -> Result<Vec<Record>, StoreError> {
        let mut found = Vec::new();
        self.each(kind, |record| found.push(record))?;
        Ok(found)
    }

    /// Gives every record of a kind to `f`, oldest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn each(&self, kind: Kind, mut f: impl FnMut(Record)) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare("SELECT key FROM list WHERE kind = ?1 ORDER BY key")?;
        let keys: Vec<i64> = statement.query_map([codes::of_kind(kind)], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for key in keys {
            if let Some(record) = self.get_by_key(key)? {
                f(record);
            }
        }
        Ok(())
    }

    /// The good with this article, upper and lower case alike; the oldest of several.
    ///
    /// # Errors
    /// The store's own.
    pub fn good_by_article(&self, article: &str) -> Result<Option<Id>, StoreError> {
        let code = normalise::code(article);
        if code.is_empty() {
            return Ok(None);
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT c.key, l.article FROM code c JOIN list l ON l.key = c.key WHERE c.kind = ?1 AND c.code = ?2 AND l.class = ?3 ORDER BY c.key",
        )?;
        let values = (codes::of_kind(Kind::Good), code, class::LIVE);
        let candidates: Vec<(i64, Option<String>)> =
            statement.query_map(values, |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        // The code is folded and leaves marks out: `НШ-32` and `НШ32` are one code and two articles.
        let wanted = article.trim().to_lowercase();
        let found = candidates.into_iter().find(|(_, known)| known.as_ref().is_some_and(|known| known.to_lowercase() == wanted));
        found.map(|(key, _)| self.id_of(key)).transpose()
    }

    /// Payments that are allocated to the invoice, oldest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn payments_of(&self, invoice: &str, limit: usize, today: NaiveDate) -> Result<Vec<ListRow>, StoreError> {
        let Some(key) = self.key_of(invoice)? else { return Ok(Vec::new()) };
        let sql =
            "SELECT a.payment FROM allocation a JOIN list l ON l.key = a.payment WHERE a.invoice = ?1 ORDER BY l.ord LIMIT ?2";
        self.rows_of(sql, (key, limit as i64), today)
    }

    /// Invoices of the deal, drafts and void ones among them, oldest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn invoices_of_deal(&self, deal: &str, limit: usize, today: NaiveDate) -> Result<Vec<ListRow>, StoreError> {
        let Some(key) = self.key_of(deal)? else { return Ok(Vec::new()) };
        let sql = "SELECT key FROM list WHERE deal = ?1 AND kind = ?2 AND class <> ?3 AND class <> ?4 ORDER BY key LIMIT ?5";
        self.rows_of(sql, (key, codes::of_kind(Kind::Invoice), class::HIDDEN, class::ARCHIVED, limit as i64), today)
    }

    /// Deals under the contract, the newest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn deals_of_contract(&self, contract: &str, limit: usize, today: NaiveDate) -> Result<Vec<ListRow>, StoreError> {
        let Some(key) = self.key_of(contract)? else { return Ok(Vec::new()) };
        let sql = "SELECT key FROM list WHERE contract = ?1 AND kind = ?2 AND class <> ?3 ORDER BY ord LIMIT ?4";
        self.rows_of(sql, (key, codes::of_kind(Kind::Deal), class::ARCHIVED, limit as i64), today)
    }

    /// Contracts with the counterparty that are not archived.
    ///
    /// # Errors
    /// The store's own.
    pub fn contracts_of(&self, counterparty: &str, today: NaiveDate) -> Result<Vec<ListRow>, StoreError> {
        let Some(key) = self.key_of(counterparty)? else { return Ok(Vec::new()) };
        let sql = "SELECT key FROM list WHERE counterparty = ?1 AND kind = ?2 AND class = ?3 ORDER BY ord";
        self.rows_of(sql, (key, codes::of_kind(Kind::Contract), class::LIVE), today)
    }

    /// Has the organisation given this number to a document of the kind in that year? Void ones count.
    ///
    /// # Errors
    /// The store's own.
    pub fn number_in_use(&self, kind: Kind, organisation: &str, year: &str, number: &str) -> Result<bool, StoreError> {
        let Some(key) = self.key_of(organisation)? else { return Ok(false) };
        let year: i64 = year.parse().unwrap_or_default();
        let mut statement = self.connection.prepare_cached(
            "SELECT EXISTS(SELECT 1 FROM code c JOIN list l ON l.key = c.key WHERE c.kind = ?1 AND c.code = ?2 \
             AND l.organisation = ?3 AND l.number = ?4 AND coalesce(l.date, 0) / 10000 = ?5)",
        )?;
        Ok(statement.query_row((codes::of_kind(kind), normalise::code(number), key, number, year), |row| row.get(0))?)
    }

    /// The documents of a kind with this number, the newest first, at most [`SAME_NUMBER`].
    ///
    /// # Errors
    /// The store's own.
    pub fn all_by_number(&self, kind: Kind, number: &str) -> Result<Vec<Id>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT c.key FROM code c JOIN list l ON l.key = c.key WHERE c.kind = ?1 AND c.code = ?2 AND l.number = ?3 \
             ORDER BY l.date DESC, c.key DESC LIMIT ?4",
        )?;
        let values = (codes::of_kind(kind), normalise::code(number), number.trim(), SAME_NUMBER);
        let keys = statement.query_map(values, |row| row.get::<_, i64>(0))?.collect::<Result<Vec<_>, _>>()?;
        keys.into_iter().map(|key| self.id_of(key)).collect()
    }

    /// What open invoices are owed, by due date and currency.
    ///
    /// # Errors
    /// The store's own.
    pub fn owed(&self, organisation: Option<&str>) -> Result<Vec<Owed>, StoreError> {
        let own = organisation.map(|id| self.key_of(id)).transpose()?.flatten().unwrap_or(0);
        let mut statement = self.connection.prepare_cached(
            "SELECT due, currency, sum(total_high - paid_high), sum(total_low - paid_low) FROM tally \
             WHERE kind = ?1 AND class BETWEEN ?2 AND ?3 AND (?4 = 0 OR organisation = ?4) GROUP BY due, currency HAVING sum(rows) > 0",
        )?;
        let values = (codes::of_kind(Kind::Invoice), class::OPEN, class::PART, own);
        let rows = statement.query_map(values, |row| Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        rows.map(|row| {
            let (due, currency, high, low) = row?;
            Ok(Owed { due: collate::date(due), currency, rest: minor::wide_amount(minor::join(high, low)).unwrap_or_default() })
        })
        .collect()
    }

    /// Sums of issued invoices from the month of `from` on, by month, country of the buyer and currency.
    ///
    /// # Errors
    /// The store's own.
    pub fn turnover(&self, from: NaiveDate, organisation: Option<&str>) -> Result<Vec<Turnover>, StoreError> {
        let own = organisation.map(|id| self.key_of(id)).transpose()?.flatten().unwrap_or(0);
        // While the table is left to be built the rows themselves are added up: slower, and right.
        let sql = if projection::is_deferred(self)? {
            format!(
                "SELECT date / 100, coalesce(country, ''), coalesce(currency, ''), sum(total / 1000000), sum(total % 1000000) FROM list \
                 WHERE kind = {kind} AND class BETWEEN {open} AND {paid} AND date / 100 >= ?1 AND (?2 = 0 OR organisation = ?2) \
                 GROUP BY 1, 2, 3",
                kind = codes::of_kind(Kind::Invoice),
                open = class::OPEN,
                paid = class::PAID,
            )
        } else {
            "SELECT month, country, currency, sum(total_high), sum(total_low) FROM turnover \
             WHERE month >= ?1 AND (?2 = 0 OR organisation = ?2) GROUP BY 1, 2, 3"
                .to_owned()
        };
        let mut statement = self.connection.prepare_cached(&sql)?;
        let values = (collate::day(from) / 100, own);
        let rows =
            statement.query_map(values, |row| Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
        rows.map(|row| {
            let (month, country, currency, high, low) = row?;
            Ok(Turnover {
                month: format!("{:04}-{:02}", month / 100, month % 100),
                country,
                currency,
                total: minor::wide_amount(minor::join(high, low)).unwrap_or_default(),
            })
        })
        .collect()
    }

    fn rows_of(&self, sql: &str, values: impl Params, today: NaiveDate) -> Result<Vec<ListRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let keys: Vec<i64> = statement.query_map(values, |row| row.get(0))?.collect::<Result<_, _>>()?;
        self.list_rows(&keys, Some(today))
    }
}
