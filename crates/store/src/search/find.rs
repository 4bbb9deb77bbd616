//! From what was typed to records.

use std::collections::{BTreeSet, HashSet};

use serde::{Deserialize, Serialize};
use torgdom_records::{Id, Kind};
use ts_rs::TS;

use super::index::{kind_letter, kind_piece};
use super::layout::other_readings;
use super::normalise::{self, is_legal_form, query_words};
use crate::codes;
use crate::error::{StoreError, damaged};
use crate::list::ListRow;
use crate::projection::class;
use crate::reader::Reader;

/// Rows that are ranked; more are not looked at.
const MOST_HITS: usize = 200;
/// Rows that a list filtered by a text can hold. Each is looked up at every keystroke.
const MOST_LISTED: usize = 5_000;
/// Candidates of a search inside words; each is compared letter by letter.
const MOST_PIECES: usize = 5_000;
const LONGEST_TEXT: usize = 200;

/// A found record with its row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Hit {
    pub id: Id,
    #[ts(type = "string")]
    pub kind: Kind,
    pub row: ListRow,
}

/// How a row was found: the better ways first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Code,
    Words,
    Pieces,
    OtherLayout,
    Typo,
}

impl Reader<'_> {
    /// The best `limit` records for what was typed so far: of one kind, or of all kinds of master data and documents.
    /// Better matches first, recent ones before older; archived ones last. An empty text gives the newest.
    ///
    /// # Errors
    /// The store's own.
    pub fn search(&self, kind: Option<Kind>, text: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        let kinds = kinds(kind);
        let found = if is_blank(text) { self.newest(&kinds, limit)? } else { self.find(&kinds, text, MOST_HITS)? };
        let mut ranked = Vec::with_capacity(found.keys.len());
        let mut looked_at = self.connection.prepare_cached("SELECT class, coalesce(name, number) FROM list WHERE key = ?1")?;
        for (way, reading, key) in found.keys {
            let mut rows = looked_at.query([key])?;
            let Some(row) = rows.next()? else { continue };
            let class: i64 = row.get(0)?;
            if class == class::HIDDEN {
                continue;
            }
            let meant = found.readings.get(reading).map(Vec::as_slice).unwrap_or_default();
            let rank = rank(meant, row.get_ref(1)?.as_str_or_null().map_err(damaged)?.unwrap_or_default());
            ranked.push((class == class::ARCHIVED, way, rank, std::cmp::Reverse(key)));
        }
        ranked.sort_unstable();
        ranked.truncate(limit);
        let keys: Vec<i64> = ranked.into_iter().map(|(.., key)| key.0).collect();
        let rows = self.list_rows(&keys, None)?;
        Ok(rows.into_iter().map(|row| Hit { id: row.id.clone(), kind: row.kind, row }).collect())
    }

    fn newest(&self, kinds: &[Kind], limit: usize) -> Result<Found, StoreError> {
        let mut found = Found::new(limit.saturating_mul(kinds.len()));
        for kind in kinds {
            // The newest of each kind stand at the end of the keys of all kinds; the list's own order serves documents.
            let mut statement = self
                .connection
                .prepare_cached("SELECT key FROM list WHERE kind = ?1 AND class BETWEEN 1 AND 6 ORDER BY ord LIMIT ?2")?;
            for key in statement.query_map((codes::of_kind(*kind), i64::try_from(limit).unwrap_or(i64::MAX)), |row| row.get(0))? {
                found.add(Way::Words, key?);
            }
        }
        Ok(found)
    }

    /// At most `most` keys, by the first way that finds each.
    fn find(&self, kinds: &[Kind], text: &str, most: usize) -> Result<Found, StoreError> {
        let text: String = text.chars().take(LONGEST_TEXT).collect();
        let mut found = Found::new(most);
        let words = query_words(&text);
        found.read_as(&words);
        self.by_code(kinds, &text, &mut found)?;
        self.by_words(kinds, &words, Way::Words, &mut found)?;
        let readings = other_readings(&text);
        for reading in &readings {
            found.read_as(&query_words(reading));
            self.by_words(kinds, &query_words(reading), Way::OtherLayout, &mut found)?;
            self.by_code(kinds, reading, &mut found)?;
        }
        // Inside words only when few begin so: it is the slower look.
        if found.keys.len() < MOST_HITS / 10 {
            found.read_as(&words);
            self.by_pieces(kinds, &words, Way::Pieces, &mut found)?;
            for reading in &readings {
                found.read_as(&query_words(reading));
                self.by_pieces(kinds, &query_words(reading), Way::OtherLayout, &mut found)?;
            }
        }
        if found.keys.is_empty() {
            self.by_typo(kinds, &words, &mut found)?;
        }
        Ok(found)
    }

    fn by_code(&self, kinds: &[Kind], text: &str, found: &mut Found) -> Result<(), StoreError> {
        let code = normalise::code(text);
        if found.is_full() || code.is_empty() || !code.chars().any(|letter| letter.is_ascii_digit()) {
            return Ok(());
        }
        // Ends where no code that begins so can be.
        let end = format!("{code}\u{10ffff}");
        for kind in kinds {
            let mut statement =
                self.connection.prepare_cached("SELECT key FROM code WHERE kind = ?1 AND code >= ?2 AND code < ?3 LIMIT ?4")?;
            let mut rows = statement.query((codes::of_kind(*kind), &code, &end, found.room()))?;
            while let Some(row) = rows.next()? {
                found.add(Way::Code, row.get(0)?);
            }
        }
        Ok(())
    }

    fn by_words(&self, kinds: &[Kind], words: &[String], way: Way, found: &mut Found) -> Result<(), StoreError> {
        let telling: Vec<&String> = words.iter().filter(|word| !is_legal_form(word)).collect();
        let words: Vec<&String> = if telling.is_empty() { words.iter().collect() } else { telling };
        if words.is_empty() || found.is_full() {
            return Ok(());
        }
        for kind in kinds {
            let letter = kind_letter(*kind);
            let query: Vec<String> = words.iter().map(|word| format!("\"{letter}{word}\"*")).collect();
            self.matching(
                "SELECT rowid FROM word WHERE word MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
                &query.join(" AND "),
                way,
                found,
            )?;
        }
        Ok(())
    }

    fn matching(&self, sql: &str, query: &str, way: Way, found: &mut Found) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query((query, found.room()))?;
        while let Some(row) = rows.next()? {
            found.add(way, row.get(0)?);
        }
        Ok(())
    }

    /// Rows that hold each of the words somewhere inside their own.
    fn by_pieces(&self, kinds: &[Kind], words: &[String], way: Way, found: &mut Found) -> Result<(), StoreError> {
        let long: Vec<&String> = words.iter().filter(|word| word.chars().count() >= 3).collect();
        if long.is_empty() {
            return Ok(());
        }
        let mut pieces: BTreeSet<String> = BTreeSet::new();
        for word in &long {
            let letters: Vec<char> = word.chars().collect();
            pieces.extend(letters.windows(3).map(|three| format!("\"{}\"", three.iter().collect::<String>())));
        }
        if let [kind] = kinds {
            pieces.insert(format!("\"{}\"", kind_piece(*kind)));
        }
        let query = pieces.into_iter().collect::<Vec<_>>().join(" AND ");
        let mut statement =
            self.connection.prepare_cached("SELECT rowid FROM piece WHERE piece MATCH ?1 ORDER BY rowid DESC LIMIT ?2")?;
        let mut indexed = self.connection.prepare_cached("SELECT kind, words FROM list WHERE key = ?1")?;
        let mut rows = statement.query((query, MOST_PIECES))?;
        while let Some(row) = rows.next()? {
            let key = row.get(0)?;
            if found.is_full() {
                break;
            }
            // Only these two, and where they lie: many are looked at and few fit.
            let mut looked_at = indexed.query([key])?;
            let fits = looked_at.next()?.map_or(Ok(false), |row| -> Result<bool, StoreError> {
                let (kind, text): (i64, &str) =
                    (row.get(0)?, row.get_ref(1)?.as_str_or_null().map_err(damaged)?.unwrap_or_default());
                Ok(kinds.iter().any(|of| codes::of_kind(*of) == kind) && words.iter().all(|word| text.contains(word.as_str())))
            });
            if fits? {
                found.add(way, key);
            }
        }
        Ok(())
    }

    fn by_typo(&self, kinds: &[Kind], words: &[String], found: &mut Found) -> Result<(), StoreError> {
        self.fill_dictionary()?;
        let telling: Vec<&String> = words.iter().filter(|word| !is_legal_form(word)).collect();
        for place in 0..telling.len() {
            let near = crate::store::lock(&self.memory.dictionary).near(telling[place]);
            for meant in near {
                let mut mended: Vec<String> = telling.iter().map(|word| (*word).clone()).collect();
                mended[place] = meant;
                found.read_as(&mended);
                self.by_words(kinds, &mended, Way::Typo, found)?;
            }
        }
        Ok(())
    }

    /// Reads the words that search knows into memory, so that the first slip of the finger need not wait for it.
    ///
    /// # Errors
    /// The store's own.
    pub fn warm_search(&self) -> Result<(), StoreError> {
        self.fill_dictionary()
    }

    fn fill_dictionary(&self) -> Result<(), StoreError> {
        let mut dictionary = crate::store::lock(&self.memory.dictionary);
        if dictionary.is_filled() {
            return Ok(());
        }
        // Each word stands there once a kind; the kind's letter is left off. Numbers and short words are not kept: payments
        // alone know a million numbers.
        let mut statement = self.connection.prepare(
            "SELECT DISTINCT substr(term, 2) FROM words_known WHERE length(term) > 4 AND rtrim(substr(term, 2), '0123456789') <> ''",
        )?;
        let words = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        dictionary.fill(words.into_iter());
        Ok(())
    }
}

/// Keys of rows of one kind for a list filtered by a text, and whether there may be more. A document is found by its
/// counterparty too.
pub(crate) fn keys_for_list(reader: &Reader<'_>, kind: Kind, text: &str) -> Result<(Vec<i64>, bool), StoreError> {
    let mut keys: Vec<i64> = reader.find(&[kind], text, MOST_LISTED)?.keys.into_iter().map(|(.., key)| key).collect();
    if matches!(kind, Kind::Contract | Kind::Deal | Kind::Invoice | Kind::Payment) {
        let parties = reader.find(&[Kind::Counterparty], text, MOST_HITS)?;
        let mut statement =
            reader.connection.prepare_cached("SELECT key FROM list WHERE counterparty = ?1 AND kind = ?2 LIMIT ?3")?;
        for (.., party) in parties.keys {
            if keys.len() >= MOST_LISTED {
                break;
            }
            let rows = statement.query_map((party, codes::of_kind(kind), MOST_LISTED - keys.len()), |row| row.get(0))?;
            keys.extend(rows.collect::<Result<Vec<i64>, _>>()?);
        }
    }
    keys.sort_unstable();
    keys.dedup();
    let full = keys.len() >= MOST_LISTED;
    Ok((keys, full))
}

struct Found {
    most: usize,
    seen: HashSet<i64>,
    /// What the text was taken for: as typed, in another layout, with a slip mended.
    readings: Vec<Vec<String>>,
    /// With the reading that found it.
    keys: Vec<(Way, usize, i64)>,
}

impl Found {
    fn new(most: usize) -> Self {
        Self { most, seen: HashSet::new(), readings: Vec::new(), keys: Vec::new() }
    }

    /// What is added from now on was found by these words.
    fn read_as(&mut self, words: &[String]) {
        self.readings.push(words.to_vec());
    }

    fn add(&mut self, way: Way, key: i64) {
        if !self.is_full() && self.seen.insert(key) {
            self.keys.push((way, self.readings.len().saturating_sub(1), key));
        }
    }

    fn is_full(&self) -> bool {
        self.keys.len() >= self.most
    }

    /// Each way may bring as many as fit at most: the keys that it shares with others do not count twice.
    const fn room(&self) -> usize {
        self.most
    }
}

fn kinds(kind: Option<Kind>) -> Vec<Kind> {
    const ALL: [Kind; 8] = [
        Kind::Counterparty,
        Kind::Invoice,
        Kind::Deal,
        Kind::Contract,
        Kind::Good,
        Kind::Payment,
        Kind::PriceList,
        Kind::Organisation,
    ];
    kind.map_or_else(|| ALL.to_vec(), |kind| vec![kind])
}

fn is_blank(text: &str) -> bool {
    query_words(text).is_empty()
}

/// 0: the name is what was meant; 1: it begins so; 2: a word of it begins so; 3: any other way.
fn rank(meant: &[String], name: &str) -> u8 {
    let (typed, words) = (meant.to_vec(), query_words(name));
    let telling = |words: Vec<String>| -> Vec<String> {
        let kept: Vec<String> = words.iter().filter(|word| !is_legal_form(word)).cloned().collect();
        if kept.is_empty() { words } else { kept }
    };
    let (typed, words) = (telling(typed), telling(words));
    let Some((last, finished)) = typed.split_last() else { return 3 };
    if typed == words {
        return 0;
    }
    if words.starts_with(finished) && words.get(finished.len()).is_some_and(|word| word.starts_with(last.as_str())) {
        return 1;
    }
    if words.iter().any(|word| word.starts_with(last.as_str())) { 2 } else { 3 }
}
