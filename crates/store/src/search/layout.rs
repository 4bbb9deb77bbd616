//! What was meant when the keyboard was in the wrong language: `vfp` is «маз».

const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";
/// The Belarusian keyboard differs in three places.
const BELARUSIAN: [(char, char); 3] = [('o', 'ў'), (']', '\''), ('b', 'і')];

/// The other readings of what was typed: Latin keys as Russian and Belarusian letters, Cyrillic letters as Latin keys.
pub(super) fn other_readings(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let latin = text.chars().filter(char::is_ascii_lowercase).count();
    let cyrillic = text.chars().filter(|letter| ('а'..='ё').contains(letter) || matches!(letter, 'і' | 'ў')).count();
    if latin > 0 && cyrillic == 0 {
        let russian = convert(&text, LATIN, RUSSIAN);
        let belarusian: String =
            text.chars().zip(russian.chars()).map(|(key, russian)| belarusian(key).unwrap_or(russian)).collect();
        return if belarusian == russian { vec![russian] } else { vec![russian, belarusian] };
    }
    if cyrillic > 0 && latin == 0 {
        return vec![convert(&text, RUSSIAN, LATIN)];
    }
    Vec::new()
}

fn belarusian(key: char) -> Option<char> {
    BELARUSIAN.iter().find(|(latin, _)| *latin == key).map(|(_, letter)| *letter)
}

fn convert(text: &str, from: &str, to: &str) -> String {
    text.chars()
        .map(|letter| from.chars().zip(to.chars()).find(|(key, _)| *key == letter).map_or(letter, |(_, other)| other))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways() {
        assert_eq!(LATIN.chars().count(), RUSSIAN.chars().count());
        assert_eq!(other_readings("vfp"), ["маз"]);
        assert_eq!(other_readings("Vbycr"), ["минск", "мінск"]);
        assert_eq!(other_readings("ищыср"), ["bosch"]);
        assert!(other_readings("190542056").is_empty());
        assert!(other_readings("МАЗ maz").is_empty());
    }
}
