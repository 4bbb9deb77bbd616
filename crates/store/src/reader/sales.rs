//! What a buyer took, for how much, and what it owes.

use chrono::NaiveDate;
use rusqlite::OptionalExtension as _;
use torgdom_domain::Amount;
use torgdom_records::{Id, Kind};

use super::Reader;
use crate::codes;
use crate::error::StoreError;
use crate::projection::{class, collate, minor};

/// For whom and in what a price is asked.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'q> {
    pub counterparty: &'q str,
    pub currency: &'q str,
    /// Prices with VAT; those without it cannot stand beside them.
    pub included: bool,
    /// The document that asks and its deal: neither they nor other invoices of the deal are an earlier sale.
    pub document: &'q str,
    pub deal: &'q str,
}

/// The last price of a good to a buyer, after its discount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastSale {
    pub price: Amount,
    pub date: Option<NaiveDate>,
}

/// What a counterparty owes by issued invoices, in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debt {
    pub counterparty: Id,
    pub currency: String,
    pub rest: Amount,
    /// Of it past its day.
    pub late: Amount,
}

impl Reader<'_> {
    /// The newest posted deal's or issued invoice's price for each of the goods, in the same order; none for a good that
    /// was never sold so.
    ///
    /// # Errors
    /// The store's own.
    pub fn last_sales(&self, asked: &Asked<'_>, goods: &[&str]) -> Result<Vec<Option<LastSale>>, StoreError> {
        let key = |id: &str| -> Result<i64, StoreError> { Ok(if id.is_empty() { None } else { self.key_of(id)? }.unwrap_or(0)) };
        let (party, document, deal) = (key(asked.counterparty)?, key(asked.document)?, key(asked.deal)?);
        if party == 0 {
            return Ok(vec![None; goods.len()]);
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT s.price, s.day FROM sale s INDEXED BY sale_to JOIN list l ON l.key = s.document \
             WHERE s.counterparty = ?1 AND s.good = ?2 AND s.currency = ?3 AND s.included = ?4 \
             AND s.document NOT IN (?5, ?6) AND (l.deal IS NULL OR l.deal NOT IN (?5, ?6)) \
             ORDER BY s.day DESC, s.document DESC LIMIT 1",
        )?;
        let mut found = Vec::with_capacity(goods.len());
        for good in goods {
            let values = (party, key(good)?, asked.currency, asked.included, document, deal);
            let row: Option<(String, i64)> = statement.query_row(values, |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            found.push(row.and_then(|(price, day)| Some(LastSale { price: price.parse().ok()?, date: collate::date(day) })));
        }
        Ok(found)
    }

    /// Goods that the buyer took, those of the newest sale first.
    ///
    /// # Errors
    /// The store's own.
    pub fn sold_to(&self, counterparty: &str, limit: usize) -> Result<Vec<Id>, StoreError> {
        let Some(party) = self.key_of(counterparty)? else { return Ok(Vec::new()) };
        let mut statement = self.connection.prepare_cached(
            "SELECT i.id FROM (SELECT good, max(day) AS day, max(document) AS document FROM sale WHERE counterparty = ?1 GROUP BY good) s \
             JOIN ident i ON i.key = s.good JOIN list l ON l.key = s.good WHERE l.class = ?2 ORDER BY s.day DESC, s.document DESC, s.good LIMIT ?3",
        )?;
        let rows = statement.query_map((party, class::LIVE, i64::try_from(limit).unwrap_or(i64::MAX)), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What these counterparties owe, by currency; who owes nothing is left out.
    ///
    /// # Errors
    /// The store's own.
    pub fn debts(&self, counterparties: &[&str], today: NaiveDate) -> Result<Vec<Debt>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT coalesce(currency, ''), sum(rest / 1000000), sum(rest % 1000000), \
             coalesce(sum(rest / 1000000) FILTER (WHERE due < ?5), 0), coalesce(sum(rest % 1000000) FILTER (WHERE due < ?5), 0) \
             FROM list INDEXED BY list_counterparty \
             WHERE counterparty = ?1 AND kind = ?2 AND class BETWEEN ?3 AND ?4 AND rest IS NOT NULL GROUP BY 1",
        )?;
        let mut found = Vec::new();
        for id in counterparties {
            let Some(key) = self.key_of(id)? else { continue };
            let values = (key, codes::of_kind(Kind::Invoice), class::OPEN, class::PART, collate::day(today));
            let mut rows = statement.query(values)?;
            while let Some(row) = rows.next()? {
                let amount = |high: i64, low: i64| minor::wide_amount(minor::join(high, low)).unwrap_or_default();
                found.push(Debt {
                    counterparty: (*id).to_owned(),
                    currency: row.get(0)?,
                    rest: amount(row.get(1)?, row.get(2)?),
                    late: amount(row.get(3)?, row.get(4)?),
                });
            }
        }
        Ok(found)
    }
}
