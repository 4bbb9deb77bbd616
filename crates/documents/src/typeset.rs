//! Measures text and breaks it into lines. Pure: widths come from the fonts' advances, nothing is drawn here.
//!
//! A line may break at a space; a word that is wider than the line breaks after `-` and `/`, and where even that does
//! not help, anywhere. No-break spaces and hyphens hold.

use crate::fonts::{self, Weight};
use crate::page::{Command, Ink, POINT};

/// A piece of text in one weight and ink.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub weight: Weight,
    pub ink: Ink,
}

impl Span {
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Bold, ..Self::default() }
    }

    #[must_use]
    pub fn label(text: impl Into<String>) -> Self {
        Self { text: text.into(), ink: Ink::Dark, ..Self::default() }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Left,
    Right,
}

/// A line of text: its spans and its width in millimetres.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    pub spans: Vec<Span>,
    pub width: f64,
}

/// From this width on, millimetres, abbreviations and prepositions stay with their word.
const POLITE_FROM: f64 = 25.0;

/// Width of a text in millimetres at `size` points.
#[must_use]
pub fn width(text: &str, weight: Weight, size: f64) -> f64 {
    millimetres(text.chars().map(|character| u32::from(fonts::advance(weight, character))).sum(), size)
}

fn millimetres(thousandths: u32, size: f64) -> f64 {
    f64::from(thousandths) * size / 1000.0 * POINT
}

/// A character with the span it came from and its advance.
#[derive(Clone, Copy)]
struct Letter {
    character: char,
    span: usize,
    advance: u32,
}

/// Breaks spans into lines of at most `limit` millimetres. There is always at least one line.
#[must_use]
pub fn wrap(spans: &[Span], size: f64, limit: f64) -> Vec<Line> {
    // In thousandths of the em, with a hair of tolerance for columns that were measured from this very text.
    let room = ((limit + 0.01) / (size / 1000.0 * POINT)).max(1.0) as u32;
    if let Some(line) = whole(spans, size, room) {
        return vec![line];
    }
    let letters: Vec<Letter> = spans
        .iter()
        .enumerate()
        .flat_map(|(index, span)| {
            span.text.chars().map(move |character| Letter {
                character,
                span: index,
                advance: u32::from(fonts::advance(span.weight, character)),
            })
        })
        .collect();
    // In a narrow column good manners would leave holes.
    let polite = limit > POLITE_FROM;
    let mut lines = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let end = line_end(&letters, at, room, polite);
        let mut shown = end;
        while shown > at && letters[shown - 1].character == ' ' {
            shown -= 1;
        }
        let mut line = line(&letters[at..shown], spans, size);
        // The space at the break stays in the text, outside the width: who copies or hears the text needs it.
        if let (true, Some(last)) = (shown < end, line.spans.last_mut()) {
            last.text.push(' ');
        }
        lines.push(line);
        at = end;
    }
    if lines.is_empty() {
        lines.push(Line::default());
    }
    lines
}

/// The usual case: everything fits on one line, and no space stands at its end.
fn whole(spans: &[Span], size: f64, room: u32) -> Option<Line> {
    let mut spans = spans.iter().filter(|span| !span.text.is_empty());
    if spans.clone().next_back().is_some_and(|span| span.text.ends_with(' ')) {
        return None;
    }
    let mut used = 0;
    for character in spans.clone().flat_map(|span| span.text.chars().map(|character| (span.weight, character))) {
        used += u32::from(fonts::advance(character.0, character.1));
        if used > room {
            return None;
        }
    }
    Some(Line { spans: spans.by_ref().cloned().collect(), width: millimetres(used, size) })
}

/// Where the line that begins at `start` ends; the spaces at its end belong to it.
fn line_end(letters: &[Letter], start: usize, room: u32, polite: bool) -> usize {
    let mut used = 0;
    // The last space, and the last one that holds nothing together.
    let (mut last_space, mut last_free) = (None, None);
    for (at, letter) in letters.iter().enumerate().skip(start) {
        used += letter.advance;
        if letter.character == ' ' {
            last_space = Some(at + 1);
            if !polite || !holds(letters, start, at) {
                last_free = Some(at + 1);
            }
            continue;
        }
        if used <= room {
            continue;
        }
        // This letter does not fit. Take the whole word to the next line if it has room there, and what it is held by.
        let word_end =
            letters[at..].iter().position(|letter| letter.character == ' ').map_or(letters.len(), |offset| at + offset);
        let fits = |from: usize| letters[from..word_end].iter().map(|letter| letter.advance).sum::<u32>() <= room;
        if let Some(place) = [last_free, last_space].into_iter().flatten().find(|place| fits(*place)) {
            return place;
        }
        let word = last_space.unwrap_or(start);
        let joint = (word + 1..at).rev().find(|place| breaks_after(letters, word, *place - 1));
        return match (joint, last_space) {
            (Some(joint), _) => joint,
            (None, Some(space)) => space,
            (None, None) => at.max(start + 1),
        };
    }
    letters.len()
}

/// Does the space at `at` hold its neighbours together, as good typesetting wants: after «г.», «ул.», «№», initials,
/// prepositions of one letter and within a telephone number, before an initial, «обл.» and a dash? The text itself keeps
/// its ordinary space.
fn holds(letters: &[Letter], start: usize, at: usize) -> bool {
    let is_space = |letter: &Letter| letter.character == ' ';
    let before = letters[start..at].iter().rposition(is_space).map_or(start, |space| start + space + 1);
    let after = letters[at + 1..].iter().position(is_space).map_or(letters.len(), |space| at + 1 + space);
    let next = &letters[at + 1..after];
    holds_next(bare(&letters[before..at]), bare(next)) || holds_previous(bare(next))
}

/// Without the brackets and quotes before it.
fn bare(word: &[Letter]) -> &[Letter] {
    let first = word.iter().position(|letter| !matches!(letter.character, '(' | '«' | '„' | '"' | '['));
    &word[first.unwrap_or(word.len())..]
}

fn holds_next(word: &[Letter], next: &[Letter]) -> bool {
    match word {
        [] => false,
        [only] => only.character == '№' || only.character.is_lowercase(),
        // «на 20.11.2026», «до 20-го».
        [one, two] if one.character.is_lowercase() && two.character.is_lowercase() => {
            next.first().is_some_and(|letter| letter.character.is_ascii_digit())
        }
        [plus, digits @ ..] if plus.character == '+' => digits.iter().all(|letter| letter.character.is_ascii_digit()),
        // «495) » of a telephone number.
        [digits @ .., bracket] if bracket.character == ')' => digits.iter().all(|letter| letter.character.is_ascii_digit()),
        // After «Ковальчук Е. С.» the sentence goes on; «Е. С. Ковальчук» does not.
        _ if is_initial(word) => next.first().is_some_and(|letter| letter.character.is_uppercase()),
        [.., digit] if digit.character.is_ascii_digit() => is_measure(next),
        [short @ .., stop] => stop.character == '.' && is_abbreviation(short),
    }
}

fn holds_previous(word: &[Letter]) -> bool {
    match word {
        [dash, ..] if matches!(dash.character, '—' | '–') => true,
        _ => is_initial(word) || spells(word, &["обл.", "обл.,", "вобл.", "вобл.,", "р-н", "р-н,"]),
    }
}

/// «Е.», «Е.,» and «Е.С.»
fn is_initial(word: &[Letter]) -> bool {
    let word = match word {
        [initials @ .., comma] if matches!(comma.character, ',' | ';') => initials,
        whole => whole,
    };
    let pair = |pair: &[Letter]| matches!(pair, [letter, stop] if letter.character.is_uppercase() && stop.character == '.');
    matches!(word.len(), 2 | 4) && word.chunks(2).all(pair)
}

/// What stands before a name or a number: «г.», «ул.», «д.», «стр.», and the longer ones of addresses.
fn is_abbreviation(word: &[Letter]) -> bool {
    const LONGER: [&str; 9] = ["корп", "помещ", "каб", "пом", "просп", "бульв", "буд", "бул", "офис"];
    word.len() <= 3 && word.iter().all(|letter| letter.character.is_alphabetic()) || spells(word, &LONGER)
}

/// What stands after its number: «15 кВт», «250 г,», «82,5 %».
fn is_measure(word: &[Letter]) -> bool {
    const SIGNS: [&str; 36] = [
        "мм",
        "см",
        "м",
        "км",
        "м²",
        "м³",
        "мг",
        "г",
        "кг",
        "т",
        "мл",
        "л",
        "шт",
        "В",
        "кВ",
        "А",
        "мА",
        "Вт",
        "кВт",
        "Гц",
        "кГц",
        "МГц",
        "ГГц",
        "Па",
        "кПа",
        "МПа",
        "бар",
        "об/мин",
        "л/мин",
        "м³/ч",
        "°C",
        "%",
        "‰",
        "руб",
        "коп",
        "мкм",
    ];
    let end = word.iter().rposition(|letter| !matches!(letter.character, ',' | ';' | '.' | ')' | '»')).map_or(0, |last| last + 1);
    spells(&word[..end], &SIGNS)
}

fn spells(word: &[Letter], texts: &[&str]) -> bool {
    texts.iter().any(|text| text.chars().eq(word.iter().map(|letter| letter.character)))
}

/// After a hyphen or a slash inside a word, not at its beginning.
fn breaks_after(letters: &[Letter], word: usize, place: usize) -> bool {
    place > word && matches!(letters[place].character, '-' | '/' | '–' | '—' | ',' | '.' | ';' | '_' | '\\')
}

fn line(letters: &[Letter], spans: &[Span], size: f64) -> Line {
    let mut line = Line { spans: Vec::new(), width: millimetres(letters.iter().map(|letter| letter.advance).sum(), size) };
    let mut current = None;
    for letter in letters {
        if current != Some(letter.span) {
            let span = &spans[letter.span];
            line.spans.push(Span { text: String::new(), weight: span.weight, ink: span.ink });
            current = Some(letter.span);
        }
        if let Some(span) = line.spans.last_mut() {
            span.text.push(letter.character);
        }
    }
    line
}

/// Commands that draw a line between `left` and `right` on the baseline `y`.
pub fn place(line: &Line, align: Align, left: f64, right: f64, y: f64, size: f64, into: &mut Vec<Command>) {
    let mut x = match align {
        Align::Left => left,
        Align::Right => right - line.width,
    };
    for span in &line.spans {
        into.push(Command::Text { x, y, size, weight: span.weight, ink: span.ink, text: span.text.clone() });
        x += width(&span.text, span.weight, size);
    }
}

/// The text cut with an ellipsis so that it fits.
#[must_use]
pub fn shortened(text: &str, weight: Weight, size: f64, limit: f64) -> String {
    if width(text, weight, size) <= limit {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    let mut used = width(text, weight, size) + width("…", weight, size);
    while used > limit
        && let Some(last) = kept.pop()
    {
        used -= width(last.encode_utf8(&mut [0; 4]), weight, size);
    }
    let kept: String = kept.into_iter().collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, limit: f64) -> Vec<String> {
        wrap(&[Span::plain(text)], 8.0, limit)
            .into_iter()
            .map(|line| line.spans.into_iter().map(|span| span.text).collect::<String>().trim_end_matches(' ').to_owned())
            .collect()
    }

    #[test]
    fn breaks_at_spaces_and_keeps_no_break_spaces() {
        assert_eq!(lines("Насос шестерённый правый", 22.0), ["Насос", "шестерённый", "правый"]);
        assert_eq!(lines("сумма 1\u{a0}547\u{a0}110,94 руб.", 20.0), ["сумма", "1\u{a0}547\u{a0}110,94", "руб."]);
    }

    #[test]
    fn a_measure_stays_with_its_number() {
        assert_eq!(lines("Насос консольный, 15 кВт", 27.0), ["Насос консольный,", "15 кВт"]);
        assert_eq!(lines("Масло 82,5 %, монолит", 14.0), ["Масло", "82,5 %,", "монолит"]);
        assert_eq!(lines("партия 7 Минск", 16.0), ["партия 7", "Минск"]);
    }

    #[test]
    fn an_abbreviation_stays_with_its_word() {
        assert_eq!(lines("115088, Российская Федерация, г. Москва", 50.0), ["115088, Российская Федерация,", "г. Москва"]);
        for limit in 41..80 {
            let broken = lines("в том числе сумма налога — 12,00, без налога — 10,00", f64::from(limit));
            assert!(broken.iter().all(|line| !line.starts_with('—')), "{broken:?}");
        }
    }

    /// At each width: none of these pairs is ever parted where a line has room for the two.
    #[test]
    fn what_belongs_together_is_not_parted() {
        let text = "301000, Тульская обл., п. Заокский (г. Тула), ул. Элеваторная, д. 3, стр. 2, корп. 1, помещ. III, тел. \
                    +7 (495) 000-14-14, счёт № 1197 на 20.11.2026, в лице Ковальчук Е. С. и Дёминой О. В., просп. Мира, к тому же";
        let pairs = [
            "Тульская обл.",
            "п. Заокский",
            "(г. Тула",
            "ул. Элеваторная",
            "д. 3",
            "стр. 2",
            "корп. 1",
            "помещ. III",
            "+7 (495) 000",
            "№ 1197",
            "на 20.11.2026",
            "в лице",
            "Ковальчук Е. С.",
            "и Дёминой О. В.",
            "просп. Мира",
            "к тому",
        ];
        for limit in 38..120 {
            let broken = lines(text, f64::from(limit));
            for pair in pairs {
                assert!(broken.iter().any(|line| line.contains(pair)), "«{pair}» at {limit}: {broken:?}");
            }
            assert_eq!(broken.join(" "), text);
        }
    }

    #[test]
    fn words_that_hold_one_another_over_a_whole_line_still_break_between_words() {
        for limit in 26..60 {
            let broken = lines(&"а".chars().chain(" б в г д е ж з и к".repeat(12).chars()).collect::<String>(), f64::from(limit));
            assert!(broken.len() > 1 && broken.iter().all(|line| !line.starts_with(' ')), "{broken:?}");
        }
    }

    #[test]
    fn a_word_that_fits_on_the_next_line_stays_whole() {
        assert_eq!(lines("Рукав РВ-16-1500", 20.0), ["Рукав", "РВ-16-1500"]);
    }

    #[test]
    fn a_wider_word_breaks_after_hyphens_and_slashes_or_anywhere() {
        assert_eq!(lines("Электро-/пневмо-гидропривод", 24.0), ["Электро-/", "пневмо-", "гидропривод"]);
        let forced = lines(&"Щ".repeat(40), 20.0);
        assert!(forced.len() > 1);
        assert_eq!(forced.concat(), "Щ".repeat(40));
    }

    #[test]
    fn nothing_is_lost_and_nothing_sticks_out() {
        let text = "Опора промежуточная карданного вала/в сборе, ТУ 16-1500/М27×1,5 2ГР-80.222  двойной пробел";
        for limit in [1.0, 5.0, 13.0, 27.0, 60.0, 200.0] {
            let wrapped = wrap(&[Span::plain(text)], 7.2, limit);
            let joined: String = wrapped.iter().flat_map(|line| line.spans.iter()).map(|span| span.text.as_str()).collect();
            assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
            assert!(limit < 3.0 || wrapped.iter().all(|line| line.width <= limit + 0.011), "{limit}");
        }
    }

    #[test]
    fn spans_keep_their_weight_across_lines() {
        let wrapped = wrap(&[Span::bold("ООО «Торговый дом»"), Span::plain(", УНП 199980469")], 8.0, 30.0);
        assert!(wrapped.len() > 1);
        assert_eq!(wrapped[0].spans[0].weight, Weight::Bold);
        assert_eq!(wrapped.last().expect("a line").spans.last().expect("a span").weight, Weight::Regular);
    }

    #[test]
    fn a_long_foot_is_shortened() {
        let short = shortened("Общество с ограниченной ответственностью", Weight::Regular, 6.6, 20.0);
        assert!(short.ends_with('…') && width(&short, Weight::Regular, 6.6) <= 20.0, "{short}");
    }
}
