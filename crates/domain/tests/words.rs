//! Sums and quantities in words: the shared vectors, the papers' own cases, and grammar on random sums held against
//! a reader that was written apart from the writer.

use std::collections::HashMap;

use proptest::prelude::*;
use torgdom_domain::Amount;
use torgdom_domain::words::{
    self, CurrencyName, Gender, Lang, Minor, Noun, Wording, WordsError, agreed, place_noun, quantity, unit_noun,
};

const CURRENCIES: [&str; 8] = ["RUB", "BYN", "USD", "EUR", "CNY", "KZT", "AMD", "KGS"];

fn amount(text: &str) -> Amount {
    text.parse().expect("a decimal")
}

fn said(text: &str, currency: &str, lang: Lang, minor: Minor) -> String {
    words::sum(amount(text), currency, lang, minor).expect("has words")
}

#[test]
fn the_shared_vectors() {
    let rows: Vec<HashMap<String, String>> =
        serde_json::from_str(include_str!("../../../tests/vectors/amount_words.json")).expect("JSON");
    let columns = [
        ("RUB", "RUB", Lang::Ru),
        ("BYN", "BYN", Lang::Ru),
        ("USD", "USD", Lang::Ru),
        ("EUR", "EUR", Lang::Ru),
        ("KZT", "KZT", Lang::Ru),
        ("BYN_be", "BYN", Lang::Be),
    ];
    assert!(rows.len() > 150);
    for row in &rows {
        assert_eq!(row.len(), columns.len() + 1, "a column without a check");
        for (column, currency, lang) in columns {
            assert_eq!(said(&row["amount"], currency, lang, Minor::Words), row[column], "{} {column}", row["amount"]);
        }
    }
}

#[test]
fn papers_write_hundredths_in_digits() {
    let paper = |text, currency, lang| words::sum_capitalised(amount(text), currency, lang, Minor::Digits).expect("has words");
    for (text, currency, lang, want) in [
        (
            "1234567.21",
            "BYN",
            Lang::Ru,
            "Один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь белорусских рублей 21 копейка",
        ),
        ("0", "RUB", Lang::Ru, "Ноль рублей 00 копеек"),
        ("1.01", "RUB", Lang::Ru, "Один рубль 01 копейка"),
        ("2.5", "RUB", Lang::Ru, "Два рубля 50 копеек"),
        ("-1002.12", "USD", Lang::Ru, "Минус одна тысяча два доллара 12 центов"),
        ("1.22", "AMD", Lang::Ru, "Один драм 22 лумы"),
        ("3.03", "CNY", Lang::Ru, "Три юаня 03 фэня"),
        ("11.99", "KGS", Lang::Ru, "Одиннадцать сомов 99 тыйынов"),
        ("1234.21", "BYN", Lang::Be, "Адна тысяча дзвесце трыццаць чатыры беларускія рублі 21 капейка"),
        ("22.02", "RUB", Lang::Be, "Дваццаць два расійскія рублі 02 капейкі"),
        ("5.05", "USD", Lang::Be, "Пяць долараў 05 цэнтаў"),
        ("1234.21", "BYN", Lang::En, "One thousand two hundred thirty-four Belarusian rubles 21 kopecks"),
        ("1.01", "EUR", Lang::En, "One euro 01 cent"),
        ("1000000000000", "USD", Lang::En, "One trillion US dollars 00 cents"),
    ] {
        assert_eq!(paper(text, currency, lang), want);
    }
}

#[test]
fn the_edges_of_sums() {
    let ru = |text| said(text, "RUB", Lang::Ru, Minor::Words);
    assert_eq!(ru("1000"), "одна тысяча рублей ноль копеек");
    assert_eq!(ru("1000000000000"), "один триллион рублей ноль копеек");
    assert_eq!(ru("2000000000002"), "два триллиона два рубля ноль копеек");
    assert_eq!(ru("-0.01"), "минус ноль рублей одна копейка");
    assert_eq!(ru("-0.00"), "ноль рублей ноль копеек");
    assert_eq!(ru("1.1000"), "один рубль десять копеек");
    assert_eq!(
        ru("999999999999999.99"),
        "девятьсот девяносто девять триллионов девятьсот девяносто девять миллиардов девятьсот девяносто девять \
         миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять рублей девяносто девять копеек"
    );
    assert_eq!(
        said("2000000002002.02", "BYN", Lang::Be, Minor::Words),
        "два трыльёны дзве тысячы два беларускія рублі дзве капейкі"
    );
    assert_eq!(words::sum(amount("1.005"), "RUB", Lang::Ru, Minor::Words), Err(WordsError::TooPrecise { most: 2 }));
    assert_eq!(words::sum(amount("1"), "XTS", Lang::En, Minor::Words), Err(WordsError::UnknownCurrency("XTS".into())));
    assert_eq!(words::sum(amount("1"), "", Lang::Be, Minor::Words).map_err(|error| error.code()), Err("words_unknown_currency"));
}

#[test]
fn full_names_of_currencies() {
    let full = |text, currency, lang| {
        let wording = Wording { minor: Minor::Digits, name: CurrencyName::Full, capital: false };
        words::sum_worded(amount(text), currency, lang, wording).expect("has words")
    };
    assert_eq!(full("22", "RUB", Lang::Ru), "двадцать два российских рубля 00 копеек");
    assert_eq!(full("1", "BYN", Lang::Ru), "один белорусский рубль 00 копеек");
    assert_eq!(full("100.01", "USD", Lang::Ru), "сто долларов США 01 цент");
    assert_eq!(full("3", "USD", Lang::Be), "тры долары ЗША 00 цэнтаў");
    assert_eq!(full("21", "AMD", Lang::En), "twenty-one Armenian drams 00 luma");
}

#[test]
fn quantities_agree_in_gender_and_number() {
    let unit = |text, okei, lang| quantity(amount(text), &unit_noun(okei, lang).expect("known"), lang).expect("has words");
    for (text, okei, lang, want) in [
        ("1", "796", Lang::Ru, "одна штука"),
        ("2", "168", Lang::Ru, "две тонны"),
        ("5", "166", Lang::Ru, "пять килограммов"),
        ("1", "698", Lang::Ru, "одно место"),
        ("22", "698", Lang::Ru, "двадцать два места"),
        ("111", "698", Lang::Ru, "сто одиннадцать мест"),
        ("0", "796", Lang::Ru, "ноль штук"),
        ("-3", "839", Lang::Ru, "минус три комплекта"),
        ("2.5", "168", Lang::Ru, "две целых пять десятых тонны"),
        ("21.01", "113", Lang::Ru, "двадцать одна целая одна сотая кубического метра"),
        ("0.125", "166", Lang::Ru, "ноль целых сто двадцать пять тысячных килограмма"),
        ("1.002", "796", Lang::Ru, "одна целая две тысячных штуки"),
        ("1", "698", Lang::Be, "адно месца"),
        ("2", "698", Lang::Be, "два месцы"),
        ("2", "796", Lang::Be, "дзве штукі"),
        ("3", "166", Lang::Be, "тры кілаграмы"),
        ("5", "168", Lang::Be, "пяць тон"),
        ("2.5", "168", Lang::Be, "дзве цэлыя пяць дзясятых тоны"),
        ("1.02", "166", Lang::Be, "адна цэлая дзве сотыя кілаграма"),
        ("1", "796", Lang::En, "one piece"),
        ("21", "698", Lang::En, "twenty-one packages"),
        ("2.05", "168", Lang::En, "two point zero five tonnes"),
        ("1.1231", "168", Lang::Ru, "одна целая одна тысяча двести тридцать одна десятитысячная тонны"),
        ("0.00002", "166", Lang::Ru, "ноль целых две стотысячных килограмма"),
        ("21.000005", "113", Lang::Ru, "двадцать одна целая пять миллионных кубического метра"),
        ("2.0002", "168", Lang::Be, "дзве цэлыя дзве дзесяцітысячныя тоны"),
        ("0.00011", "166", Lang::Be, "нуль цэлых адзінаццаць стотысячных кілаграма"),
        ("1.000001", "166", Lang::Be, "адна цэлая адна мільённая кілаграма"),
        ("0.000102", "168", Lang::En, "zero point zero zero zero one zero two tonnes"),
    ] {
        assert_eq!(unit(text, okei, lang), want);
    }
    let pallet = Noun {
        gender: Gender::Masculine, one: "поддон", few: "поддона", many: "поддонов", part: "поддона"
    };
    assert_eq!(quantity(amount("1234"), &pallet, Lang::Ru).expect("has words"), "одна тысяча двести тридцать четыре поддона");
    assert_eq!(quantity(amount("0.0000001"), &pallet, Lang::Ru), Err(WordsError::TooPrecise { most: 6 }));
    assert_eq!(unit_noun("359", Lang::Ru), None);
    let places = place_noun(Lang::Ru);
    let forms = ["0", "1", "4", "12", "21", "1.5"].map(|number| agreed(amount(number), &places, Lang::Ru));
    assert_eq!(forms, ["мест", "место", "места", "мест", "место", "места"]);
}

#[test]
fn languages_by_name() {
    assert_eq!(["ru", "be", "EN"].map(str::parse), [Ok(Lang::Ru), Ok(Lang::Be), Ok(Lang::En)]);
    assert!("by".parse::<Lang>().is_err() && "".parse::<Lang>().is_err());
}

/// A reader of numerals, written from the dictionary and not from the writer's tables.
mod reader {
    /// Value and, where a numeral shows it, the gender that it asks of its noun.
    fn numeral(word: &str) -> Option<(u64, &'static str)> {
        let plain = |value| Some((value, ""));
        match word {
            "ноль" | "нуль" | "zero" => plain(0),
            "один" | "адзін" => Some((1, "m")),
            "одна" | "адна" => Some((1, "f")),
            "два" => Some((2, "m")),
            "две" | "дзве" => Some((2, "f")),
            "one" => plain(1),
            "two" => plain(2),
            "три" | "тры" | "three" => plain(3),
            "четыре" | "чатыры" | "four" => plain(4),
            "пять" | "пяць" | "five" => plain(5),
            "шесть" | "шэсць" | "six" => plain(6),
            "семь" | "сем" | "seven" => plain(7),
            "восемь" | "восем" | "eight" => plain(8),
            "девять" | "дзевяць" | "nine" => plain(9),
            "десять" | "дзесяць" | "ten" => plain(10),
            "одиннадцать" | "адзінаццаць" | "eleven" => plain(11),
            "двенадцать" | "дванаццаць" | "twelve" => plain(12),
            "тринадцать" | "трынаццаць" | "thirteen" => plain(13),
            "четырнадцать" | "чатырнаццаць" | "fourteen" => plain(14),
            "пятнадцать" | "пятнаццаць" | "fifteen" => plain(15),
            "шестнадцать" | "шаснаццаць" | "sixteen" => plain(16),
            "семнадцать" | "сямнаццаць" | "seventeen" => plain(17),
            "восемнадцать" | "васямнаццаць" | "eighteen" => plain(18),
            "девятнадцать" | "дзевятнаццаць" | "nineteen" => plain(19),
            _ => tens_and_hundreds(word).map(|value| (value, "")),
        }
    }

    fn tens_and_hundreds(word: &str) -> Option<u64> {
        Some(match word {
            "двадцать" | "дваццаць" | "twenty" => 20,
            "тридцать" | "трыццаць" | "thirty" => 30,
            "сорок" | "сорак" | "forty" => 40,
            "пятьдесят" | "пяцьдзясят" | "fifty" => 50,
            "шестьдесят" | "шэсцьдзясят" | "sixty" => 60,
            "семьдесят" | "семдзесят" | "seventy" => 70,
            "восемьдесят" | "восемдзесят" | "eighty" => 80,
            "девяносто" | "дзевяноста" | "ninety" => 90,
            "сто" => 100,
            "двести" | "дзвесце" => 200,
            "триста" | "трыста" => 300,
            "четыреста" | "чатырыста" => 400,
            "пятьсот" | "пяцьсот" => 500,
            "шестьсот" | "шэсцьсот" => 600,
            "семьсот" | "семсот" => 700,
            "восемьсот" | "восемсот" => 800,
            "девятьсот" | "дзевяцьсот" => 900,
            _ => return None,
        })
    }

    /// Power of a thousand, gender, and the ending class that the form shows.
    fn scale(word: &str) -> Option<(u32, &'static str, &'static str)> {
        Some(match word {
            "тысяча" => (1, "f", "one"),
            "тысячи" | "тысячы" => (1, "f", "few"),
            "тысяч" => (1, "f", "many"),
            "миллион" | "мільён" => (2, "m", "one"),
            "миллиона" | "мільёны" => (2, "m", "few"),
            "миллионов" | "мільёнаў" => (2, "m", "many"),
            "миллиард" | "мільярд" => (3, "m", "one"),
            "миллиарда" | "мільярды" => (3, "m", "few"),
            "миллиардов" | "мільярдаў" => (3, "m", "many"),
            "триллион" | "трыльён" => (4, "m", "one"),
            "триллиона" | "трыльёны" => (4, "m", "few"),
            "триллионов" | "трыльёнаў" => (4, "m", "many"),
            "thousand" => (1, "", ""),
            "million" => (2, "", ""),
            "billion" => (3, "", ""),
            "trillion" => (4, "", ""),
            _ => return None,
        })
    }

    /// The class that a number in digits asks of a Slavic noun, read off its last signs.
    pub fn class(number: u64) -> &'static str {
        let text = format!("0{number}");
        let (before, last) = text.split_at(text.len() - 1);
        match last {
            _ if before.ends_with('1') => "many",
            "1" => "one",
            "2" | "3" | "4" => "few",
            _ => "many",
        }
    }

    /// The number, the gender of its last numeral if it shows one, and the words that are left: the noun.
    pub fn number(words: &[String]) -> (u64, &'static str, Vec<String>) {
        let (mut total, mut group, mut gender, mut used, mut power) = (0, 0, "", 0, 5);
        for word in words {
            if let Some((value, shown)) = numeral(word) {
                assert!(value == 0 || group % 10 == 0 && (value >= 100 || group % 100 == 0 || value < 10), "order: {words:?}");
                group += value;
                gender = shown;
            } else if word == "hundred" {
                group *= 100;
            } else if let Some((next, of_scale, form)) = scale(word) {
                assert!(next < power && group > 0, "scales fall: {words:?}");
                assert!(gender.is_empty() || gender == of_scale, "gender of {word}: {words:?}");
                assert!(form.is_empty() || form == class(group), "form of {word}: {words:?}");
                total += group * 1000_u64.pow(next);
                (group, gender, power) = (0, "", next);
            } else {
                break;
            }
            used += 1;
        }
        (total + group, gender, words[used..].to_vec())
    }
}

/// The forms of each currency with the gender, from the dictionary.
fn noun_of(currency: &str, lang: Lang, class: &str) -> (&'static str, &'static str) {
    let forms: (&str, [&str; 3]) = match (currency, lang) {
        ("RUB", Lang::Ru) => ("m", ["рубль", "рубля", "рублей"]),
        ("BYN", Lang::Ru) => ("m", ["белорусский рубль", "белорусских рубля", "белорусских рублей"]),
        ("USD", Lang::Ru) => ("m", ["доллар", "доллара", "долларов"]),
        ("EUR", Lang::Ru) => ("m", ["евро"; 3]),
        ("CNY", Lang::Ru) => ("m", ["юань", "юаня", "юаней"]),
        ("KZT", Lang::Ru) => ("m", ["тенге"; 3]),
        ("AMD", Lang::Ru) => ("m", ["драм", "драма", "драмов"]),
        ("KGS", Lang::Ru) => ("m", ["сом", "сома", "сомов"]),
        ("RUB", Lang::Be) => ("m", ["расійскі рубель", "расійскія рублі", "расійскіх рублёў"]),
        ("BYN", Lang::Be) => ("m", ["беларускі рубель", "беларускія рублі", "беларускіх рублёў"]),
        ("USD", Lang::Be) => ("m", ["долар", "долары", "долараў"]),
        ("EUR", Lang::Be) => ("m", ["еўра"; 3]),
        ("CNY", Lang::Be) => ("m", ["юань", "юані", "юаняў"]),
        ("KZT", Lang::Be) => ("m", ["тэнге"; 3]),
        ("AMD", Lang::Be) => ("m", ["драм", "драмы", "драмаў"]),
        ("KGS", Lang::Be) => ("m", ["сом", "сомы", "сомаў"]),
        other => panic!("no forms of {other:?}"),
    };
    (forms.0, forms.1[["one", "few", "many"].iter().position(|known| *known == class).expect("a class")])
}

fn minor_of(currency: &str, lang: Lang, class: &str) -> (&'static str, &'static str) {
    let forms: (&str, [&str; 3]) = match (currency, lang) {
        ("RUB" | "BYN", Lang::Ru) => ("f", ["копейка", "копейки", "копеек"]),
        ("USD" | "EUR", Lang::Ru) => ("m", ["цент", "цента", "центов"]),
        ("CNY", Lang::Ru) => ("m", ["фэнь", "фэня", "фэней"]),
        ("KZT", Lang::Ru) => ("m", ["тиын", "тиына", "тиынов"]),
        ("KGS", Lang::Ru) => ("m", ["тыйын", "тыйына", "тыйынов"]),
        ("AMD", _) => ("f", ["лума", "лумы", "лум"]),
        ("RUB" | "BYN", Lang::Be) => ("f", ["капейка", "капейкі", "капеек"]),
        ("USD" | "EUR", Lang::Be) => ("m", ["цэнт", "цэнты", "цэнтаў"]),
        ("CNY", Lang::Be) => ("m", ["фэнь", "фэні", "фэняў"]),
        ("KZT", Lang::Be) => ("m", ["тыйін", "тыйіны", "тыйінаў"]),
        ("KGS", Lang::Be) => ("m", ["тыйын", "тыйыны", "тыйынаў"]),
        other => panic!("no forms of {other:?}"),
    };
    (forms.0, forms.1[["one", "few", "many"].iter().position(|known| *known == class).expect("a class")])
}

fn split_words(text: &str) -> Vec<String> {
    text.split([' ', '-']).map(str::to_owned).collect()
}

/// Whole sums of every length are as likely as long ones.
fn any_sum() -> impl Strategy<Value = (u64, u64)> {
    ((0_u32..16), any::<u64>(), 0_u64..100).prop_map(|(digits, seed, minor)| (seed % 10_u64.pow(digits), minor))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slavic_words_read_back_and_agree((whole, minor) in any_sum(), which in 0_usize..8, belarusian: bool, negative: bool) {
        let (currency, lang) = (CURRENCIES[which], if belarusian { Lang::Be } else { Lang::Ru });
        let sign = if negative && whole + minor > 0 { "-" } else { "" };
        let text = said(&format!("{sign}{whole}.{minor:02}"), currency, lang, Minor::Words);

        let mut words = split_words(&text);
        if !sign.is_empty() {
            prop_assert_eq!(words.remove(0), if belarusian { "мінус" } else { "минус" });
        }
        let (read, gender, rest) = reader::number(&words);
        let (of_noun, noun) = noun_of(currency, lang, reader::class(whole));
        prop_assert_eq!(read, whole, "{}", &text);
        prop_assert!(gender.is_empty() || gender == of_noun, "{}", &text);
        let length = noun.split(' ').count();
        prop_assert_eq!(rest[..length].join(" "), noun, "{}", &text);

        let (read, gender, rest) = reader::number(&rest[length..]);
        let (of_minor, noun) = minor_of(currency, lang, reader::class(minor));
        prop_assert_eq!(read, minor, "{}", &text);
        prop_assert!(gender.is_empty() || gender == of_minor, "{}", &text);
        prop_assert_eq!(rest.join(" "), noun, "{}", &text);

        let digits = said(&format!("{sign}{whole}.{minor:02}"), currency, lang, Minor::Digits);
        let tail = format!(" {minor:02} {noun}");
        prop_assert!(digits.ends_with(&tail), "{}", &digits);
    }

    #[test]
    fn english_words_read_back((whole, minor) in any_sum()) {
        let text = said(&format!("{whole}.{minor:02}"), "BYN", Lang::En, Minor::Words);
        let (read, _, rest) = reader::number(&split_words(&text));
        prop_assert_eq!(read, whole, "{}", &text);
        prop_assert_eq!(rest[..2].join(" "), if whole == 1 { "Belarusian ruble" } else { "Belarusian rubles" });
        let (read, _, rest) = reader::number(&rest[2..]);
        prop_assert_eq!(read, minor, "{}", &text);
        prop_assert_eq!(rest.join(" "), if minor == 1 { "kopeck" } else { "kopecks" });
    }

    #[test]
    fn capitals_change_the_first_letter_only((whole, minor) in any_sum(), which in 0_usize..8, lang in 0_usize..3) {
        let (currency, lang) = (CURRENCIES[which], Lang::ALL[lang]);
        let value = amount(&format!("{whole}.{minor:02}"));
        let small = words::sum(value, currency, lang, Minor::Digits).expect("has words");
        let large = words::sum_capitalised(value, currency, lang, Minor::Digits).expect("has words");
        let (first, rest) = large.split_at(large.chars().next().expect("not empty").len_utf8());
        prop_assert_eq!(first.to_lowercase() + rest, small);
        prop_assert!(first.chars().all(char::is_uppercase));
    }
}
