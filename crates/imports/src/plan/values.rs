//! What stands in cells, as values: numbers, dates, countries, currencies and kinds in the words people use for them.

use std::str::FromStr;

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use torgdom_domain::amount::{Amount, AmountError};
use torgdom_domain::{Tables, entry, money};

use crate::table::Plain;

/// Text as it may be kept, and how many signs that nobody sees were taken out of it.
pub(super) struct Tidy {
    pub(super) text: String,
    pub(super) removed: usize,
}

/// One line: white space of every kind becomes single spaces, except the no-break ones inside.
pub(super) fn one_line(text: &str) -> Tidy {
    let mut tidy = several_lines(text);
    let mut line = String::with_capacity(tidy.text.len());
    for word in tidy.text.split(['\n', '\t', ' ']).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    tidy.text = line.trim().to_owned();
    tidy
}

/// Several lines; what cannot be seen is left out.
pub(super) fn several_lines(text: &str) -> Tidy {
    let mut kept = String::with_capacity(text.len());
    let mut removed = 0;
    let text = text.replace("\r\n", "\n");
    for character in text.chars() {
        match character {
            '\n' | '\t' => kept.push(character),
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            hidden if hidden.is_control() || is_hidden(hidden) => removed += 1,
            seen => kept.push(seen),
        }
    }
    Tidy { text: kept.trim().to_owned(), removed }
}

/// Direction overrides and the like: they make a text read other than it is.
fn is_hidden(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fff9}'..='\u{fffb}')
}

/// A number of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    Exact(Amount),
    /// It had more digits after the point than are kept: the outcome of somebody's division.
    Rounded(Amount),
}

/// Decimal text in the machine's form.
pub(super) fn machine_number(text: &str) -> Result<Number, &'static str> {
    match text.parse::<Amount>() {
        Ok(amount) => Ok(Number::Exact(amount)),
        Err(AmountError::TooPrecise) => {
            let value = Decimal::from_str(text).map_err(|_| "entry_too_precise")?;
            let rounded = money::round(value, money::PRICE_DIGITS);
            Amount::new(rounded).map(Number::Rounded).map_err(|_| "entry_too_large")
        }
        Err(AmountError::TooLarge) => Err("entry_too_large"),
        Err(AmountError::NotANumber) => Err("import_number_expected"),
    }
}

/// What people write after a number in a cell; it says nothing that the column does not say.
const AFTER_NUMBERS: [&str; 24] = [
    "белруб",
    "росруб",
    "руб",
    "рублей",
    "р",
    "коп",
    "byn",
    "rub",
    "usd",
    "eur",
    "cny",
    "kzt",
    "br",
    "₽",
    "$",
    "€",
    "¥",
    "кг",
    "kg",
    "г",
    "шт",
    "мес",
    "дн",
    "%",
];

/// A number as people write it: groups, a decimal comma, a currency after it. No expressions: `10-12` is a range.
pub(super) fn written_number(text: &str) -> Result<Number, &'static str> {
    let text = one_line(text).text;
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\'' | '’');
    let is_space = |c: char| c.is_whitespace() || matches!(c, '\u{202f}' | '\u{2009}' | '\u{2007}');
    let end = text.rfind(is_number).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let (number, after) = text.split_at(end);
    // «12,50 р.» and «1 500 бел. руб.»: the last point belongs to the word.
    let number = number.trim_end_matches(is_space);
    let (number, after) = match number.rfind(|c: char| !is_number(c) && !is_space(c) && !matches!(c, '-' | '−' | '–')) {
        Some(_) => split_words(number, after),
        None => (number.to_owned(), after.to_owned()),
    };
    let after: String = after.to_lowercase().chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    if !after.is_empty() && !AFTER_NUMBERS.contains(&after.as_str()) {
        return Err("import_number_expected");
    }
    if let Some(plain) = scientific(&number) {
        return machine_number(&plain.text);
    }
    let signs = number.chars().filter(|c| !is_number(*c) && !is_space(*c)).count();
    let begins_negative = number.starts_with(['-', '−', '–']);
    if signs > usize::from(begins_negative) || number.is_empty() {
        return Err("import_number_expected");
    }
    match entry::number(&number) {
        Ok(amount) => Ok(Number::Exact(amount)),
        Err(problem) if problem.code == "entry_too_precise" => machine_number(&number.replace(',', ".")),
        Err(problem) => Err(problem.code),
    }
}

/// `12,50 р.` was cut behind its last point; the word before it goes to what follows the number.
fn split_words(number: &str, after: &str) -> (String, String) {
    if scientific(number).is_some() {
        return (number.to_owned(), after.to_owned());
    }
    let start = number.find(|c: char| c.is_alphabetic() || matches!(c, '₽' | '$' | '€' | '¥' | '%')).unwrap_or(number.len());
    (number[..start].trim_end().to_owned(), format!("{}{after}", &number[start..]))
}

/// `7,70708E+09` as spreadsheets save long numbers into text.
fn scientific(text: &str) -> Option<Plain> {
    let text = text.trim();
    if !text.contains(['e', 'E']) || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Plain::read(&text.replace(',', "."))
}

/// Was an identifier cut to a scientific number on its way into a text file?
pub(super) fn lost_digits(text: &str) -> bool {
    scientific(text).is_some_and(|plain| plain.is_padded)
}

/// Full digits of `7.707083893E9` and of `7707083893.0`.
pub(super) fn full_digits(text: &str) -> Option<String> {
    if let Some(plain) = scientific(text) {
        return Some(plain.text);
    }
    let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(",00").or_else(|| text.strip_suffix(".00")))?;
    (whole.len() >= 6 && whole.bytes().all(|byte| byte.is_ascii_digit())).then(|| whole.to_owned())
}

/// `2026-01-31` → `31.01.2026`.
pub(super) fn russian_date(day: &str) -> String {
    day.parse::<NaiveDate>().map_or_else(|_| day.to_owned(), |day| day.format("%d.%m.%Y").to_string())
}

/// Months in the genitive and as abbreviations, by their first letters; May last, it begins like nothing else.
const MONTHS: [(&str, u32); 36] = [
    ("янв", 1),
    ("фев", 2),
    ("мар", 3),
    ("апр", 4),
    ("мая", 5),
    ("май", 5),
    ("июн", 6),
    ("июл", 7),
    ("авг", 8),
    ("сен", 9),
    ("окт", 10),
    ("ноя", 11),
    ("дек", 12),
    ("сту", 1),
    ("лют", 2),
    ("сак", 3),
    ("кра", 4),
    ("тра", 5),
    ("чэр", 6),
    ("ліп", 7),
    ("жні", 8),
    ("вер", 9),
    ("кас", 10),
    ("ліс", 11),
    ("сне", 12),
    ("jan", 1),
    ("feb", 2),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

/// A whole date: `31.01.2026`, `2026-01-31`, `31.01.2026 0:00:00`, `31 января 2026 г.` Words and halves of dates that a
/// person may type are refused: a file is not typed today.
pub(super) fn written_date(text: &str, today: NaiveDate) -> Result<NaiveDate, &'static str> {
    let text = one_line(text).text.to_lowercase();
    let text = text
        .trim_start_matches("от ")
        .trim_end_matches([' ', '.'])
        .trim_end_matches(['г', ' ', '\u{a0}'])
        .trim_end_matches("год");
    let day = text.split(['t', ' ']).next().filter(|day| day.matches(['.', '-', '/']).count() == 2).unwrap_or(text);
    let groups: Vec<&str> = day.split(|c: char| !c.is_alphanumeric()).filter(|group| !group.is_empty()).collect();
    let [first, second, third] = groups.as_slice() else { return Err("date_unreadable") };
    if let Some((_, month)) = MONTHS.iter().find(|(beginning, _)| second.starts_with(beginning)).or_else(|| english_march(second))
    {
        let (day, year) = (first.parse().ok(), third.parse().ok().filter(|year| (1900..=2100).contains(year)));
        let (Some(day), Some(year)) = (day, year) else { return Err("date_unreadable") };
        return NaiveDate::from_ymd_opt(year, *month, day).ok_or("impossible_date");
    }
    if !groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err("date_unreadable");
    }
    let day = if first.len() == 4 { format!("{first}-{second:0>2}-{third:0>2}") } else { groups.join(".") };
    entry::date(&day, today).map_err(|problem| problem.code)
}

fn english_march(word: &str) -> Option<&'static (&'static str, u32)> {
    word.starts_with("mar").then_some(&("mar", 3))
}

/// A serial number of a day between 2000 and 2099 in a cell without a date's format.
pub(super) fn serial_date(text: &str) -> Option<NaiveDate> {
    let serial: u64 = text.parse().ok().filter(|serial| (36_526..=73_050).contains(serial))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial))
}

/// Lower case, words only.
pub(super) fn fold(text: &str) -> String {
    let bare: String = text
        .to_lowercase()
        .replace('ё', "е")
        .chars()
        .map(|c| if matches!(c, '.' | ',' | '"' | '«' | '»' | '„' | '“' | '(' | ')') { ' ' } else { c })
        .collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last line of a list is no record: «ИТОГО: 17», «Всего по прайсу». Only words that are nobody's name count.
pub(super) fn is_total(text: &str) -> bool {
    let folded = fold(text).replace(':', " ");
    let words: Vec<&str> = folded.split_whitespace().collect();
    match words.as_slice() {
        ["итого" | "усяго" | "разам", ..] => true,
        ["всего", rest @ ..] => rest.is_empty() || matches!(rest[0], "по" | "на"),
        _ => false,
    }
}

const COUNTRIES: [(&str, &str); 30] = [
    ("рф", "RU"),
    ("российская федерация", "RU"),
    ("россия", "RU"),
    ("рассия", "RU"),
    ("расійская федэрацыя", "RU"),
    ("russian federation", "RU"),
    ("рб", "BY"),
    ("республика беларусь", "BY"),
    ("белоруссия", "BY"),
    ("белорусь", "BY"),
    ("рэспубліка беларусь", "BY"),
    ("republic of belarus", "BY"),
    ("рк", "KZ"),
    ("республика казахстан", "KZ"),
    ("рэспубліка казахстан", "KZ"),
    ("кнр", "CN"),
    ("китайская народная республика", "CN"),
    ("республика армения", "AM"),
    ("кыргызстан", "KG"),
    ("кыргызская республика", "KG"),
    ("киргизстан", "KG"),
    ("республика узбекистан", "UZ"),
    ("молдавия", "MD"),
    ("республика молдова", "MD"),
    ("оаэ", "AE"),
    ("сша", "US"),
    ("германия фрг", "DE"),
    ("фрг", "DE"),
    ("республика польша", "PL"),
    ("туркмения", "TM"),
];

/// ISO 3166 alpha-2 of what stands in a cell: a code of two or three letters or digits, a name in three languages.
pub(super) fn country(text: &str, tables: &Tables) -> Option<String> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return None;
    }
    let known = COUNTRIES.iter().find(|(name, _)| *name == wanted).map(|(_, code)| (*code).to_owned());
    known.or_else(|| {
        let is_it = |row: &&torgdom_domain::tables::Country| {
            let names = [&row.code, &row.alpha3, &row.number, &row.name.ru, &row.name.be, &row.name.en];
            names.iter().any(|name| fold(name) == wanted) || row.number.trim_start_matches('0') == wanted
        };
        tables.countries.iter().find(is_it).map(|row| row.code.clone())
    })
}

/// A currency, and whether a bare «руб.» had to be taken for the Russian one.
pub(super) struct CurrencyRead {
    pub(super) code: String,
    pub(super) is_assumed: bool,
}

const CURRENCIES: [(&str, &str); 30] = [
    ("810", "RUB"),
    ("rur", "RUB"),
    ("рос руб", "RUB"),
    ("росс руб", "RUB"),
    ("руб рф", "RUB"),
    ("российские рубли", "RUB"),
    ("рубль рф", "RUB"),
    ("российский рубль", "RUB"),
    ("расійскі рубель", "RUB"),
    ("рас руб", "RUB"),
    ("бел руб", "BYN"),
    ("белруб", "BYN"),
    ("руб рб", "BYN"),
    ("белорусские рубли", "BYN"),
    ("белорусский рубль", "BYN"),
    ("бр", "BYN"),
    ("доллар", "USD"),
    ("доллары", "USD"),
    ("долл", "USD"),
    ("доллар сша", "USD"),
    ("доллары сша", "USD"),
    ("у е", "USD"),
    ("евро", "EUR"),
    ("юань", "CNY"),
    ("юани", "CNY"),
    ("rmb", "CNY"),
    ("китайский юань", "CNY"),
    ("тенге", "KZT"),
    ("драм", "AMD"),
    ("сом", "KGS"),
];
/// «Руб.» without saying whose.
const ROUBLES: [&str; 6] = ["руб", "рубль", "рубли", "рублей", "р", "рубель"];

/// ISO 4217 letters of what stands in a cell: letters, number, sign, name.
pub(super) fn currency(text: &str, tables: &Tables) -> Option<CurrencyRead> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return None;
    }
    let sure = |code: String| CurrencyRead { code, is_assumed: false };
    if ROUBLES.contains(&wanted.as_str()) {
        return Some(CurrencyRead { code: "RUB".to_owned(), is_assumed: true });
    }
    let known = CURRENCIES.iter().find(|(name, _)| *name == wanted).map(|(_, code)| sure((*code).to_owned()));
    known.or_else(|| {
        let is_it = |row: &&torgdom_domain::currency::Currency| {
            let names =
                [&row.code, &row.number, &row.sign, &row.name.ru, &row.name.be, &row.name.en, &row.short.ru, &row.short.be];
            names.iter().any(|name| fold(name) == wanted) || row.number.trim_start_matches('0') == wanted
        };
        tables.currencies.iter().find(is_it).map(|row| sure(row.code.clone()))
    })
}

/// Words for a choice, by the folded text or its beginning.
fn choose<'c>(text: &str, words: &[(&'c str, &[&str])]) -> Option<&'c str> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return None;
    }
    words.iter().find(|(_, known)| known.contains(&wanted.as_str())).map(|(value, _)| *value)
}

pub(super) fn price_kind(text: &str) -> Option<&'static str> {
    choose(
        text,
        &[
            (
                "included",
                &[
                    "included",
                    "да",
                    "с ндс",
                    "включен",
                    "включена",
                    "включает",
                    "включает ндс",
                    "в том числе",
                    "в т ч",
                    "в цене",
                    "1",
                    "true",
                    "yes",
                    "так",
                    "з пдв",
                    "уключаны",
                    "в том числе ндс",
                    "цена включает ндс",
                    "incl vat",
                    "incl",
                ],
            ),
            (
                "on_top",
                &[
                    "on_top",
                    "on top",
                    "нет",
                    "без ндс",
                    "сверху",
                    "сверх",
                    "не включен",
                    "не включает",
                    "0",
                    "false",
                    "no",
                    "не",
                    "без пдв",
                    "звыш",
                    "excl vat",
                    "excl",
                    "плюс ндс",
                ],
            ),
        ],
    )
}

/// What «Вид договора» says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ContractKindRead {
    pub(super) kind: Option<&'static str>,
    /// Our role, where the word says whom the contract is with.
    pub(super) role: Option<&'static str>,
}

/// Kinds of contracts by their words; 1C names them by the other side.
pub(super) fn contract_kind(text: &str) -> Option<ContractKindRead> {
    let folded = fold(text);
    let bare = folded.strip_prefix("договор ").or_else(|| folded.strip_prefix("дагавор ")).unwrap_or(&folded);
    let read = |kind, role| Some(ContractKindRead { kind, role });
    match bare {
        "supply"
        | "поставка"
        | "поставки"
        | "купля-продажа"
        | "купли-продажи"
        | "купли продажи"
        | "продажа"
        | "пастаўка"
        | "пастаўкі"
        | "куплі-продажу"
        | "sale" => read(Some("supply"), None),
        "с покупателем" | "з пакупніком" => read(Some("supply"), Some("seller")),
        "с поставщиком" | "з пастаўшчыком" => read(Some("supply"), Some("buyer")),
        "commission" | "комиссия" | "комиссии" | "с комиссионером" | "с комитентом" | "камісія" | "камісіі" => {
            read(Some("commission"), None)
        }
        "agency" | "агентский" | "агентирование" | "агентирования" | "с агентом" | "с принципалом" | "агенцкі" => {
            read(Some("agency"), None)
        }
        "с комиссионером агентом" | "с комитентом принципалом" => {
            read(Some("commission"), None)
        }
        _ => None,
    }
}

/// On which side of the contract we stand.
pub(super) fn our_role(text: &str) -> Option<&'static str> {
    choose(
        text,
        &[
            ("seller", &["seller", "продавец", "поставщик", "исполнитель", "прадавец", "пастаўшчык", "supplier"]),
            ("buyer", &["buyer", "покупатель", "заказчик", "пакупнік", "заказчык", "customer"]),
        ],
    )
}

pub(super) fn party_kind(text: &str) -> Option<&'static str> {
    choose(
        text,
        &[
            (
                "legal",
                &[
                    "legal",
                    "юр",
                    "юрлицо",
                    "юр лицо",
                    "юридическое лицо",
                    "юридическая особа",
                    "юрыдычная асоба",
                    "организация",
                    "компания",
                    "ооо",
                    "оао",
                    "ао",
                    "зао",
                    "пао",
                    "одо",
                    "чуп",
                    "уп",
                    "legal entity",
                ],
            ),
            (
                "sole_trader",
                &[
                    "sole_trader",
                    "sole trader",
                    "ип",
                    "индивидуальный предприниматель",
                    "предприниматель",
                    "індывідуальны прадпрымальнік",
                    "іп",
                ],
            ),
            ("person", &["person", "физ", "физлицо", "физ лицо", "физическое лицо", "фізічная асоба", "individual"]),
            ("branch", &["branch", "филиал", "обособленное подразделение", "філіял", "представительство"]),
            (
                "institution",
                &["institution", "учреждение", "бюджетное учреждение", "установа", "госучреждение", "казенное учреждение"],
            ),
        ],
    )
}

/// What the name itself says of the legal form.
pub(super) fn party_kind_of_name(name: &str) -> Option<&'static str> {
    let name = format!("{} ", fold(name));
    if ["ип ", "іп ", "индивидуальный предприниматель ", "індывідуальны прадпрымальнік "]
        .iter()
        .any(|form| name.starts_with(form))
    {
        return Some("sole_trader");
    }
    if name.starts_with("филиал ") || name.starts_with("філіял ") {
        return Some("branch");
    }
    let is_institution = name
        .split(' ')
        .any(|word| word == "учреждение" || word == "установа" || word == "гбуз" || word == "мбоу" || word == "фгбу");
    is_institution.then_some("institution")
}

pub(super) fn trade_category(text: &str) -> Option<&'static str> {
    choose(
        text,
        &[
            ("other", &["other", "прочее", "другое", "іншае"]),
            ("machinery", &["machinery", "машины", "оборудование", "станки", "техника", "машыны", "абсталяванне"]),
            ("parts", &["parts", "запчасти", "запасные части", "комплектующие", "запчасткі", "spare parts"]),
            ("road_machinery", &["road_machinery", "road machinery", "дорожная техника", "дорожные машины", "дарожная тэхніка"]),
            (
                "microelectronics",
                &["microelectronics", "микроэлектроника", "электронные компоненты", "микросхемы", "мікраэлектроніка"],
            ),
            (
                "building_materials",
                &["building_materials", "building materials", "стройматериалы", "строительные материалы", "будматэрыялы"],
            ),
            ("medicines", &["medicines", "лекарства", "медикаменты", "лекарственные средства", "лекі"]),
            ("reagents", &["reagents", "реактивы", "реагенты", "химия", "рэактывы"]),
            ("cosmetics", &["cosmetics", "косметика", "касметыка"]),
            ("electrical", &["electrical", "электротовары", "электротехника", "электратавары", "электрика"]),
            ("food", &["food", "продукты", "продукты питания", "продовольствие", "пищевые продукты", "прадукты"]),
            ("service", &["service", "услуга", "услуги", "паслуга", "паслугі", "services", "работы"]),
        ],
    )
}
