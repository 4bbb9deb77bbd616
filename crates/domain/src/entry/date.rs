//! Dates as people type them: `22`, `2211`, `221126`, `22.11`, `22.11.2026`, `2026-11-22`, `+7`, `.`, «завтра»,
//! «22 ноября 2026 г.».
//!
//! The day comes first, the year may be left out, a year of two digits lies within fifty years of today. What lacks a
//! clear place for day and month (`221`) is refused.

use chrono::{Datelike, Days, NaiveDate};

use super::{EntryProblem, is_minus, is_space, trimmed};

/// Days that `+n` and `-n` reach.
const MAX_OFFSET: u64 = 36_500;
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Words for days near today, in lower case with «е» for «ё»; the number is the distance in days.
const WORDS: [(&str, i64); 15] = [
    ("сегодня", 0),
    ("завтра", 1),
    ("послезавтра", 2),
    ("вчера", -1),
    ("позавчера", -2),
    ("сення", 0),
    ("сеньня", 0),
    ("заўтра", 1),
    ("паслязаўтра", 2),
    ("учора", -1),
    ("ўчора", -1),
    ("пазаўчора", -2),
    ("today", 0),
    ("tomorrow", 1),
    ("yesterday", -1),
];

/// The day that was meant, seen from `today`.
///
/// # Errors
/// `impossible_date` (31.02), `date_ambiguous` (three or five digits), `date_out_of_range` (a year outside 1900 to
/// 2100), `date_unreadable`; `entry_empty`, `entry_too_long`.
pub fn date(text: &str, today: NaiveDate) -> Result<NaiveDate, EntryProblem> {
    let (chars, start) = trimmed(text)?;
    let refused = |code: &'static str| EntryProblem::new(code, start);
    if chars == ['.'] {
        return Ok(today);
    }
    let word: String = chars.iter().flat_map(|c| c.to_lowercase()).map(|c| if c == 'ё' { 'е' } else { c }).collect();
    if let Some((_, days)) = WORDS.iter().find(|(known, _)| *known == word) {
        return moved(today, *days).ok_or(refused("date_out_of_range"));
    }
    if chars[0] == '+' || is_minus(chars[0]) {
        return offset(&chars, today).map_err(refused);
    }
    let chars = with_month_number(chars);
    let parts = parts(&chars).map_err(|place| EntryProblem::new("date_unreadable", start + place))?;
    let (year, month, day) = match parts.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [digits] => from_digits(digits, today).map_err(refused)?,
        [day, month] if day.len() <= 2 => (today.year(), two(month).map_err(refused)?, two(day).map_err(refused)?),
        [year, month, day] if year.len() == 4 => (four(year), two(month).map_err(refused)?, two(day).map_err(refused)?),
        [day, month, year] => {
            let year = year_of(year, today).map_err(refused)?;
            (year, two(month).map_err(refused)?, two(day).map_err(refused)?)
        }
        _ => return Err(refused("date_unreadable")),
    };
    if !YEARS.contains(&year) {
        return Err(refused("date_out_of_range"));
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(refused("impossible_date"))
}

fn moved(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    let size = Days::new(days.unsigned_abs());
    if days < 0 { today.checked_sub_days(size) } else { today.checked_add_days(size) }
}

/// `+7`, `-3`: days from today.
fn offset(chars: &[char], today: NaiveDate) -> Result<NaiveDate, &'static str> {
    let digits: String = chars[1..].iter().skip_while(|c| is_space(**c)).collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("date_unreadable");
    }
    let days: u64 = digits.parse().ok().filter(|days| *days <= MAX_OFFSET).ok_or("date_out_of_range")?;
    let days = i64::try_from(days).map_err(|_| "date_out_of_range")?;
    moved(today, if chars[0] == '+' { days } else { -days }).ok_or("date_out_of_range")
}

/// Groups of digits between equal separators; a closing point and «г.» are left out. The error is a place.
fn parts(chars: &[char]) -> Result<Vec<String>, usize> {
    let end = without_year_word(chars);
    let mut parts = vec![String::new()];
    let mut separator = None;
    for (place, &c) in chars[..end].iter().enumerate() {
        let kind = match c {
            c if c.is_ascii_digit() => {
                parts.last_mut().expect("begins with one part").push(c);
                continue;
            }
            c if is_space(c) => ' ',
            c if is_minus(c) => '-',
            '.' | '/' | ',' => c,
            _ => return Err(place),
        };
        let fits = separator.is_none_or(|known| known == kind) && parts.last().is_some_and(|part| !part.is_empty());
        if !fits {
            return Err(place);
        }
        separator = Some(kind);
        parts.push(String::new());
    }
    if parts.len() > 1 && parts.last().is_some_and(String::is_empty) {
        if separator != Some('.') {
            return Err(end - 1);
        }
        parts.pop();
    }
    Ok(parts)
}

/// Beginnings of the months' names in Russian, Belarusian and English; three letters tell them apart.
const MONTHS: [&[&str]; 12] = [
    &["янв", "сту", "jan"],
    &["фев", "лют", "feb"],
    &["мар", "сак", "mar"],
    &["апр", "кра", "apr"],
    &["мая", "май", "may", "тра"],
    &["июн", "чэр", "jun"],
    &["июл", "ліп", "jul"],
    &["авг", "жні", "aug"],
    &["сен", "вер", "sep"],
    &["окт", "кас", "oct"],
    &["ноя", "ліс", "nov"],
    &["дек", "сне", "сьн", "dec"],
];

/// «22 ноября 2026» as `22 11 2026`; anything else as it was.
fn with_month_number(chars: Vec<char>) -> Vec<char> {
    let Some(start) = chars.iter().position(|c| c.is_alphabetic()) else { return chars };
    let end = chars[start..].iter().position(|c| !c.is_alphabetic()).map_or(chars.len(), |length| start + length);
    let behind_a_day = start >= 2 && is_space(chars[start - 1]) && chars[..start - 1].iter().all(char::is_ascii_digit);
    if !behind_a_day || end - start < 3 || end - start > 10 {
        return chars;
    }
    let name: String = chars[start..end].iter().flat_map(|c| c.to_lowercase()).collect();
    let month = MONTHS.iter().position(|names| names.iter().any(|known| name.starts_with(known)));
    match month {
        Some(index) => {
            let number = format!("{:02}", index + 1);
            chars[..start].iter().copied().chain(number.chars()).chain(chars[end..].iter().copied()).collect()
        }
        None => chars,
    }
}

/// Length without « г.», « года» behind the digits.
fn without_year_word(chars: &[char]) -> usize {
    for word in [" г.", " г", " года", "г.", "г"] {
        let word: Vec<char> = word.chars().collect();
        let plain: Vec<char> = chars.iter().map(|c| if is_space(*c) { ' ' } else { *c }).collect();
        if plain.ends_with(&word) {
            return chars.len() - word.len();
        }
    }
    chars.len()
}

/// Digits without separators: day; day and month; day, month and year.
fn from_digits(digits: &str, today: NaiveDate) -> Result<(i32, u32, u32), &'static str> {
    match digits.len() {
        0 => Err("date_unreadable"),
        1 | 2 => Ok((today.year(), today.month(), two(digits)?)),
        4 => Ok((today.year(), two(&digits[2..])?, two(&digits[..2])?)),
        6 | 8 => Ok((year_of(&digits[4..], today)?, two(&digits[2..4])?, two(&digits[..2])?)),
        3 | 5 | 7 => Err("date_ambiguous"),
        _ => Err("date_unreadable"),
    }
}

fn two(digits: &str) -> Result<u32, &'static str> {
    if digits.is_empty() || digits.len() > 2 { Err("date_unreadable") } else { digits.parse().map_err(|_| "date_unreadable") }
}

/// Four digits, read by [`parts`].
fn four(digits: &str) -> i32 {
    digits.parse().unwrap_or_default()
}

fn year_of(digits: &str, today: NaiveDate) -> Result<i32, &'static str> {
    match digits.len() {
        4 => Ok(four(digits)),
        2 => {
            let short: i32 = digits.parse().map_err(|_| "date_unreadable")?;
            let near = today.year() - today.year().rem_euclid(100) + short;
            let shift = if near > today.year() + 49 {
                -100
            } else if near < today.year() - 50 {
                100
            } else {
                0
            };
            Ok(near + shift)
        }
        _ => Err("date_unreadable"),
    }
}
