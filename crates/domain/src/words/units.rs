//! Names of common units by their ОКЕИ code, ready to be counted. Source: ОК 015-94 (ОКЕИ) and ОКРБ 008-95.
//! «Сутки» (359) have no singular and no words here: a paper says «дней» instead.

use super::lang::Lang;
use super::noun::Gender::{Feminine as F, Masculine as M, Neuter as N};
use super::noun::{Noun, english, noun};

/// The noun of the unit `okei` in `lang`; `None` when the unit is not in the table.
#[must_use]
pub fn unit_noun(okei: &str, lang: Lang) -> Option<Noun> {
    match lang {
        Lang::Ru => russian(okei),
        Lang::Be => belarusian(okei),
        Lang::En => in_english(okei),
    }
}

/// A cargo place of waybills and CMR: «одно место», «два месцы», «five packages».
#[must_use]
pub fn place_noun(lang: Lang) -> Noun {
    unit_noun("698", lang).expect("698 stands in each table")
}

fn russian(okei: &str) -> Option<Noun> {
    Some(match okei {
        "003" => noun(M, "миллиметр", "миллиметра", "миллиметров", "миллиметра"),
        "004" => noun(M, "сантиметр", "сантиметра", "сантиметров", "сантиметра"),
        "006" => noun(M, "метр", "метра", "метров", "метра"),
        "008" => noun(M, "километр", "километра", "километров", "километра"),
        "018" => noun(M, "погонный метр", "погонных метра", "погонных метров", "погонного метра"),
        "055" => noun(M, "квадратный метр", "квадратных метра", "квадратных метров", "квадратного метра"),
        "112" => noun(M, "литр", "литра", "литров", "литра"),
        "113" => noun(M, "кубический метр", "кубических метра", "кубических метров", "кубического метра"),
        "163" => noun(M, "грамм", "грамма", "граммов", "грамма"),
        "166" => noun(M, "килограмм", "килограмма", "килограммов", "килограмма"),
        "168" => noun(F, "тонна", "тонны", "тонн", "тонны"),
        "245" => noun(M, "киловатт-час", "киловатт-часа", "киловатт-часов", "киловатт-часа"),
        "356" => noun(M, "час", "часа", "часов", "часа"),
        "362" => noun(M, "месяц", "месяца", "месяцев", "месяца"),
        "366" => noun(M, "год", "года", "лет", "года"),
        "625" => noun(M, "лист", "листа", "листов", "листа"),
        "641" => noun(F, "дюжина", "дюжины", "дюжин", "дюжины"),
        "642" => noun(F, "единица", "единицы", "единиц", "единицы"),
        "698" => noun(N, "место", "места", "мест", "места"),
        "704" => noun(M, "набор", "набора", "наборов", "набора"),
        "715" => noun(F, "пара", "пары", "пар", "пары"),
        "736" => noun(M, "рулон", "рулона", "рулонов", "рулона"),
        "778" => noun(F, "упаковка", "упаковки", "упаковок", "упаковки"),
        "796" => noun(F, "штука", "штуки", "штук", "штуки"),
        "798" => noun(F, "тысяча штук", "тысячи штук", "тысяч штук", "тысячи штук"),
        "812" => noun(M, "ящик", "ящика", "ящиков", "ящика"),
        "839" => noun(M, "комплект", "комплекта", "комплектов", "комплекта"),
        "876" => noun(F, "условная единица", "условные единицы", "условных единиц", "условной единицы"),
        _ => return None,
    })
}

fn belarusian(okei: &str) -> Option<Noun> {
    Some(match okei {
        "003" => noun(M, "міліметр", "міліметры", "міліметраў", "міліметра"),
        "004" => noun(M, "сантыметр", "сантыметры", "сантыметраў", "сантыметра"),
        "006" => noun(M, "метр", "метры", "метраў", "метра"),
        "008" => noun(M, "кіламетр", "кіламетры", "кіламетраў", "кіламетра"),
        "018" => noun(M, "пагонны метр", "пагонныя метры", "пагонных метраў", "пагоннага метра"),
        "055" => noun(M, "квадратны метр", "квадратныя метры", "квадратных метраў", "квадратнага метра"),
        "112" => noun(M, "літр", "літры", "літраў", "літра"),
        "113" => noun(M, "кубічны метр", "кубічныя метры", "кубічных метраў", "кубічнага метра"),
        "163" => noun(M, "грам", "грамы", "грамаў", "грама"),
        "166" => noun(M, "кілаграм", "кілаграмы", "кілаграмаў", "кілаграма"),
        "168" => noun(F, "тона", "тоны", "тон", "тоны"),
        "245" => noun(F, "кілават-гадзіна", "кілават-гадзіны", "кілават-гадзін", "кілават-гадзіны"),
        "356" => noun(F, "гадзіна", "гадзіны", "гадзін", "гадзіны"),
        "362" => noun(M, "месяц", "месяцы", "месяцаў", "месяца"),
        "366" => noun(M, "год", "гады", "гадоў", "года"),
        "625" => noun(M, "ліст", "лісты", "лістоў", "ліста"),
        "641" => noun(M, "тузін", "тузіны", "тузінаў", "тузіна"),
        "642" => noun(F, "адзінка", "адзінкі", "адзінак", "адзінкі"),
        "698" => noun(N, "месца", "месцы", "месцаў", "месца"),
        "704" => noun(M, "набор", "наборы", "набораў", "набору"),
        "715" => noun(F, "пара", "пары", "пар", "пары"),
        "736" => noun(M, "рулон", "рулоны", "рулонаў", "рулона"),
        "778" => noun(F, "упакоўка", "упакоўкі", "упаковак", "упакоўкі"),
        "796" => noun(F, "штука", "штукі", "штук", "штукі"),
        "798" => noun(F, "тысяча штук", "тысячы штук", "тысяч штук", "тысячы штук"),
        "812" => noun(F, "скрыня", "скрыні", "скрынь", "скрыні"),
        "839" => noun(M, "камплект", "камплекты", "камплектаў", "камплекта"),
        "876" => noun(F, "умоўная адзінка", "умоўныя адзінкі", "умоўных адзінак", "умоўнай адзінкі"),
        _ => return None,
    })
}

fn in_english(okei: &str) -> Option<Noun> {
    Some(match okei {
        "003" => english("millimetre", "millimetres"),
        "004" => english("centimetre", "centimetres"),
        "006" => english("metre", "metres"),
        "008" => english("kilometre", "kilometres"),
        "018" => english("linear metre", "linear metres"),
        "055" => english("square metre", "square metres"),
        "112" => english("litre", "litres"),
        "113" => english("cubic metre", "cubic metres"),
        "163" => english("gram", "grams"),
        "166" => english("kilogram", "kilograms"),
        "168" => english("tonne", "tonnes"),
        "245" => english("kilowatt-hour", "kilowatt-hours"),
        "356" => english("hour", "hours"),
        "362" => english("month", "months"),
        "366" => english("year", "years"),
        "625" => english("sheet", "sheets"),
        "641" => english("dozen", "dozens"),
        "642" => english("unit", "units"),
        "698" => english("package", "packages"),
        "704" => english("kit", "kits"),
        "715" => english("pair", "pairs"),
        "736" => english("roll", "rolls"),
        "778" => english("pack", "packs"),
        "796" => english("piece", "pieces"),
        "798" => english("thousand pieces", "thousand pieces"),
        "812" => english("box", "boxes"),
        "839" => english("set", "sets"),
        "876" => english("conventional unit", "conventional units"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_has_words_in_every_language_or_in_none() {
        let known = |lang| (0..1000).filter(move |code| unit_noun(&format!("{code:03}"), lang).is_some()).collect::<Vec<_>>();
        assert_eq!(known(Lang::Ru).len(), 28);
        assert_eq!(known(Lang::Ru), known(Lang::Be));
        assert_eq!(known(Lang::Ru), known(Lang::En));
    }
}
