//! The words that search knows, in memory, for when nothing was found: the nearest ones within one slip (two in long
//! words), counting swapped neighbours as one.

/// More words than this are not kept: the rarest have the least to lose.
const MOST_WORDS: usize = 400_000;
const SHORTEST_WORD: usize = 4;
/// From this length on a word may have two slips.
const LONG_WORD: usize = 8;
const MOST_SUGGESTIONS: usize = 5;

/// Empty until first needed; filled from the index, then kept up with by the words of each commit.
#[derive(Default)]
pub(crate) struct Dictionary {
    filled: bool,
    /// All words, one after another.
    text: String,
    entries: Vec<Entry>,
}

struct Entry {
    start: u32,
    bytes: u8,
    letters: u8,
    /// One bit a letter (by its code, modulo 32): words that share too few letters are not compared.
    signature: u32,
}

impl Dictionary {
    pub(crate) const fn is_filled(&self) -> bool {
        self.filled
    }

    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }

    pub(crate) fn fill(&mut self, words: impl Iterator<Item = String>) {
        self.forget();
        for word in words {
            self.add(&word);
        }
        self.filled = true;
    }

    /// Words of records that were just saved. A word that is there already does no harm twice.
    pub(crate) fn learn(&mut self, words: Vec<String>) {
        if self.filled {
            for word in words {
                self.add(&word);
            }
        }
    }

    fn add(&mut self, word: &str) {
        let letters = word.chars().count();
        let (Ok(start), Ok(bytes), Ok(letters)) =
            (u32::try_from(self.text.len()), u8::try_from(word.len()), u8::try_from(letters))
        else {
            return;
        };
        if usize::from(letters) < SHORTEST_WORD
            || self.entries.len() >= MOST_WORDS
            || word.bytes().all(|byte| byte.is_ascii_digit())
        {
            return;
        }
        self.text.push_str(word);
        self.entries.push(Entry { start, bytes, letters, signature: signature(word) });
    }

    /// Known words near `typed`, the nearest first. As the last word of a query may be unfinished, the beginnings of
    /// longer words count too.
    pub(crate) fn near(&self, typed: &str) -> Vec<String> {
        let wanted: Vec<char> = typed.chars().collect();
        if wanted.len() < SHORTEST_WORD {
            return Vec::new();
        }
        let slips = if wanted.len() >= LONG_WORD { 2 } else { 1 };
        let mine = signature(typed);
        let mut found: Vec<(usize, &str)> = Vec::new();
        let mut letters = Vec::with_capacity(32);
        let mut rows = Rows::default();
        for entry in &self.entries {
            // Each slip hides at most one letter of mine that the word lacks.
            if usize::from(entry.letters) + slips < wanted.len() || (mine & !entry.signature).count_ones() as usize > slips {
                continue;
            }
            let start = entry.start as usize;
            let word = &self.text[start..start + usize::from(entry.bytes)];
            letters.clear();
            // What stands further behind can be neither meant nor begun.
            letters.extend(word.chars().take(wanted.len() + slips));
            let Some(far) = rows.fill(&wanted, &letters, slips) else { continue };
            let near = |letters: usize| far.get(letters).copied().filter(|far| *far <= slips);
            let whole = near(usize::from(entry.letters)).map(|slips| slips * 2);
            let beginning = near(wanted.len()).filter(|_| usize::from(entry.letters) > wanted.len()).map(|slips| slips * 2 + 1);
            if let Some(far) = [whole, beginning].into_iter().flatten().min() {
                found.push((far, word));
            }
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().take(MOST_SUGGESTIONS).map(|(_, word)| word.to_owned()).collect()
    }
}

fn signature(word: &str) -> u32 {
    word.chars().fold(0, |bits, letter| bits | 1 << (u32::from(letter) % 32))
}

/// Three rows of the table of slips, kept from word to word.
#[derive(Default)]
struct Rows {
    before_last: Vec<usize>,
    last: Vec<usize>,
    row: Vec<usize>,
}

impl Rows {
    /// Slips (wrong, missing, extra letter, swapped neighbours) between `a` and each beginning of `b`, by its length; none
    /// when all have more than `most`.
    fn fill(&mut self, a: &[char], b: &[char], most: usize) -> Option<&[usize]> {
        self.last.clear();
        self.last.extend(0..=b.len());
        for (i, x) in a.iter().enumerate() {
            self.row.clear();
            self.row.push(i + 1);
            let mut least = i + 1;
            let mut left = i + 1;
            for (j, y) in b.iter().enumerate() {
                let mut best = (self.last[j] + usize::from(x != y)).min(self.last[j + 1] + 1).min(left + 1);
                if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                    best = best.min(self.before_last[j - 1] + 1);
                }
                self.row.push(best);
                left = best;
                least = least.min(best);
            }
            if least > most {
                return None;
            }
            std::mem::swap(&mut self.before_last, &mut self.last);
            std::mem::swap(&mut self.last, &mut self.row);
        }
        Some(&self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_forgiven() {
        let mut dictionary = Dictionary::default();
        dictionary.fill(["агроснаб", "заокский", "колос", "машиностроение", "5440"].into_iter().map(str::to_owned));
        for (typed, meant) in [
            ("агросннаб", "агроснаб"),
            ("агрсонаб", "агроснаб"),
            ("колас", "колос"),
            ("колс", "колос"),
            ("машнностр", "машиностроение"),
        ] {
            assert_eq!(dictionary.near(typed).first().map(String::as_str), Some(meant), "{typed}");
        }
        assert!(dictionary.near("бетон").is_empty());
        assert!(dictionary.near("кол").is_empty());
    }

    #[test]
    fn distance_counts_slips() {
        let slips = |a: &str, b: &str, most| {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let mut rows = Rows::default();
            rows.fill(&a, &b, most).map(|far| far[b.len()]).filter(|far| *far <= most)
        };
        assert_eq!(slips("колос", "колос", 2), Some(0));
        assert_eq!(slips("кслоо", "колос", 2), Some(2));
        assert_eq!(slips("оклос", "колос", 1), Some(1));
        assert_eq!(slips("", "аб", 2), Some(2));
        assert_eq!(slips("колос", "сокол", 2), None);
    }
}
