//! Counterparties that may be the one that is being entered.

use torgdom_records::Kind;

use super::normalise::{self, is_legal_form, query_words};
use crate::codes;
use crate::error::StoreError;
use crate::list::ListRow;
use crate::reader::Reader;

/// Candidates that are compared.
const MOST_COMPARED: usize = 200;
const MOST_SIMILAR: usize = 5;

impl Reader<'_> {
    /// Counterparties and own organisations with this tax id, among former and foreign ones too.
    ///
    /// # Errors
    /// The store's own.
    pub fn by_tax_id(&self, tax_id: &str) -> Result<Vec<ListRow>, StoreError> {
        let code = normalise::code(tax_id);
        if code.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement =
            self.connection.prepare_cached("SELECT key FROM code WHERE kind IN (?1, ?2) AND code = ?3 ORDER BY key")?;
        let values = (codes::of_kind(Kind::Counterparty), codes::of_kind(Kind::Organisation), code);
        let keys: Vec<i64> = statement.query_map(values, |row| row.get(0))?.collect::<Result<_, _>>()?;
        self.list_rows(&keys, None)
    }

    /// Counterparties whose names have most words in common with `name`, legal forms aside; the nearest first. Names
    /// with less than half in common are left out.
    ///
    /// # Errors
    /// The store's own.
    pub fn similar_counterparties(&self, name: &str) -> Result<Vec<ListRow>, StoreError> {
        let wanted: Vec<String> = query_words(name).into_iter().filter(|word| !is_legal_form(word)).collect();
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let mut near = Vec::new();
        for key in self.sharing_a_word(&wanted)? {
            let Some(row) = self.row(key)? else { continue };
            let words: Vec<&str> = row.words.as_deref().unwrap_or_default().split(' ').collect();
            let common = wanted.iter().filter(|word| words.contains(&word.as_str())).count();
            // Twice the common words against all words of both, in thousandths.
            let share = 2_000 * common / (wanted.len() + words.len());
            if share >= 500 {
                near.push((std::cmp::Reverse(share), std::cmp::Reverse(key)));
            }
        }
        near.sort_unstable();
        let keys: Vec<i64> = near.into_iter().take(MOST_SIMILAR).map(|(_, key)| key.0).collect();
        self.list_rows(&keys, None)
    }

    /// Rows with any of the words; with all of them first.
    fn sharing_a_word(&self, words: &[String]) -> Result<Vec<i64>, StoreError> {
        let letter = super::index::kind_letter(Kind::Counterparty);
        let each: Vec<String> = words.iter().map(|word| format!("\"{letter}{word}\"")).collect();
        let mut keys: Vec<i64> = Vec::new();
        let mut statement =
            self.connection.prepare_cached("SELECT rowid FROM word WHERE word MATCH ?1 ORDER BY rowid DESC LIMIT ?2")?;
        for query in [each.join(" AND "), each.join(" OR ")] {
            for key in statement.query_map((query, MOST_COMPARED), |row| row.get(0))? {
                keys.push(key?);
            }
        }
        keys.sort_unstable();
        keys.dedup();
        Ok(keys)
    }
}
