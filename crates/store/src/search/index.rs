//! What search keeps: words by kind, and pieces of three letters.

use std::collections::{BTreeSet, HashMap};

use torgdom_records::Kind;

use super::normalise;
use crate::codes;
use crate::error::StoreError;
use crate::projection::Row;
use crate::reader::Reader;
use crate::writer::Writer;

/// The letter that leads each word in the index: a look-up finds one kind's words only.
pub(crate) fn kind_letter(kind: Kind) -> char {
    let place = u8::try_from(codes::of_kind(kind)).expect("eleven kinds");
    char::from(b'a' + place)
}

fn letter_of(row: &Row) -> Result<char, StoreError> {
    codes::kind(row.kind).map(kind_letter)
}

/// Swaps a row's words for others. What goes into a contentless index must be taken out by the very same text.
pub(crate) fn reindex(writer: &Writer<'_>, old: Option<&Row>, new: Option<&Row>) -> Result<(), StoreError> {
    let words = |row: Option<&Row>| row.and_then(|row| row.words.clone());
    if words(old) == words(new) {
        return Ok(());
    }
    if let Some((row, text)) = old.zip(words(old)) {
        let led = led(letter_of(row)?, &text);
        writer.execute("INSERT INTO word(word, rowid, text) VALUES('delete', ?1, ?2)", (row.key, led))?;
        let marked = marked(letter_of(row)?, &text);
        writer.execute("INSERT INTO piece(piece, rowid, text) VALUES('delete', ?1, ?2)", (row.key, marked))?;
    }
    if let Some((row, text)) = new.zip(words(new)) {
        writer.words.borrow_mut().extend(text.split(' ').map(str::to_owned));
        let led = led(letter_of(row)?, &text);
        writer.execute("INSERT INTO word(rowid, text) VALUES(?1, ?2)", (row.key, led))?;
        let marked = marked(letter_of(row)?, &text);
        writer.execute("INSERT INTO piece(rowid, text) VALUES(?1, ?2)", (row.key, marked))?;
    }
    Ok(())
}

/// The piece that every row of a kind has and no word: letters and digits are all that words are made of.
pub(super) fn kind_piece(kind: Kind) -> String {
    format!("={}=", kind_letter(kind))
}

/// Words with their kind's piece behind them, so that the rows of one kind are found among many more of others.
fn marked(letter: char, words: &str) -> String {
    format!("{words}={letter}=")
}

fn led(letter: char, words: &str) -> String {
    let mut led = String::with_capacity(words.len() * 2);
    for word in words.split(' ') {
        if !led.is_empty() {
            led.push(' ');
        }
        led.push(letter);
        led.push_str(word);
    }
    led
}

/// Both indexes anew, from the rows.
pub(crate) fn build(writer: &Writer<'_>) -> Result<(), StoreError> {
    writer.execute("INSERT INTO word(word) VALUES('delete-all')", [])?;
    writer.execute("INSERT INTO piece(piece) VALUES('delete-all')", [])?;
    let mut statement = writer.connection.prepare("SELECT key, kind, words FROM list WHERE words IS NOT NULL ORDER BY key")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (key, kind, text): (i64, i64, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let letter = kind_letter(codes::kind(kind)?);
        writer.execute("INSERT INTO word(rowid, text) VALUES(?1, ?2)", (key, led(letter, &text)))?;
        writer.execute("INSERT INTO piece(rowid, text) VALUES(?1, ?2)", (key, marked(letter, &text)))?;
    }
    crate::store::lock(&writer.memory.dictionary).forget();
    Ok(())
}

/// How many terms stand in another number of rows than they should, in either index.
pub(crate) fn differing_terms(reader: &Reader<'_>) -> Result<usize, StoreError> {
    let mut words: HashMap<String, i64> = HashMap::new();
    let mut pieces: HashMap<String, i64> = HashMap::new();
    let mut statement = reader.connection.prepare("SELECT kind, words FROM list WHERE words IS NOT NULL")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (kind, text): (i64, String) = (row.get(0)?, row.get(1)?);
        let letter = kind_letter(codes::kind(kind)?);
        let led = led(letter, &text);
        for word in led.split(' ').collect::<BTreeSet<_>>() {
            *words.entry(word.to_owned()).or_default() += 1;
        }
        let letters: Vec<char> = marked(letter, &text).chars().collect();
        for piece in letters.windows(3).collect::<BTreeSet<_>>() {
            *pieces.entry(piece.iter().collect()).or_default() += 1;
        }
    }
    let mut wrong = 0;
    for (sql, mut expected) in [("SELECT term, doc FROM words_known", words), ("SELECT term, doc FROM pieces_known", pieces)] {
        let mut statement = reader.connection.prepare(sql)?;
        let mut terms = statement.query([])?;
        while let Some(row) = terms.next()? {
            let (term, rows): (String, i64) = (row.get(0)?, row.get(1)?);
            wrong += usize::from(expected.remove(&term) != Some(rows));
        }
        wrong += expected.len();
    }
    Ok(wrong)
}

/// A document's number is found by its beginning, by its digits, and by its digits without leading zeros.
pub(crate) fn codes_of_number(number: &str) -> Vec<String> {
    let mut codes = vec![normalise::code(number)];
    for run in number.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty()) {
        codes.push(run.chars().take(64).collect());
        codes.push(run.trim_start_matches('0').chars().take(64).collect());
    }
    codes.retain(|code| !code.is_empty());
    codes.sort();
    codes.dedup();
    codes
}
