//! Sort keys: bytes that compare as people sort. Made from the record alone, so that they are the same on every desk.

use chrono::{Datelike as _, NaiveDate};

/// The Russian alphabet with the Belarusian letters beside their nearest kin; ё has its own place after е.
const CYRILLIC: &str = "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя";
/// Longest name, in letters, that takes part in sorting.
const MOST_LETTERS: usize = 160;
const SPACE: u8 = 0x02;
const DIGITS: u8 = 0x10;
const FIRST_CYRILLIC: u8 = 0x30;
const FIRST_LATIN: u8 = 0x70;
const OTHER: u8 = 0xe0;
const END: u8 = 0x00;

/// Names from А to Я, then A to Z: case, quotes and the kind of space or hyphen do not count.
pub(crate) fn by_name(name: &str, id: &str) -> Vec<u8> {
    let mut key = letters(name);
    key.push(END);
    push_id(&mut key, id);
    key
}

/// Newest first: date, then number, both falling; then id. Without a date (a draft just begun) above all.
pub(crate) fn by_date(date: Option<i64>, number: &str, id: &str) -> Vec<u8> {
    let day = date.and_then(|day| u32::try_from(day).ok()).unwrap_or(u32::MAX);
    let mut key: Vec<u8> = (!day).to_be_bytes().to_vec();
    key.extend(by_number(number).into_iter().map(|byte| !byte));
    key.push(!END);
    push_id(&mut key, id);
    key
}

/// `ЗМ-9` before `ЗМ-10`: runs of digits count as numbers.
pub(crate) fn by_number(number: &str) -> Vec<u8> {
    /// A run of n digits begins with this + n, below any letter.
    const RUN: u8 = 0x02;
    const LONGEST_RUN: usize = 0x1d;
    let mut key = Vec::with_capacity(number.len() + 4);
    let mut rest: &str = &number.to_lowercase();
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            let digits = run.trim_start_matches('0');
            let length = u8::try_from(digits.len().min(LONGEST_RUN)).expect("at most 29");
            key.push(RUN + length);
            key.extend_from_slice(digits.as_bytes());
            rest = after;
        } else {
            if !first.is_whitespace() && !first.is_control() {
                let mut buffer = [0; 4];
                key.extend_from_slice(first.encode_utf8(&mut buffer).as_bytes());
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    key
}

/// `yyyymmdd`, which sorts as the day does.
pub(crate) fn day(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

pub(crate) fn date(day: i64) -> Option<NaiveDate> {
    let part = |value: i64| u32::try_from(value).ok();
    NaiveDate::from_ymd_opt(i32::try_from(day / 10_000).ok()?, part(day / 100 % 100)?, part(day % 100)?)
}

fn letters(name: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase).take(MOST_LETTERS) {
        match letter {
            '«' | '»' | '"' | '„' | '“' | '”' | '\'' | '’' | '`' => {}
            '0'..='9' => key.push(DIGITS + letter as u8 - b'0'),
            'a'..='z' => key.push(FIRST_LATIN + letter as u8 - b'a'),
            _ if letter.is_alphanumeric() => match CYRILLIC.chars().position(|known| known == letter) {
                Some(place) => key.push(FIRST_CYRILLIC + u8::try_from(place).expect("38 letters")),
                None => {
                    key.push(OTHER);
                    let mut buffer = [0; 4];
                    key.extend_from_slice(letter.encode_utf8(&mut buffer).as_bytes());
                }
            },
            _ if key.last().is_none_or(|last| *last == SPACE) => {}
            _ => key.push(SPACE),
        }
    }
    if key.last() == Some(&SPACE) {
        key.pop();
    }
    key
}

/// 16 bytes for a UUID, the text for any other id.
fn push_id(key: &mut Vec<u8>, id: &str) {
    match uuid::Uuid::try_parse(id) {
        Ok(uuid) if id.len() == 36 => key.extend_from_slice(uuid.as_bytes()),
        _ => key.extend_from_slice(id.as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_as_in_russian() {
        let sorted = [
            "",
            "1С-Софт",
            "Ель",
            "Ёлка",
            "Жук",
            "Йод",
            "ООО «Агро»",
            "ООО Альфа",
            "«Ромашка»",
            "Ромашка-2",
            "ромашкино",
            "Эра",
            "Ярд",
            "Acme",
            "zeta",
        ];
        for pair in sorted.windows(2) {
            assert!(by_name(pair[0], "a") < by_name(pair[1], "a"), "{} < {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn numbers_sort_as_numbers() {
        for pair in ["", "9", "10", "010/1", "ЗМ-9", "ЗМ-000010", "ЗМ-100", "ЗМ-100/2"].windows(2) {
            assert!(by_number(pair[0]) < by_number(pair[1]), "{} < {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn newest_first_and_undated_on_top() {
        let keys =
            [(None, ""), (Some(20_260_102), "2"), (Some(20_260_101), "10"), (Some(20_260_101), "9"), (Some(20_260_101), "")];
        for pair in keys.windows(2) {
            assert!(by_date(pair[0].0, pair[0].1, "a") < by_date(pair[1].0, pair[1].1, "a"), "{pair:?}");
        }
        assert!(by_date(None, "1", "a") < by_date(None, "1", "b"));
    }

    #[test]
    fn days() {
        let date_ = NaiveDate::from_ymd_opt(2026, 2, 28).expect("a day");
        assert_eq!(day(date_), 20_260_228);
        assert_eq!(date(20_260_228), Some(date_));
        assert_eq!(date(20_260_231), None);
    }
}
