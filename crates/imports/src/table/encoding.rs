//! Which encoding a text file is in, decided by its content. The candidates are what Russian and Belarusian offices save.

use encoding_rs::{IBM866, UTF_16BE, UTF_16LE, WINDOWS_1251};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
    Windows1251,
    Ibm866,
}

pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: Encoding,
    /// Some bytes did not belong and stand as «�».
    pub(super) is_damaged: bool,
}

/// Bytes looked at to tell one 8-bit encoding from another.
const SAMPLE: usize = 256 * 1024;

pub(super) fn decode(bytes: &[u8]) -> Decoded {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8_lossy(rest);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, UTF_16LE);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, UTF_16BE);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return utf16(bytes, encoding);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), encoding: Encoding::Utf8, is_damaged: false },
        Err(_) if is_mostly_utf8(bytes) => utf8_lossy(bytes),
        Err(_) => eight_bit(bytes),
    }
}

fn utf8_lossy(bytes: &[u8]) -> Decoded {
    let text = String::from_utf8_lossy(bytes);
    let is_damaged = matches!(text, std::borrow::Cow::Owned(_));
    Decoded { text: text.into_owned(), encoding: Encoding::Utf8, is_damaged }
}

fn utf16(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> Decoded {
    let (text, is_damaged) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: Encoding::Utf16, is_damaged }
}

/// «Текст Юникод» saved without its mark: every second byte of the beginning is 0 (Latin) or 4 (Cyrillic).
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = &bytes[..bytes.len().min(4_096) & !1];
    if sample.len() < 8 || !sample.contains(&0) {
        return None;
    }
    let high = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| matches!(byte, 0 | 4)).count();
    let pairs = sample.len() / 2;
    let (even, odd) = (high(0), high(1));
    if odd * 10 >= pairs * 9 && even * 2 < pairs {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 9 && odd * 2 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// A UTF-8 file with a few foreign or cut bytes: at least 50 good multi-byte characters to every bad byte.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 0 && good >= bad * 50
}

fn eight_bit(bytes: &[u8]) -> Decoded {
    // Only bytes above 127 tell the two apart; they may all stand far from the beginning.
    let first = bytes.iter().position(|byte| *byte >= 0x80).unwrap_or(0);
    let sample = &bytes[first..bytes.len().min(first + SAMPLE)];
    let windows = WINDOWS_1251.decode_without_bom_handling(sample).0;
    let dos = IBM866.decode_without_bom_handling(sample).0;
    let (decoder, encoding) =
        if likeness(&dos) > likeness(&windows) { (IBM866, Encoding::Ibm866) } else { (WINDOWS_1251, Encoding::Windows1251) };
    let (text, is_damaged) = decoder.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding, is_damaged }
}

/// How much a text looks like Russian or Belarusian: letters of the two alphabets by how common they are, against
/// signs that no price list has and capitals in the middle of a word.
fn likeness(text: &str) -> i64 {
    let mut score = 0;
    let mut before = ' ';
    for character in text.chars() {
        score += match character {
            'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'в' | 'л' => 4,
            'а'..='я' | 'ё' | 'ў' | 'і' => 2,
            'А'..='Я' | 'Ё' | 'Ў' | 'І' if before.is_lowercase() => -3,
            'А'..='Я' | 'Ё' | 'Ў' | 'І' => 2,
            '№' | '«' | '»' | '–' | '—' | '\u{a0}' | '°' | '“' | '”' | '„' => 1,
            '\u{0}'..='\u{7f}' => 0,
            _ => -4,
        };
        before = character;
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, encoding: &'static encoding_rs::Encoding) -> Encoding {
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable, "{text}");
        let decoded = decode(&bytes);
        assert_eq!(decoded.text, text);
        decoded.encoding
    }

    #[test]
    fn short_and_long_texts_in_both_8_bit_encodings() {
        for text in [
            "Цена",
            "ЦЕНА",
            "Наименование;ИНН;КПП\r\nООО «Ромашка»;7707083893;",
            "НАИМЕНОВАНИЕ;ЕД. ИЗМ.",
            "шт",
            "ООО \"Агроснаб-Заокский\";г. Минск, ул. Ёлкина",
            "Артикул;Name;Price\r\nA-1;Bolt М8;1,50\r\n",
        ] {
            assert_eq!(told(text, WINDOWS_1251), Encoding::Windows1251, "{text}");
        }
        for text in ["Цена;Наименование", "НАИМЕНОВАНИЕ;ЕД. ИЗМ.", "Ёлка и сосна", "Мінск;Ўладзімір".replace('і', "i").as_str()]
        {
            assert_eq!(told(text, IBM866), Encoding::Ibm866, "{text}");
        }
        assert_eq!(
            told("Назва;Кошт\r\nЦукар «Слодыч» у мяшках, № 5;Гарадзея, вул. Заводская, 2", WINDOWS_1251),
            Encoding::Windows1251
        );
        assert_eq!(told("Кантрагент;УНП\r\nААТ «Ільінка»;ўзор", WINDOWS_1251), Encoding::Windows1251);
    }

    #[test]
    fn unicode_with_and_without_its_mark() {
        assert_eq!(decode("\u{feff}Цена".as_bytes()).text, "Цена");
        assert_eq!(decode("Цена".as_bytes()).encoding, Encoding::Utf8);
        let little: Vec<u8> = "ИНН\tЦена\r\n1\t2".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "ИНН\tЦена\r\n1\t2".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little).text, "ИНН\tЦена\r\n1\t2");
        assert_eq!(decode(&big).text, "ИНН\tЦена\r\n1\t2");
        let marked: Vec<u8> = [0xFF, 0xFE].into_iter().chain(little).collect();
        assert_eq!(decode(&marked).text, "ИНН\tЦена\r\n1\t2");
    }

    #[test]
    fn one_bad_byte_does_not_turn_a_unicode_file_into_another() {
        let mut bytes = "Наименование контрагента, его адрес и расчётный счёт; ещё немного слов".as_bytes().to_vec();
        bytes.push(0xD0);
        let decoded = decode(&bytes);
        assert_eq!(decoded.encoding, Encoding::Utf8);
        assert!(decoded.is_damaged && decoded.text.starts_with("Наименование"));
    }
}
