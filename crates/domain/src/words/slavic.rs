//! Russian and Belarusian cardinals: one grammar, two sets of words. Numbers up to 999 trillions.

use super::lang::Lang;
use super::noun::{Count, Gender};

/// The words of one language.
pub(super) struct Words {
    lang: Lang,
    zero: &'static str,
    /// 1 to 19, masculine.
    small: [&'static str; 19],
    one: ByGender,
    two: ByGender,
    /// 20 to 90.
    tens: [&'static str; 8],
    /// 100 to 900.
    hundreds: [&'static str; 9],
    /// Thousand (feminine), million, milliard, trillion.
    scales: [Scale; 4],
}

struct ByGender {
    feminine: &'static str,
    neuter: &'static str,
}

struct Scale {
    gender: Gender,
    one: &'static str,
    few: &'static str,
    many: &'static str,
}

pub(super) const RUSSIAN: Words = Words {
    lang: Lang::Ru,
    zero: "ноль",
    small: [
        "один",
        "два",
        "три",
        "четыре",
        "пять",
        "шесть",
        "семь",
        "восемь",
        "девять",
        "десять",
        "одиннадцать",
        "двенадцать",
        "тринадцать",
        "четырнадцать",
        "пятнадцать",
        "шестнадцать",
        "семнадцать",
        "восемнадцать",
        "девятнадцать",
    ],
    one: ByGender { feminine: "одна", neuter: "одно" },
    two: ByGender { feminine: "две", neuter: "два" },
    tens: ["двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"],
    hundreds: ["сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"],
    scales: [
        Scale { gender: Gender::Feminine, one: "тысяча", few: "тысячи", many: "тысяч" },
        Scale { gender: Gender::Masculine, one: "миллион", few: "миллиона", many: "миллионов" },
        Scale { gender: Gender::Masculine, one: "миллиард", few: "миллиарда", many: "миллиардов" },
        Scale { gender: Gender::Masculine, one: "триллион", few: "триллиона", many: "триллионов" },
    ],
};

pub(super) const BELARUSIAN: Words = Words {
    lang: Lang::Be,
    zero: "нуль",
    small: [
        "адзін",
        "два",
        "тры",
        "чатыры",
        "пяць",
        "шэсць",
        "сем",
        "восем",
        "дзевяць",
        "дзесяць",
        "адзінаццаць",
        "дванаццаць",
        "трынаццаць",
        "чатырнаццаць",
        "пятнаццаць",
        "шаснаццаць",
        "сямнаццаць",
        "васямнаццаць",
        "дзевятнаццаць",
    ],
    one: ByGender { feminine: "адна", neuter: "адно" },
    two: ByGender { feminine: "дзве", neuter: "два" },
    tens: ["дваццаць", "трыццаць", "сорак", "пяцьдзясят", "шэсцьдзясят", "семдзесят", "восемдзесят", "дзевяноста"],
    hundreds: ["сто", "дзвесце", "трыста", "чатырыста", "пяцьсот", "шэсцьсот", "семсот", "восемсот", "дзевяцьсот"],
    scales: [
        Scale { gender: Gender::Feminine, one: "тысяча", few: "тысячы", many: "тысяч" },
        Scale { gender: Gender::Masculine, one: "мільён", few: "мільёны", many: "мільёнаў" },
        Scale { gender: Gender::Masculine, one: "мільярд", few: "мільярды", many: "мільярдаў" },
        Scale { gender: Gender::Masculine, one: "трыльён", few: "трыльёны", many: "трыльёнаў" },
    ],
};

impl Words {
    /// `number` (below 10^15) in words; the last numeral agrees with `gender`.
    pub(super) fn cardinal(&self, number: u64, gender: Gender) -> String {
        if number == 0 {
            return self.zero.to_owned();
        }
        let mut words = Vec::new();
        for (power, scale) in (1_u32..5).zip(&self.scales).rev() {
            let group = number / 1000_u64.pow(power) % 1000;
            if group > 0 {
                self.below_thousand(group, scale.gender, &mut words);
                words.push(match Count::of(group, self.lang) {
                    Count::One => scale.one,
                    Count::Few => scale.few,
                    Count::Many => scale.many,
                });
            }
        }
        self.below_thousand(number % 1000, gender, &mut words);
        words.join(" ")
    }

    fn below_thousand(&self, number: u64, gender: Gender, words: &mut Vec<&'static str>) {
        let place = |digit: u64, first: u64| usize::try_from(digit - first).expect("a digit fits");
        if number >= 100 {
            words.push(self.hundreds[place(number / 100, 1)]);
        }
        let mut rest = number % 100;
        if rest >= 20 {
            words.push(self.tens[place(rest / 10, 2)]);
            rest %= 10;
        }
        match rest {
            0 => {}
            1 => words.push(self.one.in_gender(gender, self.small[0])),
            2 => words.push(self.two.in_gender(gender, self.small[1])),
            _ => words.push(self.small[place(rest, 1)]),
        }
    }
}

impl ByGender {
    fn in_gender(&self, gender: Gender, masculine: &'static str) -> &'static str {
        match gender {
            Gender::Masculine => masculine,
            Gender::Feminine => self.feminine,
            Gender::Neuter => self.neuter,
        }
    }
}
