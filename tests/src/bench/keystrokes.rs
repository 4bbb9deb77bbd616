//! Typing into search, letter by letter, beside `LIKE '%…%'` over the same rows.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};
use rusqlite::Connection;
use torgdom_app::Desk;
use torgdom_app::records::Kind;
use torgdom_app::store::{ListQuery, ListRow, Position};

use super::measure::Times;
use super::pages::kind_code;
use super::profiles;
use super::report::{Goal, Report, number};

const KEYSTROKE_MS: f64 = 16.0;
const TYPO_MS: f64 = 40.0;
/// Rows that the chooser under the field shows.
const SHOWN: usize = 20;
/// `LIKE` is given no more time than this in each way.
const PATIENCE: Duration = Duration::from_secs(12);

/// A way of typing what is on a person's mind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Prefix,
    Substring,
    TaxId,
    Typo,
    Layout,
}

const WAYS: [(Way, &str, f64); 5] = [
    (Way::Prefix, "beginning of a name", KEYSTROKE_MS),
    (Way::Substring, "middle of a word", KEYSTROKE_MS),
    (Way::TaxId, "tax number", KEYSTROKE_MS),
    (Way::Typo, "a slip of the finger", TYPO_MS),
    (Way::Layout, "wrong keyboard layout", KEYSTROKE_MS),
];

/// `count` names are typed in each way.
///
/// # Errors
/// The store's.
pub fn measure(report: &mut Report, profile: &Path, count: u64) -> Result<()> {
    let desk = profiles::open(profile);
    let store = profiles::beside(profile)?;
    let names = names(&desk, count)?;
    // The first slip of the finger waits for the words to be read; the window does that before anybody types.
    let mut warming = Times::default();
    warming.take(|| warm(&desk))?;
    report.note("each keystroke is a whole search; found: the name that was meant is among the rows at the last keystroke");
    let known: i64 = store.query_row("SELECT count(*) FROM words_known", [], |row| row.get(0))?;
    report
        .figure(&format!("the {known} words known read into memory, once a start"), &format!("{} ms", number(warming.wall(50))));
    for (way, what, most) in WAYS {
        for (place, kind) in [("counterparties", "counterparty"), ("everything", "")] {
            let typed = type_all(&desk, &names, way, kind)?;
            let title = format!("{what}, {place}, p99");
            report.goal(&title, typed.times.wall(99), " ms", Goal::AtMost(most));
            let detail = format!(
                "p50 {} worst {} ms, processor p99 {}, {} keystrokes, found {} of {}",
                number(typed.times.wall(50)),
                number(typed.times.wall(100)),
                number(typed.times.cpu(99)),
                typed.times.count(),
                typed.found,
                typed.names
            );
            report.figure("", &detail);
        }
        let like = like_all(&store, &names, way)?;
        let detail = format!("p50 {} p99 {} ms, {} keystrokes", number(like.wall(50)), number(like.wall(99)), like.count());
        report.figure("  LIKE '%…%' over the counterparties", &detail);
    }
    filters(report, &desk, &names)
}

/// The field above a list: the list itself is filtered by each keystroke.
fn filters(report: &mut Report, desk: &Desk, names: &[Name]) -> Result<()> {
    for kind in [Kind::Counterparty, Kind::Invoice] {
        let mut times = Times::default();
        for name in names.iter().take(20) {
            for text in keystrokes(name, Way::Prefix) {
                let query = ListQuery { text, ..desk.query(kind) };
                times.take(|| desk.rows(&query)).map_err(|failure| anyhow!("{failure:?}"))?;
            }
        }
        let what = format!("list of the kind {kind} filtered by a name, p99");
        report.goal(&what, times.wall(99), " ms", Goal::AtMost(KEYSTROKE_MS));
        let (p50, worst, cpu) = (times.wall(50), times.wall(100), times.cpu(99));
        report.figure("", &format!("p50 {} worst {} ms, processor p99 {}", number(p50), number(worst), number(cpu)));
    }
    Ok(())
}

fn warm(desk: &Desk) -> Result<()> {
    let store = desk.store().map_err(|failure| anyhow!("{failure:?}"))?;
    store.read(|reader| reader.warm_search())?;
    Ok(())
}

/// A name that somebody looks for.
struct Name {
    /// The telling word of it, as written.
    word: String,
    tax_id: String,
}

/// Names from all over the alphabet.
fn names(desk: &Desk, count: u64) -> Result<Vec<Name>> {
    let page = |offset| -> Result<torgdom_app::store::ListPage> {
        let query = ListQuery { position: Position::Offset(offset), limit: 1, ..desk.query(Kind::Counterparty) };
        desk.rows(&query).map_err(|failure| anyhow!("{failure:?}"))
    };
    let total = page(0)?.total;
    let mut names = Vec::new();
    for n in 0..count {
        if let Some(row) = page(total * n / count)?.rows.pop()
            && let Some(word) = telling_word(&row)
        {
            names.push(Name { word, tax_id: row.tax_id });
        }
    }
    Ok(names)
}

/// «ООО «Агроснаб-Заречье»» → «Агроснаб».
fn telling_word(row: &ListRow) -> Option<String> {
    row.name.split(|letter: char| !letter.is_alphabetic()).find(|word| word.chars().count() > 4).map(str::to_owned)
}

/// The texts in the field after each keystroke that is measured.
fn keystrokes(name: &Name, way: Way) -> Vec<String> {
    let grow = |text: &str, from: usize| -> Vec<String> {
        let letters: Vec<char> = text.chars().collect();
        (from..=letters.len()).map(|count| letters[..count].iter().collect()).collect()
    };
    match way {
        Way::Prefix => grow(&name.word, 1),
        Way::Substring => {
            let inside: String = name.word.chars().skip(2).collect();
            grow(&inside, 1)
        }
        Way::TaxId => grow(&name.tax_id, 1),
        Way::Typo => {
            let mut letters: Vec<char> = name.word.chars().collect();
            letters.swap(2, 3);
            if letters[2] == letters[3] {
                letters[3] = 'ъ';
            }
            let text: String = letters.into_iter().collect();
            grow(&text, 4)
        }
        Way::Layout => grow(&name.word.to_lowercase().chars().map(latin_key).collect::<String>(), 1),
    }
}

/// The Latin letter on the key of a Russian one.
fn latin_key(letter: char) -> char {
    let (russian, latin) = ("ёйцукенгшщзхъфывапролджэячсмитьбю", "`qwertyuiop[]asdfghjkl;'zxcvbnm,.");
    russian.chars().zip(latin.chars()).find(|(key, _)| *key == letter).map_or(letter, |(_, key)| key)
}

struct Typed {
    times: Times,
    names: usize,
    found: usize,
}

fn type_all(desk: &Desk, names: &[Name], way: Way, kind: &str) -> Result<Typed> {
    let mut typed = Typed { times: Times::default(), names: 0, found: 0 };
    for name in names {
        let mut found = false;
        for text in keystrokes(name, way) {
            let rows = typed.times.take(|| desk.search(&text, kind, SHOWN, "", "")).map_err(|failure| anyhow!("{failure:?}"))?;
            let word = name.word.to_lowercase();
            found = rows.iter().any(|hit| match way {
                Way::TaxId => hit.row.tax_id == name.tax_id,
                _ => hit.row.name.to_lowercase().contains(&word),
            });
        }
        typed.names += 1;
        typed.found += usize::from(found);
    }
    Ok(typed)
}

/// The same texts, as a program asks that has no index for them.
fn like_all(store: &Connection, names: &[Name], way: Way) -> Result<Times> {
    let column = if way == Way::TaxId { "tax_id" } else { "name" };
    let sql = format!(
        "SELECT key FROM list WHERE kind = {} AND {column} LIKE '%' || ?1 || '%' LIMIT 200",
        kind_code(Kind::Counterparty)
    );
    let mut statement = store.prepare(&sql)?;
    let mut times = Times::default();
    let began = Instant::now();
    for name in names {
        for text in keystrokes(name, way) {
            if began.elapsed() > PATIENCE {
                return Ok(times);
            }
            times.take(|| -> Result<usize> { Ok(statement.query_map([&text], |row| row.get::<_, i64>(0))?.count()) })?;
        }
    }
    Ok(times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_typed_letter_by_letter() {
        let name = Name { word: "Ёлка".to_owned(), tax_id: "190".to_owned() };
        let typed = |way| keystrokes(&name, way);
        assert_eq!(typed(Way::Prefix), ["Ё", "Ёл", "Ёлк", "Ёлка"]);
        assert_eq!(typed(Way::Substring), ["к", "ка"]);
        assert_eq!(typed(Way::TaxId), ["1", "19", "190"]);
        assert_eq!(typed(Way::Typo), ["Ёлак"]);
        assert_eq!(typed(Way::Layout), ["`", "`k", "`kr", "`krf"]);
    }
}
