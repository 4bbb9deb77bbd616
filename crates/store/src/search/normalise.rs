//! One form for what is stored and what is typed.
//!
//! Lower case, ё as е, marks and quotes gone, Latin letters that look Cyrillic taken for Cyrillic ones (on both sides,
//! so Latin words are found too), letters and digits apart, joined words both whole and in parts, legal forms left out.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Longest text of a record that search looks at, in characters.
const MOST_CHARACTERS: usize = 2_000;
/// Longest word; the rest of a longer one is cut off on both sides alike.
const LONGEST_WORD: usize = 32;
/// Most words of a query: each costs a look-up.
const MOST_QUERY_WORDS: usize = 12;

/// Legal forms of the trade's countries: they say nothing about whom one looks for.
const LEGAL_FORMS: &[&str] = &[
    "ООО", "ОАО", "ЗАО", "ПАО", "АО", "НАО", "ОДО", "ИП", "ЧП", "УП", "ЧУП", "ЧТУП", "ЧПУП", "ЧУТП", "РУП", "КУП", "КПУП",
    "СООО", "ИООО", "СП", "СПК", "ТОО", "ФГУП", "МУП", "ГУП", "ГУ", "ГП", "ААТ", "ТАА", "ЗАТ", "ПУП", "LLC", "Ltd", "GmbH",
    "Inc", "JSC",
];

static FOLDED_FORMS: LazyLock<HashSet<String>> = LazyLock::new(|| LEGAL_FORMS.iter().map(|form| fold_word(form)).collect());

/// Words of an index entry, each once, separated by spaces.
pub(crate) fn index_words(texts: &[&str]) -> String {
    let mut words: Vec<String> = Vec::new();
    for text in texts {
        let found = split(text);
        let (first, last) = (0, found.len().saturating_sub(1));
        for (place, word) in found.iter().enumerate() {
            // At the ends of a name only: inside it the same letters may be a word.
            let is_form = (place == first || place == last) && found.len() > 1 && is_legal_form(&word.whole);
            if is_form {
                continue;
            }
            for piece in word.all() {
                if !words.contains(piece) {
                    words.push(piece.clone());
                }
            }
        }
    }
    words.join(" ")
}

/// Words of a query, in the order typed; the last one may be unfinished.
pub(crate) fn query_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> =
        split(text).into_iter().flat_map(|word| if word.parts.is_empty() { vec![word.whole] } else { word.parts }).collect();
    words.truncate(MOST_QUERY_WORDS);
    words
}

pub(crate) fn is_legal_form(word: &str) -> bool {
    FOLDED_FORMS.contains(word)
}

/// A number or an identifier: letters and digits only, folded.
pub(crate) fn code(text: &str) -> String {
    folded(text).filter(|letter| letter.is_alphanumeric()).take(64).collect()
}

struct Word {
    whole: String,
    /// What a joined word is made of: `АгроСнаб`, `МАЗ5440`; empty when it is of one piece.
    parts: Vec<String>,
}

impl Word {
    fn all(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.whole).chain(&self.parts)
    }
}

fn split(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut run = String::new();
    // A space at the end closes the last word.
    for letter in composed(text).take(MOST_CHARACTERS).chain(std::iter::once(' ')) {
        if letter.is_alphanumeric() {
            run.push(letter);
        } else if matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\'' | '’' | 'ʼ' | '`') {
            // Soft hyphens, zero-width spaces and apostrophes stand inside words.
        } else if !run.is_empty() {
            words.push(word(&run));
            run.clear();
        }
    }
    words.retain(|word| !word.whole.is_empty());
    words
}

/// Cuts `АгроСнаб` and `МАЗ5440` where a capital follows a small letter, and between letters and digits.
fn word(run: &str) -> Word {
    let mut parts: Vec<String> = Vec::new();
    let mut part = String::new();
    let mut before: Option<char> = None;
    for letter in run.chars() {
        let cut = before
            .is_some_and(|before| before.is_numeric() != letter.is_numeric() || (before.is_lowercase() && letter.is_uppercase()));
        if cut {
            parts.push(fold_word(&part));
            part.clear();
        }
        part.push(letter);
        before = Some(letter);
    }
    parts.push(fold_word(&part));
    if parts.len() == 1 {
        return Word { whole: parts.remove(0), parts };
    }
    Word { whole: fold_word(run), parts }
}

fn fold_word(text: &str) -> String {
    folded(text).take(LONGEST_WORD).collect()
}

fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    composed(text).flat_map(char::to_lowercase).map(look)
}

/// й and ё as single letters, whatever system the text came from; other combining marks are dropped.
fn composed(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut letters = text.chars().peekable();
    std::iter::from_fn(move || {
        let letter = letters.next()?;
        let mut composed = letter;
        while let Some(mark) = letters.next_if(|next| ('\u{300}'..='\u{36f}').contains(next)) {
            composed = match (composed, mark) {
                ('и', '\u{306}') => 'й',
                ('И', '\u{306}') => 'Й',
                ('у', '\u{306}') => 'ў',
                ('У', '\u{306}') => 'Ў',
                (other, _) => other,
            };
        }
        // № is a mark, not a letter, although it counts as neither punctuation nor space.
        Some(if composed == '№' { ' ' } else { composed })
    })
}

/// Letters that look alike, in either alphabet, become one.
const fn look(letter: char) -> char {
    match letter {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' | 'ё' => 'е',
        'h' => 'н',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' | 'ў' => 'у',
        'і' => 'i',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_words() {
        for (name, words) in [
            ("ООО «Агроснаб-Заокский»", "агроснаб заокский"),
            ("ОАО «МАЗ» — управляющая компания холдинга", "маз управляющая компания холдинга"),
            ("СООО «Ёлка №5»", "елка 5"),
            ("АгроСнаб ООО", "агроснаб агро снаб"),
            ("МАЗ5440", "маз5440 маз 5440"),
            ("ООО", "ооо"),
            ("", ""),
            ("😀 \u{1}", ""),
            ("Аб'ект Мінск", "авект минск"),
        ] {
            let expected = words.replace("авект", "абект").replace("минск", "мiнск");
            assert_eq!(index_words(&[name]), expected, "{name}");
        }
    }

    #[test]
    fn look_alikes_are_one() {
        // Typed with Latin C, A, T, O.
        assert_eq!(query_words("CATO"), query_words("САТО"));
        assert_eq!(query_words("Bosch"), query_words("bosch"));
        assert_eq!(code("MA1953684"), code("МА1953684"));
        assert_eq!(code("№ ЗМ-001/7"), "зм0017");
    }

    #[test]
    fn letters_of_two_pieces_are_one() {
        assert_eq!(query_words("Бои\u{306}ко Е\u{308}ж"), query_words("Бойко Ёж"));
    }

    #[test]
    fn legal_forms_are_known_in_any_spelling() {
        for form in ["ооо", "OOO", "ltd", "GMBH", "ооо"] {
            assert!(is_legal_form(&fold_word(form)), "{form}");
        }
        assert!(!is_legal_form("маз"));
    }

    #[test]
    fn long_texts_are_bounded() {
        let words = index_words(&[&"слово".repeat(1_000_000), &"а б ".repeat(1_000_000)]);
        assert!(words.len() < 10_000);
        assert!(query_words(&"а ".repeat(1000)).len() <= MOST_QUERY_WORDS);
    }
}
