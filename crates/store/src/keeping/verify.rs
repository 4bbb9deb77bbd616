//! Checking: the file, the journal's chain, the outbox, and every projection against the records.

use std::collections::BTreeSet;

use rusqlite::types::Value as Sql;
use serde::{Deserialize, Serialize};
use torgdom_records::{Id, Mutation, apply_edits, inverse};
use ts_rs::TS;

use super::{Progress, Watch, unwatched};
use crate::codes;
use crate::error::StoreError;
use crate::projection;
use crate::reader::{Line, NOTHING_BEFORE, Reader, chain};
use crate::store::Store;
use crate::writer::body_hash;

/// More findings of one kind than this say nothing new.
const MOST_OF_A_KIND: usize = 100;

/// Something that does not hold. The sentence for `code` lives in `assets/text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// `file`, `journal_chain`, `journal_body`, `journal_missing`, `row_differs`, `row_missing`, `row_left_over`,
    /// `codes_differ`, `allocations_differ`, `sales_differ`, `blocks_differ`, `counts_differ`, `words_differ`, `outbox_reference`,
    /// `blob_content`.
    pub code: String,
    /// The record concerned, if one is.
    pub id: Id,
    /// For the log, not for people.
    pub detail: String,
}

struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, code: &str, id: &str, detail: impl std::fmt::Display) {
        if self.0.iter().filter(|finding| finding.code == code).count() < MOST_OF_A_KIND {
            self.0.push(Finding { code: code.to_owned(), id: id.to_owned(), detail: detail.to_string() });
        }
    }
}

impl Store {
    /// Everything that does not hold; nothing is changed. Reads the whole store.
    ///
    /// # Errors
    /// The store cannot be read at all.
    pub fn verify(&self) -> Result<Vec<Finding>, StoreError> {
        self.verify_watched(&mut unwatched)
    }

    /// The same, with somebody watching: a journal line and a record are a step each.
    ///
    /// # Errors
    /// `Cancelled`; the store cannot be read at all.
    pub fn verify_watched(&self, progress: Progress<'_>) -> Result<Vec<Finding>, StoreError> {
        self.read(|reader| {
            let mut findings = Findings(Vec::new());
            let steps = "SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM record)";
            let mut watch = Watch::begin(reader.connection.query_row(steps, [], |row| row.get(0))?, progress)?;
            reader.verify_file(&mut findings)?;
            reader.verify_journal(&mut findings, &mut watch)?;
            reader.verify_rows(&mut findings, &mut watch)?;
            reader.verify_counts(&mut findings)?;
            reader.verify_outbox(&mut findings)?;
            reader.verify_blobs(&mut findings)?;
            Ok(findings.0)
        })
    }
}

impl Reader<'_> {
    fn verify_file(&self, findings: &mut Findings) -> Result<(), StoreError> {
        self.forget_index_layout()?;
        // Not SQLCipher's own check: it reads the file behind the log's back, and a page that a checkpoint has yet to bring
        // over, whose good version the log has, would be reported. Reading a page through SQLite authenticates it anyway.
        for pragma in ["PRAGMA integrity_check", "PRAGMA foreign_key_check"] {
            let mut statement = self.connection.prepare(pragma)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let text: Sql = row.get(0)?;
                if text != Sql::Text("ok".to_owned()) {
                    findings.add("file", "", format!("{text:?}"));
                }
            }
        }
        Ok(())
    }

    /// A connection remembers how its full-text indexes are laid out, and `integrity_check` alone of all statements
    /// does not look whether another connection has changed that since: it would report pages that were merged away.
    /// Any look-up does look.
    fn forget_index_layout(&self) -> Result<(), StoreError> {
        for index in ["word", "piece"] {
            let mut statement =
                self.connection.prepare(&format!("SELECT rowid FROM {index} WHERE {index} MATCH 'яяя' LIMIT 1"))?;
            statement.query([])?.next()?;
        }
        Ok(())
    }

    fn verify_journal(&self, findings: &mut Findings, watch: &mut Watch<'_>) -> Result<(), StoreError> {
        let sql =
            "SELECT j.n, i.id, j.at, j.author, j.line, j.hash FROM journal j LEFT JOIN ident i ON i.key = j.key ORDER BY j.n";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        let (mut last, mut before) = (0, NOTHING_BEFORE.to_vec());
        while let Some(row) = rows.next()? {
            let n: u64 = row.get(0)?;
            let id: String = row.get::<_, Option<String>>(1)?.unwrap_or_default();
            let (at, author, line): (String, String, String) = (row.get(2)?, row.get(3)?, row.get(4)?);
            let hash: Vec<u8> = row.get(5)?;
            if n != last + 1 || chain(&before, n, &id, &at, &author, &line)[..] != hash {
                findings.add("journal_chain", &id, n);
            }
            (last, before) = (n, hash);
            watch.step()?;
        }
        Ok(())
    }

    fn verify_rows(&self, findings: &mut Findings, watch: &mut Watch<'_>) -> Result<(), StoreError> {
        let keys: Vec<i64> = self
            .connection
            .prepare("SELECT key FROM record ORDER BY key")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for key in keys {
            watch.step()?;
            let Some(record) = self.get_by_key(key)? else { continue };
            let expected = projection::expected(self, key, &record)?;
            match self.row(key)? {
                None => findings.add("row_missing", &record.id, ""),
                Some(row) if row != expected.row => findings.add("row_differs", &record.id, differing(&row, &expected.row)),
                Some(_) => {}
            }
            let kind = codes::of_kind(record.kind);
            let wanted: BTreeSet<(i64, String)> = expected.codes.into_iter().map(|code| (kind, code)).collect();
            if projection::codes_of(self, key)? != wanted {
                findings.add("codes_differ", &record.id, "");
            }
            let mut paid: BTreeSet<(i64, i64)> = BTreeSet::new();
            for (invoice, amount) in &expected.allocations {
                paid.insert((self.key_of(invoice)?.unwrap_or(0), *amount));
            }
            if self.allocations_of(key)? != paid {
                findings.add("allocations_differ", &record.id, "");
            }
            let prices = &expected.prices;
            let sales = projection::sales::rows(&expected.row, &record.body, prices, |id| Ok(self.key_of(id)?.unwrap_or(0)))?;
            if self.sales_in(key)? != sales {
                findings.add("sales_differ", &record.id, "");
            }
            self.verify_history(key, &record.id, &record.body, findings)?;
        }
        let left_over = "SELECT count(*) FROM list WHERE key NOT IN (SELECT key FROM record)";
        let rows: u64 = self.connection.query_row(left_over, [], |row| row.get(0))?;
        if rows > 0 {
            findings.add("row_left_over", "", rows);
        }
        Ok(())
    }

    fn allocations_of(&self, key: i64) -> Result<BTreeSet<(i64, i64)>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT invoice, amount FROM allocation WHERE payment = ?1")?;
        Ok(statement.query_map([key], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }

    /// Today's body, with all its edits taken back, must be the one that the record was created with.
    fn verify_history(
        &self,
        key: i64,
        id: &str,
        body: &torgdom_records::Body,
        findings: &mut Findings,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT line FROM journal WHERE key = ?1 ORDER BY n DESC")?;
        let lines = statement.query_map([key], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        let mut body = body.clone();
        let mut created = false;
        for text in lines {
            let Ok(line) = serde_json::from_str::<Line>(&text) else {
                findings.add("journal_body", id, "a line that cannot be read");
                return Ok(());
            };
            if apply_edits(&mut body, &inverse(&line.edits)).is_err() {
                findings.add("journal_body", id, "an edit that does not lead here");
                return Ok(());
            }
            if let Some(hash) = line.body {
                created = true;
                if body_hash(&body) != hash {
                    findings.add("journal_body", id, "another body than the created one");
                }
            }
        }
        if !created {
            findings.add("journal_missing", id, "");
        }
        Ok(())
    }

    fn verify_counts(&self, findings: &mut Findings) -> Result<(), StoreError> {
        if projection::is_deferred(self)? {
            // Left to be built, and known to be: nothing reads them until then.
            return Ok(());
        }
        let wrong = projection::tally_differences(self)? + projection::turnover_differences(self)?;
        if wrong > 0 {
            findings.add("counts_differ", "", wrong);
        }
        let terms = crate::search::differing_terms(self)?;
        if terms > 0 {
            findings.add("words_differ", "", terms);
        }
        for kind in torgdom_records::Kind::ALL {
            let blocks = self.blocks(codes::of_kind(kind))?;
            if blocks != projection::counted_blocks(self, codes::of_kind(kind), &blocks)? {
                findings.add("blocks_differ", "", kind);
            }
        }
        Ok(())
    }

    fn verify_outbox(&self, findings: &mut Findings) -> Result<(), StoreError> {
        let dangling = "SELECT count(*) FROM outbox_open WHERE op <> 'purge' AND key NOT IN (SELECT key FROM record)";
        let rows: u64 = self.connection.query_row(dangling, [], |row| row.get(0))?;
        if rows > 0 {
            findings.add("outbox_reference", "", rows);
        }
        let mut statement = self.connection.prepare("SELECT m, mutation FROM outbox ORDER BY m")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (m, text): (u64, String) = (row.get(0)?, row.get(1)?);
            match serde_json::from_str::<Mutation>(&text) {
                Ok(mutation) if mutation.m == m => {}
                Ok(mutation) => findings.add("outbox_reference", &mutation.id, m),
                Err(error) => findings.add("outbox_reference", "", error),
            }
        }
        Ok(())
    }

    fn verify_blobs(&self, findings: &mut Findings) -> Result<(), StoreError> {
        use sha2::{Digest as _, Sha256};
        let mut statement = self.connection.prepare("SELECT hash, bytes FROM blob")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let hash: String = row.get(0)?;
            if torgdom_records::unit::hex(&Sha256::digest(row.get_ref(1)?.as_blob().map_err(crate::error::damaged)?)) != hash {
                findings.add("blob_content", "", hash);
            }
        }
        Ok(())
    }
}

/// Names of the fields in which two rows differ.
fn differing(found: &projection::Row, expected: &projection::Row) -> String {
    let (found, expected) = (format!("{found:#?}"), format!("{expected:#?}"));
    let lines = found.lines().zip(expected.lines()).filter(|(a, b)| a != b);
    lines.map(|(a, b)| format!("{} / {}", a.trim(), b.trim())).collect::<Vec<_>>().join("; ")
}
