//! Names of currencies and of their hundredths in three languages. Source: ОКВ (ОК 014-2000; ОКРБ 016-99) for the full
//! names; gender of «фэнь», «лума», «тыйын» after the spelling dictionaries of Russian and Belarusian.

use super::lang::Lang;
use super::noun::Gender::{Feminine as F, Masculine as M};
use super::noun::{Noun, english, noun};

/// A currency in one language.
pub(super) struct Currency {
    /// As people say it where the country is clear: «рубль», «доллар».
    pub short: Noun,
    /// As the classifier says it: «российский рубль», «доллар США».
    pub full: Noun,
    pub minor: Noun,
}

/// ISO 4217 letters (any case) in `lang`; `None` when we have no words for it.
pub(super) fn currency(code: &str, lang: Lang) -> Option<Currency> {
    let code = code.trim().to_ascii_uppercase();
    match lang {
        Lang::Ru => russian(&code),
        Lang::Be => belarusian(&code),
        Lang::En => in_english(&code),
    }
}

const fn same(major: Noun, minor: Noun) -> Currency {
    Currency { short: major, full: major, minor }
}

fn russian(code: &str) -> Option<Currency> {
    const KOPEK: Noun = noun(F, "копейка", "копейки", "копеек", "копейки");
    const CENT: Noun = noun(M, "цент", "цента", "центов", "цента");
    Some(match code {
        "RUB" => Currency {
            short: noun(M, "рубль", "рубля", "рублей", "рубля"),
            full: noun(M, "российский рубль", "российских рубля", "российских рублей", "российского рубля"),
            minor: KOPEK,
        },
        "BYN" => same(noun(M, "белорусский рубль", "белорусских рубля", "белорусских рублей", "белорусского рубля"), KOPEK),
        "USD" => Currency {
            short: noun(M, "доллар", "доллара", "долларов", "доллара"),
            full: noun(M, "доллар США", "доллара США", "долларов США", "доллара США"),
            minor: CENT,
        },
        "EUR" => same(noun(M, "евро", "евро", "евро", "евро"), CENT),
        "CNY" => same(noun(M, "юань", "юаня", "юаней", "юаня"), noun(M, "фэнь", "фэня", "фэней", "фэня")),
        "KZT" => same(noun(M, "тенге", "тенге", "тенге", "тенге"), noun(M, "тиын", "тиына", "тиынов", "тиына")),
        "AMD" => Currency {
            short: noun(M, "драм", "драма", "драмов", "драма"),
            full: noun(M, "армянский драм", "армянских драма", "армянских драмов", "армянского драма"),
            minor: noun(F, "лума", "лумы", "лум", "лумы"),
        },
        "KGS" => same(noun(M, "сом", "сома", "сомов", "сома"), noun(M, "тыйын", "тыйына", "тыйынов", "тыйына")),
        _ => return None,
    })
}

fn belarusian(code: &str) -> Option<Currency> {
    const KOPEK: Noun = noun(F, "капейка", "капейкі", "капеек", "капейкі");
    const CENT: Noun = noun(M, "цэнт", "цэнты", "цэнтаў", "цэнта");
    Some(match code {
        // A bare «рубель» in a Belarusian text is the Belarusian one.
        "RUB" => same(noun(M, "расійскі рубель", "расійскія рублі", "расійскіх рублёў", "расійскага рубля"), KOPEK),
        "BYN" => same(noun(M, "беларускі рубель", "беларускія рублі", "беларускіх рублёў", "беларускага рубля"), KOPEK),
        "USD" => Currency {
            short: noun(M, "долар", "долары", "долараў", "долара"),
            full: noun(M, "долар ЗША", "долары ЗША", "долараў ЗША", "долара ЗША"),
            minor: CENT,
        },
        "EUR" => same(noun(M, "еўра", "еўра", "еўра", "еўра"), CENT),
        "CNY" => same(noun(M, "юань", "юані", "юаняў", "юаня"), noun(M, "фэнь", "фэні", "фэняў", "фэня")),
        "KZT" => same(noun(M, "тэнге", "тэнге", "тэнге", "тэнге"), noun(M, "тыйін", "тыйіны", "тыйінаў", "тыйіна")),
        "AMD" => Currency {
            short: noun(M, "драм", "драмы", "драмаў", "драма"),
            full: noun(M, "армянскі драм", "армянскія драмы", "армянскіх драмаў", "армянскага драма"),
            minor: noun(F, "лума", "лумы", "лум", "лумы"),
        },
        "KGS" => same(noun(M, "сом", "сомы", "сомаў", "сома"), noun(M, "тыйын", "тыйыны", "тыйынаў", "тыйына")),
        _ => return None,
    })
}

fn in_english(code: &str) -> Option<Currency> {
    const KOPEK: Noun = english("kopeck", "kopecks");
    const CENT: Noun = english("cent", "cents");
    Some(match code {
        "RUB" => same(english("Russian ruble", "Russian rubles"), KOPEK),
        "BYN" => same(english("Belarusian ruble", "Belarusian rubles"), KOPEK),
        "USD" => same(english("US dollar", "US dollars"), CENT),
        "EUR" => same(english("euro", "euros"), CENT),
        "CNY" => same(english("yuan", "yuan"), english("fen", "fen")),
        "KZT" => same(english("tenge", "tenge"), english("tiyn", "tiyn")),
        "AMD" => Currency {
            short: english("dram", "drams"),
            full: english("Armenian dram", "Armenian drams"),
            minor: english("luma", "luma"),
        },
        "KGS" => same(english("som", "som"), english("tyiyn", "tyiyn")),
        _ => return None,
    })
}
